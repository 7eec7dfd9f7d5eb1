"""What the library keeps of the review, and that closed issues stay as they were signed."""

import datetime as dt
import inspect
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.collating.baselines import galley_of
from editor.desk.ports import (
    Arrival,
    CheckpointLibrary,
    FileLibrary,
    HouseWordLibrary,
    Library,
    RegisterLibrary,
    VersionLibrary,
)
from editor.desk.reading.marks import reading_of
from editor.desk.review.introductions import introduce
from editor.desk.review.ports import ReviewLibrary, ScanLibrary
from editor.desk.review.steps import By, event_of, last_editors
from editor.interchange.canonical import content_hash, printed
from editor.interchange.statements import digest, first_broken
from editor.model.approval import LogAction, LogEvent
from editor.model.article import Title
from editor.model.edits import put_article, put_issue
from editor.model.errors import UserError
from editor.model.house_words import HouseWord, HouseWords
from editor.model.issue_state import IssueState
from editor.model.number import Number
from editor.model.publication import Look, Profile, Publication
from editor.model.registers import Registers, Tag
from editor.model.review import Member, Role, Step
from editor.model.waiver import Waiver
from tests.editing import save_article
from tests.fakes import article, issue_of, picture
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, SEEN, approve_plainly, key_of

ISSUE = issue_of(article(), article("海州公布数据目录"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.take_in(Arrival(issue=ISSUE, publication=ONE))
        yield opened


@pytest.fixture
def approved(library):
    approve_plainly(library, ISSUE.uid)
    return library.issue(ISSUE.uid)


def event(action=LogAction.MEMBER, detail="", at=AT):
    return LogEvent(action=action, name=EDITOR, at=at, detail=detail)


def as_attacker(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for name in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name[0]}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


# members and keys


def test_members_are_kept_by_name(library):
    chief = Member(name=CHIEF, role=Role.CHIEF)
    library.review.save_member(chief, event())
    library.review.save_member(Member(name=EDITOR), event())
    library.review.save_member(replace(chief, retired=True), event())
    assert [(one.name, one.role, one.retired) for one in library.review.members()] == [
        (CHIEF, Role.CHIEF, True),
        (EDITOR, Role.EDITOR, False),
    ]
    with pytest.raises(UserError, match="已经有"):
        library.review.save_member(Member(name=CHIEF), event())


def test_an_introduction_is_kept_once(library):
    signed = introduce(key_of(CHIEF), key=key_of(CHIEF).public, name=CHIEF, at=AT)
    library.review.add_introduction(signed, event(LogAction.KEY))
    library.review.add_introduction(signed, event(LogAction.KEY))
    assert library.review.introductions() == (signed,)
    assert len(library.review.log()) == 1


# the log


def test_what_is_done_and_what_the_log_says_of_it_are_written_together(library):
    with pytest.raises(UserError, match="不能印发"):
        library.review.take_step(Step.PUBLISH, event_of(Step.PUBLISH, ISSUE.uid, By(name=EDITOR, at=AT)))
    assert library.review.log() == ()
    library.review.take_step(Step.SUBMIT, event_of(Step.SUBMIT, ISSUE.uid, By(name=EDITOR, at=AT)))
    (entry,) = library.review.log(ISSUE.uid)
    assert (entry.number, entry.event.action, entry.event.name, entry.event.at) == (1, "submitted", EDITOR, AT)
    assert library.issue(ISSUE.uid).archive.state is IssueState.SUBMITTED
    assert library.find("30").state is IssueState.SUBMITTED


def test_a_reading_is_marked_with_its_step_or_not_at_all(library):
    read = reading_of(library.issue(ISSUE.uid), reader=CHIEF, at=AT)
    returned = event_of(Step.RETURN, ISSUE.uid, By(name=CHIEF, at=AT), detail="再核")
    with pytest.raises(UserError, match="不能退回"):
        library.review.take_step(Step.RETURN, returned, read=read)
    assert library.readings.last(ISSUE.uid) is None
    library.review.take_step(Step.SUBMIT, event_of(Step.SUBMIT, ISSUE.uid, By(name=EDITOR, at=AT)))
    library.review.take_step(Step.RETURN, returned, read=read)
    assert library.readings.last(ISSUE.uid) == read


@pytest.fixture
def logged(library, tmp_path):
    for count in range(9):
        library.review.save_member(Member(name=f"编辑{count}"), event(detail=f"加入 {count}", at=AT + count * HOUR))
    assert first_broken(library.review.log()) is None
    return tmp_path / "library.db"


@pytest.mark.parametrize("column", ["action", "name", "at", "issue", "detail", "before", "hash"])
@pytest.mark.parametrize("number", [1, 5, 9])
def test_a_changed_row_of_the_log_is_found(library, logged, column, number):
    value = {"action": "key", "at": (AT - HOUR).isoformat()}.get(column, "0" * 64)
    as_attacker(logged, f"UPDATE log SET {column} = '{value}' WHERE number = {number}")  # noqa: S608
    assert first_broken(library.review.log()) == number


@pytest.mark.parametrize(("statement", "found"), [
    ("DELETE FROM log WHERE number = 4", 4),
    ("DELETE FROM log WHERE number = 1", 1),
    ("UPDATE log SET number = 100 WHERE number = 9", 9),
    ("UPDATE log SET number = CASE number WHEN 3 THEN 30 ELSE 3 END WHERE number IN (3, 4)", 3),
])  # fmt: skip
def test_a_missing_or_moved_row_of_the_log_is_found(library, logged, statement, found):
    as_attacker(logged, statement)
    assert first_broken(library.review.log()) == found


def test_a_row_that_cannot_be_read_is_said(library, logged):
    as_attacker(logged, "UPDATE log SET at = '昨天' WHERE number = 2")
    with pytest.raises(UserError, match="第 2 条"):
        library.review.log()


@pytest.mark.usefixtures("approved", "logged")
@pytest.mark.parametrize("table", ["log", "approvals", "released_files", "seen_pages"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 1"])
def test_what_was_signed_and_logged_stays(tmp_path, table, change):
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(change.format(table))


# approvals


def test_an_approval_keeps_its_files_and_closes_the_issue(library, approved):
    (signed,) = library.review.approvals(ISSUE.uid)
    assert library.review.approvals() == (signed,)
    assert approved.archive.state is IssueState.APPROVED
    assert library.review.released("0" * 64) is None
    assert library.review.seen_pages(digest(signed.statement)) == SEEN
    assert library.review.seen_pages("0" * 64) is None
    assert [entry.event.action for entry in library.review.log()] == ["submitted", "approved"]


@pytest.mark.usefixtures("approved")
def test_an_issue_is_approved_once(library):
    signed = library.review.approvals()
    with pytest.raises(UserError, match="不能送审"):
        approve_plainly(library, ISSUE.uid)
    assert library.review.approvals() == signed


def test_no_step_but_a_signature_approves(library):
    library.review.take_step(Step.SUBMIT, event_of(Step.SUBMIT, ISSUE.uid, By(name=EDITOR, at=AT)))
    with pytest.raises(ValueError, match="signature"):
        library.review.take_step(Step.APPROVE, event_of(Step.APPROVE, ISSUE.uid, By(name=CHIEF, at=AT)))


# closed issues


def changed(issue):
    first = replace(next(issue.articles()), source="改过")
    return replace(issue, sections=(replace(issue.sections[0], articles=(first, *issue.sections[0].articles[1:])),))


def tagged(issue):
    first = next(issue.articles())
    first = replace(first, archive=replace(first.archive, tags=("政策",), notes=("已核",)))
    waiver = Waiver(rule="dates.no-year", key="0" * 64, reason="原文如此", name=EDITOR, at=AT)
    made = replace(issue, sections=(replace(issue.sections[0], articles=(first, *issue.sections[0].articles[1:])),))
    return replace(made, archive=replace(issue.archive, waivers=(waiver,), notes=("归档",)))


def save_workspace(library, issue):
    space = library.workspace(issue.uid)
    library.save_workspace(space, put_issue(space, issue), author=EDITOR)


def save_first(library, issue):
    save_article(library, issue.uid, next(issue.articles()), author=EDITOR)


def save_moved_article(library, issue):
    space = library.workspace(issue.uid)
    gone = replace(issue.sections[0], articles=issue.sections[0].articles[1:])
    after = put_issue(space, replace(issue, sections=(gone,)))
    library.save_workspace(
        space, replace(after, drawer=replace(after.drawer, pending=(next(issue.articles()),))), author="甲"
    )


def save_with_stale_before(library, issue):
    """As a window would that opened the issue before it was approved."""
    stale = replace(library.workspace(issue.uid), issue=ISSUE)
    library.save_workspace(stale, put_article(stale, replace(next(ISSUE.articles()), source="改过")), author=EDITOR)


PRINTED = {
    "save_issue": lambda library, issue: library.save_issue(changed(issue), author="甲"),
    "save_issue, look": lambda library, issue: library.save_issue(
        replace(issue, look=Look(name="gongwen")), author="甲"
    ),
    "save_issue, profile": lambda library, issue: library.save_issue(
        replace(issue, profile=Profile(masthead="改")), author="甲"
    ),
    "save_issue, state": lambda library, issue: library.save_issue(
        replace(issue, archive=replace(issue.archive, state=IssueState.EDITING)), author="甲"
    ),
    "save_workspace, article": lambda library, issue: save_first(library, changed(issue)),
    "save_workspace": lambda library, issue: save_workspace(library, changed(issue)),
    "save_workspace, headline": lambda library, one: save_workspace(library, replace(one, headline=Title(text="改"))),
    "save_workspace, moved": save_moved_article,
    "save_workspace, stale": save_with_stale_before,
    "checkpoints.save_issues": lambda library, issue: library.checkpoints.save_issues(
        "替换", [(issue, changed(issue))], author="甲"
    ),
    "checkpoints.undo": lambda library, _issue: library.checkpoints.undo(
        library.checkpoints.listed()[-1].uid, author="甲"
    ),
}  # fmt: skip
ARCHIVE = {
    "save_issue": lambda library, issue: library.save_issue(tagged(issue), author="甲"),
    "save_workspace, article": lambda library, issue: save_first(library, tagged(issue)),
    "save_workspace": lambda library, issue: save_workspace(library, tagged(issue)),
    "registers.retag": lambda library, _issue: library.registers.retag(
        "改标签",
        {"政策": "规划"},
        registers=(library.registers.stored(), Registers(tags=(Tag(name="规划"),))),
        author="甲",
    ),
    "registers.save": lambda library, _issue: library.registers.save(
        library.registers.stored(), Registers(tags=(Tag(name="政策"),)), author="甲"
    ),
    "house_words.save": lambda library, _issue: library.house_words.save(
        library.house_words.stored(), HouseWords((HouseWord(name="布署"),)), author="甲"
    ),
    "save_publication": lambda library, _issue: library.save_publication(replace(ONE, profile=Profile(masthead="新"))),
    "readings": lambda library, issue: library.readings.add(reading_of(issue, reader=CHIEF, at=AT)),
    "galleys": lambda library, issue: library.galleys.add(galley_of(issue, number=1, name=CHIEF, at=AT)),
}
NO_ISSUE = {
    "versions.keep", "add_issue", "take_in", "files.add_picture", "files.add_original", "files.add_font",
    "files.remove_font",
}  # fmt: skip
READING = {"mending", "received", "article_facts",
    "publications", "publication", "issues", "find", "issue", "workspace", "checkpoints.listed", "registers.stored",
    "house_words.stored",
    "registers.usage", "registers.used_words", "versions.revisions", "versions.listed", "versions.article",
    "files.picture", "files.pictures", "files.originals", "files.fonts", "files.font_data", "read_only", "holder",
    "notices", "place", "why_read_only", "review", "watch",
}  # fmt: skip
PARTS = {
    "checkpoints": CheckpointLibrary,
    "files": FileLibrary,
    "house_words": HouseWordLibrary,
    "registers": RegisterLibrary,
    "versions": VersionLibrary,
}


def members(port):
    return {name for name, _ in inspect.getmembers(port) if not name.startswith("_")}


def test_every_method_of_a_library_is_known_here():
    """Whoever adds a write of an issue adds it to PRINTED: no way round the closed state."""
    methods = members(Library) - PARTS.keys() | {
        f"{part}.{name}" for part, port in PARTS.items() for name in members(port)
    }
    assert methods == READING | NO_ISSUE | {name.partition(",")[0] for name in PRINTED | ARCHIVE}
    assert members(ReviewLibrary) == {
        "members", "rules", "save_member", "introductions", "add_introduction", "approvals", "released", "log",
        "take_step", "save_rules", "approve", "scans", "seen_pages", "note",
    }  # fmt: skip
    assert members(ScanLibrary) == {"listed", "withdrawn", "data", "add", "withdraw"}


@pytest.fixture
def closed(library):
    """An approved issue that a checkpoint had changed before."""
    library.checkpoints.save_issues("替换", [(ISSUE, replace(ISSUE, headline=Title(text="头条")))], author="甲")
    approve_plainly(library, ISSUE.uid)
    return library.issue(ISSUE.uid)


@pytest.mark.parametrize("published", [False, True], ids=["approved", "published"])
@pytest.mark.parametrize("write", [pytest.param(write, id=name) for name, write in PRINTED.items()])
def test_no_write_changes_a_closed_issue(library, closed, write, published):
    if published:
        library.review.take_step(Step.PUBLISH, event_of(Step.PUBLISH, closed.uid, By(name=EDITOR, at=AT)))
        closed = library.issue(closed.uid)
    before = library.workspace(closed.uid)
    with pytest.raises(UserError):
        write(library, closed)
    assert library.workspace(closed.uid) == before


def parts_of(issue):
    """Return the hashes of what an issue prints: of its articles, and under its own identity of all besides."""
    return {issue.uid: content_hash(issue.without_articles())} | {
        article.uid: content_hash(article) for article in issue.articles()
    }


@pytest.mark.parametrize(
    "write",
    [pytest.param(write, id=name) for name, write in PRINTED.items() if not name.endswith((" state", " stale"))],
)
def test_every_write_of_what_is_printed_leaves_a_revision_of_its_author(library, write):
    """A second pair of eyes goes by them: see last_editors."""
    library.checkpoints.save_issues("替换", [(ISSUE, replace(ISSUE, headline=Title(text="头条")))], author="前人")
    before = library.issue(ISSUE.uid)
    write(library, before)
    after = library.issue(ISSUE.uid)
    assert printed(after) != printed(before)
    old, new = parts_of(before), parts_of(after)
    touched = {uid for uid, now in new.items() if old.get(uid) != now} or {ISSUE.uid}
    for uid in touched:
        last = library.versions.revisions(uid)[-1]
        assert (last.author in ("甲", EDITOR), last.hash) == (True, new[uid])
    assert last_editors(library, after) <= {"甲", EDITOR}


@pytest.mark.parametrize("write", [pytest.param(write, id=name) for name, write in ARCHIVE.items()])
def test_what_is_not_printed_leaves_no_revision(library, write):
    before = library.issue(ISSUE.uid)
    noted = {uid: library.versions.revisions(uid) for uid in parts_of(before)}
    write(library, before)
    assert {uid: library.versions.revisions(uid) for uid in noted} == noted


@pytest.mark.parametrize("step", [Step.SUBMIT, Step.RETURN])
def test_a_step_of_the_review_leaves_no_revision(library, step):
    for one in dict.fromkeys((Step.SUBMIT, step)):
        library.review.take_step(one, event_of(one, ISSUE.uid, By(name=CHIEF, at=AT)))
    assert library.versions.revisions(ISSUE.uid) == ()


def test_an_issue_made_here_is_its_authors(library):
    made = replace(ISSUE, uid="7" * 32, number=Number(year=2025, number=7, total=34), sections=())
    library.add_issue(made, author=CHIEF)
    assert last_editors(library, made) == {CHIEF}
    imported = replace(made, uid="8" * 32, number=Number(year=2025, number=8, total=35))
    library.take_in(Arrival(issue=imported, publication=ONE))
    assert last_editors(library, imported) == frozenset()


@pytest.mark.parametrize("write", [pytest.param(write, id=name) for name, write in ARCHIVE.items()])
def test_archive_metadata_registers_and_publication_stay_free(library, closed, write):
    write(library, closed)
    assert library.issue(closed.uid).archive.state is IssueState.APPROVED


def test_a_save_from_before_a_step_does_not_undo_it(library):
    stale = library.workspace(ISSUE.uid)
    library.review.take_step(Step.SUBMIT, event_of(Step.SUBMIT, ISSUE.uid, By(name=EDITOR, at=AT)))
    with pytest.raises(UserError, match="状态已改为“已送审”"):
        library.save_workspace(stale, put_issue(stale, replace(ISSUE, headline=Title(text="改"))), author=EDITOR)


def test_a_picture_may_still_come(library, approved):
    one, data = picture()
    library.files.add_picture(one, data[one.sha256])
    assert library.issue(approved.uid) == approved


def test_an_event_tells_a_moment_in_utc():
    with pytest.raises(ValueError, match="UTC"):
        event(at=dt.datetime(2025, 1, 20))  # noqa: DTZ001
