"""Markdown becomes blocks, all of it or none."""

import datetime as dt

import pytest

from editor.intake.manuscript import IncomingFile
from editor.intake.markdown import blocks_from_markdown, is_markdown, markdown_manuscript
from editor.model.block_texts import block_texts
from editor.model.body import ColumnAlignment, Heading, ItemList, Paragraph, Quote, Run, Table, plain

TEXT = """### 一、总体情况

**1. 进度**：截至2月底登记`3.2万`项。

- **东区**：完成90%
  - 其中新区80%

| 区名 | 登记数 |
|------|------:|
| 东区 | 1200 |

> 数据来自市局

详见[通知](https://example.org/a?b=1)。

---
"""


def read(text, **known):
    return markdown_manuscript(IncomingFile(name="稿.md", data=text.encode(), **known))


def test_what_an_assistant_copies():
    blocks = blocks_from_markdown(TEXT).blocks
    assert [type(block) for block in blocks] == [Heading, Paragraph, ItemList, Table, Quote, Paragraph]
    heading, first, items, table, _, last = blocks
    assert (heading.level, plain(heading.runs)) == (1, "一、总体情况")
    assert first.runs == (Run(text="1. 进度", bold=True), Run(text="：截至2月底登记3.2万项。"))
    assert [plain(item) for item in items.items] == ["东区：完成90%", "其中新区80%"]
    assert table.alignments == (ColumnAlignment.AUTO, ColumnAlignment.RIGHT)
    assert last.runs[1] == Run(text="通知", link="https://example.org/a?b=1")


@pytest.mark.parametrize("text", ["**一是强化统筹。**要求按月报送。", "要求**“按月”**报送", "按**（一）**办理"])
def test_bold_beside_chinese_marks(text):
    [paragraph] = blocks_from_markdown(f"# 题\n\n{text}").blocks[1:]
    assert sum(run.bold for run in paragraph.runs) == 1
    assert "*" not in plain(paragraph.runs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, True),
        ("# 题目\n正文", True),
        ("见[通知](https://example.org)。", True),
        ("**一是。**要求\n\n- 甲\n- 乙", True),
        ("普通的文字。\n第二段。", False),
        ("**一是强化统筹。**要求各区按月报送。", False),
        ("- 甲\n- 乙", False),
        ("#5号楼 2*3=6 a_b_c", False),
        ("区名\t数\n东区\t1", False),
        ("[1] 注释（见附件）", False),
    ],
)
def test_what_counts_as_markdown(text, expected):
    assert is_markdown(text) == expected


def test_an_article_of_a_file():
    made = read(
        "---\ntitle: 数据登记提速\ndate: 2025-03-01\nsource: 云州日报\nurl: https://example.org/a\n---\n\n"
        "## 一、概况\n\n正文。\n"
    )
    article = made.article
    assert (article.title.text, article.source, article.link) == ("数据登记提速", "云州日报", "https://example.org/a")
    assert article.archive.published == dt.date(2025, 3, 1)
    assert [(type(block), *block_texts(block)) for block in article.blocks] == [
        (Heading, "一、概况"),
        (Paragraph, "正文。"),
    ]


def test_the_only_heading_of_the_first_rank_is_the_title():
    made = read("# 数据登记提速\n\n正文一。\n\n## 概况\n\n正文二。\n\n（来源：云州日报）\n")
    assert (made.article.title.text, made.article.source) == ("数据登记提速", "云州日报")
    assert [block.level for block in made.article.blocks if isinstance(block, Heading)] == [1]
    assert made.guessed == frozenset()
    assert read("# 甲甲\n\n一。\n\n# 乙乙\n\n二。").article.title.text == ""


def test_a_link_that_only_names_the_source_is_the_link():
    made = read("# 题\n\n正文一段。\n\n[阅读原文](https://www.example.org/a)")
    assert made.article.link == "https://www.example.org/a"
    assert [plain(block.runs) for block in made.article.blocks] == ["正文一段。"]


def test_a_picture_beside_the_file():
    made = read("# 题目\n\n![图](a/图.png)\n\n正文。", beside={"a/图.png": b"bytes"}.get)
    [picture] = made.pictures
    assert picture.data == b"bytes"


def test_rules_are_left_out_and_said():
    assert "分隔线没有带入（1 条）。" in read("# 题目\n\n甲。\n\n---\n\n乙。").messages


def test_html_in_markdown_stays_text():
    [paragraph] = read("# 题目\n\n<script>alert(1)</script>").article.blocks
    assert plain(paragraph.runs) == "<script>alert(1)</script>"
