"""编号: the weekday, the days that differ from it, and the numbers that follow."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from editor.model.language import tr
from editor.model.publication import NumberingRule
from editor.model.saying import said_weekly
from editor.model.year_plan import combined, plan_year, toggled, year_total
from editor.ui.kit.choice_field import ChoiceField
from editor.ui.kit.pieces import IconPicture
from editor.ui.kit.widgets import application, label
from editor.ui.profile.calendar import YearCalendar
from editor.ui.profile.calendar_paint import Legend
from editor.ui.profile.form import Form, ShownProfile
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon

_WEEKDAYS = tuple(enumerate(said_weekly(), start=1))


class NumberingForm(Form):
    """The rule and a year of it; a click on a day lets an issue come out, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("编号"), parent)
        self._shown: ShownProfile | None = None
        self.year = dt.datetime.now(tz=dt.UTC).astimezone().year
        self.weekday = ChoiceField(tr("出刊日"), _WEEKDAYS)
        self.weekday.setMinimumWidth(120)
        self.weekday.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.earlier, self.later = _turn("chevron.left", tr("上一年")), _turn("chevron.right", tr("下一年"))
        self.year_words, self.count = label(role="head"), label(ink="text2")
        self.calendar = YearCalendar()
        self.row(tr("出刊日"), self.weekday)
        self.wide(self._year_row())
        self.note(tr("点一天改为出刊或停刊；右键或按 H 改为合刊（占两个期号）。日期下面是期号，已有的期不动。"))
        self.wide(Legend())
        self.wide(self.calendar)
        self._connect()

    def show_publication(self, shown: ShownProfile) -> None:
        if self._shown is None or self._shown.publication.uid != shown.publication.uid:
            self.year = shown.issue.date.year
        self._shown = shown
        rule = shown.publication.numbering
        self.weekday.show_key(rule.weekday)
        made = [(one.date, one.number) for one in shown.entries if one.publication == shown.publication.uid]
        plan = plan_year(rule, self.year, made)
        self.year_words.setText(tr("{year} 年", year=self.year))
        many = sum(day.made for day in plan)
        self.count.setText(
            tr(
                "全年 {n} 期：刊库里已有 {many} 期，还要出刊 {many2} 次",
                n=year_total(plan),
                many=many,
                many2=len(plan) - many,
            )
        )
        self.calendar.show_year(self.year, rule, plan)

    def _year_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(4)
        for part in (self.earlier, self.year_words, self.later):
            row.addWidget(part)
        row.addSpacing(12)
        row.addWidget(IconPicture("meta.date", size=16))
        row.addWidget(self.count)
        row.addStretch()
        return made

    def _connect(self) -> None:
        self.weekday.chosen.connect(lambda day: self._change(tr("改出刊日"), lambda rule: replace(rule, weekday=day)))
        self.earlier.clicked.connect(lambda: self._turn_year(-1))
        self.later.clicked.connect(lambda: self._turn_year(1))
        self.calendar.toggled.connect(self._on_toggled)
        self.calendar.combined.connect(self._on_combined)

    def _on_toggled(self, day: dt.date) -> None:
        self._change(tr("改{month}月{day}日出刊", month=day.month, day=day.day), lambda rule: toggled(rule, day))

    def _on_combined(self, day: dt.date) -> None:
        self._change(tr("改{month}月{day}日合刊", month=day.month, day=day.day), lambda rule: combined(rule, day))

    def _turn_year(self, by: int) -> None:
        self.year = max(1950, min(2100, self.year + by))
        if self._shown:
            self.show_publication(self._shown)

    def _change(self, name: str, change: Callable[[NumberingRule], NumberingRule]) -> None:
        self.edit(name, lambda now: replace(now, numbering=change(now.numbering)))


def _turn(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, current_theme(application()), size=16))
    button.setFixedSize(28, 28)
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button
