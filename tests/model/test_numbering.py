import datetime as dt

import pytest

from editor.model.issue import Issue
from editor.model.number import IssueKind, Number, date_label, label, reference
from editor.model.numbering import clash, next_date, next_issue, next_number
from editor.model.publication import NumberingRule, Profile, Publication

LAST = Number(year=2024, number=50, total=213)
PUBLICATION = Publication(profile=Profile(masthead="云州观察"))


def day(text):
    return dt.date.fromisoformat(text)


def test_the_new_year_begins_with_one_and_the_total_runs_on():
    previous = Issue(publication=PUBLICATION.uid, number=LAST, date=day("2024-12-30"), profile=PUBLICATION.profile)
    issue = next_issue(previous, PUBLICATION)
    assert (issue.number, issue.date) == (Number(year=2025, number=1, total=214), day("2025-01-06"))
    assert issue.uid != previous.uid


def test_skipped_days_are_left_out_and_extra_ones_taken():
    rule = NumberingRule(weekday=1, skipped=(day("2025-02-03"),), extra=(day("2025-02-08"),))
    assert next_date(rule, day("2025-01-27")) == day("2025-02-08")
    assert next_date(rule, day("2025-02-08")) == day("2025-02-10")


def test_after_a_combined_issue_the_series_goes_on_behind_it():
    both = Number(year=2025, number=9, last=10, total=221, total_last=222, kind=IssueKind.COMBINED)
    assert next_number(both, day("2025-03-17")) == Number(year=2025, number=11, total=223)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (LAST, ("第50期", "总第213期")),
        (
            Number(year=2025, number=9, last=10, total=221, total_last=222, kind=IssueKind.COMBINED),
            ("第9—10期", "总第221—222期"),
        ),
        (Number(year=2025, number=None, total=None, kind=IssueKind.SUPPLEMENT), ("增刊",)),
        (
            Number(year=2025, number=3, total=9, kind=IssueKind.SPECIAL, subject="数据"),
            ("第3期", "总第9期", "数据专刊"),
        ),
    ],
)
def test_numbers_are_printed_in_their_kinds(number, printed):
    assert label(number) == printed


def test_clashes_are_said_and_free_numbers_are_not():
    assert (
        clash(Number(year=2024, number=50, total=300), [LAST]) == "2024年第50期已经有了，请改期号或打开已有的那一期。"
    )
    assert "总第213期" in clash(Number(year=2025, number=1, total=213), [LAST])
    assert clash(Number(year=2025, number=50, total=214), [LAST]) is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0},
        {"number": None},
        {"number": 5, "last": 6},
        {"number": 5, "last": 5, "kind": IssueKind.COMBINED},
        {"number": 5, "kind": IssueKind.COMBINED},
        {"number": 5, "kind": IssueKind.SUPPLEMENT},
    ],
)
def test_numbers_that_do_not_fit_their_kind_are_refused(wrong):
    with pytest.raises(ValueError, match="期"):
        Number(year=2025, total=None, **wrong)


def test_dates_and_references_are_short():
    assert (date_label(day("2024-12-30")), reference(LAST)) == ("2024年12月30日", "2024-50")
