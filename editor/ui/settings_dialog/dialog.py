"""The settings as a dialog: pages at the left, the chosen one at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QStackedWidget, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import application, column, hairline
from editor.ui.settings_dialog.appearance_page import AppearancePage
from editor.ui.settings_dialog.general_page import GeneralPage
from editor.ui.settings_dialog.keys_page import KeysPage
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_SIDE = 184
_PAGES = ((tr("外观"), "publication"), (tr("快捷键"), "palette"), (tr("一般"), "settings"))
APPEARANCE, KEYS, GENERAL = range(3)


class SettingsDialog(QDialog):
    """Holds the pages; it has nothing to confirm."""

    def __init__(
        self, appearance: AppearancePage, keys: KeysPage, general: GeneralPage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("设置"))
        self.setModal(True)
        self.resize(880, 640)
        set_style(self, ground="surface")
        self.appearance, self.keys, self.general = appearance, keys, general
        self.pages, self.stack = QListWidget(), QStackedWidget()
        self._lay_out()
        self.pages.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.pages.setCurrentRow(APPEARANCE)

    def show_keys_of(self, command: str) -> None:
        """Lead to the keys of a command."""
        self.pages.setCurrentRow(KEYS)
        self.keys.choose(command)

    def _lay_out(self) -> None:
        self.pages.setAccessibleName(tr("设置的各页"))
        theme = current_theme(application())
        for (words, name), page in zip(_PAGES, (self.appearance, self.keys, self.general), strict=True):
            QListWidgetItem(icon(name, theme), words, self.pages)
            self.stack.addWidget(page)
        side = column(self.pages, ground="sidebar")
        side.setFixedWidth(_SIDE)
        inner = side.layout()
        if inner:
            inner.setContentsMargins(8, 16, 8, 16)
        leave = QPushButton(tr("完成"))
        set_style(leave, kind="primary")
        leave.setDefault(True)
        leave.clicked.connect(self.accept)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.addStretch()
        row.addWidget(leave)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(hairline(upright=True))
        whole.addWidget(column(self.stack, hairline(), foot, ground="surface"), 1)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
