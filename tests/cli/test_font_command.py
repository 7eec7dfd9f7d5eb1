"""The office's own fonts and the choice of a look, as a user does it."""

import json
from pathlib import Path

import pytest

from db.library import open_library
from editor.cli.main import run
from resources import resource
from tests.font_files import font_bytes, usage

PAST_ISSUE = Path(str(resource("sample/past-issue.txt")))


@pytest.fixture
def desk(tmp_path, capsys):
    def call(*words):
        code = run([*map(str, words), "--library", str(tmp_path / "library.db")], open_library=open_library)
        return code, *capsys.readouterr()

    return call


def test_an_issue_is_set_in_the_official_look_with_the_offices_font(desk, tmp_path):
    desk("import", PAST_ISSUE)
    assert "gongwen" in desk("look", "latest", "gongwen", "--as", "钟新敏")[1]
    assert "gongwen" in desk("look", "latest")[1]
    _, _, before = desk("export", "latest", "--pdf", tmp_path / "a.pdf")
    assert "仿宋" in before
    assert "font add" in before
    (tmp_path / "fang.ttf").write_bytes(font_bytes("云州仿宋"))
    assert "云州仿宋" in desk("font", "add", tmp_path / "fang.ttf")[1]
    _, _, after = desk("export", "latest", "--pdf", tmp_path / "b.pdf")
    assert "要用仿宋" not in after
    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()


def test_the_house_look_takes_an_added_font(desk, tmp_path):
    desk("import", PAST_ISSUE)
    (tmp_path / "song.ttf").write_bytes(font_bytes("云州书宋"))
    desk("font", "add", tmp_path / "song.ttf")
    assert "云州书宋" in desk("look", "latest", "--font", "song", "云州书宋", "--as", "钟新敏")[1]
    assert desk("export", "latest", "--pdf", tmp_path / "a.pdf")[0] == 0
    assert b"YunzhouTest" in (tmp_path / "a.pdf").read_bytes()


def test_added_fonts_are_listed_and_taken_out(desk, tmp_path):
    assert "还没有添加字体" in desk("font", "list")[1]
    (tmp_path / "fang.ttf").write_bytes(font_bytes("云州仿宋"))
    desk("font", "add", tmp_path / "fang.ttf")
    (row,) = json.loads(desk("font", "list", "--json")[1])
    assert (row["file"], row["families"]) == ("fang.ttf", ["云州仿宋"])
    assert "云州仿宋" in desk("font", "list")[1]
    assert "已移除" in desk("font", "remove", row["sha256"][:8])[1]
    assert json.loads(desk("font", "list", "--json")[1]) == []


def test_a_font_that_may_not_be_embedded_is_refused_in_one_line(desk, tmp_path):
    (tmp_path / "a.ttf").write_bytes(font_bytes(OS2=usage(2)))
    code, _, errors = desk("font", "add", tmp_path / "a.ttf")
    assert (code, errors.count("\n")) == (1, 1)
    assert "授权" in errors


def test_an_unknown_look_is_refused_with_those_there_are(desk):
    desk("import", PAST_ISSUE)
    code, _, errors = desk("look", "latest", "nosuch", "--as", "钟新敏")
    assert code == 1
    assert "gongwen" in errors


def test_help_of_every_font_action_is_chinese(capsys):
    with pytest.raises(SystemExit) as stop:
        run(["font", "--help"], open_library=open_library)
    assert stop.value.code == 0
    text = capsys.readouterr().out
    assert all(word in text for word in ("add", "list", "remove", "动作"))
