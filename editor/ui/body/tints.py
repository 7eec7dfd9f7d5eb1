"""How marks look: kinds, layers, and the ground and line below marked words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextLayout, QTextLine

from editor.ui.body.commands import units
from editor.ui.theme.tokens import Theme


class MarkKind(StrEnum):
    """What is meant by a mark."""

    HIT = "hit"
    CURRENT_HIT = "hit.current"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NOTE = "note"


class Layer(StrEnum):
    """Marks are shown by layers, each shown anew as a whole; later ones lie above."""

    NOTES = "notes"
    FINDINGS = "findings"
    HITS = "hits"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place. block: uid, empty in a title; in a figure or table any place marks the whole of it.

    start, end: code points in the block's strings joined by line feeds.
    """

    block: str
    start: int
    end: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Look:
    """Tokens of a mark. edge: of the frame around what cannot be tinted; ink, line: empty for the text's own, none."""

    ground: str
    edge: str
    ink: str = ""
    line: str = ""


LOOKS = {
    MarkKind.HIT: Look("accent.soft", "accent.line"),
    MarkKind.CURRENT_HIT: Look("accent.fill", "accent.fill", ink="accent.on"),
    MarkKind.ERROR: Look("error.soft", "error", line="error"),
    MarkKind.WARNING: Look("warn.soft", "warn.mark", line="warn.mark"),
    MarkKind.INFO: Look("selected.idle", "text3", line="text3"),
    MarkKind.NOTE: Look("accent.soft", "accent.line", line="accent"),
}
_LINE = 1.5
Span = tuple[int, int, MarkKind]
Tints = Mapping[MarkKind, list[QRectF]]


def tints(block: QTextBlock, spans: list[Span]) -> Tints:
    """Return the grounds of marked places of a block, px from its corner. spans: start and end in UTF-16 units."""
    layout = block.layout()
    lines = [_reach(layout.lineAt(number)) for number in range(layout.lineCount())]
    made: dict[MarkKind, list[QRectF]] = {}
    for start, end, kind in _beside_preedit(layout, spans):
        for line, first, after, top, height in lines:
            if start < after and first < end:
                left = _x(line, max(start, first))
                made.setdefault(kind, []).append(QRectF(left, top, _x(line, min(end, after)) - left, height))
    return made


def paint_tints(painter: QPainter, corner: QPointF, shown: Tints, theme: Theme) -> None:
    """Paint what lies below a block's text. corner: of the block, px."""
    painter.translate(corner)
    painter.setPen(Qt.PenStyle.NoPen)
    for kind, grounds in shown.items():
        look = LOOKS[kind]
        painter.setBrush(theme.colour(look.ground))
        painter.drawRects(grounds)
        if look.line:
            painter.setBrush(theme.colour(look.line))
            painter.drawRects([ground.adjusted(0, ground.height() - _LINE, 0, 0) for ground in grounds])
    painter.translate(-corner)


def _reach(line: QTextLine) -> tuple[QTextLine, int, int, float, float]:
    """Return a line with what it reaches over: start, end, top and height."""
    return line, line.textStart(), line.textStart() + line.textLength(), line.y(), line.height()


def _beside_preedit(layout: QTextLayout, spans: list[Span]) -> list[Span]:
    """Return places of the text in its layout, which has in it what is being composed."""
    composed, at = units(layout.preeditAreaText()), layout.preeditAreaPosition()
    if not composed:
        return spans
    return [(start + composed * (start >= at), end + composed * (end > at), kind) for start, end, kind in spans]


def _x(line: QTextLine, at: int) -> float:
    # the stub says object: a pair with the place that is nearest
    x, _ = cast("tuple[float, int]", line.cursorToX(at))
    return x
