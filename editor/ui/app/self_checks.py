"""The window's part of the self-test: Qt's Chinese, icons, style sheet, the first paint, a page in it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from editor.desk.ports import LibraryShelf
from editor.ui.app.application import make_application
from editor.ui.app.desktop import Desktop
from editor.ui.app.settings import Settings
from editor.ui.kit.failures import FailureReports
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.drawing import LARGE
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.icons import icon, icon_names
from editor.ui.theme.tokens import THEMES, load_theme
from editor.ui.window.main_window import MainWindow

PATIENCE_MS = 60_000
_LEAST_COLOURS = 8


def window_checks(library: Path, shelf: LibraryShelf) -> tuple[tuple[str, Callable[[], str]], ...]:
    """Start Qt and return the checks by name. They hold the application; library: with an issue in it.

    Raises UserError where no window can be shown.
    """
    app = make_application()
    return (
        ("Qt 中文", partial(_speak, app)),
        ("界面字体", _install_fonts),
        ("图标", partial(_draw_icons, app)),
        ("样式", partial(_dress, app)),
        ("窗口", partial(_paint, app, library, shelf)),
    )


def _speak(app: QApplication) -> str:
    word = app.translate("QPlatformTheme", "Cancel")
    if word != "取消":
        raise LookupError(f"Qt 的按钮写作“{word}”")
    return word


def _install_fonts() -> str:
    missing = set(install_fonts()) - set(QFontDatabase.families())
    if missing:
        raise LookupError(f"没有装上 {'、'.join(sorted(missing))}")
    return "、".join(install_fonts())


def _draw_icons(app: QApplication) -> str:
    theme = load_theme("light")
    apply_theme(app, theme)
    blank = [name for name in icon_names() if _blank(icon(name, theme).pixmap(LARGE).toImage())]
    if blank:
        raise LookupError(f"画不出 {'、'.join(blank)}")
    return f"{len(icon_names())} 个"


def _blank(image: QImage) -> bool:
    return not any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def _dress(app: QApplication) -> str:
    for name in THEMES:
        apply_theme(app, load_theme(name))
        if not app.styleSheet():
            raise LookupError(f"{name} 没有样式表")
    return "、".join(THEMES)


def _paint(app: QApplication, library: Path, shelf: LibraryShelf) -> str:
    settings = Settings(library.parent / "window.ini")
    with Desktop(app, settings, shelf, FailureReports(app)) as desktop:
        desktop.open(library)
        window = desktop.window
        if window is None:
            raise LookupError("没有窗口")
        try:
            return _seen(app, window)
        finally:
            window.close()


def _seen(app: QApplication, window: MainWindow) -> str:
    app.processEvents()
    colours = _colours(window.grab().toImage())
    if colours < _LEAST_COLOURS:
        raise LookupError(f"画面只有 {colours} 种颜色")
    rows = window.outline.model().rowCount()
    if not rows:
        raise LookupError("目录是空的")
    _wait_for_page(app, window)
    return f"{window.width()}×{window.height()}，目录 {rows} 行，版面已显示"


def _colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)})


def _wait_for_page(app: QApplication, window: MainWindow) -> None:
    """Return when the page in view is there. Raises TimeoutError when it does not come."""
    patience = QTimer(singleShot=True)
    patience.start(PATIENCE_MS)
    while window.pages.editions.pictures.pixmap(window.pages.sheet) is None:
        if not patience.isActive():
            raise TimeoutError("等不到版面")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
