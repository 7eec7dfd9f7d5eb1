"""What closing costs: a checked backup of small and large libraries: python -m tests.benchmarks.bench_backup

In CPU time, of which the check of every row takes a part of its own.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from db import shelf
from db.inspection import content_faults
from db.library import open_library
from tests.benchmarks.bench_library import filled

T = TypeVar("T")
_PICTURES = 200_000_000


def main() -> None:
    """Print the cost of a backup, and of finding out that none is needed."""
    with tempfile.TemporaryDirectory() as folder:
        report("50 issues", filled(Path(folder) / "year.db", 50))
        large = filled(Path(folder) / "large.db", 214)
        report("214 issues", large)
        report("700 issues of 15 articles", filled(Path(folder) / "archive.db", 700))
        with open_library(large) as library:
            for count in range(_PICTURES // 1_000_000):
                library.files.add_original(f"{count}.pdf", count.to_bytes(4, "big") * 250_000)
        report("214 issues and 200 MB of files", large)


def report(what: str, library: Path) -> None:
    """Print one line."""
    made, made_in = timed(lambda: shelf.back_up(library))
    assert made is not None, "the first backup is made"
    again, unchanged = timed(lambda: shelf.back_up(library))
    assert again is None, "the second is not needed"
    faults, checked = timed(lambda: content_faults(made.path))
    assert faults == (), "it is sound"
    size = made.size / 1_000_000
    print(f"{what}, {size:.1f} MB: {made_in:.0f} ms, of these rows {checked:.0f} ms; unchanged {unchanged:.2f} ms")


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """Return what a call returns, and its milliseconds of CPU."""
    start = time.process_time()
    outcome = call()
    return outcome, (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
