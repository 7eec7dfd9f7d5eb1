"""What the window's menu offers of the desktop: issues, backups, libraries, name, look."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from editor.ui.app.settings import Settings
from editor.ui.commands.places import CommandMenu
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
    """Let the desktop do what is wanted in a window, and offer the libraries that were open lately."""
    window.issues.new_wanted.connect(desktop.begin_issue)
    wanted = window.libraries
    wanted.backups_wanted.connect(desktop.show_backups)
    wanted.mending_wanted.connect(desktop.show_mending)
    wanted.library_wanted.connect(desktop.open_later)
    # queued: the window of this menu goes away
    wanted.welcome_wanted.connect(desktop.show_welcome, Qt.ConnectionType.QueuedConnection)
    window.preferences.settings_wanted.connect(desktop.show_settings)
    window.preferences.scheme_wanted.connect(desktop.choose_scheme)
    window.preferences.show_scheme(desktop.settings.scheme)
    recent = window.menus[CommandMenu.RECENT]
    for one in desktop.settings.recent:
        action = recent.addAction(str(one.path))
        action.triggered.connect(lambda _on=False, path=one.path: desktop.open_later(path))
    recent.setEnabled(not recent.isEmpty())
