"""Where an issue stands: who brought it there, with which words, and what is other than approved since."""

from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.ports import Arrival
from editor.desk.review.office import Office
from editor.desk.review.status import changes_since_approval, position
from editor.desk.review.steps import By, correct, publish, return_issue, submit
from editor.model.approval import LogAction
from editor.model.edits import put_article
from editor.model.issue_state import IssueState
from editor.model.publication import Profile, Publication
from editor.model.review import Step
from tests.fakes import article, issue_of
from tests.review_desk import AT, CHIEF, EDITOR, HOUR, FakeTrust, approve_plainly, key_of

ISSUE = issue_of(article(), article("海州公布数据目录"))
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)


def by(name, hours=0):
    return By(name=name, at=AT + hours * HOUR)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.take_in(Arrival(issue=ISSUE, publication=ONE))
        yield opened


def stands(library):
    return position(library, library.issue(ISSUE.uid))


def test_nothing_has_happened_yet(library):
    at = stands(library)
    assert (at.state, at.steps, at.name, at.at, at.round) == (IssueState.EDITING, (Step.SUBMIT,), "", None, 0)


def test_words_come_with_a_submission(library):
    submit(library, ISSUE.uid, by(EDITOR), note=" 请快些 ")
    at = stands(library)
    assert (at.name, at.words, at.round) == (EDITOR, "请快些", 1)
    log = library.review.log(ISSUE.uid)
    assert [entry.event.action for entry in log] == [LogAction.REMARK, LogAction.SUBMITTED]


def test_a_return_says_why_and_rounds_are_counted(library):
    submit(library, ISSUE.uid, by(EDITOR), note="请快些")
    return_issue(library, ISSUE.uid, by(EDITOR, 1), note="写全称")
    assert (stands(library).words, stands(library).state) == ("写全称", IssueState.RETURNED)
    submit(library, ISSUE.uid, by(EDITOR, 2))
    assert (stands(library).round, stands(library).words) == (2, "")


def test_a_withdrawn_approval_is_known_and_compared_with(library):
    approve_plainly(library, ISSUE.uid)
    assert stands(library).closed
    library.review.save_member(*member(CHIEF))
    return_issue(library, ISSUE.uid, by(CHIEF, 2), note="再改")
    issue = library.issue(ISSUE.uid)
    assert changes_since_approval(library, issue) == ()
    space = library.workspace(ISSUE.uid)
    changed = replace(next(issue.articles()), source="别处")
    library.save_workspace(space, put_article(space, changed), author=EDITOR)
    at = stands(library)
    assert (at.approval.name, at.published) == (CHIEF, False)
    (change,) = changes_since_approval(library, library.issue(ISSUE.uid))
    assert change.what == ("来源",)


def test_a_correction_can_be_given_up_only_once_something_went_out(library):
    approve_plainly(library, ISSUE.uid)
    office = Office(library=library, trust=FakeTrust(key_of(CHIEF)))
    publish(office, ISSUE.uid, by(EDITOR, 2))
    assert stands(library).steps == (Step.CORRECT,)
    correct(library, ISSUE.uid, by(EDITOR, 3), reason="有误")
    at = stands(library)
    assert at.steps == (Step.SUBMIT, Step.ABANDON)
    assert (at.words, at.published) == ("有误", True)


def member(name):
    from editor.model.approval import LogEvent
    from editor.model.review import Member, Role

    return Member(name=name, role=Role.CHIEF), LogEvent(action=LogAction.MEMBER, name=name, at=AT + HOUR)
