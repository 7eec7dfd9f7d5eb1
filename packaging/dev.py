#!/usr/bin/env python3
"""dev.py run|test|proof|build: makes .venv with the pinned packages, then does the job. Standard library only.

run    the main job on the shipped sample
test   every check that needs nothing but pip; arguments after -- go to pytest
proof  the outside checks (LibreOffice, qpdf, pandoc, Open XML validator, wheels); installs what they need
build  the program as one folder that needs no Python, in dist/
"""

import contextlib
import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

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
CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("lint-imports",))


def main(arguments: list[str]) -> int:
    """Run one of the jobs. Returns its exit code, 2 for wrong use."""
    jobs = {"run": run, "test": test, "proof": proof, "build": build}
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
    """Run the static checks, then the tests. Returns 1 when any failed."""
    missing = system_libraries.provide()
    failed = [check[0] for check in CHECKS if call(tool_path(check[0]), *check[1:]) != 0]
    if failed:
        print(f"没有通过：{'、'.join(failed)}")
    without_qt = ("-p", "no:pytest-qt") if missing else ()
    rest = arguments[1:] if arguments[:1] == ["--"] else arguments
    code = call(python(), "-m", "pytest", *without_qt, *rest)
    return 1 if failed or code else 0


def proof(arguments: list[str]) -> int:
    """Run the outside checks."""
    return call(python(), str(ROOT / "packaging" / "proof.py"), *arguments)


def build(arguments: list[str]) -> int:
    """Freeze the program."""
    return call(python(), str(ROOT / "packaging" / "build.py"), *arguments)


def set_up() -> None:
    """Make or repair .venv; return at once when it is as the pins say."""
    if is_set_up():
        return
    print("正在准备运行环境（只在第一次和依赖变化后需要）……", flush=True)
    with alone():
        # another run may have made it meanwhile
        if not is_set_up():
            make()


def is_set_up() -> bool:
    """Return whether .venv is as the pins say."""
    return STAMP.exists() and STAMP.read_text() == fingerprint()


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Wait until no other run sets up: it would clear away what this one installs. Not held on Windows."""
    with Path(__file__).open("rb") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make() -> None:
    """Install everything, and stamp it as the last."""
    STAMP.unlink(missing_ok=True)
    make_venv()
    pip("install", "--no-deps", "--requirement", str(PINS))
    # a plain path: the other way every start first loads a finder
    plain = ("--config-settings", "editable_mode=compat")
    pip("install", "--no-deps", "--no-build-isolation", *plain, "--editable", str(ROOT))
    compile_bytecode()
    STAMP.write_text(fingerprint())


def make_venv() -> None:
    """Create the environment, or say which package the system lacks for it; one of another Python is replaced."""
    # one without pip was cut off while it was made
    wanted = f"sys.version_info[:2] == {sys.version_info[:2]} and any(distributions(name='pip'))"
    probe = ("-c", f"import sys; from importlib.metadata import distributions; sys.exit(not ({wanted}))")
    if Path(python()).exists() and call(python(), *probe) == 0:
        return
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, ImportError):
        sys.exit("无法建立 .venv：系统缺少 ensurepip。在 Debian/Ubuntu 上先运行：apt-get install python3-venv")


def pip(*arguments: str) -> None:
    """Run pip in the environment; stop with a word when it fails."""
    if call(python(), "-m", "pip", "--disable-pip-version-check", "-q", *arguments) != 0:
        sys.exit("安装依赖没有成功：请检查网络后再运行一次，已装好的不会重装。")


def compile_bytecode() -> None:
    """Compile everything once, so that no start has to."""
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
    # LC_ALL too, where somebody has set it: it counts more than LANG, and Qt warns of any that is not UTF-8
    surroundings = os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    if not window:
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
