"""A dialog over the veiled window, opened without waiting for it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from editor.ui.kit.scrim import veil_while_open


class DialogOwner(QObject):
    """Commands that ask. dialog: the one that is open, None for none."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: QDialog | None = None

    def ask(self, dialog: QDialog) -> None:
        """Open a dialog; it goes away when it is left."""
        self.dialog = dialog
        dialog.finished.connect(lambda _how: self._on_finished(dialog))
        veil_while_open(self._window, dialog)

    def _on_finished(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()
