"""What the window's menu offers of the desktop: issues, backups, libraries, name, look."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from editor.model.language import tr
from editor.ui.settings import Settings
from editor.ui.theme.scheme import SchemeChoice
from editor.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class DesktopActs:
    """What the desktop does at a word from the menu."""

    settings: Settings
    begin_issue: Callable[[], None]
    show_backups: Callable[[], None]
    show_mending: Callable[[], None]
    show_welcome: Callable[[], None]
    open_later: Callable[[Path], None]
    choose_scheme: Callable[[SchemeChoice], None]
    show_settings: Callable[[str], None]


def add_menu(desktop: DesktopActs, window: MainWindow) -> None:
    """Put the desktop's commands below those of the window."""
    actions = window.actions_by_name
    for name, act in (
        ("issue.new", desktop.begin_issue),
        ("backups", desktop.show_backups),
        ("library.mend", desktop.show_mending),
    ):
        actions[name].triggered.connect(act)
    # queued: the window of this menu goes away
    actions["welcome"].triggered.connect(desktop.show_welcome, Qt.ConnectionType.QueuedConnection)
    window.keys.settings_wanted.connect(desktop.show_settings)
    _add_recent(desktop, window.menu)
    window.menu.addAction(actions["welcome"])
    window.menu.addSeparator()
    _add_schemes(desktop, window)
    for name in ("settings", "keys"):
        window.menu.addAction(actions[name])


def _add_recent(desktop: DesktopActs, menu: QMenu) -> None:
    recent = menu.addMenu(tr("最近的刊库"))
    for one in desktop.settings.recent:
        action = recent.addAction(str(one.path))
        action.triggered.connect(lambda _on=False, path=one.path: desktop.open_later(path))
    recent.setEnabled(not recent.isEmpty())


def _add_schemes(desktop: DesktopActs, window: MainWindow) -> None:
    menu = window.menu.addMenu(tr("外观"))
    group = QActionGroup(menu)
    for choice in SchemeChoice:
        action = scheme_action(window, choice)
        action.setChecked(choice is desktop.settings.scheme)
        action.triggered.connect(lambda _on=False, choice=choice: desktop.choose_scheme(choice))
        group.addAction(action)
        menu.addAction(action)


def scheme_action(window: MainWindow, choice: SchemeChoice) -> QAction:
    """Return the command that chooses a scheme."""
    return window.actions_by_name[f"theme.{choice.name.lower()}"]
