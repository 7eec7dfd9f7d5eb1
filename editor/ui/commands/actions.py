"""The commands of one window as Qt's actions: made from the table, bound to who runs them, enabled as things stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from editor.ui.commands.command import Command, CommandTable
from editor.ui.commands.places import CommandMenu, CommandPlace, Placement
from editor.ui.commands.state import CommandState
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

_WRITTEN = QKeySequence.SequenceFormat.PortableText


class CommandActions(Mapping[str, QAction]):
    """A window's actions by the names of their commands; their keys work anywhere in it."""

    def __init__(self, table: CommandTable, window: QWidget, theme: Theme) -> None:
        """Make the actions."""
        self.table = table
        self._state: CommandState | None = None
        self._actions = {command.name: _action(command, window, theme) for command in table}
        self._choices: dict[str, QActionGroup] = {}
        for command in table:
            if command.choice:
                group = self._choices.setdefault(command.choice, QActionGroup(window))
                group.addAction(self._actions[command.name])

    def __getitem__(self, name: str) -> QAction:
        """Return the action of a command."""
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the commands."""
        return iter(self._actions)

    def __len__(self) -> int:
        """Return how many commands there are."""
        return len(self._actions)

    def bind(self, owners: Iterable[object], before: Callable[[], None] = lambda: None) -> None:
        """Let every command be run by the object of its feature. Raises KeyError where a feature has none.

        before: done before each of them, however it was called.
        """
        by_type = {type(one): one for one in owners}
        for one in self.table.sets:
            for command in one.commands:
                self._actions[command.name].triggered.connect(before)
                _connect(self._actions[command.name], command, by_type[one.owner])

    def show(self, state: CommandState) -> None:
        """Enable what can be used as things stand; nothing is done where they stand as before."""
        if state == self._state:
            return
        self._state = state
        for command in self.table:
            action = self._actions[command.name]
            if command.shown:
                action.setVisible(command.shown(state))
            action.setEnabled(not command.unavailable(state))
            if command.text_now:
                text = command.text_now(state)
                action.setText(text)
                action.setToolTip(text.removesuffix("…"))

    def reason(self, name: str) -> str:
        """Return why a command cannot be used now, empty where it can."""
        return self.table[name].unavailable(self._state or CommandState())

    def placed(self, place: CommandPlace) -> list[tuple[QAction, Placement]]:
        """Return what a place offers, in its order."""
        return [(self._actions[command.name], at) for command, at in self.table.offered(place)]

    def fill(self, menu: QMenu, place: CommandMenu) -> None:
        """Put the commands of a place into a menu, below what it holds already."""
        menu.addActions([action for action, _ in self.placed(place)])


def _action(command: Command[Any], window: QWidget, theme: Theme) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.name)
    action.setToolTip(command.text.removesuffix("…"))
    if command.icon:
        action.setIcon(icon(command.icon, theme))
    # as text in the system's words every key would be compared with all names of keys, each translated first
    action.setShortcuts([QKeySequence.fromString(keys, _WRITTEN) for keys in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(command.switch is not None)
    window.addAction(action)
    return action


def _connect(action: QAction, command: Command[Any], owner: object) -> None:
    run, switch = command.run, command.switch
    if switch:
        action.triggered.connect(lambda on: switch(owner, on))
    elif run:
        action.triggered.connect(lambda _on=False: run(owner))
