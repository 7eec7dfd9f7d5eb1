"""The pages of a paper, one at a time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.pages.reports import PagePicture
from editor.ui.kit.widgets import application, label
from editor.ui.pages.page_sheet import PageSheet
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon


class Leaves(QWidget):
    """wanted: the picture of a page, from 1."""

    wanted = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: of the paper."""
        super().__init__(parent)
        self._sheets, self._sheet = 0, 1
        self.page, self._wording = PageSheet(name), label(role="small", ink="text2")
        self.before = _step("chevron.left", tr("上一页（PageUp）"), "PgUp")
        self.after = _step("chevron.right", tr("下一页（PageDown）"), "PgDown")
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        foot = QHBoxLayout()
        foot.addStretch()
        for part in (self.before, self._wording, self.after):
            foot.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.page, 1)
        stack.addLayout(foot)
        self._update_enabled()

    @property
    def message(self) -> str:
        """Which page is shown, in words."""
        return self._wording.text()

    def show_message(self, words: str) -> None:
        """Say something in place of a page."""
        self._sheets, self._sheet = 0, 1
        self.page.show_message(words)
        self._update_enabled()

    def show_count(self, sheets: int) -> None:
        """Begin at the first of so many pages."""
        self._sheets, self._sheet = sheets, 1
        self._update_enabled()
        self.wanted.emit(1)

    def step(self, by: int) -> None:
        """Turn to another page."""
        sheet = min(max(1, self._sheet + by), self._sheets)
        if sheet != self._sheet:
            self._sheet = sheet
            self._update_enabled()
            self.wanted.emit(sheet)

    def show_picture(self, sheet: int, picture: PagePicture | None) -> None:
        """Show the picture of a page, unless another one is wanted by now."""
        if sheet == self._sheet and picture:
            self.page.show_page(picture, ())

    def _update_enabled(self) -> None:
        many = self._sheets > 1
        self.before.setVisible(many)
        self.after.setVisible(many)
        self.before.setEnabled(self._sheet > 1)
        self.after.setEnabled(self._sheet < self._sheets)
        whole = tr("{n} 页 · A4", n=self._sheets) if self._sheets else ""
        self._wording.setText(tr("第 {sheet} 页，共 {n} 页 · A4", sheet=self._sheet, n=self._sheets) if many else whole)


def _step(name: str, words: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, current_theme(application())))
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(28, 28)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setShortcut(keys)
    return button
