"""核红, as a proofreader does it: text beside the corrected galley, each change ticked, a stray one put back."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings

from db.library import open_library
from editor.desk.collating.baselines import Baseline, BaselineKind, baselines, galley_of, issue_then, next_number, usual
from editor.desk.collating.change import GalleyPart
from editor.desk.collating.changes import galley_changes
from editor.desk.collating.returning import turned_back
from editor.desk.collating.standing import unchecked
from editor.desk.collating.ticking import progress, ticked, ticks_of, unticked
from editor.desk.papers.collation_list import collation_list
from editor.interchange.canonical import content_hash, printed
from editor.interchange.codec import decode, encode
from editor.model.article import Article, Title
from editor.model.body import Paragraph, Run, text_of
from editor.model.credits import Credit
from editor.model.edits import discard_articles
from editor.model.errors import UserError
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import PageStart, Profile, Publication
from editor.model.workspace import Drawer, Workspace
from editor.pages.papers import set_paper
from editor.text.comparing import PieceKind
from tests.paper_desk import pages_of
from tests.strategies import articles

AT = dt.datetime(2025, 3, 1, 8, 0, tzinfo=dt.UTC)
PUBLICATION = Publication(profile=Profile(masthead="云州观察"))


def paragraph(words, **more):
    return Paragraph(runs=text_of(words), **more)


def made_issue():
    first = Article(
        title=Title(text="云州市印发数据登记办法"),
        source="云州日报",
        blocks=(
            paragraph("云州市数据局3月1日印发《云州市数据登记办法》，自4月1日起试行。"),
            paragraph("办法规定，登记以谁产生谁登记为原则，登记结果全市互认。"),
            paragraph("首批纳入登记的数据有二百一十项。"),
        ),
    )
    second = Article(title=Title(text="望海县治理散乱码头"), blocks=(paragraph("望海县关停散乱码头十二座。"),))
    return Issue(
        publication=PUBLICATION.uid,
        number=Number(year=2025, number=5, total=50),
        date=dt.date(2025, 3, 3),
        profile=PUBLICATION.profile,
        sections=(Section(name="要闻", articles=(first, second)),),
    )


def reworded(issue, at, number, words):
    """The issue with another paragraph in an article."""
    section = issue.sections[0]
    article = section.articles[at]
    blocks = list(article.blocks)
    blocks[number] = replace(blocks[number], runs=text_of(words))
    return with_article(issue, at, replace(article, blocks=tuple(blocks)))


def with_article(issue, at, article):
    section = issue.sections[0]
    made = [*section.articles]
    made[at] = article
    return replace(issue, sections=(replace(section, articles=tuple(made)),))


def space_of(issue):
    return Workspace(issue=issue, drawer=Drawer())


def said(change):
    gone = "".join(one.text for one in change.pieces if one.kind is PieceKind.REMOVED)
    new = "".join(one.text for one in change.pieces if one.kind is PieceKind.ADDED)
    return change.place, gone, new


@pytest.fixture
def corrected():
    """A galley, and the issue after three corrections that were marked and one that nobody asked for."""
    then = made_issue()
    now = reworded(then, 0, 0, "云州市数据局3月2日印发《云州市数据登记办法》，自4月1日起试行。")
    now = reworded(now, 0, 2, "首批纳入登记的数据有二百一十二项。")
    now = reworded(now, 1, 0, "望海县关停散乱码头十三座。")
    now = with_article(now, 0, replace(now.sections[0].articles[0], source="云州晚报"))
    return then, now, content_hash(then)


def test_a_proofreader_ticks_what_was_marked_and_turns_back_what_was_not(corrected):
    then, now, galley = corrected
    changes = galley_changes(printed(then), now, galley)
    assert [said(one) for one in changes] == [
        ("来源", "日", "晚"),
        ("第1段", "1", "2"),
        ("第3段", "", "二"),
        ("第1段", "二", "三"),
    ]
    stray, *marked = changes
    space = ticked(space_of(now), marked, name="校对甲", at=AT)
    found = progress(space.issue, changes)
    assert (found.done, found.of, found.open) == (3, 4, 1)
    assert {tick.name for tick in ticks_of(space.issue).values()} == {"校对甲"}
    space = turned_back(space, printed(then), stray, at=AT)
    assert next(space.articles()).source == "云州日报"
    left = galley_changes(printed(then), space.issue, galley)
    assert [said(one) for one in left] == [said(one) for one in marked]
    assert progress(space.issue, left).open == 0


def test_a_tick_stays_until_its_own_words_change_again(corrected):
    then, now, galley = corrected
    space = ticked(space_of(now), galley_changes(printed(then), now, galley), name="甲", at=AT)
    # a word elsewhere in the same paragraph is a change of its own, and no other tick ends
    other = reworded(space.issue, 0, 0, "云州市数据局3月2日印发《云州市数据登记办法》，自5月1日起试行。")
    changes = galley_changes(printed(then), other, galley)
    assert [said(one) for one in changes if one.key not in ticks_of(other)] == [("第1段", "4", "5")]
    again = reworded(space.issue, 0, 0, "云州市数据局3月9日印发《云州市数据登记办法》，自4月1日起试行。")
    changes = galley_changes(printed(then), again, galley)
    assert [said(one) for one in changes if one.key not in ticks_of(again)] == [("第1段", "1", "9")]


def test_another_galley_asks_for_every_tick_anew(corrected):
    then, now, galley = corrected
    space = ticked(space_of(now), galley_changes(printed(then), now, galley), name="甲", at=AT)
    assert progress(space.issue, galley_changes(printed(then), now, "another")).done == 0


def test_a_tick_is_taken_back(corrected):
    then, now, galley = corrected
    changes = galley_changes(printed(then), now, galley)
    space = unticked(ticked(space_of(now), changes, name="甲", at=AT), changes[:1])
    assert progress(space.issue, changes).open == 1
    assert unticked(space, changes[:1]) is space


def test_ticks_are_no_part_of_what_is_printed_or_signed(corrected):
    then, now, galley = corrected
    space = ticked(space_of(now), galley_changes(printed(then), now, galley), name="甲", at=AT)
    assert content_hash(space.issue) == content_hash(now)
    assert b"ticks" not in encode(now)
    assert decode(Issue, encode(space.issue)).archive.ticks == space.issue.archive.ticks


def test_two_changes_that_say_the_same_are_ticked_one_by_one():
    then = reworded(made_issue(), 0, 2, "一月增长，二月增长，三月增长。")
    now = reworded(then, 0, 2, "一月下降，二月下降，三月增长。")
    galley = content_hash(then)
    changes = galley_changes(printed(then), now, galley)
    assert len({one.key for one in changes}) == len(changes) == 2
    space = turned_back(ticked(space_of(now), changes[1:], name="甲", at=AT), printed(then), changes[0], at=AT)
    left = galley_changes(printed(then), space.issue, galley)
    assert progress(space.issue, left).open == 0


def test_footnotes_bold_words_and_moved_blocks_are_listed():
    then = made_issue()
    article = then.sections[0].articles[0]
    first, second, third = article.blocks
    noted = replace(second, runs=(*second.runs, Run(text="\ufffc", footnote="据市数据局通知。")))
    bold = replace(third, runs=(Run(text="首批", bold=True), Run(text="纳入登记的数据有二百一十项。")))
    then_noted = with_article(then, 0, replace(article, blocks=(first, noted, third)))
    renoted = replace(second, runs=(*second.runs, Run(text="\ufffc", footnote="据市数据局公告。")))
    now = with_article(then, 0, replace(article, blocks=(bold, first, renoted)))
    changes = galley_changes(printed(then_noted), now, content_hash(then_noted))
    assert ("第3段的脚注", "通知", "公告") in [said(one) for one in changes]
    assert {"移动", "格式", "改注"} <= {one.done for one in changes}


def test_a_paragraph_that_was_taken_out_is_named_as_the_galley_counts_and_stands_alone():
    then = made_issue()
    article = then.sections[0].articles[0]
    now = with_article(then, 0, replace(article, blocks=(article.blocks[0], article.blocks[2])))
    (change,) = galley_changes(printed(then), now, "galley")
    assert change.place == "原第2段"
    assert [one.kind for one in change.pieces] == [PieceKind.REMOVED]


def test_how_an_article_begins_is_said_in_words():
    then = made_issue()
    now = with_article(then, 0, replace(then.sections[0].articles[0], page_start=PageStart.PAGE))
    (change,) = galley_changes(printed(then), now, "galley")
    assert said(change) == ("起页", "按栏目", "另起一页")


def test_articles_that_came_and_went_are_listed_and_turned_back():
    then = made_issue()
    section = then.sections[0]
    new = Article(title=Title(text="新加的一篇"), blocks=(paragraph("新的。"),))
    space = space_of(replace(then, sections=(replace(section, articles=(*section.articles, new)),)))
    space = discard_articles(space, {section.articles[1].uid}, at=AT)
    changes = galley_changes(printed(then), space.issue, "galley")
    assert [(one.title, one.part) for one in changes] == [
        ("新加的一篇", GalleyPart.ARTICLE_ADDED),
        ("望海县治理散乱码头", GalleyPart.ARTICLE_REMOVED),
    ]
    for one in changes:
        space = turned_back(space, printed(then), one, at=AT)
    assert galley_changes(printed(then), space.issue, "galley") == ()
    assert [one.article.title.text for one in space.drawer.trash] == ["新加的一篇"]


def test_what_stands_before_the_articles_is_listed_with_its_words():
    then = made_issue()
    now = replace(
        then,
        headline=Title(text="数据登记开始试行"),
        date=dt.date(2025, 3, 4),
        credits=(Credit(role="主编", names=()),),
        profile=replace(then.profile, notice="内部资料，注意保存。"),
    )
    changes = galley_changes(printed(then), now, "galley")
    assert [one.place for one in changes] == ["日期", "头条标题", "角色与名字", "声明"]
    assert said(changes[1])[2] == "数据登记开始试行"
    space = space_of(now)
    for one in (changes[0], changes[1], changes[3]):
        space = turned_back(space, printed(then), one, at=AT)
    assert [one.place for one in galley_changes(printed(then), space.issue, "galley")] == ["角色与名字"]
    with pytest.raises(UserError, match="版权页"):
        turned_back(space, printed(then), changes[2], at=AT)


@settings(max_examples=40, deadline=None)
@given(articles(), articles())
def test_turning_everything_back_leads_to_the_galley(one, other):
    other = replace(other, uid=one.uid)
    then = replace(made_issue(), sections=(Section(name="要闻", articles=(one,)),))
    now = replace(then, sections=(replace(then.sections[0], articles=(other,)),))
    space = space_of(now)
    for _ in range(200):
        left = galley_changes(printed(then), space.issue, "galley")
        if not left:
            return
        space = turned_back(space, printed(then), left[0], at=AT)
    raise AssertionError([said(one) for one in left])


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(PUBLICATION)
        opened.add_issue(made_issue(), author="甲")
        yield opened


def test_galleys_are_kept_in_the_library_and_the_newest_unlike_one_is_the_usual(library):
    issue = library.issue(library.find("latest").uid)
    assert baselines(library, issue.uid) == ()
    assert usual((), issue) is None
    library.galleys.add(galley_of(issue, number=next_number(library, issue.uid), name="校对甲", at=AT))
    now = reworded(issue, 1, 0, "望海县关停散乱码头十三座。")
    later = AT + dt.timedelta(hours=2)
    library.galleys.add(galley_of(now, number=next_number(library, issue.uid), name="校对甲", at=later))
    found = baselines(library, issue.uid)
    assert [(one.kind, one.number) for one in found] == [(BaselineKind.GALLEY, 2), (BaselineKind.GALLEY, 1)]
    # right after the second was printed the first is what its text is compared with
    assert usual(found, now) == found[1]
    assert issue_then(library, issue.uid, found[1]) == printed(issue)


def test_a_galley_that_is_gone_says_so(library):
    issue = library.issue(library.find("latest").uid)
    gone = Baseline(kind=BaselineKind.GALLEY, number=1, name="甲", at=AT, hash="0" * 64)
    with pytest.raises(UserError, match="第 1 次纸样的内容不在刊库里"):
        issue_then(library, issue.uid, gone)


def test_what_is_not_ticked_is_a_note_before_a_signature_and_blocks_nothing(library):
    issue = library.issue(library.find("latest").uid)
    now = reworded(issue, 1, 0, "望海县关停散乱码头十三座。")
    assert list(unchecked(library, now)) == []
    library.galleys.add(galley_of(issue, number=1, name="校对甲", at=AT))
    (one,) = unchecked(library, now)
    assert one.words == "比照第 1 次纸样，1 处改动还没有核红"
    assert not one.blocking
    changes = galley_changes(printed(issue), now, content_hash(issue))
    assert list(unchecked(library, ticked(space_of(now), changes, name="甲", at=AT).issue)) == []


def test_the_list_on_paper_has_old_words_new_words_boxes_and_who_ticked(corrected):
    then, now, galley = corrected
    changes = galley_changes(printed(then), now, galley)
    issue = ticked(space_of(now), changes[:1], name="校对甲", at=AT).issue
    baseline = Baseline(kind=BaselineKind.GALLEY, number=1, name="甲", at=AT, hash=galley)
    pages = {changes[1].key: "01"}
    text = "".join(pages_of(set_paper(collation_list(issue, printed(then), baseline, pages, AT)))).replace(" ", "")
    for words in ("核红单", "共4处，已核1处", "云州日晚报", "01页", "校对甲", "第3段", "望海县治理散乱码头"):
        assert words in text
