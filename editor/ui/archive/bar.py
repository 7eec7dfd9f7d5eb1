"""The bar over the archive: back, the field, how much there is to search."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from editor.model.language import tr
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import SIZES, application, label, toolbar_tool
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_FIELD, _LEAST = 560, 240
LONGEST = 10_000


class ArchiveField(QLineEdit):
    """What is sought. stepped: to the next (1) or previous (-1) hit while one types; entered: open the one in hand."""

    stepped = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("检索词"))
        self.setPlaceholderText(tr("检索全部文章：词、“整句”、来源:、年:、-不要的词"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(LONGEST)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_FIELD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme = current_theme(application())
        self.addAction(icon("search", theme, size=16, token="text3"), QLineEdit.ActionPosition.LeadingPosition)
        leave_undo_to_window(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.stepped.emit(1)
        elif key == Qt.Key.Key_Up:
            self.stepped.emit(-1)
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ArchiveBar(QWidget):
    """left: back to the columns."""

    left = Signal()

    def __init__(self, syntax: QAction, parent: QWidget | None = None) -> None:
        """syntax: shows how queries are written."""
        super().__init__(parent)
        self.setFixedHeight(SIZES["toolbar"])
        set_style(self, ground="window")
        self.back = QToolButton()
        self.back.setIcon(icon("arrow.left", current_theme(application())))
        self.back.setIconSize(QSize(20, 20))
        self.back.setFixedSize(32, 32)
        self.back.setToolTip(tr("返回（Esc）"))
        self.back.setAccessibleName(tr("返回"))
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.field = ArchiveField()
        self._all = label(role="small", ink="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(label(tr("总库检索"), role="strong"))
        row.addSpacing(12)
        row.addWidget(self.field, 10)
        row.addWidget(self._all)
        row.addStretch(1)
        row.addWidget(toolbar_tool(syntax))
        self._row = row
        self.back.clicked.connect(self.left)

    def add_tool(self, action: QAction) -> None:
        """Offer a command of the window at the right end."""
        self._row.addWidget(toolbar_tool(action))

    def show_issues(self, many: int) -> None:
        """Say how many issues there are to search."""
        self._all.setText(tr("{n} 期", n=many))
