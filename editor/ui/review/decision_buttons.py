"""The top bar's main buttons: what leads the open issue on."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor.ui.commands.actions import CommandActions
from editor.ui.commands.places import CommandBar
from editor.ui.kit.widgets import tip_with_keys
from editor.ui.theme.apply import set_style
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme


class DecisionButtons(QWidget):
    """Those are seen that lead on from the issue's state; export is among them once the issue is approved."""

    def __init__(self, actions: CommandActions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for action, at in actions.placed(CommandBar.DECISIONS):
            name = action.objectName()
            self.buttons[name] = _button(action, actions.table[name].icon, theme, primary=at.primary)
            row.addWidget(self.buttons[name])
        self.show_names(("export",))

    def show_names(self, names: Collection[str]) -> None:
        """Show the buttons of these commands."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)


def _button(action: QAction, drawn: str, theme: Theme, *, primary: bool) -> QPushButton:
    made = QPushButton(icon(drawn, theme, token="accent.on" if primary else "text2"), "")
    set_style(made, kind="primary" if primary else "")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    tip_with_keys(made, action)
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setText(action.text().partition("、")[0].removesuffix("…"))
        made.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    follow()
    return made
