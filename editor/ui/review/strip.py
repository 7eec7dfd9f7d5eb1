"""The strip over the columns: where the issue stands, why it cannot be changed, and how to go on."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.kit.pieces import CutLabel, IconPicture
from editor.ui.kit.widgets import hairline, tip_with_keys
from editor.ui.review.strip_words import StripFace
from editor.ui.theme.apply import set_style

_HEIGHT = 32


class ReviewStrip(QWidget):
    """Hidden while there is nothing to say. Its buttons are commands of the window."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setAccessibleName(tr("审批"))
        self._ground = QFrame()
        self._ground.setFixedHeight(_HEIGHT)
        self._sign = IconPicture("lock", size=16)
        self._words, self._detail = CutLabel(role="strong", end=True), CutLabel(ink="text2", end=True)
        self.buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self._ground)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words)
        self._row.addWidget(self._detail, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._ground)
        stack.addWidget(hairline())
        self.hide()

    @property
    def message(self) -> str:
        """What it says, as a whole."""
        return f"{self._words.whole} {self._detail.whole}".strip() if not self.isHidden() else ""

    def show_face(self, face: StripFace | None) -> None:
        """Say where the issue stands; nothing for None."""
        self.setVisible(face is not None)
        if face is None:
            return
        set_style(self._ground, ground=f"strip.{face.tone}")
        self._sign.show_icon(face.icon, token=face.tone)
        self._words.show_text(face.words)
        self._detail.show_text(face.detail)
        for name in (*self.buttons, *face.commands):
            self._button(name).setVisible(name in face.commands and self._actions[name].isVisible())

    def _button(self, name: str) -> QPushButton:
        if name in self.buttons:
            return self.buttons[name]
        action = self._actions[name]
        made = self.buttons[name] = QPushButton(action.text())
        made.setProperty("small", "true")
        set_style(made, kind="quiet")
        tip_with_keys(made, action)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(action.trigger)
        self._row.addWidget(made)
        return made
