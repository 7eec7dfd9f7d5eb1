"""What a machine remembers of a library's log, and how a person says that a library is right as it is now."""

import datetime as dt
import shutil
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.ports import Arrival
from editor.desk.review.acceptance import accept_log, note_restored
from editor.desk.review.approved_issues import doubtful_issues, doubts_of
from editor.desk.review.enrolling import Succession, change_key, enrol, key_in_use, trust_fingerprint
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.introductions import Confirmation, introduce
from editor.desk.review.looking import look
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.remarks import Doubt
from editor.desk.review.replay import replayed
from editor.desk.review.steps import By, publish, submit
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_issue
from editor.interchange.statements import first_broken
from editor.model.approval import LogAction, LogEntry, LogEvent
from editor.model.approval_rules import approval_rules
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.publication import Profile, Publication
from tests.fakes import article, issue_of
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, SECOND, STAFF, FakeTrust, approve_plainly, key_of

ISSUE = issue_of(article())
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
NOW = dt.datetime.now(tz=dt.UTC)


def by(name, hours=0):
    return By(name=name, at=AT + hours * HOUR)


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        approve_plainly(library, ISSUE.uid)
    return path


@pytest.fixture
def trust(tmp_path):
    made = TrustFile(tmp_path / "settings" / "trusted-keys.json")
    made.confirm(Confirmation(key=key_of(CHIEF).public, name=CHIEF, at=AT))
    return made


def looked(place, trust):
    with open_library(place) as library:
        return look(Office(library=library, trust=trust)).log


def doubts(log):
    return [one.doubt for one in log.remarks]


def words(log):
    return " ".join(one.words for one in log.remarks)


def printed(place, name=STAFF):
    with open_library(place) as library:
        publish(Office(library=library, trust=FakeTrust(key_of(CHIEF))), ISSUE.uid, by(name, 1))


# libraries that go on, are moved, copied and rolled back


def test_a_library_that_goes_on_is_never_asked_about(place, trust, tmp_path):
    assert looked(place, trust).remarks == ()
    printed(place)
    assert looked(place, trust).remarks == ()
    moved = shutil.move(place, tmp_path / "moved.db")
    assert looked(moved, trust).remarks == ()


def test_two_copies_that_go_on_apart_are_asked_about_once(place, trust, tmp_path):
    other = shutil.copy(place, tmp_path / "other.db")
    printed(place)
    printed(other, name=EDITOR)
    assert looked(place, trust).remarks == ()
    assert doubts(looked(other, trust)) == [Doubt.ROLLED_BACK]
    with open_library(other) as library:
        accept_log(Office(library=library, trust=trust), by(CHIEF, 2))
        assert library.review.log()[-1].event.action is LogAction.ACCEPTED
    for path in (other, place, other):
        assert looked(path, trust).remarks == ()


def test_a_sound_log_is_not_accepted(place, trust):
    with open_library(place) as library, pytest.raises(UserError, match="没有什么要认可的"):
        accept_log(Office(library=library, trust=trust), by(CHIEF))


def test_a_restored_backup_is_logged_and_another_machine_says_so(place, trust, tmp_path):
    backup = shutil.copy(place, tmp_path / "备份.db")
    printed(place)
    elsewhere = TrustFile(tmp_path / "elsewhere" / "trusted-keys.json")
    for machine in (trust, elsewhere):
        assert looked(place, machine).remarks == ()
    shutil.copy(backup, place)
    assert "比这台电脑上次看到的少" in words(looked(place, trust))
    with open_library(place) as library:
        note_restored(Office(library=library, trust=trust), "备份.db", by(EDITOR, 3))
        last = library.review.log()[-1].event
    assert last.action is LogAction.RESTORED
    assert last.detail.startswith("备份.db；之前看到第 3 条")
    assert looked(place, trust).remarks == ()
    log = looked(place, elsewhere)
    assert doubts(log) == [Doubt.ROLLED_BACK]
    assert "从备份还原过" in words(log)
    assert "1 条记录不在其中" in words(log)
    with open_library(place) as library:
        accept_log(Office(library=library, trust=elsewhere), by(CHIEF, 4))
    assert looked(place, elsewhere).remarks == ()
    # what the first machine saw goes on from there
    assert looked(place, trust).remarks == ()


def test_what_cannot_be_written_down_is_said_and_hinders_nothing(place, trust, tmp_path):
    (tmp_path / "settings" / "seen-libraries.json").write_text("不是", encoding="utf-8")
    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        (note,) = released_files(office, library.issue(ISSUE.uid)).notes
        assert "这台电脑没有记下刊库的记录到了哪里" in note
        assert verify_issue(office, ISSUE.uid).holds


def test_a_backup_is_restored_where_nothing_can_be_written_down(place, trust, tmp_path):
    (tmp_path / "settings" / "seen-libraries.json").write_text("不是", encoding="utf-8")
    with open_library(place) as library:
        remarks = note_restored(Office(library=library, trust=trust), "备份.db", by(EDITOR, 3))
        assert "这台电脑没有记下刊库的记录到了哪里" in remarks
        assert library.review.log()[-1].event.detail == "备份.db"


def test_memory_is_not_written_again_while_nothing_moves(place, trust, tmp_path):
    looked(place, trust)
    kept = tmp_path / "settings" / "seen-libraries.json"
    before = kept.stat().st_mtime_ns, kept.read_bytes()
    looked(place, trust)
    assert (kept.stat().st_mtime_ns, kept.read_bytes()) == before


def test_confirmed_fingerprints_of_before_are_read_and_written_as_before(tmp_path):
    path = tmp_path / "trusted-keys.json"
    key = "a" * 64
    path.write_text(
        f'{{"format":"bulletin-trust","keys":[{{"at":"2025-01-20T08:00:00Z","key":"{key}","name":"宋希贤"}}],"version":1}}\n',
        encoding="utf-8",
    )
    before = path.read_bytes()
    trust = TrustFile(path)
    (one,) = trust.confirmed()
    assert trust.seen().heads == ()
    trust.confirm(one)
    assert path.read_bytes() == before


# clocks


def test_an_entry_ten_years_ahead_is_a_note_and_stops_no_approval(tmp_path, trust):
    ahead = NOW + dt.timedelta(days=3650)
    with open_library(tmp_path / "library.db") as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        submit(library, ISSUE.uid, By(name=EDITOR, at=ahead))
        approve_plainly(library, ISSUE.uid, at=NOW)
        office = Office(library=library, trust=trust)
        verdict = verify_issue(office, ISSUE.uid)
        assert verdict.holds
        assert {one.doubt for one in verdict.remarks} == {Doubt.CLOCK}
        assert "在将来" in " ".join(one.words for one in verdict.remarks)
        publish(office, ISSUE.uid, By(name=STAFF, at=NOW))
        assert released_files(office, library.issue(ISSUE.uid))


@pytest.mark.parametrize(("signed", "changed"), [(9, 1), (1, 9)])
@pytest.mark.parametrize("first", ["approval", "key"])
def test_the_order_of_the_log_says_which_key_signed_not_the_clocks(tmp_path, first, signed, changed):
    new = replace(key_of("新"), name=CHIEF)
    detail = f"{CHIEF}：{fingerprint(new.public)}，接替 {fingerprint(key_of(CHIEF).public)}"
    event = LogEvent(action=LogAction.KEY, name=CHIEF, at=AT, detail=detail)
    remarks = introduce(
        key_of(CHIEF), key=new.public, name=CHIEF, at=AT + changed * HOUR, replaces=key_of(CHIEF).public
    )
    with open_library(tmp_path / "library.db") as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        acts = [
            lambda: approve_plainly(library, ISSUE.uid, at=AT + signed * HOUR),
            lambda: library.review.add_introduction(remarks, event),
        ]
        for act in acts if first == "approval" else reversed(acts):
            act()
        verdict = verify_issue(Office(library=library, trust=FakeTrust(key_of(CHIEF))), ISSUE.uid)
    assert verdict.holds is (first == "approval")
    assert (Doubt.REPLACED_KEY in [one.doubt for one in verdict.remarks]) is (first == "key")


# keys that are new to this machine

PHRASE = "一句只有自己知道的话"


def chief_of(tmp_path, library, trust):
    office = Office(library=library, trust=trust)
    return office, enrol(office, tmp_path / "一.key", name="甲", passphrase=PHRASE, at=AT)


def test_a_key_made_by_hand_in_place_of_another_is_confirmed_by_typing_it(tmp_path):
    with open_library(tmp_path / "library.db") as library:
        office, old = chief_of(tmp_path, library, FakeTrust())
        assert old.public in office.known()
        succession = Succession(old=key_in_use(office, "甲"))
        made = change_key(office, tmp_path / "二.key", succession, passphrase=PHRASE, at=AT + HOUR)
        assert made.public not in office.known()
        assert office.known()[old.public].until is None
        trust_fingerprint(office, fingerprint(made.public), AT + 2 * HOUR)
        assert office.known()[made.public].until is None
        assert office.known()[old.public].until == AT + HOUR


def test_a_first_key_is_not_made_for_a_name_that_is_known_here(tmp_path):
    with open_library(tmp_path / "library.db") as library:
        chief_of(tmp_path, library, trust := FakeTrust())
    with open_library(tmp_path / "emptied.db") as library, pytest.raises(UserError, match="这台电脑上确认过甲的密钥"):
        enrol(Office(library=library, trust=trust), tmp_path / "二.key", name="甲", passphrase=PHRASE, at=AT)


def test_a_key_that_a_second_person_vouches_for_counts_and_is_said(tmp_path):
    with open_library(tmp_path / "library.db") as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        office, old = chief_of(tmp_path, library, FakeTrust(key_of(SECOND)))
        succession = Succession(old=key_in_use(office, "甲"), signer=key_of(SECOND))
        made = change_key(office, tmp_path / "二.key", succession, passphrase=PHRASE, at=AT + HOUR)
        approve_plainly(library, ISSUE.uid, at=AT + 2 * HOUR, signer=made)
        verdict = verify_issue(office, ISSUE.uid)
        assert verdict.holds
        assert f"由{SECOND}作保" in verdict.remarks[0].words
        assert f"由{SECOND}作保" in released_files(office, library.issue(ISSUE.uid)).notes[0]
        trust_fingerprint(office, fingerprint(made.public), AT + 3 * HOUR)
        assert verify_issue(office, ISSUE.uid).remarks == ()
        assert office.known()[old.public].until == AT + HOUR


# entries of before

UID = "7" * 32
_OLD = (
    ("key", "宋希贤", "", "宋希贤：75632 51499 44237 53767 12615 01041 51311 94736"),
    ("member", "宋希贤", "", "宋希贤：总编辑"),
    ("rules", "宋希贤", "", "云州观察：由宋希贤签发，两人把关"),
    ("submitted", "钟新敏", UID, "ab" * 32),
    ("received", "导入", UID, "published"),
)
_HASHES = (
    "dd473919c7344886e9b73c0b753d330bf37d7e391bb2e84f2bd63f9cd7d0c06e",
    "d23f5d40c691e8fae8b0917de77af6b22fe7c2ea7cf4e216e99e1784a5f7a507",
    "2143ada73191fee5ebf53eeb4bf281ec246d44c643e32b0bf3180266655d0d1e",
    "7d181767f37152a69f6d33e065f3a8056695da63c84cb63f24c063f64663ca54",
    "805f8892041509ddd0e4d366cf3d368f5298c1e8751267e4597b6bc2775955bd",
)


def test_a_log_written_before_hashes_as_it_was_written_and_tells_the_same():
    entries = tuple(
        LogEntry(
            number=number,
            event=LogEvent(action=LogAction(action), name=name, at=AT, issue=issue, detail=detail),
            before=_HASHES[number - 2] if number > 1 else "",
            hash=_HASHES[number - 1],
        )
        for number, (action, name, issue, detail) in enumerate(_OLD, 1)
    )
    assert first_broken(entries) is None
    told = replayed(entries)
    assert told.rules_of(approval_rules(ONE)).words == "由宋希贤签发，两人把关"
    assert told.states == {UID: IssueState.PUBLISHED}
    assert told.received == {UID: 5}
    assert told.keys[0].name == CHIEF


def test_fingerprints_that_cannot_be_read_are_told_where_something_goes_out(place, trust, tmp_path):
    (tmp_path / "settings" / "trusted-keys.json").write_text("不是", encoding="utf-8")
    with open_library(place) as library:
        office = Office(library=library, trust=trust)
        assert "读不出来" in doubtful_issues(office)[ISSUE.uid][0]
        assert "读不出来" in doubts_of(office, library.issue(ISSUE.uid))[0].words
        with pytest.raises(UserError, match="读不出来"):
            released_files(office, library.issue(ISSUE.uid))
