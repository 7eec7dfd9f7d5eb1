"""核红 of the open issue as it is seen: which galley it is compared with, the changes, the way to each of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from editor.desk.collating.baselines import Baseline, baselines, issue_then, usual
from editor.desk.collating.change import GalleyChange, GalleyPart
from editor.desk.collating.changes import galley_changes
from editor.desk.collating.ticking import Progress, progress, ticks_of
from editor.model.block_texts import printed_text
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.ui.collating.rows import CollateRow, rows_of
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import COLLATING
from editor.ui.kit.later import LaterPage

if TYPE_CHECKING:
    from editor.ui.collating.view import CollateView

_QUIET_MS = 300
# the cover shows the rest
_PARTS = {
    **dict.fromkeys(("credits", "contacts", "notice", "notice_label"), "credits"),
    **dict.fromkeys(("contents_heading",), "contents"),
    **dict.fromkeys(("publishers", "back_heading"), "back"),
}


class CollateShown(QObject):
    """Of one window. Nothing is compared before the list is asked for."""

    def __init__(self, context: WindowContext) -> None:
        """Follow the session of one window."""
        super().__init__(context.window)
        self._context = context
        self._page = LaterPage(self._make_view, self._fill)
        context.lists.add(self._page)
        self._asked = self._only_open = False
        self._found: tuple[Baseline, ...] = ()
        self._chosen: Baseline | None = None
        self._then: Issue | None = None
        self._fault = ""
        self.changes: tuple[GalleyChange, ...] = ()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.show_changes)
        session = context.session
        session.issue_opened.connect(self._on_opened)
        session.changed.connect(lambda _before, _after: self._quiet.start() if self._asked else None)
        session.stepped.connect(lambda _before, _after: self.show_changes() if self._asked else None)

    @property
    def view(self) -> "CollateView":
        """The list."""
        return self._page.view

    @property
    def then(self) -> Issue | None:
        """What the galley printed, None where nothing is compared."""
        return self._then

    @property
    def baseline(self) -> Baseline | None:
        """What is compared with."""
        return self._chosen

    def ask(self) -> None:
        """Look for galleys, and compare with the chosen one or the usual."""
        opened = self._context.session.opened_issue
        if opened is None:
            return
        self._asked = True
        self._found = baselines(opened.library, opened.issue.uid)
        chosen = self._chosen if self._chosen in self._found else usual(self._found, opened.issue)
        self._compare_with(chosen)

    def show_changes(self) -> None:
        """Show the changes as they stand."""
        self._quiet.stop()
        opened = self._context.session.opened_issue
        then, chosen = self._then, self._chosen
        compared = opened is not None and then is not None and chosen is not None
        self.changes = galley_changes(then, opened.issue, chosen.hash) if compared else ()  # type: ignore[union-attr,arg-type]
        self._context.lists.show_count(COLLATING, self.progress.open)
        self._page.refresh()

    @property
    def progress(self) -> Progress:
        """How far it is."""
        opened = self._context.session.opened_issue
        return progress(opened.issue, self.changes) if opened else Progress(done=0, of=0)

    def pages(self) -> dict[str, str]:
        """Return the printed page of each change that has one, by its key."""
        made = ((one.key, self._page_of(one)) for one in self.changes)
        return {key: page for key, page in made if page}

    def _page_of(self, change: GalleyChange) -> str:
        facts = self._context.pages.facts
        pages = facts.of(change.where) if facts else None
        if facts is None or pages is None:
            return ""
        extent = pages.extent(change.block) if change.block else None
        folio = facts.folio_of((extent[0] if extent else pages.start).sheet)
        return f"{folio:02}" if folio else ""

    def _on_opened(self) -> None:
        self._chosen, self._then, self.changes, self._fault = None, None, (), ""
        if self._asked:
            self.ask()

    def _compare_with(self, chosen: Baseline | None) -> None:
        opened = self._context.session.opened_issue
        self._chosen, self._then, self._fault = chosen, None, ""
        if opened and chosen:
            try:
                self._then = issue_then(opened.library, opened.issue.uid, chosen)
            except UserError as error:
                self._fault = str(error)
        self.show_changes()

    def _make_view(self, parent: QWidget) -> "CollateView":
        from editor.ui.collating.view import CollateView

        names = ("tick", "return", "paper", "mark")
        view = CollateView({f"collate.{name}": self._context.actions[f"collate.{name}"] for name in names}, parent)
        view.chosen.connect(self._lead_to)
        view.baseline_chosen.connect(lambda at: self._compare_with(self._found[at]))
        view.only_open_toggled.connect(self._on_only_open)
        return view

    def _on_only_open(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._only_open = on
        self._page.refresh()

    def _fill(self, view: "CollateView") -> None:
        opened = self._context.session.opened_issue
        ticks = ticks_of(opened.issue) if opened else {}
        view.show_baselines(self._found, self._chosen)
        view.show_rows(
            rows_of(self.changes, ticks, self.pages(), only_open=self._only_open),
            self.progress,
            fault=self._fault,
            writable=(bool(opened and not opened.library.read_only), bool(opened and opened.writable)),
        )

    def _lead_to(self, row: CollateRow) -> None:
        """Show a change in its article; the pages follow the caret, the keyboard stays where it is."""
        view, change = self._context.article, row.change
        if change.part in (GalleyPart.ISSUE_FIELD, GalleyPart.PROFILE_FIELD, GalleyPart.SECTION):
            self._show_front(change)
            return
        if self._context.opened.value.article(change.where) is None:
            return
        self._context.show_article(change.where)
        if change.tracked is None or not change.block:
            field = self._fields().get(change.field)
            if field:
                view.scrolling.reveal(field)
            return
        span = change.tracked.spans[0]
        block = next((one for one in view.body.blocks if one.uid == span.block), None)
        # a selection ends with its line: of a list the item
        line = printed_text(block)[span.start : span.end].split("\n")[0] if block else ""
        view.body.caret.show_span(span.block, (span.start, span.start + len(line)))
        view.scrolling.show_caret()

    def _show_front(self, change: GalleyChange) -> None:
        """Show the page of what stands before or behind the articles."""
        facts = self._context.pages.facts
        sheet = facts.sheet_of(_PARTS.get(change.field, "cover")) if facts else None
        if sheet:
            self._context.pages.navigator.go_to_sheet(sheet)

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
