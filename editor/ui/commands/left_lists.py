"""The left column: the outline, findings, notes, tracked changes and 核红, one of them at a time."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

OUTLINE, CHECKS, NOTES, TRACKING, COLLATING = range(5)


class LeftLists(QObject):
    """shown: which list was given the keyboard; counted: a list, and how much in it is to be done."""

    shown = Signal(int)
    counted = Signal(int, int)

    def __init__(self, stack: QStackedWidget) -> None:
        """stack: holds the lists in the order of their numbers."""
        super().__init__(stack)
        self._stack = stack

    @property
    def current(self) -> int:
        """The number of the list that is seen."""
        return self._stack.currentIndex()

    def add(self, shown: QWidget) -> None:
        """Put a list behind the others."""
        self._stack.addWidget(shown)

    def show(self, place: int) -> None:
        """Show one list and give it the focus."""
        self._stack.setCurrentIndex(place)
        self.shown.emit(place)
        shown = self._stack.currentWidget()
        if shown:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, place: int, count: int) -> None:
        """Say how much there is to be done in a list."""
        self.counted.emit(place, count)
