"""全期匀版: what is proposed, with a tick each, and the pages before and after as they are really set."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from editor.desk.balancing import (
    BalancePlan,
    PageRemedy,
    RemedyKind,
    apply_remedies,
    balance_plan,
    set_pages,
    thin_articles,
)
from editor.desk.printable_issue import PrintableIssue
from editor.model.language import tr
from editor.model.page_facts import PageFacts
from editor.model.workspace import Workspace
from editor.text.quotes import within_title
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine

_WIDTH, _ROWS = 680, 240
_LEAD = tr("末页不到三分之一的文章，可以收紧，或者让下一篇接排。页数是按勾选真排出来的。")


class BalanceDialog(GrowingDialog):
    """Begins to set the issue at once; a change of ticks sets it again, the latest last."""

    def __init__(self, space: Workspace, printable: PrintableIssue, parent: QWidget | None = None) -> None:
        """space: the issue under edit; printable: the same with all that setting it needs."""
        super().__init__(tr("全期匀版"), parent)
        self._space, self._printable = space, printable
        self._plan: BalancePlan | None = None
        self._after: PageFacts | None = None
        # what the pages were set with last, and whether they are being set
        self._set_with: tuple[PageRemedy, ...] = ()
        self._busy = False
        self.list, self.message = QListWidget(), StateLine()
        self.list.setAccessibleName(tr("可以匀版的地方"))
        self.list.setMinimumHeight(_ROWS)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.leave, self.use = QPushButton(tr("取消")), QPushButton(tr("照此匀版"))
        stack = QVBoxLayout(self)
        fill(stack, tr("全期匀版"), _LEAD)
        stack.addWidget(self.list, 1)
        stack.addWidget(self.message)
        stack.addSpacing(8)
        stack.addLayout(buttons_row(self.leave, self.use))
        self.resize(_WIDTH, self.sizeHint().height())
        self.leave.clicked.connect(self.reject)
        self.use.clicked.connect(self.accept)
        self.list.itemChanged.connect(self._on_ticked)
        self._begin(Job(lambda _shares: _planned(space, printable)), self._on_planned)

    @property
    def chosen(self) -> tuple[PageRemedy, ...]:
        """What is ticked."""
        items = map(self.list.item, range(self.list.count()))
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in items if _is_ticked(item))

    @property
    def won(self) -> int:
        """How many pages fewer there are with what is ticked."""
        return self._plan.before.sheets - self._after.sheets if self._plan and self._after else 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows as shown."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def _begin(self, job: Job, done: Callable[[BalancePlan], None] | Callable[[PageFacts], None]) -> None:
        self._busy = True
        self.use.setEnabled(False)
        self.message.show_message(tr("正在试排…"))
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.start()

    def _on_planned(self, plan: BalancePlan) -> None:
        self._busy, self._plan, self._after, self._set_with = False, plan, plan.after, plan.chosen
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's
        for remedy in plan.offered:
            item = QListWidgetItem(self._words(remedy, plan.before))
            item.setData(Qt.ItemDataRole.UserRole, remedy)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if remedy in plan.chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's
        self._show()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        """Leave one remedy for each page, and set the pages again."""
        if _is_ticked(item):
            page = item.data(Qt.ItemDataRole.UserRole).page_of
            for other in map(self.list.item, range(self.list.count())):
                if other is not item and other.data(Qt.ItemDataRole.UserRole).page_of == page and _is_ticked(other):
                    other.setCheckState(Qt.CheckState.Unchecked)
        self._set_again()

    def _set_again(self) -> None:
        if self._busy:
            self.use.setEnabled(False)
            return
        chosen = self.chosen
        if chosen == self._set_with:
            self._show()
            return
        self._set_with = chosen
        self._begin(Job(lambda _shares: _set(self._space, self._printable, chosen)), self._on_set)

    def _on_set(self, after: PageFacts) -> None:
        self._busy, self._after = False, after
        if self.chosen == self._set_with:
            self._show()
        else:
            self._set_again()

    def _on_failed(self, reason: str) -> None:
        self._busy = False
        self.message.show_message(reason, state="error")

    def _show(self) -> None:
        plan, after = self._plan, self._after
        if plan is None or after is None:
            return
        self.use.setEnabled(bool(self.chosen))
        if not plan.offered:
            self.message.show_message(tr("没有可以匀的地方：{now}。", now=_pages(plan.before)), state="ok")
            return
        said = tr("现在{now}；照勾选的排，{after}。", now=_pages(plan.before), after=_pages(after))
        self.message.show_message(said, state="ok" if self.won > 0 else "")

    def _words(self, remedy: PageRemedy, facts: PageFacts) -> str:
        pages = facts.of(remedy.page_of)
        article, changed = (self._title(uid) for uid in (remedy.page_of, remedy.changed))
        where = tr(
            "第 {page:02} 页《{title}》末页 {n} 行", page=pages.last if pages else 0, title=article, n=remedy.lines
        )
        if remedy.kind is RemedyKind.TIGHTEN:
            return tr("{where}：收紧，小标题前不空行", where=where)
        return tr("{where}：《{title}》接排", where=where, title=changed)

    def _title(self, uid: str) -> str:
        article = self._space.article(uid)
        return within_title(article.title.text if article and article.title.text else tr("（无标题）"))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked


def _pages(facts: PageFacts) -> str:
    """Return how many pages there are, and how many are nearly empty."""
    return tr("共 {n} 页，{thin} 页不到三分之一", n=facts.sheets, thin=len(thin_articles(facts)))


def _planned(space: Workspace, printable: PrintableIssue) -> BalancePlan:
    set_issue, end = set_pages(printable)
    try:
        return balance_plan(space, printable.look, set_issue)
    finally:
        end()


def _set(space: Workspace, printable: PrintableIssue, chosen: tuple[PageRemedy, ...]) -> PageFacts:
    set_issue, end = set_pages(printable)
    try:
        return set_issue(apply_remedies(space, chosen).issue)
    finally:
        end()
