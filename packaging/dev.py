#!/usr/bin/env python3
"""dev.py JOB [ARGUMENTS]: makes .venv with the pinned packages, then does the job. Standard library only.

run           the main job on the shipped sample
test          every check that needs nothing but pip: all tests side by side, and `check` beside them
test PATHS    these tests alone; other arguments go to pytest too, also after --
  --explore   other examples in every run, where CI tries the same ones
check [NAME]  ruff, format, types and the rooms' contracts; changes nothing
fix           what ruff can set right by itself, and the format
lang          the English catalogue brought up to the texts in the code, and compiled
bench [NAME]  a benchmark or campaign of tests/benchmarks; without a name: which there are
shots         pictures of every view, in build/screenshots
proof         the outside checks (LibreOffice, qpdf, pandoc, Open XML validator, wheels); installs what they need
build         the program as one folder that needs no Python, in dist/
"""

import ast
import contextlib
import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

import system_libraries

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PINS = ROOT / "packaging" / "constraints.txt"
STAMP = VENV / "set-up.stamp"
OLDEST = (3, 11)
PACKAGES = ("editor", "db", "resources")
CHECKS = {
    "ruff": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "contracts": ("lint-imports",),
}
FIXES = (("ruff", "check", "--fix", "."), ("ruff", "format", "."))
BENCHMARKS = ROOT / "tests" / "benchmarks"
# processes that run tests: at most one per core, and no more than fit into memory, since one takes up to 1.5 GB
MOST_WORKERS = 8


def main(arguments: list[str]) -> int:
    """Run one of the jobs. Returns its exit code, 2 for wrong use."""
    jobs = {
        "run": run,
        "test": test,
        "check": check,
        "fix": fix,
        "lang": lang,
        "bench": bench,
        "shots": shots,
        "proof": proof,
        "build": build,
    }
    if not arguments or arguments[0] not in jobs:
        print(__doc__)
        return 2
    if sys.version_info < OLDEST:
        print("需要 Python 3.11 或更新的版本。")
        return 2
    set_up()
    return jobs[arguments[0]](arguments[1:])


def run(arguments: list[str]) -> int:
    """Open the workstation on the sample; without a display export the sample and say where the files lie."""
    folder = ROOT / "build" / "sample"
    if has_display() and not system_libraries.provide(system_libraries.WINDOW):
        folder.mkdir(parents=True, exist_ok=True)
        library = str(folder / "library.db")
        return call(python(), "-m", "editor", "open", "--sample", "--library", library, *arguments, window=True)
    print("这里没有显示器，打不开窗口；改为用示例一期走一遍主要流程：排版 PDF，生成 Word 文件。")
    return call(python(), "-m", "editor", "sample", str(folder), *arguments)


def has_display() -> bool:
    """Return whether a window can be shown here."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def test(arguments: list[str]) -> int:
    """Run the tests, and the static checks beside them where no test is named. Returns 1 when any failed."""
    missing = system_libraries.provide()
    given = [one for one in arguments if one not in ("--", "--explore")]
    chosen = any(names_tests(one) for one in given)
    options = [
        *(("-p", "no:pytest-qt") if missing else ()),
        *(("--hypothesis-profile=explore",) if "--explore" in arguments else ()),
        *(() if chosen else ("-n", str(workers()), "--dist", "worksteal")),
    ]
    begun = begin_checks(() if chosen else CHECKS)
    code = call(python(), "-m", "pytest", *options, *given)
    return 1 if failing(begun) or code else 0


def names_tests(argument: str) -> bool:
    """Return whether an argument is a path of tests, not an option or its value."""
    return not argument.startswith("-") and (ROOT / argument.partition("::")[0]).exists()


def workers() -> int:
    """Return how many processes run tests at once; two at least, since some tests wait more than they work."""
    return max(2, min(os.cpu_count() or 1, MOST_WORKERS))


def check(arguments: list[str]) -> int:
    """Run the static checks, which change nothing. arguments: names of checks, all without any."""
    unknown = [name for name in arguments if name not in CHECKS]
    if unknown:
        print(f"没有这项检查：{'、'.join(unknown)}。有：{'、'.join(CHECKS)}")
        return 2
    return 1 if failing(begin_checks(arguments or CHECKS)) else 0


class Check(NamedTuple):
    """A running static check. output: file for what it prints."""

    name: str
    process: "subprocess.Popen[bytes]"
    output: IO[bytes]


def begin_checks(names: Iterable[str]) -> list[Check]:
    """Start static checks in parallel; each prints into its own file."""
    return [_begun(name, tool_path(CHECKS[name][0]), *CHECKS[name][1:]) for name in names]


def _begun(name: str, *command: str) -> Check:
    output = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it is shown
    process = subprocess.Popen(
        command, cwd=ROOT, env=surroundings(), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
    )
    return Check(name, process, output)


def failing(checks: Iterable[Check]) -> list[str]:
    """Wait for checks, print one after the other what they found, and return the names of those that failed."""
    failed = []
    for one in checks:
        passed = one.process.wait() == 0
        print(f"{one.name}: {'passed' if passed else 'FAILED'}", flush=True)
        with one.output as output:
            output.seek(0)
            found = output.read().decode(errors="replace")
        if not passed:
            print(found, flush=True)
            failed.append(one.name)
    if failed:
        print(f"没有通过：{'、'.join(failed)}")
    return failed


def fix(_arguments: list[str]) -> int:
    """Set right what ruff can, and the format. Returns 1 where something is left to do by hand."""
    return max(call(tool_path(command[0]), *command[1:]) for command in FIXES)


def lang(arguments: list[str]) -> int:
    """Bring the English catalogue up to the texts in the code."""
    return call(python(), str(ROOT / "packaging" / "languages.py"), *arguments)


def shots(arguments: list[str]) -> int:
    """Make pictures of every view; arguments: themes."""
    folder = ROOT / "build" / "screenshots"
    return call(python(), str(ROOT / "packaging" / "screenshots.py"), str(folder), *arguments)


def bench(arguments: list[str]) -> int:
    """Run a benchmark or campaign by its name, with what follows it; without one list them."""
    known = {path.stem.removeprefix("bench_"): path for path in sorted(BENCHMARKS.glob("*_*.py")) if measures(path)}
    name, rest = (arguments[0].removeprefix("bench_"), arguments[1:]) if arguments else ("", [])
    if name in known:
        return call(python(), "-m", f"tests.benchmarks.{known[name].stem}", *rest)
    if name:
        print(f"没有这项测量：{name}")
    for one, path in known.items():
        print(f"{one:18} {first_line(path)}")
    return 2 if name else 0


def measures(path: Path) -> bool:
    """Return whether a module of tests.benchmarks is a benchmark; others are helpers."""
    return path.stem.startswith(("bench_", "campaign_", "trial_"))


def first_line(path: Path) -> str:
    """Return the first line of a module's docstring, without the command that runs it."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return words.partition("\n")[0].partition("python -m ")[0].rstrip(": ")


def proof(arguments: list[str]) -> int:
    """Run the outside checks."""
    return call(python(), str(ROOT / "packaging" / "proof.py"), *arguments)


def build(arguments: list[str]) -> int:
    """Freeze the program."""
    return call(python(), str(ROOT / "packaging" / "build.py"), *arguments)


def set_up() -> None:
    """Make or repair .venv; return at once if it fits the pins."""
    if is_set_up():
        return
    print("正在准备运行环境（只在第一次和依赖变化后需要）……", flush=True)
    with alone():
        # another process may have made it in the meantime
        if not is_set_up():
            make()


def is_set_up() -> bool:
    """Return whether .venv fits the pins."""
    return STAMP.exists() and STAMP.read_text() == fingerprint()


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Wait for another process that sets up .venv: both would delete each other's files. No lock on Windows."""
    with Path(__file__).open("rb") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make() -> None:
    """Install everything; write the stamp last, so that an interrupted run is repeated."""
    STAMP.unlink(missing_ok=True)
    make_venv()
    pip("install", "--no-deps", "--requirement", str(PINS))
    # compat: a plain path in site-packages; otherwise every start of Python loads an import finder first
    plain = ("--config-settings", "editable_mode=compat")
    pip("install", "--no-deps", "--no-build-isolation", *plain, "--editable", str(ROOT))
    compile_bytecode()
    STAMP.write_text(fingerprint())


def make_venv() -> None:
    """Create the environment, or say which package the system lacks for it; one of another Python is replaced."""
    # an environment without pip was interrupted while it was made
    wanted = f"sys.version_info[:2] == {sys.version_info[:2]} and any(distributions(name='pip'))"
    probe = ("-c", f"import sys; from importlib.metadata import distributions; sys.exit(not ({wanted}))")
    if Path(python()).exists() and call(python(), *probe) == 0:
        return
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, ImportError):
        sys.exit("无法建立 .venv：系统缺少 ensurepip。在 Debian/Ubuntu 上先运行：apt-get install python3-venv")


def pip(*arguments: str) -> None:
    """Run pip in the environment; exit with a message when it fails."""
    if call(python(), "-m", "pip", "--disable-pip-version-check", "-q", *arguments) != 0:
        sys.exit("安装依赖没有成功：请检查网络后再运行一次，已装好的不会重装。")


def compile_bytecode() -> None:
    """Compile all modules once, to make later starts quicker."""
    script = "import compileall,site;[compileall.compile_dir(p,quiet=2,workers=0) for p in site.getsitepackages()]"
    call(python(), "-c", script)
    call(python(), "-m", "compileall", "-qq", *PACKAGES)


def fingerprint() -> str:
    """Return what the environment depends on: pins, project file, interpreter."""
    parts = (PINS.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def python() -> str:
    """Return the environment's interpreter."""
    return tool_path("python")


def tool_path(name: str) -> str:
    """Return a program of the environment."""
    return str(VENV / ("Scripts" if os.name == "nt" else "bin") / name)


def call(*command: str, window: bool = False) -> int:
    """Run a command from the project's root in UTF-8, without a display unless window. Returns its exit code."""
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env=surroundings(window=window), check=False).returncode


def surroundings(*, window: bool = False) -> dict[str, str]:
    """Return the environment of commands: UTF-8, without a display unless window."""
    # LC_ALL too, if set: it overrides LANG, and Qt warns of a locale that is not UTF-8
    utf8 = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    return os.environ | utf8 | ({} if window else {"QT_QPA_PLATFORM": "offscreen"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
