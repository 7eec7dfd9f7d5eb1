"""How the dialog of past issues is laid out: files, the original with its roles, what was understood, doubts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.importing.lists import DoubtList, FileList
from editor.ui.importing.role_bar import RoleBar
from editor.ui.importing.source_view import SourceView
from editor.ui.importing.understood import Understood
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import bar_frame, column, hairline, label
from editor.ui.theme.apply import set_style

_FILES, _SOURCE, _UNDERSTOOD, _LEAST = 208, 600, 460, 360


def both_sides(files: FileList | None, source: QWidget, understood: QWidget) -> QHBoxLayout:
    """Return the files, where there are several, beside the original and what was understood."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    split.addWidget(source)
    split.addWidget(understood)
    split.setSizes([_SOURCE, _UNDERSTOOD])
    split.setStretchFactor(0, 3)
    split.setStretchFactor(1, 2)
    row = QHBoxLayout()
    row.setSpacing(0)
    if files:
        room = column(files, ground="sidebar")
        room.setFixedWidth(_FILES)
        row.addWidget(room)
        row.addWidget(hairline(upright=True))
    row.addWidget(split, 1)
    return row


def stacked(dialog: QWidget, *parts: QWidget) -> QVBoxLayout:
    """Return the dialog's rows from the top, without margins."""
    stack = QVBoxLayout(dialog)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(0)
    for part in parts:
        stack.addWidget(part)
    return stack


def source_side(source: SourceView, roles: RoleBar) -> QWidget:
    """Return the original with its roles below it."""
    bar = QWidget()
    bar_frame(bar).addWidget(label(tr("原文"), role="strong"))
    return column(bar, hairline(), source, hairline(), roles, ground="surface")


def understood_side(
    heading: QLabel, understood: Understood, roles: RoleBar, points: QLabel, doubts: DoubtList
) -> QWidget:
    """Return what was understood with the doubts below it."""
    bar, lower_bar = QWidget(), QWidget()
    row = bar_frame(bar)
    row.addWidget(heading)
    row.addStretch()
    row.addWidget(label(tr("栏目"), role="small", ink="text2"))
    row.addSpacing(4)
    row.addWidget(roles.sections)
    bar_frame(lower_bar).addWidget(points)
    lower = column(lower_bar, hairline(), doubts, ground="sidebar")
    split = QSplitter(Qt.Orientation.Vertical)
    split.setChildrenCollapsible(False)
    split.addWidget(understood)
    split.addWidget(lower)
    split.setStretchFactor(0, 3)
    split.setStretchFactor(1, 2)
    made = column(bar, hairline(), split, ground="surface")
    made.setMinimumWidth(_LEAST)
    return made


def message_row(made: QWidget, message: StateLine) -> QWidget:
    """Put a message into the room above both sides."""
    set_style(made, ground="raised")
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 8, 16, 8)
    row.addWidget(message, 1)
    return made
