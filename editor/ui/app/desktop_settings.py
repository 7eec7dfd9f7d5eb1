"""The settings dialog over a window, wired to what its pages change."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from editor.ui.app.settings import Settings, Start
from editor.ui.commands.command import CommandTable
from editor.ui.keys.keymap import Keymap
from editor.ui.keys.use import load_keymap, use_keymap
from editor.ui.kit.scrim import veil_while_open
from editor.ui.palette.entries import PaletteEntry
from editor.ui.theme.scheme import SchemeChoice
from editor.ui.window.command_table import COMMANDS
from editor.ui.window.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsActs:
    """What the desktop does at a word from the settings. in_force: as windows are now."""

    settings: Settings
    in_force: Start
    choose_scheme: Callable[[SchemeChoice], None]
    reopen: Callable[[], None]


def open_settings(desktop: SettingsActs, window: MainWindow, command: str = "") -> None:
    """Open the settings; command: at its keys."""
    from editor.ui.settings_dialog.appearance_page import AppearancePage
    from editor.ui.settings_dialog.dialog import SettingsDialog
    from editor.ui.settings_dialog.general_page import GeneralPage
    from editor.ui.settings_dialog.keys_page import KeysPage

    settings = desktop.settings
    appearance = AppearancePage(settings.scheme, kept=settings.start, in_force=desktop.in_force)
    keymap, message = load_keymap(settings, COMMANDS)
    keys = KeysPage(listed_commands(COMMANDS), keymap, message=message)
    dialog = SettingsDialog(appearance, keys, GeneralPage(settings), window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keep_keymap(changed: Keymap) -> None:
        settings.chosen_keys = dict(changed.chosen)
        use_keymap(window.actions_by_name, changed)

    appearance.scheme_chosen.connect(desktop.choose_scheme)
    appearance.zoom_chosen.connect(lambda zoom: setattr(settings, "zoom", zoom))
    appearance.language_chosen.connect(lambda language: setattr(settings, "language", language))
    appearance.reopen_wanted.connect(dialog.accept)
    appearance.reopen_wanted.connect(desktop.reopen, Qt.ConnectionType.QueuedConnection)
    keys.keymap_changed.connect(keep_keymap)
    dialog.finished.connect(settings.save)
    dialog.finished.connect(lambda: _sign(settings, window))
    if command:
        dialog.show_keys_of(command)
    veil_while_open(window, dialog)


def _sign(settings: Settings, window: MainWindow) -> None:
    """Let the window go on in the name that is set now."""
    if settings.author and settings.author != window.session.author:
        settings.forget_members()
        window.session.sign_as(settings.author)


def listed_commands(table: CommandTable) -> tuple[PaletteEntry, ...]:
    """Return the commands that can have keys."""
    return tuple(
        PaletteEntry(
            key=command.name,
            group=heading,
            text=command.text,
            english=command.english,
            icon=command.icon,
        )
        for heading, group in table.groups().items()
        for command in group
    )
