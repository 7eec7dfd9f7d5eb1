"""Damaged records by name, each with the ways to mend it."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from editor.desk.mending.mend import mend
from editor.desk.ports import Library
from editor.desk.review.steps import By
from editor.model.damage import Damage, Remedy
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_RULE = tr("修复会记入刊库的记录；文章在修复前后都留有版本，可以比较、退回。没有修好的记录不打开、不印、不导出。")
_Found = tuple[tuple[Damage, tuple[Remedy, ...]], ...]


class MendingDialog(QDialog):
    """Looks through the whole library once it is shown. mended: a record is whole again."""

    mended = Signal()
    backups_wanted = Signal()

    def __init__(self, library: Library, author: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._author = library, author
        self._found: _Found = ()
        self.setWindowTitle(tr("修复刊库"))
        self.setModal(True)
        self.resize(720, 520)
        set_style(self, ground="raised")
        self.damages, self.ways, self.message = QListWidget(), QListWidget(), StateLine()
        self.damages.setAccessibleName(tr("损坏的记录"))
        self.ways.setAccessibleName(tr("修复的办法"))
        for one in (self.damages, self.ways):
            one.setWordWrap(True)
            one.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.backups, self.leave, self.act = QPushButton(tr("备份…")), QPushButton(tr("关闭")), QPushButton(tr("修复"))
        self._lay_out()
        self.damages.currentRowChanged.connect(self._on_damage_chosen)
        self.ways.currentRowChanged.connect(lambda _row: self._show_state())
        self.act.clicked.connect(self._on_act_clicked)
        self.backups.clicked.connect(self._on_backups_clicked)
        self.leave.clicked.connect(self.reject)
        self.search()

    def search(self) -> None:
        """Look through the library."""
        self.message.show_message(tr("正在查找…"))
        self.act.setEnabled(False)
        task = Job(lambda _report: self._look())
        task.done.connect(self._on_found)
        task.failed.connect(lambda reason: self.message.show_message(reason, state="error"))
        task.start()

    def _look(self) -> _Found:
        mending = self._library.mending
        return tuple((damage, mending.remedies(damage)) for damage in mending.damages(files=True))

    def _lay_out(self) -> None:
        rule = label(_RULE, role="small", ink="text3")
        rule.setWordWrap(True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("修复刊库"), role="view"))
        stack.addWidget(self.damages, 1)
        stack.addWidget(label(tr("修复的办法"), role="head"))
        stack.addWidget(self.ways, 1)
        stack.addWidget(rule)
        stack.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.backups)
        row.addStretch()
        for button in (self.leave, self.act):
            row.addWidget(button)
        for button in (self.backups, self.leave):
            button.setAutoDefault(False)
        set_style(self.backups, kind="quiet")
        set_style(self.act, kind="primary")
        self.act.setDefault(True)
        stack.addLayout(row)

    def _on_found(self, found: _Found) -> None:
        self._found = found
        self.damages.clear()
        for damage, _ in found:
            self.damages.addItem(QListWidgetItem(damage.name))
        if found:
            self.message.show_message(tr("有 {n} 处损坏。", n=len(found)), state="warn")
        else:
            self.message.show_message(tr("没有发现损坏的记录。"), state="ok")
        self.damages.setCurrentRow(0 if found else -1)
        self._show_state()

    def _on_damage_chosen(self, row: int) -> None:
        self.ways.clear()
        if 0 <= row < len(self._found):
            remedies = self._found[row][1]
            self.ways.addItems([one.words for one in remedies])
            if remedies:
                self.ways.setCurrentRow(0)
            else:
                self.message.show_message(tr("这一处没有可用的内容来修复，请用损坏之前的备份。"), state="warn")
        self._show_state()

    def _on_act_clicked(self) -> None:
        remedy = self._chosen()
        if remedy is None:
            return
        try:
            mend(self._library, remedy, By(name=self._author, at=dt.datetime.now(tz=dt.UTC)))
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        self.mended.emit()
        self.search()

    def _on_backups_clicked(self) -> None:
        self.reject()
        self.backups_wanted.emit()

    def _chosen(self) -> Remedy | None:
        row, way = self.damages.currentRow(), self.ways.currentRow()
        remedies = self._found[row][1] if 0 <= row < len(self._found) else ()
        return remedies[way] if 0 <= way < len(remedies) else None

    def _show_state(self) -> None:
        self.act.setEnabled(self._chosen() is not None and not self._library.read_only)
