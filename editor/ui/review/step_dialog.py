"""One step of the review: who takes it, what to know before, a few words, and what stands in its way."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.review.obstacles import Obstacle, submission_words
from editor.desk.review.steps import By, refusal
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.review import Role, has_duty
from editor.ui.kit.dialog_frame import GrowingDialog, fill, named
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.review.faces import StepTexts
from editor.ui.review.obstacle_list import ObstacleList
from editor.ui.review.who_field import WhoField
from editor.ui.review.words import Words
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import ReviewContext, now

_WIDTH = 560
Take = Callable[[By, str], object]


class StepDialog(GrowingDialog):
    """taken: the step is in the library. obstacle_chosen: the user leaves to see what is lacking."""

    taken = Signal()
    obstacle_chosen = Signal(object)

    def __init__(self, board: ReviewContext, face: StepTexts, take: Take, parent: QWidget | None = None) -> None:
        """Ask about the open issue. take: does it, or raises UserError."""
        super().__init__(face.title, parent)
        self._board, self._face, self._take = board, face, take
        self.setMinimumWidth(_WIDTH)
        roles = [role for role in Role if has_duty(role, face.step)]
        self.who = WhoField(board.members, board.likely(face.step), roles=roles)
        self.note = Words()
        self.message = StateLine()
        self.confirm, self.cancel = QPushButton(face.confirm), QPushButton(tr("取消"))
        self.before = ObstacleList(face.before) if face.before is not None else None
        self._lay_out()
        self._connect()
        self._update_enabled()
        (self.note if face.note else self.confirm).setFocus()

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        fill(stack, self._face.title, self._face.lead)
        if self.before:
            stack.addWidget(label(tr("还缺什么"), role="strong"))
            stack.addWidget(self.before)
            stack.addSpacing(8)
        stack.addLayout(named(tr("谁来做"), self.who))
        for name, part in self._face.more:
            stack.addLayout(named(name, part))
        if self._face.note:
            stack.addLayout(named(self._face.note, self._written()))
        stack.addWidget(self.message)
        stack.addStretch()
        stack.addSpacing(12)
        stack.addLayout(self._buttons())

    def _written(self) -> Words:
        self.note.setAccessibleName(self._face.note)
        self.note.setPlaceholderText(self._face.hint)
        return self.note

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        set_style(self.confirm, kind="danger" if self._face.danger else "primary")
        self.confirm.setDefault(True)
        self.confirm.setToolTip(tr("Ctrl+Enter"))
        self.cancel.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.confirm.clicked.connect(self._on_confirmed)
        self.who.changed.connect(self._update_enabled)
        self.note.textChanged.connect(self._forget)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.confirm.click)
        if self.before:
            self.before.chosen.connect(self._on_obstacle_chosen)

    # answers

    def _on_confirmed(self) -> None:
        try:
            name = self.who.settle(self._board.office)
            self._take(By(name=name, at=now()), self.note.toPlainText().strip())
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        self._board.settings.keep_member(self._face.step, name)
        self.accept()
        self.taken.emit()

    def _on_obstacle_chosen(self, one: Obstacle) -> None:
        self.reject()
        self.obstacle_chosen.emit(one)

    # showing

    def _update_enabled(self) -> None:
        """Say at once whether the one who is chosen may do it, and whether anybody may."""
        opened, name = self._board.session.opened_issue, self.who.message
        refused = refusal(opened.library, opened.issue, self._face.step, name) if opened and name else ""
        refused = refused or submission_words(self._face.before or ())
        self.message.show_message(refused, state="error" if refused else "")
        self.confirm.setEnabled(not refused)

    def _forget(self) -> None:
        if self.confirm.isEnabled():
            self.message.show_message("")
