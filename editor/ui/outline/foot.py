"""The strip below the outline: how many articles have gone their whole way, and a filter by step."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFont, QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from editor.desk.overview import Overview
from editor.model.article_review import ArticleProgress
from editor.model.language import tr
from editor.ui.kit.progress_mark import standing_picture
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import current_theme, set_style

ALL = ""
_HEIGHT = 32


class OutlineFoot(QWidget):
    """chosen: the step whose articles alone are wanted, ALL for every one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        set_style(self, ground="sidebar")
        self._seen: Overview | None = None
        self._step = ALL
        self._done, self.filter, self.clear = label(role="small", ink="text2"), QPushButton(), QPushButton(tr("看全部"))
        for button, kind in ((self.filter, "tool"), (self.clear, "quiet")):
            button.setProperty("small", "true")
            set_style(button, kind=kind)
        self.filter.setProperty("opens", "true")
        self.filter.setAccessibleName(tr("按步骤筛选"))
        self.filter.setMenu(QMenu(self))
        self.filter.menu().aboutToShow.connect(self._fill)
        self.clear.clicked.connect(lambda: self.choose(ALL))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._done)
        row.addStretch()
        row.addWidget(self.clear)
        row.addWidget(self.filter)
        self._show()

    @property
    def done(self) -> str:
        """What it says of how far the articles are."""
        return self._done.text()

    def show_overview(self, seen: Overview) -> None:
        """Show how far the issue's articles are; a step that is no longer in the list is let go."""
        self._seen = seen
        if self._step and all(one.step != self._step for one in self._counts()):
            self.choose(ALL)
        self._show()

    def choose(self, step: str) -> None:
        """Want the articles of a step alone, ALL for every one."""
        if step != self._step:
            self._step = step
            self._show()
            self.chosen.emit(step)

    def open_menu(self) -> None:
        """Let the user choose a step by the keyboard."""
        self.filter.showMenu()

    def _show(self) -> None:
        seen = self._seen
        counts = self._counts()
        done = sum(one.done for one in seen.sections) if seen else 0
        here = next((one for one in counts if one.step == self._step), None)
        self._done.setText(tr("走完各步 {done}/{n} 篇", done=done, n=sum(counts.values())))
        self.filter.setText(_words(here.step, counts[here]) if here else tr("按步骤看"))
        self.filter.setToolTip("\n".join(_words(one.step, count) for one, count in counts.items()))
        self.clear.setVisible(bool(self._step))
        self._done.setVisible(not self._step)

    def _counts(self) -> Mapping[ArticleProgress, int]:
        return self._seen.at_steps if self._seen else {}

    def _fill(self) -> None:
        menu, counts = self.filter.menu(), self._counts()
        menu.clear()
        self._add(menu, ALL, tr("全部 {n} 篇", n=sum(counts.values())))
        menu.addSeparator()
        theme, ratio = current_theme(application()), self.devicePixelRatioF()
        for one, count in counts.items():
            # what nobody stands at is shown all the same: it says how the list goes
            action = self._add(menu, one.step, _words(one.step, count))
            action.setEnabled(bool(count) or one.step == self._step)
            action.setIcon(QIcon(standing_picture(one, theme, ratio)))

    def _add(self, menu: QMenu, step: str, words: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(step == self._step)
        if step == self._step:
            # its mark stands where the tick would
            bold = QFont(menu.font())
            bold.setBold(True)
            action.setFont(bold)
        action.triggered.connect(lambda _on=False: self.choose(step))
        return action


def _words(step: str, count: int) -> str:
    return tr("{step} {n} 篇", step=step, n=count)
