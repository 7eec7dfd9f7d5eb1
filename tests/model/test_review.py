"""Where an issue and its articles stand."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.article_review import article_steps, is_reviewed, next_step, pass_on, set_back, step_of
from editor.model.publication import Profile, Publication
from editor.model.review import (
    CLOSED,
    EDITABLE,
    ROLE_NAMES,
    STATE_NAMES,
    STEP_NAMES,
    IssueState,
    Role,
    Step,
    has_duty,
    state_after,
    steps_from,
)
from tests.fakes import article

ONE = Publication(profile=Profile(masthead="云州观察"))
AT = dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC)


def test_an_issue_goes_from_editing_to_print_and_comes_back_only_as_a_correction():
    way = (Step.SUBMIT, Step.RETURN, Step.SUBMIT, Step.APPROVE, Step.PUBLISH, Step.CORRECT, Step.SUBMIT, Step.APPROVE)
    state, seen = IssueState.EDITING, []
    for step in way:
        state = state_after(state, step)
        seen.append(STATE_NAMES[state])
    assert seen == ["已送审", "已退回", "已送审", "已签发", "已印发", "更正中", "已送审", "已签发"]


def test_only_submitted_pages_can_be_approved():
    assert [state for state in IssueState if Step.APPROVE in steps_from(state)] == [IssueState.SUBMITTED]
    assert state_after(IssueState.EDITING, Step.APPROVE) is None


def test_what_is_printed_is_never_editable():
    assert not CLOSED & EDITABLE
    assert steps_from(IssueState.PUBLISHED) == (Step.CORRECT,)


def test_only_the_chief_editor_approves():
    assert [role for role in Role if has_duty(role, Step.APPROVE)] == [Role.CHIEF]
    assert has_duty(Role.STAFF, Step.PUBLISH)
    assert not has_duty(Role.STAFF, Step.SUBMIT)


def test_everything_has_a_name():
    assert (set(STATE_NAMES), set(STEP_NAMES), set(ROLE_NAMES)) == (set(IssueState), set(Step), set(Role))


def test_an_article_passes_review_and_proof_with_the_name_of_who_did_it():
    one, passed = article(), []
    while next_step(one, ONE):
        one = pass_on(one, ONE, name=f"编辑{len(passed)}", at=AT)
        passed.append(step_of(one, ONE))
    assert passed == ["一审", "二审", "终审", "一校", "二校", "三校"]
    assert [(sign.step, sign.name) for sign in one.archive.signoffs][-1] == ("三校", "编辑5")
    assert pass_on(one, ONE, name="又一人", at=AT) is one


def test_an_article_is_reviewed_from_the_last_step_of_review_on():
    one = article()
    told = [is_reviewed(one, ONE)]
    for _ in article_steps(ONE)[1:]:
        one = pass_on(one, ONE, name="甲", at=AT)
        told.append(is_reviewed(one, ONE))
    assert told == [False, False, False, True, True, True, True]


def test_a_step_that_the_publication_no_longer_has_counts_as_the_first():
    one = pass_on(article(), ONE, name="甲", at=AT)
    assert step_of(one, replace(ONE, review_steps=("稿", "审"))) == "稿"


@given(st.integers(0, 6), st.integers(0, 6))
def test_set_back_forgets_who_took_it_further_and_no_more(further, back):
    one = article()
    for _ in range(further):
        one = pass_on(one, ONE, name="甲", at=AT)
    step = article_steps(ONE)[min(back, further)]
    was = set_back(one, ONE, step)
    assert step_of(was, ONE) == step
    assert [sign.step for sign in was.archive.signoffs] == list(article_steps(ONE)[1 : min(back, further) + 1])


def test_a_signoff_tells_a_moment_in_utc():
    with pytest.raises(ValueError, match="UTC"):
        pass_on(article(), ONE, name="甲", at=dt.datetime(2025, 1, 20))  # noqa: DTZ001
