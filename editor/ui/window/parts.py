"""What the window is made of, handed to those who act on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.ui.article.view import ArticleView
from editor.ui.outline.view import OutlineView
from editor.ui.pages.view import PagesView
from editor.ui.settings import Settings
from editor.ui.theme.tokens import Theme
from editor.ui.work.session import Session

Commands = Mapping[str, Callable[..., object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """One window's parts. say: tells the user something in the status line; take_files: imports."""

    window: QWidget
    session: Session
    outline: OutlineView
    article: ArticleView
    pages: PagesView
    settings: Settings
    theme: Theme
    actions: Mapping[str, QAction]
    say: Callable[[str], None]
    show_article: Callable[[str], None]
    take_files: Callable[[tuple[Path, ...]], None]
