"""The panel of checks: filter, list with one open card, foot."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from editor.checks.finding import Finding
from editor.checks.waivers import Waived, WaiverScope
from editor.desk.checking import FindingHeading
from editor.desk.checking.error_rate import ErrorRate
from editor.model.language import tr
from editor.ui.checks.delegate import theme
from editor.ui.checks.findings_list import FindingsList
from editor.ui.checks.gauge import Gauge, rate_words
from editor.ui.checks.rows import RowChoice, finding_rows
from editor.ui.checks.segments import LevelFilter
from editor.ui.kit.levels import LOOKS
from editor.ui.kit.widgets import SIZES, bar_frame, hairline, label
from editor.ui.theme.apply import set_style
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.icons import icon

_FOOT, _TICK = 36, 16


class ChecksView(QWidget):
    """Shows what was found. It changes nothing itself: it says what the user wants.

    closed: no finding is open any more.
    """

    finding_chosen = Signal(Finding)
    closed = Signal()
    fix_wanted = Signal(tuple)
    waive_wanted = Signal(Finding, str, WaiverScope)
    waiver_dropped = Signal(object)
    lasting_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, ground="sidebar")
        self._findings: tuple[Finding, ...] = ()
        self._waived: tuple[Waived, ...] = ()
        self._headings: Mapping[str, FindingHeading] = {}
        self._errors: Mapping[str, str] = {}
        self._folded = True
        self._filter, self._list, self._words = LevelFilter(), FindingsList(), label(ink="text3")
        self._pending, self._fix_all = label(role="small", ink="text3"), QPushButton()
        self._gauge, self._more = Gauge(), _more_button()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._nothing = self._make_nothing()
        self._stack.addWidget(self._nothing)
        self._foot = self._make_foot()
        self._lay_out()
        # arrow keys and Enter work as soon as the list is shown
        self.setFocusProxy(self._list)
        self._connect()
        self.show_findings((), (), {})

    def show_findings(
        self,
        findings: Sequence[Finding],
        waived: Sequence[Waived],
        headings: Mapping[str, FindingHeading],
        *,
        pending: int = 0,
        rate: ErrorRate | None = None,
    ) -> None:
        """Show a run, in printed order. headings: by place; pending: how many rules wait for the pages.

        rate: of errors, None for none.
        """
        self._findings, self._waived, self._headings = tuple(findings), tuple(waived), headings
        self._filter.show_counts(Counter(finding.level for finding in findings))
        self._pending.setText(tr("{n} 项等排版后再查", n=pending) if pending else "")
        self._errors = {where: rate_words(errors) for where, errors in rate.by_article.items()} if rate else {}
        # while the pages are being set there is room for one of them
        self._gauge.show_rate(None if pending else rate)
        self._show_rows()

    @property
    def opened(self) -> Finding | None:
        """The open finding that stands, None for none."""
        return self._list.opened

    def offer(self, actions: Iterable[QAction]) -> None:
        """Offer what can be done about all findings."""
        menu = QMenu(self._more)
        menu.addActions(list(actions))
        self._more.setMenu(menu)
        self._more.show()

    def begin_waiving(self) -> None:
        """Ask in the open card why its finding may stand."""
        self._list.begin_waiving()

    def choose(self, finding: Finding) -> None:
        """Open a finding without announcing it; where its level is filtered out, all are shown again."""
        if self._filter.level() not in (None, finding.level):
            self._filter.show_key(None)
            self._show_rows()
        self._list.open_finding(finding)

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) finding and announce it."""
        self._list.step(by)

    def _lay_out(self) -> None:
        head = QWidget()
        row = bar_frame(head)
        set_style(head, ground="sidebar")
        row.setContentsMargins(12, 0, 8, 0)
        row.addWidget(self._filter)
        row.addStretch()
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, self._stack, self._foot):
            column.addWidget(part)
        self.setMinimumWidth(SIZES["outline.min"])

    def _make_nothing(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(_Tick())
        row.addWidget(self._words)
        row.addStretch()
        return made

    def _make_foot(self) -> QWidget:
        foot, inside = QWidget(), QWidget()
        inside.setFixedHeight(_FOOT)
        set_style(inside, ground="sidebar")
        self._fix_all.setProperty("small", "true")
        set_style(self._fix_all, kind="quiet")
        row = QHBoxLayout(inside)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._gauge, 1)
        row.addWidget(self._pending)
        row.addStretch()
        row.addWidget(self._fix_all)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addWidget(inside)
        return foot

    def _connect(self) -> None:
        self._filter.level_chosen.connect(self._show_rows)
        self._list.finding_opened.connect(self.finding_chosen)
        self._list.fix_wanted.connect(lambda finding: self.fix_wanted.emit((finding,)))
        self._list.kind_wanted.connect(lambda finding: self.fix_wanted.emit(self.fixable_as(finding)))
        self._list.closed.connect(self.closed)
        self._list.waive_wanted.connect(self.waive_wanted)
        self._list.lasting_wanted.connect(self.lasting_wanted)
        self._list.waiver_dropped.connect(self.waiver_dropped)
        self._list.fold_toggled.connect(self._on_fold_toggled)
        self._fix_all.clicked.connect(lambda: self.fix_wanted.emit(self._fixable()))

    def _show_rows(self) -> None:
        level = self._filter.level()
        found, waived, headings, errors = self._findings, self._waived, self._headings, self._errors
        rows = finding_rows(found, waived, headings, errors, RowChoice(level=level, folded=self._folded))
        self._list.show_rows(rows)
        self._words.setText(tr("没有问题") if level is None else tr("没有{word}", word=LOOKS[level].word))
        self._stack.setCurrentWidget(self._list if rows else self._nothing)
        count = len(self._fixable())
        self._fix_all.setText(tr("修正 {n} 处", n=count))
        self._fix_all.setAccessibleName(tr("修正列出的 {n} 处", n=count))
        self._fix_all.setVisible(count > 0)
        self._foot.setVisible(count > 0 or bool(self._pending.text()) or not self._gauge.isHidden())

    def fixable_as(self, finding: Finding) -> tuple[Finding, ...]:
        """Return the findings of one kind that can be fixed."""
        return tuple(one for one in self._findings if one.fix and one.rule == finding.rule)

    def _fixable(self) -> tuple[Finding, ...]:
        level = self._filter.level()
        return tuple(one for one in self._findings if one.fix and level in (None, one.level))

    def _on_fold_toggled(self) -> None:
        self._folded = not self._folded
        self._show_rows()


def _more_button() -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("more", theme(), size=16))
    button.setFixedSize(28, 28)
    button.setToolTip(tr("更多"))
    button.setAccessibleName(tr("检查的更多操作"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.hide()
    return button


class _Tick(QWidget):
    """A green tick, in the theme in force."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_TICK, _TICK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = theme().colour("ok")
        painter.drawPixmap(0, 0, draw_icon("check.ok", _TICK, ink, ratio=self.devicePixelRatioF(), filled=True))
        painter.end()
