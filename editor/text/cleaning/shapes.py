"""Paragraphs in their right shape: joined, parted, headings, lists, captions."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from editor.model.article import Article
from editor.model.block_kinds import as_figure, as_paragraph, as_table
from editor.model.body import ANCHOR, Block, plain
from editor.model.language import tr
from editor.model.uid import new_uid
from editor.text.characters import ends_sentence
from editor.text.cleaning.rule import BlockRule
from editor.text.cleaning.steps import Caption, Head, Itemise, Join, Split, Step, wide_gaps
from editor.text.joining import Whole
from editor.text.line_forms import bullet, continues, heading_level, typed_number

_FIGURE, _TABLE = (
    re.compile(r"图\s?\d{0,3}(?:[-－.]\d{1,2})?[:：\s]*\S.{0,58}"),
    re.compile(r"表\s?\d{1,3}(?:[-－.]\d{1,2})?[:：\s]*\S.{0,58}"),
)
_FIGURE_NUMBER = re.compile(r"图\s?\d")
_SOURCE = re.compile(r"[（(]?\s*(?:资料|数据|图片|图)?来源\s*[:：]\s*(\S.{0,58}?)\s*[）)]?")
_LONGEST_ITEM = 40
_DATED = re.compile(r"(?:年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[〇○零一二三四五六七八九]{4}年.{1,3}月.{1,3}日)$")
_OFFICE = re.compile("[部委局厅署院会室府司社处]$")
# what begins a paragraph of its own, or a row of a table
_BEGINS = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十百\d]{1,5}[条章节款，、]|附[件录]|[（(][^（()）]*[）)]$"
    r"|\d{1,3} |[\u4e00-\u9fff]{2,8}[:：]|[\u4e00-\u9fff]{1,4} |(?:[^ A-Za-z，。；]+ +){3,}"
)
_TITLE_END = re.compile("(?:通知|意见|办法|规定|方案|决定|批复|公告|通报|细则|规划|条例|号)$")
_FULL, _HALF = 26, 13


def parted(article: Article) -> Iterator[Step]:
    """Yield paragraphs in which several stand, as web pages leave them: wide gaps behind the ends of sentences."""
    for block in article.blocks:
        gaps = wide_gaps(_text(block))
        if gaps:
            yield Split(block.uid, tuple(new_uid() for _ in gaps))


def joined(article: Article) -> Iterator[Step]:
    """Yield paragraphs that a page, a mail or a PDF broke into lines."""
    lines: list[Block] = []
    whole: Whole | None = None
    for block in article.blocks:
        text = _text(block)
        if whole and text and _goes_on(whole, _text(lines[-1]), text):
            lines.append(block)
            whole.add(text)
            continue
        if len(lines) > 1:
            yield Join(tuple(line.uid for line in lines))
        lines, whole = [block], Whole(text) if text else None
    if len(lines) > 1:
        yield Join(tuple(line.uid for line in lines))


def captions(article: Article) -> Iterator[Step]:
    """Yield captions of figures, which stand below them or above, of tables above them, and sources of figures."""
    blocks, taken = article.blocks, set[str]()
    for at, block in enumerate(blocks):
        figure, table = as_figure(block), as_table(block)
        for place in (
            (at + 1, at - 1) if figure and not figure.caption else (at - 1,) if table and not table.caption else ()
        ):
            line = blocks[place] if 0 <= place < len(blocks) else None
            text = _text(line) if line else ""
            form = _FIGURE if figure else _TABLE
            numbered = place > at or _FIGURE_NUMBER.match(text) or table
            if (
                line
                and line.uid not in taken
                and numbered
                and ANCHOR not in text
                and form.fullmatch(text)
                and not ends_sentence(text)
            ):
                taken.add(line.uid)
                yield Caption(line.uid, block.uid, caption=text)
                break


def figure_sources(article: Article) -> Iterator[Step]:
    """Yield lines 来源：X right below a figure: they are its source, not the article's."""
    for block, line in pairwise(article.blocks):
        figure = as_figure(block)
        found = _SOURCE.fullmatch(_text(line)) if figure and not figure.source else None
        if found and ANCHOR not in found[0]:
            yield Caption(line.uid, block.uid, source=found[1])


def lists(article: Article) -> Iterator[Step]:
    """Yield bulleted paragraphs, two or more, and short ones that count from 1: they become lists."""
    for bulleted, group in groupby(article.blocks, key=lambda block: bullet(_text(block)) is not None):
        found = tuple(block.uid for block in group)
        if bulleted and len(found) > 1:
            yield Itemise(found, ordered=False)
    for found in _counting(article.blocks):
        yield Itemise(found, ordered=True)


def headings(article: Article) -> Iterator[Step]:
    """Yield short paragraphs that begin 一、（一）1. and end without a mark, with text behind them."""
    for block, after in pairwise(article.blocks):
        level = heading_level(_text(block))
        number = typed_number(_text(block))[0]
        if level and not (number and typed_number(_text(after))[0] == number + 1):
            yield Head(block.uid, level)


def _counting(blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    found: list[str] = []
    for block in blocks:
        text = _text(block)
        number = typed_number(text)[0] if len(text) <= _LONGEST_ITEM and "。" not in text[:-1] else 0
        if number != len(found) + 1:
            if len(found) > 1:
                yield tuple(found)
            found = []
        if number == len(found) + 1:
            found.append(block.uid)
    if len(found) > 1:
        yield tuple(found)


def _goes_on(whole: Whole, last: str, line: str) -> bool:
    """Return whether a line goes on with a paragraph of a full line or more, or of half of one with a bracket open."""
    full = whole.length >= _FULL or (whole.length >= _HALF and whole.is_open)
    ends = _TITLE_END.search(last) or _DATED.search(last) or _is_signed(last) or _is_signed(line)
    return full and not ends and not _BEGINS.match(line) and continues(whole, line)


def _is_signed(text: str) -> bool:
    """Return whether a short line is a date or an office, as signatures and addressees are."""
    return len(text) < _FULL and bool(_DATED.search(text) or _OFFICE.search(text))


def _text(block: Block) -> str:
    paragraph = as_paragraph(block)
    return plain(paragraph.runs) if paragraph else ""


def _rule(identity: str, name: str, why: str, steps: Callable[[Article], Iterator[Step]]) -> BlockRule:
    return BlockRule(id=identity, name=name, why=why, steps=steps)


PARTED = _rule("parted", tr("粘连的段落分开"), tr("网页把几段并成一段，中间只留空格"), parted)
JOINED = _rule("joined-lines", tr("断行接回一段"), tr("PDF、邮件和网页按行折断，一句话不该分成几段"), joined)
CAPTIONS = (
    _rule("captions", tr("图题、表题归到图表"), tr("图题表题跟着图表走，编号和目录才对"), captions),
    _rule("figure-sources", tr("图下的来源归到图"), tr("图下的“来源：”是图的来源，不是文章的来源"), figure_sources),
)
SHAPES = (
    _rule("lists", tr("手打的编号、圆点改为列表"), tr("列表由版式排出编号和缩进"), lists),
    _rule("headings", tr("手打的“一、”“（一）”“1.”改为小标题"), tr("小标题有自己的样式，也进导航"), headings),
)
