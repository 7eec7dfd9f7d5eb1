"""What an article lacks for a step, and what articles on their way mean for their issue."""

import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.checks.finding import Finding, FindingField, FindingLocation, Level
from editor.desk.ports import Arrival
from editor.desk.printable_issue import PrintableIssue
from editor.desk.review.obstacles import (
    ObstacleKind,
    article_obstacles,
    blocked_words,
    lacking_words,
    obstacles,
    step_obstacles,
)
from editor.desk.review.steps import By, submit
from editor.interchange.canonical import issue_content
from editor.model.article_steps import Gate, Steps
from editor.model.errors import UserError
from editor.model.issue_state import IssueState
from editor.model.notes import Note
from editor.model.publication import Profile, Publication
from editor.model.review import Step
from tests.checks.issues import check
from tests.fakes import article, issue_of

STEPS = Steps()
AT = dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC)
OPEN = Note(author="总编甲", at=AT, text="数字再核")


def with_archive(one, **fields):
    return replace(one, archive=replace(one.archive, **fields))


def issue_with(*states, gate=Gate.NOTHING, steps=STEPS):
    titles = ("甲地登记", "乙地登记", "丙地登记", "丁地登记", "戊地登记")
    made = issue_of(*(with_archive(article(title), state=state) for title, state in zip(titles, states, strict=False)))
    return replace(made, archive=replace(made.archive, steps=replace(steps, gate=gate)))


def finding(where, level=Level.ERROR):
    return Finding(
        rule="text.test", level=level, message="错", why="", place=FindingLocation(where=where, field=FindingField.BODY)
    )


def kinds(one, step, *findings):
    return [lack.kind for lack in article_obstacles(one, STEPS, step, findings)]


def before(step, issue):
    opened = PrintableIssue(issue=issue, publication=Publication(profile=issue.profile), pictures={})
    return obstacles(step, opened, check(issue), None)


# an article


def test_an_article_needs_an_editor_and_for_a_proof_a_proofreader():
    one = article()
    assert kinds(one, "一审") == [ObstacleKind.EDITOR]
    assert kinds(with_archive(one, editor="周明"), "一审") == []
    assert kinds(with_archive(one, editor="周明"), "一校") == [ObstacleKind.PROOFREADER]
    assert kinds(with_archive(one, editor="周明", proofreader="郑言"), "一校") == []


def test_its_own_errors_and_open_notes_keep_it_back_and_nothing_else():
    one = with_archive(article(), editor="周明")
    other = finding("0" * 32)
    assert kinds(one, "一审", other, finding(one.uid, Level.WARNING)) == []
    assert kinds(one, "一审", other, finding(one.uid)) == [ObstacleKind.ERRORS]
    assert kinds(with_archive(one, notes=(OPEN,)), "一审") == [ObstacleKind.NOTES]
    assert kinds(with_archive(one, notes=(replace(OPEN, resolved_by="周明", resolved_at=AT),)), "一审") == []


def test_what_is_lacking_is_one_sentence():
    one = with_archive(article(), notes=(OPEN, OPEN))
    found = article_obstacles(one, STEPS, "一校", (finding(one.uid),))
    assert lacking_words("一校", found) == (
        "过“一校”还差：1 处错误要改正或放行、2 条批注没有解决、没有写责任编辑、没有写责任校对"
    )
    assert lacking_words("一校", ()) == ""


def test_where_articles_stand_is_no_part_of_what_is_signed():
    begun, gone = issue_with("draft", "draft"), issue_with("三校", "二审", gate=Gate.ALL, steps=Steps(proof=("校",)))
    assert issue_content(begun) == issue_content(gone)


# an issue


def test_articles_on_their_way_are_named_the_furthest_behind_first():
    issue = issue_with("二审", "draft", "终审", "三校", "draft")
    assert [one.words for one in step_obstacles(issue)] == [
        "3 篇还没有过“终审”：“草稿”《乙地登记》、《戊地登记》；“二审”《甲地登记》",
        "1 篇还没有过“三校”：“终审”《丙地登记》",
    ]
    assert list(step_obstacles(issue_with("三校", "三校"))) == []


def test_without_proofs_the_last_step_of_review_is_the_end():
    assert list(step_obstacles(issue_with("终审", steps=Steps(proof=())))) == []


@pytest.mark.parametrize(
    ("gate", "blocking"), [(Gate.NOTHING, [False, False]), (Gate.REVIEW, [True, False]), (Gate.ALL, [True, True])]
)
def test_the_issues_steps_say_what_keeps_it_back(gate, blocking):
    issue = issue_with("二审", "终审", gate=gate)
    for step in (Step.SUBMIT, Step.APPROVE):
        found = [one for one in before(step, issue) if one.kind is ObstacleKind.STEPS]
        assert [one.blocking for one in found] == blocking
        assert [one.places for one in found] == [(one.uid,) for one in issue.articles()]


@pytest.mark.parametrize(("state", "taken"), [("二审", False), ("终审", True)])
def test_an_issue_whose_articles_are_not_so_far_is_not_handed_in(tmp_path, state, taken):
    issue = issue_with(state, gate=Gate.REVIEW)
    publication = Publication(profile=Profile(masthead="云州观察"), uid=issue.publication)
    with open_library(tmp_path / "library.db") as library:
        library.take_in(Arrival(issue=issue, publication=publication))
        if taken:
            submit(library, issue.uid, By(name="编辑甲", at=AT))
        else:
            with pytest.raises(UserError, match="没有送审：1 篇还没有过“终审”：“二审”《甲地登记》。请先走完这些步骤"):
                submit(library, issue.uid, By(name="编辑甲", at=AT))
        assert (library.issue(issue.uid).archive.state is IssueState.SUBMITTED) == taken


def test_an_approval_waits_for_articles_and_says_what_to_do():
    issue = issue_with("二审", gate=Gate.REVIEW)
    found = [one for one in before(Step.APPROVE, issue) if one.kind is ObstacleKind.STEPS]
    assert blocked_words(found) == "1 篇还没有过“终审”：“二审”《甲地登记》。请退回，走完这些步骤，再送审。"
    assert blocked_words(()) == ""
