"""A change is cleaned where it is new; what was stored stays as it is, and the same object."""

from dataclasses import replace

import pytest
from hypothesis import given

from editor.interchange.cleaning import cleaned_change
from editor.model.article import Title
from editor.model.body import Paragraph, Run, text_of
from editor.text.sanitise import sanitise
from tests.fakes import article, issue_of
from tests.strategies import issues

OLD = article(
    "旧\u200b题", Paragraph(runs=text_of("旧\u200b文"), uid="1" * 32), Paragraph(runs=text_of("二"), uid="2" * 32)
)


@given(value=issues())
def test_what_was_there_is_the_very_same(value):
    assert cleaned_change(value, value) is value
    assert cleaned_change(value, replace(value)).sections is value.sections


def test_only_what_changed_is_cleaned():
    first, second = OLD.blocks
    after = replace(OLD, blocks=(first, replace(second, runs=text_of("二\x0b改"))), source="云\u202e州")
    made = cleaned_change(OLD, after)
    assert made == replace(OLD, blocks=(first, replace(second, runs=text_of("二改"))), source="云州")
    assert made.blocks[0] is first


def test_what_is_new_and_clean_stays_the_same_object():
    after = replace(OLD, source="云州日报", title=Title(text="新题"))
    assert cleaned_change(OLD, after) is after


def test_an_article_that_moved_is_not_touched():
    before = issue_of(OLD, article("甲"))
    (section,) = before.sections
    after = replace(before, sections=(replace(section, articles=section.articles[::-1]),))
    assert cleaned_change(before, after) is after


def test_breaks_of_a_title_move_with_what_is_taken_out():
    made = cleaned_change(Title(text="甲"), Title(text="\u200b甲\x0b乙丙", breaks=(3,)))
    assert made == Title(text="甲乙丙", breaks=(1,))


@pytest.mark.parametrize("bad", ["\x0b", "\ud800", "\ufffe", "\U0001ffff", "\ufff9", "\U000e0001", "\x7f", "\u2029"])
def test_no_break_and_nothing_unprintable_is_left(bad):
    made = cleaned_change(None, Run(text=f"甲{bad}乙"))
    assert made.text == "甲乙" == sanitise(made.text)
