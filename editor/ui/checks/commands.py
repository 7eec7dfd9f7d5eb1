"""The checks: run in the quiet, shown in outline, panel and status line, put right or let stand."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from editor.checks.finding import Finding, FindingField, Level
from editor.checks.run import Checked
from editor.desk.checking import (
    check_issue,
    finding_headings,
    previous_issue,
)
from editor.model.issue import Issue
from editor.model.language import tr
from editor.ui.checks.answers import FindingAnswers
from editor.ui.checks.light import CheckLight
from editor.ui.checks.view import ChecksView
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import CHECKS, OUTLINE
from editor.ui.commands.places import CommandBar, CommandGroup
from editor.ui.kit.tints import Layer, MarkKind, TextMark

_QUIET_MS = 400
_ORDER = tuple(level.value for level in Level)


def _marks(finding: Finding, field: FindingField) -> list[TextMark]:
    """Return the marks of a finding in the title, or in the blocks of the body."""
    places = [place for place in (finding.place, *finding.also) if place.where == finding.place.where]
    chosen = [place for place in places if (place.field is FindingField.TITLE) == (field is FindingField.TITLE)]
    kind = MarkKind(finding.level.value)
    return [
        TextMark(block=place.block, start=place.span[0], end=place.span[1], kind=kind)
        for place in chosen
        if place.span and (place.block or field is FindingField.TITLE)
    ]


class CheckCommands(QObject):
    """Keeps the findings of the open issue. changed: there are other ones."""

    changed = Signal()

    def __init__(self, context: WindowContext, light: CheckLight) -> None:
        """Act in one window. light: says at a glance what was found."""
        super().__init__(context.window)
        self._context, self._session, self._light = context, context.session, light
        self.view = ChecksView()
        context.lists.add(self.view)
        self._checked: Checked | None = None
        self._previous: Issue | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.run)
        self._connect()

    @property
    def levels(self) -> Mapping[str, str]:
        """The worst level by place, for the outline."""
        worst: dict[str, str] = {}
        for finding in self._checked.findings if self._checked else ():
            where, level = finding.place.where, finding.level.value
            worst[where] = min(worst.get(where, level), level, key=_ORDER.index)
        return worst

    @property
    def checked(self) -> Checked | None:
        """The last run, None before the first."""
        return self._checked

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What stands."""
        return self._checked.findings if self._checked else ()

    def begin(self) -> None:
        """Check another issue from its beginning."""
        self._checked = None
        self._previous = previous_issue(self._session.library, self._context.opened.issue)
        self.run()

    def soon(self) -> None:
        """Check again when the user pauses."""
        self._quiet.start()

    def run(self) -> None:
        """Check now."""
        opened, facts = self._session.opened_issue, self._context.pages.facts
        if opened is None:
            return
        self._quiet.stop()
        self._checked = check_issue(opened.printable, facts=facts, previous=self._previous, before=self._checked)
        headings = finding_headings(opened.issue, facts)
        found = self._checked
        self.view.show_findings(found.findings, found.waived, headings, pending=len(found.pending))
        self._context.lists.show_count(CHECKS, len(found.findings))
        self._light.show_findings(found.findings)
        self.mark_article()
        self.changed.emit()

    def mark_article(self) -> None:
        """Mark in the open article what was found in it."""
        article = self._context.article
        here = article.article.uid if article.article else ""
        mine = [finding for finding in self.findings if finding.place.where == here]
        article.body.marks.show(Layer.FINDINGS, [mark for one in mine for mark in _marks(one, FindingField.BODY)])
        article.title.marks.show(Layer.FINDINGS, [mark for one in mine for mark in _marks(one, FindingField.TITLE)])

    def toggle(self) -> None:
        """Show the list of findings, or the outline again."""
        self._context.lists.show(OUTLINE if self._context.lists.current == CHECKS else CHECKS)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) finding."""
        self._context.lists.show(CHECKS)
        self.view.step(by)

    def _connect(self) -> None:
        FindingAnswers(self._context, self.view).given.connect(self.run)
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
    ),
)
