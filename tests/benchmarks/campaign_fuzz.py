"""Damaged files against one reader: python -m tests.benchmarks.campaign_fuzz READER SECONDS [SEED]

READER: a name of tests.fuzzing.readers.READERS (past, json, pdf-intake …); "all" for one after the other.
SECONDS: of CPU. Every input is read in a child process that may have 1 GB and 10 s of CPU an input. Counted are inputs,
those refused by a sentence, uncaught exceptions, and those over time or memory; the smallest input of each fault is
kept in build/fuzz.
"""

import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tests.fuzzing.mutations import mutated
from tests.fuzzing.readers import READERS, damaged, refused

MEMORY, SECONDS_AN_INPUT, BATCH = 1 << 30, 10, 300
KEPT = Path("build/fuzz")


def main() -> None:
    """Print the figures."""
    wanted, seconds, *rest = sys.argv[1:]
    for name in READERS if wanted == "all" else (wanted,):
        campaign(name, float(seconds), int(rest[0]) if rest else 213)


def campaign(name: str, seconds: float, seed: int) -> None:
    """Run one reader for so many seconds of CPU."""
    inputs = damaged(READERS[name], random.Random(seed), mutated)
    counted: Counter[str] = Counter()
    begun = spent()
    while spent() - begun < seconds:
        batch = list(islice(inputs, BATCH))
        for place, fault in outcomes(name, batch):
            counted[fault or "read"] += 1
            if fault not in ("", "refused"):
                keep(name, fault, batch[place])
    faults = sum(count for fault, count in counted.items() if fault not in ("read", "refused"))
    print(f"{name}: {sum(counted.values())} inputs, {counted['refused']} refused, {faults} faults", flush=True)
    for fault, count in counted.most_common():
        if fault not in ("read", "refused"):
            print(f"  {count} x {fault}", flush=True)


def spent() -> float:
    """Return the CPU time of this process and of its children that have ended."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def outcomes(name: str, batch: list[bytes]) -> Iterator[tuple[int, str]]:
    """Yield place and outcome of every input; a child that dies costs the input it was reading."""
    start = 0
    while start < len(batch):
        receiving, sending = get_context("fork").Pipe(duplex=False)
        child = get_context("fork").Process(target=read_all, args=(name, batch[start:], sending))
        child.start()
        sending.close()
        done = 0
        try:
            while True:
                yield start + done, receiving.recv()
                done += 1
        except EOFError:
            child.join()
        start += done
        if start < len(batch):
            yield start, f"killed by signal {-(child.exitcode or 0)}: over {SECONDS_AN_INPUT} s of CPU, or a crash"
            start += 1


def read_all(name: str, batch: list[bytes], sending: Connection) -> None:
    """Read inputs one after the other, in the child."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stderr.close()
    for data in batch:
        used = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + SECONDS_AN_INPUT, resource.RLIM_INFINITY))
        sending.send(outcome(name, data))


def outcome(name: str, data: bytes) -> str:
    """Return refused, nothing for what was read, or the fault with its place."""
    try:
        return "refused" if refused(READERS[name], data) else ""
    except Exception as error:  # noqa: BLE001 - any is a find
        frames = [one for one in traceback.extract_tb(error.__traceback__) if "/editor/" in one.filename]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "elsewhere"
        return f"{type(error).__name__} at {place}: {str(error)[:80]}"


def keep(name: str, fault: str, data: bytes) -> None:
    """Keep an input where it is the smallest of its fault."""
    KEPT.mkdir(parents=True, exist_ok=True)
    words = "".join(char if char.isalnum() else "_" for char in fault.partition(": ")[0])
    path = KEPT / f"{name}-{words}"
    if not path.exists() or path.stat().st_size > len(data):
        path.write_bytes(data)


if __name__ == "__main__":
    main()
