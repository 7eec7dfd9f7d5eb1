"""The office's papers and copies by the command line."""

import pytest
from PIL import Image

from tests.cli.test_review import board  # noqa: F401 - a fixture
from tests.paper_desk import pages_of
from tests.review_desk import CHIEF, EDITOR


@pytest.fixture
def signed(board):  # noqa: F811 - a fixture
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    return board


def paper(made, *words, code=0):
    path = made.folder / "纸" / "a.pdf"
    told = made("paper", *words, "--pdf", path, code=code)
    if code:
        return told
    assert "已写入" in told
    return "".join(pages_of(path.read_bytes()))


def test_the_form_before_and_after_the_approval(board):  # noqa: F811 - a fixture
    before = paper(board, "form", "latest")
    assert "签发单" in before
    assert "电子签名" not in before.replace("作数的是电子签名", "")
    board("submit", "latest", "--as", EDITOR)
    board.approve()
    assert f"{CHIEF}已签发" in paper(board, "form", "latest")


def test_the_report_of_the_checks_on_paper_and_in_word(board):  # noqa: F811 - a fixture
    assert "差错率" in paper(board, "checks", "latest", "--as", EDITOR)
    path = board.folder / "纸" / "a.docx"
    assert "已写入" in board("paper", "checks", "latest", "--as", EDITOR, "--pdf", path)
    assert path.read_bytes().startswith(b"PK")


def test_the_notes_and_a_card(signed):
    assert "这一期没有批注" in paper(signed, "notes", "latest")
    assert CHIEF in paper(signed, "card", CHIEF)
    assert "没有路人的密钥" in paper(signed, "card", "路人", code=1)


def test_copies_are_made_and_verified(signed):
    place = signed.folder / "副本" / "观察.pdf"
    signed("copies", "latest", "--pdf", place, "--from", 2, "--to", 3, "--stamp", "样稿")
    names = sorted(path.name for path in place.parent.iterdir())
    assert names == ["观察（编号002）.pdf", "观察（编号003）.pdf"]
    told = signed("verify", place.parent / names[0])
    assert told.startswith("属实")
    assert "由它派生：副本，编号 002，戳记“样稿”" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "要有编号或戳记"),
        (("--from", 5, "--to", 3), "从小到大"),
        (("--to", 5000), "一次最多做 999 份"),
        (("--stamp", "长" * 30), "戳记最多 24 个字"),
    ],
    ids=["neither", "downwards", "too many", "too long"],
)
def test_copies_that_are_none(signed, words, said):
    assert said in signed("copies", "latest", "--pdf", signed.folder / "a.pdf", *words, code=1)


def test_an_unsigned_issue_has_no_copies(board):  # noqa: F811 - a fixture
    assert "没有签发，做不了副本" in board("copies", "latest", "--pdf", board.folder / "a.pdf", "--to", 3, code=1)


def test_a_scan_of_the_form_is_kept_and_logged(signed):
    photo = signed.folder / "签过的.png"
    Image.new("RGB", (40, 30), "white").save(photo)
    assert "已存入 签过的.png，签发照旧。" in signed("paper", "scan", "latest", photo, "--as", EDITOR)
    assert "存入签字扫描件" in signed("log", "latest")
    assert signed("verify", "latest").startswith("属实")
    (signed.folder / "a.txt").write_text("x")
    assert "不是能用的图片" in signed("paper", "scan", "latest", signed.folder / "a.txt", "--as", EDITOR, code=1)


def test_a_galley_that_was_exported_is_what_the_list_of_corrections_compares_with(board):  # noqa: F811 - a fixture
    assert "还没有可以比照的清样" in paper(board, "changes", "latest", code=1)
    board("export", "latest", "--pdf", board.folder / "清样.pdf", "--proof", 1)
    printed = paper(board, "changes", "latest").replace("\n", "")
    assert "核红单" in printed
    assert "第1次纸样" in printed.replace(" ", "")
    assert "一个字也没有改" in printed
