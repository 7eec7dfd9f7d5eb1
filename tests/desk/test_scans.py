"""Scans of the signed form: stored beside the approval, logged, carried in packages, refused where they are none."""

import hashlib
import io
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest
from PIL import Image

from db.library import open_library
from editor.desk.exporting import Targets, export_issue
from editor.desk.importing import import_file
from editor.desk.ports import Arrival
from editor.desk.review.approving import approve
from editor.desk.review.introductions import introduce
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.scans import keep_scan, put_scan_back, scan_file, scans_shown, withdraw_scan
from editor.desk.review.status import position
from editor.desk.review.steps import By, correct, publish, submit
from editor.desk.review.verifying import verify_file, verify_issue
from editor.interchange.package import read_package, write_package
from editor.model.approval import LogAction, LogEvent
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.publication import Profile, Publication
from editor.model.review import Member, Role
from editor.model.signed_scan import MOST_SCAN_BYTES, ScanKind
from tests.fakes import article, issue_of
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, FakeTrust, key_of

ISSUE = issue_of(article(), article("海州公布数据目录"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
BY = By(name=EDITOR, at=AT + 2 * HOUR)


@pytest.fixture
def office(tmp_path):
    with open_library(tmp_path / "library.db") as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        event = LogEvent(action=LogAction.MEMBER, name=CHIEF, at=AT - HOUR)
        library.review.save_member(Member(name=CHIEF, role=Role.CHIEF), event)
        signed = introduce(key_of(CHIEF), key=key_of(CHIEF).public, name=CHIEF, at=AT - HOUR)
        library.review.add_introduction(signed, replace(event, action=LogAction.KEY))
        submit(library, ISSUE.uid, By(name=EDITOR, at=AT))
        yield Office(library=library, trust=FakeTrust(key_of(CHIEF)))


@pytest.fixture
def approved(office):
    approve(office, ISSUE.uid, key_of(CHIEF), AT + HOUR)
    return office


def photograph(path, *, size=(300, 200), turned=True, form="JPEG"):
    image, exif = Image.new("RGB", size, "white"), Image.Exif()
    image.putpixel((0, 0), (255, 0, 0))
    if turned:
        exif[0x0112] = 6
    exif[0x010F] = "a camera"
    image.save(path, form, exif=exif)
    return path


def package_of(office, path):
    issue = office.library.issue(ISSUE.uid)
    export_issue(
        issue,
        office.library.publication(issue.publication),
        pictures={},
        targets=Targets(package=path),
        released=released_files(office, issue),
    )
    return path


def shown(office):
    return scans_shown(office, office.library.issue(ISSUE.uid))


def test_a_photograph_is_kept_upright_without_what_the_camera_says(approved, tmp_path):
    scan = keep_scan(approved, ISSUE.uid, photograph(tmp_path / "签发单 扫描.jpg"), BY)
    assert shown(approved) == (scan,)
    assert (scan.kind, scan.title, scan.name, scan.at) == (ScanKind.JPEG, "签发单 扫描.jpg", EDITOR, BY.at)
    name, data = scan_file(approved, scan)
    assert name == "签发单 扫描.jpg"
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (200, 300)
        assert not image.getexif()


def test_a_pdf_is_kept_as_it_is(approved, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(released_files(approved, approved.library.issue(ISSUE.uid)).pdf)
    scan = keep_scan(approved, ISSUE.uid, path, BY)
    assert scan_file(approved, scan) == ("a.pdf", path.read_bytes())


def test_it_is_logged_once_and_changes_nothing(approved, tmp_path):
    before = approved.library.issue(ISSUE.uid), position(approved.library, ISSUE)
    for _ in range(2):
        keep_scan(approved, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)
    (scan,) = shown(approved)
    entries = [one.event for one in approved.review.log(ISSUE.uid) if one.event.action is LogAction.SCANNED]
    assert [(one.name, one.detail) for one in entries] == [(EDITOR, scan.sha256)]
    assert (approved.library.issue(ISSUE.uid), position(approved.library, ISSUE)) == before
    assert verify_issue(approved, ISSUE.uid).holds


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a picture", "不是能用的图片"),
        (b"%PDF-1.7\nbroken", "PDF"),
        (b"", "不是能用的图片"),
        (b"\0" * (MOST_SCAN_BYTES + 1), "超过 20 MB"),
    ],
    ids=["text", "broken PDF", "empty", "large"],
)
def test_what_is_no_scan_is_refused(approved, tmp_path, data, said):
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    with pytest.raises(UserError, match=said):
        keep_scan(approved, ISSUE.uid, path, BY)
    assert shown(approved) == ()


def test_a_picture_that_was_cut_short_is_refused(approved, tmp_path):
    path = photograph(tmp_path / "a.jpg", size=(900, 900))
    path.write_bytes(path.read_bytes()[:-800])
    with pytest.raises(UserError, match="不完整"):
        keep_scan(approved, ISSUE.uid, path, BY)


def test_an_issue_that_is_not_approved_takes_none(office, tmp_path):
    with pytest.raises(UserError, match="还没有签发"):
        keep_scan(office, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)


def test_a_revision_begins_without_the_scans_of_the_edition_before(approved, tmp_path):
    keep_scan(approved, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)
    library, by = approved.library, By(name=EDITOR, at=AT + 3 * HOUR)
    publish(approved, ISSUE.uid, by)
    correct(library, ISSUE.uid, by, reason="改一个数字")
    space = library.workspace(ISSUE.uid)
    first = replace(next(space.issue.articles()), source="改过")
    library.save_workspace(space, put_article(space, first), author=EDITOR)
    submit(library, ISSUE.uid, by)
    approve(approved, ISSUE.uid, key_of(CHIEF), AT + 4 * HOUR)
    assert shown(approved) == ()
    assert len(approved.review.scans.listed(ISSUE.uid)) == 1


def test_it_travels_in_a_package(approved, tmp_path):
    scan = keep_scan(approved, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)
    path = package_of(approved, tmp_path / "a.bulletin")
    assert verify_file(approved, path).holds
    with open_library(tmp_path / "other.db") as library:
        outcome = import_file(path, library)
        other = Office(library=library, trust=FakeTrust(key_of(CHIEF)))
        assert outcome.issue.archive.state is IssueState.APPROVED
        assert scans_shown(other, outcome.issue) == (scan,)
        assert scan_file(other, scan) == scan_file(approved, scan)
        assert verify_issue(other, ISSUE.uid).holds


def test_without_scans_the_package_stays_as_older_programs_read_it(approved, tmp_path):
    path = package_of(approved, tmp_path / "a.bulletin")
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("manifest.json"))["version"] == 2
    assert read_package(path.read_bytes()).proof.scans == ()


def test_a_scan_that_is_none_is_left_out_and_said(approved, tmp_path):
    keep_scan(approved, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)
    package = read_package(package_of(approved, tmp_path / "a.bulletin").read_bytes())
    ((scan, _),) = package.proof.scans
    data = b"MZ a program"

    false = replace(scan, sha256=hashlib.sha256(data).hexdigest())
    (tmp_path / "b.bulletin").write_bytes(
        write_package(replace(package, proof=replace(package.proof, scans=((false, data),))))
    )
    with open_library(tmp_path / "other.db") as library:
        outcome = import_file(tmp_path / "b.bulletin", library)
        assert "1 份签字扫描件损坏或对不上，没有收下。" in outcome.report
        assert library.review.scans.listed(ISSUE.uid) == ()
        assert outcome.issue.archive.state is IssueState.APPROVED


@pytest.mark.parametrize("change", ["DELETE FROM scans", "UPDATE scans SET name = '别人'"])
def test_it_stays_as_it_came(approved, tmp_path, change):
    keep_scan(approved, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(change)


def test_a_wrong_one_is_withdrawn_and_may_be_put_back(approved, tmp_path):
    scan = keep_scan(approved, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)
    other = keep_scan(approved, ISSUE.uid, photograph(tmp_path / "b.jpg", size=(320, 200)), BY)
    before = approved.library.issue(ISSUE.uid)
    withdraw_scan(approved, scan, BY)
    assert shown(approved) == (other,)
    assert scans_shown(approved, before, withdrawn=True) == (scan,)
    assert [one for one, _ in released_files(approved, before).proof.scans] == [other]
    assert (approved.library.issue(ISSUE.uid), verify_issue(approved, ISSUE.uid).holds) == (before, True)
    put_scan_back(approved, scan, BY)
    assert shown(approved) == (scan, other)
    assert scans_shown(approved, before, withdrawn=True) == ()
    told = [one.event.action for one in approved.review.log(ISSUE.uid) if one.event.detail == scan.sha256]
    assert told == [LogAction.SCANNED, LogAction.SCAN_WITHDRAWN, LogAction.SCANNED]


def test_one_that_was_withdrawn_is_shown_when_it_comes_again(approved, tmp_path):
    scan = keep_scan(approved, ISSUE.uid, photograph(tmp_path / "a.jpg"), BY)
    for _ in range(2):
        withdraw_scan(approved, scan, BY)
    assert sum(one.event.action is LogAction.SCAN_WITHDRAWN for one in approved.review.log(ISSUE.uid)) == 1
    keep_scan(approved, ISSUE.uid, tmp_path / "a.jpg", BY)
    assert shown(approved) == (scan,)
