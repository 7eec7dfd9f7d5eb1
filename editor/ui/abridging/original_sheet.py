"""The original under abridging: its sentences, the current ones on a ground, what is struck with a line through it."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.desk.abridging import Abridgement, Place, SentenceSource
from editor.desk.abridging.unit import Span, Unit
from editor.model.language import tr
from editor.text.sentences import clause_ends
from editor.ui.abridging.lines import LineRun, TextLine, cut_at, format_of, line_of, write_line
from editor.ui.abridging.sentence_range import SentenceRange
from editor.ui.kit.utf16 import code_points, units
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.tokens import Theme

_MARGIN = 24
_BACK, _ON = (Qt.Key.Key_Up, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Right)
_DECISIONS = {Qt.Key.Key_Space: None, Qt.Key.Key_K: False, Qt.Key.Key_S: True, Qt.Key.Key_Delete: True}
_FAR = 10**6


class OriginalSheet(QTextEdit):
    """decided: whether to strike, None to change that; about `words`, chosen by pointer or clause, else `chosen`.

    moved: other sentences are current.
    """

    decided = Signal(object)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("原文"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_style(self, kind="bare")
        self.document().setDocumentMargin(_MARGIN)
        self._made: Abridgement | None = None
        self._lines: list[TextLine] = []
        self._ends: list[Span] = []
        self.range = SentenceRange(())

    @property
    def chosen(self) -> tuple[Place, ...]:
        """The sentences that are current, in order."""
        return self.range.chosen

    @property
    def words(self) -> tuple[tuple[int, Span], ...]:
        """The words chosen with the pointer: unit and place in it, code points; none where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._made is None:
            return ()
        edges = cursor.selectionStart(), cursor.selectionEnd()
        found = ((number, self._inside(number, edges)) for number in range(len(self._ends)))
        return tuple((number, span) for number, span in found if span[0] < span[1])

    def show_text(self, made: Abridgement) -> None:
        """Show a text from its first sentence on."""
        self._made, self.range = made, SentenceRange(made.places())
        self._write()
        self._show_range()

    def show_decisions(self, made: Abridgement) -> None:
        """Show what is decided otherwise than before on the same text; the words that were chosen are let go."""
        before = self._made
        self._made = made
        for number, unit in enumerate(made.units):
            if before is None or unit != before.units[number]:
                self._mark(number, unit)
        self._let_go()
        self._show_range()

    def step(self, by: int, *, paragraph: bool = False, extend: bool = False) -> None:
        """Go to another sentence, or to the first one of another paragraph."""
        move = self.range.by_paragraph if paragraph else self.range.by_sentence
        self._go(move(by, extend=extend))

    def _go(self, found: SentenceRange) -> None:
        self.range = found
        self._let_go()
        self._show_range()
        self.moved.emit()

    # keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        extend = bool(held & Qt.KeyboardModifier.ShiftModifier)
        paragraph = bool(held & Qt.KeyboardModifier.ControlModifier)
        if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose_clause(1 if key == Qt.Key.Key_Right else -1)
        elif key in _BACK or key in _ON:
            self.step(1 if key in _ON else -1, paragraph=paragraph, extend=extend)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.step(-_FAR if key == Qt.Key.Key_Home else _FAR, extend=extend)
        elif paragraph or held & Qt.KeyboardModifier.AltModifier or not self._act(key):
            # the dialog's, and pages up and down
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> bool:
        """Do what a key alone does; return whether it does anything."""
        if key == Qt.Key.Key_P:
            self._go(self.range.whole_paragraph())
        elif key in _DECISIONS:
            self.decided.emit(_DECISIONS[key])
        return key == Qt.Key.Key_P or key in _DECISIONS

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self._place_at(self.cursorForPosition(event.position().toPoint()).position())
        if place:
            self.range = self.range.at(place)
            self._show_range()
            self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._made:
            self._write()
            self._show_range()

    def _choose_clause(self, by: int) -> None:
        """Choose the next clause of the current sentence, or the one before; its first or last where none is."""
        place = self.range.current
        if place is None or self._made is None or self._made.units[place.unit].whole:
            return
        first, last = self._made.units[place.unit].span(place.sentence)
        text = self._text(place.unit)
        spans = tuple(pairwise((first, *(first + end for end in clause_ends(text[first:last])))))
        now = next((span for number, span in self.words if number == place.unit), None)
        at = spans.index(now) + by if now in spans else 0 if by > 0 else len(spans)
        start, end = spans[min(max(at, 0), len(spans) - 1)]
        cursor, base = self.textCursor(), self._ends[place.unit][0]
        cursor.setPosition(base + units(text[:start]))
        cursor.setPosition(base + units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _text(self, number: int) -> str:
        return "".join(run.text for run in self._lines[number].runs)

    # writing

    def _write(self) -> None:
        made, theme = self._made, current_theme(application())
        if made is None:
            return
        self._lines = [line_of(unit.block, unit.runs) for unit in made.units]
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        self._ends = [write_line(cursor, line, theme, first=not n) for n, line in enumerate(self._lines)]
        cursor.endEditBlock()
        for number, unit in enumerate(made.units):
            self._mark(number, unit)
        self._let_go()

    def _mark(self, number: int, unit: Unit) -> None:
        """Show what is struck in a block, and what only the article says."""
        line, theme = self._lines[number], current_theme(application())
        struck, own = _spans_shown(unit, line), _own_spans(unit, line)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        at, place = 0, self._ends[number][0]
        for run in cut_at(line, tuple(edge for span in (*struck, *own) for edge in span)):
            end = place + units(run.text)
            cursor.setPosition(place)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            gone, typed = _holds(struck, at), _holds(own, at)
            cursor.setCharFormat(_look(line, run, theme, struck=gone, own=typed))
            at, place = at + len(run.text), end
        cursor.endEditBlock()

    def _show_range(self) -> None:
        """Put the current sentences on a ground, and let the last of them be seen."""
        theme = current_theme(application())
        grounds = []
        for place in self.chosen:
            ground = QTextEdit.ExtraSelection()
            ground.cursor = self._cursor_of(place)
            ground.format.setBackground(theme.colour("accent.soft"))
            grounds.append(ground)
        self.setExtraSelections(grounds)
        if self.range.current:
            self._let_be_seen(self.range.current)

    def _let_be_seen(self, place: Place) -> None:
        cursor = self._cursor_of(place)
        ends = []
        for at in (cursor.selectionStart(), cursor.selectionEnd()):
            cursor.setPosition(at)
            ends.append(self.cursorRect(cursor))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if ends[0].top() < 0:
            bar.setValue(bar.value() + ends[0].top() - height // 4)
        elif ends[1].bottom() > height:
            bar.setValue(bar.value() + min(ends[1].bottom() - 3 * height // 4, ends[0].top()))

    def _let_go(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    # places

    def _cursor_of(self, place: Place) -> QTextCursor:
        first, last = self._ends[place.unit]
        cursor = QTextCursor(self.document())
        unit = self._made.units[place.unit] if self._made else None
        if unit and not unit.whole:
            text = self._text(place.unit)
            start, end = unit.span(place.sentence)
            first, last = first + units(text[:start]), first + units(text[:end])
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _inside(self, number: int, edges: Span) -> Span:
        """Return what a selection of the document takes of a block, code points."""
        first, last = self._ends[number]
        text = self._text(number)
        start, end = (min(max(edge, first), last) - first for edge in edges)
        return code_points(text, start), code_points(text, end)

    def _place_at(self, position: int) -> Place | None:
        """Return the sentence at a place of the document."""
        for number, (first, last) in enumerate(self._ends):
            if self._made and first <= position <= last:
                at, _ = self._inside(number, (position, position))
                ends = self._made.units[number].ends
                return Place(number, next((n for n, end in enumerate(ends) if at < end), len(ends) - 1))
        return None


def _spans_shown(unit: Unit, line: TextLine) -> tuple[Span, ...]:
    if not unit.whole:
        return unit.struck
    return ((0, sum(len(run.text) for run in line.runs)),) if unit.struck else ()


def _own_spans(unit: Unit, line: TextLine) -> tuple[Span, ...]:
    if unit.whole:
        return ((0, sum(len(run.text) for run in line.runs)),) if SentenceSource.ARTICLE in unit.sources else ()
    spans = pairwise((0, *unit.ends))
    return tuple(span for span, by in zip(spans, unit.sources, strict=True) if by is SentenceSource.ARTICLE)


def _holds(spans: tuple[Span, ...], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def _look(line: TextLine, run: LineRun, theme: Theme, *, struck: bool, own: bool) -> QTextCharFormat:
    made = format_of(line.shape, run, theme)
    if own:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(theme.colour("ok"))
        made.setForeground(theme.colour("ok"))
    if struck:
        made.setFontStrikeOut(True)
        made.setForeground(theme.colour("text3"))
    return made
