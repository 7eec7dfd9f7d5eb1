"""Cost of comparing 25 pages with what was read, or approved, before: python -m tests.benchmarks.bench_reading"""

import random
import statistics
import time
from dataclasses import replace

from editor.interchange.sample import sample_issue
from editor.model.issue import Issue, Section
from editor.pages.pairs import page_pairs
from editor.pages.press import Press
from editor.pages.rasteriser import Rasteriser
from editor.pages.reports import ComparisonRequest, PagesRequest
from tests.benchmarks.bench_compare import article, edited

ARTICLES, ROUNDS = 3, 3


def main() -> None:
    """Print the medians and their ratios to drawing the same pages once at the resolution of a screen (96 dpi)."""
    before, after = issues()
    report_reading(before, after)
    report_approved(before, after)


def report_reading(before: Issue, after: Issue) -> None:
    """Compare what is set with what was read before."""
    press = Press()
    try:
        made = press.set_issue(PagesRequest(edition=1, issue=after, pictures={}))
        request = ComparisonRequest(edition=1, before=PagesRequest(edition=0, issue=before, pictures={}))
        times, found = [], None
        for _ in range(ROUNDS):
            start = time.perf_counter()
            found = press.compare(request)
            times.append(time.perf_counter() - start)
        rendering = press._render(PagesRequest(edition=2, issue=after, pictures={}))
    finally:
        press.close()
    pages = len(getattr(made, "sizes", ()))
    peer, ours = drawing(rendering.pdf), statistics.median(times)
    changes = len(found.changes) if found else 0
    print(f"read, {pages} pages, {changes} places: {ours:.2f} s, {ours / peer:.1f} times drawing them ({peer:.2f} s)")


def report_approved(before: Issue, after: Issue) -> None:
    """Set both states and compare them, the pages of the approved PDF on one side."""
    early, late = (PagesRequest(edition=0, issue=one, pictures={}) for one in (before, after))
    signed = page_pairs(early, early).before.pdf
    times, pairs = [], None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        pairs = page_pairs(early, late, signed=signed)
        times.append(time.perf_counter() - start)
    peer, ours = drawing(signed), statistics.median(times)
    pages = len(pairs.differing) if pairs else 0
    print(f"approved, {pages} pages differ: {ours:.2f} s, {ours / peer:.1f} times drawing them ({peer:.2f} s)")


def issues() -> tuple[Issue, Issue]:
    """Return an issue of long articles, and the same with a word in fifty edited."""
    rng = random.Random(1)
    sample = sample_issue()[0]
    first = tuple(article(rng) for _ in range(ARTICLES))
    section = Section(name="基准")
    before = replace(sample, sections=(replace(section, articles=first),))
    later = tuple(edited(one, 0.02) for one in first)
    return before, replace(sample, sections=(replace(section, articles=later),))


def drawing(pdf: bytes) -> float:
    """Return the seconds that drawing every page takes."""
    start = time.perf_counter()
    with Rasteriser(pdf) as rasteriser:
        for sheet in range(1, len(rasteriser.sizes()) + 1):
            rasteriser.picture(sheet, resolution=96)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
