"""What the window's menu offers of the desktop: issues, backups, libraries, name, look."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from editor.ui.app.desktop_settings import SettingsActs, open_settings
from editor.ui.app.library_dialogs import LibraryDialogs
from editor.ui.commands.places import CommandMenu
from editor.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class DesktopActs:
    """What the desktop does at a word from the menu."""

    show_welcome: Callable[[], None]
    open_later: Callable[[Path], None]
    settings: SettingsActs


def add_menu(desktop: DesktopActs, dialogs: LibraryDialogs, window: MainWindow) -> None:
    """Let the desktop do what is wanted in a window, and offer the libraries that were open lately."""
    window.issues.new_wanted.connect(dialogs.begin_issue)
    wanted = window.libraries
    wanted.backups_wanted.connect(dialogs.show_backups)
    wanted.mending_wanted.connect(dialogs.show_mending)
    wanted.library_wanted.connect(desktop.open_later)
    # queued: the window of this menu goes away
    wanted.welcome_wanted.connect(desktop.show_welcome, Qt.ConnectionType.QueuedConnection)
    acts = desktop.settings
    window.preferences.settings_wanted.connect(lambda command: open_settings(acts, window, command))
    window.preferences.scheme_wanted.connect(acts.choose_scheme)
    window.preferences.show_scheme(acts.settings.scheme)
    recent = window.menus[CommandMenu.RECENT]
    for one in acts.settings.recent:
        action = recent.addAction(str(one.path))
        action.triggered.connect(lambda _on=False, path=one.path: desktop.open_later(path))
    recent.setEnabled(not recent.isEmpty())
