"""Whether a window can be shown here: asked before Qt, which aborts where it cannot."""

import ctypes
import json
import os
import sys

from editor.model.errors import UserError
from resources import resource


def check_libraries() -> None:
    """Raise UserError where Linux lacks libraries that Qt needs to be loaded at all."""
    if sys.platform.startswith("linux"):
        _refuse(missing_libraries("offscreen"))


def check_screen() -> None:
    """Raise UserError where Linux has no display, or lacks libraries that Qt's window needs."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        raise UserError("这里没有显示器，打不开窗口。请在桌面上运行，或用 export 等命令；--help 列出全部命令。")
    _refuse(missing_libraries("window"))


def missing_libraries(use: str) -> tuple[str, ...]:
    """Return the Debian packages whose library the loader does not find. use: offscreen, or window for more."""
    wanted: dict[str, str] = json.loads(resource("system_libraries.json").read_text(encoding="utf-8"))[use]
    return tuple(package for package, library in wanted.items() if not _loadable(library))


def _refuse(absent: tuple[str, ...]) -> None:
    if absent:
        raise UserError(f"缺少窗口需要的系统库。请由管理员运行：apt-get install {' '.join(absent)}")


def _loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
