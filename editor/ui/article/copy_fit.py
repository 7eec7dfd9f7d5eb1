"""The strip below the article: its length, and how full its last page is."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from editor.desk.overview import ArticleLine
from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

# px that the fill of the last page, the gaps and the edges take
_BESIDE = 96 + 5 * 12 + 40


class CopyFit(QWidget):
    """Amber where a few lines more than fit cost a page."""

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
        row.addWidget(self._over)
        row.addWidget(self._words)
        row.addStretch()
        for part in (self._caption, self._fill, self._percent):
            row.addWidget(part)
        self.show_line(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the length out where both sentences would be cut; the status line says it as well."""
        beside = sum(part.sizeHint().width() for part in (self._caption, self._percent)) + _BESIDE
        needed = self._over.sizeHint().width() + self._words.sizeHint().width() + beside
        self._words.setVisible(not self._over.whole or self.width() >= needed)

    @property
    def message(self) -> str:
        """What the strip says."""
        return "　".join(part.whole for part in (self._over, self._words) if part.whole)

    def show_line(self, line: ArticleLine | None) -> None:
        """Show an article's length and fill; None: no article is open."""
        fill = line.fill if line else None
        for part in (self._caption, self._fill, self._percent):
            part.setVisible(fill is not None)
        over = over_words(line) if line else ""
        self._over.show_text(over)
        self._over.setVisible(bool(over))
        self._words.show_text(fit_words(line) if line else "")
        self._make_room()
        if fill is not None:
            self._fill.setValue(fill)
            self._percent.setText(f"{fill}%")
            set_style(self._fill, state="warn" if over else "")


def over_words(line: ArticleLine) -> str:
    """Return what would save a page, empty where little could."""
    if line.over is None:
        return ""
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
