"""The bar above the outline."""

from PySide6.QtWidgets import QWidget

from editor.desk.overview import Overview
from editor.ui.widgets import bar_frame, label


class OutlineBar(QWidget):
    """Says how much the issue holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = bar_frame(self)
        row.setContentsMargins(16, 0, 16, 0)
        self._counts = label(role="small", ink="text3")
        row.addWidget(label("目录", role="strong"))
        row.addStretch()
        row.addWidget(self._counts)

    def show_overview(self, seen: Overview) -> None:
        """Show the counts of an issue."""
        articles = sum(len(section.articles) for section in seen.sections)
        self._counts.setText(f"{articles} 篇 · {seen.characters:,} 字")
