"""期号和日期: another number or day for an issue that is being made."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.desk.renewal import Proposal
from editor.model.language import tr
from editor.ui.kit.widgets import label
from editor.ui.new_issue.numbering_dialog import NumberingDialog


class RenumberDialog(NumberingDialog):
    """Changes nothing itself: proposal has the new number and day, once accepted."""

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(proposal, title=tr("期号和日期"), act=tr("确定"), parent=parent)

    def lay_out_more(self, stack: QVBoxLayout) -> None:
        """Say what follows."""
        words = label(tr("封面、版权页、页眉和文件名跟着改；改错了按撤销。"), role="small", ink="text2")
        words.setWordWrap(True)
        stack.addWidget(words)
