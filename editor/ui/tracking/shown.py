"""Tracked changes of the open issue as they are seen: in the list, in the text, and on the switch."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.model.article import Article
from editor.model.block_texts import printed_text
from editor.model.language import tr
from editor.model.tracking import base_of
from editor.text.tracked import ChangeDecision
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import TRACKING
from editor.ui.commands.places import CommandMenu
from editor.ui.kit.later import LaterPage
from editor.ui.kit.tints import Layer
from editor.ui.tracking.marks import body_marks, title_marks
from editor.ui.tracking.rows import ChangeRow, FoundChanges, Row

if TYPE_CHECKING:
    from editor.ui.tracking.view import TrackingView


_QUIET_MS = 300
_NAMES = {ChangeDecision.ACCEPTED: "accept", ChangeDecision.REJECTED: "reject"}


class TrackedChanges(QObject):
    """Of one window. decided: the user has, in the list."""

    decided = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        """Follow the session of one window."""
        super().__init__(context.window)
        self._context = context
        self._found = FoundChanges()
        self._rows: tuple[Row, ...] = ()
        self._page = LaterPage(self._make_view, self._fill)
        context.lists.add(self._page)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.show_changes)
        session = context.session
        session.issue_opened.connect(self.show_changes)
        session.changed.connect(lambda _before, _after: self._quiet.start())
        session.stepped.connect(lambda _before, _after: self.show_changes())

    @property
    def view(self) -> "TrackingView":
        """Their list."""
        return self._page.view

    def open_article(self) -> Article | None:
        """Return the open article as it stands in the issue, None where none is open."""
        opened, shown = self._context.session.opened_issue, self._context.article.article
        return opened.value.article(shown.uid) if opened and shown else None

    def show_changes(self) -> None:
        """Show the changes as they stand, in the list and in the text."""
        self._quiet.stop()
        opened = self._context.session.opened_issue
        self._rows = self._found.rows(opened.value) if opened else ()
        self._show_switch()
        self._context.lists.show_count(TRACKING, sum(isinstance(row, ChangeRow) for row in self._rows))
        self._page.refresh()
        self._mark()

    def show_article(self) -> None:
        """Follow to another article."""
        self._show_switch()
        self._mark()

    def _make_view(self, parent: QWidget) -> "TrackingView":
        from editor.ui.tracking.view import TrackingView

        actions = self._context.actions
        view = TrackingView(
            actions["track.toggle"],
            {verdict: actions[f"track.{name}"] for verdict, name in _NAMES.items()},
            [action for action, _ in actions.placed(CommandMenu.ALL_CHANGES)],
            parent,
        )
        view.chosen.connect(self._lead_to)
        view.decided.connect(self.decided)
        return view

    def _fill(self, view: "TrackingView") -> None:
        opened = self._context.session.opened_issue
        view.show_rows(self._rows, writable=bool(opened and opened.writable))

    def _mark(self) -> None:
        view, article = self._context.article, self._context.article.article
        rows = [row for row in self._rows if isinstance(row, ChangeRow) and article and row.article == article.uid]
        blocks = {block.uid: block for block in article.blocks} if article else {}
        view.body.marks.show(Layer.TRACKED, [mark for row in rows for mark in body_marks(row, blocks)])
        titles = [row for row in rows if row.made.change.field == "title"]
        marks = [mark for row in titles for mark in title_marks(row, article)] if article else []
        view.title.marks.show(Layer.TRACKED, marks)

    def _show_switch(self) -> None:
        article, action = self.open_article(), self._context.actions["track.toggle"]
        on = article is not None and base_of(article) is not None
        action.setChecked(on)
        action.setToolTip(tr("修订：已打开") if on else tr("修订：没有打开"))

    def _lead_to(self, row: ChangeRow) -> None:
        """Show a change in its article; the keyboard stays where it is."""
        view, change = self._context.article, row.made.change
        self._context.show_article(row.article)
        if change.field != "blocks":
            field = self._fields().get(change.field)
            if field:
                view.scrolling.reveal(field)
        elif change.spans and change.spans[0].block:
            span = change.spans[0]
            block = next((one for one in view.body.blocks if one.uid == span.block), None)
            # a selection ends with its line: of a list the item
            line = printed_text(block)[span.start : span.end].split("\n")[0] if block else ""
            view.body.caret.show_span(span.block, (span.start, span.start + len(line)))
            view.scrolling.show_caret()

    def _fields(self) -> dict[str, QWidget]:
        view = self._context.article
        facts = view.facts
        return {
            "title": view.title,
            "subtitle": facts.subtitle,
            "contents_title": facts.contents,
            "source": facts.source,
            "link": facts.link,
            "link_caption": facts.caption,
            "page_start": facts.start,
        }
