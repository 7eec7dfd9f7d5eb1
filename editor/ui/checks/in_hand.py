"""The finding in hand: the open one, else that of the words with the caret; fixed and waived by keys."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from editor.checks.finding import Finding
from editor.model.language import tr
from editor.ui.checks.finding_boxes import FindingBoxes
from editor.ui.checks.finding_marks import findings_at_caret
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import CHECKS

if TYPE_CHECKING:
    from editor.ui.checks.view import ChecksView

# the caret rests before its finding opens
_REST_MS = 150


class Found(Protocol):
    """Who knows what was found. view: the list, made when it is asked for."""

    @property
    def view(self) -> "ChecksView": ...

    @property
    def findings(self) -> tuple[Finding, ...]: ...


class FindingInHand(QObject):
    """Of one window."""

    def __init__(self, context: WindowContext, found: Found, boxes: FindingBoxes) -> None:
        """Follow the caret of a window. boxes: around the words of the open finding."""
        super().__init__(context.window)
        self._context, self._found, self._boxes = context, found, boxes
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._open_at_caret)
        for edit in (context.article.body, context.article.title):
            edit.cursorPositionChanged.connect(self._rest.start)

    def fix(self) -> None:
        """Fix it."""
        finding = self._in_hand()
        if finding and finding.fix:
            self._found.view.fix_wanted.emit((finding,))
        elif finding:
            self._context.show_message(tr("这一条没有现成的改法，请在原处改"))

    def fix_kind(self) -> None:
        """Fix all findings of its kind."""
        finding = self._in_hand()
        alike = self._found.view.fixable_as(finding) if finding else ()
        if alike:
            self._found.view.fix_wanted.emit(alike)
        elif finding:
            self._context.show_message(tr("这一类没有现成的改法，请在原处改"))

    def waive(self) -> None:
        """Ask why it may stand."""
        if self._in_hand():
            self._found.view.begin_waiving()

    def open(self, finding: Finding) -> None:
        """Open a finding where the caret is already."""
        self._found.view.choose(finding)
        self._boxes.show(finding)

    def at_caret(self) -> tuple[Finding, ...]:
        """Return the findings of the words with the caret."""
        article = self._context.article
        here = article.article.uid if article.article else ""
        mine = tuple(finding for finding in self._found.findings if finding.place.where == here)
        return findings_at_caret(self._context, mine)

    def _in_hand(self) -> Finding | None:
        """Return the open finding, else that of the caret's words, which is opened; say so where there is none."""
        if self._context.lists.current == CHECKS and self._found.view.opened:
            return self._found.view.opened
        at_caret = self.at_caret()
        if not at_caret:
            self._context.show_message(tr("光标处没有问题；按 F4 到下一个问题"))
            return None
        self._context.lists.show(CHECKS)
        self.open(at_caret[0])
        return at_caret[0]

    def _open_at_caret(self) -> None:
        """Open the finding of the words that the caret came to, while the list is seen."""
        article = self._context.article
        if self._context.lists.current != CHECKS or not (article.body.hasFocus() or article.title.hasFocus()):
            return
        at_caret = self.at_caret()
        if at_caret and self._found.view.opened not in at_caret:
            self.open(at_caret[0])
