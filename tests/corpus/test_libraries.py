"""Libraries of every schema: each says what it said to the program that made its answers, and can be worked on."""

import datetime as dt
import json
import shutil
from dataclasses import replace

import pytest

from db.library import open_library
from db.reader import open_reader
from db.shelf import back_up, backups_of, check_backup, restore_copy
from editor.desk.exporting import Targets
from editor.desk.review.enrolling import trust_fingerprint
from editor.desk.review.fingerprint import fingerprint
from editor.interchange.issue_file import write_issue
from editor.interchange.statements import first_broken
from editor.model.approval import LogAction, LogEvent
from editor.model.article import Title
from editor.model.body import Paragraph, Run, plain, text_of
from editor.model.errors import UserError
from editor.model.issue_state import CLOSED
from editor.model.review import Member
from tests.corpus.in_hand import LONG
from tests.corpus.make import BROUGHT_UP, PROGRAMS
from tests.corpus.old_program import AT, EDITOR, LAST_TITLE, RARE
from tests.corpus.saying import FILES, answers, give, kept_answers, office, unpacked, without_later
from tests.editing import save_article

NAMES = (*PROGRAMS, "today")
FIRST_WITH_REGISTERS = "0007"
SIGNED = tuple(name for name in NAMES if name == "today" or name >= "0008")


@pytest.fixture
def library_of(tmp_path):
    """Opens a library of the corpus, at a machine that trusts its chief's key."""

    def opened(name):
        place = tmp_path / f"{name}.db"
        return office(place if place.exists() else unpacked(f"{name}.db.xz", tmp_path), FILES / f"{name}.trust.json")

    return opened


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_said(library_of, name):
    kept = kept_answers(name)
    for _ in ("upgraded", "opened again"):
        with library_of(name) as desk:
            said = without_later(answers(desk))
        for part, value in kept.items():
            assert _comparable(said[part], part, name) == _comparable(value, part, name), part
        assert said.keys() == kept.keys()


def _comparable(value, part, name):
    """Leave out the identities of registers' entries where an upgrade makes the registers: they are drawn by lot."""
    if part != "registers" or name >= FIRST_WITH_REGISTERS:
        return value
    return {key: [entry | {"uid": ""} for entry in entries] for key, entries in value.items()}


@pytest.mark.parametrize("name", SIGNED)
def test_what_was_signed_goes_out_as_it_was_signed(library_of, tmp_path, name):
    closed = 0
    with library_of(name) as desk:
        for entry in desk.library.issues():
            if entry.state not in CLOSED:
                continue
            statement = json.loads(desk.review.approvals(entry.uid)[-1].statement)["approval"]
            if statement["key"] not in desk.known():
                # of another board, whose key this machine has not been told to trust
                with pytest.raises(UserError, match="没有在这台电脑上确认过"):
                    give(desk, entry.uid, pictures={}, targets=Targets(pdf=tmp_path / "a.pdf"))
                trust_fingerprint(desk, fingerprint(statement["key"]), AT)
            targets = Targets(pdf=tmp_path / "a.pdf", word=tmp_path / "a.docx")
            give(desk, entry.uid, pictures={}, targets=targets)
            assert targets["pdf"].read_bytes() == desk.review.released(statement["pdf"])
            assert targets["word"].read_bytes() == desk.review.released(statement["word"])
            closed += 1
    assert closed


@pytest.mark.parametrize("name", NAMES)
def test_it_is_worked_on(library_of, tmp_path, name):
    with library_of(name) as desk:
        library = desk.library
        log = library.review.log()
        entry = next(one for one in library.issues() if one.state not in CLOSED)
        article = next(library.issue(entry.uid).articles())
        blocks = (*article.blocks, Paragraph(runs=text_of("今天写的一段。")))
        save_article(library, entry.uid, replace(article, blocks=blocks), author=EDITOR)
        now = dt.datetime.now(tz=dt.UTC)
        library.review.save_member(
            Member(name="新来的人"), LogEvent(action=LogAction.MEMBER, name=EDITOR, at=now, detail="新来的人：编辑")
        )
    with library_of(name) as desk:
        saved = next(one for one in desk.library.issue(entry.uid).articles() if one.uid == article.uid)
        assert plain(saved.blocks[-1].runs) == "今天写的一段。"
        # what was stored beside it is not cleaned by the way
        assert saved.blocks[:-1] == article.blocks
        assert desk.review.log()[:-1] == log
        assert first_broken(desk.review.log()) is None
    backup = back_up(tmp_path / f"{name}.db")
    check_backup(backup)


@pytest.mark.parametrize("name", [name for name in NAMES if name <= "0009" or name == "today"])
def test_rare_text_reads_as_it_is(library_of, name):
    with library_of(name) as desk:
        issues = [desk.library.issue(one.uid) for one in desk.library.issues()]
        blocks = [block for issue in issues for article in issue.articles() for block in article.blocks]
    assert any(isinstance(block, Paragraph) and block.runs == RARE for block in blocks)


def test_a_title_of_a_page_and_a_script_for_a_link_are_kept(library_of):
    with library_of("today") as desk:
        (article,) = desk.library.issue("9" * 32).articles()
        assert (article.title.text, article.link) == (LONG, "javascript:alert(2)")
        # a stored one is saved again with the article, changed elsewhere
        save_article(desk.library, "9" * 32, replace(article, subtitle="副题"), author=EDITOR)
        (again,) = desk.library.issue("9" * 32).articles()
        assert again == replace(article, subtitle="副题")
        assert Run(text="脚本", link="javascript:alert(1)") in again.blocks[-1].runs


def test_exports_read_without_the_mapping_read_the_same(library_of, tmp_path):
    kept = kept_answers("today")
    with library_of("today"):
        pass
    with open_reader(tmp_path / "today.db") as reader:
        assert [one[0] for one in kept["list"]] == [one.uid for one in reader.issues()]
        for entry in reader.issues():
            issue = reader.issue(entry.uid)
            data = write_issue(issue, reader.publication(issue.publication))
            with open_library(tmp_path / "today.db") as library:
                assert data == write_issue(library.issue(entry.uid), library.publication(issue.publication))


def test_the_log_that_a_dead_program_left_is_applied(tmp_path):
    place = unpacked("leftover.db.xz", tmp_path)
    log = unpacked("leftover.db-wal.xz", tmp_path)
    assert log.stat().st_size > 0
    with office(place, tmp_path / "trust.json") as desk:
        assert without_later(answers(desk)) == kept_answers("leftover")
        issue = desk.library.issue(desk.library.find("latest").uid)
        assert next(issue.articles()).title == Title(text=LAST_TITLE)


def left_behind(name, folder, *, log=""):
    """An old library beside the log that a program left; log: another one than its own program's."""
    place = unpacked(f"{name}.db.xz", folder)
    unpacked(log or f"{name}.db-wal.xz", folder).rename(folder / f"{name}.db-wal")
    return place


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_log_that_an_old_program_left_is_applied(tmp_path, name):
    kept = kept_answers(name)
    with office(left_behind(name, tmp_path), FILES / f"{name}.trust.json") as desk:
        said = without_later(answers(desk))
        last = desk.library.issues()[0].uid
        assert next(desk.library.issue(last).articles()).title == Title(text=LAST_TITLE)
    assert said["list"] == kept["list"]
    for part in ("issues", "content"):
        assert {uid: one for uid, one in said[part].items() if uid != last} == {
            uid: one for uid, one in kept[part].items() if uid != last
        }
    for part in ("drawers", "checkpoints", "members", "approvals", "log", "chain", "broken", "verdicts"):
        assert said[part] == kept[part], part


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_backup_holds_what_lies_in_the_log(tmp_path, name):
    backup = back_up(left_behind(name, tmp_path))
    check_backup(backup)
    with open_library(shutil.copy(backup.path, tmp_path / "again.db")) as library:
        assert next(library.issue(library.issues()[0].uid).articles()).title == Title(text=LAST_TITLE)


@pytest.mark.parametrize("name", BROUGHT_UP)
def test_one_that_was_brought_up_and_left_is_taken_on(tmp_path, name):
    kept = kept_answers(name)
    place = left_behind(name, tmp_path, log=f"{name}.upgraded-wal.xz")
    with office(place, FILES / f"{name}.trust.json") as desk:
        said = without_later(answers(desk))
    for part, value in kept.items():
        assert _comparable(said[part], part, name) == _comparable(value, part, name), part


def test_a_backup_of_before_is_known_and_put_back(tmp_path):
    (packed,) = FILES.glob("library *.db.xz")
    (tmp_path / "备份").mkdir()
    shutil.move(unpacked(packed.name, tmp_path), tmp_path / "备份")

    (backup,) = backups_of(tmp_path / "library.db")
    check_backup(backup)
    restore_copy(backup, tmp_path / "library.db")
    with open_library(tmp_path / "library.db") as library:
        assert [one.masthead for one in library.issues()] == ["云州观察"]
