"""The strip below the article: its length, how full its last page is, and what to do where that is nearly empty."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from editor.desk.balancing.remedies import PageRemedy, RemedyKind
from editor.desk.overview import ArticleLine
from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

# px that the fill of the last page, the gaps and the edges take
_BESIDE = 96 + 5 * 12 + 40


class CopyFit(QWidget):
    """Amber where a few lines more than fit cost a page.

    remedy_wanted: a PageRemedy is to be applied; blanks_wanted: the open article takes its blank lines again.
    """

    remedy_wanted = Signal(object)
    blanks_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(32)
        set_style(self, ground="window")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        self._over = CutLabel(role="small", ink="warn", end=True)
        self._words = CutLabel(role="small", ink="text2", end=True)
        self._percent, self._caption = label(role="small", ink="text2"), label(tr("末页"), role="small", ink="text2")
        self._fill = QProgressBar()
        self._fill.setTextVisible(False)
        self._fill.setFixedWidth(96)
        self._fill.setAccessibleName(tr("末页填满的程度"))
        self.tighten = _button(tr("收紧"), tr("小标题前不空行，省下末页；版式、字号和行距不变"))
        self.run_on = _button(tr("下一篇接排"), tr("下一篇不另起一页，接在本篇末页上"))
        self.blanks = _button(tr("恢复空行"), tr("本篇收紧过：小标题前再空一行"))
        self._remedies: dict[RemedyKind, PageRemedy] = {}
        self.tighten.clicked.connect(lambda: self.remedy_wanted.emit(self._remedies[RemedyKind.TIGHTEN]))
        self.run_on.clicked.connect(lambda: self.remedy_wanted.emit(self._remedies[RemedyKind.RUN_ON]))
        self.blanks.clicked.connect(self.blanks_wanted)
        left: tuple[QWidget, ...] = (self._over, *self._buttons, self._words)
        for part in left:
            row.addWidget(part)
        row.addStretch()
        for part in (self._caption, self._fill, self._percent):
            row.addWidget(part)
        self.show_line(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the length out where both sentences would be cut; the status line says it as well."""
        parts = (self._caption, self._percent, *(one for one in self._buttons if not one.isHidden()))
        beside = sum(part.sizeHint().width() + 12 for part in parts) + _BESIDE
        needed = self._over.sizeHint().width() + self._words.sizeHint().width() + beside
        self._words.setVisible(not self._over.whole or self.width() >= needed)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.tighten, self.run_on, self.blanks

    @property
    def message(self) -> str:
        """What the strip says."""
        return "　".join(part.whole for part in (self._over, self._words) if part.whole)

    def show_line(self, line: ArticleLine | None, *, writable: bool = True) -> None:
        """Show an article's length and fill; None: no article is open. writable: remedies can be applied."""
        fill = line.fill if line else None
        for part in (self._caption, self._fill, self._percent):
            part.setVisible(fill is not None)
        over = over_words(line) if line else ""
        self._over.show_text(over)
        self._over.setVisible(bool(over))
        self._words.show_text(fit_words(line) if line else "")
        self._remedies = {one.kind: one for one in line.remedies} if line and writable else {}
        self.tighten.setVisible(RemedyKind.TIGHTEN in self._remedies)
        self.run_on.setVisible(RemedyKind.RUN_ON in self._remedies)
        self.blanks.setVisible(bool(line and line.tight and writable))
        self._make_room()
        if fill is not None:
            self._fill.setValue(fill)
            self._percent.setText(f"{fill}%")
            set_style(self._fill, state="warn" if over else "")


def _button(words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setProperty("small", "true")
    made.setToolTip(tip)
    set_style(made, kind="tool")
    return made


def over_words(line: ArticleLine) -> str:
    """Return what would save a page, empty where little could."""
    if line.over is None:
        return tr("末页只有 {n} 行", n=line.remedies[0].lines) if line.remedies else ""
    saving = tr("，删 {n} 字可省一页", n=line.over.characters) if line.over.characters else ""
    return tr("超出 {n} 行{saving}", n=line.over.lines, saving=saving)


def fit_words(line: ArticleLine) -> str:
    """Return an article's length and room, e.g. 本篇 769 字，排在 2 页上，余 5 行."""
    if line.pages is None:
        return tr("本篇 {characters:,} 字", characters=line.characters)
    return tr(
        "本篇 {characters:,} 字，排在 {n} 页上，余 {free_lines} 行",
        characters=line.characters,
        n=line.pages,
        free_lines=line.free_lines,
    )
