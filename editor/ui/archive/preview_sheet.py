"""The text of a hit, to be read: what was sought is marked, and walked through by keys."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.desk.archive.marks import marks_of
from editor.desk.archive.values import Hit, Query
from editor.model.article import Article
from editor.model.body import Text, plain, readable
from editor.model.language import tr
from editor.ui.archive.preview_lines import ReadLine, read_lines
from editor.ui.kit.utf16 import units
from editor.ui.kit.widgets import SIZES, application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font, line_height
from editor.ui.theme.tokens import Theme
from editor.ui.versions.shape_looks import EM, SHAPE_LOOKS

_LEAST, _ABOVE, _CELL = 40, 20, 4
_LINE_BREAK = "\u2028"


class PreviewSheet(QTextEdit):
    """Shows an article; it cannot be written in. moved: another mark is in hand, or there are others."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("选中的文章"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # coming and going with each article it would have every text laid out twice
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_style(self, kind="bare")
        self._lines: tuple[ReadLine, ...] = ()
        self._query = Query()
        self.marks: list[tuple[int, int]] = []
        self.at = -1

    def show_article(self, article: Article, hit: Hit, query: Query) -> None:
        """Show an article from its first line."""
        self._lines, self._query = tuple(read_lines(article, hit)), query
        self._write()
        self.verticalScrollBar().setValue(0)
        self.moved.emit()

    def show_place(self, article: Article, hit: Hit) -> None:
        """Say anew where the article stands; who goes through the marks is left alone."""
        if self.at < 0:
            self._lines = tuple(read_lines(article, hit))
            self._write()

    def show_nothing(self) -> None:
        """Show no article."""
        self._lines = ()
        self._write()
        self.moved.emit()

    def step(self, by: int) -> None:
        """Go to the next mark (1) or the one before (-1), round at the ends."""
        if not self.marks:
            return
        self._dress(self.at, current=False)
        self.at = (self.at + by) % len(self.marks) if self.at >= 0 else (0 if by > 0 else len(self.marks) - 1)
        self._dress(self.at, current=True)
        start, _ = self.marks[self.at]
        place = QTextCursor(self.document())
        place.setPosition(start)
        rect, bar = self.cursorRect(place), self.verticalScrollBar()
        height = self.viewport().height()
        if rect.top() < EM or rect.bottom() > height - 2 * EM:
            bar.setValue(bar.value() + rect.top() - height // 3)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _fit(self) -> None:
        """Give the text its measure, and what is left to both sides."""
        width = self.viewport().width()
        side = max(_LEAST, (width - SIZES["measure"]) // 2)
        shape: QTextFrameFormat = self.document().rootFrame().frameFormat()
        if shape.leftMargin() == side:
            return
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(_ABOVE)
        shape.setBottomMargin(_ABOVE)
        self.document().rootFrame().setFrameFormat(shape)

    def _write(self) -> None:
        at = self.verticalScrollBar().value()
        self.clear()
        self.marks, self.at = [], -1
        self._fit()
        cursor, theme = QTextCursor(self.document()), current_theme(application())
        cursor.beginEditBlock()
        first = True
        for tabled, lines in groupby(self._lines, key=lambda line: bool(line.cells)):
            if tabled:
                self._write_table(cursor, tuple(lines), theme)
                continue
            for line in lines:
                if not first:
                    cursor.insertBlock()
                cursor.setBlockFormat(_block_format(line))
                self._write_line(cursor, line, theme)
                first = False
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(at)

    def _write_line(self, cursor: QTextCursor, line: ReadLine, theme: Theme) -> None:
        look = SHAPE_LOOKS[line.shape]
        if line.label:
            cursor.insertText(f"{line.label}\u3000", _ink(line.role or look.role, "text3", theme))
        ink = "text2" if line.role == "small" else look.ink
        self._write_words(cursor, line.words, line, _ink(line.role or look.role, ink, theme, bold=look.bold))

    def _write_words(self, cursor: QTextCursor, words: Text, line: ReadLine, shape: QTextCharFormat) -> None:
        start, text = cursor.position(), plain(words)
        marks = marks_of(text, self._query, field=line.field)
        at, edges = 0, sorted({edge for mark in marks for edge in mark})
        for run in words:
            end = at + len(run.text)
            for first, last in pairwise((at, *(edge for edge in edges if at < edge < end), end)):
                marked = any(one <= first < other for one, other in marks)
                piece = _piece(shape, bold=run.bold, marked=marked)
                cursor.insertText(readable(text[first:last]).replace("\n", _LINE_BREAK), piece)
            at = end
        self.marks += [(start + units(text[:first]), start + units(text[:last])) for first, last in marks]

    def _write_table(self, cursor: QTextCursor, rows: Sequence[ReadLine], theme: Theme) -> None:
        shape = QTextTableFormat()
        shape.setCellPadding(_CELL)
        shape.setCellSpacing(0)
        shape.setBorder(1)
        shape.setBorderCollapse(True)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(theme.colour("line.strong"))
        shape.setTopMargin(_CELL)
        shape.setBottomMargin(2 * _CELL)
        table = cursor.insertTable(len(rows), max(len(row.cells) for row in rows), shape)
        for number, row in enumerate(rows):
            ink = _ink("base", "text", theme, bold=not number)
            for column, cell in enumerate(row.cells):
                self._write_words(table.cellAt(number, column).firstCursorPosition(), cell, row, ink)
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def _dress(self, number: int, *, current: bool) -> None:
        """Let a mark look like the one in hand, or like the others."""
        if not 0 <= number < len(self.marks):
            return
        start, end = self.marks[number]
        cursor, theme = QTextCursor(self.document()), current_theme(application())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setBackground(theme.colour("accent.fill" if current else "accent.soft"))
        shape.setForeground(theme.colour("accent.on" if current else "text"))
        cursor.mergeCharFormat(shape)


def _piece(shape: QTextCharFormat, *, bold: bool, marked: bool) -> QTextCharFormat:
    """Return the format of a part of a line."""
    if not bold and not marked:
        return shape
    made = QTextCharFormat(shape)
    if bold:
        made.setFontWeight(700)
    if marked:
        theme = current_theme(application())
        made.setBackground(theme.colour("accent.soft"))
        made.setForeground(theme.colour("text"))
    return made


def _block_format(line: ReadLine) -> QTextBlockFormat:
    shape, look = QTextBlockFormat(), SHAPE_LOOKS[line.shape]
    if look.opens:
        shape.setTextIndent(2 * EM)
    if look.left:
        shape.setLeftMargin(look.left)
    if line.role == "small":
        shape.setBottomMargin(12)
    else:
        shape.setBottomMargin(8 if line.role or look.role == "title" else look.gap)
    shape.setLineHeight(line_height(line.role or look.role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    return shape


def _ink(role: str, ink: str, theme: Theme, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font(role))
    made.setForeground(theme.colour(ink))
    if bold:
        made.setFontWeight(700)
    return made


def shown_texts(sheet: PreviewSheet) -> Iterator[str]:
    """Yield what is marked, in order."""
    text = sheet.document().toPlainText()
    yield from (text[start:end] for start, end in sheet.marks)
