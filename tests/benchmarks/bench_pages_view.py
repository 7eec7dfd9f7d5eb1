"""From an edit to the pixels of the page in view, as ratios in one run: python -m tests.benchmarks.bench_pages_view"""

import queue
import statistics
import subprocess
import sys
import time
from dataclasses import replace

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue
from editor.pages.rasteriser import Rasteriser
from editor.pages.reports import PagesRequest, PagesSet, PictureMade, Report, WantedPictures
from editor.pages.typesetter import Typesetter
from editor.pages.worker import PagesWorker
from tests.benchmarks.random_issues import random_issue

ROUNDS = 9
SHEET = 8
RESOLUTION = 96.0


def main() -> None:
    """Print medians in ms and their ratios."""
    cold = statistics.median(in_own_process("cold", 15) for _ in range(5))
    whole, alone, hundred = (
        statistics.median(in_own_process(job, articles) for _ in range(3))
        for job, articles in (("edit", 15), ("alone", 15), ("edit", 100))
    )
    print(f"cold compile and raster {cold:.0f} ms")
    print(f"edit to pixels, whole issue of 15 articles {whole:.0f} ms = {whole / cold:.3f} of cold (at most 0.333)")
    print(f"edit to pixels, the article alone {alone:.0f} ms = {alone / cold:.3f} of cold (at most 0.125)")
    print(f"edit to pixels, 100 articles {hundred:.0f} ms = {hundred / whole:.1f} times 15 articles (at most 6)")


def in_own_process(job: str, articles: int) -> float:
    """Return the ms of a job; in a process of its own, since Typst's memory outlives a compiler."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_pages_view", job, str(articles)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def cold_ms(articles: int) -> float:
    """Return the ms of a first rendering and one page's pixels."""
    issue = random_issue(1, articles=articles)
    look = look_table(issue.look)
    document = issue_document(issue, title_width=look.title_width)
    with Typesetter() as typesetter:
        start = time.perf_counter()
        rendering = typesetter.render(document, look, {}, final=False)
        with Rasteriser(rendering.pdf) as rasteriser:
            rasteriser.picture(SHEET, resolution=RESOLUTION)
        return (time.perf_counter() - start) * 1000


def edit_ms(issue: Issue, sheet: int) -> float:
    """Return the median ms from an edited issue to the pixels of a sheet, as the window asks for them."""
    reports: queue.SimpleQueue[Report] = queue.SimpleQueue()
    worker = PagesWorker(reports.put)
    worker.draw(WantedPictures(sheets=(sheet,), resolution=RESOLUTION))
    times = []
    for edition in range(1, ROUNDS + 1):
        request = PagesRequest(edition=edition, issue=edited(issue, edition), pictures={})
        start = time.perf_counter()
        worker.set_issue(request)
        wait_for(reports, edition)
        times.append((time.perf_counter() - start) * 1000)
    worker.close()
    return statistics.median(times[2:])


def wait_for(reports: "queue.SimpleQueue[Report]", edition: int) -> None:
    """Return when the edition's picture is there."""
    while True:
        report = reports.get(timeout=60)
        if isinstance(report, PictureMade) and report.edition == edition:
            return
        if not isinstance(report, PagesSet | PictureMade):
            raise TypeError(report)


def edited(issue: Issue, number: int) -> Issue:
    """Return the issue with another paragraph at the head of its second section."""
    place = min(1, len(issue.sections) - 1)
    section = issue.sections[place]
    block = Paragraph(runs=text_of(f"改{number}次。"), uid="0" * 32)
    article = replace(section.articles[0], blocks=(block, *section.articles[0].blocks))
    other = replace(section, articles=(article, *section.articles[1:]))
    return replace(issue, sections=(*issue.sections[:place], other, *issue.sections[place + 1 :]))


def alone(issue: Issue) -> Issue:
    """Return an issue of nothing but one article."""
    section = issue.sections[1]
    bare = replace(issue.profile, notice="", publishers=())
    only = (replace(section, articles=section.articles[:1]),)
    return replace(issue, sections=only, credits=(), contacts=(), profile=bare)


def measure(job: str, articles: int) -> float:
    """Return the ms of a job: cold, edit or alone."""
    issue = random_issue(1, articles=articles)
    match job:
        case "cold":
            return cold_ms(articles)
        case "alone":
            return edit_ms(alone(issue), 3)
        case _:
            return edit_ms(issue, SHEET)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(measure(sys.argv[1], int(sys.argv[2])))
    else:
        main()
