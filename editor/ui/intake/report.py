"""What came in, what of it was guessed, what was left out, and what did not come in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.desk.intake.outcomes import ReadArticle, RefusedFile
from editor.model.language import tr
from editor.model.origin import COPIED_PAGE
from editor.ui.intake.folded_lines import FoldedLines
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row
from editor.ui.kit.intake_words import cleaned_summary, furniture_summary, guesses_words
from editor.ui.kit.pieces import CutLabel, StateLine
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_WIDTH, _HEIGHT = 640, 440


class IntakeReport(GrowingDialog):
    """One block a file: title and name, then what is to be looked at."""

    def __init__(
        self,
        read: Sequence[ReadArticle],
        refused: Sequence[RefusedFile],
        *,
        where: str,
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """where: the name of the place that they went to, empty for what was collected; notes: sentences on all."""
        super().__init__(tr("来稿"), parent)
        self.setMinimumWidth(_WIDTH)
        self.resize(_WIDTH, _HEIGHT)
        self.lines: list[str] = []
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 12, 0)
        self._inside.setSpacing(4)
        close = QPushButton(tr("知道了"))
        close.clicked.connect(self.accept)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 20)
        stack.setSpacing(8)
        stack.addWidget(label(intake_summary(len(read), len(refused), where or tr("收件")), role="view"))
        stack.addWidget(label(_lead(len(read), len(refused), by_itself=not where), ink="text2"))
        stack.addSpacing(4)
        for words in notes:
            self._say(words, "warn")
        for failed in refused:
            self._add_file(failed.path.name, "", ((failed.message, "error"),))
        for one in read:
            self._add_file(one.article.title.text or tr("（无标题）"), _came_from(one), _of_article(one))
            self._fold(furniture_summary(one.furniture), one.furniture.messages)
            self._fold(cleaned_summary(one.cleaned), one.cleaned)
        stack.addWidget(self._scrolled(), 1)
        stack.addLayout(buttons_row(close))

    def _add_file(self, title: str, name: str, said: Sequence[tuple[str, str]]) -> None:
        if self._inside.count():
            self._inside.addSpacing(8)
        head, small = CutLabel(role="strong", end=True), CutLabel(role="small", ink="text3")
        head.show_text(title)
        small.show_text(name)
        self._inside.addWidget(head)
        if name:
            self._inside.addWidget(small)
        for words, state in said:
            self._say(words, state)

    def _say(self, words: str, state: str) -> None:
        line = StateLine()
        line.show_message(words, state=state)
        self.lines.append(words)
        self._inside.addWidget(line)

    def _fold(self, summary: str, lines: Sequence[str]) -> None:
        if lines:
            self.lines += (summary, *lines)
            self._inside.addWidget(FoldedLines(summary, lines))

    def _scrolled(self) -> QScrollArea:
        content, area = QWidget(), QScrollArea()
        self._inside.addStretch()
        content.setLayout(self._inside)
        set_style(content, ground="raised")
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("需要看一看的地方"))
        return area


def intake_summary(read: int, refused: int, where: str) -> str:
    """Return what came in, e.g. 收下 3 篇，放进待编；1 个没有收."""
    came = tr("收下 {n} 篇，放进{where}", n=read, where=where) if read else ""
    left = tr("{n} 个文件没有收", n=refused) if refused else ""
    return tr("；").join(part for part in (came, left) if part)


def _came_from(one: ReadArticle) -> str:
    """Return the file, or the page that was copied where it is known."""
    origin = one.article.archive.origin
    return origin.address if origin and origin.name == COPIED_PAGE and origin.address else one.path.name


def _lead(read: int, refused: int, *, by_itself: bool) -> str:
    if not read:
        return tr("刊库没有变。")
    if by_itself:
        return tr("自动收来的都在收件里，不用的退稿或删去；原件都存在刊库里。")
    undo = tr("Ctrl+Z 一步撤销；原件都存在刊库里。")
    return tr("没有收的写明了怎么办。{undo}", undo=undo) if refused else undo


def _of_article(one: ReadArticle) -> tuple[tuple[str, str], ...]:
    words = guesses_words(one.article)
    left = tuple((message, "warn") for message in one.notable)
    said = (*(((words, "warn"),) if words else ()), *left)
    whole = () if said else ((tr("完整收下，没有猜的，也没有丢下什么。"), "ok"),)
    return (*said, *whole)
