import queue
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from editor.interchange.sample import sample_issue
from editor.model.body import Paragraph, text_of
from editor.model.page_facts import Spot
from editor.pages.reports import PagesFailed, PagesRequest, PagesSet, PictureMade, WantedPictures
from editor.pages.worker import PagesWorker

PATIENCE = 300


@pytest.fixture
def reports():
    return queue.Queue()


@pytest.fixture
def worker(reports):
    made = PagesWorker(reports.put)
    yield made
    made.close()


def request(edition, *, issue=None):
    sample, _, pictures = sample_issue()
    return PagesRequest(edition=edition, issue=issue or sample, pictures=pictures)


def answer(reports, kind):
    while True:
        report = reports.get(timeout=PATIENCE)
        if isinstance(report, kind):
            return report


def test_an_issue_is_set_and_its_visible_pages_are_drawn(worker, reports):
    worker.draw(WantedPictures(sheets=(2, 1), resolution=36))
    worker.set_issue(request(1))
    done = answer(reports, PagesSet)
    first, second = answer(reports, PictureMade), answer(reports, PictureMade)
    assert len(done.sizes) == done.facts.sheets
    assert (first.sheet, second.sheet) == (2, 1)
    assert (first.picture.width, first.picture.height) == (298, 421)
    assert len(first.picture.data) == first.picture.stride * first.picture.height
    assert len(set(first.picture.data[0::4])) > 2, "the page is not blank"


def test_of_requests_that_wait_only_the_last_is_set(worker, reports):
    asked = threading.Event()
    worker.run(lambda: asked.wait(PATIENCE))
    for edition in range(1, 30):
        worker.set_issue(request(edition))
    asked.set()
    assert answer(reports, PagesSet).edition == 29


def test_an_issue_that_cannot_be_set_leaves_the_pages_before_it(worker, reports):
    worker.set_issue(request(1))
    answer(reports, PagesSet)
    issue = sample_issue()[0]
    section = issue.sections[0]
    broken = replace(section.articles[0], blocks=(Paragraph(runs=text_of("长" * 100_001)),))
    sections = (replace(section, articles=(broken, *section.articles[1:])), *issue.sections[1:])
    worker.set_issue(request(2, issue=replace(issue, sections=sections)))
    failed = answer(reports, PagesFailed)
    assert failed.edition == 2
    assert "100000" in failed.reason.replace(",", "")
    worker.draw(WantedPictures(sheets=(1,), resolution=18))
    assert answer(reports, PictureMade).edition == 1


def test_a_spot_on_a_page_names_the_article_printed_there(worker, reports):
    worker.set_issue(request(1))
    facts = answer(reports, PagesSet).facts
    assert facts.article_at(Spot(sheet=1, y=100_000)) is None
    for pages in facts.articles:
        assert pages.start <= pages.end
        assert facts.folio_of(pages.start.sheet) == pages.first
        assert facts.article_at(pages.start) == pages.article
    assert facts.article_at(Spot(sheet=facts.sheets, y=100_000)) is None
    assert facts.folio_of(1) is None


def test_small_pages_come_after_those_in_view_and_again_after_every_setting(worker, reports):
    worker.draw(WantedPictures(sheets=(1, 2), resolution=12, small=True))
    worker.draw(WantedPictures(sheets=(3,), resolution=36))
    for edition in (1, 2):
        worker.set_issue(request(edition))
        answer(reports, PagesSet)
        made = [answer(reports, PictureMade) for _ in range(3)]
        assert [(one.sheet, one.small, one.edition) for one in made] == [
            (3, False, edition),
            (1, True, edition),
            (2, True, edition),
        ]


ABANDONED = """
import queue
from editor.interchange.sample import sample_issue
from editor.pages.reports import PagesRequest, WantedPictures
from editor.pages.worker import PagesWorker

issue, _, pictures = sample_issue()
reports = queue.Queue()
worker = PagesWorker(reports.put)
worker.draw(WantedPictures(sheets=tuple(range(1, 12)), resolution=200))
worker.set_issue(PagesRequest(edition=1, issue=issue, pictures=pictures))
reports.get()
reports.get()
"""


def test_a_program_that_ends_in_the_middle_of_a_drawing_ends_in_peace():
    done = subprocess.run(
        [sys.executable, "-c", ABANDONED], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_an_errand_is_done_in_the_thread_of_the_pages(worker, reports):
    done = queue.Queue()
    worker.set_issue(request(1))
    worker.run(lambda: done.put(threading.current_thread().name))
    assert done.get(timeout=PATIENCE) == "pages"
    assert answer(reports, PagesSet).edition == 1


def test_a_bug_in_an_errand_is_reported_and_the_pages_go_on(worker, reports, monkeypatch):
    statements = queue.Queue()
    monkeypatch.setattr(threading, "excepthook", lambda raised: statements.put(raised.exc_value))

    def fail():
        raise ZeroDivisionError

    worker.run(fail)
    assert isinstance(statements.get(timeout=PATIENCE), ZeroDivisionError)
    worker.set_issue(request(2))
    assert answer(reports, PagesSet).edition == 2
