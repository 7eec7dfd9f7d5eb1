"""Run arithmetic against the same arithmetic on single characters."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.body import Run, Script, plain, text_of
from editor.model.runs import apply_mark, normal, part, replace_span, typing_look, with_text
from tests.strategies import runs, texts

LINK = "https://example.org/a"


def characters(text):
    return [with_text(run, char) for run in text for char in run.text]


@st.composite
def spans(draw):
    text = draw(runs)
    start = draw(st.integers(0, len(plain(text))))
    return text, start, draw(st.integers(start, len(plain(text))))


@given(runs)
def test_normal_runs_have_the_same_characters_and_no_equal_neighbours(text):
    made = normal(text)
    assert characters(made) == characters(text)
    assert all(run.text for run in made)
    assert all(a.footnote or b.footnote or with_text(a, "") != with_text(b, "") for a, b in pairwise(made))


@given(spans())
def test_a_part_holds_the_characters_of_its_span(value):
    text, start, end = value
    assert characters(part(text, start, end)) == characters(text)[start:end]


@given(spans())
def test_a_text_is_its_parts(value):
    text, start, end = value
    whole = (*part(text, 0, start), *part(text, start, end), *part(text, end, len(plain(text))))
    assert normal(whole) == normal(text)


@given(spans(), runs)
def test_only_the_span_is_replaced(value, new):
    text, start, end = value
    before = characters(text)
    assert characters(replace_span(text, start, end, new)) == before[:start] + characters(new) + before[end:]


@given(spans(), texts)
def test_a_replacing_string_looks_like_the_first_character_replaced(value, new):
    text, start, end = value
    made = characters(replace_span(text, start, end, new))[start : start + len(new)]
    if start < end:
        assert made == [with_text(characters(text)[start], char) for char in new]


@given(spans(), st.booleans())
def test_marking_changes_the_span_and_no_characters(value, bold):
    text, start, end = value
    made = characters(apply_mark(text, start, end, bold=bold))
    before = characters(text)
    assert made == [replace(run, bold=bold) if start <= at < end else run for at, run in enumerate(before)]


@given(spans())
def test_a_mark_set_and_taken_off_a_plain_text_leaves_it(value):
    text, start, end = value
    bare = normal(text_of(plain(text)))
    assert apply_mark(apply_mark(bare, start, end, italic=True), start, end, italic=False) == bare


def test_several_marks_are_set_at_once():
    assert apply_mark(text_of("水H2O"), 2, 3, script=Script.SUB, bold=True) == (
        Run(text="水H"),
        Run(text="2", bold=True, script=Script.SUB),
        Run(text="O"),
    )


def test_positions_count_code_points():
    assert part(text_of("𠮷野家"), 1, 2) == text_of("野")


@pytest.mark.parametrize(
    ("at", "link"), [(0, ""), (1, LINK), (2, ""), (3, "")], ids=["before", "inside", "behind", "end"]
)
def test_typing_goes_on_with_a_link_only_inside_it(at, link):
    text = (Run(text="政策", link=LINK), Run(text="库"))
    assert typing_look(text, at).link == link


def test_typing_behind_bold_text_is_bold():
    assert replace_span((Run(text="一是", bold=True),), 2, 2, "强化") == (Run(text="一是强化", bold=True),)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 3)])
def test_a_span_outside_the_text_is_a_bug_said(start, end):
    with pytest.raises(ValueError, match="no span"):
        part(text_of("政策"), start, end)
