"""A section as elements of the Word file, as high as in the PDF: its articles' titles, blocks, sources and cards."""

import math
from collections.abc import Iterator
from dataclasses import replace

from editor.document.footnotes import NotedRun
from editor.document.parts import ArticlePart, SectionPart
from editor.export.word.blocks import Setting, block_elements, paragraph_place, text_lines
from editor.export.word.card_sizes import card_row
from editor.export.word.element_kinds import as_text, kept_with_next, parted
from editor.export.word.elements import ArticleTitle, Element, OneLine, Opener, Space, TextLines
from editor.export.word.fitting import Measure, fit
from editor.export.word.geometry import BASELINE, SEPARATOR, Geometry
from editor.export.word.heights import RUN_ON_GAP, ArticleHeights
from editor.export.word.lines import advance, pieces
from editor.model.block_kinds import as_paragraph, is_object
from editor.model.block_texts import block_parts
from editor.model.body import Block, Paragraph, text_of

_LEAST_GAP = 0.3  # em between text and source
_NARROW = 90  # % of its width
_CHAIN = 4  # headings in a row
_KEPT_WHOLE = 8  # lines of a last quotation that go over with the card


def section_elements(section: SectionPart, heights: dict[str, ArticleHeights], geometry: Geometry) -> list[Element]:
    """Return the elements of a section from top to bottom."""
    return _loosened(_one_space(list(_elements(section, heights, geometry))))


def _loosened(elements: list[Element]) -> list[Element]:
    """Keep only the last of many headings in a row with what follows: a chain longer than a page breaks anywhere."""
    chained = 0
    for at in range(len(elements) - 1, -1, -1):
        text = as_text(elements[at])
        chained = chained + 1 if text and text.keep else 0
        if text and chained > _CHAIN:
            elements[at] = text._replace(keep=False)
    return elements


def _one_space(elements: list[Element]) -> list[Element]:
    """Put the space between two elements into one of them: Word takes the larger of two, and tables have none."""
    for at in range(1, len(elements)):
        elements[at - 1], elements[at] = parted(elements[at - 1], elements[at])
    return elements


def _elements(section: SectionPart, heights: dict[str, ArticleHeights], geometry: Geometry) -> Iterator[Element]:
    first = heights.get(section.articles[0].anchor) if section.articles else None
    opener = round(first.top * geometry.unit) if first else geometry.opener_height
    line = min(geometry.opener_line, opener)
    yield Opener(section=section, line=line, after=opener - line)
    for place, article in enumerate(section.articles):
        noted = any(
            isinstance(run, NotedRun) for block in article.blocks for _, text in block_parts(block) for run in text
        )
        setting = Setting(
            geometry=geometry,
            heights=heights[article.anchor],
            lines=geometry.lines,
            noted=noted,
            tight=article.tight,
        )
        yield from _article(article, setting, first=place == 0)


def _article(article: ArticlePart, setting: Setting, *, first: bool) -> Iterator[Element]:
    yield from _title(article, setting, first=first)
    for block in article.blocks[:-1]:
        yield from block_elements(block, setting)
    last = article.blocks[-1] if article.blocks else None
    if last is not None and setting.heights.runs_in:
        yield _running_in(article, last, setting)
    else:
        yield from _kept(tuple(block_elements(last, setting)) if last else (), keep=bool(article.card))
        yield from _source(article, setting.geometry)
    yield from _closing(article, last, setting)


def _title(article: ArticlePart, setting: Setting, *, first: bool) -> Iterator[Element]:
    geometry, heights = setting.geometry, setting.heights
    height = round(heights.title * geometry.unit)
    starts_page = not first and (article.starts_page or heights.top < 1)
    gap = 0 if first or starts_page else RUN_ON_GAP * geometry.unit
    lines, spacing = _title_lines(article, geometry)
    wanted = round(heights.text * geometry.unit)
    line = _title_line(wanted, geometry) if lines == 1 and geometry.title_bar else geometry.title_line
    over = geometry.title_bar * line
    lines += geometry.title_bar
    words = lines * line
    above = max(0, min(wanted - over, height - words))
    below = max(0, height - words - above)
    yield ArticleTitle(
        article=article,
        lines=lines,
        line=line,
        before=gap + above,
        after=0 if article.subtitle else below,
        gap=gap,
        spacing=spacing,
        bar=geometry.title_bar,
        fresh=starts_page,
    )
    if article.subtitle:
        rest = max(0, below - geometry.unit)
        yield OneLine(style="Subtitle", text=article.subtitle, height=geometry.unit, keep=True, after=rest)


def _title_line(above: int, geometry: Geometry) -> int:
    """Return the height of the lines of a bar and of one line of words, lower where its words would stand too low.

    above: what stands above the words in the PDF.
    """
    needed = (above + geometry.title_line * BASELINE) / (1 + BASELINE)
    return min(geometry.title_line, max(geometry.title_size * 10, round(needed)))


def _title_lines(article: ArticlePart, geometry: Geometry) -> tuple[int, int]:
    """Return how many lines the title takes and its character spacing: one line stays one where it nearly fits."""
    measure = Measure(geometry.measure, 0, geometry.title_size * 10)
    fits = [fit(pieces(text_of(line)), measure, 1) for line in article.lines]
    return sum(one.lines for one in fits) or 1, min((one.spacing for one in fits), default=0)


def _running_in(article: ArticlePart, last: Block, setting: Setting) -> TextLines:
    """Return the last paragraph with the source at its end.

    Where the source has room in the last line only in the PDF, its characters are narrower here, or it stands on a line
    of its own here too, if the text can be a line shorter for it.
    """
    apart = bool(article.credit) and not setting.heights.source_in_line
    lines = _sourced(article, last, setting, apart=apart)
    if apart or not article.credit or lines.sure:
        return lines
    narrow = _sourced(article, last, setting, apart=False, scale=_NARROW)
    return min(
        (lines, narrow, _sourced(article, last, setting, apart=True)), key=lambda made: (made.lines, not made.sure)
    )


def _sourced(article: ArticlePart, last: Block, setting: Setting, *, apart: bool, scale: int = 100) -> TextLines:
    paragraph = as_paragraph(last) or Paragraph()
    source = sum(map(advance, article.credit)) / 1000 * scale / 100
    tail = 0 if apart or not article.credit else _LEAST_GAP + source
    place = replace(paragraph_place(setting.geometry), tail=tail, less=1 if apart else 0, drawn=bool(article.card))
    lines = text_lines(last, paragraph.runs, place, setting)
    ends = "" if article.card else article.anchor
    return lines._replace(lines=lines.lines + apart, source=article.credit, scale=scale, apart=apart, ends=ends)


def _kept(elements: tuple[Element, ...], *, keep: bool) -> Iterator[Element]:
    """Keep the last text of an article on the page of its source and card."""
    *before, last = elements or (None,)
    yield from (element for element in before if element)
    if last:
        yield kept_with_next(last, _KEPT_WHOLE) if keep else last


def _source(article: ArticlePart, geometry: Geometry) -> Iterator[Element]:
    if article.credit:
        keep = bool(article.card)
        ends = "" if keep else article.anchor
        yield OneLine(
            style="Source",
            text=article.credit,
            height=geometry.unit,
            whole=keep,
            keep=keep,
            ends=ends,
            block=article.anchor,
        )


def _closing(article: ArticlePart, last: Block | None, setting: Setting) -> Iterator[Element]:
    geometry = setting.geometry
    if article.card:
        if last is not None and is_object(last) and not article.credit:
            yield Space(height=SEPARATOR)
        lines = setting.heights.card or math.ceil(geometry.card_height / geometry.unit)
        yield card_row(article.card, lines * geometry.unit, geometry, article.anchor)
    elif not article.credit:
        yield Space(height=0, written=False, ends=article.anchor)
