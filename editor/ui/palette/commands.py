"""The palette of one window: what it offers now, and what becomes of what is chosen."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup
from editor.ui.kit.widgets import native_keys
from editor.ui.palette.entries import Answers, Group, PaletteEntry

if TYPE_CHECKING:
    from editor.ui.palette.view import Palette

_OWN, _LIBRARY = "palette", "archive"


class PaletteCommands(QObject):
    """Offers commands and articles.

    search_wanted: the archive is to be searched for words; settings_wanted: with the command whose keys are wanted.
    """

    search_wanted = Signal(str)
    settings_wanted = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        super().__init__(context.window)
        self._context = context

    @cached_property
    def palette(self) -> "Palette":
        """The palette itself, made when it is first opened."""
        from editor.ui.palette.view import Palette

        made = Palette(self._context.rooms)
        made.chosen.connect(self._on_chosen)
        made.settings_wanted.connect(
            lambda key: self.settings_wanted.emit(key if key in self._context.actions else _OWN)
        )
        return made

    def open(self) -> None:
        """Open the palette."""
        actions = self._context.actions
        library = PaletteEntry(
            key=_LIBRARY,
            group=Group.LIBRARY,
            text=tr("在刊库里检索“{words}”"),
            icon="archive",
            keys=_keys(actions[_LIBRARY]),
        )
        answers = Answers(
            (*self._offered(), *self._articles()), self._context.settings.recent_commands, otherwise=library
        )
        keys, settings = (native_keys(actions[name]) for name in ("palette", "settings"))
        self.palette.open(answers, keys=keys, settings=settings)

    def _offered(self) -> Iterator[PaletteEntry]:
        """Yield every command; those that cannot be used now say why, so that nobody takes them for missing."""
        actions = self._context.actions
        for heading, commands in actions.table.groups().items():
            for command in commands:
                action = actions[command.name]
                if command.name != _OWN and action.isVisible():
                    yield PaletteEntry(
                        key=command.name,
                        group=Group.COMMANDS,
                        text=action.text(),
                        english=command.english,
                        icon=command.icon,
                        trail=heading,
                        keys=_keys(action),
                        reason=actions.reason(command.name),
                    )

    def _articles(self) -> Iterator[PaletteEntry]:
        opened, facts = self._context.session.opened_issue, self._context.pages.facts
        if opened is None:
            return
        space = opened.value
        groups = [(section.name, section.articles) for section in space.issue.sections]
        for place, articles in (*groups, (tr("待编"), space.drawer.pending)):
            for article in articles:
                pages = facts.of(article.uid) if facts else None
                yield PaletteEntry(
                    key=article.uid,
                    group=Group.ARTICLES,
                    text=article.title.text.replace("\n", "") or tr("（无标题）"),
                    icon="article",
                    trail=tr("{first:02} 页 · {place}", first=pages.first, place=place) if pages else place,
                )

    def _on_chosen(self, key: str) -> None:
        query = self.palette.field.query
        action = self._context.actions.get(key)
        if action is None:
            self._context.show_article(key)
            return
        if key == _LIBRARY and query:
            act: Callable[[], None] = lambda: self.search_wanted.emit(query)  # noqa: E731
        else:
            act = action.trigger
        self._context.settings.add_recent_command(key)
        # once the key that chose it has been dealt with: a command may open a dialog
        QTimer.singleShot(0, self._context.window, act)


def _keys(action: QAction) -> tuple[str, ...]:
    keys = native_keys(action)
    return (keys,) if keys else ()


COMMANDS = CommandSet(
    PaletteCommands,
    (
        Command(
            name="palette",
            text=tr("命令面板"),
            english="Command palette",
            icon="palette",
            keys=("Ctrl+K",),
            places=(CommandGroup.PROGRAM.at(10),),
            run=PaletteCommands.open,
        ),
    ),
)
