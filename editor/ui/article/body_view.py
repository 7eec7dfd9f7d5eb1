"""The body as high as its text, so that title, facts and body scroll together."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

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
        # a fixed policy, not fixed sizes: those do not survive the style sheet's own heights
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._measure, self._height = 0, 0
        mark(self, kind="bare")
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def show_body(self, blocks: tuple[Block, ...], pictures: Mapping[str, bytes], theme: Theme, measure: int) -> None:
        """Show a body. measure: width of the text in px."""
        self._measure = measure
        fill_document(self.document(), blocks, pictures, theme, measure=measure)

    def sizeHint(self) -> QSize:
        return QSize(self._measure, self._height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_size_changed(self, size: QSizeF) -> None:
        self._height = round(size.height()) + 4
        self.updateGeometry()
