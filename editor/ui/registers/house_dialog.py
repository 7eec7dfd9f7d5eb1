"""用语表: wordings that the office forbids or prefers, to a table and from one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.formats import HOUSE_WORD_FILES, TABLE_FILES
from editor.desk.registers.house_words import export_words, read_words, word_plan, write_template
from editor.interchange.house_word_file import WordTable, read_word_text, write_word_lines
from editor.model.errors import UserError
from editor.model.house_words import HouseWord
from editor.model.language import tr
from editor.ui.kit.frames import framed, rule, small_buttons
from editor.ui.kit.scrim import scrim
from editor.ui.kit.widgets import label
from editor.ui.registers.book_bar import BookBar
from editor.ui.registers.house_book import HouseWordBook
from editor.ui.registers.house_form import HouseWordForm
from editor.ui.registers.house_rows import WORD_COLUMNS, WordSearch
from editor.ui.registers.row_list import RowList
from editor.ui.registers.seek_field import SeekField
from editor.ui.registers.taking_dialog import TakingDialog
from editor.ui.theme.apply import set_style
from editor.ui.theme.tokens import Theme

_EMPTY = tr("用语表还是空的。在上面写一个词，按 Enter 登记；已有表格的，用“导入”或从电子表格里复制了粘贴。")
_RULE = tr("检查照这张表逐字比对标题和正文；几条重叠时算最长的一条，例外里写的说法不算。Enter 或 F2 改选中的一条。")


class HouseWordDialog(QDialog):
    """Every change is in the library at once."""

    def __init__(self, book: HouseWordBook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        book.setParent(self)
        self.setWindowTitle(tr("用语表"))
        self.setModal(True)
        self.resize(1040, 680)
        set_style(self, ground="raised")
        self.seek = SeekField(theme, tr("找用语、建议、理由，拼音也行"), (tr("登记用语"),))
        self.table, self.form = RowList(tr("用语表"), WORD_COLUMNS), HouseWordForm()
        self.empty, self.remove, self.paste = label(ink="text2"), QPushButton(tr("删除")), QPushButton(tr("粘贴"))
        self.take_in, self.put_out = QPushButton(tr("导入…")), QPushButton(tr("导出…"))
        self.template, self.count = QPushButton(tr("样表…")), label(role="small", ink="text3")
        self.bar = BookBar(book, theme, self)
        self._search = WordSearch(book.words)
        self._lay_out()
        self._connect()
        self._show()
        self.seek.field.setFocus()

    def import_from(self, path: Path) -> None:
        """Show what the table of a file would change, and take it where the user wants it; say why it cannot be."""
        self._take(lambda: read_words(path), tr("“{name}”", name=path.name))

    def paste_rows(self) -> None:
        """Do the same with what was copied from a spreadsheet."""
        self._take(lambda: read_word_text(QGuiApplication.clipboard().text()), tr("粘贴的表格"))

    def export_to(self, path: Path) -> None:
        """Write the whole table; say why where it cannot be."""
        words = self._book.words.words
        self._written(lambda: export_words(path, words), tr("已把 {n} 条用语导出到“{path}”。", n=len(words), path=path))

    def write_template_to(self, path: Path) -> None:
        """Write a table to begin with."""
        self._written(lambda: write_template(path), tr("已写好“{path}”：标题行和两行示例，填好再导入。", path=path))

    # building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("用语表"), role="view"), 1)
        for button in (self.template, self.take_in, self.put_out):
            button.setAutoDefault(False)
            button.setProperty("small", "true")
            set_style(button, kind="quiet")
            head.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.seek, 1)
        row.addLayout(small_buttons(self.paste, self.remove))
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(framed(self.table, self.empty), 1)
        columns.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(rule(_RULE), 1)
        foot.addWidget(self.count)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addLayout(head)
        stack.addLayout(row)
        stack.addLayout(columns, 1)
        stack.addLayout(foot)
        stack.addWidget(self.bar)
        self.paste.setToolTip(tr("从电子表格复制的几行：用语、改为、范围、栏目、例外、级别、理由、出处（Ctrl+V）"))
        self.remove.setToolTip(tr("从用语表删去选中的（Delete）"))

    def _connect(self) -> None:
        self._book.changed.connect(self._on_book_changed)
        self._book.refused.connect(lambda _reason: self._show_chosen())
        self.seek.changed.connect(self._show)
        self.seek.add_wanted.connect(self._on_add_wanted)
        self.seek.left_down.connect(self.table.setFocus)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.enter_wanted.connect(lambda: self.form.begin("name"))
        self.table.delete_wanted.connect(self._on_remove_clicked)
        self.table.copy_wanted.connect(self._on_copy_wanted)
        self.table.paste_wanted.connect(self.paste_rows)
        self.form.written.connect(self._on_written)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.paste.clicked.connect(self.paste_rows)
        self.take_in.clicked.connect(self._on_import_clicked)
        self.put_out.clicked.connect(self._on_export_clicked)
        self.template.clicked.connect(self._on_template_clicked)

    # showing

    def _on_book_changed(self) -> None:
        self._search = WordSearch(self._book.words, self._search)
        self._show()

    def _show(self, uid: str = "") -> None:
        """Show what is sought. uid: of the word to be chosen, else the one before stays so."""
        before, row = self.table.current, max(self.table.currentIndex().row(), 0)
        wanted = uid or (before.uid if before else "")
        shown = self._search.find(self.seek.words)
        places = (place for place, one in enumerate(shown) if one.uid == wanted)
        self.table.show_values(shown, next(places, row))
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.setText(tr("没有“{words}”。按 Enter 登记。", words=self.seek.words) if self.seek.words else _EMPTY)
        self.seek.found = bool(shown)
        self.seek.set_writable(writable=self._book.writable)
        every = len(self._book.words.words)
        self.count.setText(
            tr("{n} 条", n=every) if len(shown) == every else tr("{n} 条里的 {shown} 条", n=every, shown=len(shown))
        )
        for button in (self.take_in, self.paste):
            button.setEnabled(self._book.writable)

    def _show_chosen(self) -> None:
        self.form.show_word(self.table.current, writable=self._book.writable)
        self.remove.setEnabled(self._book.writable and bool(self.table.chosen))

    # acting

    def _on_add_wanted(self, words: str, _place: int) -> None:
        made = HouseWord(name=words)
        if self._book.put(tr("登记用语“{name}”", name=words), (made,)):
            self.seek.clear()
            self._show(made.uid)
            self.form.begin("instead")

    def _on_written(self, word: HouseWord, field: str) -> None:
        self._book.put(tr("改“{name}”的{field}", name=self._name_of(word), field=field), (word,))

    def _name_of(self, word: HouseWord) -> str:
        current = self.table.current
        return str(current.name) if current and current.uid == word.uid else word.name

    def _on_remove_clicked(self) -> None:
        words = self.table.chosen
        if words and self._book.writable:
            named = f"“{words[0].name}”" if len(words) == 1 else tr(" {n} 条用语", n=len(words))
            self._book.drop(tr("删除{named}", named=named), [one.uid for one in words])

    def _on_copy_wanted(self) -> None:
        if self.table.chosen:
            QGuiApplication.clipboard().setText(write_word_lines(self.table.chosen))
            self.bar.message.show_message(tr("已复制 {n} 条，可粘贴到电子表格。", n=len(self.table.chosen)), state="ok")

    def _take(self, read: Callable[[], WordTable], name: str) -> None:
        if not self._book.writable:
            self.bar.message.show_message(self._book.why_read_only, state="warn")
            return
        try:
            plan = word_plan(self._book.words, read())
        except UserError as error:
            self.bar.message.show_message(str(error), state="error")
            return
        if not (plan.taken or plan.refused):
            none = (
                tr("{name}里的用语这里都有了，没有改动。", name=name)
                if plan.same
                else tr("{name}里没有用语。", name=name)
            )
            self.bar.message.show_message(none, state="ok" if plan.same else "error")
            return
        dialog = TakingDialog(plan, self._book.words, name, self)
        with scrim(self):
            accepted = dialog.exec()
        dialog.deleteLater()
        if accepted:
            self._book.put(tr("导入{name}的 {n} 条用语", name=name, n=len(plan.taken)), plan.taken)

    def _written(self, write: Callable[[], None], done: str) -> None:
        try:
            write()
        except UserError as error:
            self.bar.message.show_message(str(error), state="error")
            return
        self.bar.message.show_message(done, state="ok")

    def _on_import_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("导入用语"), str(Path.home()), HOUSE_WORD_FILES.dialog_filter)
        if chosen:
            self.import_from(Path(chosen))

    def _on_export_clicked(self) -> None:
        self._ask_where(tr("导出用语"), tr("用语表.csv"), self.export_to)

    def _on_template_clicked(self) -> None:
        self._ask_where(tr("样表"), tr("用语样表.csv"), self.write_template_to)

    def _ask_where(self, title: str, name: str, write: Callable[[Path], None]) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), TABLE_FILES.dialog_filter)
        if chosen:
            write(Path(chosen))
