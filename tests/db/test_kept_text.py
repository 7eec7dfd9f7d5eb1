"""Whatever is written can be opened again: every writer of the library, with text that no file can hold."""

import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.ports import Arrival
from editor.intake.font_file import read_font
from editor.model.approval import LogAction, LogEvent
from editor.model.article import ArticleArchive, Title
from editor.model.body import Figure, ItemList, Paragraph, Table, text_of
from editor.model.credits import Credit, Name, NameKind
from editor.model.edits import PENDING, ArticlePosition, add_articles, discard_articles, put_article
from editor.model.errors import UserError
from editor.model.font import FontFile
from editor.model.notes import Note
from editor.model.publication import Contact, ContactKind, Profile, Publication
from editor.model.reading import ReadMark
from editor.model.registers import Person, Registers, Tag, Term
from editor.model.review import Member, Step
from editor.model.revision import Reason
from editor.model.waiver import Waiver
from editor.model.workspace import Workspace
from tests.editing import save_article
from tests.fakes import article, issue_of
from tests.font_files import font_bytes

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
BAD = ("甲\x0b乙", "甲\0乙", "\x1f", "甲\ud800乙", "甲\ufffe乙", "甲\r乙", "\x08" * 40)
FIRST = article("第一篇")
ISSUE = issue_of(FIRST, article("第二篇"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
PARAGRAPH = Paragraph(runs=text_of("一段"))


def event(text="", action=LogAction.MEMBER):
    return LogEvent(action=action, name="甲", at=NOW, issue=ISSUE.uid, detail=text)


def _article(**parts):
    def write(library, text):
        filled = {name: value(text) for name, value in parts.items()}
        save_article(library, ISSUE.uid, replace(FIRST, **filled), author="甲")

    return write


def _space(change):
    def write(library, text):
        before = library.workspace(ISSUE.uid)
        library.save_workspace(before, change(before, text), author="甲")

    return write


def _issue(**parts):
    def change(space, text):
        return replace(space, issue=replace(space.issue, **{name: value(text) for name, value in parts.items()}))

    return _space(change)


def _drawer(space, text):
    made = article("放着的一篇")
    return add_articles(space, ArticlePosition(section=PENDING, position=0), (replace(made, source=text),))


def _trash(space, text):
    changed = put_article(space, replace(FIRST, source=text))
    return discard_articles(changed, (FIRST.uid,), at=NOW)


def _together(library, text):
    before = library.issue(ISSUE.uid)
    after = put_article(Workspace(issue=before), replace(FIRST, source="改")).issue
    library.checkpoints.save_issues(text, ((before, after),), author="甲")


def _registers(made):
    def write(library, text):
        before = library.registers.stored()
        library.registers.save(before, made(text), author="甲")

    return write


def _retag(library, text):
    before = library.registers.stored()
    after = Registers(tags=(Tag(name="新"),))
    save_article(library, ISSUE.uid, replace(FIRST, archive=ArticleArchive(tags=("旧",))), author="甲")
    library.registers.retag(text, {"旧": f"新{text}"}, registers=(before, after), author="甲")


def _contact(text):
    return (Contact(label=text, value=text, kind=next(iter(ContactKind))),)


def _credit(text):
    return (Credit(role=text, kind=NameKind.PERSON, names=(Name(text=text),)),)


def _waiver(text):
    return Waiver(rule=text, key="0" * 64, reason=text, name=text, at=NOW)


def _font(library, text):
    made = read_font(font_bytes(), name="fang.ttf")
    library.files.add_font(FontFile(font=replace(made, name=text), data=font_bytes()))


WRITERS = {
    "publication": lambda library, text: library.save_publication(replace(ONE, profile=Profile(masthead=text))),
    "issue added": lambda library, text: library.add_issue(
        replace(issue_of(), headline=Title(text=text), uid="1" * 32, number=replace(ISSUE.number, number=9, total=9))
    ),
    "arrival": lambda library, text: library.take_in(
        Arrival(issue=replace(issue_of(), uid="1" * 32, number=replace(ISSUE.number, number=9, total=9)),
                publication=ONE, originals=((text, b"x"),))
    ),
    "issue": lambda library, text: library.save_issue(replace(ISSUE, headline=Title(text=text)), author="甲"),
    "title": _article(title=lambda text: Title(text=text)),
    "body": _article(blocks=lambda text: (Paragraph(runs=text_of(text)),)),
    "list": _article(blocks=lambda text: (ItemList(ordered=False, items=(text_of(text),)),)),
    "cell": _article(blocks=lambda text: (Table(head=(text_of(text),), caption="表"),)),
    "caption": _article(blocks=lambda text: (Figure(caption=text),)),
    "alt": _article(blocks=lambda text: (Figure(alt=text),)),
    "source": _article(source=str),
    "link": _article(link=str),
    "tag": _article(archive=lambda text: ArticleArchive(tags=(text,))),
    "note": _article(archive=lambda text: ArticleArchive(notes=(Note(author=text, at=NOW, text=text),))),
    "headline": _issue(headline=lambda text: Title(text=text)),
    "credit": _issue(credits=_credit),
    "contact": _issue(contacts=_contact),
    "waiver": _issue(archive=lambda text: replace(ISSUE.archive, waivers=(_waiver(text),))),
    "pending": _space(_drawer),
    "trash": _space(_trash),
    "author": lambda library, text: save_article(library, ISSUE.uid, replace(FIRST, source="改"), author=text),
    "checkpoint": _together,
    "person": _registers(lambda text: Registers(people=(Person(name=text, kind=NameKind.PERSON),))),
    "term": _registers(lambda text: Registers(sources=(Term(name="新华社", aliases=(text,)),))),
    "tag registered": _registers(lambda text: Registers(tags=(Tag(name=text),))),
    "retagging": _retag,
    "version": lambda library, text: library.versions.keep([FIRST.uid], Reason.NAMED, author="甲", name=text),
    "original": lambda library, text: library.files.add_original(text, b"bytes"),
    "font": _font,
    "member": lambda library, text: library.review.save_member(Member(name=text), event()),
    "log": lambda library, text: library.review.save_member(Member(name="乙"), event(text)),
    "rules": lambda library, text: library.review.save_rules(replace(ONE, approvers=(text,)), event()),
    "remark": lambda library, text: library.review.take_step(Step.SUBMIT, event(text, LogAction.SUBMITTED)),
    "reading": lambda library, text: library.readings.add(
        ReadMark(reader=text, at=NOW, hash="0", issue=replace(ISSUE, headline=Title(text=text)))
    ),
}  # fmt: skip


def everything(library):
    """Return all that a library says."""
    library.registers.used_words(), library.registers.usage()
    return (
        library.publications(),
        [library.workspace(one.uid) for one in library.issues()],
        library.registers.stored(),
        library.checkpoints.listed(),
        [library.versions.article(one.key) for one in library.versions.listed(FIRST.uid) if one.key],
        library.versions.listed(FIRST.uid),
        library.files.fonts(),
        library.review.members(),
        library.review.log(),
        library.readings.last(ISSUE.uid),
    )


@pytest.mark.parametrize("writer", WRITERS)
def test_text_that_cannot_be_read_again_is_refused_and_nothing_is_written(tmp_path, writer):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
    for text in BAD:
        with open_library(path) as library:
            before = everything(library)
            with pytest.raises(UserError, match=r"U\+|没有存"):
                WRITERS[writer](library, text)
        with open_library(path) as library:
            after = everything(library)
            # the retagging's own preparation is a save of its own
            assert after == before or writer == "retagging"
            assert library.mending.damages(files=True) == ()


@pytest.mark.parametrize("writer", WRITERS)
def test_rare_text_that_can_be_read_is_written_as_it_is(tmp_path, writer):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        WRITERS[writer](library, '𠮷\\u000b\u200b"\\')
        written = everything(library)
    with open_library(path) as library:
        assert everything(library) == written
        assert library.mending.damages(files=True) == ()
