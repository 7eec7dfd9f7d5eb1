"""One version as text with marks. Two of them stand side by side, each line as high as the other's."""

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.model.language import tr
from editor.text.comparing import BlockDifference, PieceKind
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font, line_height
from editor.ui.theme.tokens import Theme
from editor.ui.versions.lines import ComparedLine, ComparedSide, LineSpan, Shape
from editor.ui.versions.shape_looks import EM, SHAPE_LOOKS

_PART, _MARGIN, _BAR = 20, 24, 3
_BARS = {
    BlockDifference.CHANGED: "warn.mark",
    BlockDifference.ADDED: "ok",
    BlockDifference.REMOVED: "error",
    BlockDifference.MOVED: "accent",
}
_GROUNDS = {
    BlockDifference.ADDED: "ok.soft",
    BlockDifference.REMOVED: "error.soft",
    BlockDifference.MOVED: "accent.softer",
}
_LINE_BREAK = "\u2028"


class Sheet(QTextEdit):
    """Shows one side of lines; a line is one block of its document."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_style(self, kind="bare")
        self.document().setDocumentMargin(_MARGIN)
        self._lines: tuple[ComparedLine, ...] = ()
        self._gaps: list[int] = []
        self._rects: list[QRectF] = []
        self._later = False
        self._current = -1

    def show_lines(self, lines: tuple[ComparedLine, ...], *, later: bool) -> None:
        """Show lines from their left side, or (later) their right one."""
        self._lines, self._later, self._current = lines, later, -1
        self._gaps, self._rects = _gaps(lines), []
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        theme = current_theme(application())
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_block_format(line))
            _write(cursor, line, line.right if later else line.left, theme)
        cursor.endEditBlock()
        # the widget's own caret went along to the end, and a new size would scroll to it
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_current(self, number: int) -> None:
        """Frame a line, -1 for none."""
        self._current = number
        self.viewport().update()

    def heights(self) -> list[float]:
        """Return the height of every line without the room below it, px."""
        tops = [self.top_of(number) for number in range(len(self._lines))]
        ends = [*tops[1:], self.document().size().height() - _MARGIN]
        blocks = zip(tops, ends, self._blocks(), strict=False)
        return [end - top - block.blockFormat().bottomMargin() for top, end, block in blocks]

    def make_room(self, heights: list[float]) -> None:
        """Give every line what height its longer side takes."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block, gap, own, wanted in zip(self._blocks(), self._gaps, self.heights(), heights, strict=True):
            shape = block.blockFormat()
            room = wanted - own + gap
            if abs(shape.bottomMargin() - room) > 0.1:
                shape.setBottomMargin(room)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(shape)
        cursor.endEditBlock()
        self._rects = [self._rect(number, height) for number, height in enumerate(self.heights())]

    def top_of(self, number: int) -> float:
        """Return where a line begins, px from the document's top."""
        return self.document().documentLayout().blockBoundingRect(self.document().findBlockByNumber(number)).top()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.verticalScrollBar().value())
            self._paint_grounds(painter, current_theme(application()))
        finally:
            painter.end()
        super().paintEvent(event)

    def _paint_grounds(self, painter: QPainter, theme: Theme) -> None:
        shown = QRectF(0, self.verticalScrollBar().value(), self.viewport().width(), self.viewport().height())
        for number, (line, rect) in enumerate(zip(self._lines, self._rects, strict=False)):
            if line.change is not BlockDifference.SAME and rect.intersects(shown):
                self._paint_ground(painter, rect, line, theme)
                if number == self._current:
                    _frame(painter, rect, theme)

    def _paint_ground(self, painter: QPainter, rect: QRectF, line: ComparedLine, theme: Theme) -> None:
        side = line.right if self._later else line.left
        if side is None:
            painter.fillRect(rect, theme.colour("sidebar"))
            if theme.name == "contrast":
                painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.DashLine))
                painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
            return
        if line.change in _GROUNDS:
            painter.fillRect(rect, theme.colour(_GROUNDS[line.change]))
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), theme.colour(_BARS[line.change]))

    def _rect(self, number: int, height: float) -> QRectF:
        """Return what a line takes on either side, with a little around it, px of the document."""
        block = self.document().findBlockByNumber(number)
        room = block.blockFormat().bottomMargin() - self._gaps[number]
        width = self.viewport().width() - 2 * _MARGIN + 28
        return QRectF(_MARGIN - 14, self.top_of(number) - 2, width, height + room + 6)

    def _blocks(self) -> list[QTextBlock]:
        document = self.document()
        return [document.findBlockByNumber(number) for number in range(len(self._lines))]


def _gaps(lines: tuple[ComparedLine, ...]) -> list[int]:
    """Return the room below every line: more where the body begins."""
    ends = [one.shape is Shape.FACT and other.shape is not Shape.FACT for one, other in pairwise(lines)]
    return [_PART if end else SHAPE_LOOKS[line.shape].gap for line, end in zip(lines, (*ends, False), strict=True)]


def _frame(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, theme.radius["field"], theme.radius["field"])


def _block_format(line: ComparedLine) -> QTextBlockFormat:
    shape, look = QTextBlockFormat(), SHAPE_LOOKS[line.shape]
    if look.opens and not _noted(line):
        shape.setTextIndent(2 * EM)
    if look.left:
        shape.setLeftMargin(look.left)
    if look.centred:
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    shape.setLineHeight(line_height(look.role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    return shape


def _noted(line: ComparedLine) -> bool:
    return any(side is not None and side.note for side in (line.left, line.right))


def _write(cursor: QTextCursor, line: ComparedLine, side: ComparedSide | None, theme: Theme) -> None:
    if side is None:
        return
    plain = _plain(line.shape, theme)
    if _noted(line):
        small = _ink("small", theme.colour(_note_ink(line, theme)))
        # the other side has a note above its words as well: lines of both begin at one height
        cursor.insertText((side.note or " ") + _LINE_BREAK, small)
        if SHAPE_LOOKS[line.shape].opens:
            cursor.insertText("\u3000\u3000", plain)
    if side.label:
        cursor.insertText(f"{side.label}\u3000", _ink("base", theme.colour("text3")))
    bullet = SHAPE_LOOKS[line.shape].bullet
    cursor.insertText(bullet, plain)
    for span in side.spans:
        cursor.insertText(span.text.replace("\n", _LINE_BREAK + bullet), _marked(plain, span, line, theme))
    if not side.spans:
        cursor.insertText(tr("（空）"), _ink("base", theme.colour("text3")))


def _note_ink(line: ComparedLine, theme: Theme) -> str:
    if line.change is BlockDifference.CHANGED or theme.name == "contrast":
        return "text2"
    return {BlockDifference.ADDED: "ok", BlockDifference.REMOVED: "error", BlockDifference.MOVED: "accent"}.get(
        line.change, "text2"
    )


def _plain(shape: Shape, theme: Theme) -> QTextCharFormat:
    look = SHAPE_LOOKS[shape]
    made = _ink(look.role, theme.colour(look.ink))
    if look.bold:
        made.setFontWeight(700)
    return made


def _ink(role: str, colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font(role))
    made.setForeground(colour)
    return made


def _marked(plain: QTextCharFormat, span: LineSpan, line: ComparedLine, theme: Theme) -> QTextCharFormat:
    """Return a span's format; in a line that is wholly new or gone the ground says enough."""
    made = QTextCharFormat(plain)
    if span.bold:
        made.setFontWeight(700)
    if span.kind is PieceKind.SAME or line.change in (BlockDifference.ADDED, BlockDifference.REMOVED):
        return made
    added = span.kind is PieceKind.ADDED
    ink = theme.colour("ok" if added else "error")
    made.setForeground(ink)
    made.setBackground(theme.colour("ok.soft" if added else "error.soft"))
    if added:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(ink)
    else:
        made.setFontStrikeOut(True)
    return made
