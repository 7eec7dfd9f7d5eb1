"""The top bar's main buttons: what leads the open issue on."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor.ui.theme.apply import mark
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme
from editor.ui.widgets import tip_with_keys

_ICONS = {
    "review.return": "review.return",
    "review.publish": "handover",
    "review.submit": "review.submit",
    "review.approve": "review.seal",
    "review.correct": "versions",
    "review.read": "review.notes",
    "export": "export",
}
_PLAIN = frozenset({"review.return", "review.publish"})


class DecisionButtons(QWidget):
    """Those are seen that lead on from the issue's state; export is among them once the issue is approved."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons = {name: _button(name, actions[name], theme) for name in _ICONS}
        for button in self.buttons.values():
            row.addWidget(button)
        self.show_names(("export",))

    def show_names(self, names: Collection[str]) -> None:
        """Show the buttons of these commands."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)


def _button(name: str, action: QAction, theme: Theme) -> QPushButton:
    plain = name in _PLAIN
    made = QPushButton(icon(_ICONS[name], theme, token="text2" if plain else "accent.on"), "")
    mark(made, kind="" if plain else "primary")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    tip_with_keys(made, action)
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setText(action.text().partition("、")[0].removesuffix("…"))
        made.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    follow()
    return made
