"""A library's backups: make one now, get one back as a copy."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.formats import LIBRARY_FILES
from editor.desk.ports import Backup
from editor.desk.starting.places import size_words
from editor.desk.starting.restoring import Restored, Restorer
from editor.model.language import tr
from editor.ui.backups.list import BackupList
from editor.ui.backups.work import BackupWork
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.viewer import view
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_RULE = tr(
    "关闭时有改动就自动备份。留最近 10 份、有改动的最近 14 天每天一份、每月一份。还原只生成副本，不会盖掉现在的刊库。"
)

_LOST_RULE = tr("还原到原处：原来的文件改名留在旁边，不会删。拿不准就先还原为副本，打开看看。")


class BackupsDialog(QDialog):
    """Touches the library itself only where it is lost: then a backup can take its place."""

    open_wanted = Signal(Path)

    def __init__(self, restorer: Restorer, library: Path, parent: QWidget | None = None, *, lost: bool = False) -> None:
        """lost: the library is damaged, empty or gone, and not open here."""
        super().__init__(parent)
        self._restorer, self._shelf, self._library, self._lost = restorer, restorer.shelf, library, lost
        self._restored: Path | None = None
        self.setWindowTitle(tr("备份"))
        self.setModal(True)
        self.resize(640, 480)
        set_style(self, ground="raised")
        self.list, self.work = BackupList(self._shelf, library), BackupWork(self)
        self.message = self.work.message
        self.make, self.folder = QPushButton(tr("立即备份")), QPushButton(tr("打开文件夹"))
        self.open_copy, self.restore = QPushButton(tr("打开副本")), QPushButton(tr("还原为副本…"))
        self.put_back = QPushButton(tr("还原到原处"))
        self.leave = QPushButton(tr("关闭"))
        self._lay_out()
        self._connect()
        self.list.fill()
        if not self.list.lines:
            self.message.show_message(tr("还没有备份。"))
        self._update_enabled()

    def restore_to(self, target: Path) -> None:
        """Put a copy of the chosen backup there; the library stays as it is."""
        backup = self.list.chosen
        if backup is None:
            return
        self._restored = target
        self.work.begin(tr("正在还原…"), lambda _report: self._restorer.beside(backup, target), self._on_restored)

    def restore_library(self) -> None:
        """Put the chosen backup in the place of the library that is lost."""
        backup = self.list.chosen
        if backup is None:
            return
        self._restored = library = self._library
        self.work.begin(tr("正在还原…"), lambda _report: self._restorer.in_place(backup, library), self._on_put_back)

    # building

    def _lay_out(self) -> None:
        where, rule = CutLabel(ink="text2"), label(_LOST_RULE if self._lost else _RULE, role="small", ink="text3")
        where.show_text(str(self._library))
        rule.setWordWrap(True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("从备份还原") if self._lost else tr("备份"), role="view"))
        stack.addWidget(where)
        stack.addSpacing(4)
        stack.addWidget(self.list, 1)
        for part in (rule, self.message, self.work.progress):
            stack.addWidget(part)
        stack.addSpacing(8)
        stack.addLayout(self._buttons())
        self.open_copy.hide()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.make)
        row.addWidget(self.folder)
        row.addStretch()
        for button in (self.open_copy, self.leave, self.restore, self.put_back):
            row.addWidget(button)
        first = self.put_back if self._lost else self.restore
        for button in (self.make, self.folder, self.leave, self.open_copy, self.restore, self.put_back):
            button.setAutoDefault(False)
        set_style(self.folder, kind="quiet")
        set_style(first, kind="primary")
        first.setDefault(True)
        self.make.setVisible(not self._lost)
        self.put_back.setVisible(self._lost)
        return row

    def _connect(self) -> None:
        self.make.clicked.connect(self._on_make_clicked)
        self.folder.clicked.connect(self._on_folder_clicked)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.put_back.clicked.connect(self.restore_library)
        self.open_copy.clicked.connect(self._on_open_copy_clicked)
        self.leave.clicked.connect(self.reject)
        self.list.itemSelectionChanged.connect(self._on_chosen)
        self.work.changed.connect(self._update_enabled)
        self.list.verdict_known.connect(self._on_chosen)

    # answers

    def _on_chosen(self) -> None:
        self._update_enabled()
        if self.work.busy:
            return
        if self.list.fault:
            self.message.show_message(self.list.fault, state="error")
        elif self.list.warning:
            self.message.show_message(self.list.warning, state="warn")

    def _on_make_clicked(self) -> None:
        shelf, library = self._shelf, self._library
        self.work.begin(tr("正在备份…"), lambda report: shelf.back_up(library, progress=report), self._on_made)

    def _on_made(self, made: Backup | None) -> None:
        if made is None:
            self.message.show_message(tr("和最近一份备份相比没有改动，不用再备份。"), state="ok")
            return
        self.list.fill()
        self._update_enabled()
        self.message.show_message(tr("已备份，{size}，重新读过一遍，完好。", size=size_words(made.size)), state="ok")

    def _on_restore_clicked(self) -> None:
        backup = self.list.chosen
        if backup is None:
            return
        name = tr(
            "{stem} 副本 {at:%Y-%m-%d %H.%M}{suffix}",
            stem=self._library.stem,
            at=backup.at,
            suffix=self._library.suffix,
        )
        suggested = str(self._library.with_name(name))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("还原为副本"), suggested, LIBRARY_FILES.dialog_filter)
        if chosen:
            self.restore_to(Path(chosen))

    def _on_restored(self, made: Restored) -> None:
        name = self._restored.name if self._restored else ""
        self.message.show_message(tr("已还原为“{name}”。现在的刊库没有动。", name=name) + made.message, state="ok")
        self.open_copy.setText(tr("打开副本"))
        self.open_copy.show()

    def _on_put_back(self, made: Restored) -> None:
        name, aside = self._library.name, made.aside
        words = (
            tr("已还原到“{name}”。原来的文件没有删，改名为“{aside}”，留在旁边。", name=name, aside=aside.name)
            if aside
            else tr("已还原到“{name}”。", name=name)
        )
        self.message.show_message(words + made.message, state="ok")
        self.open_copy.setText(tr("打开刊库"))
        set_style(self.open_copy, kind="primary")
        self.open_copy.show()
        for button in (self.put_back, self.restore):
            button.hide()

    def _on_open_copy_clicked(self) -> None:
        self.accept()
        self.open_wanted.emit(self._restored)

    def _on_folder_clicked(self) -> None:
        backup = self.list.chosen
        folder = backup.path.parent if backup else self._library.parent
        if not view(folder):
            self.message.show_message(tr("没能打开文件夹，请自己到“{folder}”里找。", folder=folder), state="warn")

    def _update_enabled(self) -> None:
        self.make.setEnabled(not self.work.busy)
        if self.work.busy:
            self.open_copy.hide()
        usable = self.list.chosen is not None and not self.list.fault and not self.work.busy
        for button in (self.restore, self.put_back):
            button.setEnabled(usable)
