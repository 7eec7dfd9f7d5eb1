"""The keys of one window: as the user has them from the start, shown on a sheet, changed in the settings."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.model.language import tr
from editor.ui.keys.use import load_keymap, use_keymap
from editor.ui.scrim import veil_while_open
from editor.ui.window.parts import Commands, Parts


class KeyCommands(QObject):
    """settings_wanted: with the command whose keys are to be changed, empty for none."""

    settings_wanted = Signal(str)

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        keymap, said = load_keymap(parts.settings)
        use_keymap(parts.actions, keymap)
        if said:
            words = tr("有 {n} 条快捷键设置没有用上，在“设置”的“快捷键”里看得到", n=len(said))
            QTimer.singleShot(0, self, lambda: parts.say(words))

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {"settings": lambda: self.settings_wanted.emit(""), "keys": self.show_sheet}

    def show_sheet(self) -> None:
        """Show all keys."""
        from editor.ui.keys.overview import key_lines
        from editor.ui.keys.sheet import KeySheet

        sheet = KeySheet(key_lines(self._parts.actions), self._parts.settings.export_folder, self._parts.window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.change.clicked.connect(sheet.accept)
        # the settings come once the sheet has gone
        sheet.change.clicked.connect(lambda: self.settings_wanted.emit("palette"), Qt.ConnectionType.QueuedConnection)
        veil_while_open(self._parts.window, sheet)
