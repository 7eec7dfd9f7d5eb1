"""What is left of an article, as it will read."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.model.body import Block
from editor.model.language import tr
from editor.ui.abridging.lines import line_of, write_line
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style

_MARGIN = 24


class ResultSheet(QTextEdit):
    """Shows blocks; it cannot be written in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("摘编后"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText(tr("一句也没有留。"))
        set_style(self, kind="bare")
        self.document().setDocumentMargin(_MARGIN)
        self._blocks: tuple[Block, ...] = ()

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show what is left; what is seen of it stays where it is."""
        self._blocks = tuple(blocks)
        bar, theme = self.verticalScrollBar(), current_theme(application())
        at = bar.value()
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            write_line(cursor, line_of(block), theme, first=not number)
        cursor.endEditBlock()
        bar.setValue(at)

    def let_be_seen(self, uid: str) -> None:
        """Scroll to a block, if it is there and not seen."""
        uids = [block.uid for block in self._blocks]
        if uid not in uids:
            return
        block = self.document().findBlockByNumber(uids.index(uid))
        rect = self.document().documentLayout().blockBoundingRect(block)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < bar.value() or rect.top() + min(rect.height(), height / 2) > bar.value() + height:
            bar.setValue(round(rect.top() - height / 4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.show_blocks(self._blocks)
