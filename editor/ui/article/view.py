"""The middle column: the open article with title, facts and body under edit."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor.desk.printable_issue import PrintableIssue
from editor.desk.used_words import UsedWords
from editor.document.look import LookTable
from editor.model.article import Article, Title
from editor.model.body import Block
from editor.model.guesses import open_guesses
from editor.model.language import tr
from editor.model.origin import ManuscriptField
from editor.ui.article.facts_fold import FactsFold
from editor.ui.article.guess_mark import GuessMark
from editor.ui.article.scrolling import ArticleScrolling
from editor.ui.article.title_note import show_title_note
from editor.ui.body.editor import BodyEditor
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.title_editor import TITLE_ROOM, TitleEditor
from editor.ui.kit.widgets import SIZES, application, hairline
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.tokens import Theme

# px above and below what scrolls
_ABOVE, _BELOW = 16, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownArticle:
    """An article as it is shown. section: uid of its section, PENDING for 待编."""

    article: Article
    opened: PrintableIssue
    section: str
    look: LookTable
    writable: bool


class ArticleView(QScrollArea):
    """Shows one article at the page's measure. edited: name of the step, the article, name under which steps join.

    scrolling: brings into view where the user writes.
    """

    edited = Signal(str, object, str)
    section_wanted = Signal(str)
    object_opened = Signal(str)
    left = Signal()
    turned = Signal()
    message = Signal(str)
    place_changed = Signal()

    def __init__(self, theme: Theme, words: Callable[[], UsedWords], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("文章"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(SIZES["editor.least"])
        self.title, self._title_note = TitleEditor(), CutLabel(role="small", ink="text2", end=True)
        self.fold, self.body = FactsFold(theme, words), BodyEditor(theme)
        self.facts = self.fold.editor
        self.title_guess = GuessMark(ManuscriptField.TITLE)
        self._below_title = _beside(self.title_guess, self._title_note)
        self._line = hairline()
        self._shown: ShownArticle | None = None
        self._measure = 0
        self.scrolling = ArticleScrolling(self, self.title, self.body, self.fold)
        # once for all that one key moves
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(0)
        self._place_timer.timeout.connect(self.place_changed)
        set_style(self, ground="surface")
        self.setWidget(self._content())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._connect()

    @property
    def article(self) -> Article | None:
        """The article as it stands here."""
        return self._shown.article if self._shown else None

    def show_article(self, shown: ShownArticle) -> None:
        """Show an article; another one from its beginning, the same one with caret and scrolling kept."""
        now = self._shown
        if now and now.article is shown.article and replace(now, opened=shown.opened) == shown and _same(now, shown):
            self._shown = shown
            return
        other = now is None or now.article.uid != shown.article.uid
        self._shown = shown
        self._fill(other=other)
        if other:
            self.verticalScrollBar().setValue(0)
            self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = _room(self)
        # as much as a title has at its right for the handles of its breaks
        left = max(0, min(TITLE_ROOM, room - measure_for(room) - TITLE_ROOM))
        # the text stands where it is when an article is so long that the scroll bar comes
        self._row.setContentsMargins(left, _ABOVE, max(0, self.viewport().width() - room), _BELOW)
        if self._shown and measure_for(_room(self)) != self._measure:
            self._fill(other=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Write on at the end of the text: what is blank below it looks as if it belonged to it."""
        super().mousePressEvent(event)
        below = event.position().y() > self.body.mapTo(self, QPoint(0, self.body.height())).y()
        if self._shown and below and event.button() == Qt.MouseButton.LeftButton:
            self.body.moveCursor(QTextCursor.MoveOperation.End)
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown:
            # once the style sheet is through as well: it takes fonts away
            QTimer.singleShot(0, self, lambda: self._fill(other=False))

    def go_to_block(self, uid: str) -> None:
        """Go on writing at a block: caret there, in view, flashing. uid: empty or unknown leads to the title."""
        target = self.body if self.body.caret.go_to_block(uid) else self.title
        # the click may have come from the pages' own window
        self.activateWindow()
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scrolling.lead()

    def _content(self) -> QWidget:
        content = QWidget()
        self._row = row = QHBoxLayout(content)
        row.setContentsMargins(0, _ABOVE, 0, _BELOW)
        row.setSpacing(0)
        inner = QVBoxLayout()
        inner.setSpacing(4)
        for part in (self.title, self._below_title, self.fold, self._line):
            inner.addWidget(part)
        inner.addSpacing(8)
        inner.addWidget(self.body)
        inner.addStretch()
        row.addStretch()
        row.addLayout(inner)
        row.addStretch()
        return content

    def _connect(self) -> None:
        self.title.edited.connect(self._on_title_edited)
        self.title.finished.connect(self.fold.enter)
        self.title_guess.clicked.connect(lambda _on: self.facts.accept_guesses((ManuscriptField.TITLE,)))
        self.body.entered.connect(self.fold.leave)
        self.facts.edited.connect(lambda edit: self._tell(edit.name, edit.article, edit.step))
        self.facts.section_wanted.connect(self.section_wanted)
        self.facts.message.connect(self.message)
        self.body.message.connect(self.message)
        self.body.edited.connect(self._on_body_edited)
        self.body.object_opened.connect(self.object_opened)
        self.body.caret_moved.connect(self._on_caret_moved)
        for part in (self.title, self.facts, self.body):
            part.left.connect(self.left)

    def _on_title_edited(self, title: Title) -> None:
        if self._shown:
            article = replace(self._shown.article, title=title)
            self._tell(tr("改标题"), article, f"title:{article.uid}")
            show_title_note(self._title_note, article, self._shown.look)

    def _on_body_edited(self, blocks: tuple[Block, ...], step: str) -> None:
        if self._shown:
            article = replace(self._shown.article, blocks=blocks)
            self._tell(self.body.edits.title or tr("改正文"), article, f"{step}:{article.uid}" if step else "")

    def _tell(self, name: str, article: Article, step: str) -> None:
        if self._shown:
            self._shown = replace(self._shown, article=article)
            self._show_title_guess()
            self.facts.keep(article)
            self.edited.emit(name, article, step)

    def _show_title_guess(self) -> None:
        shown = self._shown
        still = shown and shown.writable and ManuscriptField.TITLE in open_guesses(shown.article)
        self.title_guess.setVisible(bool(still))

    def _on_caret_moved(self) -> None:
        if self.body.editing.texts.has_focus():
            self.scrolling.show_caret()
        self._place_timer.start()

    def _fill(self, *, other: bool) -> None:
        if self._shown is None:
            return
        shown = self._shown
        self._measure = measure_for(_room(self))
        # what fits on a line of the page fits on a line here
        pixels = int(self._measure / shown.look.title_width)
        self.title.show_title(shown.article.title, measure=self._measure, pixels=pixels, other=other)
        self.title.setReadOnly(not shown.writable)
        show_title_note(self._title_note, shown.article, shown.look)
        self._show_title_guess()
        self.fold.show_facts(shown.article, shown.opened.issue, shown.section, writable=shown.writable, other=other)
        for part in (self._below_title, self.fold, self._line):
            part.setFixedWidth(self._measure)
        theme = current_theme(application())
        self.body.setReadOnly(not shown.writable)
        self.body.show_body(shown.article.blocks, shown.opened.pictures, theme, self._measure, other=other)


def _beside(mark: QWidget, words: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(mark)
    row.addWidget(words, 1)
    return made


def _room(area: QScrollArea) -> int:
    """Return the width beside the scroll bar, whether it is there or not."""
    return area.width() - area.verticalScrollBar().sizeHint().width()


def measure_for(width: int) -> int:
    """Return the text's width in px for a column's width: whole characters of 16 px, at most the design's measure."""
    return max(16 * 20, min(SIZES["measure"], width - 80) // 16 * 16)


def _same(before: ShownArticle, shown: ShownArticle) -> bool:
    """Return whether everything else that is shown of the issue is what it was: typing must cost nothing here."""
    one, other = before.opened, shown.opened
    sections = [[(part.uid, part.name, part.page_start) for part in each.issue.sections] for each in (one, other)]
    return one.pictures is other.pictures and sections[0] == sections[1] and one.issue.date == other.issue.date
