"""A guess looks like a guess: a small mark in the field, and one click on it takes the guess for true."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.model.origin import ManuscriptField
from editor.ui.kit.guess_words import FIELD_NAMES
from editor.ui.kit.small_mark import SmallMark


class GuessMark(SmallMark):
    """Hidden where nothing is guessed; clicked when the user takes the guess for true."""

    def __init__(self, field: ManuscriptField, parent: QWidget | None = None) -> None:
        super().__init__(tr("猜的"), parent)
        self.field = field
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("{field}是猜的，点一下认可", field=FIELD_NAMES[field]))
        self.setToolTip(tr("文件里没有写明，是猜的。对就点一下（Ctrl+Shift+A），不对就改。"))
