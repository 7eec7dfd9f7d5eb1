"""What the window says while an issue has no article: the ways to the first one, and what stands already."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.saying import said_date, said_number, said_weekday
from editor.ui.kit.pieces import ContentButton, IconPicture, two_lines
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style

_WAYS = (
    ("article.new", "article.new", tr("新建文章"), tr("空白一篇，放进第一个栏目")),
    ("article.paste", "article.paste", tr("粘贴成文"), tr("网页、微信、Word：标题、来源、链接自动认")),
    ("issue.import", "article.import", tr("导入一期"), tr("往期文本、交换文件或期刊包，也可拖进来")),
)
_WIDTH = 480


class EmptyIssueView(QWidget):
    """One button a way, with its key."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = label(role="view"), label(ink="text2")
        self._ready = QGridLayout()
        self._ready.setHorizontalSpacing(12)
        self._ready.setVerticalSpacing(4)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addStretch(2)
        inner.addWidget(self._title)
        inner.addWidget(self._words)
        inner.addSpacing(12)
        for name, drawn, words, more in _WAYS:
            inner.addWidget(_way(actions[name], drawn, words, more))
        inner.addSpacing(24)
        inner.addWidget(label(tr("已替你准备好"), role="head"))
        inner.addLayout(self._ready)
        inner.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch()
        row.addLayout(inner)
        row.addStretch()

    def show_issue(self, issue: Issue) -> None:
        """Name an issue and what it has before its first article."""
        from editor.desk.renewal import carried_over

        numbers = said_number(issue.number)
        self._title.setText(tr("{numbers}还没有文章", numbers=numbers[-1]))
        self._words.setText(tr("{n} 个栏目都空着。先放一篇进来，页面立刻能看。", n=len(issue.sections)))
        while self._ready.count():
            item = self._ready.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.deleteLater()
        ready = (
            (tr("编号"), tr("{year}年{numbers}", year=issue.number.year, numbers=tr("，").join(numbers))),
            (
                tr("日期"),
                tr("{date}，{weekday}", date=said_date(issue.date), weekday=said_weekday(issue.date)),
            ),
            *((carried.part, carried.words.partition("：")[2]) for carried in carried_over(issue, "")),
        )
        for place, (part, words) in enumerate(ready):
            self._ready.addWidget(IconPicture("check.ok", size=16, token="ok", filled=True), place, 0)
            self._ready.addWidget(label(part, ink="text2"), place, 1)
            self._ready.addWidget(label(words), place, 2)
        self._ready.setColumnStretch(2, 1)


def _way(action: QAction, drawn: str, words: str, more: str) -> ContentButton:
    made = ContentButton("card", words)
    made.setAccessibleDescription(more)
    made.setMinimumWidth(_WIDTH)
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(16)
    row.addWidget(IconPicture(drawn, size=20, token="accent"))
    row.addLayout(two_lines(label(words, role="strong"), label(more, role="small", ink="text2")), 1)
    key = label(action.shortcut().toString(), role="small", ink="text2")
    set_style(key, ground="key")
    row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    made.clicked.connect(action.trigger)
    return made
