"""对比: a hit beside the open article."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from editor.model.article import Article
from editor.model.language import tr
from editor.text.comparing import compare_articles
from editor.ui.kit.pieces import CutLabel
from editor.ui.kit.widgets import SIZES, application, bar_frame, hairline, label, toolbar_tool
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon
from editor.ui.versions.bars import KeysBar
from editor.ui.versions.columns import Columns

_LEAST = (960, 560)
_KEYS = ((("F8",), tr("下一处不同")), (("Shift+F8",), tr("上一处")), (("Esc",), tr("关闭")))


class CompareWithHit(QDialog):
    """before: the one that was found; where: it stands; after: the open one."""

    def __init__(self, before: Article, where: str, after: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("对比：{title}", title=before.title.text.replace("\n", "")))
        self.setModal(True)
        self.setMinimumSize(*_LEAST)
        set_style(self, ground="window")
        self.columns = Columns()
        self._count = label(role="small", ink="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._top(), hairline(), self._heads(before, where, after), hairline()):
            column.addWidget(part)
        column.addWidget(self.columns, 1)
        column.addWidget(hairline())
        column.addWidget(KeysBar(_KEYS))
        self.columns.show_comparison(compare_articles(before, after))
        self.columns.place_changed.connect(self._show_count)
        self._show_count()

    def _top(self) -> QWidget:
        made = QWidget()
        made.setFixedHeight(SIZES["toolbar"])
        set_style(made, ground="window")
        row = QHBoxLayout(made)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(toolbar_tool(self._action(tr("关闭"), "close", "", self.reject)))
        row.addWidget(label(tr("对比"), role="head"))
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(
            toolbar_tool(self._action(tr("上一处不同"), "order.up", "Shift+F8", lambda: self.columns.step(-1)))
        )
        row.addWidget(toolbar_tool(self._action(tr("下一处不同"), "order.down", "F8", lambda: self.columns.step(1))))
        return made

    def _heads(self, before: Article, where: str, after: Article) -> QWidget:
        bar = QWidget()
        row = bar_frame(bar)
        row.setContentsMargins(24, 0, 24, 0)
        for words in (where or before.title.text, tr("打开的文章：{title}", title=after.title.text.replace("\n", ""))):
            one = CutLabel(role="strong", end=True)
            one.show_text(words)
            row.addWidget(one, 1)
        return bar

    def _action(self, words: str, drawn: str, keys: str, act: object) -> QAction:
        made = QAction(icon(drawn, current_theme(application())), words, self)
        made.setShortcut(QKeySequence(keys))
        made.triggered.connect(act)
        self.addAction(made)
        return made

    def _show_count(self) -> None:
        many, at = self.columns.count, self.columns.at
        self._count.setText(tr("第 {at} 处，共 {n} 处不同", at=at + 1, n=many) if at >= 0 else tr("{n} 处不同", n=many))
