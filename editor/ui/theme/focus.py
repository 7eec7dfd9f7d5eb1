"""The ring around what the keyboard has: one for the whole application, never after a click."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from editor.ui.theme.current import theme_in_force
from editor.ui.theme.tokens import Theme

# text fields and combo boxes show the focus with their own edge; lists with their selected row
_RINGED = (QAbstractButton, QAbstractSlider, QTabBar)
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ParentChange})
_GONE = frozenset({QEvent.Type.Hide, QEvent.Type.Close})


def install_focus_ring(app: QApplication) -> "FocusRing":
    """Ring what gets the focus from the keyboard from now on. The ring lives as long as the application."""
    return FocusRing(app)


class FocusRing(QObject):
    """Follows the focus. A widget with the property `ring` set to True is ringed too, one with False is not."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: _FocusRing | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._focus_moved)

    def target(self) -> QWidget | None:
        """Return the widget that is ringed now."""
        return self._watched[0] if self._watched else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _GONE:
            self._drop()
        elif event.type() in _MOVES and self._frame:
            self._frame.follow(self._watched[0])
        return super().eventFilter(watched, event)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._drop()
        if now is None:
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # Qt sets the attribute at Tab and never takes it back
            now.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
        elif now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange) and _wants_ring(now):
            self._take(now)

    def _take(self, target: QWidget) -> None:
        theme = theme_in_force(QApplication.instance())
        if theme is None:
            return
        self._watched = _line_up_to_window(target)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._frame = _FocusRing(target, theme)

    def _drop(self) -> None:
        # a window that is deleted whole takes what was ringed with it, and says nothing
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        if self._frame and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None


class _FocusRing(QWidget):
    """The ring itself, a child of the window, so that no parent cuts it off; the mouse goes through."""

    def __init__(self, target: QWidget, theme: Theme) -> None:
        super().__init__(target.window())
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.follow(target)
        self.show()
        self.raise_()

    def follow(self, target: QWidget) -> None:
        """Lie around the target, cut to the scrolled area it stands in."""
        reach = self._theme.size["focus"] + self._theme.size["focus.gap"]
        around = _place(target).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(around)
        clip = _scrolled_area(target)
        if clip:
            self.setMask(clip.intersected(around).translated(-around.topLeft()))
        else:
            self.clearMask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = self._theme.size["focus"]
        radius = self._theme.radius["button"] + 3
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = theme_in_force(QApplication.instance()) or self._theme
        painter.setPen(QPen(shown.colour("focus"), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()


def _wants_ring(widget: QWidget) -> bool:
    own = widget.property("ring")
    return isinstance(widget, _RINGED) if own is None else bool(own)


def _line_up_to_window(widget: QWidget) -> list[QWidget]:
    above = None if widget.isWindow() else widget.parentWidget()
    return [widget, *_line_up_to_window(above)] if above else [widget]


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _scrolled_area(widget: QWidget) -> QRect | None:
    for above in _line_up_to_window(widget)[1:]:
        if isinstance(above, QAbstractScrollArea) and not isinstance(above, QAbstractItemView):
            return _place(above.viewport())
    return None
