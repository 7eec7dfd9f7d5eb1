"""更正启事: what was printed and what it should read, to copy or to put among the articles that wait."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from editor.desk.review.notice import notice_of, notice_text
from editor.model.article import Article, Title
from editor.model.edits import PENDING, ArticlePosition, add_articles
from editor.model.language import tr
from editor.ui.kit.dialog_frame import GrowingDialog
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import set_style
from editor.ui.work.opened_issue import OpenedIssue

_SIZE = (600, 420)


class NoticeDialog(GrowingDialog):
    """Raises UserError where nothing was corrected."""

    def __init__(self, opened: OpenedIssue, parent: QWidget | None = None) -> None:
        super().__init__(tr("更正启事"), parent)
        self._opened = opened
        self._blocks = notice_of(opened.library, opened.issue)
        self.resize(*_SIZE)
        self.text, self.message = QTextBrowser(), StateLine()
        self.text.setAccessibleName(tr("更正启事"))
        self.text.setPlainText(notice_text(self._blocks))
        self.copy, self.keep, self.leave = QPushButton(tr("复制")), QPushButton(tr("放进待编")), QPushButton(tr("关闭"))
        self._lay_out()
        self.copy.clicked.connect(self._on_copy_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.leave.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("更正启事"), role="view"))
        lead = label(tr("照改动写成，跟着改动走。放进待编，就能排进下一期；印出前再看一遍措辞。"), ink="text2")
        lead.setWordWrap(True)
        stack.addWidget(lead)
        stack.addWidget(self.text, 1)
        stack.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in (self.copy, self.keep, self.leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        set_style(self.leave, kind="primary")
        self.leave.setDefault(True)
        stack.addLayout(row)
        self.keep.setEnabled(self._opened.writable)
        if not self._opened.writable:
            self.message.show_message(tr("这一期现在不能改，放不进待编：请打开编辑中的一期，把复制的文字粘贴成一篇。"))

    def _on_copy_clicked(self) -> None:
        application().clipboard().setText(self.text.toPlainText())
        self.message.show_message(tr("已复制"), state="ok")

    def _on_keep_clicked(self) -> None:
        article = Article(title=Title(text=tr("更正启事")), blocks=self._blocks)
        place = ArticlePosition(section=PENDING, position=0)
        self._opened.apply(tr("更正启事放进待编"), lambda space: add_articles(space, place, (article,)))
        self.keep.setEnabled(False)
        self.message.show_message(tr("已放进待编，Ctrl+Z 撤销"), state="ok")
