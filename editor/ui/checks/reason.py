"""Asking why a finding may stand, in the card itself: no window over the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from editor.checks.waivers import WaiverScope
from editor.model.language import tr
from editor.ui.theme.apply import set_style

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ReasonForm(QWidget):
    """A reason, its scope, 放行 and 取消. Enter in the field lets stand, Escape gives up, Up and Down choose the scope.

    lasting: it may be let stand in all issues of the publication; reason: written already, empty for none.
    """

    given = Signal(str, WaiverScope)
    given_up = Signal()

    def __init__(self, *, lasting: bool, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = QLineEdit(reason)
        self._reason.setPlaceholderText(tr("放行的理由"))
        self._reason.setAccessibleName(tr("放行的理由"))
        self._reason.setProperty("small", "true")
        self._scopes = self._make_scopes(lasting=lasting)
        self._submit, cancel = QPushButton(tr("放行")), QPushButton(tr("取消"))
        set_style(self._submit, kind="primary")
        for button in (self._submit, cancel):
            button.setProperty("small", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._reason)
        # one below the other: three do not fit beside each other in a narrow list
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for one in self._scopes.buttons():
            choices.addWidget(one)
        column.addLayout(choices)
        column.addLayout(_row(self._submit, cancel, gap=8))
        self._submit.setEnabled(bool(reason))
        self._reason.textChanged.connect(lambda text: self._submit.setEnabled(bool(text.strip())))
        self._reason.returnPressed.connect(self._on_submitted)
        self._submit.clicked.connect(self._on_submitted)
        cancel.clicked.connect(self.given_up)

    def begin(self) -> None:
        """Put the caret into the field; what is written there is replaced by what is typed."""
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reason.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _make_scopes(self, *, lasting: bool) -> QButtonGroup:
        group = QButtonGroup(self)
        words = [tr("只这一处"), tr("本期同样的都放行"), tr("本刊以后各期同样的都放行")]
        for number, text in enumerate(words if lasting else words[:-1]):
            group.addButton(QRadioButton(text), number)
        group.button(0).setChecked(True)
        return group

    def _step(self, by: int) -> None:
        chosen = self._scopes.button(self._scopes.checkedId() + by)
        if chosen:
            chosen.setChecked(True)

    def _on_submitted(self) -> None:
        reason = self._reason.text().strip()
        if reason:
            self.given.emit(reason, tuple(WaiverScope)[self._scopes.checkedId()])


def _row(*parts: QWidget, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row
