"""The palette of one window: what it offers now, and what becomes of what is chosen."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.model.language import tr, tr_marked
from editor.model.review import EDITABLE, STATE_NAMES
from editor.ui.find.commands import FindCommands
from editor.ui.palette.entries import Answers, Entry, Group
from editor.ui.palette.view import Palette
from editor.ui.widgets import native_keys
from editor.ui.window.actions import COMMANDS, GROUPS, WRITING
from editor.ui.window.english import ENGLISH
from editor.ui.window.key_commands import KeyCommands
from editor.ui.window.parts import Commands, Parts

# the menu's button, and the palette itself
_LEFT_OUT = frozenset({"more", "palette"})
_LIBRARY = "find.library"
_ICONS = {command.name: command.icon for command in COMMANDS}
_HEADINGS = {command.name: heading for heading, group in GROUPS.items() for command in group}


class PaletteCommands:
    """Offers commands and articles."""

    def __init__(self, parts: Parts, over: QWidget, finding: FindCommands, keys: KeyCommands) -> None:
        """Act in one window. over: what the palette lies over."""
        self._parts, self._finding = parts, finding
        self.palette = Palette(over)
        self.palette.chosen.connect(self._on_chosen)
        self.palette.settings_wanted.connect(
            lambda key: keys.settings_wanted.emit(key if key in parts.actions else "palette")
        )

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {"palette": self.open}

    def open(self) -> None:
        """Open the palette."""
        actions = self._parts.actions
        library = Entry(
            key=_LIBRARY,
            group=Group.LIBRARY,
            text=tr("在刊库里检索“{words}”"),
            icon="archive",
            keys=_keys(actions[_LIBRARY]),
        )
        answers = Answers(
            (*self._offered(), *self._articles()), self._parts.settings.recent_commands, otherwise=library
        )
        keys, settings = (native_keys(actions[name]) for name in ("palette", "settings"))
        self.palette.open(answers, keys=keys, settings=settings)

    def _offered(self) -> Iterator[Entry]:
        """Yield every command; those that cannot be used now say why, so that nobody takes them for missing."""
        for name, action in self._parts.actions.items():
            if name not in _LEFT_OUT and action.isVisible():
                yield Entry(
                    key=name,
                    group=Group.COMMANDS,
                    text=action.text(),
                    english=ENGLISH.get(name, ""),
                    icon=_ICONS[name],
                    trail=_HEADINGS[name],
                    keys=_keys(action),
                    reason="" if action.isEnabled() else self._reason(name, action),
                )

    def _articles(self) -> Iterator[Entry]:
        space, facts = self._parts.session.space, self._parts.pages.facts
        if space is None:
            return
        groups = [(section.name, section.articles) for section in space.issue.sections]
        for place, articles in (*groups, (tr("待编"), space.drawer.pending)):
            for article in articles:
                pages = facts.of(article.uid) if facts else None
                yield Entry(
                    key=article.uid,
                    group=Group.ARTICLES,
                    text=article.title.text.replace("\n", "") or tr("（无标题）"),
                    icon="article",
                    trail=tr("{first:02} 页 · {place}", first=pages.first, place=place) if pages else place,
                )

    def _reason(self, name: str, action: QAction) -> str:
        session = self._parts.session
        if name in ("undo", "redo"):
            return tr("没有可{action}的", action=action.text()[:2])
        if session.issue is None:
            return tr("先打开或新建一期")
        if session.library.read_only:
            return session.library.why_read_only
        if name in WRITING and session.issue.archive.state not in EDITABLE:
            return tr("这一期{state}，现在不能改", state=tr_marked(STATE_NAMES[session.issue.archive.state]))
        if name in WRITING and not session.writable:
            return tr("往期只读，可用“允许修改这一期”")
        return tr("现在用不上")

    def _on_chosen(self, key: str) -> None:
        query = self.palette.query
        action = self._parts.actions.get(key)
        if action is None:
            self._parts.show_article(key)
            return
        if key == _LIBRARY and query:
            act: Callable[[], None] = lambda: self._finding.open_library(query)  # noqa: E731
        else:
            act = action.trigger
        self._parts.settings.add_recent_command(key)
        # once the key that chose it has been dealt with: a command may open a dialog
        QTimer.singleShot(0, self._parts.window, act)


def _keys(action: QAction) -> tuple[str, ...]:
    keys = native_keys(action)
    return (keys,) if keys else ()
