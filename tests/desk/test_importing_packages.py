"""Packages and issue files into a library: wholly, or not at all."""

import json
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.exporting import Targets, export_issue
from editor.desk.importing import import_file
from editor.desk.printable_issue import printable_issue
from editor.interchange.issue_file import read_issue, write_issue
from editor.interchange.package import Package, write_package
from editor.interchange.sample import sample_issue
from editor.model.errors import UserError
from editor.model.used_pictures import used_pictures
from resources import resource


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        yield opened


def bulletin(tmp_path, package, *, name="一期.bulletin"):
    path = tmp_path / name
    path.write_bytes(write_package(package))
    return path


def sample():
    issue, publication, pictures = sample_issue()
    return Package(issue=issue, publication=publication, pictures=pictures)


def is_empty(library):
    return not library.issues() and not library.publications()


def test_a_package_brings_the_issue_with_its_pictures(library, tmp_path):
    outcome = import_file(bulletin(tmp_path, sample()), library)
    opened = printable_issue(library, outcome.issue.uid)
    assert (opened.issue, opened.publication) == (sample().issue, sample().publication)
    assert opened.pictures == sample().pictures
    assert outcome.report == ()


def test_out_and_in_again_nothing_changes(library, tmp_path):
    outcome = import_file(bulletin(tmp_path, sample()), library)
    opened = printable_issue(library, outcome.issue.uid)
    target = tmp_path / "again.bulletin"
    export_issue(opened.issue, opened.publication, pictures=opened.pictures, targets=Targets(package=target))
    assert target.read_bytes() == write_package(sample())


def test_a_package_cut_short_leaves_the_library_as_it_was(library, tmp_path):
    path = bulletin(tmp_path, sample())
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(UserError, match="没有导入"):
        import_file(path, library)
    assert is_empty(library)


def test_a_picture_that_is_not_as_described_is_refused_whole(library, tmp_path):
    package = sample()
    width = used_pictures(package.issue)[0].width
    data = write_issue(package.issue, package.publication).replace(f'"width":{width}'.encode(), b'"width":7')
    issue, publication = read_issue(data)
    with pytest.raises(UserError, match="与说明不符"):
        import_file(bulletin(tmp_path, replace(package, issue=issue, publication=publication)), library)
    assert is_empty(library)


def test_a_number_that_is_taken_refuses_the_package_whole(library, tmp_path):
    import_file(bulletin(tmp_path, sample()), library)
    with pytest.raises(UserError):
        import_file(bulletin(tmp_path, sample(), name="二.bulletin"), library)
    assert len(library.issues()) == 1


def test_missing_pictures_are_said_and_keep_their_place(library, tmp_path):
    outcome = import_file(bulletin(tmp_path, replace(sample(), pictures={})), library)
    assert "图片的数据不在刊库里" in outcome.report[0]
    opened = printable_issue(library, outcome.issue.uid)
    made = export_issue(
        opened.issue, opened.publication, pictures=opened.pictures, targets=Targets(pdf=tmp_path / "a.pdf")
    )
    assert any("图片的数据不在刊库里" in warning for warning in made.warnings)


def test_hidden_characters_in_an_issue_file_are_taken_out_and_said(library, tmp_path):
    data = json.loads(write_issue(sample().issue, sample().publication))
    data["issue"]["profile"]["slogan"] = "为\u202e了\u2060"
    path = tmp_path / "一期.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    outcome = import_file(path, library)
    assert outcome.issue.profile.slogan == "为了"
    assert "U+202E" in outcome.report[0]
    assert library.issue(outcome.issue.uid) == outcome.issue


@pytest.mark.parametrize("head", ["", '{"format":"bulletin-issue","version":1,"issue":'])
def test_json_nested_without_end_is_refused(library, tmp_path, head):
    path = tmp_path / "一期.json"
    path.write_text(head + "[" * 200_000)
    with pytest.raises(UserError):
        import_file(path, library)
    assert is_empty(library)


def test_a_zip_under_another_name_is_said_to_be_one(library, tmp_path):
    with pytest.raises(UserError, match="压缩格式"):
        import_file(bulletin(tmp_path, sample(), name="一期.txt"), library)


def test_a_picture_described_as_huge_is_refused_in_an_issue_file_too(library, tmp_path):
    whole = sample()
    one = used_pictures(whole.issue)[0]
    path = tmp_path / "一期.json"
    text = write_issue(whole.issue, whole.publication).decode()
    path.write_text(text.replace(f'"width":{one.width}', '"width":900000'), encoding="utf-8")
    with pytest.raises(UserError, match="太大"):
        import_file(path, library)
    assert is_empty(library)


@pytest.mark.parametrize("name", ["一期.json", "一期.txt", "一期.bulletin"])
def test_a_file_larger_than_any_issue_is_refused_unread(library, tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(UserError, match="没有读取"):
        import_file(path, library)
    assert is_empty(library)


@pytest.mark.parametrize("lost", [1, 2])
def test_a_text_cut_within_a_character_is_refused(library, tmp_path, lost):
    path = tmp_path / "一期.txt"
    path.write_bytes((resource("sample/past-issue.txt").read_bytes().decode().rstrip() + "完").encode()[:-lost])
    with pytest.raises(UserError, match="没有传完"):
        import_file(path, library)
    assert is_empty(library)


@pytest.mark.parametrize("data", [b"\0" * 100, b"PK\x03\x04abc", b"%PDF-1.7\n\xff\xfe\x00", b"\x89PNG\r\n\x1a\n\0\0"])
def test_what_is_no_text_is_refused(library, tmp_path, data):
    path = tmp_path / "一期.txt"
    path.write_bytes(data)
    with pytest.raises(UserError):
        import_file(path, library)
    assert is_empty(library)
