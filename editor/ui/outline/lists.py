"""The left column: the outline, findings, notes and tracked changes, one of them at a time."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from editor.ui.outline.bar import OutlineBar


class LeftLists(QObject):
    """shown: which list was given the keyboard, by its number in `outline.bar`."""

    shown = Signal(int)

    def __init__(self, bar: OutlineBar, stack: QStackedWidget) -> None:
        """bar: chooses; stack: holds the lists in the order of their numbers."""
        super().__init__(stack)
        self.bar, self._stack = bar, stack
        bar.chosen.connect(self.show)

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
        self.bar.show_list(place)
        self.shown.emit(place)
        shown = self._stack.currentWidget()
        if shown:
            shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
