"""摘编: the original on the left, sentence by sentence; on the right what is left of it, and how long that is."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from editor.desk.abridging import Abridgement, SentenceSource, abridgement_of
from editor.model.article import Article
from editor.model.body import Block
from editor.model.language import tr
from editor.ui.abridging.bars import AbridgingTop, OriginalBar, ResultBar
from editor.ui.abridging.original_sheet import OriginalSheet
from editor.ui.abridging.result_sheet import ResultSheet
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind
from editor.ui.kit.widgets import application, column, hairline
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon
from editor.ui.versions.bars import KeysBar

_LEAST = (960, 560)
_KEYS = (
    (("↑", "↓"), tr("上一句、下一句")),
    (("Ctrl+↓",), tr("下一段")),
    (("Shift+↓",), tr("选几句")),
    (("Alt+→",), tr("选半句")),
    (("K",), tr("留")),
    (("S",), tr("删")),
    (("Space",), tr("留删切换")),
    (("P",), tr("选整段")),
)


class AbridgingDialog(QDialog):
    """limit_chosen: 字数 that the result may have. made: what was decided, to be taken over once it is accepted."""

    limit_chosen = Signal(int)

    def __init__(self, article: Article, *, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = article.title.text or tr("（无标题）")
        self._article, self.made = article, abridgement_of(article)
        self._past, self._coming = list[Abridgement](), list[Abridgement]()
        self.question: MessageDialog | None = None
        self.setWindowTitle(tr("摘编：{title}", title=title))
        self.setModal(True)
        self.setMinimumSize(*_LEAST)
        set_style(self, ground="window")
        self.actions_by_name = _actions(self)
        self.top = AbridgingTop(title, self.actions_by_name, current_theme(application()))
        self.original, self.left = OriginalSheet(), ResultSheet()
        self.original_bar, self.result_bar = OriginalBar(), ResultBar()
        self._lay_out()
        self._connect()
        self.result_bar.show_limit(limit)
        self.show_own_text(tr("没有原件"))

    def show_waiting(self, name: str) -> None:
        """Say that the original is being read; nothing can be decided until it is."""
        self.original_bar.show_text(tr("原件"), tr("正在读“{name}”…", name=name), None)
        self.original.setEnabled(False)

    def show_original(self, blocks: Sequence[Block], name: str) -> None:
        """Show the original, with what was changed since. name: of its file."""
        made = abridgement_of(self._article, blocks)
        note = tr("；").join((name, *_remarks(made)))
        self._begin(made, tr("原件"), note)

    def show_own_text(self, note: str) -> None:
        """Show the article's own text. note: why not the original."""
        self._begin(abridgement_of(self._article), tr("现在的文字"), note)

    def reject(self) -> None:
        """Leave, after asking where something was decided."""
        if not self.made.changed():
            super().reject()
            return
        answers = (MessageAnswer(tr("不要了"), lambda: QDialog.reject(self)), MessageAnswer(tr("继续摘编")))
        message = Message(
            MessageKind.QUESTION, tr("这次摘编还没有采用"), tr("现在关掉，刚才留的、删的都不作数，文章不变。")
        )
        self.question = MessageDialog(message, self, answers=answers)
        self.question.open()

    # deciding

    def _begin(self, made: Abridgement, name: str, note: str) -> None:
        self.made = made
        self._past.clear()
        self._coming.clear()
        self.original.setEnabled(True)
        self.original_bar.show_text(name, note, made.whole_characters())
        self.original.show_text(made)
        self.original.setFocus()
        self._show()

    def _on_decided(self, struck: bool | None) -> None:  # noqa: FBT001 - a Qt slot
        """Strike or keep the chosen words, else the chosen sentences; None: the other way about."""
        words, chosen, made = self.original.words, self.original.chosen, self.made
        for unit, span in words:
            made = made.with_words(unit, span, struck=struck is not False)
        if not words:
            made = made.toggled(chosen) if struck is None else made.with_sentences(chosen, struck=struck)
        self._go_to(made)
        if struck is not None and not words and len(chosen) == 1:
            self.original.step(1)

    def _go_to(self, made: Abridgement) -> None:
        if made is not self.made:
            self._past.append(self.made)
            self._coming.clear()
            self.made = made
            self.original.show_decisions(made)
            self._show()

    def _step_back(self, left: list[Abridgement], kept: list[Abridgement]) -> None:
        if left:
            kept.append(self.made)
            self.made = left.pop()
            self.original.show_decisions(self.made)
            self._show()

    def _show(self) -> None:
        self.left.show_blocks(self.made.blocks())
        self._show_length()
        self._follow()
        changed = self.made.changed()
        self.top.use.setEnabled(changed)
        self.top.use.setToolTip(tr("正文换成右边的文字（Ctrl+Enter），可以撤销") if changed else tr("还没有留、删什么"))
        self.actions_by_name["undo"].setEnabled(bool(self._past))
        self.actions_by_name["redo"].setEnabled(bool(self._coming))

    def _show_length(self) -> None:
        self.result_bar.show_length(self.made.characters())

    def _follow(self) -> None:
        current = self.original.range.current
        if current:
            self.left.let_be_seen(self.made.units[current.unit].block.uid)

    def _on_limit_chosen(self, limit: int) -> None:
        self._show_length()
        self.limit_chosen.emit(limit)

    # building

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(column(self.original_bar, hairline(), self.original, ground="surface"), 1)
        row.addWidget(hairline(upright=True))
        row.addWidget(column(self.result_bar, hairline(), self.left, ground="surface"), 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.top)
        stack.addWidget(hairline())
        stack.addLayout(row, 1)
        stack.addWidget(hairline())
        stack.addWidget(KeysBar(_KEYS))

    def _connect(self) -> None:
        self.original.decided.connect(self._on_decided)
        self.original.moved.connect(self._follow)
        self.result_bar.limit_chosen.connect(self._on_limit_chosen)
        self.result_bar.done.connect(self.original.setFocus)
        self.top.use.clicked.connect(self.accept)
        acts = self.actions_by_name
        acts["close"].triggered.connect(self.reject)
        acts["undo"].triggered.connect(lambda: self._step_back(self._past, self._coming))
        acts["redo"].triggered.connect(lambda: self._step_back(self._coming, self._past))
        acts["use"].triggered.connect(self.top.use.click)


def _remarks(made: Abridgement) -> Iterator[str]:
    if any(unit.begun for unit in made.units):
        yield tr("划去的现在没有用")
    if any(SentenceSource.ARTICLE in unit.sources for unit in made.units):
        yield tr("加线的是收稿后改的")


def _actions(dialog: QDialog) -> dict[str, QAction]:
    made = {}
    for name, words, drawn, keys in (
        ("close", tr("关闭"), "close", ""),
        ("undo", tr("撤销"), "undo", "Ctrl+Z"),
        ("redo", tr("重做"), "redo", "Ctrl+Y"),
        ("use", tr("采用"), "check", "Ctrl+Return"),
    ):
        action = QAction(icon(drawn, current_theme(application())), words, dialog)
        action.setShortcut(QKeySequence(keys))
        dialog.addAction(action)
        made[name] = action
    return made
