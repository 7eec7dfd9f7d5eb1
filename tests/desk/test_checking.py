import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.checking import check_issue, previous_issue
from editor.desk.printable_issue import PrintableIssue
from editor.interchange.sample import sample_issue
from editor.model.number import Number
from editor.model.uid import derived_uid
from tests.checks.issues import PUBLICATION, article, issue


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as library:
        library.save_publication(PUBLICATION)
        yield library


def numbered(number, total, day):
    uid = derived_uid(f"{number} {total}")
    one = issue(number=Number(year=2025, number=number, total=total), date=dt.date(2025, 1, day))
    return replace(one, uid=uid, sections=())


def test_the_issue_before_is_found_by_total_whatever_its_date(library):
    for one in (numbered(1, 28, 6), numbered(2, 29, 20)):
        library.add_issue(one)
    assert previous_issue(library, numbered(3, 30, 13)).number.total == 29
    assert previous_issue(library, numbered(3, None, 13)).number.total == 28
    assert previous_issue(library, numbered(1, 28, 6)) is None


def test_the_shipped_sample_shows_what_it_leaves_open_and_no_more():
    one, publication, pictures = sample_issue()
    checked = check_issue(PrintableIssue(issue=one, publication=publication, pictures=pictures))
    said = [finding.rule for finding in checked.findings]
    assert said == ["dates.no-year", "dates.no-year", "sources.no-link"]


def test_articles_are_checked_in_an_open_issue():
    checked = check_issue(PrintableIssue(issue=issue(article(source="")), publication=PUBLICATION, pictures={}))
    assert [finding.rule for finding in checked.findings] == ["sources.missing"]
