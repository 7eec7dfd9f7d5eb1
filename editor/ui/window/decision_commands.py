"""审批: the open issue taken from submitting to print, and what the window says of where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from editor.desk.review import steps
from editor.desk.review.changes import Change
from editor.desk.review.gaps import Gap, GapKind, gaps
from editor.desk.review.position import Position, changes_since_approval, position
from editor.desk.review.steps import By
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.numbering import label as number_label
from editor.model.review import IssueState, Step
from editor.model.revision import Reason
from editor.proof.run import Checked
from editor.ui.failures import say_failure
from editor.ui.outline.bar import CHECKS, NOTES
from editor.ui.profile.fields import ChoiceField
from editor.ui.review.board import Board
from editor.ui.review.step_dialog import Face, StepDialog, Take
from editor.ui.review.strip import ReviewStrip
from editor.ui.review.strip_words import COMMANDS_OF, strip_face
from editor.ui.theme.apply import mark
from editor.ui.window.asking import Asking
from editor.ui.window.check_commands import CheckCommands
from editor.ui.window.parts import Commands, Parts
from editor.ui.window.reading_commands import ReadingCommands
from editor.ui.window.top_bar import TopBar

_ANYONE = ""
_LATER_MS = 600
_MAIN = {
    IssueState.EDITING: ("review.submit",),
    IssueState.RETURNED: ("review.submit",),
    IssueState.CORRECTING: ("review.submit",),
    IssueState.SUBMITTED: ("review.return", "review.approve"),
    IssueState.APPROVED: ("review.publish", "export"),
    IssueState.PUBLISHED: ("review.correct",),
}


class DecisionCommands(Asking):
    """Acts on the open issue of one window. position: where it stands, None for none."""

    def __init__(
        self,
        parts: Parts,
        board: Board,
        shown: tuple[TopBar, ReviewStrip],
        *,
        checks: CheckCommands,
        reading: ReadingCommands,
    ) -> None:
        super().__init__(parts.window)
        self._parts, self._session, self._board = parts, parts.session, board
        (self._top, self._strip), self._checks, self._reading = shown, checks, reading
        self.position: Position | None = None
        reading.decisions = self._decisions
        # what is printed may be other than approved: looked at when the user pauses
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self.show_position)
        self._session.opened.connect(self.show_position)
        self._session.changed.connect(lambda _before, _after: self._on_changed())

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        return {
            "review.submit": self.submit,
            "review.approve": self.approve,
            "review.return": self.send_back,
            "review.publish": self.publish,
            "review.correct": self.correct,
            "review.abandon": self.abandon,
            "review.notice": self.show_notice,
        }

    # showing

    def show_position(self) -> None:
        """Say where the open issue stands, and offer the steps that lead on."""
        issue, library = self._session.issue, self._session.library
        changes: Sequence[Change] = ()
        try:
            self.position = position(library, issue) if issue else None
            if issue and self.position and self.position.approval:
                changes = changes_since_approval(library, issue)
        except UserError as error:
            self.position = None
            self._parts.say(str(error))
        self._offer(issue, changed=bool(changes))
        pages = self._pages_of(changes)
        self._strip.show_face(strip_face(self.position, changes, pages) if self.position else None)

    def _on_changed(self) -> None:
        if self.position is None or self.position.approval or self.position.state is IssueState.EDITING:
            self._later.start()

    def _offer(self, issue: Issue | None, *, changed: bool) -> None:
        at, actions, reading = self.position, self._parts.actions, self._reading.view is not None
        here = at.steps if at and not self._session.library.read_only else ()
        filled = issue is not None and any(issue.articles())
        offered = {name: step in here for step, name in COMMANDS_OF.items()}
        offered |= {
            "review.compare": changed,
            "review.notice": bool(at and at.approval and (at.published or at.approval.reason)),
        }
        for name, on in offered.items():
            actions[name].setVisible(on)
            actions[name].setEnabled(on and not reading and (filled or name != "review.submit"))
        submitted = bool(at and at.state is IssueState.SUBMITTED)
        actions["review.return"].setText(tr("退回、撤回…") if submitted else tr("退回…"))
        archived = at is not None and not at.closed and self._session.past and not self._session.writable
        self._top.show_decisions(_MAIN[at.state] if at and here and not archived else ("export",))

    def _pages_of(self, changes: Sequence[Change]) -> tuple[int, ...]:
        """Return the folios of the articles that changed."""
        facts = self._parts.pages.facts
        found = [facts.of(one.where) for one in changes if one.where] if facts else []
        return tuple(sorted({folio for one in found if one for folio in range(one.first, one.last + 1)}))

    def _decisions(self) -> tuple[QWidget, ...]:
        """Return what stands beside 读完 while a submitted issue is read."""
        at = self.position
        if at is None or at.state is not IssueState.SUBMITTED or self._session.library.read_only:
            return ()
        back, sign = QPushButton(tr("退回…")), QPushButton(tr("签发这些页…"))
        mark(sign, kind="primary")
        back.clicked.connect(self.send_back)
        sign.clicked.connect(self.sign)
        return back, sign

    # steps

    def submit(self) -> None:
        """Ask who hands the issue in, and with which words."""
        issue = self._session.issue
        if issue is None or not self._saved():
            return
        to = self._addressee()
        face = Face(
            step=Step.SUBMIT,
            title=tr("送审{issue}", issue=_name(issue)),
            lead=tr("送审之后，这一期先锁住，等总编辑签发或退回；各篇的稿子记成一个版本。"),
            confirm=tr("送审"),
            note=tr("附言"),
            hint=tr("想请总编辑留意什么（可以不写）"),
            gaps=self._gaps(Step.SUBMIT),
            more=((tr("交给"), to),),
        )

        def take(by: By, words: str) -> None:
            told = tr("请{name}审读。", name=to.key) if to.key else ""
            self._session.keep_versions((one.uid for one in issue.articles()), Reason.HANDED_OVER, name=tr("送审"))
            steps.submit(self._session.library, issue.uid, by, note=f"{told}{words}")

        self._ask(face, take, said=tr("已送审"))

    def approve(self) -> None:
        """Show the pages: what is signed is seen first."""
        self._reading.open()

    def sign(self) -> None:
        """Ask for the chief editor's key, and sign."""
        from editor.ui.review.approve_dialog import ApproveDialog

        issue = self._session.issue
        if issue is None or not self._saved():
            return
        facts = self._reading.facts or self._parts.pages.facts
        sheets, lacking = facts.sheets if facts else 0, self._gaps(Step.APPROVE)
        dialog = ApproveDialog(self._board, issue, gaps=lacking, sheets=sheets, parent=self._parts.window)
        dialog.gap_chosen.connect(self.lead_to)
        dialog.taken.connect(self.show_as_stored)
        dialog.command_wanted.connect(lambda name: self._parts.actions[name].trigger())
        self.ask(dialog)

    def send_back(self) -> None:
        """Ask who sends the issue back, and why."""
        issue, at = self._session.issue, self.position
        if issue is None or at is None or not self._saved():
            return
        approved = at.state is IssueState.APPROVED
        lead = (
            tr("退回之后签发作废，已经导出的文件不再作数；改好要重新送审、签发。")
            if approved
            else tr("退回之后编辑接着改。编辑自己发现要改的，也在这里撤回。意见和版面上的批注，编辑打开这一期就看见。")
        )
        face = Face(
            step=Step.RETURN,
            title=tr("退回{issue}", issue=_name(issue)),
            lead=lead,
            confirm=tr("退回"),
            note=tr("意见"),
            hint=tr("要改什么，一句话也行"),
            danger=approved,
        )
        self._ask(
            face,
            lambda by, words: steps.return_issue(self._session.library, issue.uid, by, note=words),
            said=tr("已退回"),
        )

    def publish(self) -> None:
        """Ask who hands the files out."""
        issue, at = self._session.issue, self.position
        if issue is None or at is None or at.approval is None or not self._saved():
            return
        face = Face(
            step=Step.PUBLISH,
            title=tr("印发{issue}", issue=_name(issue)),
            lead=tr(
                "登记这一期已经发出：PDF {pdf}，Word {word}。先核对存着的文件和签名；之后要改，只能另出修订版。",
                pdf=at.approval.pdf[:8],
                word=at.approval.word[:8],
            ),
            confirm=tr("印发"),
        )
        self._ask(face, lambda by, _words: steps.publish(self._board.office, issue.uid, by), said=tr("已印发"))

    def correct(self) -> None:
        """Ask why a published issue is corrected."""
        issue = self._session.issue
        if issue is None or not self._saved():
            return
        face = Face(
            step=Step.CORRECT,
            title=tr("更正{issue}", issue=_name(issue)),
            lead=tr("另出修订版：这一期重新可以改，改好再送审、签发。在那之前，印发的上一版照旧作数。"),
            confirm=tr("开始更正"),
            note=tr("原因"),
            hint=tr("会印在更正启事里，例如：机构名称有误"),
        )
        self._ask(
            face,
            lambda by, words: steps.correct(self._session.library, issue.uid, by, reason=words),
            said=tr("开始更正，改好后再送审"),
        )

    def abandon(self) -> None:
        """Ask who gives the correction up."""
        issue = self._session.issue
        if issue is None or not self._saved():
            return
        face = Face(
            step=Step.ABANDON,
            title=tr("放弃更正{issue}", issue=_name(issue)),
            lead=tr("回到已印发的上一版。什么都还没有改，才能放弃；改过的先撤销或改回原样。"),
            confirm=tr("放弃更正"),
        )
        self._ask(
            face,
            lambda by, _words: steps.abandon(self._session.library, issue.uid, by),
            said=tr("已放弃更正，印发的那一版照旧"),
        )

    def show_notice(self) -> None:
        """Show the notice of the correction."""
        from editor.ui.review.notice_dialog import NoticeDialog

        issue = self._session.issue
        if issue is None or not self._saved():
            return
        try:
            dialog = NoticeDialog(self._session, issue, self._parts.window)
        except UserError as error:
            say_failure(self._parts.window, tr("没有写出更正启事"), str(error))
            return
        self.ask(dialog)

    def show_as_stored(self) -> None:
        """Show the issue as the library has it now, at the article and the line where the user is."""
        issue, article = self._session.issue, self._parts.article.article
        if issue is None:
            return
        bar = self._parts.article.verticalScrollBar()
        at = bar.value()
        self._session.open(issue.uid)
        if article:
            self._parts.show_article(article.uid)
            bar.setValue(at)

    def lead_to(self, gap: Gap) -> None:
        """Lead to what is lacking."""
        self._reading.leave()
        if gap.kind in (GapKind.ERRORS, GapKind.WARNINGS, GapKind.EMPTY_SECTIONS):
            self._checks.show_list(CHECKS)
        elif gap.kind is GapKind.NOTES:
            self._checks.show_list(NOTES)
        elif gap.places:
            self._parts.show_article(gap.places[0])

    # inside

    def _ask(self, face: Face, take: Take, *, said: str) -> None:
        dialog = StepDialog(self._board, face, take, self._parts.window)
        dialog.gap_chosen.connect(self.lead_to)
        dialog.taken.connect(self.show_as_stored)
        dialog.taken.connect(lambda: self._parts.say(said))
        self.ask(dialog)

    def _addressee(self) -> ChoiceField:
        chiefs = self._board.chiefs
        to = ChoiceField(tr("交给"))
        anyone = tr("任何一位总编辑") if chiefs else tr("总编辑（还没有登记）")
        to.show_choices(((_ANYONE, anyone), *((one, one) for one in chiefs)))
        to.show_key(chiefs[0] if len(chiefs) == 1 else _ANYONE)
        return to

    def _gaps(self, step: Step) -> tuple[Gap, ...]:
        opened = self._session.open_issue
        return gaps(step, opened.issue, opened.publication, self._checked()) if opened else ()

    def _checked(self) -> Checked:
        self._checks.run()
        found = self._checks.checked
        assert found is not None, "an issue is open"  # noqa: S101
        return found

    def _saved(self) -> bool:
        self._session.close_step()
        if self._session.save():
            return True
        say_failure(self._parts.window, tr("这一期还有修改没有存上"), self._session.refused)
        return False


def _name(issue: Issue) -> str:
    return "".join(number_label(issue.number)[-1:])
