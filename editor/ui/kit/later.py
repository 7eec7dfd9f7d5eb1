"""Views that are made when they are first shown or asked for: a third of a window is not seen when it opens."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

View = TypeVar("View", bound=QWidget)
_TAB = Qt.FocusPolicy.TabFocus


class LaterPage(QWidget, Generic[View]):
    """A page of a stack, filled with its view. What happens before is shown by the view as soon as it is made."""

    def __init__(
        self, make: Callable[[QWidget], View], fill: Callable[[View], None] | None = None, parent: QWidget | None = None
    ) -> None:
        """make: makes the view, given its parent, and connects it; fill: shows in it how things stand."""
        super().__init__(parent)
        self._make, self._fill = make, fill
        self._view: View | None = None
        # never seen: Qt orders by widgets that Tab may reach
        self._place = QWidget(self)
        self._place.setFocusPolicy(_TAB)
        self._place.hide()

    @property
    def view(self) -> View:
        """The view, made where it was not there yet."""
        if self._view is None:
            made = self._view = self._make(self)
            frame = QVBoxLayout(self)
            frame.setContentsMargins(0, 0, 0, 0)
            frame.addWidget(made)
            self._place_in_tab_order(made)
            self.setFocusProxy(made)
            # asked for while this page is seen, it would come with the next turn of the event loop
            made.show()
            self.refresh()
        return self._view

    def refresh(self) -> None:
        """Show how things stand, where there is anything to show it."""
        if self._view is not None and self._fill:
            self._fill(self._view)

    def _place_in_tab_order(self, made: QWidget) -> None:
        """Let Tab lead to the view as if it had been here from the beginning."""
        inside = [one for one in (made, *_chain(made)) if one is made or made.isAncestorOf(one)]
        for one, after in pairwise((self._place, *(one for one in inside if one.focusPolicy() & _TAB))):
            QWidget.setTabOrder(one, after)

    def showEvent(self, event: QShowEvent) -> None:
        self.view.ensurePolished()
        super().showEvent(event)


def _chain(start: QWidget) -> Iterator[QWidget]:
    """Yield what Tab leads to from a widget on, all around the window."""
    one = start.nextInFocusChain()
    while one is not None and one is not start:
        yield one
        one = one.nextInFocusChain()
