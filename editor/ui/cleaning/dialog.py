"""整理: what would change in the selection, the article or the issue, to be ticked and made."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.desk.cleaning import Choice, IssueCleaning
from editor.model.language import tr
from editor.system.watching import unwatched
from editor.ui.cleaning.changes_list import ChangesList
from editor.ui.cleaning.planning import Planning, PlanningWork
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.segments import Segments
from editor.ui.theme.apply import set_style

_NOT_PLANNING: Planning | None = None
_WIDTH, _HEIGHT, _ROWS = 860, 640, 320
_LEAD = tr("照规则改正标点、空格和断行，去掉网页带来的文字。下面是会改的地方，不要改的去掉勾。")


class CleaningScope(Enum):
    """What is cleaned."""

    SELECTION = "selection"
    ARTICLE = "article"
    ISSUE = "issue"


SCOPE_WORDS = {
    CleaningScope.SELECTION: tr("选中的段落"),
    CleaningScope.ARTICLE: tr("这篇文章"),
    CleaningScope.ISSUE: tr("全期"),
}
Planner = Callable[[CleaningScope], PlanningWork]


class CleaningDialog(GrowingDialog):
    """cleaning: what the list is of; chosen: what is ticked in it; rules: the button for the publication's rules.

    planning: what finds the changes of an issue, None once they are found.
    """

    def __init__(
        self,
        scopes: tuple[CleaningScope, ...],
        planned: Planner,
        parent: QWidget | None = None,
        *,
        closed: str = "",
    ) -> None:
        """scopes: those that can be chosen, the first one at the beginning; planned: returns what would change.

        closed: why the issue cannot be cleaned as a whole, empty where it can.
        """
        super().__init__(tr("整理"), parent)
        self._planned, self._closed = planned, closed
        self.cleaning = IssueCleaning(plans=())
        self.scope = Segments(tr("范围"), [(one, SCOPE_WORDS[one]) for one in CleaningScope if one in scopes])
        self.list, self.message, self.every = ChangesList(), StateLine(), QCheckBox(tr("全选"))
        self.bar, self.planning = QProgressBar(), _NOT_PLANNING
        self.bar.setTextVisible(False)
        self.rules, self.leave = QPushButton(tr("规则…")), QPushButton(tr("取消"))
        self.use = QPushButton(tr("整理"))
        set_style(self.rules, kind="quiet")
        self.rules.setAutoDefault(False)
        self.list.setMinimumHeight(_ROWS)
        self._lay_out()
        self.resize(_WIDTH, _HEIGHT)
        self._connect()
        self.scope.show_key(scopes[0])
        self.plan()

    @property
    def chosen(self) -> frozenset[Choice]:
        """What is ticked."""
        return self.list.chosen

    def plan(self) -> None:
        """List what would change in what is chosen, after the scope or the rules are others."""
        scope = self.scope.key
        self._stop_planning()
        if scope is CleaningScope.ISSUE:
            self._plan_beside(self._planned(scope))
        elif isinstance(scope, CleaningScope):
            self._take(self._planned(scope)(unwatched))

    def _plan_beside(self, work: PlanningWork) -> None:
        """Find what would change in a thread: an issue of 20 articles takes a second."""
        self._take(IssueCleaning(plans=()))
        self.planning = planning = Planning(work, self)
        planning.progressed.connect(self._on_progressed)
        planning.done.connect(self._take)
        self._show()
        planning.start()

    def _take(self, cleaning: IssueCleaning) -> None:
        self._stop_planning()
        self.cleaning = cleaning
        self.list.show_changes(cleaning)

    def _stop_planning(self) -> None:
        if self.planning:
            self.planning.stop()
        self.planning = None

    def _on_progressed(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self.message.show_message(tr("正在看第 {number} 篇，共 {total} 篇…", number=done + 1, total=whole))

    def _show(self) -> None:
        many, ticked = len(self.list.rows), len(self.chosen)
        self.bar.setVisible(self.planning is not None)
        self.every.setEnabled(many > 0)
        self.every.setChecked(0 < many == ticked)
        closed = self._closed if self.scope.key is CleaningScope.ISSUE else ""
        self.use.setEnabled(ticked > 0 and not closed)
        self.use.setText(tr("整理 {n} 处", n=ticked) if ticked else tr("整理"))
        if self.planning:
            self.bar.setRange(0, 0)
            self.message.show_message(tr("正在看全期…"))
        elif many and closed:
            self.message.show_message(closed, state="warn")
        else:
            self.message.show_message("" if many else tr("没有要整理的地方"), state="" if many else "ok")

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        fill(stack, tr("整理"), _LEAD)
        top = QHBoxLayout()
        top.addWidget(self.every)
        top.addStretch()
        top.addWidget(self.scope)
        stack.addLayout(top)
        stack.addWidget(self.list, 1)
        stack.addWidget(self.bar)
        stack.addWidget(self.message)
        stack.addSpacing(8)
        row = buttons_row(self.leave, self.use)
        row.insertWidget(0, self.rules)
        stack.addLayout(row)

    def _connect(self) -> None:
        self.list.ticks_changed.connect(self._show)
        self.every.clicked.connect(lambda on: self.list.tick_all(on=on))
        self.scope.chosen.connect(lambda _key: self.plan())
        self.leave.clicked.connect(self.reject)
        self.use.clicked.connect(self.accept)
        self.finished.connect(lambda _how: self._stop_planning())
