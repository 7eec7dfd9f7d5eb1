"""The right column: the chosen article as text or on its page, and what can be done with it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from editor.desk.archive.values import Hit, Query
from editor.model.article import Article
from editor.model.language import tr
from editor.pages.reports import PagesSet
from editor.ui.archive.marked_pages import MarkedPages
from editor.ui.archive.preview_sheet import PreviewSheet
from editor.ui.archive.syntax import Syntax
from editor.ui.kit.cut_buttons import CutButton
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import bar_frame, bar_tool, fill_column, hairline, label, tip_with_keys
from editor.ui.pages.layout import Fit, Zoom

TEXT, PAGE = "text", "page"
_WORDED = {"quote": (tr("作为引用插入"), tr("引用插入")), "reuse": (tr("复用为新稿"), tr("复用"))}
_WIDE = 556


class Preview(QWidget):
    """face_chosen: text or page. It decides nothing itself."""

    face_chosen = Signal(object)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """actions: of the view, by name."""
        super().__init__(parent)
        self._actions = actions
        self.face = Segments(tr("看什么"), ((TEXT, tr("文字")), (PAGE, tr("版面"))))
        self._stack = QStackedWidget(self)
        self.sheet, self.syntax, self.pages = PreviewSheet(self._stack), Syntax(self._stack), MarkedPages(self._stack)
        self._article = ""
        self._worded: dict[str, CutButton] = {}
        self.pages.set_zoom(Zoom(fit=Fit.PAGE))
        self._place = label(role="small", ink="text2")
        self._said = label(ink="text2")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setWordWrap(True)
        self._said.setContentsMargins(40, 0, 40, 0)
        for part in (self.syntax, self.sheet, self.pages, self._said):
            self._stack.addWidget(part)
        fill_column(self, self._bar(), hairline(), self._stack, ground="surface", grows=self._stack)
        self.face.show_key(TEXT)
        self.face.chosen.connect(self.face_chosen)
        self.sheet.moved.connect(self._show_place)
        self._show_place()

    @property
    def said(self) -> str:
        """What stands in place of an article, empty where one is shown."""
        return self._said.text() if self._stack.currentWidget() is self._said else ""

    @property
    def place_words(self) -> str:
        """What it says of the marks."""
        return self._place.text()

    @property
    def on_page(self) -> bool:
        """Whether the page is wanted, not the text."""
        return self.face.key == PAGE

    def show_syntax(self) -> None:
        """Show how queries are written."""
        self.sheet.show_nothing()
        self._stack.setCurrentWidget(self.syntax)

    def show_article(self, article: Article, hit: Hit, query: Query) -> None:
        """Show the text of a hit."""
        self.sheet.show_article(article, hit, query)
        if not self.on_page:
            self._stack.setCurrentWidget(self.sheet)

    def show_text(self) -> None:
        """Show the text again that stood here before."""
        self._stack.setCurrentWidget(self.sheet)

    def show_message(self, words: str) -> None:
        """Say something in place of an article."""
        self._said.setText(words)
        self._stack.setCurrentWidget(self._said)

    def expect_page(self, article: str) -> None:
        """Show the page of an article as soon as pages are there."""
        self._article = article
        self.show_message(tr("正在排版…"))

    def show_pages(self, report: PagesSet) -> None:
        """Show pages that were set."""
        self.pages.switch.show_pages(report)
        if self.on_page:
            self.show_page(self._article)

    def show_page(self, article: str) -> None:
        """Go to the first page of an article on the pages that are there."""
        self._article = article
        place = self.pages.facts.of(article) if self.pages.facts else None
        if place is None:
            self.show_message(tr("这一篇不在版面上。"))
            return
        self._stack.setCurrentWidget(self.pages)
        self.pages.navigator.go_to_sheet(place.start.sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for name, (whole, short) in _WORDED.items():
            self._worded[name].setText(whole if self.width() >= _WIDE else short)
        self._row.setSpacing(8 if self.width() >= _WIDE else 4)

    def _bar(self) -> QWidget:
        bar = QWidget(self)
        row = self._row = bar_frame(bar)
        row.setContentsMargins(16, 0, 8, 0)
        for name in _WORDED:
            button = self._worded[name] = _button(self._actions[name])
            row.addWidget(button)
        row.addWidget(bar_tool(self._actions["compare"]))
        row.addStretch()
        row.addWidget(self._place)
        self._steps: list[QToolButton] = []
        for name in ("previous", "next"):
            tool = bar_tool(self._actions[name])
            self._steps.append(tool)
            row.addWidget(tool)
        row.addWidget(self.face)
        row.addWidget(bar_tool(self._actions["open"]))
        return bar

    def _show_place(self) -> None:
        """Say which mark is in hand, and let the keys rest where there are none."""
        many, at = len(self.sheet.marks), self.sheet.at
        self._place.setText(f"{at + 1}/{many}" if at >= 0 else str(many) if many else "")
        for name in ("previous", "next"):
            self._actions[name].setEnabled(many > 0)


def _button(action: QAction) -> CutButton:
    button = CutButton(action.text())
    button.setIcon(action.icon())
    button.setProperty("small", "true")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    tip_with_keys(button, action)
    action.enabledChanged.connect(button.setEnabled)
    return button
