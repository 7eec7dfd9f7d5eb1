"""The interface's fonts: families that ship with the program, sizes by role."""

import sys
from importlib.resources import as_file

from PySide6.QtGui import QFont, QFontDatabase

from editor.ui.theme.tokens import read_tokens
from resources import resource

SANS, SERIF, KAI = "Bulletin Hei", "Bulletin Song", "Bulletin Kai"
FILES = (
    "theme/BulletinHei-Regular.otf",
    "fonts/BulletinHei-Bold.otf",
    "fonts/BulletinSong-Regular.otf",
    "fonts/BulletinSong-Bold.otf",
    "fonts/BulletinKai-Regular.ttf",
)
# the system's own interface face reads best at small sizes where it is drawn for them
_SYSTEM_SANS = {"win32": "Microsoft YaHei UI", "darwin": "PingFang SC"}
# "body" is the article's text: the face of the page
_SERIF_ROLES = frozenset({"body"})
_TABULAR_ROLES = frozenset({"digit"})


def install_fonts() -> tuple[str, ...]:
    """Register the shipped faces with Qt once per application. Returns their families."""
    known = set(QFontDatabase.families())
    if not {SANS, SERIF, KAI} <= known:
        for file in FILES:
            # by its path: given as data, 22 MB were read and kept at every start
            with as_file(resource(file)) as path:
                QFontDatabase.addApplicationFont(str(path))
    return SANS, SERIF, KAI


def font(role: str) -> QFont:
    """Return the face of a role: digit, small, base, strong, head, view, display, body, title. KeyError otherwise."""
    spec = read_tokens()["type"][role]
    face = QFont()
    face.setFamilies(list(families(role, platform=sys.platform)))
    face.setPixelSize(spec["px"])
    face.setWeight(QFont.Weight(spec["weight"]))
    if role in _TABULAR_ROLES:
        face.setFeature(QFont.Tag.fromString("tnum"), 1)
    return face


def line_height(role: str) -> int:
    """Return a role's line height in logical pixels. Raises KeyError for an unknown role."""
    return int(read_tokens()["type"][role]["line"])


def families(role: str, *, platform: str) -> tuple[str, ...]:
    """Return the families of a role, best first; platform as in sys.platform."""
    if role in _SERIF_ROLES:
        return SERIF, SANS
    own = _SYSTEM_SANS.get(platform)
    return (own, SANS, SERIF) if own else (SANS, SERIF)
