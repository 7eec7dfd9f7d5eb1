"""What the bar opens below an article's step: who took it there, what is missing, the ways on and back, the history."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from editor.model.article_review import ArticleProgress
from editor.model.language import tr
from editor.ui.kit.progress_mark import StandingMark, progress_words
from editor.ui.kit.widgets import hairline, label
from editor.ui.theme.apply import set_style

_WIDTH, _INNER, _HISTORY = 352, 304, 168


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """What is shown. who: took it there, and when; word: why it was set back, in a sentence.

    lacking: why the next step has to wait, empty where it is open; on: steps it may take, the next one first;
    history: a line for every step taken; names: of all steps.
    """

    standing: ArticleProgress
    names: tuple[str, ...]
    who: str = ""
    word: str = ""
    lacking: str = ""
    on: tuple[str, ...] = ()
    back: bool = False
    history: tuple[str, ...] = ()


def pass_words(step: str) -> str:
    """Return what the button says that takes an article to a step."""
    return tr("过“{step}”", step=step)


class WayPanel(QFrame):
    """Goes where something was chosen, or clicked elsewhere, or at Escape."""

    step_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(tr("审稿和校对"))
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_style(self, ground="card")
        self._way: StepState | None = None
        self._mark, self._step = StandingMark(), label(role="strong")
        self.who, self.word, self.lacking, self.history = (label(role="small", ink="text2") for _ in range(4))
        set_style(self.word, ink="warn")
        set_style(self.lacking, ink="warn")
        self.back, self.other, self.next = _button(tr("退回…"), "quiet"), _button(tr("跳到"), "quiet"), _button("")
        self.other.setMenu(QMenu(self))
        self.other.setProperty("opens", "true")
        for words in (self._step, self.who, self.word, self.lacking, self.history):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setWordWrap(True)
        self._past = QScrollArea()
        self._lay_out()
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(lambda: self._go_on(self._way.on[0] if self._way and self._way.on else ""))

    def show_way(self, way: StepState) -> None:
        """Show where an article stands."""
        self._way = way
        self._mark.show_standing(way.standing)
        self._step.setText(progress_words(way.standing))
        for line, words in ((self.who, way.who), (self.word, way.word), (self.lacking, way.lacking)):
            line.setText(words)
            line.setVisible(bool(words))
        self.history.setText("\n".join(way.history))
        self._past.setVisible(bool(way.history))
        high = max(0, self.history.heightForWidth(_INNER))
        self.history.setFixedSize(_INNER, high)
        self._past.setFixedHeight(min(_HISTORY, high))
        self._show_steps(way)

    def take_focus(self) -> None:
        """Give the likeliest button the keyboard."""
        for button in (self.next, self.other, self.back):
            if button.isVisible() and button.isEnabled():
                button.setFocus(Qt.FocusReason.PopupFocusReason)
                return
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        # round corners show what lies below, so that Qt itself paints no ground
        painter, option = QPainter(self), QStyleOption()
        try:
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        finally:
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _show_steps(self, way: StepState) -> None:
        self.back.setVisible(way.back)
        self.next.setVisible(bool(way.on))
        self.other.setVisible(len(way.on) > 1)
        self.next.setEnabled(bool(way.on) and not way.lacking)
        if way.on:
            self.next.setText(pass_words(way.on[0]))
        menu = self.other.menu()
        menu.clear()
        for step in way.on[1:]:
            menu.addAction(step).triggered.connect(lambda _on=False, step=step: self._go_on(step))

    def _go_on(self, step: str) -> None:
        self.hide()
        if step:
            self.step_wanted.emit(step)

    def _go_back(self) -> None:
        self.hide()
        self.back_wanted.emit()

    def _lay_out(self) -> None:
        head, steps = QHBoxLayout(), QHBoxLayout()
        for row in (head, steps):
            row.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._step, 1)
        steps.addWidget(self.back)
        steps.addStretch()
        steps.addWidget(self.other)
        steps.addWidget(self.next)
        self._past.setFrameShape(QFrame.Shape.NoFrame)
        self._past.setAccessibleName(tr("经过"))
        self._past.setWidget(self.history)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(16, 12, 16, 12)
        stack.setSpacing(6)
        stack.addLayout(head)
        for part in (self.who, self.word, self.lacking):
            stack.addWidget(part)
        stack.addWidget(self._past)
        stack.addWidget(hairline())
        stack.addLayout(steps)


def _button(words: str, kind: str = "") -> QPushButton:
    made = QPushButton(words)
    made.setProperty("small", "true")
    set_style(made, kind=kind)
    return made
