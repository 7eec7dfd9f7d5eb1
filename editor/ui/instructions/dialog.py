"""The instructions of an issue: those that are kept at the left, the one in hand as a form."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from editor.desk.files import write_file
from editor.desk.formats import SCAN_FILES
from editor.desk.instructions.keeping import keep_instruction, put_back, scan_of, withdraw_instruction
from editor.model.errors import UserError
from editor.model.instruction import Instruction
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.saying import said_date
from editor.ui.instructions.form import InstructionForm
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row, fill
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.viewer import folder_to_view_from, view
from editor.ui.theme.apply import set_style
from editor.ui.work.review_context import ReviewContext, now

_SIZE, _LIST, _FEW = (880, 560), 320, 20


class InstructionDialog(GrowingDialog):
    """Of one issue. Nothing of it touches the issue: what was signed stays as it was."""

    def __init__(self, board: ReviewContext, issue: Issue, article: str = "", parent: QWidget | None = None) -> None:
        """article: uid of the one to begin with, empty for the first."""
        super().__init__(tr("领导批示"), parent)
        self.resize(*_SIZE)
        self._board, self._issue, self._article = board, issue, article
        self._titles = {one.uid: one.contents_line for one in issue.articles()}
        self.listed: tuple[Instruction, ...] = ()
        self._gone: Instruction | None = None
        self._busy = False
        self.list, self.form = QListWidget(), InstructionForm(tuple(self._titles.items()))
        self.message = StateLine()
        self.anew, self.withdraw = QPushButton(tr("新登记")), QPushButton(tr("撤下"))
        self.back, self.keep, self.leave = QPushButton(tr("撤销撤下")), QPushButton(tr("存入")), QPushButton(tr("关闭"))
        self._lay_out()
        self._connect()
        self._refresh()
        self._begin_with_article()

    @property
    def current(self) -> Instruction | None:
        """The kept instruction in hand, None while a new one is written."""
        at = self.list.currentRow()
        return self.listed[at] if 0 <= at < len(self.listed) else None

    def save(self) -> None:
        """Keep what stands in the form, and go on with it."""
        if self._busy:
            return
        library, issue, by = self._board.office.library, self._issue, self._board.by()
        entered, before = self.form.entered, self.current
        self._set_busy(busy=True)
        task = Job(lambda _report: keep_instruction(library, issue, entered, by, before), run=self._board.run)
        task.done.connect(self._on_kept)
        task.failed.connect(lambda reason: self.message.show_message(reason, state="error"))
        task.ended.connect(lambda: self._set_busy(busy=False))
        task.start()

    def begin_anew(self) -> None:
        """Begin a new instruction on the article in hand."""
        article = self.current.article if self.current else str(self.form.article.currentData() or "")
        self.list.setCurrentRow(-1)
        self.form.begin(article)
        self._show_buttons()

    # inside

    def _begin_with_article(self) -> None:
        mine = [at for at, one in enumerate(self.listed) if one.article == self._article]
        if mine:
            self.list.setCurrentRow(mine[-1])
        else:
            self.list.setCurrentRow(-1)
            self.form.begin(self._article)
        self._show_buttons()

    def _refresh(self, chosen: str = "") -> None:
        try:
            self.listed = self._board.office.library.instructions.listed(self._issue.uid)
        except UserError as error:
            self.message.show_message(str(error), state="error")
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's
        self.list.clear()
        for one in self.listed:
            self.list.addItem(self._item(one))
        places = [at for at, one in enumerate(self.listed) if one.uid == chosen]
        self.list.setCurrentRow(places[0] if places else -1)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's
        self._show_buttons()

    def _item(self, one: Instruction) -> QListWidgetItem:
        title = self._titles.get(one.article, tr("（文章已不在这一期里）"))
        words = one.words.split("\n")[0] or tr("见扫描件")
        cut = words if len(words) <= _FEW else f"{words[:_FEW]}…"
        item = QListWidgetItem(f"{said_date(one.day)}　{one.post}{one.leader}\n{title}\n{cut}")
        item.setToolTip(tr("{words}\n{name} 登记", words=one.words or tr("见扫描件"), name=one.name))
        return item

    def _show_buttons(self) -> None:
        free = not self._board.session.library.read_only and not self._busy
        self.keep.setEnabled(free)
        self.form.setEnabled(not self._board.session.library.read_only)
        self.anew.setEnabled(free and self.current is not None)
        self.withdraw.setEnabled(free and self.current is not None)
        self.back.setVisible(self._gone is not None)
        self.keep.setText(tr("存入修改") if self.current else tr("存入"))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._show_buttons()

    def _try(self, act: Callable[[], None]) -> None:
        """Do something; say why it was refused."""
        try:
            act()
        except UserError as error:
            self.message.show_message(str(error), state="error")

    # answers

    def _on_kept(self, one: Instruction) -> None:
        self._refresh(one.uid)
        self.form.show_instruction(one)
        self.message.show_message(tr("已存入 {leader} 的批示。", leader=one.leader), state="ok")

    def _on_row_changed(self, _at: int) -> None:
        if self.current:
            self.form.show_instruction(self.current)
        self._show_buttons()

    def _on_withdraw_clicked(self) -> None:
        one = self.current
        if one is None:
            return
        withdraw_instruction(self._board.office.library, one, now())
        self._gone = one
        self._refresh()
        self.form.begin(one.article)
        self.message.show_message(tr("已撤下 {leader} 的批示，可以“撤销撤下”。", leader=one.leader), state="ok")
        self._show_buttons()

    def _on_back_clicked(self) -> None:
        one, self._gone = self._gone, None
        if one is None:
            return
        put_back(self._board.office.library, one, now())
        self._refresh(one.uid)
        self._on_row_changed(self.list.currentRow())
        self.message.show_message(tr("已放回 {leader} 的批示。", leader=one.leader), state="ok")

    def _on_choose_wanted(self) -> None:
        start = str(self._board.settings.export_folder)
        path, _ = QFileDialog.getOpenFileName(self, tr("选择批示的扫描件"), start, SCAN_FILES.dialog_filter)
        if path:
            self.form.take_scan(Path(path))

    def _on_show_wanted(self) -> None:
        one = self.current
        if one is None:
            return
        name, data = scan_of(self._board.office.library, one)
        path = folder_to_view_from() / name
        write_file(path, data)
        if not view(path):
            self.message.show_message(tr("没能打开它；文件在“{path}”，请自己打开。", path=path), state="error")

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        fill(
            stack, tr("领导批示"), tr("印发以后，哪位领导对哪篇文章批了什么。随刊库存档、能检索到，不改动签发的内容。")
        )
        row = QHBoxLayout()
        row.setSpacing(24)
        self.list.setFixedWidth(_LIST)
        self.list.setAccessibleName(tr("已登记的批示"))
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_style(self.list, ground="sidebar")
        row.addWidget(self.list)
        row.addWidget(self.form, 1)
        stack.addLayout(row, 1)
        stack.addWidget(self.message)
        below = buttons_row(self.leave, self.keep)
        for place, button in enumerate((self.anew, self.withdraw, self.back)):
            button.setAutoDefault(False)
            below.insertWidget(place, button)
        stack.addLayout(below)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.form.choose_wanted.connect(self._on_choose_wanted)
        self.form.show_wanted.connect(lambda: self._try(self._on_show_wanted))
        for button, act in (
            (self.anew, self.begin_anew),
            (self.withdraw, self._on_withdraw_clicked),
            (self.back, self._on_back_clicked),
            (self.keep, self.save),
            (self.leave, self.reject),
        ):
            button.clicked.connect(lambda _on=False, act=act: self._try(act))
