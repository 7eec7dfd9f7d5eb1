"""Faults planted one by one, and whether tests notice them: python -m tests.benchmarks.campaign_planted

    python -m tests.benchmarks.campaign_planted [ROOM …] [--tree FOLDER] [--beside N]

Each is planted in a copy of the tree, never in the tree itself. FOLDER: another checkout, whose own code and tests are
tried, to compare a suite with the one of before. N: how many are tried at once, 2 by default. Exits with 1 where one
was not caught, or could not be planted because its line is no longer there once: it wants another line then.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PARTS = ("editor", "db", "resources", "tests", "packaging", "pyproject.toml")
CODE = ("editor", "db")
TESTS_FAILED, LONGEST_S = 1, 1200


class Fault(NamedTuple):
    """A line of the program and what stands there instead; sound: text that the code has once, wherever it lies."""

    room: str
    sound: str
    faulty: str
    tests: str


FAULTS = (
    Fault("model", "(previous.total_last or previous.total) + 1", "previous.total + 1", "model/test_numbering.py"),
    Fault(
        "model",
        "day.isoweekday() == rule.weekday and day not in rule.skipped",
        "day.isoweekday() == rule.weekday",
        "model/test_year_plan.py",
    ),
    Fault("model", "position=place.position - before)", "position=place.position)", "model/test_edits.py"),
    Fault(
        "model",
        "0 <= place.position < len(credit.names)",
        "0 <= place.position <= len(credit.names)",
        "model/test_credit_edits.py",
    ),
    Fault(
        "text",
        "return squares + len(_WORD.findall(spaced))",
        'return squares + len("".join(spaced.split()))',
        "text/test_counts.py",
    ),
    Fault("text", '(parts.hostname or "").removeprefix("www.")', '(parts.hostname or "")', "text/test_links.py"),
    Fault("text", '(char not in "\\n\\t" and', '(char not in "\\n" and', "text/test_sanitise.py"),
    Fault(
        "interchange",
        "return replace(article, archive=ArticleArchive())",
        "return article",
        "interchange/test_issue_file.py",
    ),
    Fault("interchange", 'Person: frozenset({"rank"}),', "Person: frozenset(),", "corpus/test_files.py"),
    Fault("document", "return cost - 14", "return cost + 14", "document/test_title_lines.py"),
    Fault(
        "document",
        "if len(table.head) > _MOST_COLUMNS:",
        "if len(table.head) > _MOST_COLUMNS + 1:",
        "document/test_lengths.py",
    ),
    Fault("export", "return links.index(link) + 1", "return links.index(link)", "export/test_article_html.py"),
    Fault(
        "export",
        "for part in (block.caption, *rows, block.note)",
        "for part in (block.caption, *rows)",
        "export/test_article_html.py",
    ),
    Fault("export", "needed = size - _hanging(word)", "needed = size", "export"),
    Fault("pages", "return range(1, len(self.document) + 1)", "return range(1, len(self.document))", "pages"),
    Fault(
        "pages",
        "for area in one.areas if area.sheet == sheet)",
        "for area in one.areas if area.sheet != sheet)",
        "pages/test_pairs.py",
    ),
    Fault("checks", "_DAYS[day.weekday()] != match[4]", "_DAYS[day.weekday() - 1] != match[4]", "checks"),
    Fault("checks", "if kept != match[0]:", "if kept:", "checks/test_article_rules.py"),
    Fault("checks", "or held.get((finding.rule, finding.wide_key)) if held", "if held", "checks/test_waivers.py"),
    Fault(
        "intake",
        'lambda line, _: line.count("\\t") == tabs)',
        'lambda line, _: line.count("\\t") >= tabs)',
        "intake/test_plain_text.py",
    ),
    Fault(
        "intake",
        "(_joined(raw) if join_lines else raw) if line.strip()]",
        "(_joined(raw) if join_lines else raw)]",
        "intake/test_plain_text.py",
    ),
    Fault("desk", "_MOST_BYTES = 240", "_MOST_BYTES = 260", "desk/test_naming.py"),
    Fault("desk", "_FEW_LINES = 8", "_FEW_LINES = 1", "desk/test_overview.py"),
    Fault(
        "db",
        "elif old is not article:\n            note_change(",
        "elif old is None:\n            note_change(",
        "db/test_versions.py",
    ),
    Fault(
        "db",
        "if state in CLOSED and printed(issue) != printed(",
        "if state in CLOSED and printed(issue) == printed(",
        "db/test_review.py",
    ),
    Fault("db", "if last and at <= last.at:", "if last and at < last.at:", "db/test_backups.py"),
    Fault("db", "SITTING = dt.timedelta(minutes=15)", "SITTING = dt.timedelta(minutes=1500)", "db/test_versions.py"),
    Fault("system", "_WEEK_S = 7 * 24", "_WEEK_S = 5 * 24", "system/test_scratch.py"),
    Fault("ui", "_SHIFTED.get(chr(key)) if key < 128 else None", "None", "ui/test_keys.py"),
    Fault("ui", 'key = f"{self._round}:{step}" if step else ""', "key = step", "ui/test_work.py"),
    Fault("cli", 'print(f"提示：{text}", file=sys.stderr)', 'print(f"提示：{text}")', "cli"),
    Fault(
        "cli",
        "        if isinstance(error, LostLibraryError):",
        "        if not isinstance(error, LostLibraryError):",
        "cli/test_backups.py",
    ),
)


class Verdict(NamedTuple):
    """What became of a fault. word: caught, NOT CAUGHT, NOT PLANTED."""

    fault: Fault
    word: str
    seconds: float


def main() -> int:
    """Plant what is asked for and print a line a fault. Returns 1 where one was not caught."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rooms", nargs="*", metavar="ROOM")
    parser.add_argument("--tree", type=Path, default=ROOT)
    parser.add_argument("--beside", type=int, default=2)
    call = parser.parse_args()
    faults = [one for one in FAULTS if not call.rooms or one.room in call.rooms]
    caught = 0
    for fault, word, seconds in tried(faults, call.tree.resolve(), call.beside):
        print(f"{word:12} {seconds:5.0f} s  {fault.room:12} {fault.sound!r} -> {fault.faulty!r}", flush=True)
        caught += word == "caught"
    print(f"{caught} of {len(faults)} faults caught")
    return 0 if caught == len(faults) else 1


def tried(faults: list[Fault], tree: Path, beside: int) -> Iterator[Verdict]:
    """Yield a verdict for each fault, in their order."""
    with tempfile.TemporaryDirectory(prefix="planted-") as folder, ThreadPoolExecutor(beside) as pool:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(beside):
            copies.put(copied(tree, Path(folder) / str(number)))

        def verdict(fault: Fault) -> Verdict:
            copy = copies.get()
            try:
                begun = time.monotonic()
                return Verdict(fault, planted(fault, copy), time.monotonic() - begun)
            finally:
                copies.put(copy)

        yield from pool.map(verdict, faults)


def copied(tree: Path, place: Path) -> Path:
    """Return a copy of what tests need of a tree."""
    place.mkdir()
    for part in PARTS:
        source = tree / part
        if source.is_dir():
            shutil.copytree(source, place / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place)
    return place


def planted(fault: Fault, copy: Path) -> str:
    """Return whether the tests of a fault notice it; the copy is sound again afterwards."""
    holders = [path for part in CODE for path in (copy / part).rglob("*.py") if fault.sound in path.read_text("utf-8")]
    if len(holders) != 1 or holders[0].read_text("utf-8").count(fault.sound) != 1:
        return "NOT PLANTED"
    whole = holders[0].read_text("utf-8")
    holders[0].write_text(whole.replace(fault.sound, fault.faulty), "utf-8")
    try:
        return "caught" if fails(copy, fault.tests) else "NOT CAUGHT"
    finally:
        holders[0].write_text(whole, "utf-8")


def fails(copy: Path, tests: str) -> bool:
    """Return whether tests of a copy fail; such as cannot be run at all are no answer, and stop everything."""
    # bytecode would be taken for that of another fault in the same second
    surroundings = os.environ | {
        "PYTHONPATH": str(copy),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = (sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"tests/{tests}")
    done = subprocess.run(command, cwd=copy, env=surroundings, capture_output=True, timeout=LONGEST_S, check=False)
    if done.returncode > TESTS_FAILED:
        raise RuntimeError(f"{tests}: {done.stdout.decode()}{done.stderr.decode()}")
    # below 0: the tests were ended by a crash
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
