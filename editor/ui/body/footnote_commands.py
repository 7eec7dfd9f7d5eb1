"""Footnotes of the open article: put in, worded, taken out."""

from PySide6.QtGui import QTextCursor

from editor.model.language import tr
from editor.text.sanitise import sanitise
from editor.ui.body import cursor_edits
from editor.ui.body.text_commands import NO_LOOKS
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.kit.text_question import TextQuestion


class FootnoteCommands:
    """Acts at the caret of the body."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context, self._body = context, context.article.body
        self._body.footnote_opened.connect(self.ask_footnote)

    def ask_footnote(self) -> None:
        """Ask for the words of a footnote at the caret, or of the one that stands beside it."""
        cursor = self._body.editing.cursor()
        anchor = cursor_edits.anchor_beside(cursor)
        before = cursor_edits.footnote_at(anchor) if anchor else ""
        lead = tr("注文（留空则删去这条脚注）") if anchor else tr("注文")
        asking = TextQuestion(tr("脚注"), lead, before, self._context.window)
        accepted, words = asking.exec(), sanitise(asking.field.text()).strip()
        if not accepted or words == before:
            return
        done = self._body.editing.apply(
            lambda at, theme: cursor_edits.put_footnote(anchor or _behind(at), words, theme)
        )
        if not done:
            self._context.show_message(NO_LOOKS)


def _behind(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor behind what is selected: a footnote never takes the place of words."""
    made = QTextCursor(cursor)
    made.setPosition(cursor.selectionEnd())
    return made


COMMANDS = CommandSet(
    FootnoteCommands,
    (
        Command(
            name="text.footnote",
            text=tr("脚注…"),
            english="Footnote",
            keys=("Ctrl+Alt+F",),
            places=(CommandGroup.TEXT.at(115), CommandMenu.TEXT.at(45)),
            writes=True,
            run=lambda it: it.ask_footnote(),
        ),
    ),
)
