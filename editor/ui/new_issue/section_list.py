"""A list of section names to write, order and take out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_MOST = 12


class SectionList(QWidget):
    """One field a section. Alt+Up and Alt+Down move the one that is being written."""

    edited = Signal()

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_SectionRow] = []
        self._stack = QVBoxLayout()
        self._stack.setSpacing(4)
        self.add = QPushButton(tr("添加栏目"))
        self.add.setAutoDefault(False)
        set_style(self.add, kind="link")
        self.add.clicked.connect(self._on_add_clicked)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._stack)
        outer.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for name in names:
            self._append(name)
        self._renumber()

    @property
    def names(self) -> tuple[str, ...]:
        """What the fields say, in order."""
        return tuple(row.field.text() for row in self._rows)

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The fields, in order."""
        return tuple(row.field for row in self._rows)

    @property
    def rows(self) -> tuple["_SectionRow", ...]:
        """The rows, in order."""
        return tuple(self._rows)

    def move_row(self, row: "_SectionRow", by: int) -> None:
        """Move a row up (-1) or down (1); at an end it stays."""
        place = self._rows.index(row)
        if not 0 <= place + by < len(self._rows):
            return
        self._rows.insert(place + by, self._rows.pop(place))
        self._stack.removeWidget(row)
        self._stack.insertWidget(place + by, row)
        self._renumber()
        self.edited.emit()

    def remove_row(self, row: "_SectionRow") -> None:
        """Take a row out; the last one is only emptied."""
        if len(self._rows) == 1:
            row.field.clear()
            return
        place = self._rows.index(row)
        self._rows.remove(row)
        self._rows[min(place, len(self._rows) - 1)].field.setFocus()
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._renumber()
        self.edited.emit()

    def _on_add_clicked(self) -> None:
        self._append("").field.setFocus()
        self._renumber()
        self.edited.emit()

    def _append(self, name: str) -> "_SectionRow":
        row = _SectionRow(name, self)
        row.field.textChanged.connect(self.edited)
        self._rows.append(row)
        self._stack.addWidget(row)
        return row

    def _renumber(self) -> None:
        for place, row in enumerate(self._rows):
            row.show_place(place, len(self._rows))
        self.add.setEnabled(len(self._rows) < _MOST)


class _SectionRow(QWidget):
    def __init__(self, name: str, owner: SectionList) -> None:
        super().__init__()
        self._number, self.field = label(role="small", ink="text3"), QLineEdit(name)
        self._number.setFixedWidth(20)
        self.field.setProperty("small", "true")
        self.up, self.down, self.out = (
            _tool("order.up", tr("上移")),
            _tool("order.down", tr("下移")),
            _tool("cancel", tr("去掉")),
        )
        for button, by, keys in ((self.up, -1, "Alt+Up"), (self.down, 1, "Alt+Down")):
            button.clicked.connect(lambda _on=False, by=by: owner.move_row(self, by))
            button.setToolTip(tr("{accessiblename}（{keys}）", accessiblename=button.accessibleName(), keys=keys))
            shortcut = QShortcut(QKeySequence(keys), self.field, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: owner.move_row(self, by))
        self.out.clicked.connect(lambda: owner.remove_row(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._number)
        row.addWidget(self.field, 1)
        row.addSpacing(4)
        for button in (self.up, self.down, self.out):
            row.addWidget(button)

    def show_place(self, place: int, many: int) -> None:
        """Show the row's place among many, from 0."""
        self._number.setText(str(place + 1))
        self.field.setAccessibleName(tr("栏目 {place}", place=place + 1))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < many - 1)


def _tool(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, current_theme(application()), size=16))
    button.setFixedSize(28, 28)
    button.setAccessibleName(words)
    button.setToolTip(words)
    # Tab walks from name to name; the keys move rows as well
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button
