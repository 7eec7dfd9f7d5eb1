"""A publication's settings to a file and back, as a user does it."""

import json
from pathlib import Path

import pytest

from db.library import open_library
from editor.cli.main import run
from resources import resource

PAST_ISSUE = Path(str(resource("sample/past-issue.txt")))


@pytest.fixture
def desk(tmp_path, capsys):
    def call(*words):
        code = run([*map(str, words), "--library", str(tmp_path / "library.db")], open_library=open_library)
        return code, *capsys.readouterr()

    return call


def test_settings_are_saved_changed_by_hand_and_used_from_the_next_issue_on(desk, tmp_path):
    desk("import", PAST_ISSUE)
    path = tmp_path / "a.bulletin-profile"
    assert "已写入" in desk("profile", "save", path)[1]
    file = json.loads(path.read_text())
    file["publication"]["profile"]["slogan"] = "新口号"
    path.write_text(json.dumps(file))
    assert "从下一期起用" in desk("profile", "read", path)[1]
    with open_library(tmp_path / "library.db") as library:
        before = library.issue(library.find("latest").uid)
    assert before.profile.slogan != "新口号"
    desk("new")
    with open_library(tmp_path / "library.db") as library:
        made = library.issue(library.find("latest").uid)
    assert made.profile.slogan == "新口号"
    assert made.profile.masthead == before.profile.masthead


def test_a_file_from_a_newer_version_is_refused_in_one_line(desk, tmp_path):
    desk("import", PAST_ISSUE)
    path = tmp_path / "a.bulletin-profile"
    path.write_text('{"format":"bulletin-profile","version":2}')
    code, _, said = desk("profile", "read", path)
    assert code == 1
    assert "请先升级程序" in said


def test_an_unknown_publication_is_refused_with_those_there_are(desk, tmp_path):
    assert "还没有刊物" in desk("profile", "save", tmp_path / "a.bulletin-profile")[2]
    desk("import", PAST_ISSUE)
    assert "--publication" in desk("profile", "save", tmp_path / "a", "--publication", "别的刊物")[2]
