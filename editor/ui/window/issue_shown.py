"""What the window shows of the open issue besides text and pages: which it is, its state, and where a change leads."""

import datetime as dt

from PySide6.QtCore import QObject

from editor.desk.issue_entry import IssueEntry
from editor.model.damage import DamageError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.number import Number
from editor.model.publication import Profile
from editor.model.workspace import Workspace
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.context import WindowContext
from editor.ui.window.frame import Frame
from editor.ui.window.open_article import OpenArticle
from editor.ui.window.overview_shown import OverviewShown


class IssueShown(QObject):
    """Of one window. It opens the library's newest issue where none is open, and shows an issue from its beginning."""

    def __init__(
        self,
        frame: Frame,
        context: WindowContext,
        article: OpenArticle,
        *,
        overview: OverviewShown,
        checks: CheckCommands,
    ) -> None:
        """Follow the session. frame: the bars and views that say it."""
        super().__init__(frame)
        self._frame, self._context, self._session = frame, context, context.session
        self._article, self._overview, self._checks = article, overview, checks
        self._session.issue_opened.connect(self._on_opened)
        self._session.changed.connect(self._on_changed)
        self._session.stepped.connect(self._on_stepped)
        article.needed.connect(self.show_state)

    def refresh(self) -> None:
        """Show what the library holds: the open issue again, or its newest."""
        entries, opened = self._session.library.issues(), self._session.opened_issue
        if opened is None and any(map(self._opened, entries)):
            return
        self._frame.top.show_entries(entries, opened.issue.uid if opened else "")
        self.show_state()

    def take_mended(self) -> None:
        """Show what was mended: the open issue as it is now, or one that can be opened again."""
        opened = self._session.opened_issue
        if opened:
            self._session.open(opened.issue.uid)
        else:
            self.refresh()

    def show_state(self) -> None:
        """Say which issue is open, show its articles or how to begin, and enable what can be used."""
        frame, front, opened = self._frame, self._article.front, self._session.opened_issue
        issue = opened.issue if opened else None
        frame.top.show_issue(issue, past=bool(opened and opened.past), writable=bool(opened and opened.writable))
        filled = opened is not None and any(opened.value.articles())
        shown = frame.article if filled else frame.empty_issue if issue else frame.empty
        frame.stack.setCurrentWidget(front.page if front.part else shown)
        if issue and not filled:
            frame.empty_issue.view.show_issue(issue)
        if issue is None:
            frame.empty.view.show_damaged(len(self._session.library.issues()))
        # where nothing is open, nothing was checked
        frame.light.setVisible(issue is not None)
        for part in (frame.fit, frame.format_bar):
            part.setVisible(filled and not front.part)
        self._context.states.refresh()
        name = issue.profile.masthead if issue else tr("简报编辑台")
        frame.setWindowTitle(tr("{name} — 简报编辑台", name=name) if issue else name)

    def _opened(self, entry: IssueEntry) -> bool:
        """Return whether an issue could be opened; a damaged one is said once the window is there."""
        try:
            self._session.open(entry.uid)
        except DamageError:
            return False
        return True

    def _on_opened(self) -> None:
        """Show another issue from its first article."""
        self._article.front.leave()
        self._frame.status.show_pages(tr("正在排版…"))
        self._frame.status.show_saved(None)
        self._frame.top.show_entries(self._session.library.issues(), self._context.opened.issue.uid)
        self.show_state()
        # the overview follows what was found
        self._checks.begin()
        self._context.outline.step(0)

    def _on_changed(self, before: Workspace, after: Workspace) -> None:
        if _headed(before.issue) != _headed(after.issue):
            self.show_state()
        if after.article(self._article.uid) is None:
            # the outline first: it leads to the neighbour
            self._overview.show()
            self._article.show_neighbour(before)

    def _on_stepped(self, before: Workspace, after: Workspace) -> None:
        """Lead to what undo or redo has changed."""
        self._overview.show()
        known = {article.uid: article for article in before.articles()}
        touched = [article.uid for article in after.articles() if known.get(article.uid) is not article]
        if touched and self._article.uid not in touched:
            self._context.show_article(touched[0])


def _headed(issue: Issue) -> tuple[Number, dt.date, Profile]:
    """Return what is said of an issue over everything."""
    return issue.number, issue.date, issue.profile
