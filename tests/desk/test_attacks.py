"""Whoever has a library, a package or a backup, and the chief's name, gets nothing out as approved without a word.

The attacker makes keys and edits SQLite as they like, also the hashes of the log, which hold no secret; what they have
not is the office's machine: its confirmed fingerprints, and what it saw of the library. Each attack comes back by each
way that it can take, and is told by export, list and verify.
"""

import copy
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from db.library import open_library
from editor.desk.importing import import_file
from editor.desk.ports import Arrival
from editor.desk.review.approved_issues import doubtful_issues
from editor.desk.review.enrolling import set_role, set_rules
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.introductions import introduce
from editor.desk.review.looking import look
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.remarks import Doubt
from editor.desk.review.replay import key_words
from editor.desk.review.steps import By, correct, publish, return_issue
from editor.desk.review.verifying import verify_file, verify_issue
from editor.interchange.package import Package, write_package
from editor.interchange.package.contents import ApprovalEvidence
from editor.interchange.statements import digest, link
from editor.model.approval import LogAction, LogEvent
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue_state import CLOSED
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.review import Role
from tests.attacker import reseal
from tests.fakes import article, issue_of
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, STAFF, FakeTrust, approve_plainly, key_of

ISSUE = issue_of(article("云州发布数据登记办法"), article("海州公布数据目录"))
PRINTED = replace(issue_of(article("云州开放目录")), number=Number(year=2025, number=4, total=31), uid="4" * 32)
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
NEW, FORGED = replace(key_of("新"), name=CHIEF), replace(key_of("伪"), name=CHIEF)


def by(name, hours):
    return By(name=name, at=AT + hours * HOUR)


def register(library, signer, made, hours, *, replaced=None):
    """Note a key in a library as the program does."""
    old = replaced.public if replaced else ""
    words = key_words(made.name, fingerprint(made.public), fingerprint(old) if old else "")
    event = LogEvent(action=LogAction.KEY, name=signer.name, at=AT + hours * HOUR, detail=words)
    for one in (signer, made):
        said = introduce(one, key=made.public, name=made.name, at=AT + hours * HOUR, replaces=old)
        library.review.add_introduction(said, event)


def edit(library, uid, **fields):
    space = library.workspace(uid)
    changed = put_article(space, replace(next(space.issue.articles()), **fields))
    library.save_workspace(space, changed, author=EDITOR)


@dataclass(frozen=True)
class World:
    """The office's library, copies of it from before that the attacker has, and the office's machine."""

    library: Path
    before_withdrawal: Path
    before_revision: Path
    before_print: Path
    trust: FakeTrust


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    place = folder / "library.db"
    trust = FakeTrust(key_of(CHIEF))

    def keep(name):
        shutil.copy(place, folder / name)
        return folder / name

    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        library.add_issue(PRINTED)
        register(library, key_of(CHIEF), key_of(CHIEF), -9)
        set_role(office, CHIEF, Role.CHIEF, by(CHIEF, -9))
        set_rules(office, replace(ONE, approvers=(CHIEF,), second_pair=True), by(CHIEF, -8))
        first = approve_plainly(library, PRINTED.uid, at=AT)
        publish(office, PRINTED.uid, by(STAFF, 1))
    before_revision = keep("before-revision.db")
    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        correct(library, PRINTED.uid, by(EDITOR, 2), reason="机构名称有误")
        edit(library, PRINTED.uid, source="云州市数据局")
        approve_plainly(library, PRINTED.uid, at=AT + 3 * HOUR, revision=2, replaces=digest(first.statement))
        publish(office, PRINTED.uid, by(STAFF, 4))
        taken_back = approve_plainly(library, ISSUE.uid, at=AT + 5 * HOUR)
    before_withdrawal = keep("before-withdrawal.db")
    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        return_issue(library, ISSUE.uid, by(CHIEF, 6), note="再核")
        edit(library, ISSUE.uid, source="云州市数据局")
        approve_plainly(library, ISSUE.uid, at=AT + 7 * HOUR, replaces=digest(taken_back.statement))
        register(library, key_of(CHIEF), NEW, 8, replaced=key_of(CHIEF))
    before_print = keep("before-print.db")
    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        publish(office, ISSUE.uid, by(STAFF, 9))
        assert look(office).log.sound
    return World(place, before_withdrawal, before_revision, before_print, trust)


# what the attacker does


def sql(place, *statements):
    with closing(sqlite3.connect(place)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(*statement) if isinstance(statement, tuple) else connection.execute(statement)
        connection.commit()
    # whoever forges knows the checksums, which tell damage
    reseal(place)


def rewrite_log(place, keep):
    """Write the whole log anew with every hash right. keep: the event to be written for each, None for none."""
    with open_library(place) as library:
        events = [event for entry in library.review.log() if (event := keep(entry.event))]
    made, rows = None, []
    for event in events:
        made = link(event, made)
        row = (made.number, event.action, event.name, event.at.isoformat(), event.issue, event.detail)
        rows.append((*row, made.before, made.hash))
    sql(place, "DELETE FROM log", *(("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row) for row in rows))


def set_state(place, uid, state):
    words = (
        "UPDATE issues SET state = ?, data = json_set(data, '$.archive.state', ?) WHERE uid = ?",
        (state, state, uid),
    )
    sql(place, words)


def rekey(world, place):
    """Alter the issue, change the key to one of their own, and sign anew."""
    shutil.copy(world.library, place)
    sql(place, ("DELETE FROM approvals WHERE issue = ?", (ISSUE.uid,)))
    rewrite_log(place, lambda event: event if event.issue != ISSUE.uid else None)
    set_state(place, ISSUE.uid, "editing")
    with open_library(place) as library:
        edit(library, ISSUE.uid, source="改过")
        register(library, FORGED, FORGED, 10, replaced=NEW)
        approve_plainly(library, ISSUE.uid, at=AT + 11 * HOUR, signer=FORGED)


def rekey_and_go_on(world, place):
    """Correct the issue under a key of one's own, in a log that goes on from the office's."""
    shutil.copy(world.library, place)
    with open_library(place) as library:
        register(library, FORGED, FORGED, 10, replaced=NEW)
        correct(library, ISSUE.uid, by(EDITOR, 11), reason="改")
        edit(library, ISSUE.uid, source="改过")
        replaced = _standing(library, ISSUE.uid)
        approve_plainly(library, ISSUE.uid, at=AT + 12 * HOUR, signer=FORGED, revision=2, replaces=replaced)


def sign_with_the_retired_key(world, place):
    """Take the introduction of the new key away, and sign anew with the old one, which was stolen."""
    shutil.copy(world.library, place)
    sql(place, ("DELETE FROM approvals WHERE issue = ?", (ISSUE.uid,)), "DELETE FROM introductions WHERE id > 1")
    rewrite_log(place, lambda event: event if event.issue != ISSUE.uid and "接替" not in event.detail else None)
    set_state(place, ISSUE.uid, "editing")
    with open_library(place) as library:
        edit(library, ISSUE.uid, source="改过")
        approve_plainly(library, ISSUE.uid, at=AT + 11 * HOUR)


def sign_behind_the_new_key(world, place):
    """Sign anew with the old key, dated back, and leave the log as it is."""
    shutil.copy(world.library, place)
    with open_library(place) as library:
        correct(library, ISSUE.uid, by(EDITOR, 10), reason="改")
        edit(library, ISSUE.uid, source="改过")
        approve_plainly(library, ISSUE.uid, at=AT + 7 * HOUR, revision=2, replaces=_standing(library, ISSUE.uid))


def _standing(library, uid):
    return digest(library.review.approvals(uid)[-1].statement)


def replay_what_was_withdrawn(world, place):
    """Bring back the library in which the approval that was taken back still stood, and print it."""
    shutil.copy(world.before_withdrawal, place)
    with open_library(place) as library:
        publish(Office(library=library, trust=FakeTrust(key_of(CHIEF))), ISSUE.uid, by(STAFF, 6))


def replay_what_was_replaced(world, place):
    shutil.copy(world.before_revision, place)


def cut_the_tail(world, place):
    """Undo the printing: cut the entry, and set the state back."""
    shutil.copy(world.library, place)
    sql(place, "DELETE FROM log WHERE number = (SELECT max(number) FROM log)")
    set_state(place, ISSUE.uid, "approved")


def cut_the_whole_log(world, place):
    shutil.copy(world.library, place)
    sql(place, "DELETE FROM log")


def write_the_log_anew(world, place):
    """Hash everything anew, from another first entry on."""
    shutil.copy(world.library, place)
    rewrite_log(place, lambda event: replace(event, at=event.at - HOUR))


def change_the_approvers(world, place):
    shutil.copy(world.library, place)
    sql(place, ("UPDATE publications SET data = replace(data, ?, '路人')", (CHIEF,)))


def drop_the_second_pair(world, place):
    shutil.copy(world.library, place)
    sql(place, """UPDATE publications SET data = replace(data, '"second_pair":true', '"second_pair":false')""")


def change_a_role(world, place):
    shutil.copy(world.library, place)
    sql(place, "UPDATE members SET role = 'editor'")


def add_a_member(world, place):
    shutil.copy(world.library, place)
    sql(place, ("INSERT INTO members (uid, name, role, retired) VALUES (?, '路人', 'chief', 0)", ("9" * 32,)))


def remove_an_introduction(world, place):
    shutil.copy(world.library, place)
    sql(place, "DELETE FROM introductions WHERE id = 2")


def remove_an_approval(world, place):
    """Have the first edition stand again: its revision's row is gone, the log still names it."""
    shutil.copy(world.library, place)
    sql(place, ("DELETE FROM approvals WHERE id = (SELECT max(id) FROM approvals WHERE issue = ?)", (PRINTED.uid,)))


# by which way it comes back


def as_library(world, attack, folder):
    """In place of the office's own, under its own name."""
    place, office = folder / "library.db", copy.deepcopy(world.trust)
    shutil.copy(world.library, place)
    with open_library(place) as library:
        assert look(Office(library=library, trust=office)).log.sound
    attack(world, folder / "attacked.db")
    shutil.move(folder / "attacked.db", place)
    return place, office, None


def as_backup(world, attack, folder):
    """A file beside the library, opened where it lies."""
    place = folder / "备份" / "library 2025-01-20.db"
    place.parent.mkdir()
    attack(world, place)
    return place, copy.deepcopy(world.trust), None


def as_package(world, attack, folder):
    """Taken into an empty library of the same machine."""
    attack(world, folder / "attacked.db")
    with open_library(folder / "attacked.db") as library:
        uid = next(entry.uid for entry in library.issues() if entry.state in CLOSED and is_target(attack, entry.uid))
        issue, review = library.issue(uid), library.review
        approvals = review.approvals(uid)
        named = [data for data in _files(review, approvals[-1]) if data]
        proof = ApprovalEvidence(introductions=review.introductions(), approvals=approvals, files=tuple(named))
        package = Package(issue=issue, publication=library.publication(issue.publication), pictures={}, proof=proof)
    path = folder / "一期.bulletin"
    path.write_bytes(write_package(package))
    return folder / "new.db", copy.deepcopy(world.trust), path


def is_target(attack, uid):
    return uid == (PRINTED.uid if attack in (replay_what_was_replaced, remove_an_approval) else ISSUE.uid)


def _files(review, signed):
    from editor.interchange.statements import read_approval

    approval = read_approval(signed.statement)
    return [review.released(one) for one in (approval.content, approval.pdf, approval.word)]


LIBRARY, BACKUP, PACKAGE = as_library, as_backup, as_package
EVERY = (LIBRARY, BACKUP, PACKAGE)
FILES = (LIBRARY, BACKUP)

ATTACKS = [
    (rekey, EVERY, "可能是别人冒名改签", Doubt.UNKNOWN_KEY),
    (rekey_and_go_on, EVERY, "可能是别人冒名改签", Doubt.UNKNOWN_KEY),
    (sign_with_the_retired_key, EVERY, "已经换掉", Doubt.REPLACED_KEY),
    (sign_behind_the_new_key, FILES, "已经换掉", Doubt.REPLACED_KEY),
    (replay_what_was_withdrawn, EVERY, "被退回或被新的一份取代", Doubt.SUPERSEDED),
    (replay_what_was_replaced, EVERY, "被退回或被新的一份取代", Doubt.SUPERSEDED),
    (cut_the_tail, FILES, "比这台电脑上次看到的少", Doubt.ROLLED_BACK),
    (cut_the_whole_log, (LIBRARY,), "记录从第 1 条起就不是", Doubt.ROLLED_BACK),
    (cut_the_whole_log, (BACKUP,), "记录里没有这次签发", Doubt.LOG),
    (write_the_log_anew, (LIBRARY,), "刊库被换过，或记录被重写过", Doubt.ROLLED_BACK),
    (write_the_log_anew, (BACKUP,), "不是签发时的那些", Doubt.LOG),
    (change_the_approvers, FILES, "记录里最后的规定却是", Doubt.LOG),
    (drop_the_second_pair, FILES, "记录里最后的规定却是", Doubt.LOG),
    (change_a_role, FILES, "记录里却是“总编辑”", Doubt.LOG),
    (add_a_member, FILES, "名单里的路人（总编辑）没有记录", Doubt.LOG),
    (remove_an_introduction, FILES, "刊库里却少了它的介绍", Doubt.LOG),
    (remove_an_approval, FILES, "刊库里已没有了", Doubt.LOG),
]
CASES = [
    pytest.param((attack, way, words, doubt), id=f"{attack.__name__}-{way.__name__}")
    for attack, ways, words, doubt in ATTACKS
    for way in ways
]


@pytest.mark.parametrize("case", CASES)
def test_an_attack_is_told_wherever_something_goes_out(world, tmp_path, case):
    attack, way, words, doubt = case
    place, trust, package = way(world, attack, tmp_path)
    uid = PRINTED.uid if is_target(attack, PRINTED.uid) else ISSUE.uid
    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        if package:
            outcome = import_file(package, library, trust)
            assert words in " ".join(outcome.report)
            assert "导不出签发件" in " ".join(outcome.report)
            assert doubt in [one.doubt for one in verify_file(office, package).remarks]
        assert words in " ".join(doubtful_issues(office)[uid])
        verdict = verify_issue(office, uid)
        assert not verdict.holds
        assert doubt in [one.doubt for one in verdict.remarks]
        assert words in " ".join(one.words for one in verdict.remarks)
        with pytest.raises(UserError, match="没有导出"):
            released_files(office, library.issue(uid))


def test_the_true_library_is_believed_when_it_returns_after_a_forged_one(world, tmp_path):
    place, trust, _ = as_library(world, rekey_and_go_on, tmp_path)
    with open_library(place) as library:
        assert doubtful_issues(Office(library=library, trust=trust))
    shutil.copy(world.library, place)
    with open_library(place) as library:
        assert doubtful_issues(Office(library=library, trust=trust)) == {}


def test_without_an_attack_everything_holds_by_each_way(world, tmp_path):
    for way in EVERY:
        folder = tmp_path / way.__name__
        folder.mkdir()
        place, trust, package = way(world, lambda world, place: shutil.copy(world.library, place), folder)
        with open_library(place) as library:
            office = Office(library=library, trust=trust)
            if package:
                import_file(package, library, trust)
                assert verify_file(office, package).holds
            assert doubtful_issues(office) == {}
            assert verify_issue(office, ISSUE.uid).holds
            assert released_files(office, library.issue(ISSUE.uid)).notes == ()


def test_a_package_brings_no_rules_of_approval_in_silence(world, tmp_path):
    place, trust, package = as_package(world, lambda world, place: shutil.copy(world.library, place), tmp_path)
    with open_library(place) as library:
        said = " ".join(import_file(package, library, trust).report)
        (rules,) = [one.event for one in library.review.log() if one.event.action is LogAction.RULES]
    assert f"由{CHIEF}签发，两人把关" in said
    assert (rules.issue, rules.detail) == (ONE.uid, f"云州观察：由{CHIEF}签发，两人把关")
    with open_library(tmp_path / "other.db") as library:
        library.save_publication(ONE)
        said = " ".join(import_file(package, library, trust).report)
        assert "没有照收" in said
        assert library.publication(ONE.uid).approvers == ()


def test_a_package_that_a_stolen_key_dated_back_is_told_as_a_doubt(world, tmp_path):
    def dated_back(world, place):
        shutil.copy(world.before_withdrawal, place)
        with open_library(place) as library:
            return_issue(library, ISSUE.uid, by(CHIEF, 6), note="改")
            edit(library, ISSUE.uid, source="改过")
            approve_plainly(library, ISSUE.uid, at=AT + 7 * HOUR, replaces=_standing(library, ISSUE.uid))

    place, trust, package = as_package(world, dated_back, tmp_path)
    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        said = " ".join(import_file(package, library, trust).report)
        assert "只有签发自己写的时间" in said
        assert Doubt.CLOCK in [one.doubt for one in verify_file(office, package).remarks]
        assert "只有签发自己写的时间" in released_files(office, library.issue(ISSUE.uid)).notes[0]
