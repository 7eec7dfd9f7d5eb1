"""The bar below the format bar: what is sought, where, and what takes its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from editor.desk.replacing import Search
from editor.model.language import tr
from editor.ui.find.pieces import Scope, button, field, head, head_width, row, scopes, tool
from editor.ui.find.replace_row import ReplaceRow
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import hairline, label
from editor.ui.theme.apply import set_style
from editor.ui.theme.tokens import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COUNT_WIDTH = 64


class FindBar(QWidget):
    """A part of the column, not a popup: popups do not get the input method. It only says what the user wants.

    changed: something else is sought, or elsewhere; stepped: to the next hit (1) or the one before (-1);
    library_wanted: to search there, or (true) to replace.
    """

    changed = Signal()
    stepped = Signal(int)
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    library_wanted = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("查找"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        set_style(self, ground="window")
        self.query, self.replacing = field(tr("查找")), ReplaceRow()
        self.case, self.width_blind = QCheckBox(tr("区分大小写")), QCheckBox(tr("全半角不分"))
        self.scope = scopes()
        self.previous = tool("chevron.up", tr("上一处（Shift+F3）"), theme)
        self.next = tool("chevron.down", tr("下一处（F3）"), theme)
        self.close_button = tool("close", tr("关闭（Esc）"), theme)
        self.search_library = button(tr("在刊库里查找…"))
        self.count, self.message = label(ink="text2"), CutLabel(role="small", ink="text2")
        self.count.setFixedWidth(_COUNT_WIDTH)
        self._wants_replace = False
        self._lay_out()
        self._connect()
        self.show_count(0, 0)
        self._show_scope()
        self.hide()

    # what the user wants

    @property
    def search(self) -> Search:
        """What is sought."""
        return Search(query=self.query.text(), match_case=self.case.isChecked(), any_width=self.width_blind.isChecked())

    @property
    def where(self) -> Scope:
        """Where it is sought."""
        return Scope(self.scope.currentData())

    # showing

    def open(self, words: str, *, replacing: bool) -> None:
        """Show the bar with the caret in what is sought. words: sought now, empty for what was sought before."""
        self._wants_replace = replacing
        self._show_scope()
        self.show()
        if words:
            self.query.setText(words)
        self.query.selectAll()
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, at: int, many: int) -> None:
        """Show which hit of how many is the current one; a search without any says so."""
        sought = bool(self.query.text()) and self.where is not Scope.LIBRARY
        self.count.setText(f"{at}/{many}" if many else tr("没有找到") if sought else "")
        set_style(self.count, ink="error" if sought and not many else "text2")
        set_style(self.query, state="error" if sought and not many else "")
        for step in (self.previous, self.next):
            step.setEnabled(many > 0)
        self.replacing.offer(many)

    def show_done(self) -> None:
        """Find nothing wrong with a search that has none left since all were replaced."""
        self.count.setText("")
        set_style(self.query, state="")

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.query.hasFocus():
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self.where is Scope.LIBRARY:
                self.library_wanted.emit(self._wants_replace)
            else:
                self.stepped.emit(-1 if back else 1)
        elif event.key() in _ENTER and self.replacing.field.hasFocus():
            self.replace_wanted.emit()
        else:
            super().keyPressEvent(event)

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 6, 8, 4)
        inner.setSpacing(4)
        inner.addLayout(self._find_row())
        inner.addWidget(self.replacing)
        inner.addLayout(self._options_row())
        stack.addLayout(inner)
        stack.addWidget(hairline())

    def _find_row(self) -> QHBoxLayout:
        line = row()
        line.addWidget(head(tr("查找"), self.query))
        line.addWidget(self.query, 1)
        line.addWidget(self.count)
        for part in (self.previous, self.next, self.search_library, self.scope, self.close_button):
            line.addWidget(part)
        return line

    def _options_row(self) -> QHBoxLayout:
        line = row()
        line.addSpacing(head_width() + line.spacing())
        line.addWidget(self.case)
        line.addSpacing(8)
        line.addWidget(self.width_blind)
        line.addSpacing(8)
        line.addWidget(self.message, 1)
        return line

    def _connect(self) -> None:
        self.query.textChanged.connect(self.changed)
        for option in (self.case, self.width_blind):
            option.toggled.connect(self.changed)
        self.scope.currentIndexChanged.connect(self._on_scope_chosen)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.replacing.one.clicked.connect(self.replace_wanted)
        self.replacing.all.clicked.connect(self.replace_all_wanted)
        self.search_library.clicked.connect(lambda: self.library_wanted.emit(self._wants_replace))
        self.close_button.clicked.connect(self.closed)

    def _on_scope_chosen(self) -> None:
        self._show_scope()
        self.changed.emit()

    def _show_scope(self) -> None:
        library = self.where is Scope.LIBRARY
        for part in (self.count, self.previous, self.next):
            part.setVisible(not library)
        self.search_library.setVisible(library)
        self.search_library.setText(tr("在刊库里替换…") if self._wants_replace else tr("在刊库里查找…"))
        self.replacing.setVisible(not library and self._wants_replace)
