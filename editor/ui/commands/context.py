"""What commands get: what is open, the three columns, and how to say and show something."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from editor.ui.app.settings import Settings
from editor.ui.article.view import ArticleView
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.current import CommandStates
from editor.ui.commands.left_lists import LeftLists
from editor.ui.outline.view import OutlineView
from editor.ui.pages.bridge import PagesBridge
from editor.ui.pages.view import PagesView
from editor.ui.theme.tokens import Theme
from editor.ui.work.opened_issue import OpenedIssue
from editor.ui.work.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowContext:
    """Of one window. session: knows whether an issue is open; lists: of the left column.

    actions: of all commands; states: what they depend on; rooms: the columns, and what takes their place;
    show_message: tells the user something in the status line; take_files: imports.
    """

    window: QWidget
    session: Session
    bridge: PagesBridge
    outline: OutlineView
    lists: LeftLists
    article: ArticleView
    pages: PagesView
    settings: Settings
    theme: Theme
    actions: CommandActions
    states: CommandStates
    rooms: QStackedWidget
    show_message: Callable[[str], None]
    show_article: Callable[[str], None]
    take_files: Callable[[tuple[Path, ...]], None]

    @property
    def opened(self) -> OpenedIssue:
        """The open issue, for commands that are offered only where one is, and for what is seen only of one.

        What may run with nothing open asks `session.opened_issue`.
        """
        opened = self.session.opened_issue
        assert opened is not None, "no command runs that asks for an open issue (CommandActions.show)"  # noqa: S101
        return opened

    def chosen(self) -> tuple[str, ...]:
        """Return the articles that a command is about: those chosen in the outline, else the open one."""
        article = self.article.article
        nothing = not self.outline.chosen.keys()
        return self.outline.chosen.articles() or ((article.uid,) if article and nothing else ())
