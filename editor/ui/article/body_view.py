"""The body as high as its text, so that title, facts and body scroll together."""

from collections.abc import Mapping

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.model.body import Block
from editor.ui.article.body_document import fill_document
from editor.ui.theme.apply import mark
from editor.ui.theme.tokens import Theme


class BodyView(QTextEdit):
    """Shows a body; text can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("正文")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self, kind="bare")
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def show_body(self, blocks: tuple[Block, ...], pictures: Mapping[str, bytes], theme: Theme, measure: int) -> None:
        """Show a body. measure: width of the text in px."""
        self.setFixedWidth(measure)
        fill_document(self.document(), blocks, pictures, theme, measure=measure)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_size_changed(self, size: QSizeF) -> None:
        self.setFixedHeight(round(size.height()) + 4)
