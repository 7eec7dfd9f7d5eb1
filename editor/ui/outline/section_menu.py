"""移到栏目: the chosen articles go to the end of a section by one key and its number."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from editor.model.edits import ArticlePosition, in_inbox, move_articles, next_in_inbox
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu

_NUMBERED = 9


class SectionCommands:
    """Acts on the articles chosen in the outline, else on the open one; in 收件 it goes on with the next piece."""

    def __init__(self, context: WindowContext) -> None:
        self._context = context

    def choose(self) -> None:
        """Show the sections by number; the one that was guessed for what is chosen is the one in hand."""
        uids, space = self._context.chosen(), self._context.opened.value
        if not uids:
            self._context.show_message(tr("先在目录里选文章，再选栏目"))
            return
        guessed = {one.archive.receipt.section for one in filter(None, map(space.article, uids)) if one.archive.receipt}
        menu = QMenu(self._context.window)
        menu.setAccessibleName(tr("移到栏目"))
        for number, section in enumerate(space.issue.sections, 1):
            likely = section.name in guessed
            line = menu.addAction(_numbered(number, section.name, guessed=likely))
            line.triggered.connect(lambda _=False, at=section.uid, name=section.name: self.move(uids, at, name))
            if likely:
                menu.setActiveAction(line)
        menu.popup(self._corner())

    def move(self, uids: tuple[str, ...], section: str, name: str) -> None:
        """Put articles at the end of a section, as one step."""
        space = self._context.opened.value
        after = next_in_inbox(space.drawer, uids) if _all_in_inbox(space, uids) else ""

        def change(now: Workspace) -> Workspace:
            size = next(len(one.articles) for one in now.issue.sections if one.uid == section)
            return move_articles(now, uids, ArticlePosition(section=section, position=size))

        if self._context.opened.apply(tr("移到“{section}”", section=name), change):
            self._context.show_message(tr("已移到“{section}”（{n} 篇）", section=name, n=len(uids)))
            if after:
                self._context.show_article(after)

    def _corner(self) -> QPoint:
        outline = self._context.outline
        row = outline.visualRect(outline.currentIndex())
        return outline.viewport().mapToGlobal(row.bottomLeft() + QPoint(row.height(), 0))


def _all_in_inbox(space: Workspace, uids: Iterable[str]) -> bool:
    return all(one is not None and in_inbox(one) for one in map(space.article, uids))


def _numbered(number: int, name: str, *, guessed: bool) -> str:
    words = tr("{name}（猜的）", name=name) if guessed else name
    shown = words.replace("&", "&&")
    return f"&{number}　{shown}" if number <= _NUMBERED else shown


COMMANDS = CommandSet(
    SectionCommands,
    (
        Command(
            name="article.section",
            text=tr("移到栏目…"),
            english="Move article to a section",
            icon="article.new",
            keys=("Ctrl+Alt+G",),
            places=(CommandGroup.ARTICLE.at(79), CommandMenu.ARTICLES.at(59), CommandMenu.INBOX.at(17)),
            writes=True,
            run=SectionCommands.choose,
        ),
    ),
)
