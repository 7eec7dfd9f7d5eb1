"""核红: the list opened, changes ticked and turned back, the text noted as a galley; all by key."""

import datetime as dt

from editor.desk.collating.baselines import galley_of, next_number
from editor.desk.collating.returning import turned_back
from editor.desk.collating.ticking import ticked, unticked
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.collating.shown import CollateShown
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.left_lists import COLLATING
from editor.ui.commands.places import CommandGroup, CommandMenu
from editor.ui.commands.state import CommandState, issue_open, library_writable
from editor.ui.kit.failures import show_failure


class CollateCommands:
    """Acts on the changes since a galley of one window. shown: them in the list."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context = context
        self.shown = CollateShown(context)

    def show_list(self) -> None:
        """Compare with the galley, and show what changed in the left column."""
        self.shown.ask()
        self._context.lists.show(COLLATING)

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change."""
        if self._context.lists.current != COLLATING:
            self.show_list()
        shown = self.shown.view.list
        if shown.current is None:
            shown.go_on(0 if by > 0 else len(shown.rows))
        else:
            shown.step(by)

    def find_here(self) -> None:
        """Go from the caret in the text to its change in the list."""
        article, body = self._context.article.article, self._context.article.body
        block = body.caret.block() if article else ""
        self.show_list()
        if article and not self.shown.view.list.pick_at(article.uid, block):
            self._context.show_message(tr("这一篇和清样比没有改动"))

    def tick(self) -> None:
        """Tick the change in hand and go on to the next; take the tick of one that has it back."""
        row, number = self.shown.view.list.current, self.shown.view.list.number()
        if row is None:
            self._context.show_message(tr("先在核红列表里选一处改动"))
            return
        opened, name = self._context.opened, self._context.session.author

        def change(space: Workspace) -> Workspace:
            if row.tick:
                return unticked(space, (row.change,))
            return ticked(space, (row.change,), name=name, at=_now())

        if not opened.annotate(tr("取消核对") if row.tick else tr("核对"), change):
            return
        left = {one.change.key for one in self.shown.view.list.rows if hasattr(one, "change")}
        self.shown.show_changes()
        stays = {one.change.key for one in self.shown.view.list.rows if hasattr(one, "change")} == left
        if not row.tick:
            self.shown.view.list.go_on(number + 1 if stays else number)
            self._say_done()

    def turn_back(self) -> None:
        """Put the galley's words back for the change in hand, as one step."""
        row, number = self.shown.view.list.current, self.shown.view.list.number()
        then = self.shown.then
        if row is None or then is None:
            self._context.show_message(tr("先在核红列表里选一处改动"))
            return
        opened = self._context.opened
        opened.close_step()
        try:
            done = opened.apply(tr("退回改动"), lambda space: turned_back(space, then, row.change, at=_now()))
        except UserError as error:
            self._context.show_message(str(error))
            return
        if done:
            article = opened.value.article(row.change.where)
            if article:
                # a figure that was taken out may be back
                opened.resources.fetch_pictures(article)
            self.shown.show_changes()
            self.shown.view.list.go_on(number)
            self._context.show_message(tr("已退回，Ctrl+Z 撤销"))

    def mark(self) -> None:
        """Keep the text as it stands as a galley."""
        opened = self._context.opened
        opened.close_step()
        number = next_number(opened.library, opened.issue.uid)
        try:
            opened.library.galleys.add(
                galley_of(opened.issue, number=number, name=self._context.session.author, at=_now())
            )
        except UserError as error:
            show_failure(self._context.window, tr("没有记下"), str(error))
            return
        self.shown.ask()
        self._context.show_message(tr("已记作第 {number} 次清样，以后改了什么都列在“核红”里", number=number))

    def _say_done(self) -> None:
        found = self.shown.progress
        if found.of and not found.open:
            self._context.show_message(tr("{n} 处都核过了", n=found.of))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _open_and_writable(state: CommandState) -> str:
    """Ask for an open issue in a library that may be written: ticks stay possible when the text is closed."""
    return issue_open(state) or library_writable(state)


COMMANDS = CommandSet(
    CollateCommands,
    (
        Command(
            name="collate.list",
            text=tr("核红"),
            english="Check corrections against the galley",
            icon="check.ok",
            keys=("Shift+F6",),
            places=(CommandGroup.TRACKING.at(200), CommandMenu.STEPS.at(110)),
            available=issue_open,
            run=CollateCommands.show_list,
        ),
        Command(
            name="collate.here",
            text=tr("在核红列表里找光标处"),
            english="Find the change at the caret",
            keys=("Ctrl+Shift+F6",),
            places=(CommandGroup.TRACKING.at(210),),
            available=issue_open,
            run=CollateCommands.find_here,
        ),
        Command(
            name="collate.next",
            text=tr("下一处核红"),
            english="Next change since the galley",
            keys=("Alt+F9",),
            places=(CommandGroup.TRACKING.at(220),),
            available=issue_open,
            run=lambda it: it.step(1),
        ),
        Command(
            name="collate.previous",
            text=tr("上一处核红"),
            english="Previous change since the galley",
            keys=("Alt+Shift+F9",),
            places=(CommandGroup.TRACKING.at(230),),
            available=issue_open,
            run=lambda it: it.step(-1),
        ),
        Command(
            name="collate.tick",
            text=tr("核对这一处"),
            english="Tick the change, checked",
            keys=("Ctrl+Alt+T",),
            places=(CommandGroup.TRACKING.at(240),),
            available=_open_and_writable,
            run=CollateCommands.tick,
        ),
        Command(
            name="collate.return",
            text=tr("退回这一处改动"),
            english="Turn the change back to the galley",
            keys=("Ctrl+Alt+Backspace",),
            places=(CommandGroup.TRACKING.at(250),),
            writes=True,
            run=CollateCommands.turn_back,
        ),
        Command(
            name="collate.mark",
            text=tr("把现在的文字记作清样"),
            english="Note the text as a galley",
            places=(CommandGroup.TRACKING.at(260), CommandMenu.STEPS.at(120)),
            available=_open_and_writable,
            run=CollateCommands.mark,
        ),
    ),
)
