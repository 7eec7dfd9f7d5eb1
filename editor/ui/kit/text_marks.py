"""Marks on a text under edit: hits above findings above tracked changes. They change nothing of the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from editor.ui.kit.tints import LOOKS, Kind, Layer, MarkKind, Span, TextMark, Tints, paint_tints, tints
from editor.ui.kit.utf16 import OBJECT_CHARACTER
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.tokens import Theme

_QUIET_MS = 150
Finder = Callable[[Sequence[TextMark]], list[QTextCursor | None]]


@dataclass(frozen=True, slots=True)
class _ShownMark:
    """A mark where it stands. words: marked at first, so that it goes when they are others; what is new may grow."""

    mark: TextMark
    cursor: QTextCursor
    words: str

    @property
    def kind(self) -> Kind:
        """What is meant, and whose change it is."""
        return self.mark.kind, self.mark.hand

    @property
    def stands(self) -> bool:
        if self.mark.kind is MarkKind.ADDED:
            return self.cursor.hasSelection()
        return bool(self.words) and self.cursor.selectedText() == self.words

    def meets(self, at: int) -> bool:
        """Return whether a place of the document lies in it; of words that are gone, just where they were."""
        first, last = _edges(self.cursor)
        gone = LOOKS[self.mark.kind].gone
        return self.stands and (at == (last if gone > 0 else first) if gone else first <= at <= last)


class TextMarks(QObject):
    """The marks of one text. find: the places of marks in the document, None for one that is not there.

    Marks move along with the text, and go when their words change; they come back with their words, by undo.
    framed: figures and tables that are marked, by identity; in_objects: the marks on words of theirs. Tints are painted
    here below the text: 500 extra selections of QTextEdit slow every key by 25 ms, formats of the lines by 3 ms.
    """

    def __init__(self, edit: QTextEdit, find: Finder) -> None:
        super().__init__(edit)
        self._edit, self._document, self.find = edit, edit.document(), find
        self._layers: dict[Layer, list[_ShownMark]] = {layer: [] for layer in Layer}
        self._tints: dict[int, Tints] = {}
        self._by_line: dict[int, list[_ShownMark]] = {}
        self._lines = 0
        self.framed: dict[str, Kind] = {}
        self.in_objects: dict[str, list[TextMark]] = {}
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._refresh)
        self._document.contentsChange.connect(self._on_contents_change)

    def show(self, layer: Layer, marks: Sequence[TextMark]) -> None:
        """Show these in place of the layer's others."""
        if marks or self._layers[layer]:
            self._layers[layer] = [
                _ShownMark(mark, cursor, cursor.selectedText())
                for mark, cursor in zip(marks, self.find(marks), strict=True)
                if cursor
            ]
            self._dress()
            self._show_in_objects()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the tints inside an area of the document (px); the text comes above."""
        if not any(self._layers.values()):
            return
        theme = current_theme(application())
        block = self._document.firstBlock()
        while block.isValid() and block.layout().position().y() <= area.bottom():
            corner = block.layout().position()
            if corner.y() + block.layout().boundingRect().bottom() >= area.top():
                paint_tints(painter, corner, self._tints_of(block), theme)
            block = block.next()

    def show_tip(self, event: QEvent) -> bool:
        """Say what the marks say where the pointer rests. event: in the viewport. Returns whether they do."""
        if not isinstance(event, QHelpEvent):
            return False
        at = self._edit.cursorForPosition(event.pos()).position()
        tips = dict.fromkeys(one.mark.tip for one in self._all() if one.mark.tip and one.meets(at))
        QToolTip.showText(event.globalPos(), "\n".join(tips), self._edit.viewport())
        return bool(tips)

    def _tints_of(self, block: QTextBlock) -> Tints:
        number = block.blockNumber()
        if number not in self._tints:
            self._tints[number] = tints(block, self._spans(number, block.position(), block.length() - 1))
        return self._tints[number]

    def _spans(self, number: int, at: int, length: int) -> list[Span]:
        """Return the marks that stand in a line, clipped to it."""
        if not self._by_line:
            self._sort()
        return [
            (max(one.cursor.selectionStart() - at, 0), min(one.cursor.selectionEnd() - at, length), one.kind)
            for one in self._by_line.get(number, ())
            if one.stands and one.words != OBJECT_CHARACTER
        ]

    def _sort(self) -> None:
        for one in self._all():
            first, last = (self._document.findBlock(at) for at in _edges(one.cursor))
            for number in range(first.blockNumber(), last.blockNumber() + 1):
                self._by_line.setdefault(number, []).append(one)

    def _refresh(self) -> None:
        """Find marks again that were lost where lines were written anew."""
        for layer, shown in self._layers.items():
            lost = [one.mark for one in shown if not one.stands]
            found = dict(zip(lost, self.find(lost), strict=True))
            self._layers[layer] = [_ShownMark(one.mark, found.get(one.mark) or one.cursor, one.words) for one in shown]
        self._dress()

    def _dress(self) -> None:
        self._lines, self._tints, self._by_line = self._document.blockCount(), {}, {}
        self.framed = {one.mark.block: one.kind for one in self._all() if one.words == OBJECT_CHARACTER}
        # in other ink: Qt must draw the text itself
        inked = [one for one in self._all() if LOOKS[one.mark.kind].ink and one.words != OBJECT_CHARACTER]
        theme = current_theme(application())
        self._edit.setExtraSelections([_selection(one, theme) for one in inked if one.stands])
        self._edit.viewport().update()

    def _show_in_objects(self) -> None:
        found: dict[str, list[TextMark]] = {}
        for one in self._all():
            if one.words == OBJECT_CHARACTER and one.mark.start < one.mark.end:
                found.setdefault(one.mark.block, []).append(one.mark)
        self.in_objects = found

    def _all(self) -> list[_ShownMark]:
        return [one for layer in Layer for one in self._layers[layer]]

    def _on_contents_change(self, at: int, _removed: int, added: int) -> None:
        if not any(self._layers.values()):
            return
        self._quiet.start()
        if self._document.blockCount() != self._lines:
            self._lines, self._tints, self._by_line = self._document.blockCount(), {}, {}
            return
        block = self._document.findBlock(at)
        while block.isValid() and block.position() <= at + added:
            self._tints.pop(block.blockNumber(), None)
            block = block.next()


def _edges(cursor: QTextCursor) -> tuple[int, int]:
    return cursor.selectionStart(), cursor.selectionEnd()


def _selection(shown: _ShownMark, theme: Theme) -> QTextEdit.ExtraSelection:
    look = LOOKS[shown.mark.kind]
    made = QTextEdit.ExtraSelection()
    shape = QTextCharFormat()
    shape.setBackground(theme.colour(look.ground))
    shape.setForeground(theme.colour(look.ink))
    made.cursor, made.format = shown.cursor, shape
    return made
