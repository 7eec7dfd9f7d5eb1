"""The main job as a user does it: a past issue goes in, PDF, Word and interchange files come out."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from db.library import open_library
from editor.cli.main import run
from resources import resource

PAST_ISSUE = Path(str(resource("sample/past-issue.txt")))


@pytest.fixture
def desk(tmp_path, capsys):
    def call(*words):
        code = run([*map(str, words), *library_of(words)], open_library=open_library)
        return code, *capsys.readouterr()

    def library_of(words):
        return () if words[0] in ("schema", "sample") else ("--library", str(tmp_path / "library.db"))

    return call


def test_a_past_issue_becomes_pdf_word_and_interchange_files(desk, tmp_path):
    assert desk("import", PAST_ISSUE)[0] == 0
    files = {name: tmp_path / f"issue.{name}" for name in ("pdf", "docx", "json")}
    code, out, _ = desk("export", "latest", "--pdf", files["pdf"], "--word", files["docx"], "--json", files["json"])
    assert code == 0
    assert all(str(path) in out for path in files.values())
    assert files["pdf"].read_bytes().startswith(b"%PDF-")
    assert files["docx"].read_bytes().startswith(b"PK")
    assert json.loads(files["json"].read_bytes())["format"] == "bulletin-issue"


def test_an_exported_issue_goes_into_another_library_unchanged(desk, tmp_path):
    desk("import", PAST_ISSUE)
    desk("export", "latest", "--json", tmp_path / "one.json")
    other = ["--library", str(tmp_path / "other.db")]
    assert run(["import", str(tmp_path / "one.json"), *other], open_library=open_library) == 0
    assert run(["export", "latest", "--json", str(tmp_path / "two.json"), *other], open_library=open_library) == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_the_same_issue_twice_is_refused_in_one_line(desk):
    desk("import", PAST_ISSUE)
    code, _, errors = desk("import", PAST_ISSUE)
    assert code == 1
    assert errors.startswith("错误：")
    assert errors.count("\n") == 1


def test_the_next_issue_is_listed_first(desk):
    desk("import", PAST_ISSUE)
    before = json.loads(desk("list", "--json")[1])
    assert desk("new")[0] == 0
    after = json.loads(desk("list", "--json")[1])
    assert len(after) == len(before) + 1
    assert after[0]["total"] == before[0]["total"] + 1
    assert after[0]["date"] > before[0]["date"]


def test_an_issue_that_a_later_one_has_followed_is_a_past_one(desk):
    desk("import", PAST_ISSUE)
    assert desk("list")[1].rstrip().endswith("编辑中")
    desk("new")
    assert [line.split()[-1] for line in desk("list")[1].splitlines()] == ["编辑中", "往期"]


def test_a_library_that_another_program_has_is_read_and_its_holder_said(desk, tmp_path):
    desk("import", PAST_ISSUE)
    with open_library(tmp_path / "library.db"):
        code, out, errors = desk("list")
        assert (code, errors.count("\n")) == (0, 1)
        assert "数据要素观察" in out
        assert str(os.getpid()) in errors
        code, _, errors = desk("new")
        assert (code, errors.count("\n")) == (1, 1)
        assert str(os.getpid()) in errors


def test_a_reader_that_stops_early_is_no_error():
    words = [sys.executable, "-m", "editor", "schema"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.close()
        assert program.stderr.read() == b""


def test_a_file_that_is_no_issue_changes_nothing(desk, tmp_path):
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 20)
    code, _, errors = desk("import", tmp_path / "picture.txt")
    assert (code, errors[:3]) == (1, "错误：")
    assert json.loads(desk("list", "--json")[1]) == []


def test_an_issue_that_is_not_there_is_named(desk):
    desk("import", PAST_ISSUE)
    code, _, errors = desk("export", "99999", "--pdf", "never.pdf")
    assert code == 1
    assert "99999" in errors
    assert not Path("never.pdf").exists()


def test_a_place_that_cannot_be_written_keeps_the_old_file(desk, tmp_path):
    desk("import", PAST_ISSUE)
    (tmp_path / "file").write_text("old")
    code, _, errors = desk("export", "latest", "--json", tmp_path / "file" / "x.json")
    assert code == 1
    assert "x.json" in errors or "file" in errors
    assert (tmp_path / "file").read_text() == "old"


def test_export_to_nowhere_says_what_to_add(desk):
    desk("import", PAST_ISSUE)
    code, _, errors = desk("export", "latest")
    assert code == 1
    assert "--pdf" in errors


@pytest.mark.parametrize("words", [["nosuch"], ["export"], ["import"], ["list", "--colour"]])
def test_wrong_use_exits_with_two_and_speaks_chinese(words, capsys):
    with pytest.raises(SystemExit) as stop:
        run(words, open_library=open_library)
    assert stop.value.code == 2
    assert "用法" in capsys.readouterr().err


def test_help_names_every_command_in_chinese(capsys):
    with pytest.raises(SystemExit) as stop:
        run(["--help"], open_library=open_library)
    assert stop.value.code == 0
    text = capsys.readouterr().out
    assert all(command in text for command in ("import", "list", "export", "new", "look", "font", "schema", "sample"))
    assert not re.search(r"\b(usage|options|show this)\b", text)


def test_the_schema_is_json(desk):
    assert json.loads(desk("schema")[1])["$schema"]


def test_without_a_command_the_window_opens_on_the_default_library():
    opened = []

    def open_window(path, *, sample, files):
        opened.append((path, sample, files))
        return 0

    assert run([], open_library=open_library, open_window=open_window) == 0
    assert run(["open", "--sample", "--library", "x.db"], open_library=open_library, open_window=open_window) == 0
    assert run(["open", "a.bulletin"], open_library=open_library, open_window=open_window) == 0
    assert opened == [(None, False, ()), (Path("x.db"), True, ()), (None, False, (Path("a.bulletin"),))]
