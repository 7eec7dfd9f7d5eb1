"""Views that are made when they are first shown or asked for: a third of a window is not seen when it opens."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

View = TypeVar("View", bound=QWidget)


class LaterPage(QWidget, Generic[View]):
    """A page of a stack, filled with its view. What happens before is shown by the view as soon as it is made."""

    def __init__(
        self, make: Callable[[QWidget], View], fill: Callable[[View], None] | None = None, parent: QWidget | None = None
    ) -> None:
        """make: makes the view, given its parent, and connects it; fill: shows in it how things stand."""
        super().__init__(parent)
        self._make, self._fill = make, fill
        self._view: View | None = None

    @property
    def view(self) -> View:
        """The view, made where it was not there yet."""
        if self._view is None:
            made = self._view = self._make(self)
            frame = QVBoxLayout(self)
            frame.setContentsMargins(0, 0, 0, 0)
            frame.addWidget(made)
            self.setFocusProxy(made)
            # asked for while this page is seen, it would come with the next turn of the event loop
            made.show()
            self.refresh()
        return self._view

    def refresh(self) -> None:
        """Show how things stand, where there is anything to show it."""
        if self._view is not None and self._fill:
            self._fill(self._view)

    def showEvent(self, event: QShowEvent) -> None:
        self.view.ensurePolished()
        super().showEvent(event)
