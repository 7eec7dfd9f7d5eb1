"""What is done to the figures and tables of the open article."""

from dataclasses import replace
from typing import assert_never

from PySide6.QtWidgets import QFileDialog

from editor.desk.formats import PICTURE_FILES
from editor.model.article import Article
from editor.model.block_kinds import ObjectBlock, as_figure
from editor.model.body import Block, Figure, Table
from editor.model.edits import put_article
from editor.model.language import tr
from editor.ui.article.figure_dialog import FigureDialog, print_resolution
from editor.ui.article.figure_pictures import FigurePictures
from editor.ui.article.format_bar import FormatBar
from editor.ui.body.figure_handles import NARROWEST, WIDEST
from editor.ui.body.object_values import edit_name
from editor.ui.body.object_walk import TextStep
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.kit.scrim import scrim

_EMPTY_TABLE = ((), (), ())
_WIDTH_STEP = 50


class ObjectCommands:
    """Acts on the figure or table that is chosen in the body."""

    def __init__(self, context: WindowContext, bar: FormatBar) -> None:
        """Act in one window. bar: shows what is chosen."""
        self._context, self._body, self._bar = context, context.article.body, bar
        self._pictures = FigurePictures(context)
        context.article.object_opened.connect(self.edit_object)
        context.article.place_changed.connect(self.show_place)
        bar.width_chosen.connect(self.set_width)

    def insert_figures(self) -> None:
        """Ask for pictures and put them in below the caret's line."""
        names, _ = QFileDialog.getOpenFileNames(self._context.window, tr("插入图片"), "", PICTURE_FILES.dialog_filter)
        figures = tuple(Figure(picture=chosen[0]) for name in names if (chosen := self._pictures.take(name)))
        if figures:
            self._body.edits.insert_blocks(figures)
            self._body.caret.choose_object(figures[-1].uid)

    def insert_table(self) -> None:
        """Put an empty table in and write in its first cell."""
        table = Table(head=_EMPTY_TABLE, rows=(_EMPTY_TABLE, _EMPTY_TABLE))
        self._body.edits.insert_blocks((table,))
        self._body.editing.ways.enter(table.uid, TextStep.DOWN)

    def edit_chosen(self) -> None:
        """Open the chosen figure or table."""
        chosen = self._body.caret.chosen_object()
        if chosen:
            self._context.article.object_opened.emit(chosen.uid)

    def edit_object(self, uid: str) -> None:
        """Open a figure or table of the body; charts are opened by their own commands."""
        value, article = self._body.objects.values.get(uid), self._context.article.article
        if value is None or article is None or not self._context.opened.writable:
            return
        match value:
            case Table():
                self._body.editing.ways.enter(uid, TextStep.DOWN)
            case Figure() if value.drawn:
                return
            case Figure():
                changed = self._edited(value)
                if changed and changed != value:
                    self._replace(article, changed, edit_name(changed))
            case _:
                assert_never(value)

    def replace_picture(self) -> None:
        """Ask for another picture of the chosen figure."""
        figure, article = self._chosen_figure(), self._context.article.article
        chosen = self._pictures.choose() if figure else None
        if chosen and article and figure:
            self._replace(article, replace(figure, picture=chosen[0], chart=()), tr("换图"))

    def set_width(self, width: int) -> None:
        """Give the chosen figure a width, in thousandths of the measure."""
        figure, article = self._chosen_figure(), self._context.article.article
        if article and figure:
            self._replace(article, replace(figure, width=width), tr("改图宽"))

    def step_width(self, by: int) -> None:
        """Make the chosen figure wider or narrower, by thousandths of the measure."""
        figure = self._chosen_figure()
        if figure is None:
            self._context.show_message(tr("先选中一张图"))
            return
        width = min(max(figure.width + by, NARROWEST), WIDEST)
        made = replace(figure, width=width)
        if width != figure.width:
            self._body.edits.put_object(made, title=tr("改图宽"), step=f"width:{figure.uid}")
        self._context.show_message(tr("版心宽 {value:.0f}%", value=width / 10))

    def move_object(self, by: int) -> None:
        """Move the chosen figure or table one block up (-1) or down (1)."""
        chosen, article = self._body.caret.chosen_object(), self._context.article.article
        if chosen is None or article is None:
            return
        blocks = list(article.blocks)
        at = blocks.index(chosen)
        if 0 <= at + by < len(blocks):
            blocks[at], blocks[at + by] = blocks[at + by], blocks[at]
            self._apply(tr("移动图表"), replace(article, blocks=tuple(blocks)))
            self._body.caret.choose_object(chosen.uid)

    def remove(self) -> None:
        """Take the chosen figure or table out."""
        self._body.edits.remove_selection()

    def show_place(self) -> None:
        """Show in the bar what the caret is in."""
        chosen, figure = self._body.caret.chosen_object(), self._chosen_figure()
        resolution = print_resolution(figure, self._pictures.measure()) if figure else None
        self._bar.show_place(self._body.caret.kind(), chosen, resolution)

    def _chosen_figure(self) -> Figure | None:
        chosen = self._body.caret.chosen_object()
        return as_figure(chosen) if chosen else None

    def _edited(self, figure: Figure) -> Figure | None:
        window, pictures = self._context.window, self._pictures
        with scrim(window):
            dialog = FigureDialog(figure, pictures.data(figure), source=pictures.source(), parent=window)
            return dialog.figure if dialog.exec() else None

    def _replace(self, article: Article, changed: ObjectBlock, label: str) -> None:
        def put(block: Block) -> Block:
            return changed if block.uid == changed.uid else block

        self._apply(label, replace(article, blocks=tuple(map(put, article.blocks))))
        self._body.caret.choose_object(changed.uid)

    def _apply(self, label: str, article: Article) -> None:
        self._context.opened.apply(label, lambda space: put_article(space, article))


COMMANDS = CommandSet(
    ObjectCommands,
    (
        Command(
            name="insert.figure",
            text=tr("插入图片…"),
            english="Insert figure, picture, image",
            icon="block.figure",
            keys=("Ctrl+Shift+G",),
            places=(CommandGroup.TEXT.at(160), CommandBar.TEXT.at(240, folds=12)),
            writes=True,
            run=ObjectCommands.insert_figures,
        ),
        Command(
            name="insert.table",
            text=tr("插入表格"),
            english="Insert table",
            icon="block.table",
            keys=("Ctrl+Shift+T",),
            places=(CommandGroup.TEXT.at(170), CommandBar.TEXT.at(250, folds=12)),
            writes=True,
            run=ObjectCommands.insert_table,
        ),
        Command(
            name="object.edit",
            text=tr("编辑图表…"),
            english="Edit figure or table",
            places=(CommandGroup.TEXT.at(180), CommandMenu.OBJECT.at(10), CommandBar.OBJECT.at(10, text=tr("编辑…"))),
            writes=True,
            run=ObjectCommands.edit_chosen,
        ),
        Command(
            name="figure.replace",
            text=tr("换图…"),
            english="Replace picture",
            icon="block.figure",
            places=(
                CommandGroup.TEXT.at(190),
                CommandMenu.OBJECT.at(20),
                CommandBar.OBJECT.at(20, text=tr("换图…"), folds=2),
            ),
            writes=True,
            run=ObjectCommands.replace_picture,
        ),
        Command(
            name="figure.narrower",
            text=tr("图窄一点"),
            english="Make figure narrower",
            keys=("Ctrl+Alt+-",),
            places=(CommandGroup.TEXT.at(192), CommandMenu.OBJECT.at(22)),
            writes=True,
            run=lambda it: it.step_width(-_WIDTH_STEP),
        ),
        Command(
            name="figure.wider",
            text=tr("图宽一点"),
            english="Make figure wider",
            keys=("Ctrl+Alt+=",),
            places=(CommandGroup.TEXT.at(194), CommandMenu.OBJECT.at(24)),
            writes=True,
            run=lambda it: it.step_width(_WIDTH_STEP),
        ),
        Command(
            name="object.up",
            text=tr("图表上移"),
            english="Move figure or table up",
            icon="order.up",
            places=(CommandGroup.TEXT.at(200), CommandMenu.OBJECT.at(30), CommandBar.OBJECT.at(110, folds=1)),
            writes=True,
            run=lambda it: it.move_object(-1),
        ),
        Command(
            name="object.down",
            text=tr("图表下移"),
            english="Move figure or table down",
            icon="order.down",
            places=(CommandGroup.TEXT.at(210), CommandMenu.OBJECT.at(40), CommandBar.OBJECT.at(120, folds=1)),
            writes=True,
            run=lambda it: it.move_object(1),
        ),
        Command(
            name="object.remove",
            text=tr("删除图表"),
            english="Delete figure or table",
            icon="trash",
            places=(CommandGroup.TEXT.at(220), CommandMenu.OBJECT.at(50), CommandBar.OBJECT.at(130)),
            writes=True,
            run=ObjectCommands.remove,
        ),
    ),
)
