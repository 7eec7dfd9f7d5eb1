from hypothesis import given
from hypothesis import strategies as st

from editor.text.comparing.lining import lined_up

ONE, TWO, THREE, FOUR = "云州市印发实施方案" * 9, "清河开展数据核验" * 9, "东江发布年度报告" * 9, "南湖举行公开课堂" * 9


def test_what_comes_in_pushes_nothing_out_of_step():
    assert lined_up([ONE, TWO, THREE], [ONE, FOUR, TWO, THREE]) == [(0, 0), (None, 1), (1, 2), (2, 3)]


def test_what_is_gone_stands_where_it_stood():
    assert lined_up([ONE, TWO, THREE], [ONE, THREE]) == [(0, 0), (1, None), (2, 1)]
    assert lined_up([ONE, TWO], [TWO]) == [(0, None), (1, 0)]


def test_what_moved_is_found_where_it_stands_now():
    assert lined_up([ONE, TWO, THREE], [THREE, ONE, TWO]) == [(2, 0), (0, 1), (1, 2)]


def test_what_was_written_anew_stands_beside_what_it_replaced():
    assert lined_up([ONE, TWO, THREE], [ONE, FOUR, THREE]) == [(0, 0), (1, 1), (2, 2)]
    assert lined_up([ONE], [FOUR, TWO]) == [(0, 0), (None, 1)]


texts = st.lists(st.sampled_from([ONE, TWO, THREE, FOUR, ONE + TWO, ""]), max_size=6)


@given(before=texts, after=texts)
def test_every_text_is_shown_once(before, after):
    rows = lined_up(before, after)
    assert [late for _, late in rows if late is not None] == list(range(len(after)))
    assert sorted(early for early, _ in rows if early is not None) == list(range(len(before)))
