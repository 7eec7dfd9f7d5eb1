"""A list of names to write, order and take out; the names are its keys only by their place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.choice_field import WordsField
from editor.ui.kit.widgets import application
from editor.ui.profile.ordered_rows import OrderedRows
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

Names = tuple[str, ...]
_MOST_TRIED = 30


class NameList(QWidget):
    """written: names, the step's name and the step it may be part of; refused: why others are none; left: a field."""

    written = Signal(tuple, str, str)
    refused = Signal(str)
    left = Signal()

    def __init__(self, what: str, fault: Callable[[Names], str], *, new: str, parent: QWidget | None = None) -> None:
        """Show nothing yet. what: how one is called; fault: what is wrong with names; new: what an added one says."""
        super().__init__(parent)
        self._what, self._fault, self._new = what, fault, new
        self._names: Names = ()
        self.rows = OrderedRows(what, self._made)
        self.add = QPushButton(
            icon("add", current_theme(application()), size=16, token="accent"), tr("加{what}", what=what)
        )
        set_style(self.add, kind="link")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        stack.addWidget(self.rows)
        stack.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add_clicked)
        self.rows.moved.connect(self._on_moved)
        self.rows.removed.connect(self._on_removed)

    def show_names(self, names: Names) -> None:
        """Show names."""
        self._names = names
        self.rows.show_keys(tuple(map(str, range(len(names)))))
        for at, name in enumerate(names):
            self.field(at).show_text(name)

    def field(self, place: int) -> WordsField:
        """Return the field of a place, from 0."""
        content = self.rows.content(str(place))
        assert isinstance(content, WordsField), "every row is made here"  # noqa: S101
        return content

    def _made(self, key: str) -> QWidget:
        field = WordsField(f"{self._what} {int(key) + 1}", fault=lambda text: self._fault(self._with(key, text)))
        set_style(field, kind="quiet")
        field.written.connect(
            lambda text: self.written.emit(self._with(key, text), tr("改{what}", what=self._what), key)
        )
        field.refused.connect(self.refused)
        field.left.connect(self.left)
        return field

    def _with(self, key: str, text: str) -> Names:
        return tuple(text if at == int(key) else name for at, name in enumerate(self._names))

    def _on_add_clicked(self) -> None:
        tried = (self._new, *(f"{self._new} {number}" for number in range(2, _MOST_TRIED)))
        names = [(*self._names, name) for name in tried]
        # what none of them can put right is said of the first
        if self._tell(next((one for one in names if not self._fault(one)), names[0]), tr("加{what}", what=self._what)):
            field = self.field(len(self._names) - 1)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.selectAll()

    def _on_moved(self, key: str, place: int) -> None:
        rest = [name for at, name in enumerate(self._names) if at != int(key)]
        self._tell((*rest[:place], self._names[int(key)], *rest[place:]), tr("移动{what}", what=self._what))
        self.field(place).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_removed(self, key: str) -> None:
        self._tell(
            tuple(name for at, name in enumerate(self._names) if at != int(key)), tr("删除{what}", what=self._what)
        )

    def _tell(self, names: Names, how: str) -> bool:
        reason = self._fault(names)
        self.refused.emit(reason)
        if not reason:
            self.written.emit(names, how, "")
        return not reason
