"""New issue: what it will be, before it is. Enter makes it."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from editor.desk.ports import Library
from editor.desk.renewal import Proposal, add_proposed
from editor.model.issue import Issue
from editor.model.language import tr
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.widgets import label
from editor.ui.new_issue.numbering_dialog import NumberingDialog


class NewIssueDialog(NumberingDialog):
    """Adds the issue to the library; made: the issue, once accepted."""

    def __init__(
        self, library: Library, proposal: Proposal, parent: QWidget | None = None, *, author: str = ""
    ) -> None:
        self._library, self._author = library, author
        self.made: Issue | None = None
        super().__init__(proposal, title=tr("新建一期"), act=tr("新建"), parent=parent)

    def heading(self, year: int, first: str) -> str:
        """Return what will be made."""
        return tr("新建{year}年{first}", year=year, first=first)

    def lay_out_more(self, stack: QVBoxLayout) -> None:
        """Show what is taken over."""
        stack.addSpacing(12)
        stack.addWidget(label(tr("替你准备好"), role="head"))
        stack.addLayout(self._carried())
        if self.proposal.previous:
            words = label(tr("有了这一期，上一期就是往期，只读；要改时点“允许修改这一期”。"), role="small", ink="text2")
            words.setWordWrap(True)
            stack.addWidget(words)

    def confirmed(self) -> None:
        """Make the issue."""
        self.made = add_proposed(self._library, self.proposal, author=self._author)

    def _carried(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(1, 48)
        grid.setColumnStretch(2, 1)
        for place, one in enumerate(self.proposal.carried):
            words = label(one.words)
            words.setWordWrap(True)
            grid.addWidget(IconPicture("check.ok", size=16, token="ok", filled=True), place, 0)
            grid.addWidget(label(one.part, ink="text2"), place, 1)
            grid.addWidget(words, place, 2)
        return grid
