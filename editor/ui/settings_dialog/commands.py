"""Settings, appearance and keys: the keys as the user has them from the start, and shown on a sheet."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.keys.use import load_keymap, use_keymap
from editor.ui.kit.scrim import veil_while_open
from editor.ui.theme.scheme import SchemeChoice


class SettingsCommands(QObject):
    """settings_wanted: with the command whose keys are to be changed, empty for none; scheme_wanted: a SchemeChoice."""

    settings_wanted = Signal(str)
    scheme_wanted = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self._context = context
        if not context.settings.chosen_keys:
            # the actions were made with the program's own
            return
        keymap, message = load_keymap(context.settings, context.actions.table)
        use_keymap(context.actions, keymap)
        if message:
            words = tr("有 {n} 条快捷键设置没有用上，在“设置”的“快捷键”里看得到", n=len(message))
            QTimer.singleShot(0, self, lambda: context.show_message(words))

    def show_settings(self) -> None:
        """Open the settings."""
        self.settings_wanted.emit("")

    def show_scheme(self, choice: SchemeChoice) -> None:
        """Mark which scheme is chosen."""
        self._context.actions[f"theme.{choice.name.lower()}"].setChecked(True)

    def show_keys(self) -> None:
        """Show all keys."""
        from editor.ui.keys.overview import key_lines
        from editor.ui.keys.sheet import KeySheet

        sheet = KeySheet(key_lines(self._context.actions), self._context.settings.export_folder, self._context.window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.change.clicked.connect(sheet.accept)
        # the settings come once the sheet has gone
        sheet.change.clicked.connect(lambda: self.settings_wanted.emit("palette"), Qt.ConnectionType.QueuedConnection)
        veil_while_open(self._context.window, sheet)


COMMANDS = CommandSet(
    SettingsCommands,
    (
        Command(
            name="settings",
            text=tr("设置…"),
            english="Settings, preferences, options",
            icon="settings",
            keys=("Ctrl+,",),
            places=(CommandGroup.PROGRAM.at(20), CommandMenu.MAIN.at(620)),
            run=SettingsCommands.show_settings,
        ),
        Command(
            name="keys",
            text=tr("快捷键一览"),
            english="Keyboard shortcuts, help",
            icon="help",
            keys=("F1", "Ctrl+/"),
            places=(CommandGroup.PROGRAM.at(30), CommandMenu.MAIN.at(630)),
            run=SettingsCommands.show_keys,
        ),
        Command(
            name="theme.system",
            text=tr("外观跟随系统"),
            english="Follow system theme",
            places=(CommandGroup.PROGRAM.at(50), CommandMenu.SCHEMES.at(10)),
            choice="scheme",
            switch=lambda it, _on: it.scheme_wanted.emit(SchemeChoice.SYSTEM),
        ),
        Command(
            name="theme.light",
            text=tr("浅色外观"),
            english="Light theme",
            places=(CommandGroup.PROGRAM.at(60), CommandMenu.SCHEMES.at(20)),
            choice="scheme",
            switch=lambda it, _on: it.scheme_wanted.emit(SchemeChoice.LIGHT),
        ),
        Command(
            name="theme.dark",
            text=tr("深色外观"),
            english="Dark theme",
            places=(CommandGroup.PROGRAM.at(70), CommandMenu.SCHEMES.at(30)),
            choice="scheme",
            switch=lambda it, _on: it.scheme_wanted.emit(SchemeChoice.DARK),
        ),
        Command(
            name="theme.contrast",
            text=tr("高对比外观"),
            english="High contrast theme",
            places=(CommandGroup.PROGRAM.at(80), CommandMenu.SCHEMES.at(40)),
            choice="scheme",
            switch=lambda it, _on: it.scheme_wanted.emit(SchemeChoice.CONTRAST),
        ),
    ),
)
