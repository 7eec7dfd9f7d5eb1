"""The keys of one command under edit: its name, the field for new keys, the program's own back."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.keys.keymap import Keymap
from editor.ui.keys.spelling import native
from editor.ui.kit.widgets import label
from editor.ui.settings_dialog.key_field import KeyField
from editor.ui.theme.apply import set_style


class KeyEditor(QFrame):
    """take: seen while keys are wanted that another command has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = ""
        self.command, self.field = label(role="strong"), KeyField()
        self.take, self.reset, self.reset_all = (
            QPushButton(tr("改给它")),
            QPushButton(tr("恢复默认")),
            QPushButton(tr("全部恢复默认")),
        )
        set_style(self, ground="card")
        set_style(self.reset_all, kind="quiet")
        for button in (self.take, self.reset, self.reset_all):
            button.setAutoDefault(False)
        self.take.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self.command.setMinimumWidth(120)
        row.addWidget(self.command)
        for part in (self.field, self.take, self.reset, self.reset_all):
            row.addWidget(part, 1 if part is self.field else 0)

    def show_command(self, command: str, text: str, keymap: Keymap) -> None:
        """Show the keys of a command; empty for none."""
        self.command.setText(text)
        self.field.show_keys("　".join(map(native, keymap.of(command))) if command else "")
        self.field.setEnabled(bool(command))
        self.reset.setEnabled(bool(command) and not keymap.is_default(command))
        self.reset_all.setEnabled(bool(keymap.chosen))

    def want(self, keys: str) -> None:
        """Offer to take keys from the command that has them; empty for none."""
        self.wanted = keys
        self.take.setVisible(bool(keys))
