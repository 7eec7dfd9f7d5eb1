"""A text of a figure or table laid out for painting, line by line as a field over it shows the same text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from editor.model.block_texts import TextLocation
from editor.model.body import Run, Script, Text, plain, readable
from editor.ui.body.shapes import KIND_LOOKS, Kind, char_format
from editor.ui.body.text_places import TextPlace, WordMark
from editor.ui.kit.tints import paint_tints
from editor.ui.kit.utf16 import units
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class LaidText:
    """Runs in the looks of a kind of line, broken at a width (px). wide: of the longest line; high: of all of them."""

    def __init__(self, runs: Text, kind: Kind, width: float, align: Qt.AlignmentFlag, theme: Theme) -> None:
        """Lay out."""
        self.runs, self.kind, self.width, self.align = runs, kind, width, align
        runs = tuple(map(_with_sign, runs))
        self._layout = QTextLayout(plain(runs), char_format(Run(text=""), kind, theme).font())
        option = QTextOption(align)
        option.setWrapMode(WRAP)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(runs, kind, theme))
        self.wide, self.high = self._break(width)

    def stands_for(self, runs: Text, kind: Kind, width: float, align: Qt.AlignmentFlag) -> bool:
        """Return whether the same would come of these."""
        return self.runs is runs and (self.kind, self.width, self.align) == (kind, width, align)

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint with the upper left corner there."""
        self._layout.draw(painter, corner)

    def tints(self, start: int, end: int) -> list[QRectF]:
        """Return the grounds of a part of the text, px from its corner. start, end: code points."""
        made: list[QRectF] = []
        first, last = (units(plain(self.runs)[:at]) for at in (start, end))
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            begin, after = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if begin < after:
                left, right = (cast("tuple[float, int]", line.cursorToX(at))[0] for at in (begin, after))
                made.append(QRectF(left, line.y(), right - left, line.height()))
        return made

    def _break(self, width: float) -> tuple[float, float]:
        layout, wide, high = self._layout, 0.0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            line.setPosition(QPointF(0, high))
            wide, high = max(wide, line.naturalTextWidth()), high + line.height()
        layout.endLayout()
        return wide, high


def paint_hint(painter: QPainter, place: TextPlace, words: str, theme: Theme) -> None:
    """Paint what an empty text is for."""
    face = font("base")
    face.setPixelSize(KIND_LOOKS[place.kind].size)
    painter.setFont(face)
    painter.setPen(theme.colour("text3"))
    painter.drawText(place.rect, place.align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


def paint_words(
    painter: QPainter,
    laid: Mapping[TextLocation, LaidText],
    places: Mapping[TextLocation, TextPlace],
    words: Sequence[WordMark],
    theme: Theme,
) -> None:
    """Paint what lies below marked words. laid, places: of the texts of an object."""
    for one in words:
        text = laid.get(one.location)
        if text:
            paint_tints(painter, places[one.location].rect.topLeft(), {one.kind: text.tints(one.start, one.end)}, theme)


def _with_sign(run: Run) -> Run:
    """Return a run as it is drawn: a footnote's anchor as a sign."""
    return replace(run, text=readable(run.text), footnote="", script=Script.SUPER) if run.footnote else run


def _formats(runs: Text, kind: Kind, theme: Theme) -> Sequence[QTextLayout.FormatRange]:
    made, at = [], 0
    for run in runs:
        place = QTextLayout.FormatRange()
        place.start, place.length = at, units(run.text)
        place.format = char_format(run, kind, theme)
        made.append(place)
        at += units(run.text)
    return made
