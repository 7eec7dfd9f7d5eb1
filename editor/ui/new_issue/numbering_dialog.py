"""What an issue is called: its number and its day, checked against the publication's others."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.renewal import Proposal
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.number import IssueKind
from editor.model.saying import said_number
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import label, unmoved_by_wheel
from editor.ui.new_issue.number_fields import NumberFields
from editor.ui.theme.apply import set_style

_WIDTH = 560


class NumberingDialog(QDialog):
    """Asks; proposal is the answer, once accepted. act: the word on the button."""

    def __init__(self, proposal: Proposal, *, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal = proposal
        self.setWindowTitle(title)
        self.setModal(True)
        set_style(self, ground="raised")
        self._heading = label(role="view")
        self.numbers = NumberFields(proposal.number)
        self.date = QDateEdit(_qt(proposal.date))
        self.date.setDisplayFormat(tr("yyyy年M月d日"))
        self.date.setCurrentSection(QDateEdit.Section.DaySection)
        self.date.setAccessibleName(tr("日期"))
        self.date.setFixedWidth(168)
        unmoved_by_wheel(self.date)
        self.weekday = label()
        self.message = StateLine()
        self.confirm, self.cancel = QPushButton(act), QPushButton(tr("取消"))
        set_style(self.confirm, kind="primary")
        self.confirm.setDefault(True)
        self._lay_out()
        self.setMinimumWidth(max(_WIDTH, self.sizeHint().width()))
        self._connect()
        self._show()
        self.confirm.setFocus()

    # what the dialogs differ in

    def heading(self, year: int, first: str) -> str:
        """Return the heading up to the total. first: the number as it is said."""
        return tr("{year}年{number}", year=year, number=first)

    def lay_out_more(self, stack: QVBoxLayout) -> None:
        """Add what stands below the fields."""

    def confirmed(self) -> None:
        """Do what was asked for. Raises UserError, which is said in the dialog."""

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
        stack.addWidget(self.message)
        self.lay_out_more(stack)
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
        name.setFixedWidth(self.numbers.names_width)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (name, self.date, self.weekday):
            row.addWidget(part)
        row.addSpacing(8)
        for button in (self.earlier, self.later):
            button.setAutoDefault(False)
            set_style(button, kind="quiet")
            row.addWidget(button)
        row.addStretch()
        return row

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
            self.confirmed()
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
        first, *rest = said_number(proposal.number)
        self._heading.setText(tr("，").join((self.heading(proposal.number.year, first), *rest)))
        self.weekday.setText(proposal.weekday)
        if proposal.clash:
            self._refuse(proposal.clash)
            return
        self.confirm.setEnabled(True)
        self.message.show_message("".join(proposal.doubts), state="warn" if proposal.doubts else "")

    def _refuse(self, reason: str) -> None:
        self.confirm.setEnabled(False)
        self.message.show_message(reason, state="error")


def _qt(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)
