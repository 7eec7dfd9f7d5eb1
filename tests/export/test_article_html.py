"""Articles as HTML and text, and the way back."""

import re
from dataclasses import replace
from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from editor.export.html import article_html, blocks_html
from editor.export.text import article_text, blocks_text
from editor.intake.html import blocks_from_html
from editor.model.article import Title
from editor.model.body import (
    ANCHOR,
    CellSpan,
    ChartKind,
    ColumnAlignment,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Script,
    Table,
    plain,
    text_of,
)
from editor.model.runs import normal
from editor.text.sanitise import sanitise
from tests import fakes, strategies

PICTURE, BYTES = fakes.picture()
BLANKS = re.compile("[ \t\u00a0\u2002-\u200a]+")
EDGES = " \u3000"


def squeezed(text):
    return BLANKS.sub(" ", sanitise(text).replace("\n", " ")).strip(EDGES)


def characters(runs):
    """Return each character but blanks with its look: blanks at ends and in rows do not survive HTML."""
    return [replace(run, text=char, link=run.link) for run in runs for char in sanitise(run.text) if not char.isspace()]


def unbold(runs):
    if all(run.bold or not run.text.strip(EDGES + "\u00a0\u2003") for run in normal(runs)):
        return tuple(replace(run, bold=False) for run in runs)
    return runs


def form(block):
    """Return what the way through HTML keeps of a block, None for one with nothing to see."""
    match block:
        case Paragraph() | Quote():
            return (type(block).__name__, characters(block.runs)) if characters(block.runs) else None
        case Heading():
            return ("Heading", block.level, characters(unbold(block.runs))) if characters(block.runs) else None
        case ItemList():
            items = [item for item in map(characters, block.items) if item]
            return ("ItemList", block.ordered, items) if items else None
        case Figure() if block.drawn:
            cells = [[squeezed(cell) for cell in row] for row in block.chart]
            return ("Chart", block.chart_kind, cells, squeezed(block.caption), squeezed(block.source))
        case Figure():
            return ("Figure", squeezed(block.caption), squeezed(block.source))
        case Table():
            rows = [[characters(cell) for cell in row] for row in block.rows]
            head = [characters(unbold(cell)) for cell in block.head]
            return ("Table", head, rows, squeezed(block.caption), squeezed(block.note))
        case _:
            assert_never(block)


def forms(blocks):
    return [made for made in map(form, blocks) if made]


# one blank line of a table's cell text is a line of its own to a browser; a caption beginning with 来源： is a source
printed = strategies.CHARACTERS.filter(lambda char: sanitise(char) == char and not char.isspace())
texts = st.text(printed, max_size=8)
looks = {
    "bold": st.booleans(),
    "italic": st.booleans(),
    "script": st.sampled_from(Script),
    "link": st.sampled_from(("", "https://example.org/a?b=1&c=《》")),
}
words = st.builds(Run, text=st.text(st.one_of(printed, st.just(" ")), max_size=8), **looks)
footnotes = st.builds(Run, text=st.just(ANCHOR), footnote=st.text(printed, min_size=1, max_size=8), **looks)
runs = st.lists(words, max_size=3).map(tuple)
noted_runs = st.lists(words | footnotes, max_size=3).map(tuple)


@st.composite
def tables(draw, runs):
    columns = draw(st.integers(1, 3))
    row = st.lists(runs, min_size=columns, max_size=columns).map(tuple)
    return Table(head=draw(row), rows=draw(st.lists(row, max_size=3).map(tuple)), caption=draw(texts), note=draw(texts))


charts = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(texts, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3).map(
        tuple
    )
)


def bodies(runs):
    kinds = st.one_of(
        st.builds(Paragraph, runs=runs),
        st.builds(Heading, level=st.integers(1, 3), runs=runs),
        st.builds(Quote, runs=runs),
        st.builds(ItemList, ordered=st.booleans(), items=st.lists(runs, max_size=3).map(tuple)),
        st.builds(Figure, caption=texts, source=texts),
        st.builds(Figure, caption=texts, source=texts, chart=charts, chart_kind=st.sampled_from(ChartKind)),
        tables(runs),
    )
    return st.lists(kinds, max_size=5).map(tuple)


blocks = bodies(runs)
noted_blocks = bodies(noted_runs)


def cells(*rows):
    return [tuple(map(text_of, row.split("|"))) for row in rows]


HEAD, *BELOW = cells("地区|产值||", "|一季度|二季度|备注", "东部|12|13|增加", "西部|9|10|")
SPANNED = Table(
    head=HEAD,
    rows=tuple(BELOW),
    spans=(
        CellSpan(row=0, column=0, rows=2),
        CellSpan(row=0, column=1, columns=3),
        CellSpan(row=2, column=3, rows=2),
    ),
    header_rows=2,
    alignments=(ColumnAlignment.LEFT, ColumnAlignment.RIGHT, ColumnAlignment.RIGHT, ColumnAlignment.AUTO),
)


def test_spans_heads_and_alignments_come_back():
    [read] = blocks_from_html(blocks_html((SPANNED,), {})).blocks
    assert replace(read, uid=SPANNED.uid) == SPANNED


def test_footnotes_are_numbered_and_listed_and_come_back():
    one, other = (Run(text=ANCHOR, footnote=words) for words in ("见《办法》第<3>条", "甲"))
    body = (Paragraph(runs=(Run(text="先"), one, Run(text="后"))), ItemList(items=((Run(text="项"), other),)))
    made = blocks_html(body, {})
    shown = "".join(lxml_html.fromstring(f"<div>{made}</div>").text_content().split())
    assert shown == "先①后项②①见《办法》第<3>条②甲"
    assert forms(blocks_from_html(made).blocks) == forms(body)
    assert blocks_text(body) == "先①后\n• 项②\n① 见《办法》第<3>条\n② 甲"


@given(noted_blocks, texts, texts, texts)
def test_html_read_back_is_the_same_article(body, title, subtitle, source):
    article = fakes.article(title, subtitle=subtitle, source=source)
    article = replace(article, title=Title(text=title), blocks=body)
    pasted = blocks_from_html(article_html(article))
    assert forms(pasted.blocks) == forms(body)
    assert (pasted.title, pasted.subtitle, pasted.source, pasted.link) == (title, subtitle, source, article.link)


@given(noted_blocks)
def test_blocks_copied_come_back(body):
    assert forms(blocks_from_html(blocks_html(body, {})).blocks) == forms(body)


@given(blocks)
def test_every_other_reader_sees_the_whole_text_in_html(body):
    shown = lxml_html.fromstring(f"<div>{blocks_html(body, {})}</div>").text_content()
    wanted = "".join(part for block in body for part in seen(block))
    assert "".join(shown.split()) == "".join(wanted.split())


def seen(block):
    match block:
        case Figure() if block.drawn:
            cells = [cell for row in block.chart for cell in row]
            return (*cells, block.caption, f"来源：{block.source}" if block.source else "")
        case Figure():
            return ("〔图片待补〕", block.caption, f"来源：{block.source}" if block.source else "")
        case Table():
            cells = [plain(cell) for row in (block.head, *block.rows) for cell in row]
            return (block.caption, *cells, block.note)
        case ItemList():
            return [plain(item) for item in block.items]
        case _:
            return (plain(block.runs),)


def test_pictures_travel_inside_with_alternative_text_and_width():
    figure = Figure(picture=PICTURE, caption="图1 流程", source="云州数据局", alt="流程", width=625)
    html = article_html(fakes.article("题", figure), BYTES)
    pasted = blocks_from_html(html)
    [read] = pasted.blocks
    assert (read.caption, read.source, read.alt, read.width) == ("图1 流程", "云州数据局", "流程", 625)
    assert [one.data for one in pasted.pictures] == list(BYTES.values())
    assert "data:image/png;base64," not in article_html(fakes.article("题", figure))


def test_the_html_of_an_article():
    body = (
        Paragraph(runs=(Run(text="一是强化。", bold=True), Run(text="<按月> & 报送"))),
        Heading(level=2, runs=text_of("（一）分工")),
        Paragraph(runs=(Run(text="全文", link="https://example.org/?a=1&b=2"), Run(text="坏", link="javascript:x()"))),
        ItemList(ordered=True, items=(text_of("甲"),)),
    )
    assert article_html(fakes.article("云州办法", *body), link_label="链接：") == (
        "<article>\n"
        '<h1 data-bulletin="title" data-value="云州办法">云州办法</h1>\n'
        "<p><strong>一是强化。</strong>&lt;按月&gt; &amp; 报送</p>\n"
        "<h3>（一）分工</h3>\n"
        '<p><a href="https://example.org/?a=1&amp;b=2">全文</a>坏</p>\n'
        "<ol><li>甲</li></ol>\n"
        '<p data-bulletin="source" data-value="云州日报">来源：云州日报</p>\n'
        '<p data-bulletin="link" data-value="https://example.org/a?b=1">链接：'
        '<a href="https://example.org/a?b=1">https://example.org/a?b=1</a></p>\n'
        "</article>\n"
    )


def test_the_text_of_an_article_lists_its_links_at_the_end():
    shared = "https://example.org/x"
    body = (
        Heading(runs=text_of("一、背景")),
        Paragraph(runs=(Run(text="见"), Run(text="全", link=shared, bold=True), Run(text="文", link=shared))),
        ItemList(items=(text_of("甲"), (Run(text="乙", link="https://example.org/y"),))),
        Figure(caption="图1 流程", source="数据局"),
        Figure(caption="图2 产值", chart=(("亿元", "产值"), ("2023年", "12"))),
        Table(
            head=(text_of("地区"), text_of("数")), rows=((text_of("云州"), (Run(text="3", link=shared),)),), note="注"
        ),
    )
    assert article_text(fakes.article("云州办法", *body)) == (
        "云州办法\n\n一、背景\n\n见全文[1]\n\n• 甲\n• 乙[2]\n\n图1 流程 来源：数据局\n\n"
        "图2 产值\n亿元\t产值\n2023年\t12\n\n地区\t数\n云州\t3[1]\n注\n\n"
        "来源：云州日报\n\n原文链接：https://example.org/a?b=1\n\n"
        "链接：\n[1] https://example.org/x\n[2] https://example.org/y\n"
    )
    assert blocks_text(body[:3]) == "一、背景\n见全文\n• 甲\n• 乙"


@pytest.mark.parametrize("body", [(), (Paragraph(),)])
def test_nothing_is_little(body):
    article = replace(fakes.article("题", source="", link=""), blocks=body)
    assert article_text(article) == "题\n"
    assert blocks_from_html(article_html(article)).blocks == ()
