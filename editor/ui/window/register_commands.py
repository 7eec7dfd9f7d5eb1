"""The registers from the window: people, and words; tags of several articles at once."""

from PySide6.QtWidgets import QDialog

from editor.ui.registers.book import RegisterBook
from editor.ui.registers.people_dialog import PeopleDialog
from editor.ui.scrim import scrim
from editor.ui.window.parts import Commands, Parts


class RegisterCommands:
    """Acts on the registers of one window's library."""

    def __init__(self, parts: Parts) -> None:
        """Act in one window."""
        self._parts, self._session = parts, parts.session

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {
            "registers.people": lambda: self._show(self.people_dialog()),
        }

    def people_dialog(self) -> PeopleDialog:
        """Return the dialog of people and organisations."""
        book = RegisterBook(self._session.library, self._session.author)
        dialog = PeopleDialog(book, self._parts.theme, self._parts.window)
        book.setParent(dialog)
        return dialog

    def _show(self, dialog: QDialog) -> None:
        with scrim(self._parts.window):
            dialog.exec()
        dialog.deleteLater()
        self._session.forget_words()
