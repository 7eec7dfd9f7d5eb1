"""CPU time from start to usable: python -m tests.benchmarks.bench_start [PYTHON]

Of the program on its sample, as a user starts it from source with its bytecode compiled: until the outline is painted,
and until a typed letter is. PYTHON, of an environment that has novelWriter (pip install novelWriter==26.2.2; its
bytecode is compiled by that): in turn with it opening its own sample. CPU time, of all threads and of processes that
were waited for, since a splash screen waits and a busy machine does: novelWriter's wall time holds a second of both.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

OURS, NOVELWRITER = "desk", "novelWriter==26.2.2"
ROUNDS = 7
PROBE = Path(__file__).parent / "start_probe.py"
ASSETS = "import novelwriter, pathlib; print(pathlib.Path(novelwriter.__file__).parent / 'assets' / 'sample.zip')"
# its release notes would stand before the window at the first start
SETTINGS = '[Main]\nlastNotes = "0x7fffffff"\n'
# the sample comes without an index: a first start builds it, says so in a box, and saves it on closing
FIRST = """
import sys
from PyQt6.QtWidgets import QApplication, QMessageBox
from novelwriter import SHARED, main
QMessageBox.exec = lambda *_box: 0
QApplication.exec = lambda *_app: SHARED.mainGui.closeProject(True) and 0
main([f"--config={sys.argv[1]}", f"--data={sys.argv[1]}", sys.argv[2]])
"""
Start = dict[str, float | None]


def main() -> None:
    """Print the medians, of the outline and of a typed letter, and their ratios to novelWriter's."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        subprocess.run([sys.executable, "-m", "compileall", "-qq", "editor", "db", "resources"], check=True)
        commands = {OURS: (sys.executable, "desk", str(place / "library.db"))}
        if len(sys.argv) > 1:
            commands[NOVELWRITER] = theirs(sys.argv[1], place)
        starts: dict[str, list[Start]] = {name: [] for name in commands}
        for number in range(ROUNDS + 1):
            for name, command in commands.items():
                seen = started(command, place)
                # the first makes the library, and reads files that the disk has not read yet
                if number:
                    starts[name].append(seen)
    for what in ("outline", "key"):
        say(what, {name: median([one[what] for one in seen]) for name, seen in starts.items()})
    print("load", *(f"{load:.1f}" for load in os.getloadavg()))


def say(what: str, medians: dict[str, float | None]) -> None:
    """Print one comparison, or that a program takes no letter."""
    mine, other = medians[OURS], medians.get(NOVELWRITER)
    if mine is None:
        print(f"{what}: nothing to type into")
        return
    beside = f"; {NOVELWRITER} {other:.2f} s, ratio {mine / other:.2f} (at most 1.15)" if other else ""
    print(f"{what}: {mine:.2f} s of CPU (at most 0.85){beside}")


def median(times: list[float | None]) -> float | None:
    """Return the median, None where one was not measured."""
    measured = [one for one in times if one is not None]
    return statistics.median(measured) if len(measured) == len(times) else None


def theirs(python: str, place: Path) -> tuple[str, ...]:
    """Lay out novelWriter's sample, have it indexed, and return how it is opened."""
    command = (python, "novelwriter", *laid_sample(python, place))
    subprocess.run([python, "-c", FIRST, *command[2:]], check=True, capture_output=True, env=surroundings(place))
    return command


def laid_sample(python: str, place: Path) -> tuple[str, str]:
    """Lay out novelWriter's settings and sample project. Returns both folders."""
    settings, project = place / "settings", place / "project"
    settings.mkdir()
    (settings / "novelwriter.toml").write_text(SETTINGS)
    found = subprocess.run([python, "-c", ASSETS], check=True, capture_output=True, text=True)
    with zipfile.ZipFile(found.stdout.strip()) as archive:
        archive.extractall(project)
    return str(settings), str(project)


def started(command: tuple[str, ...], home: Path) -> Start:
    """Start a program and return what the probe saw."""
    python, kind, *places = command
    # the probe ends without closing the project, which would then count as open elsewhere
    (home / "project" / "nwProject.lock").unlink(missing_ok=True)
    call = [python, str(PROBE), kind, *places]
    done = subprocess.run(call, check=True, capture_output=True, text=True, env=surroundings(home), timeout=30)
    seen: Start = json.loads(done.stdout.strip().splitlines()[-1])
    return seen


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of both programs."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "XDG_CONFIG_HOME": str(home)}


if __name__ == "__main__":
    main()
