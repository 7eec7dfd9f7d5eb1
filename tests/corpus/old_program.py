"""What an old program writes: its library, issue file, package, keys. Run inside that program by make.py.

Everything goes by the names that the programs share; what a program had no name for yet is left out. The texts are of
one kind, so that two libraries differ only in what their programs knew.

    PYTHONPATH=a-folder-with-that-program python old_program.py make|leave FOLDER [REVISION]

make: FOLDER gets library.db, issue.json, issue.bulletin, chief.key, trust.json, those of them that the program knows.
leave: FOLDER has the library.db of such a program; it gets settings.bulletin-profile and registers.json, and a last
save, which stays in the log beside the library, since the program ends without a word.
REVISION: the schema that the library stays at, where no program ended with it.
"""

import contextlib
import datetime as dt
import hashlib
import inspect
import io
import os
import sys
from dataclasses import replace
from pathlib import Path

from PIL import Image

from db.engine import library_engine
from db.library import open_library
from db.store import Store
from db.upgrade import upgrade
from editor.interchange.issue_file import write_issue
from editor.model.article import Article, Title
from editor.model.body import Figure, Heading, ItemList, Paragraph, Quote, Run, Script, Table, text_of
from editor.model.credits import Credit, Name
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.picture import Picture
from editor.model.publication import Contact, ContactKind, Profile, Publication, Publisher, SectionRule

CHIEF, EDITOR, PASSPHRASE = "宋希贤", "钟新敏", "云州的秋天比海州的要长一些"
AT = dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
LAST_TITLE = "断电之前存下的标题"
# stored as it came, whatever a later program takes in: wide and private characters, blanks, a link no program opens
RARE = (
    Run(text="再改一稿：𠮷田\ue001，ｶﾞ\u00a0①\u200b，\u202e从严\u202c，"),
    Run(text="脚本", link="javascript:alert(1)"),
)


def make(folder, revision):
    folder.mkdir(parents=True, exist_ok=True)
    picture, data = drawn()
    publication = a_publication()
    first, second = issues(publication, picture)
    with opened(folder / "library.db", revision) as library:
        bring_in(library, publication, first, picture, data)
        library.add_issue(second)
        at_work(library, second)
        aside(library, second)
        several(library)
        if not revision:
            named(library)
            signed(library, first, folder)
            give(library, first, publication, {picture.sha256: data}, folder)


def leave(folder, revision):
    with opened(folder / "library.db", revision) as library:
        if not revision:
            give_settings(library, folder)
        issue = library.issue(library.issues()[0].uid)
        article = next(iter(issue.articles()))
        put_article(library, issue, replace(article, title=Title(text=LAST_TITLE)), EDITOR)
        os._exit(0)


def give_settings(library, folder):
    with contextlib.suppress(ImportError):
        from editor.desk.profile.files import give_profile

        give_profile(folder / "settings.bulletin-profile", library)
    with contextlib.suppress(ImportError):
        from editor.interchange.registers_file import write_registers

        (folder / "registers.json").write_bytes(write_registers(called(library, "registers", "registers.stored")))


@contextlib.contextmanager
def opened(place, revision):
    if not revision:
        with open_library(place) as library:
            yield library
        return
    begun = place.exists()
    engine = library_engine(place, read_only=False)
    if not begun:
        upgrade(engine, revision=revision)
    more = {"place": place} if "place" in inspect.signature(Store).parameters else {}
    yield Store(engine, holder="", **more)
    engine.dispose()


def drawn():
    buffer = io.BytesIO()
    Image.new("RGB", (12, 8), "#0b3f73").save(buffer, "PNG")
    data = buffer.getvalue()
    return Picture(sha256=hashlib.sha256(data).hexdigest(), media_type="image/png", width=12, height=8), data


def a_publication():
    return Publication(
        profile=Profile(
            masthead="云州观察",
            slogan="看懂数据，用好数据",
            notice="内部资料，注意保存。",
            publishers=(Publisher(name="云州数据研究中心", paragraphs=("研究数据制度。", "每周出一期。")),),
        ),
        sections=(SectionRule(name="要闻"), SectionRule(name="地方动态")),
        credits=(Credit(role="总编辑", names=(Name(text=CHIEF),)), Credit(role="编辑", names=(Name(text=EDITOR),))),
        contacts=(Contact(label="电话", value="0571-55550100", kind=ContactKind.PHONE),),
    )


def issues(publication, picture):
    own = {
        "publication": publication.uid,
        "profile": publication.profile,
        "credits": publication.credits,
        "contacts": publication.contacts,
    }
    first = Issue(
        number=Number(year=2025, number=3, total=30),
        date=dt.date(2025, 1, 20),
        headline=Title(text="数据登记办法发布", breaks=(4,)),
        sections=(
            Section(name="要闻", articles=(rich(picture), short("海州公布数据目录"))),
            Section(name="地方动态", articles=(short("江州开出第一张数据票据"),)),
        ),
        **own,
    )
    second = Issue(
        number=Number(year=2025, number=4, total=31),
        date=dt.date(2025, 1, 27),
        sections=(Section(name="要闻", articles=(short("云州再议数据定价"), short("海州的两个数据案例"))),),
        **own,
    )
    return first, second


def rich(picture):
    link = "https://example.org/a?b=1&c=《办法》"
    cells = (text_of("地区"), text_of("件数")), (text_of("云州"), (Run(text="19", bold=True),))
    article = Article(
        title=Title(text="云州发布数据登记办法", breaks=(4,)),
        subtitle="——四问四答",
        blocks=(
            Heading(level=1, runs=text_of("一、为什么登记")),
            Paragraph(
                runs=(
                    Run(text="一是看得清。", bold=True),
                    Run(text="登记让同一份数据说得清来历，见"),
                    Run(text="办法全文", link=link),
                    Run(text="。面积以 m"),
                    Run(text="2", script=Script.SUPER),
                    Run(text=" 计，吉田村也在其中。"),
                )
            ),
            Quote(runs=text_of("“数据不登记，就像房子没有门牌。”")),
            ItemList(ordered=True, items=(text_of("先登记，"), text_of("后流通。"))),
            Figure(picture=picture, caption="图1 登记流程", source="云州数据局", alt="一张流程图", width=600),
            Table(head=cells[0], rows=cells[1:], caption="表1 登记件数", note="截至去年底。"),
        ),
        source="云州日报",
        link=link,
    )
    archive = replace(article.archive, tags=("登记", "制度"), editor=EDITOR, state="edited")
    with contextlib.suppress(ImportError):
        from editor.model.notes import Note

        return replace(article, archive=replace(archive, notes=(Note(author=CHIEF, at=AT, text="标题再短一点"),)))
    return replace(article, archive=replace(archive, notes=("标题再短一点",)))


def short(title):
    return Article(
        title=Title(text=title),
        blocks=(Paragraph(runs=text_of("登记的要义在于让同一份数据说得清来历、算得清次数、分得清责任。")),),
        source="海州晚报",
        link="https://example.org/h",
    )


def knows(library, name):
    """Whether a program has a method of the library: its own at first, later one of a part of it."""
    return hasattr(library, name) or hasattr(library, "files")


def called(library, before, later, /, *arguments, **named):
    """Call a method of the library. later: part.method, in programs whose library hands out its parts."""
    part, method = later.split(".")
    holder, method = (getattr(library, part), method) if hasattr(library, "files") else (library, before)
    return getattr(holder, method)(*arguments, **named)


def bring_in(library, publication, issue, picture, data):
    if not hasattr(library, "take_in"):
        library.save_publication(publication)
        library.add_picture(picture, data)
        library.add_issue(issue)
        return
    from editor.desk.ports import Arrival

    originals = (("第30期.txt", "云州观察 第30期".encode()),)
    library.take_in(Arrival(issue=issue, publication=publication, pictures=((picture, data),), originals=originals))


def put_article(library, issue, article, author):
    """Save an article by what the program has for it: up to schema 17 a method of its own."""
    if hasattr(library, "save_article"):
        library.save_article(issue.uid, article, author=author)
        return
    from editor.model import edits

    space = library.workspace(issue.uid)
    library.save_workspace(space, edits.put_article(space, article), author=author)


def at_work(library, issue):
    """Write an article twice by two authors, so that it has revisions."""
    article = next(iter(issue.articles()))
    for author, words in ((EDITOR, text_of("先写一稿。")), (CHIEF, RARE)):
        article = replace(article, blocks=(*article.blocks, Paragraph(runs=words)))
        put_article(library, issue, article, author)
    if knows(library, "keep_versions"):
        from editor.model.revision import Reason

        called(library, "keep_versions", "versions.keep", (article.uid,), Reason.NAMED, author=EDITOR, name="送审前")


def aside(library, issue):
    """Put an article into 待编 and one into the trash."""
    if not hasattr(library, "workspace"):
        return
    from editor.model.edits import PENDING, ArticlePosition, add_articles, discard_articles

    before = library.workspace(issue.uid)
    waiting, thrown = short("待编的一篇"), short("删去的一篇")
    after = add_articles(before, ArticlePosition(section=PENDING, position=0), (waiting, thrown))
    library.save_workspace(before, discard_articles(after, {thrown.uid}, at=AT), author=EDITOR)


def several(library):
    """Change two issues at once, to be taken back."""
    if not knows(library, "save_issues"):
        return
    pairs = []
    for entry in library.issues():
        before = library.issue(entry.uid)
        sections = tuple(
            replace(section, articles=tuple(replace(one, source="云州新闻") for one in section.articles))
            for section in before.sections
        )
        pairs.append((before, replace(before, sections=sections)))
    called(library, "save_issues", "checkpoints.save_issues", "来源 改成 云州新闻", tuple(pairs), author=EDITOR)


def named(library):
    if not hasattr(library, "registers"):
        return
    from editor.model.registers import Person, Tag, Term

    before = called(library, "registers", "registers.stored")
    after = replace(
        before,
        people=(*before.people, Person(name="柳发行", aliases=("老柳",), remark="发行")),
        tags=(*before.tags, Tag(name="案例")),
        documents=(*before.documents, Term(name="数据登记办法", aliases=("办法",))),
    )
    called(library, "save_registers", "registers.save", before, after, author=EDITOR)


def signed(library, issue, folder):
    """Take an issue to print, where the program knows the review."""
    if not hasattr(library, "review"):
        return
    from editor.desk.review.approving import approve
    from editor.desk.review.enrolling import enrol, set_role
    from editor.desk.review.office import Office
    from editor.desk.review.steps import By, publish, submit
    from editor.desk.review.trust import TrustFile
    from editor.model.review import Role

    office = Office(library=library, trust=TrustFile(folder / "trust.json"))
    key = enrol(office, folder / "chief.key", name=CHIEF, passphrase=PASSPHRASE, at=AT - HOUR)
    set_role(office, "柳发行", Role.STAFF, By(name=CHIEF, at=AT - HOUR))
    waive(library, issue.uid)
    submit(library, issue.uid, By(name=EDITOR, at=AT))
    approve(office, issue.uid, key, AT + HOUR)
    with contextlib.suppress(ImportError):
        from editor.desk.review.scans import keep_scan

        path = folder / "签发单.png"
        Image.new("L", (20, 12), "white").save(path)
        keep_scan(office, issue.uid, path, By(name=EDITOR, at=AT + 2 * HOUR))
        path.unlink()
    publish(office, issue.uid, By(name="柳发行", at=AT + 3 * HOUR))


def waive(library, uid):
    """Let every error stand, or take articles to their last step, so that nothing speaks against a signature."""
    issue = library.issue(uid)
    with contextlib.suppress(ImportError, AttributeError):
        last = issue.archive.steps.review[-1]
        signed = {"author": EDITOR} if "author" in inspect.signature(library.save_issue).parameters else {}
        library.save_issue(
            replace(
                issue,
                sections=tuple(
                    replace(
                        section,
                        articles=tuple(
                            replace(one, archive=replace(one.archive, state=last)) for one in section.articles
                        ),
                    )
                    for section in issue.sections
                ),
            ),
            **signed,
        )


def give(library, issue, publication, pictures, folder):
    issue = library.issue(issue.uid)
    folder.joinpath("issue.json").write_bytes(write_issue(issue, publication))
    with contextlib.suppress(ImportError):
        from editor.desk.exporting import Targets, export_issue

        if "package" not in Targets.__dataclass_fields__:
            return
        more = {}
        if hasattr(library, "review"):
            from editor.desk.review.released import released_files

            more["released"] = released_files(library.review, issue)
        export_issue(issue, publication, pictures=pictures, targets=Targets(package=folder / "issue.bulletin"), **more)


if __name__ == "__main__":
    {"make": make, "leave": leave}[sys.argv[1]](Path(sys.argv[2]), "".join(sys.argv[3:]))
