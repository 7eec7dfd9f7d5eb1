"""Start to usable beside novelWriter opening its sample, turn by turn: python -m tests.benchmarks.bench_start [PYTHON]

PYTHON: of an environment that has novelWriter; without it one is made for this run. Bytecode of both is compiled.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
import zipfile
from pathlib import Path

NOVELWRITER = "novelWriter==26.2.2"
ROUNDS = 5
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
    """Print the medians and their ratio, of the outline and of a typed letter."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        python = sys.argv[1] if len(sys.argv) > 1 else made_environment(place / "novelwriter")
        subprocess.run([sys.executable, "-m", "compileall", "-qq", "editor", "db", "resources"], check=True)
        theirs = (python, "novelwriter", *laid_sample(python, place))
        ours = (sys.executable, "desk", str(place / "library.db"))
        subprocess.run([python, "-c", FIRST, *theirs[2:]], check=True, capture_output=True, env=surroundings(place))
        for command in (ours, theirs):
            started(command, place)
        rounds = [(started(ours, place), started(theirs, place)) for _ in range(ROUNDS)]
    for what in ("outline", "key"):
        say(what, [pair[0][what] for pair in rounds], [pair[1][what] for pair in rounds])


def say(what: str, ours: list[float | None], theirs: list[float | None]) -> None:
    """Print one comparison, or that a program takes no letter."""
    mine, other = median(ours), median(theirs)
    if mine is None or other is None:
        print(f"{what}: nothing to type into in {'ours' if mine is None else NOVELWRITER}")
        return
    print(f"{what}: ours {mine:.2f} s, {NOVELWRITER} {other:.2f} s, ratio {mine / other:.2f} (at most 1)")


def median(times: list[float | None]) -> float | None:
    """Return the median, None where one was not measured."""
    measured = [one for one in times if one is not None]
    return statistics.median(measured) if len(measured) == len(times) else None


def made_environment(folder: Path) -> str:
    """Install novelWriter; pip compiles its bytecode. Returns its interpreter."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", NOVELWRITER], check=True)
    return python


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
    call = [python, str(PROBE), kind, str(time.monotonic()), *places]
    done = subprocess.run(call, check=True, capture_output=True, text=True, env=surroundings(home), timeout=30)
    seen: Start = json.loads(done.stdout.strip().splitlines()[-1])
    return seen


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of both programs."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8", "XDG_CONFIG_HOME": str(home)}


if __name__ == "__main__":
    main()
