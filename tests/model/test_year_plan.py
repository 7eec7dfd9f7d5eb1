import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from editor.model.number import IssueKind, Number, label
from editor.model.publication import NumberingRule
from editor.model.year_plan import DayKind, combined, day_kind, plan_year, toggled, year_total

MONDAYS = NumberingRule(weekday=1)
LAST = (dt.date(2024, 12, 30), Number(year=2024, number=50, total=213))
days = st.dates(dt.date(2025, 1, 1), dt.date(2025, 12, 31))


def day(text):
    return dt.date.fromisoformat(text)


def test_every_monday_of_the_year_gets_its_number():
    plan = plan_year(MONDAYS, 2025, [LAST])
    assert (plan[0].date, label(plan[0].number)) == (day("2025-01-06"), ("第1期", "总第214期"))
    assert (plan[-1].date, label(plan[-1].number)) == (day("2025-12-29"), ("第52期", "总第265期"))
    assert year_total(plan) == 52


def test_a_skipped_week_a_day_made_up_for_and_a_double_issue_move_the_numbers_behind_them():
    rule = combined(toggled(toggled(MONDAYS, day("2025-02-03")), day("2025-02-08")), day("2025-02-10"))
    kinds = {text: day_kind(rule, day(text)) for text in ("2025-02-03", "2025-02-08", "2025-02-10", "2025-02-11")}
    assert list(kinds.values()) == [DayKind.SKIPPED, DayKind.EXTRA, DayKind.COMBINED, DayKind.NONE]
    printed = {one.date.isoformat(): label(one.number)[0] for one in plan_year(rule, 2025, [LAST])}
    assert "2025-02-03" not in printed
    assert (printed["2025-02-08"], printed["2025-02-10"], printed["2025-02-17"]) == ("第5期", "第6—7期", "第8期")


def test_issues_that_are_made_keep_their_numbers_and_the_series_goes_on_behind_them():
    made = [LAST, (day("2025-01-07"), Number(year=2025, number=3, total=220))]
    plan = plan_year(MONDAYS, 2025, made)
    assert [(one.date, one.number.number, one.made) for one in plan[:2]] == [
        (day("2025-01-07"), 3, True),
        (day("2025-01-13"), 4, False),
    ]


def test_a_supplement_takes_no_number():
    supplement = Number(year=2025, number=None, total=None, kind=IssueKind.SUPPLEMENT)
    plan = plan_year(MONDAYS, 2025, [LAST, (day("2025-01-02"), supplement)])
    assert year_total(plan) == len(plan) - 1 == 52


def test_a_year_without_any_issue_begins_with_one():
    assert plan_year(MONDAYS, 2026)[0].number == Number(year=2026, number=1, total=1)


def test_a_rule_that_leaves_no_day_gives_an_empty_year():
    rule = NumberingRule(weekday=1, skipped=tuple(day("2025-01-06") + dt.timedelta(weeks=n) for n in range(60)))
    assert plan_year(rule, 2025) == ()


@given(days, st.lists(days, max_size=5))
def test_toggling_a_day_twice_changes_nothing(one, others):
    rule = MONDAYS
    for other in others:
        rule = toggled(rule, other)
    there = day_kind(rule, one)
    again = toggled(toggled(rule, one), one)
    assert day_kind(again, one) is (there if there is not DayKind.COMBINED else DayKind.REGULAR)
    assert again == rule
