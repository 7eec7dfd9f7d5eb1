"""The pages' place among the columns, and their window of their own for a second screen."""

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.app.settings import Settings
from editor.ui.pages.screens import first_place, on_screens
from editor.ui.theme.apply import set_style

_GEOMETRY, _APART = "pages.window", "pages.apart"
_LEAST = (360, 320)


class PagesPlace(QWidget):
    """Holds the pages column, here or in a window of its own. apart_changed: it has gone there or come back."""

    apart_changed = Signal(bool)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Hold nothing yet: what takes the column is made before it."""
        super().__init__(parent)
        self._settings = settings
        self._own: PagesWindow | None = None
        self._instead: QWidget | None = None
        self._stack = _frame(self)

    def take(self, column: QWidget) -> None:
        """Hold the pages column from now on."""
        self._column = column
        self._stack.addWidget(column)
        self.setMinimumWidth(column.minimumWidth())

    @property
    def own(self) -> "PagesWindow | None":
        """The pages' own window while they are in one."""
        return self._own

    def set_apart(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Put the pages into a window of their own, or back among the columns."""
        if on == (self._own is not None):
            return
        if on:
            self._leave()
        else:
            self._come_back()
        self.apart_changed.emit(on)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show something else in the column's place; None: the pages again, or nothing while they are elsewhere."""
        if self._instead is not None and self._instead is not widget:
            self._instead.hide()
        self._instead = widget
        if widget is not None:
            self._stack.addWidget(widget)
            widget.show()
        if self._own is None:
            self._column.setVisible(widget is None)
        self.setVisible(True)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - Qt's
        """Show the column here; an empty place stays hidden."""
        super().setVisible(visible and (self._own is None or self._instead is not None))

    def restore(self) -> None:
        """Put the pages into their own window if they were in one when the program ended."""
        self.set_apart(not self._settings.bytes_of(_APART).isEmpty())

    def keep(self) -> None:
        """Remember where the pages are, and bring them back: the main window closes."""
        self._settings.keep_bytes(_APART, QByteArray(b"1" if self._own else b""))
        self.set_apart(False)

    def _leave(self) -> None:
        main = self.window()
        self._own = PagesWindow(self._column, main)
        kept = self._settings.bytes_of(_GEOMETRY)
        if kept.isEmpty() or not self._own.restoreGeometry(kept):
            self._own.setGeometry(first_place(main.geometry(), _free(main)))
        self._own.keep_on_screens()
        self._own.closed.connect(lambda: self.set_apart(False))
        self.hide()
        self._own.show()

    def _come_back(self) -> None:
        own, self._own = self._own, None
        if own is None:
            return
        self._settings.keep_bytes(_GEOMETRY, own.saveGeometry())
        self._stack.addWidget(self._column)
        self._column.setVisible(self._instead is None)
        self.show()
        own.close()
        own.deleteLater()


class PagesWindow(QWidget):
    """A window beside the main one, with the same commands and keys. state_changed: it fills the screen, or no more."""

    closed = Signal()
    state_changed = Signal()

    def __init__(self, column: QWidget, main: QWidget) -> None:
        # without a parent: it would always lie over the main window
        super().__init__(None)
        set_style(self, ground="window")
        self.setMinimumSize(*_LEAST)
        self._main = main
        _frame(self).addWidget(column)
        column.show()
        self.addActions(main.actions())
        self._show_title(main.windowTitle())
        main.windowTitleChanged.connect(self._show_title)
        main.destroyed.connect(self.deleteLater)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self.keep_on_screens)

    def keep_on_screens(self) -> None:
        """Go where the window can be taken hold of; the screen it lay on may be gone."""
        place = on_screens(self.geometry(), _free(self._main))
        if place != self.geometry():
            self.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.state_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _show_title(self, main: str) -> None:
        self.setWindowTitle(tr("版面 · {main}", main=main))


def _frame(place: QWidget) -> QVBoxLayout:
    stack = QVBoxLayout(place)
    stack.setContentsMargins(0, 0, 0, 0)
    return stack


def _free(main: QWidget) -> list[QRect]:
    """Return the free part of every screen, the main window's first."""
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main.screen())
    return [screen.availableGeometry() for screen in screens]
