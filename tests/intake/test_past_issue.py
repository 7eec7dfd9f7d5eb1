"""The reader on issues of other forms; the shipped sample's text is one of them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.intake.past_issue import read_past_issue
from editor.intake.past_issue.body import read_body
from editor.intake.past_issue.lines import split_lines
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Heading, ItemList, Paragraph, Table, plain
from editor.model.errors import UserError
from editor.model.number import IssueKind, label
from editor.text.characters import fold
from resources import resource

SAMPLE = resource("sample/past-issue.txt").read_text(encoding="utf-8")

SHORT = """协会动态

2025年第9—10期（总第221—222期） 2025年5月12日

目录

要闻
协会召开年会……………1
两地签署协议……………3

要闻

协会召开年会

年会在云州举行。会议听取了工作报告。
来源：协会秘书处
原文链接 https://example.org/a

两地签署协议

一、背景
双方约定如下：
- 互认证书
- 共享师资

| 项目 | 时限 |
| --- | --- |
| 互认 | 三个月 |
| 共享 | 半年 |

协议即日生效。（来源：澄江日报）
"""


def read(text):
    return read_past_issue(text.encode(), name="x.txt")


def all_texts(reading):
    return [text for item in reading.issue.articles() for block in item.blocks for text in block_texts(block)]


def test_the_samples_parts_are_all_recognised():
    reading = read(SAMPLE)
    assert reading.unplaced == ()
    assert [(section.name, len(section.articles)) for section in reading.issue.sections] == [
        ("政策要论", 3),
        ("地方实践", 3),
        ("产业观察", 3),
        ("数谷动态", 1),
    ]
    kinds = {type(block) for item in reading.issue.articles() for block in item.blocks}
    assert kinds == {Paragraph, Heading, ItemList, Figure, Table}


def test_names_typed_apart_become_names_and_labels_roles():
    credits_ = {one.role: [name.text for name in one.names] for one in read(SAMPLE).issue.credits}
    assert credits_["编委会"][:4] == ["沈怀远", "陆岚", "顾清和", "闻笛"]
    assert credits_["主办"] == ["云州市数据治理研究院", "澄江数字经济学会"]


def test_an_issue_of_another_form_is_read_whole():
    reading = read(SHORT)
    issue = reading.issue
    assert (issue.number.kind, issue.number.number, issue.number.last) == (IssueKind.COMBINED, 9, 10)
    assert (issue.number.total, issue.number.total_last) == (221, 222)
    one, two = issue.articles()
    assert (one.title.text, one.source, one.link) == ("协会召开年会", "协会秘书处", "https://example.org/a")
    assert [type(block) for block in two.blocks] == [Heading, Paragraph, ItemList, Table, Paragraph]
    assert [plain(cell) for cell in two.blocks[3].rows[1]] == ["共享", "半年"]
    assert two.source == "澄江日报"
    assert reading.unplaced == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_files_of_other_encodings_and_line_ends_read_the_same(encoding):
    data = SAMPLE.replace("\n", "\r\n").encode(encoding)
    assert read_past_issue(data, name="x.txt").issue == read(SAMPLE).issue


def test_what_cannot_be_printed_is_taken_out_and_reported():
    reading = read(SAMPLE.replace("云州此前", "\u202e云\u200b州此\u2060前\x07"))
    assert any("云州此前" in text for text in all_texts(reading))
    assert sum("U+" in line for line in reading.report) == 4


def test_radicals_become_ideographs():
    assert any("方案" in text for text in all_texts(read(SAMPLE.replace("行动方案", "行动⽅案"))))


def test_a_title_that_the_contents_do_not_find_is_shown_with_its_line():
    reading = read(SAMPLE.replace("- 13 数据标注", "- 13 别的标题\n- 13 数据标注"))
    assert [rest.text for rest in reading.unplaced] == ["- 13 别的标题"]


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        (b"", "没有期号和日期"),
        ("只有一段话。".encode(), "没有期号和日期"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "不是文本文件"),
        (b"PK\x03\x04\0\0", "不是文本文件"),
    ],
)
def test_what_is_no_issue_is_refused_with_the_reason(data, messages):
    with pytest.raises(UserError, match=messages):
        read_past_issue(data, name="x.txt")


@given(st.data())
@settings(max_examples=40)
def test_no_line_is_lost_whatever_happens_to_the_text(data):
    """Lines taken out, doubled and exchanged: each one left is in the issue or shown as unplaced."""
    lines = SAMPLE.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        one, other = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        change = data.draw(st.sampled_from(("swap", "drop", "double", "insert")))
        if change == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif change == "drop":
            del lines[one]
        elif change == "double":
            lines.insert(one, lines[other])
        else:
            lines.insert(one, data.draw(st.text("数据《》，。 :：-01①一、（）a|\t", max_size=30)))
    try:
        reading = read("\n".join(lines))
    except UserError:
        return
    whole = (
        fold(repr(reading.issue))
        + fold("".join(label(reading.issue.number)))
        + "".join(fold(rest.text) for rest in reading.unplaced)
    )
    for line in lines:
        hanzi = "".join(char for char in fold(line) if "\u4e00" <= char <= "\u9fff")
        longest = max((part for part in re.split(r"[^\u4e00-\u9fff]+", fold(line))), key=len)
        assert longest in whole or hanzi in "".join(char for char in whole if "\u4e00" <= char <= "\u9fff")


def test_a_paragraph_of_very_many_lines_is_read_in_time():
    lines = split_lines("（甲\n" + "乙丙丁\n" * 60_000)
    (block,) = read_body(lines).blocks
    assert plain(block.runs) == "（甲" + "乙丙丁" * 60_000


def test_a_row_of_marks_alone_is_no_label():
    reading = read(SAMPLE.replace("本期要目", ": ：\n本期要目", 1))
    assert [article.title for article in reading.issue.articles()] == [
        one.title for one in read(SAMPLE).issue.articles()
    ]
