"""clean FILE|ISSUE: what it writes, shows and refuses."""

import json
from pathlib import Path

import pytest

from db.library import open_library
from editor.cli.main import run
from editor.text.cleaning import RULES
from resources import resource

PAST_ISSUE = Path(str(resource("sample/past-issue.txt")))
DIRTY = '　　在 2024 年,他说"好".\n'


@pytest.fixture
def desk(tmp_path, capsys):
    def call(*words):
        code = run([*map(str, words), "--library", str(tmp_path / "library.db")], open_library=open_library)
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "稿.txt"
    path.write_bytes(DIRTY.encode("gb18030"))
    return path


def test_a_text_file_is_printed_clean_and_stays_as_it_was(desk, page):
    assert desk("clean", page) == (0, "在2024年，他说“好”。\n", "")
    assert page.read_bytes() == DIRTY.encode("gb18030")
    assert not page.with_name("library.db").exists()


def test_a_text_file_is_written_where_it_is_said(desk, page, tmp_path):
    code, out, _ = desk("clean", page, "--out", tmp_path / "净.txt")
    assert (code, "整理了" in out) == (0, True)
    assert (tmp_path / "净.txt").read_bytes() == "在2024年，他说“好”。\n".encode()


def test_edits_are_shown_with_their_rules_and_nothing_is_changed(desk, page):
    _, out, _ = desk("clean", page, "--diff")
    assert "直引号改“”：" in out
    assert '[-"-]{+“+}' in out
    rows = json.loads(desk("clean", page, "--diff", "--json")[1])["changes"]
    assert {"quotes", "spaces-latin"} <= {row["rule"] for row in rows}


def test_rules_are_listed_and_can_be_left_out(desk, page):
    _, out, _ = desk("clean", "--rules")
    assert all(rule.name in out and rule.why in out for rule in RULES)
    assert desk("clean", page, "--off", "spaces-latin")[1] == "在 2024 年，他说“好”。\n"
    code, _, errors = desk("clean", page, "--off", "nosuch")
    assert (code, "--rules" in errors) == (1, True)


def test_an_issue_is_cleaned_once(desk):
    desk("import", PAST_ISSUE)
    first, _, _ = desk("clean", "latest", "--diff")
    code, _, _ = desk("clean", "latest", "--as", "钟新敏")
    assert (first, code) == (0, 0)
    assert "没有要整理的地方" in desk("clean", "latest", "--as", "钟新敏")[1]
    assert "没有要整理的地方" in desk("clean", "latest", "--diff")[1]


@pytest.mark.parametrize(
    ("words", "said"), [((), "请写明整理什么"), (("没有.txt",), "找不到文件"), (("2033-1",), "2033-1")]
)
def test_what_is_not_there_is_said_in_one_line(desk, words, said):
    desk("import", PAST_ISSUE)
    code, _, errors = desk("clean", *words)
    assert (code, errors.count("\n"), said in errors) == (1, 1, True)
