"""审批记录: who did what when, and whether nothing of it is missing or changed."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.desk.review.acceptance import accept_log
from editor.desk.review.looking import look
from editor.desk.review.remarks import Doubt, serious
from editor.model.approval import ACTION_NAMES, LogEntry
from editor.model.errors import UserError
from editor.model.issue_state import STATE_NAMES
from editor.model.language import tr, tr_marked
from editor.model.saying import said_number
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.dialog_frame import GrowingDialog, fill
from editor.ui.kit.frames import framed
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import ReviewContext

_SIZE, _DIGEST = (900, 600), re.compile(r"[0-9a-f]{64}")
_WIDTHS = (56, 136, 88, 136, 104)
_EVERY = ""


class LogDialog(GrowingDialog):
    """The newest entry first. changed: somebody stands for the log as it is now."""

    changed = Signal()

    def __init__(self, board: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(tr("审批记录"), parent)
        library, opened = board.session.library, board.session.opened_issue
        self._board = board
        self._log = look(board.office).log
        self._names = {one.uid: " ".join(said_number(one.number)) for one in library.issues()}
        self.resize(*_SIZE)
        self.which = ChoiceField(tr("哪一期"))
        here = ((opened.issue.uid, tr("这一期")),) if opened else ()
        self.which.show_choices((*here, (_EVERY, tr("整个刊库"))))
        self.which.show_key(opened.issue.uid if opened else _EVERY)
        self.seek, self.message = QLineEdit(), StateLine()
        self.seek.setAccessibleName(tr("查找记录"))
        self.seek.setPlaceholderText(tr("按姓名、做了什么或意见查找"))
        self.table, self.empty = _table(), label(tr("没有这样的记录。"), ink="text2")
        self.copy, self.leave = QPushButton(tr("复制")), QPushButton(tr("完成"))
        self.accept_log = QPushButton(tr("认可现在的记录"))
        self.accept_log.setToolTip(tr("弄清了为什么和这台电脑上次看到的不同，由自己署名认可；会记入记录"))
        self._lay_out()
        self.which.chosen.connect(lambda _key: self._show())
        self.seek.textEdited.connect(lambda _text: self._show())
        self.copy.clicked.connect(self._on_copy_clicked)
        self.accept_log.clicked.connect(self._on_accept_log_clicked)
        self.leave.clicked.connect(self.accept)
        self._show()
        self.seek.setFocus()

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows as shown."""
        items = (self.table.topLevelItem(at) for at in range(self.table.topLevelItemCount()))
        return tuple(tuple(one.text(column) for column in range(len(_WIDTHS) + 1)) for one in items if one)

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        lead = tr("送审、退回、签发、印发、更正，谁在什么时候做的。每一条锁着前一条，改动或缺少都看得出来。")
        fill(stack, tr("审批记录"), lead)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.seek, 1)
        row.addWidget(self.which)
        stack.addLayout(row)
        stack.addWidget(framed(self.table, self.empty), 1)
        stack.addWidget(self.message)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy)
        foot.addWidget(self.accept_log)
        foot.addStretch()
        foot.addWidget(self.leave)
        set_style(self.copy, kind="quiet")
        set_style(self.leave, kind="primary")
        self.copy.setAutoDefault(False)
        self.accept_log.setAutoDefault(False)
        self.leave.setDefault(True)
        stack.addLayout(foot)

    def _show(self) -> None:
        which, words = self.which.key, self.seek.text().strip()
        rows = [
            _cells(entry, self._names) for entry in reversed(self._log.entries) if which in (_EVERY, entry.event.issue)
        ]
        shown = [row for row in rows if words in "\t".join(row)]
        self.table.clear()
        self.table.addTopLevelItems([QTreeWidgetItem(list(row)) for row in shown])
        for at in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(at)
            if item:
                item.setToolTip(len(_WIDTHS), item.text(len(_WIDTHS)))
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.copy.setEnabled(bool(shown))
        wrong = next(serious(self._log.remarks), None)
        gone = any(one.doubt is Doubt.ROLLED_BACK for one in self._log.remarks) and not self._log.broken
        self.accept_log.setVisible(gone)
        self.accept_log.setEnabled(not self._board.session.library.read_only)
        if wrong:
            self.message.show_message(wrong.words, state="error")
        elif self._log.remarks:
            self.message.show_message(self._log.remarks[0].words)
        else:
            self.message.show_message(
                tr("刊库的记录共 {n} 条，前后相接，没有改动。", n=len(self._log.entries)), state="ok"
            )

    def _on_accept_log_clicked(self) -> None:
        try:
            accept_log(self._board.office, self._board.by())
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        self._log = look(self._board.office).log
        self._show()
        self.changed.emit()

    def _on_copy_clicked(self) -> None:
        application().clipboard().setText("\n".join("\t".join(row) for row in self.lines) + "\n")
        self.message.show_message(tr("已复制 {n} 条", n=len(self.lines)), state="ok")


def _table() -> QTreeWidget:
    made = QTreeWidget()
    made.setAccessibleName(tr("审批记录"))
    made.setHeaderLabels([tr("序号"), tr("时间"), tr("谁"), tr("做了什么"), tr("哪一期"), tr("说明")])
    made.setIndentation(8)
    made.setUniformRowHeights(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = made.header()
    header.setSectionsClickable(False)
    for column, width in enumerate(_WIDTHS):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(column, width)
    return made


def _cells(entry: LogEntry, names: Mapping[str, str]) -> tuple[str, ...]:
    event = entry.event
    at = f"{event.at.astimezone():%Y-%m-%d %H:%M}"
    which = names.get(event.issue, "")
    return str(entry.number), at, event.name, tr_marked(ACTION_NAMES[event.action]), which, _readable(event.detail)


def _readable(detail: str) -> str:
    """Return words as they are, a state by its name, the beginning of a digest."""
    if _DIGEST.fullmatch(detail):
        return detail[:12]
    states = {str(state): name for state, name in STATE_NAMES.items()}
    first, _, rest = detail.partition(" ")
    if first in states and (not rest or _DIGEST.fullmatch(rest)):
        return " ".join(filter(None, (tr_marked(states[first]), rest[:12])))
    return detail
