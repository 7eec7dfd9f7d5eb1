"""Costs of the typesetter as ratios in one run: python -m tests.benchmarks.bench_pages"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from editor.document.issue_document import issue_document
from editor.document.look import look_table
from editor.document.parts import Document
from editor.model.body import Paragraph, text_of
from editor.model.issue import Issue
from editor.pages.typesetter import Typesetter
from tests.benchmarks.random_issues import random_issue

ROUNDS = 7


def main() -> None:
    """Print medians in ms and their ratios."""
    issue = random_issue(1)
    look = look_table(issue.look)
    cold, hundred = (statistics.median(cold_ms(articles) for _ in range(5)) for articles in (15, 100))
    with Typesetter() as typesetter:
        typesetter.render(changed(issue, 100), look, {}, final=False)
        warm = median(lambda number: typesetter.render(changed(issue, number), look, {}, final=False))
        facts = median(lambda number: typesetter.facts(changed(issue, number + 50), look, {}))
    print(
        f"cold {cold:.0f} ms; one character changed {warm:.0f} ms = {warm / cold:.3f} of cold; "
        f"facts alone {facts:.0f} ms = {facts / cold:.3f} of cold"
    )
    print(f"100 articles cold {hundred:.0f} ms = {hundred / cold:.1f} times 15 articles (linear: {100 / 15:.1f})")


def cold_ms(articles: int) -> float:
    """Return the ms of a first rendering; in a process of its own, since Typst's memory outlives a compiler."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_pages", str(articles)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def time_cold(articles: int) -> float:
    """Return the ms of the first rendering in this process."""
    issue = random_issue(1, articles=articles)
    document, look = changed(issue, 0), look_table(issue.look)
    with Typesetter() as typesetter:
        start = time.perf_counter()
        typesetter.render(document, look, {}, final=False)
        return (time.perf_counter() - start) * 1000


def median(step: Callable[[int], object]) -> float:
    """Return the median of several steps in ms."""
    times = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        step(number)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def changed(issue: Issue, number: int) -> Document:
    """Return the issue's document with another word in the middle."""
    section = issue.sections[1]
    article = section.articles[0]
    block = Paragraph(runs=text_of(f"改{number}次。"), uid="0" * 32)
    other = replace(section, articles=(replace(article, blocks=(block, *article.blocks)), *section.articles[1:]))
    whole = replace(issue, sections=(issue.sections[0], other, *issue.sections[2:]))
    return issue_document(whole, title_width=look_table(issue.look).title_width)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(time_cold(int(sys.argv[1])))
    else:
        main()
