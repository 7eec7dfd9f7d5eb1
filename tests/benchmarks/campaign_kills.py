"""Kills (-9) over the whole span of each operation: python -m tests.benchmarks.campaign_kills [N] [OPERATION …]

A child does the real thing and acknowledges on a pipe what is done; it is killed at N moments spread evenly over its
span (300 unless said otherwise; those that come after its end are more than these). Then the next start is made in
another child: every file opens, what was acknowledged is there, SQLite finds nothing wrong, and nothing is left that
does not belong. What lies in the temporary folder counts where it is still there after the operation was done in full.
Needs fork, so no Windows.

The exit code is the number of operations in which something was lost, spoilt or left.
"""

import importlib
import json
import os
import select
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.killed import Operation
from tests.benchmarks.killed_operations import OPERATIONS

COUNT, TRIALS, LONGEST = 300, 5, 60
MOST, FOLLOWING, LATE = 3, 0.03, 0.9
FOR_NOW = "for now"
"""Begins what the next time at work may still put right."""
_QUARTERS = ("1st quarter", "2nd quarter", "3rd quarter", "4th quarter", "after its end")


@dataclass
class Tally:
    """What a phase's kills came to."""

    kills: int = 0
    acknowledged: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    words: dict[str, str] = field(default_factory=dict)

    def note(self, fault: str, words: str) -> None:
        """Count a fault, and keep what was said of the first of its kind."""
        self.faults[fault] += 1
        self.words.setdefault(fault, words)


@dataclass(frozen=True)
class Child:
    """A forked process. pipe: what it says, line by line; heard: lines that were read and not taken yet."""

    pid: int
    pipe: int
    heard: list[str] = field(default_factory=list)

    def lines(self, until: float) -> Iterator[str]:
        """Yield what it says until a moment of the monotonic clock, or its end."""
        while True:
            while self.heard:
                yield self.heard.pop(0)
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.pipe], [], [], left)[0] or not self._hear():
                return

    def end(self) -> list[str]:
        """Kill it and return what it had said by then and nobody had taken."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        while self._hear():
            continue
        os.close(self.pipe)
        return self.heard

    def _hear(self) -> bool:
        # lines are short and written at once: none comes in parts
        data = os.read(self.pipe, 1 << 20)
        self.heard.extend(data.decode().splitlines())
        return bool(data)


def main() -> int:
    """Print a table and return how many operations failed."""
    arguments = sys.argv[1:]
    count = int(arguments.pop(0)) if arguments and arguments[0].isdecimal() else COUNT
    chosen = [one for one in OPERATIONS if not arguments or one.name in arguments]
    print(f"{'operation':<12}{'phase':<26}{'kills':>6}{'acked':>8}  faults")
    return sum(map(bool, [campaign(one, count) for one in chosen]))


def campaign(operation: Operation, count: int) -> int:
    """Kill one operation at every moment and print what came of it; return the number of faults."""
    _load()
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        place = Path(name)
        scratch = place / "tmp"
        scratch.mkdir()
        operation.prepare(place)
        span = statistics.median(_timed(operation, place, scratch) for _ in range(TRIALS))
        tallies: dict[str, Tally] = {}
        number, taken = 0, 0
        while number < count and taken < MOST * count:
            part = (number + 0.5) / count
            ended = _kill(operation, operation.begin(place, taken), scratch, (part, span), tallies)
            taken += 1
            number += not ended
            # a busy machine is slower at one time than at another: the span follows, so that all of it is met
            span *= 1 - FOLLOWING if ended else 1 + FOLLOWING * (part > LATE)
        left = Tally()
        _full(operation, operation.begin(place, taken), scratch)
        for path in scratch.iterdir():
            left.note("left in the temporary folder for good", path.name)
    return _report(operation, span, tallies, left)


def _load() -> None:
    """Load what an operation would load in its first half: a program that has been at work for a while is killed."""
    for name in (
        "editor.pages.typesetter",
        "editor.pages.seen",
        "editor.export.word",
        "editor.intake.pictures",
        "alembic",
    ):
        importlib.import_module(name)


def _timed(operation: Operation, place: Path, scratch: Path) -> float:
    folder = operation.begin(place, -1)
    took = _full(operation, folder, scratch)
    for path in scratch.iterdir():
        raise SystemExit(f"{operation.name} leaves {path.name} without being killed")
    return took


def _full(operation: Operation, folder: Path, scratch: Path) -> float:
    child, start = _fork(lambda say: operation.work(folder, say), scratch), 0.0
    for line in child.lines(time.monotonic() + LONGEST):
        start = start or (time.monotonic() if line == "begin" else 0.0)
        if line.startswith(("end", "failed")):
            break
    took = time.monotonic() - start
    child.end()
    if not line.startswith("end"):
        raise SystemExit(f"{operation.name} does not work unkilled: {line}")
    return took


def _kill(
    operation: Operation, folder: Path, scratch: Path, when: tuple[float, float], tallies: dict[str, Tally]
) -> bool:
    """Kill one at a part of the span and count what came of it; return whether it had ended by then."""
    part, span = when
    before = {path.name for path in scratch.iterdir()}
    child, said = _fork(lambda say: operation.work(folder, say), scratch), []
    for line in child.lines(time.monotonic() + LONGEST):
        if line == "begin":
            break
    said += list(child.lines(time.monotonic() + part * span))
    said += child.end()
    steps = [line.removeprefix("step ") for line in said if line.startswith("step ")]
    done = any(line.startswith("end") for line in said)
    quarter = int(4 * part)
    phase = _QUARTERS[4] if done else steps[-1] if steps else operation.first or _QUARTERS[quarter]
    tally = tallies.setdefault(phase, Tally())
    acknowledged = [line.removeprefix("ack ") for line in said if line.startswith("ack ")]
    tally.kills += 1
    tally.acknowledged += len(acknowledged)
    if failed := next((line for line in said if line.startswith("failed")), None):
        tally.note("failed by itself", failed)
    for path in scratch.iterdir():
        if path.name not in before:
            tally.note(f"{FOR_NOW} in the temporary folder", path.name)
    for fault, words in _checked(operation, folder, acknowledged, scratch):
        tally.note(fault, words)
    return done


def _checked(operation: Operation, folder: Path, acknowledged: list[str], scratch: Path) -> list[tuple[str, str]]:
    """Make the next start in a child of its own and return what is wrong."""

    def check(say: Callable[[str], None]) -> None:
        for fault, words in operation.check(folder, acknowledged):
            say(json.dumps([fault, words], ensure_ascii=False))
        say("end")

    child, found = _fork(check, scratch), []
    for line in child.lines(time.monotonic() + LONGEST):
        if line.startswith(("end", "failed")):
            break
        found.append(tuple(json.loads(line)))
    else:
        line = "failed the check does not end"
    child.end()
    if line.startswith("failed"):
        found.append(("the next start fails", line))
    return [*found, *_spoilt(folder), *_litter(operation, folder)]


def _spoilt(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("**/*.db")):
        with closing(sqlite3.connect(path)) as connection:
            try:
                verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            except sqlite3.Error as error:
                verdict = str(error)
        if verdict != "ok":
            yield "integrity", f"{path.name}: {verdict}"


def _litter(operation: Operation, folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.glob("**/*"):
        if path.is_file() and not operation.belongs(path):
            yield "litter beside the library", path.name
            # counted once
            path.unlink()


def _fork(work: Callable[[Callable[[str], None]], None], scratch: Path) -> Child:
    """Do some work in a child that says things on a pipe; its last line is `end`, or `failed` and why."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return Child(pid, reading)
    os.close(reading)

    def say(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        tempfile.tempdir = str(scratch)
        os.environ["TMPDIR"] = str(scratch)
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        work(say)
    except BaseException as error:  # noqa: BLE001 - the parent says it
        say(f"failed {type(error).__name__}: {' '.join(str(error).split())}")
    finally:
        # the parent ends it: until then it is as alive as a program that waits
        signal.pause()
        os._exit(0)


def _report(operation: Operation, span: float, tallies: dict[str, Tally], left: Tally) -> int:
    faults = Counter[str]()
    for phase, tally in sorted(tallies.items(), key=lambda pair: operation.order(pair[0])):
        said = "; ".join(f"{many} {fault}" for fault, many in tally.faults.items()) or "none"
        print(f"{operation.name:<12}{phase:<26}{tally.kills:>6}{tally.acknowledged:>8}  {said}")
        for fault, words in tally.words.items():
            print(f"{'':<54}{fault}: {words[:160]}")
        faults += tally.faults
    faults += left.faults
    kills = sum(tally.kills for tally in tallies.values())
    acknowledged = sum(tally.acknowledged for tally in tallies.values())
    said = "; ".join(f"{many} {fault}" for fault, many in faults.items()) or "none"
    print(
        f"{operation.name:<12}{f'in all, over {span * 1000:.0f} ms':<26}{kills:>6}{acknowledged:>8}  {said}\n",
        flush=True,
    )
    return sum(many for fault, many in faults.items() if not fault.startswith(FOR_NOW))


if __name__ == "__main__":
    sys.exit(main())
