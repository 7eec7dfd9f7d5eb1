"""Tab goes as the eye does: Qt would put rows that were added later behind everything else."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

_A_LINE = 12
_TAB = Qt.FocusPolicy.TabFocus


def step_focus(parts: Sequence[QWidget], by: int) -> bool:
    """Give the keyboard to the next stop (1) or the one before (-1). parts: in the order in which they are read."""
    stops = [stop for part in parts for stop in _stops(part)]
    if not stops:
        return False
    now = QApplication.focusWidget()
    at = next((at for at, stop in enumerate(stops) if now and (stop is now or stop.isAncestorOf(now))), None)
    target = stops[0 if at is None else (at + by) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)
    return True


def _stops(part: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a part, line by line from the left."""
    found = [one for one in (part, *part.findChildren(QWidget)) if _takes_focus(one)]
    places = sorted(((_middle(one, part), one) for one in found), key=lambda pair: pair[0].y())
    lines: list[list[tuple[QPoint, QWidget]]] = []
    for place, one in places:
        if not lines or place.y() - lines[-1][0][0].y() > _A_LINE:
            lines.append([])
        lines[-1].append((place, one))
    return [one for line in lines for _, one in sorted(line, key=lambda pair: pair[0].x())]


def _takes_focus(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & _TAB) and widget.focusProxy() is None
    return tabbed and widget.isVisible() and widget.isEnabled() and not widget.isWindow()


def _middle(widget: QWidget, part: QWidget) -> QPoint:
    return widget.mapTo(part, widget.rect().center()) if widget is not part else widget.rect().center()
