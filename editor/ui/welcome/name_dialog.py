"""Asks once for the user's name."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.starting.author import checked_author
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style


class NameDialog(QDialog):
    """A name in one field; Enter confirms. name: as it is kept, once accepted."""

    def __init__(self, suggestion: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.setWindowTitle(tr("署名"))
        self.setModal(True)
        set_style(self, ground="raised")
        self.field, self.message = QLineEdit(suggestion), StateLine()
        self.field.setAccessibleName(tr("你的名字"))
        self.field.setPlaceholderText(tr("例如：杨婷"))
        self.field.selectAll()
        self.confirm, self.later = QPushButton(tr("好")), QPushButton(tr("以后再说"))
        set_style(self.confirm, kind="primary")
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirmed)
        self.later.clicked.connect(self.reject)
        self.field.textEdited.connect(lambda: self.message.show_message(""))
        self._lay_out()

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("怎么称呼你？"), role="view"))
        stack.addWidget(label(tr("你改的每一处、写的批注旁边会署这个名字。以后可以再改。"), ink="text2"))
        stack.addSpacing(8)
        stack.addWidget(self.field)
        stack.addWidget(self.message)
        stack.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.later)
        row.addWidget(self.confirm)
        stack.addLayout(row)

    def _on_confirmed(self) -> None:
        try:
            self.name = checked_author(self.field.text())
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        self.accept()
