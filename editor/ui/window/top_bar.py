"""The bar over everything: which issue is open, and what can be done with it."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from editor.desk.issue_entry import IssueEntry
from editor.desk.past_issues import past_issues
from editor.model.issue import Issue
from editor.model.issue_state import EDITABLE, STATE_NAMES
from editor.model.language import tr, tr_marked
from editor.model.saying import said_date, said_number
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.places import CommandBar, CommandMenu
from editor.ui.kit.cut_buttons import CutButton
from editor.ui.kit.widgets import SIZES, label, tip_with_keys, toolbar_tool
from editor.ui.palette.opener import PaletteOpener
from editor.ui.review.decision_buttons import DecisionButtons
from editor.ui.review.states import state_icon, state_pill
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

_WIDE, _NARROW = 1200, 1000


class TopBar(QWidget):
    """Issue switch on the left, commands on the right."""

    issue_chosen = Signal(str)

    def __init__(self, actions: CommandActions, menu: QMenu, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIZES["toolbar"])
        set_style(self, ground="window")
        self._switch = CutButton(tr("未打开期刊"))
        self._switch.setProperty("opens", "true")
        set_style(self._switch, kind="tool")
        self._switch.setFont(font("strong"))
        self._switch.setToolTip(tr("换一期"))
        self._switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._issues = QMenu(self)
        self._switch.setMenu(self._issues)
        self._date, self._state = _dating(actions["issue.number"]), _pill()
        self._unlock, self._actions = _worded(actions["issue.unlock"]), actions
        self._dates: tuple[str, ...] = ()
        self.decisions = DecisionButtons(actions, theme)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(toolbar_tool(actions["view.outline"]))
        for part in (self._switch, self._date, self._state, self._unlock):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        self._folding: set[str] = set()
        self._buttons: dict[str, QPushButton] = {}
        self._add_worded(row, CommandBar.TOP_NEW)
        row.addStretch()
        row.addWidget(PaletteOpener(actions["palette"]))
        row.addStretch()
        for action, _ in actions.placed(CommandBar.TOP_HISTORY):
            row.addWidget(toolbar_tool(action))
        self._add_worded(row, CommandBar.TOP_OUT)
        row.addWidget(self.decisions)
        row.addWidget(_more(menu, actions))
        row.addWidget(toolbar_tool(actions["view.pages"]))

    @property
    def state(self) -> str:
        """What it says of the issue's state."""
        return self._state.text()

    def show_decisions(self, names: Collection[str]) -> None:
        """Offer the commands that lead the issue on; where export is one, its small button is not needed."""
        self.decisions.show_names(names)
        for name, button in self._buttons.items():
            # the big button is enough
            if name in self.decisions.buttons:
                button.setVisible(name not in names)

    def _add_worded(self, row: QHBoxLayout, place: CommandBar) -> None:
        for action, at in self._actions.placed(place):
            button = self._buttons[action.objectName()] = _worded(action)
            row.addWidget(button)
            if at.folds:
                self._folding.add(action.objectName())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Leave out what can be done without where there is little room."""
        wide = self.width() >= _WIDE
        self._date.setText("　".join(self._dates if wide else self._dates[:1]))
        self._date.setToolTip(tr("{date}\n改期号和日期", date="　".join(self._dates)))
        self._date.setVisible(bool(self._dates) and self.width() >= _NARROW)
        for name, button in self._buttons.items():
            folds = not wide if name in self._folding else self.width() < _NARROW
            button.setText("" if folds else _words(self._actions[name]))

    def show_issue(self, issue: Issue | None, *, past: bool = False, writable: bool = True) -> None:
        """Name the open issue. past: later ones exist, so that it is only read unless it was unlocked."""
        self._state.setVisible(issue is not None)
        self._unlock.setVisible(past and not writable)
        if issue is None:
            self._dates = ()
            self._fold()
            self._switch.setText(tr("未打开期刊"))
            return
        self._switch.setText(said_number(issue.number)[-1])
        self._dates = (
            tr("{year}年{number}", year=issue.number.year, number=said_number(issue.number)[0]),
            said_date(issue.date),
        )
        self._fold()
        state = issue.archive.state
        read = tr("往期 · 可改") if writable else tr("往期 · 只读")
        self._state.setText(read if past and state in EDITABLE else tr_marked(STATE_NAMES[state]))
        set_style(self._state, ground=state_pill(state))

    def show_entries(self, entries: tuple[IssueEntry, ...], current: str) -> None:
        """Offer the library's issues."""
        self._issues.clear()
        self._switch.setEnabled(bool(entries))
        past = past_issues(entries)
        for entry in entries:
            state = tr("已损坏") if entry.damage else _state_words(entry, past=entry.uid in past)
            words = "　".join(
                (*said_number(entry.number), said_date(entry.date), tr("{n} 篇", n=entry.articles), state)
            )
            sign = (
                icon("check.error", self._theme, size=16, token="error")
                if entry.damage
                else state_icon(entry.state, self._theme)
            )
            action = self._issues.addAction(sign, f"{entry.masthead}　{words}")
            action.setCheckable(True)
            action.setChecked(entry.uid == current)
            # the sign of the state stands where the check mark would
            action.setFont(font("strong" if entry.uid == current else "base"))
            action.triggered.connect(lambda _on=False, uid=entry.uid: self.issue_chosen.emit(uid))
        self._issues.addSeparator()
        self._actions.fill(self._issues, CommandMenu.ISSUES)


def _state_words(entry: IssueEntry, *, past: bool) -> str:
    """Return what an issue of the list is; nobody is editing one that later issues have followed."""
    return tr("往期") if past and entry.state in EDITABLE else tr_marked(STATE_NAMES[entry.state])


def _dating(action: QAction) -> QPushButton:
    """Return the button that shows number and day; also where they cannot be changed, and as legible."""
    button = CutButton()
    button.setAccessibleName(_words(action))
    set_style(button, kind="tool")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button


def _pill() -> QLabel:
    pill = label(role="small", ink="text2")
    pill.setContentsMargins(10, 0, 10, 0)
    pill.setFixedHeight(22)
    set_style(pill, ground="pill")
    return pill


def _worded(action: QAction) -> QPushButton:
    button = CutButton(_words(action))
    button.setIcon(action.icon())
    button.setAccessibleName(_words(action))
    set_style(button, kind="tool")
    tip_with_keys(button, action)
    button.setEnabled(action.isEnabled())
    # a click leaves the caret where it is
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def _words(action: QAction) -> str:
    return action.text().removesuffix("…")


def _more(menu: QMenu, actions: CommandActions) -> QToolButton:
    button = toolbar_tool(actions["more"])
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button
