"""What the window's menu offers of the desktop: issues, backups, libraries, name, look."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from editor.ui.settings import Settings
from editor.ui.theme.scheme import SchemeChoice
from editor.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class DesktopActs:
    """What the desktop does at a word from the menu."""

    settings: Settings
    begin_issue: Callable[[], None]
    show_backups: Callable[[], None]
    ask_author: Callable[[], None]
    show_welcome: Callable[[], None]
    open_later: Callable[[Path], None]
    choose_scheme: Callable[[SchemeChoice], None]


def add_menu(desktop: DesktopActs, window: MainWindow) -> None:
    """Put the desktop's commands below those of the window."""
    for name, act in (("issue.new", desktop.begin_issue), ("backups", desktop.show_backups)):
        window.actions_by_name[name].triggered.connect(act)
    window.menu.addAction("署名…").triggered.connect(desktop.ask_author)
    # queued: the window of this menu goes away
    window.menu.addAction("回到开始页").triggered.connect(desktop.show_welcome, Qt.ConnectionType.QueuedConnection)
    _add_recent(desktop, window.menu)
    reopen = window.menu.addAction("启动时打开上次的刊库")
    reopen.setCheckable(True)
    reopen.setChecked(desktop.settings.reopen_last)
    reopen.toggled.connect(lambda on: setattr(desktop.settings, "reopen_last", on))
    _add_schemes(desktop, window.menu)


def _add_recent(desktop: DesktopActs, menu: QMenu) -> None:
    recent = menu.addMenu("最近的刊库")
    for one in desktop.settings.recent:
        action = recent.addAction(str(one.path))
        action.triggered.connect(lambda _on=False, path=one.path: desktop.open_later(path))
    recent.setEnabled(not recent.isEmpty())


def _add_schemes(desktop: DesktopActs, menu: QMenu) -> None:
    schemes = menu.addMenu("外观")
    group = QActionGroup(schemes)
    for choice in SchemeChoice:
        action = QAction(choice.value, schemes, checkable=True)
        action.setChecked(choice is desktop.settings.scheme)
        action.triggered.connect(lambda _on=False, choice=choice: desktop.choose_scheme(choice))
        group.addAction(action)
        schemes.addAction(action)
