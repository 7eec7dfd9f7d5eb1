"""The keys of the commands onto the actions of a window, and into the settings."""

from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence

from editor.ui.app.settings import Settings
from editor.ui.commands.command import CommandTable
from editor.ui.keys.keymap import Keymap, read_keymap
from editor.ui.keys.spelling import portable


def default_keys(table: CommandTable) -> dict[str, tuple[str, ...]]:
    """Return the program's own keys by command, as portable() writes them."""
    return {command.name: tuple(map(portable, command.keys)) for command in table}


def load_keymap(settings: Settings, table: CommandTable) -> tuple[Keymap, tuple[str, ...]]:
    """Return the keys as the user has them, and a word on every kept entry that cannot be used."""
    return read_keymap(default_keys(table), settings.chosen_keys)


def use_keymap(actions: Mapping[str, QAction], keymap: Keymap) -> None:
    """Give actions their keys; menus and tool tips follow."""
    for name, action in actions.items():
        keys = [QKeySequence(one) for one in keymap.of(name)]
        if action.shortcuts() != keys:
            action.setShortcuts(keys)
