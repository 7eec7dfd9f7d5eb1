"""来稿登记: pieces that came in, from whom, what became of them; unit and sender to fill in, a reply to copy."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.desk.intake.register import RegisterEntry, issue_words, outcome_words, register_entries, reply_text
from editor.model.language import tr
from editor.model.workspace import Workspace
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill, named
from editor.ui.kit.pieces import StateLine
from editor.ui.theme.apply import set_style

_SIZE, _REPLY = (760, 560), 128


class RegisterDialog(GrowingDialog):
    """edited: uid of an article, its entry as the user has changed it."""

    edited = Signal(str, object)

    def __init__(self, space: Workspace, chosen: str = "", parent: QWidget | None = None) -> None:
        """chosen: uid of the article to begin with, empty for the latest."""
        super().__init__(tr("来稿登记"), parent)
        self.resize(*_SIZE)
        self._issue, self._entries = space.issue, register_entries(space)
        self.table = _table()
        self.unit, self.from_whom, self.reply = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.copy, close = QPushButton(tr("复制回复")), QPushButton(tr("关闭"))
        self.message = StateLine()
        stack = QVBoxLayout(self)
        fill(stack, tr("来稿登记"), self._lead())
        stack.addWidget(self.table, 1)
        for name, field in ((tr("单位"), self.unit), (tr("发稿人"), self.from_whom), (tr("回复"), self.reply)):
            field.setAccessibleName(name)
            stack.addLayout(named(name, field))
        stack.addWidget(self.message)
        stack.addLayout(buttons_row(close, self.copy))
        self.reply.setFixedHeight(_REPLY)
        set_style(self.reply, kind="field")
        self._fill()
        self.table.currentCellChanged.connect(lambda *_cells: self._show())
        for field in (self.unit, self.from_whom):
            field.textEdited.connect(lambda _words: self._on_edited())
        self.copy.clicked.connect(self._on_copy_clicked)
        close.clicked.connect(self.accept)
        uids = [one.article.uid for one in self._entries]
        self.table.setCurrentCell(uids.index(chosen) if chosen in uids else 0, 1)
        self._show()

    @property
    def chosen(self) -> RegisterEntry | None:
        """The entry of the current row."""
        row = self.table.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _lead(self) -> str:
        if not self._entries:
            return tr("还没有来稿。用“来稿…”（Ctrl+Shift+I）收文件进来。")
        many, which = len(self._entries), issue_words(self._issue)
        return tr("{issue}，连同待编、收件和废稿箱，来稿共 {n} 篇。", issue=which, n=many)

    def _fill(self) -> None:
        self.table.setRowCount(len(self._entries))
        for row, entry in enumerate(self._entries):
            receipt = entry.receipt
            title = entry.article.title.text or tr("（无标题）")
            texts = (receipt.received.isoformat(), title, receipt.unit, receipt.sender, outcome_words(entry))
            for place, text in enumerate(texts):
                self.table.setItem(row, place, QTableWidgetItem(text))

    def _show(self) -> None:
        entry = self.chosen
        for part in (self.unit, self.from_whom, self.reply, self.copy):
            part.setEnabled(entry is not None)
        if entry is None:
            return
        self.unit.setText(entry.receipt.unit)
        self.from_whom.setText(entry.receipt.sender)
        self.reply.setPlainText(reply_text(entry, self._issue))
        self.message.show_message("")

    def _on_edited(self) -> None:
        entry, row = self.chosen, self.table.currentRow()
        if entry is None:
            return
        receipt = replace(entry.receipt, unit=self.unit.text(), sender=self.from_whom.text())
        made = replace(entry, receipt=receipt)
        self._entries = (*self._entries[:row], made, *self._entries[row + 1 :])
        for place, text in ((2, receipt.unit), (3, receipt.sender)):
            cell = self.table.item(row, place)
            if cell:
                cell.setText(text)
        self.reply.setPlainText(reply_text(made, self._issue))
        self.edited.emit(entry.article.uid, receipt)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.reply.toPlainText())
        self.message.show_message(tr("已复制，可以粘贴到邮件或微信"), state="ok")


def _table() -> QTableWidget:
    heads = (tr("收到"), tr("标题"), tr("单位"), tr("发稿人"), tr("结果"))
    made = QTableWidget(0, len(heads))
    made.setHorizontalHeaderLabels(list(heads))
    made.setAccessibleName(tr("来稿"))
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setTabKeyNavigation(False)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setWordWrap(False)
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    for place, width in ((0, 96), (2, 128), (3, 88), (4, 152)):
        made.setColumnWidth(place, width)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return made
