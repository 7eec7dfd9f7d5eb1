"""The foot of a dialog on registers: what was done or refused, undo and redo by name, close."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import StateLine
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.house_book import HouseWordBook
from editor.ui.theme.apply import set_style
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme


class BookBar(QWidget):
    """Belongs to one dialog, whose keys for undo and redo it takes."""

    def __init__(self, book: RegisterBook | HouseWordBook, theme: Theme, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._book = book
        self.message = StateLine()
        self.undo, self.redo, self.leave = QPushButton(), QPushButton(), QPushButton(tr("关闭"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        for button, name in ((self.undo, "undo"), (self.redo, "redo")):
            button.setIcon(icon(name, theme, size=16))
            set_style(button, kind="tool")
            row.addWidget(button)
        row.addWidget(self.leave)
        for button in (self.undo, self.redo, self.leave):
            button.setAutoDefault(False)
        self.undo.clicked.connect(book.undo)
        self.redo.clicked.connect(book.redo)
        self.leave.clicked.connect(dialog.accept)
        for keys, act in (("Ctrl+Z", book.undo), ("Ctrl+Y", book.redo), ("Ctrl+Shift+Z", book.redo)):
            QShortcut(QKeySequence(keys), dialog).activated.connect(act)
        book.changed.connect(self._on_changed)
        book.refused.connect(self._on_refused)
        self._refused = False
        self._on_changed()
        if not book.writable:
            self.message.show_message(book.why_read_only, state="warn")

    def _on_changed(self) -> None:
        for button, words, label, keys in (
            (self.undo, tr("撤销"), self._book.undo_label, "Ctrl+Z"),
            (self.redo, tr("重做"), self._book.redo_label, "Ctrl+Y"),
        ):
            button.setEnabled(bool(label))
            button.setVisible(bool(label))
            button.setText(words)
            button.setToolTip(tr("{words}：{label}（{keys}）", words=words, label=label, keys=keys))
            button.setAccessibleName(f"{words} {label}".strip())
        if not self._refused:
            self.message.show_message(
                tr("已{undo_label}", undo_label=self._book.undo_label) if self._book.undo_label else "", state="ok"
            )
        self._refused = False

    def _on_refused(self, reason: str) -> None:
        self._refused = True
        self.message.show_message(reason, state="error")
