"""What is done with the parts before and behind the articles: credits page and back matter."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from editor.checks.finding import Finding
from editor.desk.checking.check import previous_issue
from editor.desk.printable_issue import PrintableIssue
from editor.document.cover_plan import cover_plan
from editor.document.coverage import unprintable
from editor.document.issue_document import issue_cover
from editor.document.look import look_table
from editor.model.article import Title
from editor.model.cover_articles import cover_articles
from editor.model.credit_filling import article_editors, filled_front
from editor.model.edits import put_issue
from editor.model.front import Front, front_of
from editor.model.front_changes import differences
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.page_facts import PageFacts, Spot
from editor.model.picture import Picture
from editor.model.publication import Publisher
from editor.model.saying import said_number
from editor.model.workspace import Workspace
from editor.ui.commands.context import WindowContext
from editor.ui.credits.front_services import services_of
from editor.ui.credits.parts import BACK, COVER, CREDITS, NAMES, part_of
from editor.ui.credits.services import FrontScene
from editor.ui.kit.later import LaterPage

if TYPE_CHECKING:
    from editor.ui.credits.cover_list import CoverListShown
    from editor.ui.credits.view import PartView


class OpenPart(QObject):
    """Shows these parts in the middle column of one window, and writes what is changed there."""

    def __init__(self, context: WindowContext, middle: QStackedWidget) -> None:
        super().__init__(context.window)
        self._context, self._session = context, context.session
        self._previous: tuple[str, Issue | None] = ("", None)
        self.part = ""
        self.services = services_of(context, self.show)
        self.page = LaterPage(self._make_view)
        middle.addWidget(self.page)
        self._session.issue_opened.connect(lambda: setattr(self, "_previous", ("", None)))
        self._session.changed.connect(lambda _before, _after: self.show())
        self._session.stepped.connect(self._on_stepped)
        context.pages.spot_clicked.connect(self._on_spot_clicked)

    @property
    def view(self) -> "PartView":
        """Their forms."""
        return self.page.view

    @property
    def name(self) -> str:
        """What the open part is called, empty for none."""
        return NAMES.get(self.part, "")

    def open(self, part: str) -> bool:
        """Show a part; False for one that has no form."""
        self.part = part if part in (CREDITS, BACK, COVER) else ""
        self._context.opened.close_step()
        self.show()
        if self.part:
            self.view.begin()
        return bool(self.part)

    def leave(self) -> None:
        """Give the middle column back to the articles."""
        self.part = ""

    def show(self) -> None:
        """Show the open part as it stands."""
        if not self.part:
            return
        opened, printable = self._context.opened, self._context.opened.printable
        if self.part == COVER:
            self._show_cover(printable, writable=opened.writable)
            return
        front, former = filled_front(opened.issue), self._former(opened.issue)
        before = front_of(former) if former else None
        scene = FrontScene(
            front=front,
            writable=opened.writable,
            before=before,
            differences=differences(front, before) if before else (),
            pictures=printable.pictures,
            unprintable="".join(unprintable(_names(front), tuple(one.face for one in printable.look.added))),
            editors=article_editors(opened.issue),
        )
        named = said_number(former.number)[-1] if former else ""
        others = (*printable.publication.profile.publishers, *(former.profile.publishers if former else ()))
        self.view.show_part(self.part, scene, former=named, others=_once(others))

    def _make_view(self, parent: QWidget) -> "PartView":
        from editor.ui.credits.view import PartView

        view = PartView(self.services, parent)
        view.resized.connect(self.show)
        view.cover.headline_edited.connect(
            lambda title: self._put(tr("改头条标题"), lambda issue: replace(issue, headline=title), step="headline")
        )
        view.cover.articles_chosen.connect(
            lambda uids: self._put(
                tr("导读照栏目自动排") if uids is None else tr("选导读"),
                lambda issue: replace(issue, cover_articles=uids),
            )
        )
        view.cover.picture_chosen.connect(
            lambda picture: self._put(
                tr("换封面图片") if picture else tr("去掉封面图片"),
                lambda issue: replace(issue, cover_picture=picture),
            )
        )
        view.people.clicked.connect(self._context.actions["registers.people"].trigger)
        view.profile.clicked.connect(self._context.actions["profile.edit"].trigger)
        return view

    def _show_cover(self, printable: PrintableIssue, *, writable: bool) -> None:
        from editor.ui.credits.cover import CoverShown

        issue, look = printable.issue, look_table(printable.issue.look)
        lead = next((article.title for article in issue.articles()), Title(text=""))
        self.view.show_cover(
            CoverShown(
                headline=issue.headline,
                picture=issue.cover_picture,
                lead=lead,
                width=look.measure / look.points("type.headline"),
                pictures=printable.pictures,
                writable=writable,
                listed=_listed(issue),
            )
        )

    def show_finding(self, finding: Finding) -> None:
        """Go to the row that a finding speaks of."""
        if self.part and finding.place.where == self.part:
            self.view.go_to(finding.place.block)

    def take_focus(self) -> None:
        """Give the open part the keyboard."""
        if self.part:
            self.view.take_focus()

    # the cover

    def _put(self, words: str, change: Callable[[Issue], Issue], *, step: str = "") -> None:
        self._context.opened.apply(words, lambda space: put_issue(space, change(space.issue)), step=step)

    # the work

    def _former(self, issue: Issue) -> Issue | None:
        if self._previous[0] != issue.uid:
            self._previous = (issue.uid, previous_issue(self._session.library, issue))
        return self._previous[1]

    def _on_spot_clicked(self, spot: Spot, _x: int) -> None:
        """Open the part whose page was clicked, as a click into an article opens it."""
        facts = self._context.pages.facts
        part = _part_at(self._context.opened.issue, facts, spot.sheet) if facts else ""
        if part and part != self.part:
            self._context.outline.choose(part)
            self._context.outline.part_chosen.emit(part)

    def _on_stepped(self, before: Workspace, after: Workspace) -> None:
        """Lead to what undo or redo changed here."""
        one, other = front_of(before.issue), front_of(after.issue)
        touched = {part_of(found) for found in differences(other, one)} if one != other else set()
        if _cover(before.issue) != _cover(after.issue):
            touched = {COVER}
        if touched and self.part not in touched:
            part = next(name for name in (COVER, CREDITS, BACK) if name in touched)
            self._context.outline.choose(part)
            self._context.outline.part_chosen.emit(part)


def _part_at(issue: Issue, facts: PageFacts, sheet: int) -> str:
    """Return the part on a page (from 1), empty for pages of contents and articles."""
    if sheet == 1:
        return COVER
    if sheet == 2 and (issue.credits or issue.contacts or issue.profile.notice):
        return CREDITS
    return BACK if sheet == facts.sheets and issue.profile.publishers else ""


def _names(front: Front) -> str:
    return "".join(name.text for credit in front.credits for name in credit.names)


def _cover(issue: Issue) -> tuple[Title, Picture | None, tuple[str, ...] | None]:
    return issue.headline, issue.cover_picture, issue.cover_articles


def _listed(issue: Issue) -> "CoverListShown":
    from editor.ui.credits.cover_list import CoverListShown, ListedArticle

    look = look_table(issue.look)
    plan = cover_plan(issue_cover(issue, title_width=look.title_width), look)
    return CoverListShown(
        articles=tuple(
            ListedArticle(uid=article.uid, title=article.contents_line, section=section.name)
            for section in issue.sections
            for article in section.articles
        ),
        named=tuple(article.uid for article in cover_articles(issue)),
        fits=len(plan.lines),
        own=issue.cover_articles is not None,
    )


def _once(publishers: tuple[Publisher, ...]) -> tuple[Publisher, ...]:
    """Return publishers once each, the first of a name."""
    return tuple({one.name: one for one in reversed(publishers)}.values())[::-1]
