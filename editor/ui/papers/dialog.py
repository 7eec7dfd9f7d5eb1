"""A paper, seen before it is printed or saved as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.files import write_file
from editor.desk.formats import PDF_FILES, WORD_FILES
from editor.model.errors import UserError
from editor.model.language import tr
from editor.pages.reports import PagePicture
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.viewer import folder_to_view_from, view
from editor.ui.papers.leaves import Leaves
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import Run

_SIZE = (880, 680)
_INCH = 110.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWanted:
    """make: sets the paper; word: makes it as a Word file, None for a paper that is none.

    stem: of the file's name; folder: where it is saved unless the user says otherwise.
    """

    title: str
    lead: str
    stem: str
    folder: Path
    make: Callable[[], bytes]
    word: Callable[[], bytes] | None = None


class PaperDialog(GrowingDialog):
    """made: the paper is there to be looked at. run: does a call in the thread that may use PDFium.

    more: stands between what the paper is for and what is done with it.
    """

    made = Signal()

    def __init__(
        self, wanted: PaperWanted, run: Run, parent: QWidget | None = None, *, more: QWidget | None = None
    ) -> None:
        super().__init__(wanted.title, parent)
        self._wanted, self._run, self._more = wanted, run, more
        self.pdf = b""
        self.resize(*_SIZE)
        self.leaves, self.message = Leaves(wanted.title), StateLine()
        self.print, self.save = QPushButton(tr("打印…")), QPushButton(tr("存为 PDF…"))
        self.save_word = QPushButton(tr("存为 Word…"))
        self.save_word.setVisible(wanted.word is not None)
        self.leave = QPushButton(tr("关闭"))
        self._lay_out()
        self.leaves.wanted.connect(self._draw)
        self.print.clicked.connect(self.print_paper)
        self.save.clicked.connect(self._on_save_clicked)
        self.save_word.clicked.connect(self._on_save_word_clicked)
        self.leave.clicked.connect(self.accept)
        self.make()

    def make(self) -> None:
        """Set the paper anew."""
        self.pdf = b""
        self._enable()
        self.leaves.show_message(tr("正在排版…"))
        make = self._wanted.make
        task = Job(lambda _report: _made(make()), run=self._run)
        task.done.connect(self._on_made)
        task.failed.connect(self._on_failed)
        task.start()

    def print_paper(self) -> None:
        """Hand the paper to the system's viewer, which prints."""
        path = folder_to_view_from() / f"{self._wanted.stem}{PDF_FILES.ending}"
        if not self.save_to(path):
            return
        if view(path):
            self.message.show_message(tr("已在 PDF 阅读器里打开，请在那里打印。"))
        else:
            self.message.show_message(
                tr("没能打开 PDF 阅读器；文件在“{path}”，请自己打开后打印。", path=path), state="error"
            )

    def save_to(self, path: Path) -> bool:
        """Write the paper as PDF; say what came of it. Returns whether it is written."""
        return self._write(path, self.pdf)

    def save_word_to(self, path: Path) -> None:
        """Write the paper as a Word file, which is made for that; say what came of it."""
        word = self._wanted.word
        if word:
            task = Job(lambda _report: word(), run=self._run)
            task.done.connect(lambda data: self._write(path, data))
            task.failed.connect(self._on_failed)
            task.start()

    # inside

    def _write(self, path: Path, data: bytes) -> bool:
        try:
            write_file(path, data)
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return False
        self.message.show_message(tr("已存为“{name}”", name=path.name), state="ok")
        return True

    def _lay_out(self) -> None:
        side = QWidget()
        set_style(side, ground="sunken")
        inner = QVBoxLayout(side)
        inner.setContentsMargins(24, 24, 24, 12)
        inner.addWidget(self.leaves)
        stack = QVBoxLayout()
        fill(stack, self._wanted.title, self._wanted.lead)
        if self._more:
            stack.addWidget(self._more, 1)
        else:
            stack.addStretch()
        stack.addWidget(self.message)
        stack.addSpacing(8)
        words = (self.save_word,) if self._wanted.word else ()
        stack.addLayout(buttons_row(self.leave, *words, self.save, self.print))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side, 3)
        whole.addLayout(stack, 2)

    def _draw(self, sheet: int) -> None:
        pdf, inch = self.pdf, _INCH * self.devicePixelRatioF()
        task = Job(lambda _report: _drawn(pdf, sheet, inch), run=self._run)
        task.done.connect(self._on_drawn)
        task.start()

    def _on_made(self, made: tuple[bytes, int]) -> None:
        self.pdf, sheets = made
        self._enable()
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)
        self.leaves.show_count(sheets)
        self.made.emit()

    def _on_drawn(self, drawn: tuple[int, PagePicture | None]) -> None:
        self.leaves.show_picture(*drawn)

    def _on_failed(self, reason: str) -> None:
        self.leaves.show_message("")
        self.message.show_message(reason, state="error")

    def _on_save_clicked(self) -> None:
        start = str(self._wanted.folder / f"{self._wanted.stem}{PDF_FILES.ending}")
        name, _ = QFileDialog.getSaveFileName(self, tr("存为 PDF"), start, PDF_FILES.dialog_filter)
        if name:
            self.save_to(Path(name))

    def _on_save_word_clicked(self) -> None:
        start = str(self._wanted.folder / f"{self._wanted.stem}{WORD_FILES.ending}")
        name, _ = QFileDialog.getSaveFileName(self, tr("存为 Word"), start, WORD_FILES.dialog_filter)
        if name:
            self.save_word_to(Path(name))

    def _enable(self) -> None:
        for button in (self.print, self.save, self.save_word):
            button.setEnabled(bool(self.pdf))


def _made(pdf: bytes) -> tuple[bytes, int]:
    """Return a PDF with the number of its pages; in the thread that may use PDFium."""
    from editor.pages.reading import page_count

    return pdf, page_count(pdf)


def _drawn(pdf: bytes, sheet: int, inch: float) -> tuple[int, PagePicture | None]:
    from editor.pages.pairs import page_picture

    return sheet, page_picture(pdf, sheet, resolution=inch)
