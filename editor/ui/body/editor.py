"""The body: blocks shown, edited and read back. It keeps no history of its own."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from editor.model.block_kinds import ObjectBlock
from editor.model.body import Block, Script
from editor.model.language import tr
from editor.text.quotes import curly
from editor.ui.body import commands, keys
from editor.ui.body.drawings import wrap_anywhere
from editor.ui.body.objects import BodyObjects
from editor.ui.body.overlay import paint_flash, paint_frame, paint_list_marks
from editor.ui.body.patch import patch, rewrite
from editor.ui.body.places import block_rect, cursors_of, lines_of_block, uid_of, word_cursor
from editor.ui.body.reader import BodyReader
from editor.ui.body.shapes import KIND_LOOKS, OBJECT, OBJECT_TYPE, Kind, kind_of
from editor.ui.kit.text_marks import TextMarks
from editor.ui.kit.tints import Layer, MarkKind, TextMark, look_of
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

TYPING, ERASING = "typing", "erasing"
_FLASH_MS = 900
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class BodyEditor(QTextEdit):
    """As high as its text, so that title, facts and body scroll together.

    edited carries the new blocks and a name: edits of one name that follow each other are one step.
    """

    edited = Signal(tuple, str)
    object_opened = Signal(str)
    caret_moved = Signal()
    message = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("正文"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # a fixed policy, not fixed sizes: those do not survive the style sheet's own heights
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(False)
        self._theme, self._measure, self._height = theme, 0, 0
        self._blocks: tuple[Block, ...] = ()
        self._busy, self._step = False, ""
        self._flashed, self._pressed = "", ""
        self.paste_mime: Callable[[QMimeData], None] | None = None
        self.copy_mime: Callable[[QTextCursor], QMimeData] | None = None
        self.menu_actions: Callable[[], Sequence[QAction]] = tuple
        leave_undo_to_window(self, self._menu_actions)
        set_style(self, kind="bare")
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(font("body"))
        document.setDocumentMargin(0)
        self.setPlaceholderText(tr("写正文，或粘贴；图片可以拖进来"))
        wrap_anywhere(document)
        self.objects = BodyObjects(theme, self)
        document.documentLayout().registerHandler(OBJECT_TYPE, self.objects)
        document.documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._reader = BodyReader(document)
        document.contentsChanged.connect(self._on_contents_changed)
        self._marks = TextMarks(self, self.cursors_of)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.selectionChanged.connect(self.caret_moved)

    # what is shown

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks as they stand."""
        return self._blocks

    def show_body(
        self, blocks: tuple[Block, ...], pictures: Mapping[str, bytes], theme: Theme, measure: int, *, other: bool
    ) -> None:
        """Show a body. measure: width of the text in px; other: another article's, caret at its start."""
        redress = (theme, measure) != (self._theme, self._measure)
        self._theme, self._measure = theme, measure
        self.objects.set_looks(pictures, theme, measure)
        self.objects.keep(blocks)
        if other or redress:
            self._rewrite(blocks, keep_caret=not other)
        elif blocks is not self._blocks:
            self._patch(blocks)

    def touch(self) -> None:
        """Lay objects out again: their pictures have come."""
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()

    def show_marks(self, layer: Layer, marks: Sequence[TextMark]) -> None:
        """Show these marks in place of the layer's others."""
        self._marks.show(layer, marks)

    def cursors_of(self, marks: Sequence[TextMark]) -> list[QTextCursor | None]:
        """Return where marks stand, None for one that is not there; a figure or table as a whole."""
        return cursors_of(self.document(), marks)

    # commands

    def set_kind(self, kind: Kind) -> None:
        """Make the selected lines of a kind."""
        self._edit(lambda cursor: commands.set_kind(cursor, kind, self._theme))

    def toggle_bold(self) -> None:
        """Make the selection bold, or plain again."""
        self._edit(lambda cursor: commands.toggle_bold(cursor, self._theme))

    def toggle_italic(self) -> None:
        """Make the selection italic, or upright again."""
        self._edit(lambda cursor: commands.toggle_italic(cursor, self._theme))

    def toggle_script(self, script: Script) -> None:
        """Raise or lower the selection, or put it back on the line."""
        self._edit(lambda cursor: commands.toggle_script(cursor, script, self._theme))

    def set_link(self, address: str) -> None:
        """Link the selection; an empty address takes links away."""
        self._edit(lambda cursor: commands.set_link(cursor, address, self._theme))

    def clear_marks(self) -> None:
        """Take bold, italic, script and links from the selection."""
        self._edit(lambda cursor: commands.clear_marks(cursor, self._theme))

    def insert_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Put blocks in at the caret in place of the selection."""
        self.objects.keep(blocks)
        self._leave_object()
        self._edit(lambda cursor: commands.insert_blocks(cursor, blocks, self._theme))

    def insert_text(self, text: str, *, step: str = "") -> None:
        """Put text in at the caret in its format. step: name under which edits are joined."""
        self._leave_object()
        self._edit(lambda cursor: cursor.insertText(text), step=step)

    def remove_selection(self) -> None:
        """Take out what is selected."""
        if keys.chosen_object(self.textCursor()):
            self._edit(lambda cursor: keys.remove_object(cursor, self._theme))
        else:
            self._edit(QTextCursor.removeSelectedText)

    def bold_spans(self, spans_of: Callable[[str], tuple[tuple[int, int], ...]]) -> int:
        """Make parts of every paragraph bold. spans_of: places in a text (code points). Returns how many parts."""
        found: list[tuple[int, int]] = []

        def act(cursor: QTextCursor) -> None:
            block = cursor.document().begin()
            while block.isValid():
                if KIND_LOOKS[kind_of(block.blockFormat())].leads:
                    spans = spans_of(block.text())
                    commands.bold_spans(block, spans, self._theme)
                    found.extend(spans)
                block = block.next()

        self._edit(act)
        return len(found)

    def link_at_caret(self) -> str:
        """Return the address that the selection's first link leads to, empty for none."""
        return next((run.link for run in commands.selected_runs(self.textCursor()) if run.link), "")

    def current_kind(self) -> Kind:
        """Return the kind of the caret's line."""
        return kind_of(self.textCursor().blockFormat())

    def chosen_object(self) -> ObjectBlock | None:
        """Return the figure or table that is selected, None otherwise."""
        block = keys.chosen_object(self.textCursor())
        uid = _object_in(self.textCursor()) if block else ""
        return self.objects.values.get(uid)

    def choose_object(self, uid: str) -> None:
        """Select a figure or table."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            keys.choose_object(cursor, block)
            if kind_of(block.blockFormat()) is Kind.OBJECT and _object_in(cursor) == uid:
                self.setTextCursor(cursor)
                return
            block = block.next()

    def show_span(self, uid: str, span: tuple[int, int] | None) -> None:
        """Select a part of a block, else go to its beginning. span: code points, as in Mark."""
        start, end = span or (0, 0)
        (found,) = cursors_of(self.document(), [TextMark(block=uid, start=start, end=end, kind=MarkKind.INFO)])
        if found:
            self.setTextCursor(found)

    def caret_block(self) -> str:
        """Return the uid of the block with the caret, empty in a body without any."""
        return uid_of(self.textCursor().block())

    def go_to_block(self, uid: str) -> bool:
        """Put the caret to a block's beginning, a figure or table selected, and let it flash. Returns whether it is."""
        line = next(lines_of_block(self.document(), uid), None)
        if line is None:
            return False
        if kind_of(line.blockFormat()) is Kind.OBJECT:
            self.choose_object(uid)
        else:
            self.setTextCursor(QTextCursor(line))
        self._flash(uid)
        QTimer.singleShot(_FLASH_MS, self, lambda: self._flash("") if self._flashed == uid else None)
        return True

    # Qt's events

    def sizeHint(self) -> QSize:
        return QSize(self._measure, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        tip = event.type() == QEvent.Type.ToolTip
        return (tip and self._marks.show_tip(event)) or super().viewportEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() and event.text().isprintable() and event.text():
            self.message.emit(tr("这里现在只能看，不能改；为什么、怎么办，看顶上的状态"))
        if self.isReadOnly() or not self._own_key(event):
            self._step = _step_of(event)
            super().keyPressEvent(event)
            self._step = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            self._leave_object()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        uid, button = self._object_at(event.position()), event.button()
        self._pressed = uid if button == Qt.MouseButton.LeftButton else ""
        if uid and button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self.choose_object(uid)
        elif button == Qt.MouseButton.RightButton:
            self._follow(self.cursorForPosition(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # a click on what is selected already sets Qt's caret into it
        if self._pressed and self._pressed == self._object_at(event.position()):
            self.choose_object(self._pressed)
        self._pressed = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        uid = self._object_at(event.position())
        if uid:
            self.object_opened.emit(uid)
            return
        super().mouseDoubleClickEvent(event)
        # Qt sees no end of a word in Chinese: it takes whole paragraphs, marks and figures with them
        point = event.position().toPoint()
        cursor = self.cursorForPosition(point)
        self.setTextCursor(word_cursor(cursor, after=point.x() >= self.cursorRect(cursor).x()))

    def paintEvent(self, event: QPaintEvent) -> None:
        below = QPainter(self.viewport())
        try:
            if self._flashed:
                paint_flash(below, block_rect(self.document(), self._flashed), self._theme)
            self._marks.paint(below, event.rect())
        finally:
            below.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        try:
            paint_list_marks(painter, self.document(), QRectF(event.rect()), self._theme)
            for uid, kind in self._marks.framed.items():
                if uid in self.objects.places:
                    paint_frame(painter, self.objects.places[uid], self._theme, token=look_of(*kind).edge)
            chosen = self.chosen_object()
            if chosen and chosen.uid in self.objects.places:
                place = self.objects.places[chosen.uid]
                # Qt has laid a veil over what is selected
                painter.fillRect(place, self._theme.colour("surface"))
                self.objects.paint(painter, chosen.uid)
                paint_frame(painter, place, self._theme)
        finally:
            painter.end()

    def createMimeDataFromSelection(self) -> QMimeData:
        return self.copy_mime(self.textCursor()) if self.copy_mime else super().createMimeDataFromSelection()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.paste_mime and not self.isReadOnly():
            self.paste_mime(source)

    # inside

    def _menu_actions(self) -> Sequence[QAction]:
        return self.menu_actions()

    def _follow(self, there: QTextCursor) -> None:
        """Bring the caret to where a menu opens, so that what is pasted lands there; a selection there stays."""
        chosen = self.textCursor()
        if not chosen.selectionStart() <= there.position() <= chosen.selectionEnd():
            self.setTextCursor(there)

    def _own_key(self, event: QKeyEvent) -> bool:
        key, cursor = event.key(), self.textCursor()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        chosen = self.chosen_object()
        if chosen and key in _ENTER and plain:
            self.object_opened.emit(chosen.uid)
        elif key in _ENTER and plain:
            self._edit(lambda at: keys.enter(at, self._theme))
        elif chosen and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._edit(lambda at: keys.remove_object(at, self._theme))
        elif key == Qt.Key.Key_Backspace and plain:
            return self._try(cursor, lambda at: keys.backspace(at, self._theme))
        elif key == Qt.Key.Key_Delete and plain:
            return self._try(cursor, keys.delete)
        elif key in _TABS:
            self._tab(back=key == Qt.Key.Key_Backtab, leave=not plain)
        else:
            if plain and event.text().isprintable() and event.text():
                self._leave_object()
            return self._quote(event.text())
        return True

    def _tab(self, *, back: bool, leave: bool) -> None:
        """Serve lists; else Shift+Tab and, with Ctrl, Tab as well go on to another field."""
        done: list[bool] = []
        if not leave:
            self._edit(lambda at: done.append(keys.tab(at, self._theme, back=back)))
        if not any(done) and (back or leave):
            # a text field's own method refuses while Tab is a key of it
            around = self.parentWidget()
            if around:
                around.focusNextPrevChild(not back)
        elif not any(done):
            self.message.emit(tr("段首自动空两字，不用按 Tab；Ctrl+Tab 离开正文"))

    def _quote(self, typed: str) -> bool:
        """Type a straight quote as the Chinese one that fits; undo gives the straight one back."""
        cursor = self.textCursor()
        before = cursor.block().text()
        fitting = curly(before[: _code_points(before, cursor.selectionStart() - cursor.block().position())], typed)
        if fitting == typed:
            return False
        self._edit(lambda at: at.insertText(typed))
        self._edit(lambda at: _retype(at, fitting))
        return True

    def _try(self, cursor: QTextCursor, act: Callable[[QTextCursor], bool]) -> bool:
        done = act(cursor)
        if done:
            self.setTextCursor(cursor)
        return done

    def _edit(self, act: Callable[[QTextCursor], object], *, step: str = "") -> None:
        cursor = self.textCursor()
        self._step = step
        cursor.beginEditBlock()
        act(cursor)
        cursor.endEditBlock()
        self._step = ""
        self.setTextCursor(cursor)
        self.caret_moved.emit()

    def _flash(self, uid: str) -> None:
        self._flashed = uid
        self.viewport().update()

    def _leave_object(self) -> None:
        """Go to a line of text below, a new one where needed: typing must not land beside an object."""
        cursor = self.textCursor()
        if kind_of(cursor.blockFormat()) is not Kind.OBJECT:
            return
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self._edit(lambda at: commands.insert_line(at, Kind.PARAGRAPH, self._theme))

    def _rewrite(self, blocks: tuple[Block, ...], *, keep_caret: bool) -> None:
        caret = self.textCursor().position() if keep_caret else 0
        self._busy = True
        self.document().setTextWidth(self._measure)
        rewrite(self.document(), blocks, self._theme)
        self._busy, self._blocks = False, blocks
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _patch(self, blocks: tuple[Block, ...]) -> None:
        self._busy = True
        caret = patch(self.document(), self._blocks, blocks, self._theme)
        self._busy, self._blocks = False, blocks
        if not self.isReadOnly():
            # else another program wrote it, and whoever reads stays where they are
            cursor = self.textCursor()
            cursor.setPosition(min(caret, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
        self.viewport().update()

    def _on_contents_changed(self) -> None:
        if self._busy:
            return
        self._busy = True
        blocks = self._reader.read(self.objects.values)
        self._busy = False
        if blocks != self._blocks:
            self._blocks = blocks
            self.edited.emit(blocks, self._step)

    def _on_size_changed(self, size: QSizeF) -> None:
        self._height = round(size.height()) + 4
        self.updateGeometry()

    def _object_at(self, point: QPointF) -> str:
        for uid, rect in self.objects.places.items():
            if rect.contains(point) and any(block.uid == uid for block in self._blocks):
                return uid
        return ""


def _retype(cursor: QTextCursor, text: str) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text, cursor.charFormat())


def _code_points(text: str, units: int) -> int:
    """Return how many code points the first UTF-16 units of a text are."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore"))


def _object_in(cursor: QTextCursor) -> str:
    after = QTextCursor(cursor.document())
    after.setPosition(cursor.selectionEnd())
    return after.charFormat().stringProperty(OBJECT)


def _step_of(event: QKeyEvent) -> str:
    """Return the name under which a key's edit is joined with the one before; Ctrl+X and the like stand alone."""
    if event.matches(QKeySequence.StandardKey.Backspace) or event.matches(QKeySequence.StandardKey.Delete):
        return ERASING
    return TYPING if event.text().isprintable() and event.text() and event.type() == QEvent.Type.KeyPress else ""
