"""What is done to the text of the open article, and to its figures and tables."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QTextEdit

from editor.desk.files import read_file
from editor.document.look import look_table
from editor.model.block_kinds import ObjectBlock, as_figure
from editor.model.body import Block, Figure, Script, Table
from editor.model.errors import UserError
from editor.model.issue import Article
from editor.model.language import tr
from editor.text.address import typed_address
from editor.text.lead_in import lead_in_spans
from editor.ui.article.figure_dialog import Chosen, FigureDialog, PictureSource, print_resolution
from editor.ui.article.format_bar import KIND_ACTIONS, FormatBar
from editor.ui.body.clipboard import Pasting, clipboard_data, copied, pasted, pasted_plain
from editor.ui.failures import say_failure
from editor.ui.scrim import scrim
from editor.ui.tables.dialog import TableDialog
from editor.ui.window.parts import Commands, Parts

_POINT = 25.4 / 72
_PICTURES = tr("图片 (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff)")
_FIELDS = (QLineEdit, QTextEdit)
_TEXT_MENU = ("paste.plain", "text.bold", "text.leadin", "text.link", "text.clear")
_OBJECT_MENU = ("object.edit", "figure.replace", "object.up", "object.down", "object.remove")
_EMPTY_TABLE = ((), (), ())


class TextCommands:
    """Acts on the body that has the caret."""

    def __init__(self, parts: Parts, bar: FormatBar) -> None:
        """Act in one window."""
        self._parts, self._session, self._body, self._bar = parts, parts.session, parts.article.body, bar
        self._body.copy_mime = lambda cursor: copied(cursor, self._body.objects.values)
        self._body.paste_mime = self.paste
        self._body.menu_actions = self.menu_actions
        parts.article.object_opened.connect(self.edit_object)
        parts.article.place_changed.connect(self.show_place)
        bar.width_chosen.connect(self.set_width)

    def commands(self) -> Commands:
        """Return the commands by the names of their actions."""
        kinds = {name: lambda kind=kind: self._body.set_kind(kind) for kind, name in KIND_ACTIONS.items()}
        marks = kinds | {
            "text.bold": self._body.toggle_bold,
            "text.italic": self._body.toggle_italic,
            "text.super": lambda: self._body.toggle_script(Script.SUPER),
            "text.sub": lambda: self._body.toggle_script(Script.SUB),
            "text.leadin": self.bold_lead_ins,
            "text.link": self.ask_link,
            "text.clear": self._body.clear_marks,
        }
        return {name: self._in_body(act) for name, act in marks.items()} | {
            "paste.plain": self.paste_plain,
            "insert.figure": self.insert_figures,
            "insert.table": self.insert_table,
            "object.edit": self.edit_chosen,
            "figure.replace": self.replace_picture,
            "object.up": lambda: self.move_object(-1),
            "object.down": lambda: self.move_object(1),
            "object.remove": self._body.remove_selection,
        }

    def menu_actions(self) -> list[QAction]:
        """Return what the body's menu offers for what is chosen, besides the clipboard."""
        chosen = self._body.chosen_object()
        names, figure = _OBJECT_MENU if chosen else _TEXT_MENU, as_figure(chosen) if chosen else None
        fitting = [name for name in names if name != "figure.replace" or figure]
        return [self._parts.actions[name] for name in fitting]

    def _in_body(self, act: Callable[[], None]) -> Callable[[], None]:
        """Return a command on the text: the caret stands in it afterwards, wherever the command was chosen.

        In another field it would change what the user does not look at.
        """

        def run() -> None:
            focus = QApplication.focusWidget()
            if isinstance(focus, _FIELDS) and focus is not self._body:
                self._parts.say(tr("先把光标放到正文里，再按一次"))
                return
            act()
            self._body.setFocus(Qt.FocusReason.OtherFocusReason)

        return run

    # pasting

    def paste(self, data: QMimeData) -> None:
        """Put what a clipboard or a drop brings in at the caret."""
        present = frozenset(block.uid for block in self._body.blocks)
        try:
            self._put(pasted(data, present, self._session.take_picture))
        except UserError as error:
            say_failure(self._parts.window, tr("没有粘贴"), str(error))

    def paste_plain(self) -> None:
        """Put the clipboard's text in at the caret, without any appearance."""
        data, focus = clipboard_data(), QApplication.focusWidget()
        if isinstance(focus, _FIELDS) and focus is not self._body:
            # the other fields know no other way
            focus.paste()
        elif data.hasText():
            self._put(pasted_plain(data))

    def _put(self, pasting: Pasting) -> None:
        if pasting.blocks:
            self._body.insert_blocks(pasting.blocks)
        if pasting.said:
            self._parts.say(tr("；").join(pasting.said))
        if pasting.files:
            self._parts.take_files(pasting.files)

    # text

    def bold_lead_ins(self) -> None:
        """Make the lead-ins of the article bold: 一是…。 and the like."""
        count = self._body.bold_spans(lead_in_spans)
        self._parts.say(
            tr("已加粗 {n} 处段首语，Ctrl+Z 撤销", n=count) if count else tr("没有找到“一是……。”这样的段首语")
        )

    def ask_link(self) -> None:
        """Ask for the address that the selection leads to."""
        if not self._body.textCursor().hasSelection():
            self._parts.say(tr("先选中要加链接的文字，再按一次"))
            return
        address, accepted = QInputDialog.getText(
            self._parts.window, tr("链接"), tr("网址（留空则去掉链接）"), text=self._body.link_at_caret()
        )
        if not accepted:
            return
        usable = typed_address(address)
        if address.strip() and not usable:
            self._parts.say(tr("没有加链接：写网址（https://…）或邮箱，中间没有空格"))
            return
        self._body.set_link(usable)

    # figures and tables

    def insert_figures(self) -> None:
        """Ask for pictures and put them in below the caret's line."""
        names, _ = QFileDialog.getOpenFileNames(self._parts.window, tr("插入图片"), "", _PICTURES)
        figures = tuple(Figure(picture=chosen[0]) for name in names if (chosen := self._take(name)))
        if figures:
            self._body.insert_blocks(figures)
            self._body.choose_object(figures[-1].uid)

    def insert_table(self) -> None:
        """Put an empty table in and open its grid."""
        table = Table(head=_EMPTY_TABLE, rows=(_EMPTY_TABLE, _EMPTY_TABLE))
        dialog = TableDialog(table, self._parts.window)
        with scrim(self._parts.window):
            if dialog.exec():
                self._body.insert_blocks((dialog.table,))
                self._body.choose_object(table.uid)

    def edit_chosen(self) -> None:
        """Open the chosen figure or table."""
        chosen = self._body.chosen_object()
        if chosen:
            self.edit_object(chosen.uid)

    def edit_object(self, uid: str) -> None:
        """Open a figure or table of the body."""
        value, article = self._body.objects.values.get(uid), self._parts.article.article
        if value is None or article is None or not self._session.writable:
            return
        changed = self._edited(value)
        if changed and changed != value:
            self._replace(article, changed, _edit_name(changed))

    def replace_picture(self) -> None:
        """Ask for another picture of the chosen figure."""
        figure, article = self._chosen_figure(), self._parts.article.article
        chosen = self._choose_picture() if figure else None
        if chosen and article and figure:
            self._replace(article, replace(figure, picture=chosen[0]), tr("换图"))

    def set_width(self, width: int) -> None:
        """Give the chosen figure a width, in thousandths of the measure."""
        figure, article = self._chosen_figure(), self._parts.article.article
        if article and figure:
            self._replace(article, replace(figure, width=width), tr("改图宽"))

    def move_object(self, by: int) -> None:
        """Move the chosen figure or table one block up (-1) or down (1)."""
        chosen, article = self._body.chosen_object(), self._parts.article.article
        if chosen is None or article is None:
            return
        blocks = list(article.blocks)
        at = blocks.index(chosen)
        if 0 <= at + by < len(blocks):
            blocks[at], blocks[at + by] = blocks[at + by], blocks[at]
            self._apply(tr("移动图表"), replace(article, blocks=tuple(blocks)))
            self._body.choose_object(chosen.uid)

    def show_place(self) -> None:
        """Show in the bar what the caret is in."""
        chosen, figure = self._body.chosen_object(), self._chosen_figure()
        resolution = print_resolution(figure, self._measure()) if figure else None
        self._bar.show_place(self._body.current_kind(), chosen, resolution)

    def _chosen_figure(self) -> Figure | None:
        chosen = self._body.chosen_object()
        return as_figure(chosen) if chosen else None

    def _edited(self, value: ObjectBlock) -> ObjectBlock | None:
        window = self._parts.window
        with scrim(window):
            match value:
                case Table():
                    grid = TableDialog(value, window)
                    return grid.table if grid.exec() else None
                case Figure():
                    dialog = FigureDialog(value, self._bytes(value), source=self._pictures(), parent=window)
                    return dialog.figure if dialog.exec() else None
                case _:
                    assert_never(value)

    def _replace(self, article: Article, changed: ObjectBlock, label: str) -> None:
        def put(block: Block) -> Block:
            return changed if block.uid == changed.uid else block

        self._apply(label, replace(article, blocks=tuple(map(put, article.blocks))))
        self._body.choose_object(changed.uid)

    def _apply(self, label: str, article: Article) -> None:
        self._parts.article.edited.emit(label, article, "")

    def _pictures(self) -> PictureSource:
        return PictureSource(choose=self._choose_picture, take=self._take, measure=self._measure())

    def _choose_picture(self) -> Chosen:
        name, _ = QFileDialog.getOpenFileName(self._parts.window, tr("选择图片"), "", _PICTURES)
        return self._take(name) if name else None

    def _take(self, name: str) -> Chosen:
        try:
            return self._session.take_picture(read_file(Path(name)), Path(name).name)
        except UserError as error:
            say_failure(self._parts.window, tr("没有放入图片"), str(error))
            return None

    def _bytes(self, figure: Figure) -> bytes:
        opened = self._session.open_issue
        return opened.pictures.get(figure.picture.sha256, b"") if opened and figure.picture else b""

    def _measure(self) -> float:
        """Return the width of the page's text in mm."""
        issue = self._session.issue
        return look_table(issue.look).measure * _POINT if issue else 0.0


def _edit_name(changed: ObjectBlock) -> str:
    match changed:
        case Figure():
            return tr("改图")
        case Table():
            return tr("改表")
        case _:
            assert_never(changed)
