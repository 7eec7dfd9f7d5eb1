"""核对指纹: somebody's public key is trusted on this machine once its digits were heard or seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.review.enrolling import trust_fingerprint
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.theme.fonts import font
from editor.ui.work.review_context import ReviewContext, now

_WIDTH = 560


class ConfirmDialog(GrowingDialog):
    """confirmed: the name of whose key it is."""

    confirmed = Signal(str)

    def __init__(self, board: ReviewContext, name: str, parent: QWidget | None = None) -> None:
        """name: of whom the key says that it is."""
        super().__init__(tr("核对指纹"), parent)
        self._board = board
        self.setMinimumWidth(_WIDTH)
        self.field, self.message = QLineEdit(), StateLine()
        self.field.setAccessibleName(tr("指纹"))
        self.field.setPlaceholderText("12345 12345 12345 12345 12345 12345 12345 12345")
        self.field.setFont(font("strong"))
        self.confirm, self.cancel = QPushButton(tr("确认")), QPushButton(tr("取消"))
        stack = QVBoxLayout(self)
        lead = tr("打电话或当面请{name}念密钥的指纹，八组数字，照念的输入。对上了，这台电脑就认这把密钥。", name=name)
        fill(stack, tr("核对指纹"), lead)
        stack.addWidget(label(tr("指纹"), role="strong"))
        stack.addWidget(self.field)
        stack.addWidget(self.message)
        stack.addStretch()
        stack.addSpacing(12)
        stack.addLayout(buttons_row(self.cancel, self.confirm))
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self._on_confirmed)
        self.field.textEdited.connect(lambda _text: self.message.show_message(""))
        self.field.setFocus()

    def _on_confirmed(self) -> None:
        try:
            one = trust_fingerprint(self._board.office, self.field.text(), now())
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        self.accept()
        self.confirmed.emit(one.name)
