"""Rows of lists, trees and tables that have no delegate of their own: heights, and one rounded ground a row."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOption, QWidget

from editor.ui.theme.tokens import Theme

_SELECTED, _ACTIVE = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_Active
_OVER, _ENABLED = QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_Enabled


def row_height(theme: Theme, view: QWidget | None) -> int:
    """Return the least height of a row in logical pixels."""
    return theme.size["row.list" if isinstance(view, QListView) else "row"]


def draw_row(theme: Theme, painter: QPainter, option: QStyleOption, view: QWidget | None) -> None:
    """Draw what lies under a row. Qt asks for branches and cells one by one: each shows its part of the whole."""
    ground = _ground(theme, option.state)
    if ground is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(_edge(theme, option.state))
    painter.setBrush(ground)
    radius = theme.radius["button"]
    painter.drawRoundedRect(_whole(option, view), radius, radius)
    painter.restore()


def _ground(theme: Theme, state: QStyle.StateFlag) -> QColor | None:
    if state & _SELECTED:
        return theme.colour("accent.soft" if state & _ACTIVE else "selected.idle")
    return theme.colour("hover") if state & _OVER and state & _ENABLED else None


def _edge(theme: Theme, state: QStyle.StateFlag) -> QPen:
    """In high contrast a selection has an edge as well: a ground alone is too weak a sign there."""
    if theme.name == "contrast" and state & _SELECTED:
        return QPen(theme.colour("accent"), 2)
    return QPen(Qt.PenStyle.NoPen)


def _whole(option: QStyleOption, view: QWidget | None) -> QRectF:
    row = QRectF(option.rect)
    if isinstance(view, QAbstractItemView) and not isinstance(view, QListView):
        row.setLeft(0)
        row.setRight(view.viewport().width())
    return row.adjusted(1, 1, -1, -1)
