import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from editor.desk.starting.keeping import age_words, kept

at = dt.datetime.fromisoformat
NOW = at("2025-01-06T12:05")
whole_seconds = st.datetimes(at("2023-01-01"), NOW).map(lambda one: one.replace(microsecond=0))
moments = st.lists(whole_seconds, max_size=80).map(lambda made: sorted(made, reverse=True))


@given(moments)
def test_what_stays(made):
    stay = kept(made)
    newest = sorted(set(made), reverse=True)
    assert set(newest[:5]) <= stay <= set(made)
    assert {(one.year, one.month) for one in made} == {(one.year, one.month) for one in stay}
    recent = {one.date() for one in made if (NOW.date() - one.date()).days < 14}
    assert recent <= {one.date() for one in stay}
    assert kept(sorted(stay, reverse=True)) == stay


def test_a_month_of_many_closings_leaves_ten_and_one_a_day():
    made = [NOW - dt.timedelta(hours=hours) for hours in range(0, 40 * 24, 3)]
    stay = kept(made)
    assert len(stay) == 10 + 12 + 1  # the last ten reach over two of the 14 days; November besides
    assert max(made) in stay


def test_ages_in_words():
    assert age_words(at("2025-01-06T09:05"), NOW) == "今天 09:05"
    assert age_words(at("2025-01-05T23:00"), NOW) == "昨天 23:00"
    assert age_words(at("2025-01-01"), NOW) == "1月1日"
    assert age_words(at("2024-12-27"), NOW) == "2024年12月27日"


def test_a_clock_that_was_wrong_for_a_while_thins_nothing_that_came_after():
    real = [NOW - dt.timedelta(days=days) for days in range(13)]
    wrong = [at("2035-03-01T08:00") - dt.timedelta(minutes=minutes) for minutes in range(20)]
    assert set(real) <= kept([*real, *wrong])
    # nor what was before: it is judged by the days that have any, not by today's date
    assert set(real) <= kept([wrong[0], *real])
