"""What the find bar and the dialog of the library are made of."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton

from editor.model.language import tr
from editor.ui.kit.undo_keys import leave_undo_to_window
from editor.ui.kit.widgets import label
from editor.ui.theme.fonts import font
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

_LEAST_HEAD = 36


class Scope(StrEnum):
    """Where is searched."""

    ARTICLE = "article"
    ISSUE = "issue"
    LIBRARY = "library"


_NAMES = {Scope.ARTICLE: tr("本篇"), Scope.ISSUE: tr("本期和待编"), Scope.LIBRARY: tr("刊库")}


def field(name: str) -> QLineEdit:
    """Return a small field for words; undo in it takes back the replacement, as the eye expects."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setProperty("small", "true")
    made.setMinimumWidth(96)
    leave_undo_to_window(made)
    return made


def scopes() -> QComboBox:
    """Return the choice of where is searched."""
    made = QComboBox()
    made.setAccessibleName(tr("范围"))
    made.setProperty("small", "true")
    for scope, words in _NAMES.items():
        made.addItem(words, scope.value)
    return made


def tool(name: str, tip: str, theme: Theme) -> QToolButton:
    """Return a button with an icon. tip: its name, with keys in brackets."""
    made = QToolButton()
    made.setIcon(icon(name, theme, size=16))
    made.setIconSize(QSize(16, 16))
    made.setFixedSize(28, 28)
    made.setToolTip(tip)
    made.setAccessibleName(tip.partition("（")[0])
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def button(words: str) -> QPushButton:
    """Return a small button."""
    made = QPushButton(words)
    made.setProperty("small", "true")
    return made


def head_width() -> int:
    """Return the width of the words before the fields, which stand below each other."""
    advance = QFontMetrics(font("base")).horizontalAdvance
    return max(_LEAST_HEAD, *(advance(words) + 2 for words in (tr("查找"), tr("替换"))))


def head(words: str, field: QLineEdit) -> QLabel:
    """Return the word before a field."""
    made = label(words, ink="text2")
    made.setFixedWidth(head_width())
    made.setBuddy(field)
    return made


def row() -> QHBoxLayout:
    """Return a row of the bar."""
    row = QHBoxLayout()
    row.setSpacing(4)
    return row
