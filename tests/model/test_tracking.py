"""Whose hand changed what is tracked."""

import datetime as dt
from dataclasses import replace

import pytest

from editor.model.article import Article, Tracking
from editor.model.edits import put_article
from editor.model.issue_state import IssueState
from editor.model.tracking import SAME_CONTRIBUTION, base_of, record_contributor, tracked, untracked, wording
from editor.model.workspace import Workspace
from tests.fakes import article, issue_of

AT = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
ONE, OTHER = tracked(article()), article("海州公布数据目录")
SPACE = Workspace(issue=issue_of(ONE, OTHER))


def edit(space, uid, *, author="甲", at=AT, **fields):
    """The workspace after somebody changed an article."""
    return record_contributor(space, put_article(space, replace(space.article(uid), **fields)), author=author, at=at)


def hands(space, uid=ONE.uid):
    tracking = space.article(uid).archive.tracking
    return [(hand.author, hand.at) for hand in tracking.hands] if tracking else []


def in_state(state):
    return replace(SPACE, issue=replace(SPACE.issue, archive=replace(SPACE.issue.archive, state=state)))


def test_a_hand_is_noted_with_what_it_found():
    after = edit(SPACE, ONE.uid, source="新来源")
    (hand,) = after.article(ONE.uid).archive.tracking.hands
    assert (hand.author, hand.at, hand.before) == ("甲", AT, wording(ONE))


def test_one_hand_goes_on_for_a_while_and_ends_when_another_begins():
    space = edit(SPACE, ONE.uid, source="一")
    space = edit(space, ONE.uid, source="二", at=AT + SAME_CONTRIBUTION / 2)
    assert hands(space) == [("甲", AT)]
    space = edit(space, ONE.uid, source="三", author="乙", at=AT + SAME_CONTRIBUTION / 2)
    space = edit(space, ONE.uid, source="四", at=AT + 3 * SAME_CONTRIBUTION)
    space = edit(space, ONE.uid, source="五", at=AT + 5 * SAME_CONTRIBUTION)
    assert hands(space) == [
        ("甲", AT),
        ("乙", AT + SAME_CONTRIBUTION / 2),
        ("甲", AT + 3 * SAME_CONTRIBUTION),
        ("甲", AT + 5 * SAME_CONTRIBUTION),
    ]


def test_a_clock_set_back_begins_another_hand():
    space = edit(edit(SPACE, ONE.uid, source="一"), ONE.uid, source="二", at=AT - SAME_CONTRIBUTION)
    assert len(hands(space)) == 2


def test_what_is_not_tracked_or_not_printed_notes_nothing():
    assert edit(SPACE, OTHER.uid, source="新来源").article(OTHER.uid).archive.tracking is None
    kept = replace(ONE.archive, tags=("数据",))
    assert hands(edit(SPACE, ONE.uid, archive=kept)) == []


def test_switching_and_deciding_are_no_edits():
    off = untracked(ONE)
    assert hands(edit(SPACE, ONE.uid, archive=off.archive, source="新来源")) == []
    assert base_of(off) is None


@pytest.mark.parametrize("state", [IssueState.RETURNED, IssueState.CORRECTING])
def test_what_others_have_read_is_tracked_from_the_first_edit(state):
    after = edit(in_state(state), OTHER.uid, source="新来源")
    assert base_of(after.article(OTHER.uid)) == wording(OTHER)
    assert hands(after, OTHER.uid) == [("甲", AT)]


def test_switched_off_it_stays_off():
    space = put_article(in_state(IssueState.RETURNED), untracked(OTHER))
    assert edit(space, OTHER.uid, source="新来源").article(OTHER.uid).archive.tracking == Tracking()


def test_a_new_article_begins_untracked():
    new = Article(title=ONE.title)
    section = SPACE.issue.sections[0]
    more = replace(section, articles=(*section.articles, new))
    after = replace(SPACE, issue=replace(SPACE.issue, sections=(more,)))
    assert record_contributor(SPACE, after, author="甲", at=AT).article(new.uid).archive.tracking is None
