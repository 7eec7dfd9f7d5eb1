"""stats and index by the command line: what they write, and what they say where there is nothing to count."""

import json

import pytest

from db.library import open_library
from editor.cli.main import run
from tests.statistics_library import fill, two_issues


@pytest.fixture
def desk(tmp_path, capsys):
    def call(*words):
        code = run([*map(str, words), "--library", str(tmp_path / "刊库.db")], open_library=open_library)
        out, errors = capsys.readouterr()
        return code, out, errors

    return call


@pytest.fixture
def filled(desk, tmp_path):
    with open_library(tmp_path / "刊库.db") as library:
        fill(library, *two_issues())
    return desk


def test_tables_are_printed_and_told_as_json(filled):
    code, out, _ = filled("stats")
    assert code == 0
    assert "【来源】" in out
    assert "云州日报\t2\t3" in out
    told = json.loads(filled("stats", "--json")[1])
    assert told["first"] == "2026-01-01"
    assert [one["name"] for one in told["tables"]] == ["期", "栏目", "来源", "地区", "标签", "编辑", "月份", "采用"]


def test_tables_and_the_report_are_written(filled, tmp_path):
    paths = [tmp_path / "新" / name for name in ("a.xlsx", "a.csv", "a.pdf", "a.docx")]
    for option, path in zip(("--xlsx", "--csv", "--report", "--report"), paths, strict=True):
        assert filled("stats", option, path)[0] == 0
    assert [path.read_bytes()[:2] for path in paths] == [b"PK", b"\xef\xbb", b"%P", b"PK"]


def test_errors_are_found_only_where_they_are_asked_for(filled):
    assert "【差错率】" not in filled("stats")[1]
    assert "【差错率】" in filled("stats", "--errors")[1]


def test_the_annual_index_is_written(filled, tmp_path):
    pdf, word = tmp_path / "总目录.pdf", tmp_path / "总目录.docx"
    code, out, _ = filled("index", "2026", "--pdf", pdf, "--word", word)
    assert code == 0
    assert str(pdf) in out
    assert pdf.read_bytes().startswith(b"%PDF")
    assert word.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("index", "1999", "--pdf", "a.pdf"), "1999年没有出过期。有：2026"),
        (("index", "2026"), "请用 --pdf 或 --word"),
        (("stats", "--year", "1999"), "没有出过期"),
        (("stats", "--year", "20260"), "要写四位的年份"),
        (("stats", "--from", "2026年"), "请写成 2026-01-31"),
        (("stats", "--from", "2026-02-01", "--to", "2026-01-01"), "不能晚于"),
        (("stats", "--year", "2026", "--to", "2026-01-01"), "只用一种"),
        (("stats", "--publication", "别的"), "没有刊物“别的”"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(filled, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    code, _, errors = filled(*words)
    assert (code, said in errors) == (1, True), errors


@pytest.mark.parametrize("words", [("stats",), ("index", "2026", "--pdf", "a.pdf")])
def test_an_empty_library_says_so(desk, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    code, _, errors = desk(*words)
    assert code == 1
    assert "还没有期刊" in errors


@pytest.mark.parametrize("words", [("stats", "--xlsx"), ("stats", "--csv"), ("index", "2026", "--pdf")])
def test_a_target_that_cannot_be_written_is_said(filled, tmp_path, words):
    (tmp_path / "文件").write_text("", encoding="utf-8")
    code, _, errors = filled(*words, tmp_path / "文件" / "a.pdf")
    assert code == 1
    assert "文件" in errors
    assert (tmp_path / "文件").read_bytes() == b""
