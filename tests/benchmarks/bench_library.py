"""Costs of the library: python -m tests.benchmarks.bench_library"""

import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from sqlalchemy import event

from db.library import open_library
from editor.model.number import Number
from editor.model.publication import Publication
from editor.model.uid import derived_uid, new_uid
from editor.model.workspace import Workspace
from tests.benchmarks.processor import load
from tests.benchmarks.random_issues import random_issue


def main() -> None:
    """Print the cost of saving an article and of opening small and large libraries."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = filled(Path(folder) / "small.db", 2), filled(Path(folder) / "large.db", 214)
        # in turn: what the machine does besides then slows both
        pairs = [(opening(small), opening(large)) for _ in range(25)]
        few, many = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"open 30 articles {few:.1f} ms, 3,210 articles {many:.1f} ms = {many / few:.2f} times")
        for synchronous in ("FULL", "OFF"):
            wall, work = saving(large, synchronous)
            print(f"save one changed article, synchronous {synchronous}: {wall:.2f} ms median, {work:.2f} ms of CPU")
        growing(small, filled(Path(folder) / "huge.db", 700))


def filled(path: Path, issues: int) -> Path:
    """Make a library of so many issues."""
    model = random_issue(1)
    with open_library(path) as library:
        library.save_publication(Publication(profile=model.profile, uid=derived_uid("benchmark")))
        for number in range(issues):
            sections = tuple(
                replace(one, uid=new_uid(), articles=tuple(replace(item, uid=new_uid()) for item in one.articles))
                for one in model.sections
            )
            numbered = Number(year=2025, number=number + 1, total=number + 1)
            library.add_issue(replace(model, uid=new_uid(), number=numbered, sections=sections))
    return path


def growing(small: Path, huge: Path) -> None:
    """Print what adding an issue and listing all costs in a library of 30 and of 10,500 articles."""
    few, many = adding(small), adding(huge)
    print(
        f"add an issue: 30 articles {few:.1f} ms of CPU, 10,500 articles {many:.1f} ms = {many / few:.2f} (at most 1.5)"
    )
    first, again = listing(huge)
    print(f"list 700 issues: {first:.1f} ms of CPU, again {again:.2f} ms; {load()}")


def adding(path: Path) -> float:
    """Return the median ms of CPU of adding an issue by somebody, as the window and an import do."""
    model, times = random_issue(1), []
    with open_library(path) as library:
        for number in range(1, 26):
            sections = tuple(
                replace(one, uid=new_uid(), articles=tuple(replace(item, uid=new_uid()) for item in one.articles))
                for one in model.sections
            )
            numbered = Number(year=2026, number=number, total=5000 + number)
            issue = replace(model, uid=new_uid(), number=numbered, sections=sections)
            busy = time.process_time()
            library.add_issue(issue, author="基准")
            times.append((time.process_time() - busy) * 1000)
    return statistics.median(times)


def listing(path: Path) -> tuple[float, float]:
    """Return the median ms of CPU of the list of issues, the first after an opening and the second."""
    first, again = [], []
    for _ in range(9):
        with open_library(path) as library:
            for times in (first, again):
                busy = time.process_time()
                library.issues()
                times.append((time.process_time() - busy) * 1000)
    return statistics.median(first), statistics.median(again)


def opening(path: Path) -> float:
    """Return the ms from closed to the publications read."""
    start = time.perf_counter()
    with open_library(path) as library:
        library.publications()
    return (time.perf_counter() - start) * 1000


def first_issue(library) -> str:
    """Return the identity of the newest issue."""
    return library.find("latest").uid


def saving(path: Path, synchronous: str) -> tuple[float, float]:
    """Return the median ms, wall and CPU, of saving one changed article as the window does."""
    times, work = [], []
    with open_library(path) as library:
        event.listen(
            library._sessions._engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA synchronous = {synchronous}")
        )
        before = library.workspace(first_issue(library))
        for number in range(201):
            after = changed(before, number)
            start, busy = time.perf_counter(), time.process_time()
            library.save_workspace(before, after, author="基准")
            times.append((time.perf_counter() - start) * 1000)
            work.append((time.process_time() - busy) * 1000)
            before = after
    return statistics.median(times), statistics.median(work)


def changed(workspace: Workspace, number: int) -> Workspace:
    """Return a workspace whose first article names another source."""
    first, *rest = workspace.issue.sections
    article = replace(first.articles[0], source=f"来源{number}")
    sections = (replace(first, articles=(article, *first.articles[1:])), *rest)
    return replace(workspace, issue=replace(workspace.issue, sections=sections))


if __name__ == "__main__":
    main()
