"""The middle column: the open article with title, facts and body, and how it fits its pages."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from editor.desk.overview import ArticleLine
from editor.document.issue_document import article_lines
from editor.document.look import LookTable
from editor.model.issue import Article, Section
from editor.ui.article.body_view import BodyView
from editor.ui.article.facts import FactsView
from editor.ui.theme.apply import current_theme, mark
from editor.ui.theme.fonts import font
from editor.ui.widgets import SIZES, hairline, label

_TITLE_EMS = 26


class ArticleView(QScrollArea):
    """Shows one article at the page's measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("文章")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(SIZES["editor.min"])
        self._title, self._title_note = QLabel(), label(role="small", ink="text2")
        self._facts, self._body = FactsView(), BodyView()
        self._shown: tuple[Article, Section, Mapping[str, bytes], LookTable] | None = None
        self._measure = 0
        mark(self, ground="surface")
        self.setWidget(self._content())

    def show_article(self, article: Article, section: Section, pictures: Mapping[str, bytes], look: LookTable) -> None:
        """Show an article from its beginning."""
        other = self._shown is None or self._shown[0].uid != article.uid
        self._shown = (article, section, pictures, look)
        self._fill()
        if other:
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown and measure_for(self.viewport().width()) != self._measure:
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            # once the style sheet is through as well: it takes fonts away
            QTimer.singleShot(0, self, self._fill)

    def _content(self) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 24, 0, 32)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        self._title.setWordWrap(False)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (self._title, self._title_note, self._facts):
            inner.addWidget(part)
        inner.addSpacing(4)
        inner.addWidget(hairline())
        inner.addSpacing(16)
        inner.addWidget(self._body)
        inner.addStretch()
        row.addStretch()
        row.addLayout(inner)
        row.addStretch()
        return content

    def _fill(self) -> None:
        if self._shown is None:
            return
        article, section, pictures, look = self._shown
        self._measure = measure_for(self.viewport().width())
        lines = article_lines(article, title_width=look.title_width)
        face = font("title")
        face.setPixelSize(self._measure // _TITLE_EMS)
        self._title.setFont(face)
        self._title.setText("\n".join(lines))
        counts = " + ".join(str(len(line)) for line in lines)
        self._title_note.setText(f"{counts} 字 · 版心每行 {int(look.title_width + 0.05)} 字")
        self._facts.show_facts(article, section, measure=self._measure)
        self._facts.setFixedWidth(self._measure)
        app = QApplication.instance()
        assert isinstance(app, QApplication), "a view lives in an application"  # noqa: S101
        self._body.show_body(article.blocks, pictures, current_theme(app), self._measure)


class CopyFit(QWidget):
    """The strip below the article: its length, and how full its last page is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(32)
        mark(self, ground="window")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        self._words, self._percent = label(role="small", ink="text2"), label(role="small", ink="text2")
        self._caption = label("末页", role="small", ink="text2")
        self._fill = QProgressBar()
        self._fill.setTextVisible(False)
        self._fill.setFixedWidth(96)
        self._fill.setAccessibleName("末页填满的程度")
        row.addWidget(self._words)
        row.addStretch()
        for part in (self._caption, self._fill, self._percent):
            row.addWidget(part)
        self.show_line(None)

    def show_line(self, line: ArticleLine | None) -> None:
        """Show an article's length and fill; None: no article is open."""
        known = line is not None and line.fill is not None
        for part in (self._caption, self._fill, self._percent):
            part.setVisible(known)
        self._words.setText(fit_words(line) if line else "")
        if line and line.fill is not None:
            self._fill.setValue(line.fill)
            self._percent.setText(f"{line.fill}%")


def fit_words(line: ArticleLine) -> str:
    """Return an article's length and room, e.g. 本篇 769 字，排在 2 页上，余 5 行."""
    if line.pages is None:
        return f"本篇 {line.characters:,} 字"
    return f"本篇 {line.characters:,} 字，排在 {line.pages} 页上，余 {line.free_lines} 行"


def measure_for(width: int) -> int:
    """Return the text's width in px for a column's width: whole characters of 16 px, at most the design's measure."""
    return max(16 * 20, min(SIZES["measure"], width - 80) // 16 * 16)
