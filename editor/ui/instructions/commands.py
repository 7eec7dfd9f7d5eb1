"""领导批示 of the open issue."""

from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.dialog_owner import DialogOwner
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import issue_open
from editor.ui.kit.failures import show_failure
from editor.ui.work.review_context import ReviewContext


class InstructionCommands(DialogOwner):
    """Acts in one window."""

    def __init__(self, context: WindowContext, board: ReviewContext) -> None:
        super().__init__(context.window)
        self._context, self._board = context, board

    def show_dialog(self) -> None:
        """Show the instructions on the chosen article, else on the issue."""
        from editor.ui.instructions.dialog import InstructionDialog

        opened = self._context.opened
        opened.close_step()
        if not any(opened.issue.articles()):
            self._context.show_message(tr("这一期还没有文章，有了文章才能登记批示"))
            return
        if not opened.save():
            show_failure(self._context.window, tr("这一期还有修改没有存上"), opened.saving.refused)
            return
        chosen = next(iter(self._context.chosen()), "")
        self.ask(InstructionDialog(self._board, opened.issue, chosen, self._context.window))


COMMANDS = CommandSet(
    InstructionCommands,
    (
        Command(
            name="review.instructions",
            text=tr("领导批示…"),
            english="Leaders' instructions on printed articles",
            icon="star",
            places=(CommandGroup.REVIEW.at(130), CommandMenu.REVIEW.at(130), CommandMenu.ARTICLES.at(190)),
            available=issue_open,
            run=InstructionCommands.show_dialog,
        ),
    ),
)
