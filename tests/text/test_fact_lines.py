"""Lines that name a source, an address, a day or a code to scan."""

import datetime as dt

import pytest

from editor.text.fact_lines import (
    address_of_line,
    date_of_line,
    figure_source_of_line,
    is_card_line,
    source_at_end,
    source_of_line,
)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：云州市数据局", "云州市数据局"),
        ("（来源：云州日报）", "云州日报"),
        ("(信息来源: 云州日报)", "云州日报"),
        ("【来源：云州日报】", "云州日报"),
        ("稿 源：云州日报", "云州日报"),
        ("来源：云州市数据局（大数据中心）", "云州市数据局（大数据中心）"),
        ("（来源：云州市数据局（大数据中心））", "云州市数据局（大数据中心）"),
        ("供稿单位：望海县人民政府", "望海县人民政府"),
        ("文章出处：云州研究", "云州研究"),
        ("图片来源：云州日报", ""),
        ("数据来源：云州市统计局", ""),
        ("收入来源：工资", ""),
        ("这笔钱的来源：不明", ""),
        ("来源：" + "很长的说明" * 20, ""),
        ("来源：", ""),
    ],
)
def test_a_line_that_names_the_source_of_an_article(line, source):
    assert source_of_line(line) == source


@pytest.mark.parametrize(
    ("line", "source"),
    [("图源：云州日报", "云州日报"), ("数据来源：云州市统计局", "云州市统计局"), ("来源：云州日报", "")],
)
def test_a_line_that_names_the_source_of_a_figure(line, source):
    assert figure_source_of_line(line) == source


@pytest.mark.parametrize(
    ("text", "source", "rest"),
    [
        ("工作已经完成。（来源：云州日报）", "云州日报", "工作已经完成。"),
        ("工作已经完成。(稿源：云州日报)  ", "云州日报", "工作已经完成。"),
        ("工作已经完成。（资料来源：云州市局（二处）办公室）", "云州市局（二处）办公室", "工作已经完成。"),
        ("工作已经完成（时间：三月）", "", "工作已经完成（时间：三月）"),
        ("工作（来源：云州日报）已经完成。", "", "工作（来源：云州日报）已经完成。"),
    ],
)
def test_a_source_at_the_end_of_a_text(text, source, rest):
    found, start = source_at_end(text)
    assert (found, text[:start]) == (source, rest)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("https://example.org/a?b=1", ("", "https://example.org/a?b=1")),
        ("原文链接：<https://example.org/a>", ("原文链接：", "https://example.org/a")),
        ("链接 ＜https://example.org/a＞", ("链接", "https://example.org/a")),
        ("（原文：https://example.org/a(1)）", ("原文：", "https://example.org/a(1)")),
        ("(https://example.org/a)", ("", "https://example.org/a")),
        ("见 https://example.org/a 的说明", ("", "")),
        ("https://example.org/甲", ("", "")),
    ],
)
def test_a_line_that_is_an_address(line, found):
    assert address_of_line(line) == found


def test_a_line_that_is_a_day():
    assert date_of_line("发布时间：2026-03-09 10:20") == dt.date(2026, 3, 9)
    assert date_of_line("（印发日期：2026年3月9日）") == dt.date(2026, 3, 9)
    assert date_of_line("2026年3月9日") is None
    assert date_of_line("开放时间：2026年3月9日") is None


def test_a_line_beside_a_code_to_scan():
    assert is_card_line("扫一扫，阅读原文")
    assert not is_card_line("扫一扫，阅读原文。")
    assert not is_card_line("扫一扫，")
