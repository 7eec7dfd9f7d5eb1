"""The body: blocks shown, edited and read back. It keeps no history of its own."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from editor.model.body import Block
from editor.model.language import tr
from editor.ui.body.caret import BodyCaret
from editor.ui.body.cursor_edits import anchor_under
from editor.ui.body.drawings import wrap_anywhere
from editor.ui.body.edits import BodyEdits
from editor.ui.body.footnote_marks import FootnoteMarks
from editor.ui.body.keyboard import BodyKeyboard, is_typing, step_of
from editor.ui.body.object_editing import ObjectEditing
from editor.ui.body.objects import BodyObjects
from editor.ui.body.overlay import paint_flash, paint_frame, paint_list_marks
from editor.ui.body.patch import patch, rewrite
from editor.ui.body.places import block_rect, cursors_of, word_cursor
from editor.ui.body.reader import BodyReader
from editor.ui.body.shapes import FOOTNOTE_TYPE, OBJECT_TYPE
from editor.ui.kit.growing_edit import GrowingEdit
from editor.ui.kit.tints import look_of
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme


class BodyEditor(GrowingEdit):
    """Shows blocks, and reads them back after every change of the document.

    edited carries the new blocks and a name: edits of one name that follow each other are one step.
    grid_brought: a file of values was dropped.
    objects: its figures and tables, editing: of their texts; caret: where it is and is led; edits: what is done there;
    menu: what it offers.
    """

    edited = Signal(tuple, str)
    object_opened = Signal(str)
    footnote_opened = Signal()
    grid_brought = Signal(object)
    caret_moved = Signal()
    message = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(lambda marks: cursors_of(self.document(), marks), room=QSize(0, 4), parent=parent)
        self.setAccessibleName(tr("正文"))
        self.setPlaceholderText(tr("写正文，或粘贴；图片可以拖进来"))
        self.setTabChangesFocus(False)
        self._blocks: tuple[Block, ...] = ()
        self._busy, self._pressed = False, ""
        self.paste_mime: Callable[[QMimeData], None] | None = None
        self.copy_mime: Callable[[QTextCursor], QMimeData] | None = None
        self.menu = leave_undo_to_window(self)
        document = self.document()
        document.setDefaultFont(font("body"))
        wrap_anywhere(document)
        self.objects = BodyObjects(theme, self)
        document.documentLayout().registerHandler(OBJECT_TYPE, self.objects)
        self._footnotes = FootnoteMarks(theme, self)
        document.documentLayout().registerHandler(FOOTNOTE_TYPE, self._footnotes)
        self._reader = BodyReader(document)
        document.contentsChanged.connect(self._on_contents_changed)
        self.caret = BodyCaret(self, self.objects)
        self.edits = BodyEdits(self, self.objects, self.caret_moved.emit)
        self._keyboard = BodyKeyboard(self, self.caret, self.edits)
        self._keyboard.object_opened.connect(self.object_opened)
        self._keyboard.message.connect(self.message)
        self.editing = ObjectEditing(self, self.objects, self.caret, self.edits)
        self.editing.texts.menu = self.menu
        self.editing.texts.moved.connect(self.caret_moved)
        self.editing.texts.left.connect(self.left)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.selectionChanged.connect(self.caret_moved)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks as they stand."""
        return self._blocks

    def show_body(
        self, blocks: tuple[Block, ...], pictures: Mapping[str, bytes], theme: Theme, measure: int, *, other: bool
    ) -> None:
        """Show a body. measure: width of the text in px; other: another article's, caret at its start."""
        redress = (theme, measure) != (self.objects.theme, self.measure)
        self.measure = measure
        self.objects.set_looks(pictures, theme, measure)
        self._footnotes.theme = theme
        self.objects.keep(blocks)
        if other or redress:
            self.editing.texts.held = not other
            self._rewrite(blocks, keep_caret=not other)
            self.editing.texts.held = False
        elif blocks is not self._blocks:
            self._patch(blocks)
        self.editing.texts.follow(redressed=redress and not other)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() and is_typing(event):
            self.message.emit(tr("这里现在只能看，不能改；为什么、怎么办，看顶上的状态"))
        if self.editing.take(event):
            return
        if self.isReadOnly() or not self._keyboard.take(event):
            with self.edits.named(step_of(event)):
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            if self.editing.compose(event):
                return
            self.edits.leave_object()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        uid, button = self.objects.at(event.position(), self._blocks), event.button()
        self._pressed = uid if button == Qt.MouseButton.LeftButton else ""
        if uid and button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self.caret.choose_object(uid)
        elif button == Qt.MouseButton.RightButton:
            self.caret.follow(self.cursorForPosition(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # a click on what is selected already sets Qt's caret into it
        if self._pressed and self._pressed == self.objects.at(event.position(), self._blocks):
            self.caret.choose_object(self._pressed)
        self._pressed = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        uid = self.objects.at(event.position(), self._blocks)
        if uid:
            self.object_opened.emit(uid)
            return
        anchor = anchor_under(self, event.position().toPoint())
        if anchor and not self.isReadOnly():
            self.setTextCursor(anchor)
            self.footnote_opened.emit()
            return
        super().mouseDoubleClickEvent(event)
        # Qt sees no end of a word in Chinese: it takes whole paragraphs, marks and figures with them
        point = event.position().toPoint()
        cursor = self.cursorForPosition(point)
        self.setTextCursor(word_cursor(cursor, after=point.x() >= self.cursorRect(cursor).x()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.objects.theme
        below = QPainter(self.viewport())
        try:
            if self.caret.flashed:
                paint_flash(below, block_rect(self.document(), self.caret.flashed), theme)
            self.marks.paint(below, event.rect())
            self.editing.show_marks(self.marks.in_objects)
        finally:
            below.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        try:
            paint_list_marks(painter, self.document(), QRectF(event.rect()), theme)
            for uid, kind in self.marks.framed.items():
                if uid in self.objects.places:
                    paint_frame(painter, self.objects.places[uid], theme, token=look_of(*kind).edge)
            self.editing.paint_chosen(painter)
        finally:
            painter.end()

    def createMimeDataFromSelection(self) -> QMimeData:
        return self.copy_mime(self.textCursor()) if self.copy_mime else super().createMimeDataFromSelection()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.paste_mime and not self.isReadOnly():
            self.paste_mime(source)

    def _rewrite(self, blocks: tuple[Block, ...], *, keep_caret: bool) -> None:
        caret = self.textCursor().position() if keep_caret else 0
        self._busy = True
        self.document().setTextWidth(self.measure)
        rewrite(self.document(), blocks, self.objects.theme)
        self._busy, self._blocks = False, blocks
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _patch(self, blocks: tuple[Block, ...]) -> None:
        self._busy = True
        shown = self.editing.show_changed(self._blocks, blocks)
        caret = patch(self.document(), shown, blocks, self.objects.theme)
        self._busy, self._blocks = False, blocks
        if not self.isReadOnly() and shown != blocks:
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
            self.edited.emit(blocks, self.edits.step)
