"""Icons by command name, coloured by a token when they are painted."""

import functools

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from editor.ui.theme.current import theme_in_force
from editor.ui.theme.drawing import LARGE, draw_icon, icon_files, svg_of
from editor.ui.theme.tokens import Theme

# on a selected row these inks step up to the text's; the others mean something and stay
_NEUTRAL = frozenset({"text", "text2", "text3"})


def icon_names() -> tuple[str, ...]:
    """Return every name icon() takes."""
    return tuple(sorted(icon_files()))


def icon(name: str, theme: Theme, *, size: int = LARGE, token: str = "text2", filled: bool = False) -> QIcon:
    """Return an icon in a token's colour: grey when disabled, accent when checked.

    An icon made for the theme in force follows later changes of theme; one made for another theme keeps its colours.
    filled: the solid drawing, for states. Raises KeyError for an unknown name, token, or a name without solid drawing.
    """
    theme.colour(token)
    svg_of(name, size, filled=filled)
    follows = theme_in_force(QCoreApplication.instance()) == theme
    return _kept_icon(name, None if follows else theme, size, token, filled)


@functools.cache
def _kept_icon(name: str, theme: Theme | None, size: int, token: str, filled: bool) -> QIcon:  # noqa: FBT001 - cached
    """Return an icon that is never given back.

    Python's collector takes an engine back from an icon when it finds both in one circle; whichever goes second then
    frees it again. Names, sizes and tokens are few, and so are icons.
    """
    return QIcon(_TokenIcon(name, theme, size, token, filled=filled))


class _TokenIcon(QIconEngine):
    """Draws at the size and ratio it is asked for. Qt passes scaledPixmap logical pixels, and the ratio beside."""

    def __init__(self, name: str, theme: Theme | None, size: int, token: str, *, filled: bool) -> None:
        super().__init__()
        self._name, self._theme, self._size, self._token, self._filled = name, theme, size, token, filled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        drawn = self._draw(side, mode, state, painter.device().devicePixelRatio())
        corner = rect.center() - QRect(0, 0, side, side).center()
        painter.drawPixmap(corner, drawn)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._draw(min(size.width(), size.height()), mode, state, scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    def availableSizes(
        self, _mode: QIcon.Mode = QIcon.Mode.Normal, _state: QIcon.State = QIcon.State.Off
    ) -> list[QSize]:
        return [QSize(self._size, self._size)]

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        return _TokenIcon(self._name, self._theme, self._size, self._token, filled=self._filled)

    def _draw(self, side: int, mode: QIcon.Mode, state: QIcon.State, ratio: float) -> QPixmap:
        return draw_icon(self._name, side, self._colour(mode, state), ratio=ratio, filled=self._filled)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        theme = self._theme or theme_in_force(QCoreApplication.instance())
        assert theme is not None, "an icon that follows was made under a theme"  # noqa: S101
        return theme.colour(_token_for(self._token, mode, state))


def _token_for(token: str, mode: QIcon.Mode, state: QIcon.State) -> str:
    if mode == QIcon.Mode.Disabled:
        return "text.off"
    if token not in _NEUTRAL:
        return token
    if state == QIcon.State.On:
        return "accent"
    return "text" if mode == QIcon.Mode.Selected else token
