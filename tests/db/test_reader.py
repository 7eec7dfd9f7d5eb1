import datetime as dt
import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from db.engine import library_engine
from db.header import head_version
from db.library import open_library
from db.reader import Reader, open_reader
from db.upgrade import upgrade
from editor.desk.review.enrolling import enrol
from editor.desk.review.office import Office
from editor.intake.font_file import read_font
from editor.interchange.statements import digest, read_approval
from editor.model.approval import LogAction, LogEvent
from editor.model.errors import UserError
from editor.model.font import FontFile
from editor.model.issue import Issue
from editor.model.number import Number
from editor.model.picture import Picture
from editor.model.publication import Profile, Publication
from editor.model.signed_scan import ScanKind, SignedScan
from tests.font_files import font_bytes
from tests.review_desk import AT, FakeTrust, approve_plainly
from tests.strategies import issues

ONE = Publication(profile=Profile(masthead="云州观察"))
PICTURE = Picture(sha256=hashlib.sha256(b"picture").hexdigest(), media_type="image/png", width=1, height=1)
FONT = FontFile(font=read_font(font_bytes(), name="fang.ttf"), data=font_bytes())


@pytest.fixture
def place(tmp_path):
    """A library of three issues, a picture and a font."""
    path = tmp_path / "刊库 #1?.db"
    with open_library(path) as library:
        library.save_publication(ONE)
        for number in (5, 7, 6):
            library.add_issue(issue(number))
        library.files.add_picture(PICTURE, b"picture")
        library.files.add_font(FONT)
    return path


def issue(number):
    numbered = Number(year=2025, number=number, total=number + 45)
    return Issue(publication=ONE.uid, number=numbered, date=dt.date(2025, 2, number), profile=ONE.profile)


@given(value=issues(publication=ONE.uid))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_an_issue_is_read_as_it_was_saved(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("library") / "library.db"
    with open_library(path) as opened:
        opened.save_publication(ONE)
        opened.add_issue(value)
        listed = opened.issues()
    with open_reader(path) as reader:
        assert isinstance(reader, Reader)
        assert reader.issue(value.uid) == value
        assert reader.issues() == listed


def test_everything_else_is_read_as_the_opened_library_has_it(place):
    with open_library(place) as opened:
        uid = opened.find("52").uid
        expected = (
            opened.issues(),
            opened.files.fonts(),
            opened.files.font_data(FONT.font.sha256),
            opened.publication(ONE.uid),
        )
    with open_reader(place) as reader:
        read = (
            reader.issues(),
            reader.files.fonts(),
            reader.files.font_data(FONT.font.sha256),
            reader.publication(ONE.uid),
        )
        assert read == expected
        assert [reader.find(wanted).uid for wanted in ("52", "2025-7", "latest", uid)] == [uid] * 4
        assert reader.files.pictures([PICTURE.sha256, "1" * 64]) == {PICTURE.sha256: b"picture"}
        assert reader.review.members() == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda library: library.find("99"),
        lambda library: library.issue("none"),
        lambda library: library.publication("none"),
        lambda library: library.files.font_data("none"),
    ],
)
def test_what_is_not_there_is_said_in_the_same_words(place, ask):
    message = []
    for opening in (open_library, open_reader):
        with opening(place) as library, pytest.raises(UserError) as error:
            ask(library)
        message.append(str(error.value))
    assert message[0] == message[1]


def test_a_reader_sees_the_library_as_it_was_when_it_was_opened(place):
    with open_reader(place) as reader, open_library(place) as writer:
        writer.add_issue(issue(9))
        assert len(reader.issues()) == 3
        assert len(writer.issues()) == 4
    with open_reader(place) as reader:
        assert len(reader.issues()) == 4


def test_a_reader_is_told_who_has_the_library_and_keeps_nobody_out(place):
    with open_library(place), open_reader(place) as reader:
        assert reader.read_only
        assert str(os.getpid()) in reader.holder
    with open_reader(place) as reader, open_library(place) as writer:
        assert (reader.read_only, writer.read_only) == (False, False)


def test_a_reader_writes_nothing(place):
    before = place.read_bytes()
    with open_reader(place) as reader:
        reader.issue(reader.find("latest").uid)
    assert place.read_bytes() == before
    assert {one.name for one in place.parent.iterdir()} <= {place.name, f"{place.name}.lock"}


def test_a_library_that_is_not_there_is_made(tmp_path):
    with open_reader(tmp_path / "library.db") as library:
        assert library.issues() == ()


def test_a_library_of_an_earlier_revision_is_upgraded_first(tmp_path):
    path = tmp_path / "library.db"
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0001")
    engine.dispose()
    with open_reader(path) as library:
        assert library.issues() == ()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (head_version(),)


def _text(path: Path) -> None:
    path.write_text("不是数据库" * 100, encoding="utf-8")


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {head_version() + 1}")


def _rest_overwritten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"x" * 40960)


@pytest.mark.parametrize(
    ("damage", "message"), [(_text, "不是刊库文件"), (_newer, "请升级程序"), (_rest_overwritten, "已损坏")]
)
def test_a_file_that_cannot_be_read_is_refused_untouched(place, damage, message):
    damage(place)
    before = place.read_bytes()
    with pytest.raises(UserError, match=message), open_reader(place) as library:
        library.issue(library.issues()[0].uid)
    assert place.read_bytes() == before


PROBE = """
import sys
from pathlib import Path
from db.reader import open_reader
with open_reader(Path(sys.argv[1])) as library:
    library.issue(library.find("latest").uid)
print("sqlalchemy" in sys.modules)
"""


def test_reading_an_issue_does_without_the_mapping(place):
    done = subprocess.run([sys.executable, "-c", PROBE, str(place)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


def test_the_review_is_read_as_the_opened_library_reads_it(place, tmp_path):
    with open_library(place) as library:
        uid = library.issues()[0].uid
        office = Office(library=library, trust=FakeTrust())
        enrol(office, tmp_path / "一.key", name="甲", passphrase="一句只有自己知道的话", at=AT)
        signed = approve_plainly(library, uid)
        for title, withdrawn in (("一.png", False), ("二.png", True)):
            scan = SignedScan(
                issue=uid,
                approval=digest(signed.statement),
                sha256=hashlib.sha256(title.encode()).hexdigest(),
                kind=ScanKind.PNG,
                title=title,
                name="甲",
                at=AT,
            )
            event = LogEvent(action=LogAction.SCANNED, name="甲", at=AT, issue=uid, detail=scan.sha256)
            library.review.scans.add(scan, title.encode(), event)
            if withdrawn:
                library.review.scans.withdraw(scan, replace(event, action=LogAction.SCAN_WITHDRAWN))
        message = review_of(library.review, uid)
        assert [one.title for one in library.review.scans.listed(uid)] == ["一.png"]
    with open_reader(place) as reader:
        assert isinstance(reader, Reader)
        assert review_of(reader.review, uid) == message
        assert reader.place == place


def review_of(review, uid):
    approval = read_approval(review.approvals(uid)[0].statement)
    files = [review.released(one) for one in (approval.content, approval.pdf, approval.word, "0" * 64)]
    scans = [(scan, review.scans.data(scan.sha256)) for scan in review.scans.listed(uid)]
    logs = review.log(), review.log(uid)
    return review.members(), review.introductions(), review.approvals(), files, scans, logs, review.scans.data("0" * 64)


def test_a_spoilt_entry_is_said_by_its_number(place):
    with open_library(place) as library:
        approve_plainly(library, library.issues()[0].uid)
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("DROP TRIGGER log_no_update")
        connection.execute("UPDATE log SET at = 'gestern' WHERE number = 2")
        connection.commit()
    with open_reader(place) as reader, pytest.raises(UserError, match="记录第 2 条被改动过"):
        reader.review.log()
