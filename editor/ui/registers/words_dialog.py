"""标签与名录: the tag tree, issuing bodies, sources, documents and regions; the registers to and from a file."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from editor.desk.files import read_file, write_file
from editor.desk.formats import REGISTER_FILES
from editor.interchange.registers_file import read_registers, write_registers
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.register_joining import joined
from editor.model.registers import Vocabulary
from editor.ui.kit.widgets import label
from editor.ui.registers.book import RegisterBook
from editor.ui.registers.book_bar import BookBar
from editor.ui.registers.region_page import RegionPage
from editor.ui.registers.tag_page import TagPage
from editor.ui.registers.term_page import TermPage
from editor.ui.theme.apply import set_style
from editor.ui.theme.tokens import Theme


class WordsDialog(QDialog):
    """Every change is in the library at once."""

    def __init__(self, book: RegisterBook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        book.setParent(self)
        self.setWindowTitle(tr("标签与名录"))
        self.setModal(True)
        self.resize(920, 640)
        set_style(self, ground="raised")
        self.tags, self.regions = TagPage(book, theme), RegionPage(book, theme)
        self.terms = {vocabulary: TermPage(book, theme, vocabulary) for vocabulary in Vocabulary}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("名录"))
        pages = ((one.title, one) for one in self.terms.values())
        for title, page in ((self.tags.title, self.tags), *pages, (self.regions.title, self.regions)):
            self.tabs.addTab(page, title)
        self.take_in, self.put_out = QPushButton(tr("导入名录…")), QPushButton(tr("导出名录…"))
        self.bar = BookBar(book, theme, self)
        self._lay_out()
        self.tags.seek.field.setFocus()

    @property
    def retagged(self) -> bool:
        """Whether articles were changed with their tags."""
        return self._book.retagged

    def import_from(self, path: Path) -> None:
        """Join the registers of a file; say why where it cannot be."""
        try:
            found = read_registers(read_file(path))
        except UserError as error:
            self.bar.message.show_message(str(error), state="error")
            return
        if not self._book.apply(tr("导入名录“{name}”", name=path.name), lambda registers: joined(registers, found)):
            self.bar.message.show_message(tr("文件里的名录这里都有了，没有改动。"), state="ok")

    def export_to(self, path: Path) -> None:
        """Write all registers, people with them, to a file; say why where it cannot be."""
        try:
            write_file(path, write_registers(self._book.registers))
        except UserError as error:
            self.bar.message.show_message(str(error), state="error")
            return
        self.bar.message.show_message(tr("已导出到“{path}”，人员与单位也在里面。", path=path), state="ok")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(tr("标签与名录"), role="view"), 1)
        for button in (self.take_in, self.put_out):
            button.setAutoDefault(False)
            button.setProperty("small", "true")
            set_style(button, kind="quiet")
            head.addWidget(button)
        self.take_in.setEnabled(self._book.writable)
        self.take_in.clicked.connect(self._on_import_clicked)
        self.put_out.clicked.connect(self._on_export_clicked)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addLayout(head)
        stack.addWidget(self.tabs, 1)
        stack.addWidget(self.bar)

    def _on_import_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("导入名录"), str(Path.home()), REGISTER_FILES.dialog_filter)
        if chosen:
            self.import_from(Path(chosen))

    def _on_export_clicked(self) -> None:
        suggested = str(Path.home() / tr("名录.json"))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("导出名录"), suggested, REGISTER_FILES.dialog_filter)
        if chosen:
            self.export_to(Path(chosen))
