"""Messages and questions of the program, all in one frame: what is the case, the reason, and what can be done."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_WIDTH, _SIGN, _TRACE = 460, 24, 180


class MessageKind(Enum):
    """What a message is about, as its sign shows it: icon and token of its ink."""

    NOTICE = ("check.ok", "ok")
    QUESTION = ("help", "accent")
    WARNING = ("check.warning", "warn.mark")
    FAULT = ("check.error", "error")


class MessageAnswer(NamedTuple):
    """A button. act: what is done once the message has closed."""

    words: str
    act: Callable[[], object] = lambda: None


class Message(NamedTuple):
    """What is said. what: the case in a few words; detail: a long text to be copied for whoever looks into it."""

    kind: MessageKind
    what: str
    reason: str
    detail: str = ""


class MessageDialog(GrowingDialog):
    """One message. exec returns the number of the answer, from 1 on; 0 where the user left without any."""

    def __init__(
        self,
        message: Message,
        parent: QWidget | None = None,
        *,
        answers: Sequence[MessageAnswer] = (),
        default: int = -1,
    ) -> None:
        """answers: the buttons in order, one to close it where there are none. default: what Enter does."""
        super().__init__(tr("简报编辑台"), parent)
        self._answers = tuple(answers) or (MessageAnswer(tr("知道了")),)
        self.setMinimumWidth(_WIDTH)
        self.buttons = [QPushButton(answer.words) for answer in self._answers]
        self._what, self._reason = label(message.what, role="head"), label(message.reason, ink="text2")
        self._trace = QPlainTextEdit(message.detail)
        self._lay_out(message.kind, self.buttons[default])
        self.finished.connect(self._on_finished)

    @property
    def what(self) -> str:
        """What is the case, in a few words."""
        return self._what.text()

    @property
    def reason(self) -> str:
        """The sentences below it."""
        return self._reason.text()

    @property
    def detail(self) -> str:
        """The text that can be copied, empty for none."""
        return self._trace.toPlainText()

    def _lay_out(self, kind: MessageKind, default: QPushButton) -> None:
        drawn, token = kind.value
        sign = IconPicture(drawn, size=_SIGN, token=token)
        words = QVBoxLayout()
        words.setSpacing(8)
        for line in (self._what, self._reason):
            _wrap(line)
            words.addWidget(line)
        self._reason.setVisible(bool(self.reason))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(24, 24, 24, 20)
        stack.setSpacing(20)
        stack.addLayout(row)
        if self.detail:
            stack.addLayout(self._detail())
        stack.addLayout(buttons_row(*self.buttons, default=default))
        for number, button in enumerate(self.buttons, 1):
            button.clicked.connect(lambda _checked, number=number: self.done(number))
        default.setFocus()

    def _detail(self) -> QVBoxLayout:
        self._trace.setReadOnly(True)
        self._trace.setAccessibleName(tr("详细信息"))
        self._trace.setFixedHeight(_TRACE)
        set_style(self._trace, kind="field")
        copy = QPushButton(tr("复制详细信息"))
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.detail))
        stack = QVBoxLayout()
        stack.setSpacing(8)
        stack.addWidget(self._trace)
        stack.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        return stack

    def _on_finished(self, number: int) -> None:
        if number:
            self._answers[number - 1].act()


def _wrap(line: QLabel) -> None:
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
