"""The strip below the outline: how many articles have gone their whole way, and a filter by step."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from editor.desk.overview import Overview
from editor.model.language import tr
from editor.ui.theme.apply import mark
from editor.ui.widgets import label

ALL = ""


class OutlineFoot(QWidget):
    """chosen: the step whose articles alone are wanted, ALL for every one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(32)
        mark(self, ground="sidebar")
        self._done, self.filter, self.clear = label(role="small", ink="text2"), QPushButton(), QPushButton(tr("看全部"))
        self.filter.setProperty("small", "true")
        self.filter.setProperty("opens", "true")
        mark(self.filter, kind="tool")
        self.filter.setAccessibleName(tr("按步骤筛选"))
        self.clear.setProperty("small", "true")
        mark(self.clear, kind="quiet")
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
        self._seen: Overview | None = None
        self._step = ALL

    def show_overview(self, seen: Overview) -> None:
        """Show how far the issue's articles are; a step that is no longer in the list is let go."""
        self._seen = seen
        if self._step not in (ALL, *seen.at_steps):
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
        many, done = (sum(seen.at_steps.values()), sum(one.done for one in seen.sections)) if seen else (0, 0)
        self._done.setText(tr("走完各步 {done}/{n} 篇", done=done, n=many))
        self.filter.setText(_words(self._step, self._count(self._step)) if self._step else tr("各步"))
        self.filter.setToolTip("\n".join(_words(step, count) for step, count in self._counts()))
        self.clear.setVisible(bool(self._step))
        self._done.setVisible(not self._step)

    def _counts(self) -> tuple[tuple[str, int], ...]:
        return tuple(self._seen.at_steps.items()) if self._seen else ()

    def _count(self, step: str) -> int:
        return dict(self._counts()).get(step, 0)

    def _fill(self) -> None:
        menu = self.filter.menu()
        menu.clear()
        everything = sum(count for _, count in self._counts())
        self._add(menu, ALL, tr("全部 {n} 篇", n=everything))
        menu.addSeparator()
        for step, count in self._counts():
            # what nobody stands at is shown all the same: it says how the list goes
            self._add(menu, step, _words(step, count)).setEnabled(bool(count) or step == self._step)

    def _add(self, menu: QMenu, step: str, words: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(step == self._step)
        action.triggered.connect(lambda _on=False: self.choose(step))
        return action


def _words(step: str, count: int) -> str:
    return tr("{step} {n} 篇", step=step, n=count)
