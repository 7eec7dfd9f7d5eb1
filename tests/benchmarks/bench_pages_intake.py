"""Saved pages read as articles, field by field: python -m tests.benchmarks.bench_pages_intake [FOLDER] [--peers PYTHON]

FOLDER: pages with what is expected of them, NAME.html beside NAME.json (title, source, date, link, first, last,
unwanted; optional address, and a folder NAME_files), as in tests/saved_pages/blind, made by somebody who had not seen
the reader; without it the project's own. PYTHON: an interpreter that has trafilatura and readability-lxml, whose
readings of the same pages are scored beside. A page with an address is read as opened there; one named copied-… as from
the clipboard.
"""

import argparse
import json
import statistics
import subprocess
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.saved_pages.page import SavedPage
from tests.saved_pages.scoring import FIELDS, Reading, misses, pages_of, read, reading

_PEERS = Path(__file__).with_name("peers_on_pages.py")


def main() -> None:
    """Print the score of each field for each reader, every miss of ours, and how long a page takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--peers", type=Path)
    asked = parser.parse_args()
    pages = list(pages_of(asked.folder))
    ours = {page.name: misses(page, reading(read(page))) for page in pages}
    print(f"{len(pages)} pages of {len({page.name.split('-')[0] for page in pages})} shapes")
    print(row("ours", pages, ours))
    if asked.peers:
        for name, found in peers(asked.peers, pages).items():
            print(row(name, pages, found))
    for line in every_miss(pages, ours):
        print(line)
    print(f"a page: {statistics.median(map(milliseconds, pages)):.1f} ms of CPU in the median")


def row(name: str, pages: list[SavedPage], found: Mapping[str, Mapping[str, str]]) -> str:
    """Return the share of pages that are right, by field; link and date count where there is one to be found."""
    wrong = Counter(field for one in found.values() for field in one)
    shares = ((field, 1 - wrong[field] / len(pages)) for field in FIELDS)
    return f"{name:18}" + "  ".join(f"{field} {share:6.1%}" for field, share in shares)


def every_miss(pages: list[SavedPage], found: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield a line for each field that was read wrong."""
    for page in pages:
        for field, got in found[page.name].items():
            wanted = "none of it" if field == "unwanted" else str(getattr(page, field))[:60]
            yield f"  {page.name}: {field}: {got[:60]!r}, not {wanted!r}"


def peers(python: Path, pages: list[SavedPage]) -> dict[str, dict[str, dict[str, str]]]:
    """Return what the other readers get wrong, by reader and page; an archive's page is not theirs to open."""
    asked = [{"name": page.name, "data": _encoded(page.data), "address": page.address} for page in pages]
    done = subprocess.run(
        [str(python), str(_PEERS)], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    made: dict[str, dict[str, dict[str, str]]] = {}
    known = {page.name: page for page in pages}
    captions = {page.name: reading(read(page)).captions for page in pages}
    for name, readers in json.loads(done.stdout).items():
        for reader, one in readers.items():
            found = Reading(**one, captions=captions[name])
            made.setdefault(reader, {})[name] = misses(known[name], found)
    return made


def _encoded(data: bytes) -> str:
    import base64

    return base64.b64encode(data).decode()


def milliseconds(page: SavedPage) -> float:
    """Return the median CPU time of five readings."""
    times = []
    for _ in range(5):
        start = time.process_time()
        read(page)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
