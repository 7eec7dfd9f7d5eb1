"""What the user does about a finding: look at its place, put it right, let it stand."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.finding import Finding, FindingField
from editor.checks.waivers import Waived, WaiverScope, waive
from editor.desk.checking import add_lasting, add_waiver, apply_fixes, drop_lasting, drop_waiver
from editor.model.edits import put_issue
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.revision import Reason
from editor.model.waiver import Waiver
from editor.ui.checks.view import ChecksView
from editor.ui.commands.context import WindowContext
from editor.ui.kit.failures import show_failure
from editor.ui.work.snapshots import snapshot_before


class FindingAnswers(QObject):
    """Acts on the open issue of one window. given: something of it was changed by one."""

    given = Signal()

    def __init__(self, context: WindowContext, view: ChecksView) -> None:
        """Answer what is wanted in the list of findings."""
        super().__init__(view)
        self._context = context
        view.finding_chosen.connect(self._on_finding_chosen)
        view.fix_wanted.connect(self._on_fix_wanted)
        view.waive_wanted.connect(self._on_waive_wanted)
        view.waiver_dropped.connect(self._on_waiver_dropped)

    def _on_finding_chosen(self, finding: Finding) -> None:
        place, article = finding.place, self._context.article
        if self._context.opened.value.article(place.where) is None:
            self._context.outline.part_chosen.emit(place.where)
            return
        self._context.show_article(place.where)
        if place.block:
            article.body.caret.show_span(place.block, place.span)
            article.scrolling.show_caret()
        target = self._fields().get(place.field)
        if target:
            article.scrolling.reveal(target)
            if finding.fix is None:
                # it is mended by writing there
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        opened = self._context.opened
        if not opened.writable:
            self._context.show_message(tr("这里现在只能看，不能改；为什么、怎么办，看顶上的状态"))
            return
        words = (
            tr("修正“{message}”", message=findings[0].message)
            if len(findings) == 1
            else tr("修正 {n} 处", n=len(findings))
        )
        several = {one.place.where for one in findings} if len(findings) > 1 else ()
        failure = snapshot_before(opened, several, Reason.FIXING, name=words)
        if self._apply(words, lambda issue: apply_fixes(issue, findings)):
            self._context.show_message(
                tr("已{words}，Ctrl+Z 撤销。{failure}", words=words, failure=failure).rstrip("。")
            )
            self.given.emit()

    def _on_waive_wanted(self, finding: Finding, reason: str, scope: WaiverScope) -> None:
        now = dt.datetime.now(tz=dt.UTC)
        made = waive(finding, reason=reason, name=self._context.session.author, scope=scope, at=now)
        if scope is WaiverScope.PUBLICATION:
            self._waive_for_ever(made)
        elif self._apply(tr("放行“{message}”", message=finding.message), lambda issue: add_waiver(issue, made)):
            self.given.emit()

    def _waive_for_ever(self, made: Waiver) -> None:
        if change_publication(self._context, lambda publication: add_lasting(publication, made)):
            self._context.show_message(
                tr("“{words}”在本刊以后各期都放行；在“检查 → 更多 → 长期放行”里可以撤销", words=made.words)
            )
            self.given.emit()

    def _on_waiver_dropped(self, waived: Waived) -> None:
        waiver = waived.waiver
        if waived.lasting:
            done = drop_lasting_waiver(self._context, waiver)
        else:
            done = self._apply(tr("撤销放行"), lambda issue: drop_waiver(issue, waiver))
        if done:
            self.given.emit()

    def _apply(self, label: str, change: Callable[[Issue], Issue]) -> bool:
        try:
            return self._context.opened.apply(label, lambda space: put_issue(space, change(space.issue)))
        except UserError as error:
            show_failure(self._context.window, tr("没有完成"), str(error))
            return False


def drop_lasting_waiver(context: WindowContext, waiver: Waiver) -> bool:
    """Drop a waiver of the open issue's publication. Returns whether it is dropped."""
    return change_publication(context, lambda publication: drop_lasting(publication, waiver))


def change_publication(context: WindowContext, change: Callable[[Publication], Publication]) -> bool:
    """Change the publication of the open issue, beside its history; say why where that cannot be.

    Returns whether it is changed.
    """
    library, opened = context.session.library, context.opened
    try:
        # as the library has it now: somebody may have changed it meanwhile
        changed = change(library.publication(opened.issue.publication))
        library.save_publication(changed)
    except UserError as error:
        show_failure(context.window, tr("没有完成"), str(error))
        return False
    opened.resources.take_publication(changed)
    return True
