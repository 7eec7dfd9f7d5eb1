import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from editor.desk.starting.keeping import age_words, kept

at = dt.datetime.fromisoformat
NOW = at("2025-01-06T12:05")
moments = st.lists(st.datetimes(at("2023-01-01"), NOW).map(lambda one: one.replace(microsecond=0)), max_size=80)


@given(moments)
def test_what_stays(made):
    stay = kept(made, NOW)
    newest = sorted(set(made), reverse=True)
    assert set(newest[:5]) <= stay <= set(made)
    assert {(one.year, one.month) for one in made} == {(one.year, one.month) for one in stay}
    recent = {one.date() for one in made if (NOW.date() - one.date()).days < 14}
    assert recent <= {one.date() for one in stay}
    assert kept(stay, NOW) == stay


def test_a_month_of_many_closings_leaves_ten_and_one_a_day():
    made = [NOW - dt.timedelta(hours=hours) for hours in range(0, 40 * 24, 3)]
    stay = kept(made, NOW)
    assert len(stay) == 10 + 12 + 1  # the last ten reach over two of the 14 days; November besides
    assert max(made) in stay


def test_ages_in_words():
    assert age_words(at("2025-01-06T09:05"), NOW) == "今天 09:05"
    assert age_words(at("2025-01-05T23:00"), NOW) == "昨天 23:00"
    assert age_words(at("2025-01-01"), NOW) == "1月1日"
    assert age_words(at("2024-12-27"), NOW) == "2024年12月27日"
