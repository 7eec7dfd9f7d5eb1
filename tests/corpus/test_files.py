"""Files that programs of before gave away: each reads, verifies and is written again as it was."""

import json
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.exporting import Targets
from editor.desk.importing import import_file
from editor.desk.profile.files import give_profile, take_profile
from editor.desk.rescue import put_back, rescues_for
from editor.desk.review.introductions import introduce
from editor.desk.review.keys import describe_key, open_key
from editor.desk.review.signatures import is_signed
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_file
from editor.interchange.issue_file import read_issue, write_issue
from editor.interchange.package import read_package, write_package
from editor.interchange.profile_file import read_profile, write_profile
from editor.interchange.registers_file import read_registers, write_registers
from editor.model.issue_state import IssueState
from editor.model.publication import Profile, Publication
from tests.corpus.old_program import AT, CHIEF, EDITOR, PASSPHRASE
from tests.corpus.saying import FILES, give, office, unpacked

OLD_JSON = sorted(path.name for path in FILES.glob("0*.issue.json"))
OLD_PACKAGES = sorted(path.name for path in FILES.glob("0*.bulletin"))
JSON_VERSIONS = {"0002": 1, "0003": 1, "0004": 1, "0005": 1, "0007": 2, "0008": 2, "0009": 2, "0011": 2, "0013": 2}
PACKAGE_VERSIONS = {"0003": 1, "0004": 1, "0005": 1, "0007": 1, "0008": 2}
OF_TODAY = {"hand": 1, "signed": 2, "scanned": 3}
VERDICTS = json.loads((FILES / "today.files.json").read_bytes())


def data_of(name):
    return (FILES / name).read_bytes()


@pytest.fixture
def today(tmp_path):
    with office(unpacked("today.db.xz", tmp_path), FILES / "today.trust.json") as desk:
        yield desk


def version_of(package):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return json.loads(archive.read("manifest.json"))["version"]


@pytest.mark.parametrize("name", OLD_JSON)
def test_an_old_issue_file_reads_as_its_library_does(tmp_path, name):
    revision = name[:4]
    assert json.loads(data_of(name))["version"] == JSON_VERSIONS[revision]
    issue, publication = read_issue(data_of(name))
    with open_library(unpacked(f"{revision}.db.xz", tmp_path)) as library:
        assert library.issue(issue.uid) == issue
        assert library.publication(publication.uid) == publication


@pytest.mark.parametrize("name", OLD_PACKAGES)
def test_an_old_package_comes_in_as_its_library_has_it(tmp_path, name):
    revision = name[:4]
    assert version_of(data_of(name)) == PACKAGE_VERSIONS[revision]
    with office(tmp_path / "new.db", FILES / f"{revision}.trust.json") as desk:
        outcome = import_file(FILES / name, desk.library)
        uid = outcome.issue.uid
        came = desk.library.issue(uid)
        if came.archive.state is IssueState.PUBLISHED:
            assert verify_file(desk, FILES / name).holds
    with open_library(unpacked(f"{revision}.db.xz", tmp_path)) as library:
        assert library.issue(uid) == came


@pytest.mark.parametrize("name", OF_TODAY)
def test_a_file_of_today_is_written_again_byte_by_byte(today, tmp_path, name):
    package, file = data_of(f"{name}.bulletin"), data_of(f"{name}.json")
    assert version_of(package) == OF_TODAY[name]
    assert write_issue(*read_issue(file)) == file
    read = read_package(package)
    assert write_package(read) == package
    targets = Targets(json=tmp_path / "again.json", package=tmp_path / "again.bulletin")
    give(today, read.issue.uid, targets=targets, originals=tuple((one.name, one.data) for one in read.originals))
    assert targets["json"].read_bytes() == file
    assert targets["package"].read_bytes() == package


# what was signed holds characters and links that are cleaned out of everything else that comes in
@pytest.mark.parametrize(
    ("name", "state"), [("scanned.bulletin", IssueState.PUBLISHED), ("signed.bulletin", IssueState.APPROVED)]
)
def test_a_signed_package_goes_from_board_to_board(tmp_path, name, state):
    with office(tmp_path / "new.db", FILES / "today.trust.json") as desk:
        issue = import_file(FILES / name, desk.library).issue
        assert issue.archive.state is state
        target = tmp_path / "again.bulletin"
        give(desk, issue.uid, targets=Targets(package=target))
        was, now = read_package(data_of(name)), read_package(target.read_bytes())
        assert (now.issue, now.pictures) == (was.issue, was.pictures)
        assert set(now.proof.files) == set(was.proof.files)
        assert (now.proof.approvals, now.proof.scans) == (was.proof.approvals, was.proof.scans)
        assert set(now.proof.introductions) == set(was.proof.introductions)


@pytest.mark.parametrize("name", [name for name, verdict in VERDICTS.items() if verdict])
def test_a_given_file_has_the_verdict_it_had(today, tmp_path, name):
    one, two = today.review.approvals("1".zfill(32))
    statements = [json.loads(signed.statement)["approval"] for signed in (one, two)]
    released = {
        "superseded.pdf": lambda: today.review.released(statements[0]["pdf"]),
        "scanned.pdf": lambda: today.review.released(statements[1]["pdf"]),
        "scanned.docx": lambda: today.review.released(statements[1]["word"]),
        "copy000001.pdf": lambda: today.review.released(statements[1]["pdf"]) + data_of("copy.tail"),
    }
    path = tmp_path / name
    path.write_bytes(released[name]() if name in released else data_of(name))
    verdict = verify_file(today, path)
    doubts = [remark.doubt for remark in verdict.remarks]
    assert [verdict.holds, doubts, verdict.copy, verdict.approval.revision] == VERDICTS[name]


def test_a_profile_file_gives_the_same_bytes_again(tmp_path):
    data = data_of("today.bulletin-profile")
    file = read_profile(data)
    pictures = {one.picture.sha256: one.data for one in file.pictures}
    assert write_profile(file.publication, pictures) == data
    other = Publication(profile=Profile(masthead="海州观察"), uid=file.publication.uid)
    with open_library(tmp_path / "library.db") as library:
        library.save_publication(other)
        take_profile(FILES / "today.bulletin-profile", library, "海州观察")
        give_profile(tmp_path / "again.bulletin-profile", library)
    assert (tmp_path / "again.bulletin-profile").read_bytes() == data


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("0*.bulletin-profile")))
def test_an_old_profile_file_says_what_is_said_today_and_is_taken(tmp_path, name):
    file = read_profile(data_of(name))
    with open_library(unpacked(f"{name[:4]}.db.xz", tmp_path)) as library:
        give_profile(tmp_path / "again.bulletin-profile", library)
        assert read_profile((tmp_path / "again.bulletin-profile").read_bytes()) == file
        taken = take_profile(FILES / name, library)
        assert replace(taken, waiting=None, approvers=(), second_pair=False) == file.publication


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("0*.registers.json")))
def test_an_old_registers_file_reads_as_its_library_does(tmp_path, name):
    with open_library(unpacked(f"{name[:4]}.db.xz", tmp_path)) as library:
        assert read_registers(data_of(name)) == library.registers.stored()


def test_a_registers_file_gives_the_same_bytes_again():
    data = data_of("registers.json")
    assert write_registers(read_registers(data)) == data


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.key")))
def test_a_key_opens_and_signs(name):
    owner = "熊晚秋" if name == "today.second.key" else CHIEF
    key = open_key(FILES / name, PASSPHRASE)
    assert (key.name, describe_key(FILES / name)[0]) == (owner, owner)
    assert is_signed(introduce(key, key=key.public, name=owner, at=AT))


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.trust.json")))
def test_a_trust_file_is_read_and_written_on(tmp_path, name):
    path = unpacked(name, tmp_path)
    trust = TrustFile(path)
    kept = trust.confirmed()
    assert CHIEF in {one.name for one in kept}
    for one in kept:
        trust.confirm(one)
    assert trust.confirmed() == kept


def test_rescued_work_is_put_back(today, tmp_path):
    folder = tmp_path / "rescue"
    folder.mkdir()
    (folder / "rescue.bulletin").write_bytes(data_of("rescue.bulletin"))
    (one,) = rescues_for(folder, tmp_path / "today.db")
    assert one.unsaved.author == EDITOR
    uid = put_back(one, today.library)
    assert today.library.workspace(uid) == one.unsaved.space
    assert next(today.library.issue(uid).articles()).title.text == "没有存上的标题"
