"""New library: masthead, sections, day of publication, where it lies."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.starting.new_publication import SECTIONS, NewPublication
from editor.model.language import tr
from editor.model.saying import said_weekly
from editor.ui.kit.folder_field import FolderField
from editor.ui.kit.pieces import CutLabel, StateLine
from editor.ui.kit.widgets import label
from editor.ui.new_issue.section_list import SectionList
from editor.ui.theme.apply import set_style


class NewLibraryDialog(QDialog):
    """Asks; founding and path hold the answer once accepted. Nothing is made here."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("新建刊库"))
        self.setModal(True)
        self.setMinimumWidth(560)
        set_style(self, ground="raised")
        self.masthead = QLineEdit()
        self.masthead.setAccessibleName(tr("刊名"))
        self.masthead.setPlaceholderText(tr("例如：大数据发展动态"))
        self.sections = SectionList(SECTIONS)
        self.weekday = QComboBox()
        self.weekday.setAccessibleName(tr("出刊日"))
        self.weekday.addItems(said_weekly())
        self.weekday.setFixedWidth(112)
        self.folder = FolderField(folder)
        self.file, self.message = CutLabel(role="small", ink="text2"), StateLine()
        self.confirm, self.cancel = QPushButton(tr("新建")), QPushButton(tr("取消"))
        set_style(self.confirm, kind="primary")
        self.confirm.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.folder.change.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def founding(self) -> NewPublication:
        """The publication as the fields say."""
        weekday = self.weekday.currentIndex() + 1
        return NewPublication(masthead=self.masthead.text(), sections=self.sections.names, weekday=weekday)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self.folder.folder / self.founding.file_name()

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("新建刊库"), role="view"))
        stack.addWidget(label(tr("先起刊名和栏目；版权页、封底和版式以后随时可以改。"), ink="text2"))
        stack.addSpacing(8)
        stack.addLayout(self._fields())
        stack.addStretch()
        stack.addWidget(self.message)
        stack.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        stack.addLayout(row)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        fields = (
            (tr("刊名"), self.masthead),
            (tr("栏目"), self.sections),
            (tr("出刊"), self.weekday),
            (tr("放在"), self.folder),
        )
        for place, (name, field) in enumerate(fields):
            words = label(name, ink="text2")
            words.setMinimumHeight(28)
            grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, place, 1)
        grid.addWidget(self.file, len(fields), 1)
        return grid

    def _connect(self) -> None:
        self.masthead.textChanged.connect(self._show)
        self.sections.edited.connect(self._show)
        self.folder.judged.connect(self._show)
        self.folder.folder_changed.connect(self._show)
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self.reject)

    def _show(self) -> None:
        named = bool(self.masthead.text().strip())
        self.file.show_text(tr("文件：{path}", path=self.path) if named else "")
        # before the first word there is nothing to complain of
        fault = self._fault() if named else ""
        self.message.show_message(fault, state="error" if fault else "")
        self.confirm.setEnabled(named and not fault)

    def _fault(self) -> str:
        fault = self.founding.fault()
        if fault:
            return fault
        if self.folder.place and not self.folder.place.writable:
            return tr("这个文件夹不能写入，请换一个。")
        return (
            tr("“{name}”已经有了，请换一个刊名或文件夹，或直接打开它。", name=self.path.name)
            if self.path.exists()
            else ""
        )

    def _on_confirmed(self) -> None:
        self._show()
        if self.confirm.isEnabled():
            self.accept()
