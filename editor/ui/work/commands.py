"""Saving, and the steps of the one history."""

from editor.model.language import tr
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup
from editor.ui.commands.state import CommandState, FullView


class WorkCommands:
    """Acts on the history of one window's open issue."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context = context

    def save(self) -> None:
        """Write what is not in the library yet, and say so."""
        opened = self._context.session.opened_issue
        if opened is None or opened.save():
            self._context.show_message(tr("已保存"))

    def undo(self) -> None:
        """Take the last step back."""
        self._context.opened.undo()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._context.opened.redo()


def _undoable(state: CommandState) -> str:
    return "" if state.can_undo else tr("没有可{action}的", action=tr("撤销"))


def _redoable(state: CommandState) -> str:
    return "" if state.can_redo else tr("没有可{action}的", action=tr("重做"))


def _undo_text(state: CommandState) -> str:
    return f"{tr('撤销')} {state.undo_text}".strip()


def _redo_text(state: CommandState) -> str:
    return f"{tr('重做')} {state.redo_text}".strip()


COMMANDS = CommandSet(
    WorkCommands,
    (
        Command(
            name="save",
            text=tr("保存"),
            english="Save",
            icon="saved",
            keys=("Ctrl+S",),
            places=(CommandGroup.ISSUE.at(80),),
            full_views=frozenset({FullView.READING}),
            run=WorkCommands.save,
        ),
        Command(
            name="undo",
            text=tr("撤销"),
            english="Undo",
            icon="undo",
            keys=("Ctrl+Z",),
            places=(CommandGroup.ISSUE.at(130), CommandBar.TOP_HISTORY.at(10)),
            available=_undoable,
            text_now=_undo_text,
            full_views=frozenset({FullView.READING}),
            run=WorkCommands.undo,
        ),
        Command(
            name="redo",
            text=tr("重做"),
            english="Redo",
            icon="redo",
            keys=("Ctrl+Y", "Ctrl+Shift+Z"),
            places=(CommandGroup.ISSUE.at(150), CommandBar.TOP_HISTORY.at(20)),
            available=_redoable,
            text_now=_redo_text,
            full_views=frozenset({FullView.READING}),
            run=WorkCommands.redo,
        ),
    ),
)
