"""What stands before a signature: one list, in one order, whoever shows it; and what the issue's steps hold back."""

import datetime as dt
from dataclasses import replace

import pytest

from editor.checks.finding import Finding, FindingField, FindingLocation, Level
from editor.checks.rules.typos import BESIDE
from editor.checks.run import Checked
from editor.checks.waivers import Waived, WaiverScope, waive
from editor.desk.checking import add_lasting, check_issue
from editor.desk.printable_issue import PrintableIssue
from editor.desk.printing import print_files
from editor.desk.review.obstacles import ObstacleKind, blocked_words, obstacles
from editor.desk.starting.new_publication import NewPublication, found_publication
from editor.model.article_steps import Gate, Steps
from editor.model.notes import Note
from editor.model.publication import Profile, Publication
from editor.model.review import Step
from editor.model.waiver import Waiver
from tests.fakes import article, issue_of

AT = dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC)
PUBLICATION = Publication(profile=Profile(masthead="云州观察"))
OPEN = Note(author="总编甲", at=AT, text="数字再核")
NOTHING = Checked(findings=(), waived=(), pending=())


def opened(*articles, gate=Gate.NOTHING):
    issue = issue_of(*articles)
    issue = replace(issue, archive=replace(issue.archive, steps=Steps(gate=gate)))
    return PrintableIssue(issue=issue, publication=PUBLICATION, pictures={})


def at(one, state="三校", **fields):
    return replace(one, archive=replace(one.archive, state=state, **fields))


def facts_of(one):
    facts = print_files(one.issue, pictures={}, word=False).facts
    assert facts is not None
    return facts


def finding(where, level, rule="text.rule"):
    return Finding(
        place=FindingLocation(where=where, field=next(iter(FindingField))), message="错", rule=rule, level=level, why=""
    )


def lines(step, one, checked=NOTHING, facts=None):
    return [(found.kind, found.blocking) for found in obstacles(step, one, checked, facts)]


def test_nothing_stands_before_what_is_done():
    one = opened(at(article()))
    assert obstacles(Step.APPROVE, one, NOTHING, facts_of(one)) == ()


def test_every_kind_has_its_line_and_what_blocks_comes_first():
    first, second = at(article(), "草稿", notes=(OPEN,)), at(article("海州公布目录"))
    one = opened(first, second, gate=Gate.REVIEW_AND_NOTES)
    waiver = Waiver(rule="text.rule", key="0" * 64, name="周明", at=AT, reason="原文如此")
    found = Checked(
        findings=(
            finding(first.uid, Level.WARNING),
            finding(one.issue.sections[0].uid, Level.WARNING, "structure.empty-section"),
            finding(first.uid, Level.ERROR),
        ),
        waived=(Waived(finding=finding(second.uid, Level.ERROR), waiver=waiver),),
        pending=(),
    )
    assert lines(Step.APPROVE, one, found) == [
        (ObstacleKind.ERRORS, True),
        (ObstacleKind.STEPS, True),
        (ObstacleKind.NOTES, True),
        (ObstacleKind.WARNINGS, False),
        (ObstacleKind.EMPTY_SECTIONS, False),
        (ObstacleKind.PAGES, False),
        (ObstacleKind.WAIVED, False),
    ]
    # who hands it in may leave errors and questions to whoever signs
    blocking = [kind for kind, blocks in lines(Step.SUBMIT, one, found) if blocks]
    assert blocking == [ObstacleKind.STEPS]
    assert lines(Step.PUBLISH, one, found) == []


@pytest.mark.parametrize(("gate", "blocking"), [(Gate.NOTHING, False), (Gate.REVIEW, False), (Gate.NOTES, True)])
def test_whether_open_notes_may_be_signed_past_is_a_rule(gate, blocking):
    one = opened(at(article(), notes=(OPEN,)), gate=gate)
    (note,) = (found for found in obstacles(Step.APPROVE, one, NOTHING, None) if found.kind is ObstacleKind.NOTES)
    assert note.blocking == blocking
    reason = blocked_words(obstacles(Step.APPROVE, one, NOTHING, None))
    assert reason == ("1 条批注还没有解决。请逐条解决，再签发。" if blocking else "")


def test_folios_that_differ_between_pdf_and_word_are_told_before_signing():
    one = opened(at(article()), at(article("海州公布目录")))
    facts = facts_of(one)
    assert lines(Step.APPROVE, one, facts=facts) == []
    second = list(one.issue.articles())[1]
    (found,) = obstacles(Step.APPROVE, one, NOTHING, moved(facts, second.uid))
    assert (found.kind, found.places, found.blocking) == (ObstacleKind.FOLIOS, (second.uid,), False)
    assert found.words == "1 篇的页码在 PDF 和 Word 里不同：《海州公布目录》PDF 09、Word 01"


def moved(facts, uid):
    """Return the facts with an article on folio 9."""
    shift = (replace(one, first=9, last=9) if one.article == uid else one for one in facts.articles)
    return replace(facts, articles=tuple(shift))


def test_a_new_publication_lets_nobody_sign_past_steps_and_notes():
    gate = found_publication(NewPublication(masthead="云州观察")).gate
    assert (gate.holds_review, gate.holds_proof, gate.holds_notes) == (True, False, True)


def test_a_publication_that_says_nothing_holds_nothing_back():
    assert not any((PUBLICATION.gate.holds_review, PUBLICATION.gate.holds_proof, PUBLICATION.gate.holds_notes))


@pytest.mark.parametrize("gate", Gate)
def test_both_rules_of_a_gate_are_set_apart_from_each_other(gate):
    assert gate.with_notes(held=gate.holds_notes) is gate
    other = gate.with_notes(held=not gate.holds_notes)
    assert other.holds_notes != gate.holds_notes
    assert (other.holds_review, other.holds_proof) == (gate.holds_review, gate.holds_proof)


def test_errors_block_wherever_they_were_found_on_a_page_or_by_the_reader_of_typing_errors():
    first = at(article())
    one = opened(first)
    of_pages = replace(
        finding(first.uid, Level.ERROR, "pages.rule"),
        place=FindingLocation(where=first.uid, field=FindingField.PAGES),
    )
    for found in (of_pages, finding(first.uid, Level.ERROR, "typos.doubtful")):
        (stands, *_) = obstacles(Step.APPROVE, one, replace(NOTHING, findings=(found,)), facts_of(one))
        assert (stands.kind, stands.blocking) == (ObstacleKind.ERRORS, True)


def test_no_doubt_is_an_error_so_that_a_signature_need_not_wait_for_their_reader():
    assert Level.ERROR not in {rule.level for rule in BESIDE}


def test_what_is_waived_for_all_issues_blocks_nothing_and_is_said():
    first = at(article("工作布署已经完成"))
    one = opened(first)
    error = next(found for found in check_issue(one).findings if found.level is Level.ERROR and found.can_last)
    waiver = waive(error, reason="惯用", name="周明", scope=WaiverScope.PUBLICATION, at=AT)
    later = replace(one, publication=add_lasting(PUBLICATION, waiver))
    before, after = check_issue(one), check_issue(later)
    kinds = {kind for kind, _ in lines(Step.APPROVE, later, after)}
    assert len(after.findings) < len(before.findings)
    assert ObstacleKind.WAIVED in kinds
