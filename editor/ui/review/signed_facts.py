"""What is signed, in a few lines: which revision, how many pages, the digests of content and files."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from editor.desk.ports import Library
from editor.desk.review.status import position
from editor.interchange.canonical import content_hash
from editor.model.approval import Approval
from editor.model.issue import Issue
from editor.model.language import tr
from editor.ui.kit.widgets import label


class SignedFacts(QWidget):
    """The files' digests are known once they are made."""

    def __init__(self, library: Library, issue: Issue, sheets: int, parent: QWidget | None = None) -> None:
        """sheets: how many pages the issue has, 0 before they are set."""
        super().__init__(parent)
        self.pdf, self.word = label(tr("签发时生成"), ink="text2"), label(tr("签发时生成"), ink="text2")
        pages = label(tr("{n} 页", n=sheets) if sheets else tr("正在排版…"))
        rows = [
            (tr("版面"), pages),
            (tr("内容"), label(_short(content_hash(issue)))),
            ("PDF", self.pdf),
            ("Word", self.word),
        ]
        at = position(library, issue)
        if at.approval and at.published:
            rows.insert(0, (tr("版次"), label(tr("修订版，第 {n} 版", n=at.approval.revision + 1))))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 64)
        grid.setColumnStretch(1, 1)
        for place, (name, message) in enumerate(rows):
            message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, ink="text2"), place, 0)
            grid.addWidget(message, place, 1)

    def show_files(self, approval: Approval) -> None:
        """Show what was signed of the files."""
        self.pdf.setText(_short(approval.pdf))
        self.word.setText(_short(approval.word))


def _short(digest: str) -> str:
    """Return the beginning of a digest, in groups that can be read out."""
    return f"{digest[:4]} {digest[4:8]} {digest[8:12]}"
