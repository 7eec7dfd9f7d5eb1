"""The form of a category: a heading, rows of name and fields, and a sentence for what cannot be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.desk.issue_entry import IssueEntry
from editor.model.errors import UserError
from editor.model.font import Font
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.ui.kit.choice_field import WordsField
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

WIDTH, NAME_WIDTH = 560, 104
Change = Callable[[Publication], Publication]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProfile:
    """What a form shows. issue: on the page beside it; fonts: the office's own; pictures: bytes by sha256.

    in_hand: the issue that the change reaches at once, None for none.
    """

    publication: Publication
    issue: Issue
    fonts: tuple[Font, ...]
    entries: tuple[IssueEntry, ...]
    pictures: Mapping[str, bytes]
    in_hand: Issue | None


class Form(QWidget):
    """A category's form. edited: name of the step, the pure change, and the step it may be part of; left: a field."""

    edited = Signal(str, object, str)
    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.title = title
        self.message = StateLine()
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 20, 0, 24)
        self._stack.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.addWidget(label(title, role="view"))
        self.head.addStretch()
        self._stack.addLayout(self.head)
        self._stack.addSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._stack.addLayout(self._grid)
        self._stack.addWidget(self.message)
        self._stack.addStretch(1)
        self.setFixedWidth(WIDTH)

    def show_publication(self, shown: ShownProfile) -> None:
        """Show a publication; nothing is told to be edited."""
        raise NotImplementedError

    # building

    def row(self, name: str, *parts: QWidget) -> None:
        """Add a row: a name and fields side by side."""
        box = QHBoxLayout()
        box.setSpacing(8)
        for part in parts:
            box.addWidget(part)
        if all(part.sizePolicy().horizontalPolicy() is not QSizePolicy.Policy.Expanding for part in parts):
            box.addStretch()
        self._add(name, box, parts[0])

    def heading(self, words: str) -> None:
        """Begin another part of the form."""
        at = self._grid.rowCount()
        self._grid.setRowMinimumHeight(at, 12)
        self._grid.addWidget(label(words, role="head"), at + 1, 0, 1, 2)

    def wide(self, part: QWidget, *, left: bool = False) -> None:
        """Add something as wide as the form. left: no wider than it needs to be, at the left."""
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0)
        self._grid.addWidget(part, self._grid.rowCount(), 0, 1, 2, side)

    def note(self, words: str) -> None:
        """Add a sentence of explanation as wide as the form."""
        made = label(words, role="small", ink="text3")
        made.setWordWrap(True)
        self.wide(made)

    def link(self, words: str, act: Callable[[], None]) -> QPushButton:
        """Return a quiet button for the form's head."""
        made = QPushButton(words)
        set_style(made, kind="link")
        made.clicked.connect(act)
        self.head.addWidget(made)
        return made

    # telling

    def edit(self, name: str, change: Change, *, step: str = "") -> None:
        """Tell of a change; one that cannot be made is said instead."""
        self.message.show_message("")
        self.edited.emit(name, change, step)

    def try_edit(self, name: str, change: Change, publication: Publication) -> bool:
        """Tell of a change unless it raises UserError on this value: then say why. Returns whether it was told."""
        try:
            change(publication)
        except UserError as error:
            self.refuse(str(error))
            return False
        self.edit(name, change)
        return True

    def refuse(self, reason: str) -> None:
        """Say why something was not taken; empty for nothing."""
        self.message.show_message(reason, state="error" if reason else "")

    def bind(self, field: WordsField, name: str, put: Callable[[Publication, str], Publication]) -> None:
        """Let a field's words change the publication. name: of the step."""
        field.written.connect(lambda text: self.edit(name, lambda now: put(now, text), step=name))
        field.refused.connect(self.refuse)
        field.left.connect(self.left)

    def _add(self, name: str, content: QLayout, first: QWidget) -> None:
        at = self._grid.rowCount()
        words = label(name)
        words.setBuddy(first)
        words.setMinimumHeight(32)
        self._grid.addWidget(words, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(content, at, 1)
