"""What closing costs: a checked backup of small and large libraries: python -m tests.benchmarks.bench_backup"""

import tempfile
import time
from pathlib import Path

from db import shelf
from db.library import open_library
from tests.benchmarks.bench_library import filled

_PICTURES = 200_000_000


def main() -> None:
    """Print the cost of a backup, and of finding out that none is needed."""
    with tempfile.TemporaryDirectory() as folder:
        report("50 issues", filled(Path(folder) / "year.db", 50))
        large = filled(Path(folder) / "large.db", 214)
        report("214 issues", large)
        with open_library(large) as library:
            for count in range(_PICTURES // 1_000_000):
                library.add_original(f"{count}.pdf", count.to_bytes(4, "big") * 250_000)
        report("214 issues and 200 MB of files", large)


def report(what: str, library: Path) -> None:
    """Print one line."""
    start = time.perf_counter()
    made = shelf.back_up(library)
    made_in, start = time.perf_counter() - start, time.perf_counter()
    assert made is not None, "the first backup is made"
    assert shelf.back_up(library) is None, "the second is not needed"
    size = made.size / 1_000_000
    print(f"{what}, {size:.1f} MB: {made_in * 1000:.0f} ms; unchanged {(time.perf_counter() - start) * 1000:.2f} ms")


if __name__ == "__main__":
    main()
