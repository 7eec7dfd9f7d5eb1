"""The text as it came: line numbers, what each line was taken for, doubts marked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_NUMBER, _ROLE, _GAP, _BAR, _MARGIN = 44, 72, 8, 3, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSigns:
    """What is shown beside lines, by their numbers. roles: words; doubts: in words; said: lines an editor named."""

    roles: Mapping[int, str] = field(default_factory=dict)
    faint: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    doubts: Mapping[int, str] = field(default_factory=dict)
    unplaced: Mapping[int, str] = field(default_factory=dict)
    said: frozenset[int] = frozenset()


class SourceView(QPlainTextEdit):
    """Shows lines to be read, not changed. line_chosen: a line was clicked or reached by keys; menu_wanted: on it."""

    line_chosen = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("原文"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_style(self, kind="bare", ground="surface")
        self.setFont(font("base"))
        self.document().setDocumentMargin(_MARGIN)
        self._signs, self._line, self._quiet = LineSigns(), 0, False
        self._gutter = _Gutter(self)
        self.setViewportMargins(_NUMBER + _ROLE + _GAP, 0, 0, 0)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_moved)

    @property
    def line(self) -> int:
        """The chosen line, from 1; 0 for none."""
        return self._line

    @property
    def signs(self) -> LineSigns:
        """What stands beside the lines."""
        return self._signs

    def show_text(self, lines: tuple[str, ...]) -> None:
        """Show another text; nothing is chosen."""
        self._quiet, self._line = True, 0
        self.setPlainText("\n".join(lines))
        self._quiet = False

    def show_signs(self, signs: LineSigns) -> None:
        """Show what lines were taken for."""
        self._signs = signs
        self._tint()
        self._gutter.update()

    def choose(self, line: int) -> None:
        """Choose a line and bring it into view, in silence."""
        self._quiet, self._line = True, line
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self._quiet = False
        self._tint()
        self._gutter.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rect = self.contentsRect()
        self._gutter.setGeometry(QRect(rect.left(), rect.top(), _NUMBER + _ROLE + _GAP, rect.height()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.take_click(event.pos())
        self.menu_wanted.emit(event.globalPos())

    def take_click(self, place: QPoint) -> None:
        """Choose the line at a place of the viewport."""
        self.setTextCursor(self.cursorForPosition(QPoint(max(0, place.x()), place.y())))
        self._on_moved()

    def visible_blocks(self) -> list[tuple[QTextBlock, QRect]]:
        """Return the lines in view with their places."""
        found, block = [], self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            height = self.blockBoundingRect(block).height()
            found.append((block, QRect(0, round(top), self._gutter.width(), round(height))))
            top += height
            block = block.next()
        return found

    def _on_moved(self) -> None:
        if self._quiet:
            return
        line = self.textCursor().blockNumber() + 1
        if line != self._line:
            self._line = line
            self._tint()
            self._gutter.update()
            self.line_chosen.emit(line)

    def _on_update(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())

    def _tint(self) -> None:
        theme = current_theme(application())
        tints = [self._tinted(line, theme.colour("warn.soft")) for line in self._signs.doubts]
        tints += [self._tinted(line, theme.colour("error.soft")) for line in self._signs.unplaced]
        if self._line:
            tints.append(self._tinted(self._line, theme.colour("accent.soft")))
        self.setExtraSelections([*map(self._faded, sorted(self._signs.faint)), *tints])

    def _tinted(self, line: int, ground: QColor) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.format.setBackground(ground)
        made.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003
        made.cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        return made

    def _faded(self, line: int) -> QTextEdit.ExtraSelection:
        """Return a line that is none of the issue's text in a weaker ink."""
        made = QTextEdit.ExtraSelection()
        made.format.setForeground(current_theme(application()).colour("text3"))
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        return made


class _Gutter(QWidget):
    """Numbers and roles beside the lines."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._view.take_click(QPoint(0, round(event.position().y())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme(application())
        try:
            painter.fillRect(event.rect(), theme.colour("sidebar"))
            for block, rect in self._view.visible_blocks():
                if rect.intersects(event.rect()) and block.text().strip():
                    self._paint_line(painter, theme, block.blockNumber() + 1, rect)
        finally:
            painter.end()

    def _paint_line(self, painter: QPainter, theme: Theme, line: int, rect: QRect) -> None:
        signs = self._view.signs
        mark = "error" if line in signs.unplaced else "warn.mark" if line in signs.doubts else ""
        if line == self._view.line:
            painter.fillRect(rect, theme.colour("accent.soft"))
        if mark:
            painter.fillRect(QRect(0, rect.top(), _BAR, rect.height()), theme.colour(mark))
        first = QRect(0, rect.top(), _NUMBER - 8, min(rect.height(), self._view.fontMetrics().lineSpacing()))
        painter.setFont(font("digit"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(line))
        made = font("small")
        made.setBold(line in signs.said or line in signs.strong)
        painter.setFont(made)
        painter.setPen(theme.colour(_ink(signs, line)))
        place = QRect(_NUMBER, first.top(), _ROLE, first.height())
        words = painter.fontMetrics().elidedText(signs.roles.get(line, ""), Qt.TextElideMode.ElideRight, _ROLE)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _ink(signs: LineSigns, line: int) -> str:
    if line in signs.unplaced:
        return "error"
    if line in signs.said:
        return "accent"
    return "text" if line in signs.strong else "text3"
