"""The sign in the status line while 收集 is on: how much came in, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.icons import icon


class CollectSign(QPushButton):
    """Hidden while 收集 is off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("small"))
        set_style(self, kind="sign")
        # a click leaves the caret where it is
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def offer(self, stop: QAction, others: Sequence[QAction]) -> None:
        """Open these in a menu. stop: ends what the sign says."""
        menu = QMenu(self)
        menu.addAction(tr("停止收集")).triggered.connect(stop.trigger)
        menu.addSeparator()
        menu.addActions(list(others))
        self.setMenu(menu)

    def show_state(self, *, on: bool, came: int = 0, left: int = 0, folder: str = "") -> None:
        """Say that it is on, how many pieces came and how many were left; folder: its name, empty for none."""
        self.setVisible(on)
        if not on:
            return
        self.setIcon(icon("pool", current_theme(application()), size=16, token="accent", filled=False))
        parts = (tr("{n} 篇", n=came) if came else "", tr("{n} 个没收", n=left) if left else "")
        self.setText(" · ".join(part for part in (tr("收集中"), *parts) if part))
        where = tr("和存进“{folder}”的文件", folder=folder) if folder else ""
        self.setToolTip(tr("浏览器里复制的网页{where}，自动进收件。点这里停止或看收了什么。", where=where))
        self.setAccessibleName(self.text())
