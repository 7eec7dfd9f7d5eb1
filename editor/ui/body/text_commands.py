"""What is done to the text of the open article."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from editor.model.block_kinds import as_figure
from editor.model.body import Script
from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.address import typed_address
from editor.text.lead_in import lead_in_spans
from editor.ui.body import cursor_edits
from editor.ui.body.clipboard import Pasting, clipboard_data, copied, pasted, pasted_plain
from editor.ui.body.edits import CursorEdit
from editor.ui.body.shapes import Kind
from editor.ui.commands.command import Command, CommandSet
from editor.ui.commands.context import WindowContext
from editor.ui.commands.places import CommandBar, CommandGroup, CommandMenu
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import article_words, figure_words, grid_words
from editor.ui.kit.failures import show_failure
from editor.ui.kit.text_question import TextQuestion

NO_LOOKS = tr("图题、表题、来源和表注没有自己的格式，也没有脚注")
_FIELDS = (QLineEdit, QTextEdit)
_OF_FIGURES = ("object.edit", "figure.replace", "figure.narrower", "figure.wider")


class TextCommands:
    """Acts on the body that has the caret."""

    def __init__(self, context: WindowContext) -> None:
        """Act in one window."""
        self._context, self._session, self._body = context, context.session, context.article.body
        self._body.copy_mime = lambda cursor: copied(cursor, self._body.objects.values)
        self._body.paste_mime = self.paste
        self._body.menu.more = self.menu_actions
        DropCue(self._body.viewport(), self._drop_words, area=context.article.viewport())

    def menu_actions(self) -> list[QAction]:
        """Return what the body's menu offers for what is chosen, besides the clipboard."""
        chosen = self._body.caret.chosen_object()
        in_cell = self._body.editing.texts.in_cell
        cells = self._offered(CommandMenu.TABLE) if in_cell else []
        if chosen is None:
            return self._offered(CommandMenu.TEXT)
        objects = self._offered(CommandMenu.OBJECT)
        figure = as_figure(chosen)
        return [*cells, *(one for one in objects if figure or one.objectName() not in _OF_FIGURES)]

    def _offered(self, place: CommandMenu) -> list[QAction]:
        """Return the actions of a place, a line between its parts and behind it."""
        found: list[QAction] = []
        section = 0
        for action, at in self._context.actions.placed(place):
            if at.section != section and found:
                found.append(_line(self._context.window))
            section = at.section
            found.append(action)
        return [*found, _line(self._context.window)]

    def edit(self, act: CursorEdit) -> None:
        """Change the looks of the text at the caret, in the body or in a cell."""
        self.in_body(lambda: None if self._body.editing.apply(act) else self._context.show_message(NO_LOOKS))

    def in_body(self, act: Callable[[], object]) -> None:
        """Do something to the text: the caret stands in it afterwards, wherever the command was chosen.

        In another field it would change what the user does not look at.
        """
        focus = QApplication.focusWidget()
        inside = self._body.editing.texts.has_focus()
        if isinstance(focus, _FIELDS) and not inside:
            self._context.show_message(tr("先把光标放到正文里，再按一次"))
            return
        act()
        if not inside:
            self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_kind(self, kind: Kind) -> None:
        """Make the selected lines of a kind."""
        self.in_body(lambda: self._body.edits.apply(lambda cursor, theme: cursor_edits.set_kind(cursor, kind, theme)))

    def toggle_script(self, script: Script) -> None:
        """Raise or lower the selection, or put it back on the line."""
        self.edit(lambda cursor, theme: cursor_edits.toggle_script(cursor, script, theme))

    # pasting

    def paste(self, data: QMimeData) -> None:
        """Put what a clipboard or a drop brings in at the caret."""
        present = frozenset(block.uid for block in self._body.blocks)
        try:
            self._put(pasted(data, present, self._session.take_picture))
        except UserError as error:
            show_failure(self._context.window, tr("没有粘贴"), str(error))

    def paste_plain(self) -> None:
        """Put the clipboard's text in at the caret, without any appearance."""
        data, focus = clipboard_data(), QApplication.focusWidget()
        if self._body.editing.texts.field and self._body.hasFocus():
            bare = QMimeData()
            bare.setText(data.text())
            self._body.editing.paste(bare)
        elif isinstance(focus, _FIELDS) and focus is not self._body:
            # the other fields know no other way
            focus.paste()
        elif data.hasText():
            pasting = pasted_plain(data)
            self._put(Pasting(blocks=pasting.before) if pasting.before else pasting)

    def _drop_words(self, data: QMimeData) -> str:
        return "" if self._body.isReadOnly() else figure_words(data) or grid_words(data) or article_words(data)

    def _put(self, pasting: Pasting) -> None:
        if pasting.before:
            self._body.edits.insert_reading(pasting.before, pasting.blocks)
        elif pasting.blocks:
            self._body.edits.insert_blocks(pasting.blocks)
        if pasting.messages:
            self._context.show_message(tr("；").join(pasting.messages))
        for grid in pasting.grids:
            self._body.grid_brought.emit(grid)
        if pasting.files:
            self._context.take_files(pasting.files)

    # text

    def bold_lead_ins(self) -> None:
        """Make the lead-ins of the article bold: 一是…。 and the like."""
        count = self._body.edits.bold_spans(lead_in_spans)
        self._context.show_message(
            tr("已加粗 {n} 处段首语，Ctrl+Z 撤销", n=count)
            if count
            else tr("没有加粗：没有段首语。它是“一是……。”“第二，……。”“首先，……。”这样的一短句，后面还有文字")
        )

    def ask_link(self) -> None:
        """Ask for the address that the selection leads to."""
        cursor = self._body.editing.cursor()
        if not cursor.hasSelection():
            self._context.show_message(tr("先选中要加链接的文字，再按一次"))
            return
        asking = TextQuestion(
            tr("链接"), tr("网址或邮箱；留空则去掉链接"), cursor_edits.link_at(cursor), self._context.window
        )
        if not asking.exec():
            return
        address = asking.field.text()
        usable = typed_address(address)
        if address.strip() and not usable:
            self._context.show_message(tr("没有加链接：写网址（https://…）或邮箱，中间没有空格"))
            return
        self.edit(lambda cursor, theme: cursor_edits.set_link(cursor, usable, theme))


def _line(window: QWidget) -> QAction:
    made = QAction(window)
    made.setSeparator(True)
    return made


COMMANDS = CommandSet(
    TextCommands,
    (
        Command(
            name="kind.paragraph",
            text=tr("正文"),
            english="Paragraph, body text",
            keys=("Ctrl+Shift+N",),
            places=(CommandGroup.TEXT.at(10), CommandMenu.KINDS.at(10)),
            writes=True,
            run=lambda it: it.set_kind(Kind.PARAGRAPH),
        ),
        Command(
            name="kind.heading1",
            text=tr("一级标题"),
            english="Heading 1",
            keys=("Ctrl+Alt+1",),
            places=(CommandGroup.TEXT.at(20), CommandMenu.KINDS.at(20)),
            writes=True,
            run=lambda it: it.set_kind(Kind.HEADING1),
        ),
        Command(
            name="kind.heading2",
            text=tr("二级标题"),
            english="Heading 2",
            keys=("Ctrl+Alt+2",),
            places=(CommandGroup.TEXT.at(30), CommandMenu.KINDS.at(30)),
            writes=True,
            run=lambda it: it.set_kind(Kind.HEADING2),
        ),
        Command(
            name="kind.heading3",
            text=tr("三级标题"),
            english="Heading 3",
            keys=("Ctrl+Alt+3",),
            places=(CommandGroup.TEXT.at(40), CommandMenu.KINDS.at(40)),
            writes=True,
            run=lambda it: it.set_kind(Kind.HEADING3),
        ),
        Command(
            name="kind.bullets",
            text=tr("项目列表"),
            english="Bulleted list",
            icon="block.list",
            keys=("Ctrl+Shift+8",),
            places=(CommandGroup.TEXT.at(50), CommandMenu.KINDS.at(50), CommandBar.TEXT.at(210, folds=9)),
            writes=True,
            run=lambda it: it.set_kind(Kind.BULLETS),
        ),
        Command(
            name="kind.numbers",
            text=tr("编号列表"),
            english="Numbered list",
            icon="block.numbered",
            keys=("Ctrl+Shift+7",),
            places=(CommandGroup.TEXT.at(60), CommandMenu.KINDS.at(60), CommandBar.TEXT.at(220, folds=3)),
            writes=True,
            run=lambda it: it.set_kind(Kind.NUMBERS),
        ),
        Command(
            name="kind.quote",
            text=tr("引文"),
            english="Quotation",
            icon="block.quote",
            keys=("Ctrl+Shift+9",),
            places=(CommandGroup.TEXT.at(70), CommandMenu.KINDS.at(70), CommandBar.TEXT.at(230, folds=3)),
            writes=True,
            run=lambda it: it.set_kind(Kind.QUOTE),
        ),
        Command(
            name="text.bold",
            text=tr("加粗"),
            english="Bold",
            icon="text.bold",
            keys=("Ctrl+B",),
            places=(CommandGroup.TEXT.at(80), CommandMenu.TEXT.at(20), CommandBar.TEXT.at(110)),
            writes=True,
            run=lambda it: it.edit(cursor_edits.toggle_bold),
        ),
        Command(
            name="text.italic",
            text=tr("斜体"),
            english="Italic",
            icon="text.italic",
            places=(CommandGroup.TEXT.at(90), CommandBar.TEXT.at(120, folds=10)),
            writes=True,
            run=lambda it: it.edit(cursor_edits.toggle_italic),
        ),
        Command(
            name="text.leadin",
            text=tr("加粗段首语"),
            english="Bold lead-ins",
            icon="text.leadin",
            keys=("Ctrl+Shift+B",),
            places=(CommandGroup.TEXT.at(100), CommandMenu.TEXT.at(30), CommandBar.TEXT.at(130, folds=7)),
            writes=True,
            run=lambda it: it.in_body(it.bold_lead_ins),
        ),
        Command(
            name="text.link",
            text=tr("链接…"),
            english="Link",
            icon="text.link",
            keys=("Ctrl+Shift+K",),
            places=(CommandGroup.TEXT.at(110), CommandMenu.TEXT.at(40), CommandBar.TEXT.at(140, folds=11)),
            writes=True,
            run=lambda it: it.in_body(it.ask_link),
        ),
        Command(
            name="text.super",
            text=tr("上标"),
            english="Superscript",
            icon="text.super",
            places=(CommandGroup.TEXT.at(120), CommandBar.TEXT.at(150, folds=5)),
            writes=True,
            run=lambda it: it.toggle_script(Script.SUPER),
        ),
        Command(
            name="text.sub",
            text=tr("下标"),
            english="Subscript",
            icon="text.sub",
            places=(CommandGroup.TEXT.at(130), CommandBar.TEXT.at(160, folds=5)),
            writes=True,
            run=lambda it: it.toggle_script(Script.SUB),
        ),
        Command(
            name="text.clear",
            text=tr("清除格式"),
            english="Clear formatting",
            icon="text.clear",
            keys=("Ctrl+\\",),
            places=(CommandGroup.TEXT.at(140), CommandMenu.TEXT.at(50), CommandBar.TEXT_END.at(10, folds=4)),
            writes=True,
            run=lambda it: it.edit(cursor_edits.clear_marks),
        ),
        Command(
            name="paste.plain",
            text=tr("粘贴为纯文字"),
            english="Paste as plain text",
            icon="article.paste",
            keys=("Ctrl+Alt+V",),
            places=(CommandGroup.TEXT.at(150), CommandMenu.COPY.at(30), CommandMenu.TEXT.at(10)),
            writes=True,
            run=TextCommands.paste_plain,
        ),
    ),
)
