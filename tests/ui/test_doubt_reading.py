from dataclasses import replace

import pytest

from editor.checks.rules.typos import BESIDE
from editor.model.rule_levels import RuleLevel
from editor.ui.checks.doubt_reading import DoubtReading
from tests.checks.issues import CLEAN, PUBLICATION, article, issue, opened

ISSUE = issue(article(CLEAN, "有关部们应当按照职责分工做好工作。"))


@pytest.fixture
def reading(qapp):
    made = DoubtReading(qapp)
    made._quiet.setInterval(0)
    yield made
    made.deleteLater()


def test_an_issue_is_read_beside_typing(reading, qtbot):
    with qtbot.waitSignal(reading.read):
        reading.want(opened(ISSUE), None)
        assert reading.known is None
    assert len(reading.known.findings(ISSUE)) == 1


def test_what_was_read_as_it_is_is_not_read_again(reading, qtbot):
    with qtbot.waitSignal(reading.read):
        reading.want(opened(ISSUE), None)
    with qtbot.assertNotEmitted(reading.read, wait=50):
        reading.want(opened(ISSUE), None)


def test_of_an_issue_that_was_left_nothing_is_said(reading, qtbot):
    reading.want(opened(ISSUE), None)
    reading._begin()
    with qtbot.waitSignal(reading._job.ended):
        reading.forget()
    assert reading.known is None


def test_nothing_is_read_where_the_publication_does_without(reading, qtbot):
    off = tuple((rule.id, RuleLevel.OFF) for rule in BESIDE)
    without = replace(opened(ISSUE), publication=replace(PUBLICATION, rule_levels=off))
    with qtbot.waitSignal(reading.read):
        reading.want(opened(ISSUE), None)
    reading.want(without, None)
    assert reading.known is None
    assert not reading._quiet.isActive()
    with qtbot.waitSignal(reading.read):
        reading.want(opened(ISSUE), None)
