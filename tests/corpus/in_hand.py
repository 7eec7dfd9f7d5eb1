"""What an editor leaves in a library: the issue in hand with all that is kept of its articles, and the registers."""

import datetime as dt
from dataclasses import replace

from editor.desk.reading.marks import reading_of
from editor.model.article import Title
from editor.model.body import Paragraph, Run, text_of
from editor.model.credits import Filling, Name
from editor.model.edits import PENDING, ArticlePosition, add_articles, discard_articles, put_article, put_issue
from editor.model.notes import Anchor, Note, NoteField, Reply
from editor.model.register_edits import merge_people
from editor.model.registers import Person, Registers, Tag, Term
from editor.model.review import Signoff
from editor.model.revision import Reason
from editor.model.tracking import record_contributor, tracked
from editor.model.waiver import Waiver
from tests.corpus.old_program import AT, CHIEF, EDITOR, HOUR, RARE, short

SECOND, GONE = "熊晚秋", "卫离岗"
LONG = "关于进一步做好云州数据登记工作的若干意见" * 16


def rare():
    """An article of all that came in once and is to stay as it is."""
    article = short(LONG)
    return replace(
        article,
        blocks=(*article.blocks, Paragraph(runs=RARE)),
        link="javascript:alert(2)",
        link_caption="扫\u00a0码",
        archive=replace(article.archive, tags=("标\u200b签",)),
    )


def changed(library, uid, words):
    space = library.workspace(uid)
    article = next(iter(space.issue.articles()))
    after = put_article(space, replace(article, blocks=(*article.blocks, Paragraph(runs=text_of(words)))))
    library.save_workspace(space, after, author=EDITOR)


def in_hand(library, uid):
    """The issue in hand: tracked changes, notes, waivers, steps, versions, 待编 and trash, a change of several."""
    author = Note(
        author=CHIEF,
        at=AT,
        text="核对数字",
        anchor=Anchor(field=NoteField.TITLE, start=0, end=2, words="云州"),
        replies=(Reply(author=EDITOR, at=AT + HOUR, text="核过了"),),
        resolved_by=EDITOR,
        resolved_at=AT + HOUR,
    )
    space = library.workspace(uid)
    article, _, third = space.issue.articles()
    steps = space.issue.archive.steps
    archive = replace(
        article.archive,
        notes=(author, Note(author=CHIEF, at=AT, text="整页的话", anchor=Anchor(gone=True, words="已删"))),
        signoffs=(
            Signoff(step=steps.review[0], name=EDITOR, at=AT),
            Signoff(step=steps.review[0], name=CHIEF, at=AT + HOUR, word="再看一遍"),
        ),
        state=steps.review[0],
        proofreader="魏校对",
        published=dt.date(2025, 1, 3),
    )
    begun = put_article(space, tracked(replace(article, archive=archive)))
    issue = replace(
        begun.issue,
        credits=(
            *begun.issue.credits,
            replace(
                begun.issue.credits[-1],
                role="值班",
                filling=Filling.ROTA,
                rota=(Name(text=EDITOR), Name(text=SECOND)),
                uid="c" * 32,
            ),
        ),
        archive=replace(
            begun.issue.archive,
            notes=(Note(author=CHIEF, at=AT, text="封面太满", anchor=Anchor(field=NoteField.COVER)),),
            waivers=(Waiver(rule="title.repeated", key="0" * 64, reason="有意重复", name=EDITOR, at=AT),),
        ),
    )
    begun = put_issue(begun, issue)
    library.save_workspace(space, begun, author=EDITOR)
    for hours, (name, words) in enumerate(((EDITOR, "编辑加的一段。"), (SECOND, "总编辑加的一段。"))):
        before = library.workspace(uid)
        one = before.article(article.uid)
        blocks = (Paragraph(runs=(Run(text=words, bold=True),)), *one.blocks)
        after = put_article(before, replace(one, blocks=blocks, title=Title(text=one.title.text + "试行"[hours])))
        library.save_workspace(
            before, record_contributor(before, after, author=name, at=AT + hours * HOUR), author=name
        )
    for reason in Reason:
        changed(library, uid, f"为了{reason}。")
        library.versions.keep((article.uid,), reason, author=EDITOR, name=f"留存 {reason}")
    before = library.workspace(uid)
    after = add_articles(before, ArticlePosition(section=PENDING, position=0), (short("待编的一篇"), rare()))
    library.save_workspace(before, discard_articles(after, {third.uid}, at=AT), author=EDITOR)
    pairs = []
    for changed_uid in (uid, "9" * 32):
        issue = library.issue(changed_uid)
        section = issue.sections[0]
        articles = tuple(replace(one, source="云州新闻") for one in section.articles)
        pairs.append((issue, replace(issue, sections=(replace(section, articles=articles), *issue.sections[1:]))))
    library.checkpoints.save_issues("来源 改成 云州新闻", pairs, author=EDITOR)
    library.readings.add(reading_of(library.issue(uid), reader=CHIEF, at=AT + 50 * HOUR))
    changed(library, uid, "读后又改的一段。")


def registered(library):
    """Registers with people who were merged and retired; a tag renamed in every article."""
    none = library.registers.stored()
    people = tuple(
        Person(name=name, rank=rank, uid=f"a{rank:031x}", aliases=aliases)
        for rank, (name, aliases) in enumerate(((CHIEF, ("老宋",)), (EDITOR, ()), ("钟新民", ()), (GONE, ())), 1)
    )
    full = Registers(
        people=tuple(replace(one, retired=one.name == GONE) for one in people),
        tags=(Tag(name="登记", uid="b" * 32), Tag(name="案例", parent="b" * 32)),
        bodies=(Term(name="云州数据局", aliases=("数据局",)),),
        sources=(Term(name="云州日报", hosts=("example.org",)),),
        documents=(Term(name="数据登记办法", aliases=("办法",)),),
    )
    full = replace(full, people=(*none.people, *full.people)) if none.people else full
    library.registers.save(none, full, author=EDITOR)
    merged = merge_people(full, people[2].uid, people[1].uid)
    library.registers.save(full, merged, author=EDITOR)
    tags = tuple(replace(one, name="数据登记" if one.name == "登记" else one.name) for one in merged.tags)
    library.registers.retag(
        "标签 登记 改成 数据登记", {"登记": "数据登记"}, registers=(merged, replace(merged, tags=tags)), author=EDITOR
    )
