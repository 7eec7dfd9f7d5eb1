"""统计: a period's articles counted by what one likes, as a table and a chart."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.statistics.charting import table_chart
from editor.desk.statistics.counting import Grouping
from editor.desk.statistics.period import said_period
from editor.desk.statistics.report import Statistics
from editor.desk.statistics.tables import StatTable, adoption_table, count_table, said_cell
from editor.model.body import Figure
from editor.model.language import tr, tr_marked
from editor.model.publication import Publication
from editor.text.cell_grid import grid_to_tabs
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.dialog_frame import GrowingDialog, buttons_row
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.segments import Segments
from editor.ui.kit.widgets import label
from editor.ui.statistics.chart_picture import ChartPicture
from editor.ui.statistics.period_bar import PeriodBar
from editor.ui.statistics.stat_table import StatGrid
from editor.ui.statistics.views import ADOPTION, ERRORS, drawables, kind_of, name_column, view_words

_SIZE = (1080, 760)
_NOT_CHECKED = StatTable(name="", heads=("",), rows=())


class StatisticsDialog(GrowingDialog):
    """statistics_wanted: of a publication (uid) and period; the others: what is to be made of what is shown.

    errors_wanted: have the issues of the period checked; stop_wanted: no more of what goes on.
    """

    statistics_wanted = Signal(str, object)
    errors_wanted = Signal()
    stop_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    points_wanted = Signal()
    report_wanted = Signal()
    index_wanted = Signal()

    def __init__(
        self,
        statistics: Statistics,
        publications: Sequence[Publication],
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        """publications: those to choose from; today: the day that "this year" is about."""
        super().__init__(tr("统计"), parent)
        self.resize(*_SIZE)
        self.reading = False
        self.statistics, self._errors = statistics, {}  # type: tuple[Statistics, dict[object, StatTable]]
        self.publication = ChoiceField(tr("刊物"), tuple((one.uid, one.profile.masthead) for one in publications))
        self.publication.setVisible(len(publications) > 1)
        self.period = PeriodBar(today)
        self.view, self.drawn = Segments(tr("按什么统计"), view_words()), ChoiceField(tr("画哪一列"))
        self.chart, self.table, self.message = ChartPicture(), StatGrid(), StateLine()
        self.sums = label(role="strong")
        self._lead = label(ink="text2")
        self.check, self.stop = QPushButton(tr("逐期检查")), QPushButton(tr("停下"))
        self.copy_chart, self.copy_table = QPushButton(tr("复制图")), QPushButton(tr("复制表格"))
        self.save, self.print = QPushButton(tr("另存表格…")), QPushButton(tr("打印…"))
        self.points = QPushButton(tr("积分办法…"))
        self.report, self.index = QPushButton(tr("采用通报…")), QPushButton(tr("年度总目录…"))
        self.leave = QPushButton(tr("关闭"))
        self._lay_out()
        self._connect()
        self.view.show_key(Grouping.SECTION)
        self.publication.show_key(statistics.publication.uid)
        self._follow()

    def show_statistics(self, statistics: Statistics) -> None:
        """Show what was asked for; what somebody no longer asks for is passed over."""
        if (statistics.publication.uid, statistics.period) == (self.publication.key, self.period.period):
            self.statistics = statistics
            self.reading = False
            self._follow()

    def ask(self) -> None:
        """Ask for the statistics of what is chosen; until they come the old ones are seen."""
        self.reading = True
        self.say(tr("正在统计…"))
        self.statistics_wanted.emit(str(self.publication.key), self.period.period)

    def show_errors(self, table: StatTable) -> None:
        """Show what the checks found in the issues of the period."""
        self._errors[self._asked()] = table
        self._show_table()

    def show_going_on(self, words: str) -> None:
        """Say that something goes on, empty once it does not."""
        if words:
            self.message.show_message(words)
        self.stop.setVisible(bool(words))
        for button in (self.check, self.report, self.index, self.publication, self.period):
            button.setEnabled(not words)

    def say(self, words: str, state: str = "") -> None:
        """Say what became of something."""
        self.message.show_message(words, state=state)

    @property
    def listed(self) -> StatTable:
        """The table as it is shown, sorted as the user likes, in the language in use where it is asked for."""
        table = self._table()
        return replace(table, rows=tuple(table.rows[row] for row in self.table.order()))

    @property
    def figure(self) -> Figure | None:
        """The chart as it is shown, in the language in use where it is asked for."""
        view, table = self.view.key, self._table()
        one = drawables(view)[max(self.drawn.currentIndex(), 0)]
        kind, named = kind_of(view), name_column(view)
        return table_chart(table, one.column, tr_marked(one.unit), kind, named=named) if table.rows else None

    # showing

    def _asked(self) -> object:
        return self.statistics.publication.uid, self.statistics.period

    def _follow(self) -> None:
        articles, issues = self.statistics.articles, self.statistics.issues
        characters = sum(one.facts.characters for one in articles)
        said = tr(
            "“{masthead}”{period}：{issues} 期，{n} 篇，{characters} 字。",
            masthead=self.statistics.publication.profile.masthead,
            period=said_period(self.statistics.period),
            issues=len(issues),
            n=len(articles),
            characters=f"{characters:,}",
        )
        damaged = self.statistics.facts.damaged
        self._lead.setText(said + (tr("有 {n} 篇损坏，没有算进去；请修复刊库。", n=damaged) if damaged else ""))
        self.index.setEnabled(bool(articles))
        self.message.show_message("")
        self._show_view()

    def _show_view(self) -> None:
        view = self.view.key
        self.drawn.show_choices(tuple((one, tr_marked(one.name)) for one in drawables(view)))
        self.drawn.setVisible(len(drawables(view)) > 1)
        self.check.setVisible(view == ERRORS)
        self.points.setVisible(view == ADOPTION)
        self.drawn.setCurrentIndex(0)
        self._show_table()

    def _show_table(self) -> None:
        view, table = self.view.key, self._table()
        self.table.show_table(table, named=name_column(view))
        self.sums.setText(_said_sums(table))
        some = bool(table.rows)
        for button in (self.copy_chart, self.copy_table, self.save, self.print):
            button.setEnabled(some)
        self.table.horizontalHeader().setVisible(some)
        self._draw()
        if not some:
            empty = tr("还没有检查。点“逐期检查”，一期约半秒。") if view == ERRORS else tr("这一段时间没有可以统计的。")
            self.message.show_message(empty)

    def _table(self) -> StatTable:
        view, found = self.view.key, self.statistics
        if isinstance(view, Grouping):
            return count_table(found.articles, view, found.period)
        if view == ADOPTION:
            return adoption_table(found.units)
        return self._errors.get(self._asked(), _NOT_CHECKED)

    def _draw(self) -> None:
        figure = self.figure
        self.chart.show_figure(figure)
        self.chart.setVisible(figure is not None)

    # answers

    def _on_copy_chart_clicked(self) -> None:
        self.chart.copy()
        self.say(tr("图已复制，可以粘贴到 Word 或微信"), "ok")

    def _on_copy_table_clicked(self) -> None:
        data, table = QMimeData(), self.listed
        data.setText(grid_to_tabs(table.grid))
        QGuiApplication.clipboard().setMimeData(data)
        self.say(tr("已复制 {n} 行，可以粘贴到表格里", n=len(table.rows)), "ok")

    # building

    def _lay_out(self) -> None:
        stack = QVBoxLayout(self)
        stack.setContentsMargins(28, 24, 28, 24)
        stack.setSpacing(8)
        stack.addWidget(label(tr("统计"), role="view"))
        self._lead.setWordWrap(True)
        stack.addWidget(self._lead)
        stack.addSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.publication)
        top.addWidget(self.period)
        top.addStretch()
        stack.addLayout(top)
        views = QHBoxLayout()
        views.setSpacing(16)
        views.addWidget(self.view)
        views.addStretch()
        for part in (self.points, self.check, self.drawn):
            views.addWidget(part)
        stack.addLayout(views)
        stack.addWidget(self.chart)
        stack.addWidget(self.table, 1)
        stack.addWidget(self.sums)
        said = QHBoxLayout()
        said.addWidget(self.message, 1)
        said.addWidget(self.stop)
        stack.addLayout(said)
        row = buttons_row(self.report, self.index, self.leave, default=self.leave)
        for place, button in enumerate((self.copy_chart, self.copy_table, self.save, self.print)):
            button.setAutoDefault(False)
            row.insertWidget(place, button)
        for button in (self.check, self.stop, self.points):
            button.setAutoDefault(False)
        stack.addLayout(row)
        self.stop.hide()

    def _connect(self) -> None:
        self.publication.chosen.connect(lambda _uid: self.ask())
        self.period.changed.connect(self.ask)
        self.view.chosen.connect(lambda _key: self._on_view_chosen())
        self.drawn.chosen.connect(lambda _key: self._draw())
        self.copy_chart.clicked.connect(self._on_copy_chart_clicked)
        self.copy_table.clicked.connect(self._on_copy_table_clicked)
        for button, signal in (
            (self.check, self.errors_wanted),
            (self.stop, self.stop_wanted),
            (self.save, self.save_wanted),
            (self.print, self.print_wanted),
            (self.points, self.points_wanted),
            (self.report, self.report_wanted),
            (self.index, self.index_wanted),
        ):
            button.clicked.connect(signal)
        self.leave.clicked.connect(self.accept)

    def _on_view_chosen(self) -> None:
        self.message.show_message("")
        self._show_view()


def _said_sums(table: StatTable) -> str:
    """Return the sums of a table in one line."""
    pairs = zip(table.heads, table.total, strict=bool(table.total))
    said = (
        f"{head} {value:,}" if isinstance(value, int | float) else said_cell(value)
        for head, value in pairs
        if value is not None
    )
    return "　".join(said)
