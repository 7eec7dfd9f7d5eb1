"""How marks look: kinds, layers, and the ground and line below marked words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTextBlock, QTextLayout, QTextLine

from editor.ui.kit.utf16 import units
from editor.ui.theme.tokens import Theme


class MarkKind(StrEnum):
    """What is meant by a mark."""

    HIT = "hit"
    CURRENT_HIT = "hit.current"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NOTE = "note"
    ADDED = "added"
    GONE_BEHIND = "gone.behind"
    GONE_BEFORE = "gone.before"


class Layer(StrEnum):
    """Marks are shown by layers, each shown anew as a whole; later ones lie above."""

    TRACKED = "tracked"
    NOTES = "notes"
    FINDINGS = "findings"
    HITS = "hits"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A marked place. block: uid, empty in a title; in a figure or table any place marks the whole of it.

    start, end: code points in the block's strings joined by line feeds; of words that are gone, of a character beside
    their place. hand: whose change it is, from 0; tip: said where the pointer rests.
    """

    block: str
    start: int
    end: int
    kind: MarkKind
    hand: int = 0
    tip: str = ""


@dataclass(frozen=True, slots=True)
class MarkStyle:
    """Tokens of a mark. edge: of the frame around what cannot be tinted; empty: none, of ink the text's own.

    gone: the edge of the marked character at which words are gone, -1 for the left, 1 for the right.
    """

    ground: str
    edge: str
    ink: str = ""
    line: str = ""
    stroke: Qt.PenStyle = Qt.PenStyle.SolidLine
    gone: int = 0


LOOKS = {
    MarkKind.HIT: MarkStyle("accent.soft", "accent.line"),
    MarkKind.CURRENT_HIT: MarkStyle("accent.fill", "accent.fill", ink="accent.on"),
    MarkKind.ERROR: MarkStyle("error.soft", "error", line="error"),
    MarkKind.WARNING: MarkStyle("warn.soft", "warn.mark", line="warn.mark"),
    MarkKind.INFO: MarkStyle("selected.idle", "text3", line="text3"),
    MarkKind.NOTE: MarkStyle("accent.soft", "accent.line", line="accent"),
    MarkKind.ADDED: MarkStyle("", "accent"),
    MarkKind.GONE_BEHIND: MarkStyle("", "accent", gone=1),
    MarkKind.GONE_BEFORE: MarkStyle("", "accent", gone=-1),
}
HANDS = (
    ("accent", Qt.PenStyle.SolidLine),
    ("ok", Qt.PenStyle.DashLine),
    ("warn.mark", Qt.PenStyle.DotLine),
    ("text2", Qt.PenStyle.DashDotLine),
)
"""Token and stroke of each person whose changes are shown, so that they are told apart without colours too."""
_TRACKED = frozenset((MarkKind.ADDED, MarkKind.GONE_BEHIND, MarkKind.GONE_BEFORE))
_LINE, _STROKE, _FLAG = 1.5, 2.0, 4.0
Kind = tuple[MarkKind, int]
Span = tuple[int, int, Kind]
Tints = Mapping[Kind, list[QRectF]]


def look_of(kind: MarkKind, hand: int) -> MarkStyle:
    """Return how a mark looks. hand: whose change it is, from 0."""
    token, stroke = HANDS[hand % len(HANDS)]
    return replace(LOOKS[kind], edge=token, line=token, stroke=stroke) if kind in _TRACKED else LOOKS[kind]


def tints(block: QTextBlock, spans: list[Span]) -> Tints:
    """Return the grounds of marked places of a block, px from its corner. spans: start and end in UTF-16 units."""
    layout = block.layout()
    lines = [_reach(layout.lineAt(number)) for number in range(layout.lineCount())]
    made: dict[Kind, list[QRectF]] = {}
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
    for (kind, hand), grounds in shown.items():
        look = look_of(kind, hand)
        if kind in _TRACKED:
            _paint_tracked(painter, grounds, look, theme)
            continue
        painter.setBrush(theme.colour(look.ground))
        painter.drawRects(grounds)
        if look.line:
            painter.setBrush(theme.colour(look.line))
            painter.drawRects([ground.adjusted(0, ground.height() - _LINE, 0, 0) for ground in grounds])
    painter.translate(-corner)


def _paint_tracked(painter: QPainter, grounds: list[QRectF], look: MarkStyle, theme: Theme) -> None:
    """Paint a line below words put in, a flag where words are gone."""
    painter.save()
    ink = theme.colour(look.line)
    painter.setPen(QPen(ink, _STROKE, look.stroke, Qt.PenCapStyle.FlatCap))
    for ground in grounds:
        bottom = ground.bottom() - _STROKE / 2
        if not look.gone:
            painter.drawLine(QPointF(ground.left(), bottom), QPointF(ground.right(), bottom))
            continue
        x = ground.right() if look.gone > 0 else ground.left()
        painter.drawLine(QPointF(x, bottom - 3 * _FLAG), QPointF(x, bottom))
        flag = QPolygonF(
            [QPointF(x - _FLAG, ground.bottom()), QPointF(x + _FLAG, ground.bottom()), QPointF(x, bottom - _FLAG)]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_path(flag), ink)
    painter.restore()


def _path(shape: QPolygonF) -> QPainterPath:
    made = QPainterPath()
    made.addPolygon(shape)
    made.closeSubpath()
    return made


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
