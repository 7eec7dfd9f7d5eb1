"""The window's menu and what opens from it, filled from the table of commands."""

from PySide6.QtWidgets import QMenu, QWidget

from editor.ui.commands.actions import CommandActions
from editor.ui.commands.places import CommandMenu


class MainMenus:
    """main: the whole menu; its submenus by their place, those without commands are filled by others."""

    def __init__(self, actions: CommandActions, window: QWidget) -> None:
        self.main = QMenu(window)
        self._submenus = {place: QMenu(place.title, window) for place in CommandMenu.submenus()}
        for place, menu in self._submenus.items():
            actions.fill(menu, place)
        entries = {at.order: action for action, at in actions.placed(CommandMenu.MAIN)}
        entries |= {place.order: menu.menuAction() for place, menu in self._submenus.items()}
        section = 0
        for order, entry in sorted(entries.items()):
            if section not in (0, order // 100):
                self.main.addSeparator()
            section = order // 100
            self.main.addAction(entry)

    def __getitem__(self, place: CommandMenu) -> QMenu:
        """Return the submenu of a place."""
        return self._submenus[place]
