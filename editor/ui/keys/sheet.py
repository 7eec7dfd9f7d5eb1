"""The sheet of keys: all of them at a glance, in two columns."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.desk.formats import PDF_FILES
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.keys.overview import KeyLine, halves_of, write_keys_pdf
from editor.ui.kit.failures import show_failure
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import hairline, key_cap, label
from editor.ui.theme.apply import set_style

_GAP = 40


class KeySheet(QDialog):
    """folder: where a PDF of it is offered to go."""

    def __init__(self, lines: Mapping[str, list[KeyLine]], folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._folder = lines, folder
        self.setWindowTitle(tr("快捷键一览"))
        self.setModal(True)
        self.resize(880, 680)
        set_style(self, ground="raised")
        self.message, self.pdf, self.change = StateLine(), QPushButton(tr("存为 PDF…")), QPushButton(tr("改快捷键…"))
        self._lay_out()
        self.pdf.clicked.connect(self._on_pdf_clicked)

    def write_pdf(self, path: Path) -> None:
        """Write the sheet as a PDF and say where it is, or why it is not."""
        try:
            write_keys_pdf(self._lines, path)
        except UserError as error:
            show_failure(self, tr("没有存成 PDF"), str(error))
            return
        self.message.show_message(tr("已存为 {path}", path=path), state="ok")

    def _on_pdf_clicked(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("存为 PDF"), str(self._folder / tr("快捷键一览.pdf")), PDF_FILES.dialog_filter
        )
        if chosen:
            self.write_pdf(Path(chosen))

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self._columns())
        area.setAccessibleName(tr("全部快捷键"))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 20)
        stack.setSpacing(8)
        stack.addWidget(label(tr("快捷键一览"), role="view"))
        stack.addWidget(label(tr("没有列出的命令用命令面板找：按几个字母就行。"), ink="text2"))
        stack.addWidget(area, 1)
        stack.addWidget(hairline())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.message, 1)
        leave = QPushButton(tr("关闭"))
        set_style(leave, kind="primary")
        leave.setDefault(True)
        leave.clicked.connect(self.accept)
        for button in (self.change, self.pdf, leave):
            row.addWidget(button)
        stack.addLayout(row)

    def _columns(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 8, 16, 8)
        row.setSpacing(_GAP)
        for groups in halves_of(self._lines):
            column = QVBoxLayout()
            column.setSpacing(16)
            for heading in groups:
                column.addLayout(_block(heading, self._lines[heading]))
            column.addStretch()
            row.addLayout(column, 1)
        return whole


def _block(heading: str, lines: list[KeyLine]) -> QGridLayout:
    block = QGridLayout()
    block.setHorizontalSpacing(8)
    block.setVerticalSpacing(6)
    block.setColumnStretch(0, 1)
    block.addWidget(label(heading, role="strong"), 0, 0)
    for place, line in enumerate(lines, start=1):
        block.addWidget(label(line.name), place, 0)
        caps = QHBoxLayout()
        caps.setSpacing(4)
        for keys in line.keys:
            caps.addWidget(key_cap(keys))
        block.addLayout(caps, place, 1, Qt.AlignmentFlag.AlignRight)
    return block
