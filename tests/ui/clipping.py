"""What is cut in a window without saying so: words that are wider than their place, and parts outside their parents."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from editor.ui.kit.cut_buttons import CutButton, CutChoice
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.segments import Segment

SAYING = (QLabel, QAbstractButton, QComboBox, QLineEdit)
CUTTING = (CutLabel, CutButton, CutChoice, FactField, Segment)
_INSIDE = 4
"""Px that Qt keeps free in a field beside its words."""


def clipped(top):
    """Return what is cut below a widget without an ellipsis and a tool tip, and what its parent cuts off."""
    seen = [one for one in top.findChildren(QWidget) if one.isVisible() and not _of_a_view(one)]
    found = ((one, _fault(one, top)) for one in seen if isinstance(one, SAYING))
    return [f"{type(one).__name__} {_words(one) or one.accessibleName()!r}: {fault}" for one, fault in found if fault]


def _of_a_view(widget):
    """Return whether a widget belongs to a list or tree, which draws its rows by itself."""
    above = [widget.parentWidget(), widget.parentWidget() and widget.parentWidget().parentWidget()]
    return any(isinstance(one, QAbstractItemView) for one in above)


def _words(widget):
    match widget:
        case CutLabel():
            return widget.whole
        case QComboBox():
            return widget.currentText()
        case QLineEdit():
            return widget.text() or widget.placeholderText()
        case _:
            return widget.text()


def _fault(widget, top):
    return _outside(widget, top) or (_too_narrow(widget) if _words(widget) else "")


def _outside(widget, top):
    parent = widget.parentWidget()
    while parent and parent is not top.parentWidget():
        left = widget.mapTo(parent, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > parent.width():
            return f"{left} to {left + widget.width()} in {parent.width()} of {type(parent).__name__}"
        parent = parent.parentWidget()
    return ""


def _too_narrow(widget):
    if isinstance(widget, QLabel) and widget.wordWrap():
        return "" if widget.heightForWidth(widget.width()) <= widget.height() else "a line is missing"
    if isinstance(widget, QToolButton) and not widget.icon().isNull():
        return ""
    needed, room = _needed(widget)
    if needed <= room or (isinstance(widget, CUTTING) and _told(widget)):
        return ""
    return f"{needed} in {room}"


def _needed(widget):
    """Return the px that a widget's words need, and those that they have."""
    advance = widget.fontMetrics().horizontalAdvance(_words(widget))
    match widget:
        case CutLabel():
            return advance, widget.width()
        case QComboBox():
            option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
            widget.initStyleOption(option)
            inner = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)
            return advance, inner.width()
        case QLineEdit():
            option = QStyleOptionFrame()
            widget.initStyleOption(option)
            inner = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget)
            # with the keyboard in it a field scrolls
            return 0 if widget.hasFocus() else advance, inner.width() - _INSIDE
        case Segment():
            return 0 if widget.shown == widget.text() else advance, 0
        case _:
            return widget.sizeHint().width(), widget.width()


def _told(widget):
    """Return whether what is cut is told as a whole by a tool tip, its own or of what it lies on."""
    if isinstance(widget, CutLabel) and "…" not in widget.text():
        return False
    while widget and not widget.toolTip():
        widget = widget.parentWidget()
    return widget is not None
