"""Captions and sources of pictures, marked up as such or found as short lines beside them."""

import re
from dataclasses import replace

from editor.intake.html.flow import Flow
from editor.model.block_kinds import as_figure, as_paragraph, as_table, with_caption
from editor.model.body import Block, ChartKind, Figure, Paragraph, Table, Text, plain, text_of
from editor.text.characters import ends_sentence

_NAMED = re.compile(r"图\s*\d+")
_SOURCE = re.compile(r"(?:图片|资料|数据)?来源\s*[:：]\s*(\S.*)|图源\s*[:：]\s*(\S.*)")
_LONGEST = 60


def close_figure(flow: Flow) -> list[Block]:
    """Return the blocks of a figure element, its caption with the picture or table it belongs to.

    A figure element without a picture becomes a figure whose picture is missing.
    """
    blocks = _charted(flow.blocks, flow.chart) if flow.chart else flow.blocks
    caption, source = _parted(flow.caption, flow.source)
    if not caption and not source:
        return blocks
    if not blocks:
        blocks = [Figure()]
    captioned = with_caption(blocks[-1], plain(caption), source)
    if captioned:
        return [*blocks[:-1], captioned]
    return [*blocks, *(Paragraph(runs=runs) for runs in (caption, text_of(source)) if runs)]


def _charted(blocks: list[Block], kind: ChartKind) -> list[Block]:
    """Return the table of a chart as the chart that it was."""
    return [_chart(table, kind) if (table := as_table(block)) else block for block in blocks]


def _chart(table: Table, kind: ChartKind) -> Figure:
    return Figure(chart=tuple(tuple(map(plain, row)) for row in table.grid()), chart_kind=kind)


def with_captions(blocks: list[Block]) -> list[Block]:
    """Give a figure the short lines right after it that name it or its source."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        paragraph, above = as_paragraph(block), as_figure(last) if last else None
        figure = _captioned(above, plain(paragraph.runs)) if paragraph and above else None
        if figure:
            made[-1] = figure
        else:
            made.append(block)
    return made


def _parted(caption: Text, source: str) -> tuple[Text, str]:
    """Return caption and source; a caption that only names the source becomes the source."""
    match = None if source else _SOURCE.fullmatch(plain(caption))
    return ((), match[1] or match[2]) if match else (caption, source)


def _captioned(figure: Figure, line: str) -> Figure | None:
    if figure.source or len(line) > _LONGEST:
        return None
    source = _SOURCE.fullmatch(line)
    if source:
        return replace(figure, source=source[1] or source[2])
    fits = _NAMED.match(line) and not figure.caption and not ends_sentence(line)
    return replace(figure, caption=line) if fits else None
