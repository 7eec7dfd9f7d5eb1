"""Every command of the window: name, words, icon, keys. The bars and menus take theirs from here."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class _Command:
    name: str
    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False


_COMMANDS = (
    _Command(name="library.open", text="打开资料库…", icon="library", keys=("Ctrl+O",)),
    _Command(name="library.sample", text="放入示例一期", icon="part.cover"),
    _Command(name="issue.import", text="导入…", icon="article.import", keys=("Ctrl+I",)),
    _Command(name="export", text="导出…", icon="export", keys=("Ctrl+Shift+E",)),
    _Command(name="article.next", text="下一篇", icon="chevron.right", keys=("Alt+Down",)),
    _Command(name="article.previous", text="上一篇", icon="chevron.left", keys=("Alt+Up",)),
    _Command(name="view.outline", text="目录栏", icon="view.outline", keys=("Ctrl+Shift+L",)),
    _Command(name="view.pages", text="版面栏", icon="view.pages", keys=("Ctrl+Shift+P",)),
    _Command(name="go.outline", text="到目录", keys=("Ctrl+T",)),
    _Command(name="go.article", text="到文章", keys=("Ctrl+E",)),
    _Command(name="go.pages", text="到版面", keys=("F5",)),
    _Command(name="zoom.in", text="放大", icon="zoom.in", keys=("Ctrl+=", "Ctrl++")),
    _Command(name="zoom.out", text="缩小", icon="zoom.out", keys=("Ctrl+-",)),
    _Command(name="view.fitwidth", text="适合宽度", icon="view.fitwidth", keys=("Ctrl+0",), checkable=True),
    _Command(name="view.fitpage", text="整页", icon="view.fitpage", keys=("Ctrl+9",), checkable=True),
    _Command(name="view.twoup", text="双页", icon="view.twoup", keys=("Ctrl+8",), checkable=True),
    _Command(name="view.full", text="全屏", icon="view.full", keys=("F11",), checkable=True),
    _Command(name="more", text="更多", icon="more"),
    _Command(name="view.reset", text="恢复窗口布局", icon="restore"),
)


def make_actions(window: QWidget, theme: Theme) -> dict[str, QAction]:
    """Return the window's actions by name; their keys work anywhere in it."""
    return {command.name: _action(command, window, theme) for command in _COMMANDS}


def _action(command: _Command, window: QWidget, theme: Theme) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.name)
    action.setToolTip(command.text.removesuffix("…"))
    if command.icon:
        action.setIcon(icon(command.icon, theme))
    action.setShortcuts([QKeySequence(keys) for keys in command.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setCheckable(command.checkable)
    window.addAction(action)
    return action
