"""CPU time of processes, several in turn, so that what the machine does besides slows all of them."""

import os
import resource
import statistics
import subprocess
from collections.abc import Mapping, Sequence


def medians(
    commands: Mapping[str, Sequence[str]], rounds: int, surroundings: Mapping[str, str] | None = None
) -> dict[str, float]:
    """Return the median ms of CPU, user and system, of each command. A first round, which reads files, is left out."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            spent = _spent(command, surroundings)
            if number:
                times[name].append(spent)
    return {name: statistics.median(found) for name, found in times.items()}


def load() -> str:
    """Return how busy the machine is: one for each processor is all it can do."""
    return f"load {os.getloadavg()[0]:.1f}"


def _spent(command: Sequence[str], surroundings: Mapping[str, str] | None) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=surroundings)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000
