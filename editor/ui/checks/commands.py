"""The checks: run in the quiet, shown in outline, panel and status line, put right or let stand."""

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.finding import Finding, FindingField, Level
from editor.checks.run import Checked
from editor.checks.waivers import WaiverScope, waive
from editor.desk.checking import (
    add_waiver,
    apply_fixes,
    check_issue,
    drop_waiver,
    finding_headings,
    previous_issue,
)
from editor.model.edits import put_issue
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.revision import Reason
from editor.model.waiver import Waiver
from editor.ui.checks.light import CheckLight
from editor.ui.checks.view import ChecksView
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import CHECKS, OUTLINE
from editor.ui.commands.places import CommandBar, CommandGroup
from editor.ui.kit.failures import show_failure
from editor.ui.kit.tints import Layer, MarkKind, TextMark
from editor.ui.work.snapshots import snapshot_before

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
        issue = self._session.issue
        self._checked = None
        self._previous = previous_issue(self._session.library, issue) if issue else None
        self.run()

    def soon(self) -> None:
        """Check again when the user pauses."""
        self._quiet.start()

    def run(self) -> None:
        """Check now."""
        opened, facts = self._session.open_issue, self._context.pages.facts
        if opened is None:
            return
        self._quiet.stop()
        self._checked = check_issue(opened, facts=facts, previous=self._previous, before=self._checked)
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
        self.view.finding_chosen.connect(self._on_finding_chosen)
        self.view.fix_wanted.connect(self._on_fix_wanted)
        self.view.waive_wanted.connect(self._on_waive_wanted)
        self.view.waiver_dropped.connect(self._on_waiver_dropped)
        self._light.clicked.connect(lambda: self._context.lists.show(CHECKS))
        self._session.changed.connect(lambda _before, _after: self.soon())
        self._session.registers_changed.connect(self.soon)

    def _on_finding_chosen(self, finding: Finding) -> None:
        place, article = finding.place, self._context.article
        space = self._session.space
        if space is None or space.article(place.where) is None:
            self._context.outline.part_chosen.emit(place.where)
            return
        self._context.show_article(place.where)
        if place.block:
            article.body.caret.show_span(place.block, place.span)
            article.scrolling.show_caret()
        target = self._fields().get(place.field)
        if target:
            article.ensureWidgetVisible(target)

    def _fields(self) -> dict[FindingField, QWidget]:
        facts = self._context.article.facts
        return {
            FindingField.TITLE: self._context.article.title,
            FindingField.SOURCE: facts.source,
            FindingField.LINK: facts.link,
            FindingField.LINK_CAPTION: facts.caption,
            FindingField.CONTENTS_TITLE: facts.contents,
            FindingField.SUBTITLE: facts.subtitle,
            FindingField.PUBLISHED: facts.published,
        }

    def _on_fix_wanted(self, findings: tuple[Finding, ...]) -> None:
        if not self._session.writable:
            self._context.show_message(tr("这里现在只能看，不能改；为什么、怎么办，看顶上的状态"))
            return
        words = (
            tr("修正“{message}”", message=findings[0].message)
            if len(findings) == 1
            else tr("修正 {n} 处", n=len(findings))
        )
        several = {one.place.where for one in findings} if len(findings) > 1 else ()
        failure = snapshot_before(self._session, several, Reason.FIXING, name=words)
        if self._apply(words, lambda issue: apply_fixes(issue, findings)):
            self._context.show_message(
                tr("已{words}，Ctrl+Z 撤销。{failure}", words=words, failure=failure).rstrip("。")
            )
            self.run()

    def _on_waive_wanted(self, finding: Finding, reason: str, scope: WaiverScope) -> None:
        now = dt.datetime.now(tz=dt.UTC)
        made = waive(finding, reason=reason, name=self._session.author, scope=scope, at=now)
        if self._apply(tr("放行“{message}”", message=finding.message), lambda issue: add_waiver(issue, made)):
            self.run()

    def _on_waiver_dropped(self, waiver: Waiver) -> None:
        if self._apply(tr("撤销放行"), lambda issue: drop_waiver(issue, waiver)):
            self.run()

    def _apply(self, label: str, change: Callable[[Issue], Issue]) -> bool:
        try:
            return self._session.apply(label, lambda space: put_issue(space, change(space.issue)))
        except UserError as error:
            show_failure(self._context.window, tr("没有完成"), str(error))
            return False


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
