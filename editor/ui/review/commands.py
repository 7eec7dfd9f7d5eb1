"""审批: the open issue taken from submitting to print."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from editor.desk.review import steps
from editor.desk.review.looking import look
from editor.desk.review.steps import By
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.language import mark_tr, tr
from editor.model.review import Role, Step
from editor.model.revision import Reason
from editor.ui.checks.commands import CheckCommands
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.commands.state import NOT_NOW, CommandState, issue_open, step_open, step_shown
from editor.ui.kit.failures import show_failure
from editor.ui.reading.commands import ReadingCommands
from editor.ui.review import faces
from editor.ui.review.open_obstacles import OpenObstacles
from editor.ui.review.position_shown import PositionShown
from editor.ui.theme.apply import set_style
from editor.ui.theme.icons import icon
from editor.ui.work.opened_issue import OpenedIssue
from editor.ui.work.review_context import ReviewContext
from editor.ui.work.snapshots import keep_versions

if TYPE_CHECKING:
    from editor.ui.review.step_dialog import Take


class DecisionCommands(DialogOwner):
    """Acts on the open issue of one window. standing: what is said of it."""

    def __init__(
        self,
        context: WindowContext,
        board: ReviewContext,
        standing: PositionShown,
        *,
        checks: CheckCommands,
        reading: ReadingCommands,
    ) -> None:
        super().__init__(context.window)
        self._context, self._session, self._board = context, context.session, board
        self.standing, self._reading = standing, reading
        self._obstacles = OpenObstacles(context, checks, reading)
        reading.decisions = self._decisions
        reading.before = lambda: self._obstacles.before(Step.APPROVE)
        reading.obstacle_chosen.connect(self._obstacles.lead_to)
        standing.before = reading.before
        checks.changed.connect(self._on_checked)

    def submit(self) -> None:
        """Ask who hands the issue in, and with which words."""
        opened = self._ready()
        if opened is None:
            return
        issue = opened.issue
        to = faces.addressee(self._board.chiefs)

        def take(by: By, words: str) -> None:
            summary = f"请{to.key}审读。" if to.key else ""
            keep_versions(opened, (one.uid for one in issue.articles()), Reason.HANDED_OVER, name=mark_tr("送审"))
            steps.submit(self._session.library, issue.uid, by, note=f"{summary}{words}")

        self._ask(faces.submit_face(issue, self._obstacles.before_now(Step.SUBMIT), to), take, message=tr("已送审"))

    def approve(self) -> None:
        """Show the pages: what is signed is seen first."""
        self._reading.open()

    def sign(self) -> None:
        """Ask for the chief editor's key, and sign."""
        # loaded when it is asked for, with the dialogs on keys
        from editor.ui.review.approve_dialog import ApproveDialog

        opened = self._ready()
        if opened is None:
            return
        facts = self._reading.facts or self._context.pages.facts
        sheets, found = facts.sheets if facts else 0, self._obstacles.before_now(Step.APPROVE)
        dialog = ApproveDialog(self._board, opened.issue, before=found, sheets=sheets, parent=self._context.window)
        dialog.obstacle_chosen.connect(self._obstacles.lead_to)
        dialog.taken.connect(self._remember)
        dialog.taken.connect(self.show_as_stored)
        dialog.command_wanted.connect(lambda name: self._context.actions[name].trigger())
        self.ask(dialog)

    def send_back(self) -> None:
        """Ask who sends the issue back, and why."""
        opened = self._ready()
        if opened:
            library, issue, uid = opened.library, opened.issue, opened.issue.uid
            face = faces.return_face(issue, approved=issue.archive.state is IssueState.APPROVED)
            self._ask(face, lambda by, words: steps.return_issue(library, uid, by, note=words), message=tr("已退回"))

    def publish(self) -> None:
        """Ask who hands the files out."""
        opened, at = self._ready(), self.standing.position
        if opened and at and at.approval:
            office, uid = self._board.office, opened.issue.uid
            face = faces.publish_face(opened.issue, at.approval)
            self._ask(face, lambda by, _words: steps.publish(office, uid, by), message=tr("已印发"))

    def correct(self) -> None:
        """Ask why a published issue is corrected."""
        opened = self._ready()
        if opened:
            library, uid, message = opened.library, opened.issue.uid, tr("开始更正，改好后再送审")
            self._ask(
                faces.correct_face(opened.issue),
                lambda by, words: steps.correct(library, uid, by, reason=words),
                message=message,
            )

    def abandon(self) -> None:
        """Ask who gives the correction up."""
        opened = self._ready()
        if opened:
            library, uid, message = opened.library, opened.issue.uid, tr("已放弃更正，印发的那一版照旧")
            face = faces.abandon_face(opened.issue)
            self._ask(face, lambda by, _words: steps.abandon(library, uid, by), message=message)

    def show_notice(self) -> None:
        """Show the notice of the correction."""
        from editor.ui.review.notice_dialog import NoticeDialog

        opened = self._ready()
        if opened is None:
            return
        try:
            dialog = NoticeDialog(opened, self._context.window)
        except UserError as error:
            show_failure(self._context.window, tr("没有写出更正启事"), str(error))
            return
        self.ask(dialog)

    def show_as_stored(self) -> None:
        """Show the issue as the library has it now, at the article and the line where the user is."""
        article = self._context.article.article
        bar = self._context.article.verticalScrollBar()
        at = bar.value()
        self._session.open(self._context.opened.issue.uid)
        if article:
            self._context.show_article(article.uid)
            bar.setValue(at)

    # inside

    def _on_checked(self) -> None:
        """Say in the strip what a check of a submitted issue found: its pages come after it was opened."""
        at = self.standing.position
        if at and at.state is IssueState.SUBMITTED:
            self.standing.show()

    def _ask(self, face: faces.StepTexts, take: "Take", *, message: str) -> None:
        from editor.ui.review.step_dialog import StepDialog

        dialog = StepDialog(self._board, face, take, self._context.window)
        dialog.obstacle_chosen.connect(self._obstacles.lead_to)
        dialog.taken.connect(self._remember)
        dialog.taken.connect(self.show_as_stored)
        dialog.taken.connect(lambda: self._context.show_message(message))
        self.ask(dialog)

    def _remember(self) -> None:
        """Have this machine remember how far the log goes with the step."""
        try:
            look(self._board.office)
        except UserError as error:
            self._context.show_message(str(error))

    def _decisions(self) -> tuple[QWidget, ...]:
        """Return what stands beside 读完 while a submitted issue is read."""
        at = self.standing.position
        if at is None or at.state is not IssueState.SUBMITTED or self._session.library.read_only:
            return ()
        theme = self._context.theme
        back = QPushButton(icon("review.return", theme, token="warn"), tr("退回…"))
        sign = QPushButton(icon("review.seal", theme, token="accent.on"), tr("签发这些页…"))
        set_style(sign, kind="primary")
        back.clicked.connect(self.send_back)
        sign.clicked.connect(self.sign)
        return back, sign

    def _ready(self) -> OpenedIssue | None:
        """Return the open issue once all of it is in the library; say why it is not."""
        opened = self._context.opened
        opened.close_step()
        if opened.save():
            return opened
        show_failure(self._context.window, tr("这一期还有修改没有存上"), opened.saving.refused)
        return None


def _submittable(state: CommandState) -> str:
    return step_open(Step.SUBMIT)(state) or ("" if state.filled else NOT_NOW)


def _return_text(state: CommandState) -> str:
    """Name the step as the author knows it: what an editor takes back, a chief sends back."""
    if state.issue is not IssueState.SUBMITTED:
        return tr("退回…")
    role = state.review.role
    return tr("退回、撤回…") if role is None else tr("撤回…") if role is Role.EDITOR else tr("退回…")


COMMANDS = CommandSet(
    DecisionCommands,
    (
        Command(
            name="review.submit",
            text=tr("送审…"),
            english="Submit for approval, hand in",
            icon="review.submit",
            places=(CommandGroup.REVIEW.at(10), CommandMenu.REVIEW.at(10), CommandBar.DECISIONS.at(30, primary=True)),
            available=_submittable,
            shown=step_shown(Step.SUBMIT),
            run=DecisionCommands.submit,
        ),
        Command(
            name="review.approve",
            text=tr("签发…"),
            english="Approve, sign",
            icon="review.seal",
            places=(CommandGroup.REVIEW.at(20), CommandMenu.REVIEW.at(20), CommandBar.DECISIONS.at(40, primary=True)),
            available=step_open(Step.APPROVE),
            shown=step_shown(Step.APPROVE),
            run=DecisionCommands.approve,
        ),
        Command(
            name="review.return",
            text=tr("退回…"),
            english="Return, send back, withdraw",
            icon="review.return",
            places=(CommandGroup.REVIEW.at(30), CommandMenu.REVIEW.at(30), CommandBar.DECISIONS.at(10)),
            available=step_open(Step.RETURN),
            shown=step_shown(Step.RETURN),
            text_now=_return_text,
            run=DecisionCommands.send_back,
        ),
        Command(
            name="review.publish",
            text=tr("印发…"),
            english="Publish, print",
            icon="handover",
            places=(CommandGroup.REVIEW.at(40), CommandMenu.REVIEW.at(40), CommandBar.DECISIONS.at(20)),
            available=step_open(Step.PUBLISH),
            shown=step_shown(Step.PUBLISH),
            run=DecisionCommands.publish,
        ),
        Command(
            name="review.correct",
            text=tr("更正…"),
            english="Correct, new revision",
            icon="versions",
            places=(CommandGroup.REVIEW.at(50), CommandMenu.REVIEW.at(50), CommandBar.DECISIONS.at(50, primary=True)),
            available=step_open(Step.CORRECT),
            shown=step_shown(Step.CORRECT),
            run=DecisionCommands.correct,
        ),
        Command(
            name="review.abandon",
            text=tr("放弃更正…"),
            english="Abandon correction",
            icon="undo",
            places=(CommandGroup.REVIEW.at(60), CommandMenu.REVIEW.at(60)),
            available=step_open(Step.ABANDON),
            shown=step_shown(Step.ABANDON),
            run=DecisionCommands.abandon,
        ),
        Command(
            name="review.notice",
            text=tr("更正启事…"),
            english="Correction notice",
            icon="article",
            places=(CommandGroup.REVIEW.at(70), CommandMenu.REVIEW.at(70)),
            available=lambda state: "" if state.review.notice else issue_open(state) or NOT_NOW,
            shown=lambda state: state.issue is None or state.review.notice,
            run=DecisionCommands.show_notice,
        ),
    ),
)
