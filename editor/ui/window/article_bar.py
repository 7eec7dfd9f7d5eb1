"""The bar above the article: where it stands, and the way to its neighbours."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.ui.widgets import bar_frame, bar_tool, label


class ArticleBar(QWidget):
    """Names section and place of the open article."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = bar_frame(self)
        row.setContentsMargins(24, 0, 8, 0)
        self._section, self._place = label(role="strong"), label(ink="text3")
        row.addWidget(self._section)
        row.addSpacing(8)
        row.addWidget(self._place)
        row.addStretch()
        row.addWidget(bar_tool(actions["article.previous"]))
        row.addWidget(bar_tool(actions["article.next"]))

    def show_place(self, section: str, place: int, count: int) -> None:
        """Show where the article stands: the place-th of count in its section."""
        self._section.setText(section)
        self._place.setText(f"第 {place} 篇，共 {count} 篇")
