"""The pages column: its bar, the strip of small pages when it is wanted, and the pages."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.ui.kit.widgets import SIZES, hairline
from editor.ui.pages.bar import PagesBar
from editor.ui.pages.strip import PageStrip
from editor.ui.pages.view import PagesView
from editor.ui.theme.apply import set_style


class PagesColumn(QWidget):
    """Shows one edition in all its parts; the strip is hidden at first."""

    def __init__(self, bar: PagesBar, strip: PageStrip, view: PagesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="sunken")
        self.setMinimumWidth(SIZES["pages.min"])
        self._aside = _aside(strip)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self._aside)
        below.addWidget(view, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(bar)
        stack.addWidget(hairline())
        stack.addLayout(below, 1)
        view.edition_shown.connect(strip.show_pages)
        view.sheet_changed.connect(strip.show_sheet)
        strip.sheet_chosen.connect(view.navigator.go_to_sheet)

    def show_strip(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show or hide the small pages."""
        self._aside.setVisible(on)


def _aside(strip: PageStrip) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(strip)
    row.addWidget(hairline(upright=True))
    made.hide()
    return made
