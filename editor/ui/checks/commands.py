"""The checks: run in the quiet, shown in outline, panel and status line, put right or let stand."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.finding import Finding, Level
from editor.desk.checking import (
    check_issue,
    finding_headings,
    previous_issue,
    with_doubts,
    with_seen,
)
from editor.desk.checking.error_rate import error_rate
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.waiver import Waiver
from editor.ui.checks.doubt_reading import DoubtReading
from editor.ui.checks.finding_boxes import FindingBoxes
from editor.ui.checks.finding_marks import body_marks, title_marks
from editor.ui.checks.in_hand import FindingInHand
from editor.ui.checks.light import CheckLight
from editor.ui.checks.seen_reading import SeenReading
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.left_lists import CHECKS, OUTLINE
from editor.ui.commands.places import CommandBar, CommandGroup
from editor.ui.commands.state import issue_open
from editor.ui.kit.later import LaterPage
from editor.ui.kit.tints import Layer

if TYPE_CHECKING:
    from editor.checks.run import Checked
    from editor.ui.checks.view import ChecksView

# another issue is checked once it is seen
_FIRST_MS, _QUIET_MS = 60, 400
_ORDER = tuple(level.value for level in Level)


class CheckCommands(DialogOwner):
    """Keeps the findings of the open issue. changed: there are other ones; chosen: one in the list.

    hand: what is done about the one in hand.
    """

    changed = Signal()
    chosen = Signal(Finding)

    def __init__(self, context: WindowContext, light: CheckLight) -> None:
        """Act in one window. light: says at a glance what was found."""
        super().__init__(context.window)
        self._context, self._session, self._light = context, context.session, light
        self._page = LaterPage(self._make_view, self._fill)
        context.lists.add(self._page)
        self._checked: Checked | None = None
        self._failed: set[str] = set()
        self._previous: Issue | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.run)
        self._doubts = DoubtReading(self)
        self._doubts.read.connect(self.run)
        self._seen = SeenReading(self._session)
        self._seen.read.connect(self.run)
        self._seen.arrived.connect(context.show_message)
        self._boxes = FindingBoxes(context)
        self.hand = FindingInHand(context, self, self._boxes)
        self._connect()

    @property
    def view(self) -> "ChecksView":
        """The list of findings."""
        return self._page.view

    @property
    def levels(self) -> Mapping[str, str]:
        """The worst level by place, for the outline."""
        worst: dict[str, str] = {}
        for finding in self._checked.findings if self._checked else ():
            where, level = finding.place.where, finding.level.value
            worst[where] = min(worst.get(where, level), level, key=_ORDER.index)
        return worst

    @property
    def checked(self) -> "Checked | None":
        """The last run, None before the first."""
        return self._checked

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What stands."""
        return self._checked.findings if self._checked else ()

    def begin(self) -> None:
        """Check another issue from its beginning, in a moment."""
        self._checked = None
        self._doubts.forget()
        self._seen.forget()
        self._previous = previous_issue(self._session.library, self._context.opened.issue)
        self._light.show_running()
        self._tell()
        self._quiet.start(_FIRST_MS)

    def soon(self) -> None:
        """Check again when the user pauses."""
        self._quiet.start(_QUIET_MS)

    def run(self) -> None:
        """Check now."""
        opened, facts = self._session.opened_issue, self._context.pages.facts
        if opened is None:
            return
        self._quiet.stop()
        before = self._checked
        if before:
            before = with_seen(with_doubts(before, self._doubts.known), self._seen.known)
        self._checked = check_issue(opened.printable, facts=facts, previous=self._previous, before=before)
        self._doubts.want(opened.printable, self._previous)
        self._seen.want(opened)
        self._say_failed(self._checked)
        self._light.show_findings(self.findings)
        self._tell()

    def _say_failed(self, checked: "Checked") -> None:
        """Say once which rules raised: a bug of theirs, of which the log says more."""
        failed = {rule.title for rule in checked.failed}
        if failed - self._failed:
            names = tr("、").join(sorted(failed))
            self._context.show_message(tr("规则“{names}”出了错，没有查；其余照常。详情在运行记录里。", names=names))
        self._failed = failed

    def mark_article(self) -> None:
        """Mark in the open article what was found in it."""
        article = self._context.article
        here = article.article.uid if article.article else ""
        mine = [finding for finding in self.findings if finding.place.where == here]
        article.body.marks.show(Layer.FINDINGS, [mark for one in mine for mark in body_marks(one)])
        article.title.marks.show(Layer.FINDINGS, [mark for one in mine for mark in title_marks(one)])

    def toggle(self) -> None:
        """Show the list of findings, at that of the caret's words, or the outline again."""
        if self._context.lists.current == CHECKS:
            self._context.lists.show(OUTLINE)
            self._boxes.show(None)
            return
        at_caret = self.hand.at_caret()
        self._context.lists.show(CHECKS)
        if at_caret:
            self.hand.open(at_caret[0])

    def show_first(self, level: Level) -> None:
        """Show the list and go to its first finding of a level."""
        self._context.lists.show(CHECKS)
        first = next((one for one in self.findings if one.level is level), None)
        if first:
            self.view.choose(first)
            self.view.finding_chosen.emit(first)

    def show_lasting(self) -> None:
        """Show what was waived for all issues of the publication."""
        from editor.checks.registry import RULES
        from editor.ui.checks.lasting_dialog import LastingDialog

        titles = {rule.id: rule.title for rule in RULES}
        waivers = self._context.opened.printable.publication.waivers
        self.ask(LastingDialog(waivers, titles, self._drop_lasting, self._context.window))

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) finding."""
        self._context.lists.show(CHECKS)
        self.view.step(by)

    def _drop_lasting(self, waiver: Waiver) -> tuple[Waiver, ...] | None:
        from editor.ui.checks.answers import drop_lasting_waiver

        if not drop_lasting_waiver(self._context, waiver):
            return None
        self.run()
        return self._context.opened.printable.publication.waivers

    def _tell(self) -> None:
        self._page.refresh()
        self._context.lists.show_count(CHECKS, len(self.findings))
        self._boxes.keep(self.findings)
        self.mark_article()
        self.changed.emit()

    def _make_view(self, parent: QWidget) -> "ChecksView":
        from editor.ui.checks.answers import FindingAnswers
        from editor.ui.checks.view import ChecksView

        view = ChecksView(parent)
        FindingAnswers(self._context, view).given.connect(self.run)
        view.finding_chosen.connect(self.chosen)
        view.finding_chosen.connect(self._boxes.show)
        view.lasting_wanted.connect(self.show_lasting)
        view.closed.connect(lambda: self._boxes.show(None))
        view.offer(self._context.actions[name] for name in ("check.report", "check.lasting"))
        return view

    def _fill(self, view: "ChecksView") -> None:
        opened, found = self._session.opened_issue, self._checked
        if opened is None or found is None:
            view.show_findings((), (), {})
            return
        headings = finding_headings(opened.issue, self._context.pages.facts)
        rate = error_rate(opened.issue, found.findings)
        view.show_findings(found.findings, found.waived, headings, pending=len(found.pending), rate=rate)

    def _connect(self) -> None:
        self._light.clicked.connect(lambda: self._context.lists.show(CHECKS))
        self._session.changed.connect(lambda _before, _after: self.soon())
        self._session.registers_changed.connect(self.soon)


COMMANDS = CommandSet(
    CheckCommands,
    (
        Command(
            name="check",
            text=tr("检查"),
            english="Checks, proofread",
            icon="check.run",
            keys=("F7",),
            places=(CommandGroup.VIEW.at(60), CommandBar.TOP_OUT.at(10, folds=1)),
            run=CheckCommands.toggle,
        ),
        Command(
            name="check.next",
            text=tr("下一个问题"),
            english="Next finding",
            keys=("F4",),
            places=(CommandGroup.VIEW.at(70),),
            run=lambda it: it.step(1),
        ),
        Command(
            name="check.previous",
            text=tr("上一个问题"),
            english="Previous finding",
            keys=("Shift+F4",),
            places=(CommandGroup.VIEW.at(80),),
            run=lambda it: it.step(-1),
        ),
        Command(
            name="check.fix",
            text=tr("修正这个问题"),
            english="Fix finding, quick fix",
            icon="check.fix",
            keys=("Alt+Return",),
            places=(CommandGroup.VIEW.at(82),),
            writes=True,
            run=lambda it: it.hand.fix(),
        ),
        Command(
            name="check.fix-kind",
            text=tr("修正本期同类的问题"),
            english="Fix all findings of a kind in the issue",
            keys=("Alt+Shift+Return",),
            places=(CommandGroup.VIEW.at(84),),
            writes=True,
            run=lambda it: it.hand.fix_kind(),
        ),
        Command(
            name="check.waive",
            text=tr("放行这个问题…"),
            english="Waive finding, let stand, ignore",
            icon="check.waive",
            keys=("Shift+F7",),
            places=(CommandGroup.VIEW.at(86),),
            writes=True,
            run=lambda it: it.hand.waive(),
        ),
        Command(
            name="check.lasting",
            text=tr("长期放行…"),
            english="Waived for all issues of the publication",
            icon="check.waive",
            places=(CommandGroup.VIEW.at(88),),
            available=issue_open,
            run=CheckCommands.show_lasting,
        ),
    ),
)
