"""Where an issue and its articles stand."""

from editor.model.issue_state import CLOSED, EDITABLE, STATE_NAMES, IssueState
from editor.model.review import ROLE_NAMES, STEP_NAMES, Role, Step, has_duty, state_after, steps_from


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
