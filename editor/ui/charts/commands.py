"""Charts put into the text and edited there; a file of values dropped on it becomes a chart or a table."""

from editor.model.block_kinds import as_figure
from editor.model.body import Figure, Table, text_of
from editor.model.language import tr
from editor.ui.body.clipboard import PastedGrid
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup
from editor.ui.kit.message_dialog import Message, MessageAnswer, MessageDialog, MessageKind
from editor.ui.kit.scrim import scrim


class ChartCommands:
    """Acts on the open article."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context, self._body = context, context.article.body
        context.article.object_opened.connect(self.edit)
        self._body.grid_brought.connect(self.take)

    def insert(self) -> None:
        """Ask for a chart and put it in below the caret's line."""
        self._insert(Figure())

    def edit(self, uid: str) -> None:
        """Open a chart of the body; other objects are opened elsewhere."""
        value = self._body.objects.values.get(uid)
        figure = as_figure(value) if value else None
        if figure is None or not figure.drawn or not self._context.opened.writable:
            return
        changed = self._edited(figure)
        if changed and changed != figure:
            self._body.edits.put_object(changed, title=tr("改统计图"))
            self._body.caret.choose_object(uid)

    def take(self, brought: PastedGrid) -> None:
        """Ask what a file of values becomes, and put that in."""
        question = Message(
            MessageKind.QUESTION,
            tr("把“{name}”放进正文", name=brought.name),
            tr("可以画成统计图，也可以排成表格。"),
        )
        answers = (MessageAnswer(tr("取消")), MessageAnswer(tr("表格")), MessageAnswer(tr("统计图…")))
        with scrim(self._context.window):
            number = MessageDialog(question, self._context.window, answers=answers).exec()
        if number == len(answers):
            from editor.text.chart_numbers import chart_grid

            self._insert(Figure(chart=chart_grid(brought.cells), caption=brought.name.rpartition(".")[0]))
        elif number == len(answers) - 1:
            head, *rows = (tuple(map(text_of, row)) for row in brought.cells)
            self._body.edits.insert_blocks((Table(head=head, rows=tuple(rows)),))

    def _insert(self, figure: Figure) -> None:
        made = self._edited(figure)
        if made:
            self._body.edits.insert_blocks((made,))
            self._body.caret.choose_object(made.uid)

    def _edited(self, figure: Figure) -> Figure | None:
        # loaded with the first chart, like everything that reads numbers: a start asks for none
        from editor.pages.chart_press import ChartPress
        from editor.ui.charts.dialog import ChartDialog
        from editor.ui.charts.preview import ChartPreview

        context, printable = self._context, self._context.opened.printable
        preview = ChartPreview(ChartPress(printable.issue, printable.fonts), context.bridge.run)
        with scrim(context.window):
            dialog = ChartDialog(figure, preview, context.theme, context.window)
            return dialog.figure if dialog.exec() else None


COMMANDS = CommandSet(
    ChartCommands,
    (
        Command(
            name="insert.chart",
            text=tr("插入统计图…"),
            english="Insert chart: bars, lines, shares",
            icon="block.chart",
            places=(CommandGroup.TEXT.at(165), CommandBar.TEXT.at(245, folds=12)),
            writes=True,
            run=ChartCommands.insert,
        ),
    ),
)
