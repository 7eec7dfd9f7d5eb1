"""Asking why a finding may stand, in the card itself: no window over the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from editor.checks.waivers import WaiverScope
from editor.model.language import tr
from editor.ui.theme.apply import set_style


class ReasonForm(QWidget):
    """A reason, its scope, 放行 and 取消. Enter in the field lets stand, Escape gives up."""

    given = Signal(str, WaiverScope)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(tr("放行的理由"))
        self._reason.setAccessibleName(tr("放行的理由"))
        self._reason.setProperty("small", "true")
        self._once, self._issue = QRadioButton(tr("只这一处")), QRadioButton(tr("本期同样的都放行"))
        self._once.setChecked(True)
        self._submit, cancel = QPushButton(tr("放行")), QPushButton(tr("取消"))
        set_style(self._submit, kind="primary")
        for button in (self._submit, cancel):
            button.setProperty("small", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._reason)
        column.addLayout(_row(self._once, self._issue, gap=16))
        column.addLayout(_row(self._submit, cancel, gap=8))
        self._submit.setEnabled(False)
        self._reason.textChanged.connect(lambda text: self._submit.setEnabled(bool(text.strip())))
        self._reason.returnPressed.connect(self._on_submitted)
        self._submit.clicked.connect(self._on_submitted)
        cancel.clicked.connect(self.given_up)

    def begin(self) -> None:
        """Put the caret into the field."""
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_submitted(self) -> None:
        reason = self._reason.text().strip()
        if reason:
            self.given.emit(reason, WaiverScope.ONCE if self._once.isChecked() else WaiverScope.ISSUE)


def _row(*parts: QWidget, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
