"""Where the open article stands on its way through review and proof, and what leads on from there."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.model.article_review import ArticleProgress
from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.progress_mark import StandingMark, progress_words
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """What is shown. who: took it there, and when; word: why it was set back, in a sentence.

    lacking: why the next step has to wait, empty where it is open; on: steps it may take, the next one first;
    history: a line for every step taken.
    """

    standing: ArticleProgress
    who: str = ""
    word: str = ""
    lacking: str = ""
    on: tuple[str, ...] = ()
    back: bool = False
    history: tuple[str, ...] = ()


class WayPanel(QWidget):
    """Where it stands and what leads on, who took it there, what is missing, and the history when it is asked for."""

    step_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._step = StandingMark(), CutLabel(role="strong", end=True)
        self._who = CutLabel(role="small", ink="text2", end=True)
        self.back = _button(tr("退回…"), "quiet")
        self.other, self.next = _button(tr("跳到"), "quiet"), _button("")
        self.past = _button(tr("经过"), "quiet")
        self.other.setMenu(QMenu(self))
        self.other.setProperty("opens", "true")
        self.word, self.lacking, self.history = (label(role="small", ink="text2") for _ in range(3))
        self.past.setCheckable(True)
        for words in (self.word, self.lacking, self.history):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setWordWrap(True)
        self._build()
        self.past.toggled.connect(self.history.setVisible)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(
            lambda: self.step_wanted.emit(self._way.on[0]) if self._way and self._way.on else None
        )
        self._way: StepState | None = None
        self.hide()

    def show_way(self, way: StepState | None) -> None:
        """Show where an article stands; None: there is none."""
        self.setVisible(way is not None)
        if way is None or way == self._way:
            return
        self._way = way
        self._mark.show_standing(way.standing)
        self._step.show_text(progress_words(way.standing))
        self._who.show_text(way.who)
        self._who.setVisible(bool(way.who))
        self.past.setVisible(bool(way.history))
        self.history.setText("\n".join(way.history))
        self.history.setVisible(bool(way.history) and self.past.isChecked())
        for line, words in ((self.word, way.word), (self.lacking, way.lacking)):
            line.setText(words)
            line.setVisible(bool(words))
        self._show_steps(way)

    def _show_steps(self, way: StepState) -> None:
        self.back.setVisible(way.back)
        self.next.setVisible(bool(way.on))
        self.other.setVisible(len(way.on) > 1)
        self.next.setEnabled(bool(way.on) and not way.lacking)
        if way.on:
            self.next.setText(tr("过“{step}”", step=way.on[0]))
        menu = self.other.menu()
        menu.clear()
        for step in way.on[1:]:
            menu.addAction(step).triggered.connect(lambda _on=False, step=step: self.step_wanted.emit(step))

    def _build(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 4, 0, 0)
        stack.setSpacing(4)
        for left, right in (
            ((self._mark, self._step), (self.back, self.other, self.next)),
            ((self._who, self.past), ()),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            for part in left:
                row.addWidget(part)
            row.addStretch(1)
            for button in right:
                row.addWidget(button)
            stack.addLayout(row)
        for words in (self.word, self.lacking, self.history):
            stack.addWidget(words)
        self.history.hide()


def _button(words: str, kind: str = "") -> QPushButton:
    made = QPushButton(words)
    made.setProperty("small", "true")
    set_style(made, kind=kind)
    return made
