"""Which pages' pictures are asked for: those in view and the ones beside them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.ui.pages.layout import PageLayout

_SCREEN_INCH = 96


class PictureRequests(QObject):
    """Of one view. wanted carries the sheets, those in view first, and their pixels an inch."""

    wanted = Signal(tuple, float)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._asked: tuple[tuple[int, ...], float] = ((), 0.0)

    def ask(self, seen: tuple[int, ...], layout: PageLayout) -> None:
        """Ask for sheets and those beside them: now, and again whenever pages are set, until others are asked for."""
        if not seen:
            return
        ahead = tuple(sheet for sheet in (seen[-1] + 1, seen[0] - 1) if 1 <= sheet <= len(layout.pages))
        asked = ((*seen, *ahead), layout.factor * _SCREEN_INCH * self._view.devicePixelRatioF())
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(*asked)

    def want_cover(self) -> None:
        """Ask for the first sheet's picture beside those in view."""
        sheets, resolution = self._asked
        if sheets:
            self.wanted.emit((1, *(sheet for sheet in sheets if sheet != 1)), resolution)

    def forget(self) -> None:
        """Ask anew for what was asked for before: another issue is coming."""
        self._asked = ((), 0.0)
