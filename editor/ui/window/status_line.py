"""The line below everything: facts of the issue left, of the place right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.desk.overview import Overview
from editor.ui.theme.apply import mark
from editor.ui.widgets import SIZES, label


class StatusLine(QWidget):
    """Says what the library and the pages are doing, and where the user is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["status"])
        mark(self, ground="window")
        self._library, self._pages = label(role="small", ink="text2"), label(role="small", ink="text2")
        self._place = label(role="small", ink="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(self._library)
        row.addWidget(self._pages)
        row.addStretch()
        row.addWidget(self._place)

    def show_library(self, name: str, *, holder: str) -> None:
        """Name the library; holder: who has it open for writing, empty for this program."""
        self._library.setText(f"只读：{holder} 正在使用“{name}”" if holder else f"资料库 {name}")
        mark(self._library, ink="warn" if holder else "text2")

    def show_pages(self, words: str, *, bad: bool = False) -> None:
        """Say what the pages are doing, or why there are no new ones."""
        self._pages.setText(words)
        self._pages.setToolTip(words)
        mark(self._pages, ink="error" if bad else "text2")

    def show_place(self, seen: Overview | None, article: str, page: str, factor: float) -> None:
        """Say which article and page the user is at. page: as printed; factor: zoom."""
        line = seen.article(article) if seen else None
        parts = [f"本篇 {line.characters:,} 字" if line else "", f"本期 {seen.characters:,} 字" if seen else ""]
        self._place.setText(" · ".join(part for part in (*parts, page, f"{factor:.0%}" if page else "") if part))
