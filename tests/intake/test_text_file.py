"""Text files become articles."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.intake.manuscript import IncomingFile
from editor.intake.text_file import manuscript_of_text, text_manuscript
from editor.model.block_texts import block_texts
from editor.model.errors import UserError
from editor.text.sanitise import sanitise
from tests.strategies import CHARACTERS


def texts(made):
    return [text for block in made.article.blocks for text in block_texts(block)]


def read(text):
    return text_manuscript(IncomingFile(name="稿.txt", data=text.encode()))


PRINTED = """        云州市人民政府办公室关于
        做好供水工作的通知

云政办〔2026〕5号

各区人民政府：
　　近日，云州市印发方案，对今后一个时期全市供水工作作
出部署，明确了六方面二十项任务。各区要抓好落实，确保
按期完成。
　　第二段讲保障。
（来源：云州日报）
https://example.org/a
"""


def test_a_printed_document():
    made = read(PRINTED)
    assert made.article.title.lines == ("云州市人民政府办公室关于", "做好供水工作的通知")
    assert (made.article.source, made.article.link) == ("云州日报", "https://example.org/a")
    assert texts(made) == [
        "云政办〔2026〕5号",
        "各区人民政府：",
        "近日，云州市印发方案，对今后一个时期全市供水工作作出部署，明确了六方面二十项任务。各区要抓好落实，确保按期完成。",
        "第二段讲保障。",
    ]


@pytest.mark.parametrize(
    ("head", "title", "source", "published"),
    [
        ("开办企业一表通\n来源：云州日报  2026-01-05\n", "开办企业一表通", "云州日报", dt.date(2026, 1, 5)),
        ("标题：开办企业一表通\n来源：云州日报\n日期：2026年1月5日\n", "开办企业一表通", "云州日报",
         dt.date(2026, 1, 5)),
        ("开办企业一表通\n\n", "开办企业一表通", "", None),
        ("", "", "", None),
    ],
)  # fmt: skip
def test_lines_above_the_body(head, title, source, published):
    made = read(f"{head}近日，云州市印发方案，部署工作。\n第二段。")
    assert (made.article.title.text, made.article.source) == (title, source)
    assert made.article.archive.published == published
    assert texts(made) == ["近日，云州市印发方案，部署工作。", "第二段。"]


def test_lines_that_nobody_broke_stay_apart():
    lines = ["第一条建议由市数据局牵头办理。", "第二条建议由市水利局牵头办理。", "第三条建议由市教育局牵头办理。"]
    assert texts(read("建议清单\n\n" + "\n".join(lines))) == lines


def test_an_empty_file_is_refused_by_name():
    with pytest.raises(UserError, match=r"稿\.txt"):
        read(" \n ")


def test_text_in_markdown_is_read_as_such():
    assert texts(read("# 题目\n\n**甲**乙")) == ["甲乙"]


@given(st.lists(st.text(CHARACTERS, max_size=30), max_size=8))
def test_no_character_is_lost(lines):
    text = "字" + "\n".join(lines).translate(dict.fromkeys(map(ord, "*•●■◆▪‣◦-·:：0123456789.．)）、|丨｜/")))
    article = manuscript_of_text(text).article
    kept = article.title.text + article.subtitle + article.source + article.link
    kept += "".join(text for block in article.blocks for text in block_texts(block))
    assert sorted("".join(kept.split())) == sorted("".join(sanitise(text).split()))


def test_lines_broken_within_a_sentence_are_joined_and_verse_stays():
    lines = ("机关院内的车位在夜间和周末向居民开放，", "首批开放四处、二百一十个车位，由社区统一登记、", "统一收费。")
    assert texts(read("错时停车\n\n" + "\n".join(lines))) == ["".join(lines)]
    verse = ["床前明月光，", "疑是地上霜。", "举头望明月，", "低头思故乡。"]
    assert texts(read("静夜思\n\n" + "\n".join(verse))) == verse
