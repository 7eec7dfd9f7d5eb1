"""The versions of an article: chosen at the left, compared at the right, named, restored."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.desk.versioning import LONGEST_NAME, checked_name
from editor.model.article import Article
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.revision import Reason
from editor.text.comparing import compare_articles
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application, column, hairline, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon
from editor.ui.versions.bars import ComparedBar, KeysBar, VersionsTop, side_bar
from editor.ui.versions.columns import Columns
from editor.ui.versions.entries import VersionEntry, entries_of
from editor.ui.versions.list import VersionList
from editor.ui.work.opened_issue import OpenedIssue
from editor.ui.work.snapshots import keep_versions

_SIDE, _LEAST = 288, (960, 560)
_EMPTY = (
    tr("还没有旧版本"),
    (
        tr(
            "停笔 15 分钟、换一天或换一个人再改，改之前的稿子就自动成为一个版本；\n"
            "导入时、替换前的稿子也是。现在就要留一份，在左下角起个名字记下。"
        )
    ),
)
_SAME = (tr("没有差别"), tr("这两份的标题、事项和正文完全一样。"))
_KEYS = ((("↑", "↓"), tr("选版本")), (("F8",), tr("下一处改动")), (("Shift+F8",), tr("上一处")), (("Esc",), tr("关闭")))


class VersionsDialog(QDialog):
    """blocked: why nothing can be restored, empty where it can. restore_wanted: the version's article, its name."""

    restore_wanted = Signal(object, str)

    def __init__(self, opened: OpenedIssue, article: Article, *, blocked: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened, self._article, self._blocked = opened, article, blocked
        title = article.title.text or tr("（无标题）")
        self.setWindowTitle(tr("版本：{title}", title=title))
        self.setModal(True)
        self.setMinimumSize(*_LEAST)
        set_style(self, ground="window")
        self.actions_by_name = _actions(self)
        self.top = VersionsTop(title, self.actions_by_name, current_theme(application()))
        self.list, self.compared, self.columns = VersionList(), ComparedBar(), Columns()
        self.name, self.keep, self.message = QLineEdit(), QPushButton(tr("记下")), StateLine()
        self._many = label(role="strong")
        self._stack, self._empty = QStackedWidget(), _Empty()
        self._lay_out()
        self._connect()
        self._load(0)
        self.list.setFocus()

    def choose(self, key: int) -> None:
        """Choose a version of the list."""
        self.list.show_entries(self.list.entries, key)

    # answers

    def _on_chosen(self) -> None:
        self.compared.show_left(self.list.chosen.words if self.list.chosen else "")
        self._compare()

    def _on_name_given(self) -> None:
        try:
            name = checked_name(self.name.text())
            keep_versions(self._opened, (self._article.uid,), Reason.NAMED, name=name)
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return
        self.name.clear()
        self._load(0)
        self.message.show_message(tr("已记下“{name}”", name=name), state="ok")

    def _on_restore_clicked(self) -> None:
        chosen = self.list.chosen
        found = self._words_of(chosen) if chosen else None
        if chosen and found:
            self.restore_wanted.emit(found, chosen.title)

    def _show_place(self) -> None:
        count, at = self.columns.count, self.columns.at
        self.top.show_count(
            tr("第 {at} 处，共 {n} 处改动", at=at + 1, n=count)
            if at >= 0
            else tr("{n} 处改动", n=count)
            if count
            else ""
        )
        for name in ("next", "previous", "only"):
            self.actions_by_name[name].setEnabled(count > 0)

    # showing

    def _load(self, key: int) -> None:
        """Read the list again and choose a version, 0 for the newest that is kept."""
        entries = entries_of(self._opened.library.versions.listed(self._article.uid), dt.datetime.now(tz=dt.UTC))
        self._many.setText(tr("版本　{n}", n=len(entries) - 1))
        self.compared.show_others(entries, 0)
        self.list.show_entries(entries, key or entries[min(1, len(entries) - 1)].key)

    def _compare(self) -> None:
        """Compare the chosen version with the other."""
        chosen = self.list.chosen
        before = self._words_of(chosen) if chosen else None
        after = self._words_at(self.compared.other_key)
        self._show_restore(chosen)
        if len(self.list.entries) < 2:
            self._show_empty(*_EMPTY)
        elif before and after:
            comparison = compare_articles(before, after)
            self.columns.show_comparison(comparison)
            if comparison.changes:
                self._stack.setCurrentWidget(self.columns)
            else:
                self._show_empty(*_SAME)
        self._show_place()

    def _show_empty(self, words: str, more: str) -> None:
        self._empty.show_message(words, more)
        self._stack.setCurrentWidget(self._empty)

    def _show_restore(self, chosen: VersionEntry | None) -> None:
        reason = self._blocked or ("" if chosen and chosen.key else tr("先在左边选一个旧版本"))
        self.top.restore.setEnabled(not reason)
        self.top.restore.setToolTip(reason or tr("现在的稿子先记成一个版本，再换成这个版本；可以撤销"))

    def _words_of(self, entry: VersionEntry) -> Article | None:
        return self._words_at(entry.key)

    def _words_at(self, key: int) -> Article | None:
        """Return a version's article, the standing one for 0; say why where it cannot be read."""
        if not key:
            return self._article
        try:
            return self._opened.library.versions.article(key)
        except UserError as error:
            self.message.show_message(str(error), state="error")
            return None

    # building

    def _lay_out(self) -> None:
        self._stack.addWidget(self.columns)
        self._stack.addWidget(self._empty)
        foot = self._foot()
        side = column(side_bar(self._many), hairline(), self.list, hairline(), foot, ground="sidebar")
        side.setFixedWidth(_SIDE)
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(hairline(upright=True))
        row.addWidget(column(self.compared, hairline(), self._stack, ground="surface"), 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.top)
        stack.addWidget(hairline())
        stack.addLayout(row, 1)
        stack.addWidget(hairline())
        stack.addWidget(KeysBar(_KEYS))

    def _foot(self) -> QWidget:
        self.name.setPlaceholderText(tr("给现在的稿子起个名字"))
        self.name.setAccessibleName(tr("版本的名字"))
        self.name.setMaxLength(2 * LONGEST_NAME)
        self.keep.setToolTip(tr("把现在的稿子记成一个版本（Enter）"))
        self.keep.setAutoDefault(False)
        self.top.restore.setAutoDefault(False)
        made = QWidget()
        stack = QVBoxLayout(made)
        stack.setContentsMargins(16, 12, 16, 12)
        stack.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        stack.addLayout(row)
        stack.addWidget(self.message)
        for part in (self.name, self.keep):
            part.setEnabled(not self._opened.library.read_only)
        self.message.show_message(self._blocked)
        return made

    def _connect(self) -> None:
        self.list.entry_chosen.connect(self._on_chosen)
        self.compared.other_chosen.connect(self._compare)
        self.columns.place_changed.connect(self._show_place)
        self.name.returnPressed.connect(self._on_name_given)
        self.keep.clicked.connect(self._on_name_given)
        self.top.restore.clicked.connect(self._on_restore_clicked)
        acts = self.actions_by_name
        acts["close"].triggered.connect(self.reject)
        acts["next"].triggered.connect(lambda: self.columns.step(1))
        acts["previous"].triggered.connect(lambda: self.columns.step(-1))
        acts["only"].toggled.connect(self.columns.set_only_changes)


class _Empty(QWidget):
    """What is said where there is nothing to compare."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._more = label(role="view"), label(ink="text2")
        stack = QVBoxLayout(self)
        stack.setSpacing(8)
        stack.addStretch(2)
        for part in (self._words, self._more):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            stack.addWidget(part)
        stack.addStretch(3)

    def show_message(self, words: str, more: str) -> None:
        self._words.setText(words)
        self._more.setText(more)


def _actions(dialog: QDialog) -> dict[str, QAction]:
    made = {}
    for name, words, drawn, keys in (
        ("close", tr("关闭"), "close", ""),
        ("only", tr("只看改动"), "filter", "Ctrl+D"),
        ("previous", tr("上一处改动"), "order.up", "Shift+F8"),
        ("next", tr("下一处改动"), "order.down", "F8"),
    ):
        action = QAction(icon(drawn, current_theme(application())), words, dialog)
        action.setShortcut(QKeySequence(keys))
        dialog.addAction(action)
        made[name] = action
    made["only"].setCheckable(True)
    return made
