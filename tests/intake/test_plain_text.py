import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.intake.plain_text import blocks_from_text
from editor.model.block_texts import block_texts
from editor.model.body import Heading, ItemList, Paragraph, Run, Table, plain
from editor.model.errors import UserError
from tests.strategies import CHARACTERS


def forms(text, **options):
    return [
        (type(block).__name__, getattr(block, "level", getattr(block, "ordered", None)), *block_texts(block))
        for block in blocks_from_text(text, **options)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("　　首段。\r\n\r\n  次段。", [("Paragraph", None, "首段。"), ("Paragraph", None, "次段。")]),
        ("一、总体要求\n（一）目标\n1. 指标\n正文。", [
            ("Heading", 1, "一、总体要求"), ("Heading", 2, "（一）目标"), ("Heading", 3, "1. 指标"),
            ("Paragraph", None, "正文。")]),
        ("一、坚持统筹推进，各区要按时完成。", [("Paragraph", None, "一、坚持统筹推进，各区要按时完成。")]),
        ("1.管理办法自公布之日起施行。", [("Paragraph", None, "1.管理办法自公布之日起施行。")]),
        ("1.5亿元的投资", [("Paragraph", None, "1.5亿元的投资")]),
        ("1. 报名\n2. 审核\n3、公示", [("ItemList", True, "报名", "审核", "公示")]),
        ("2. 审核\n3. 公示", [("Heading", 3, "2. 审核"), ("Heading", 3, "3. 公示")]),
        ("• 甲\n•乙\n- 丙\n-5度", [("ItemList", False, "甲", "乙", "丙"), ("Paragraph", None, "-5度")]),
        ("地区\t数量\n云州\t3\n\t4\n尾", [
            ("Table", None, "地区", "数量", "云州", "3", "4"), ("Paragraph", None, "尾")]),
        ("甲\t乙", [("Paragraph", None, "甲\t乙")]),
        ("甲\t乙\n丙\t丁\t戊", [("Paragraph", None, "甲\t乙"), ("Paragraph", None, "丙\t丁\t戊")]),
        ("\t缩进的段", [("Paragraph", None, "缩进的段")]),
    ],
)  # fmt: skip
def test_forms_of_lines(text, expected):
    assert [tuple(part for part in form if part != "") for form in forms(text)] == expected


def test_marks_of_bold_become_bold_runs():
    [paragraph] = blocks_from_text("**一是强化统筹。**要求各区按月报送。")
    assert paragraph.runs == (Run(text="一是强化统筹。", bold=True), Run(text="要求各区按月报送。"))


BROKEN = "数据登记的要义在于让同一份数据说得清来历、算得清次数、分得清责\n任，并且留得下凭据。\n\n另起一段的文字"


def test_lines_are_joined_only_when_told():
    assert len(blocks_from_text(BROKEN)) == 3
    assert [form[2] for form in forms(BROKEN, join_lines=True)] == [
        "数据登记的要义在于让同一份数据说得清来历、算得清次数、分得清责任，并且留得下凭据。",
        "另起一段的文字",
    ]


@given(st.lists(st.text(CHARACTERS, max_size=20), max_size=6), st.booleans())
def test_no_character_is_lost(lines, join_lines):
    text = "\n".join(line.replace("*", "").translate(dict.fromkeys(map(ord, "•●■◆▪‣◦-·"))) for line in lines)
    blocks = blocks_from_text("字" + text, join_lines=join_lines)
    kept = "".join(part for block in blocks for part in block_texts(block))
    assert all(isinstance(block, Paragraph | Heading | ItemList | Table) for block in blocks)
    assert all(plain(block.runs).strip() for block in blocks if isinstance(block, Paragraph))
    if not any(isinstance(block, ItemList) for block in blocks):
        assert "".join(kept.split()) == "".join(plain_of(text).split())


def plain_of(text):
    from editor.text.sanitise import sanitise

    return "字" + sanitise(text)


def test_too_much_is_refused():
    with pytest.raises(UserError, match="太大了"):
        blocks_from_text("字\n" * 1_500_000)


def test_lines_after_a_bracket_that_stays_open_are_joined_in_time():
    # looked at as a whole for every line, 60,000 lines took minutes
    lines = ["（甲"] + ["乙丙丁"] * 60_000
    blocks = blocks_from_text("\n".join(lines), join_lines=True)
    assert [plain(block.runs) for block in blocks] == ["".join(lines)]
