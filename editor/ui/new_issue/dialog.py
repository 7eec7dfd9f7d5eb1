"""New issue: what it will be, before it is. Enter makes it."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.ports import Library
from editor.desk.renewal import Proposal, add_proposed
from editor.model.errors import UserError
from editor.model.issue import Issue, IssueKind
from editor.model.language import tr
from editor.model.numbering import label as number_label
from editor.ui.new_issue.number_fields import NumberFields
from editor.ui.pieces import Picture, StateLine
from editor.ui.theme.apply import mark
from editor.ui.widgets import label, unmoved_by_wheel

_WIDTH, _FIELD = 560, 64


class NewIssueDialog(QDialog):
    """Adds the issue to the library; made: the issue, once accepted."""

    def __init__(self, library: Library, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self.proposal = library, proposal
        self.made: Issue | None = None
        self.setWindowTitle(tr("新建一期"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        mark(self, ground="raised")
        self._heading = label(role="view")
        self.numbers = NumberFields(proposal.number)
        self.date = QDateEdit(_qt(proposal.date))
        self.date.setDisplayFormat(tr("yyyy年M月d日"))
        self.date.setCurrentSection(QDateEdit.Section.DaySection)
        self.date.setAccessibleName(tr("日期"))
        self.date.setFixedWidth(168)
        unmoved_by_wheel(self.date)
        self.weekday = label()
        self.said = StateLine()
        self.confirm, self.cancel = QPushButton(tr("新建")), QPushButton(tr("取消"))
        mark(self.confirm, kind="primary")
        self.confirm.setDefault(True)
        self._lay_out()
        self._connect()
        self._show()
        self.confirm.setFocus()

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(self._heading)
        stack.addWidget(label(self.proposal.masthead, ink="text2"))
        stack.addSpacing(12)
        stack.addWidget(self.numbers)
        stack.addLayout(self._date_row())
        stack.addWidget(self.said)
        stack.addSpacing(12)
        stack.addWidget(label(tr("替你准备好"), role="head"))
        stack.addLayout(self._carried())
        stack.addStretch()
        stack.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        stack.addLayout(row)

    def _date_row(self) -> QHBoxLayout:
        self.earlier, self.later = QPushButton(tr("早一周")), QPushButton(tr("晚一周"))
        name = label(tr("日期"), ink="text2")
        name.setFixedWidth(_FIELD)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (name, self.date, self.weekday):
            row.addWidget(part)
        row.addSpacing(8)
        for button in (self.earlier, self.later):
            button.setAutoDefault(False)
            mark(button, kind="quiet")
            row.addWidget(button)
        row.addStretch()
        return row

    def _carried(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(1, 48)
        grid.setColumnStretch(2, 1)
        for place, one in enumerate(self.proposal.carried):
            words = label(one.words)
            words.setWordWrap(True)
            grid.addWidget(Picture("check.ok", size=16, token="ok", filled=True), place, 0)
            grid.addWidget(label(one.part, ink="text2"), place, 1)
            grid.addWidget(words, place, 2)
        return grid

    def _connect(self) -> None:
        self.numbers.kind_chosen.connect(self._on_kind_chosen)
        self.numbers.number_edited.connect(self._on_number_edited)
        self.date.dateChanged.connect(self._on_date_changed)
        self.earlier.clicked.connect(lambda: self._move(-7))
        self.later.clicked.connect(lambda: self._move(7))
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self.reject)

    # answers

    def _on_kind_chosen(self, kind: IssueKind) -> None:
        self.proposal = self.proposal.of_kind(kind)
        self._fill()

    def _on_date_changed(self, date: QDate) -> None:
        year = self.proposal.number.year
        self.proposal = self.proposal.on(dt.date(date.year(), date.month(), date.day()))
        if self.proposal.number.year != year:
            self._fill()
        self._show()

    def _on_number_edited(self) -> None:
        try:
            self.proposal = replace(self.proposal, number=self.numbers.number())
        except ValueError as error:
            self._refuse(tr("{error}。", error=error))
            return
        self._show()

    def _on_confirmed(self) -> None:
        try:
            self.made = add_proposed(self._library, self.proposal)
        except UserError as error:
            self._refuse(str(error))
            return
        self.accept()

    def _move(self, days: int) -> None:
        self.date.setDate(self.date.date().addDays(days))

    # showing

    def _fill(self) -> None:
        """Put the proposal's numbers into the fields: they are ours, not edited by hand."""
        self.numbers.number_edited.disconnect(self._on_number_edited)
        self.numbers.show_number(self.proposal.number)
        self.numbers.number_edited.connect(self._on_number_edited)
        self._show()
        self.adjustSize()

    def _show(self) -> None:
        proposal = self.proposal
        first, *rest = number_label(proposal.number)
        self._heading.setText(tr("，").join((tr("新建{year}年{first}", year=proposal.number.year, first=first), *rest)))
        self.weekday.setText(proposal.weekday)
        if proposal.clash:
            self._refuse(proposal.clash)
            return
        self.confirm.setEnabled(True)
        self.said.say("".join(proposal.doubts), state="warn" if proposal.doubts else "")

    def _refuse(self, reason: str) -> None:
        self.confirm.setEnabled(False)
        self.said.say(reason, state="error")


def _qt(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)
