#!/usr/bin/env python3
"""The frozen program: one folder and its archive in dist/, tried with its own self-test. Standard library only.

Also as python3 packaging/dev.py build. Prints size and start; exits with 1 when the self-test fails.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import dev
import system_libraries

PINS = dev.ROOT / "packaging" / "constraints-build.txt"
SPEC = dev.ROOT / "packaging" / "bulletin-desk.spec"
DIST, WORK = dev.ROOT / "dist", dev.ROOT / "build" / "pyinstaller"
FOLDER = DIST / "bulletin-desk"
PROGRAM = FOLDER / ("bulletin-desk.exe" if os.name == "nt" else "bulletin-desk")
STARTS = 5
PATIENCE_S = 60
PAINTED = "qt.widgets.painting: Flushing"


def main() -> int:
    """Freeze the program, run its self-test, print size and start. Returns the exit code."""
    dev.set_up()
    # the system libraries that the window needs are bundled, as far as this machine has them
    system_libraries.provide(system_libraries.WINDOW)
    dev.pip("install", "--no-deps", "--requirement", str(PINS))
    if not freeze():
        print("没有生成。")
        return 1
    if sys.platform == "linux":
        add_desktop_files()
    if dev.call(str(PROGRAM), "--self-test") != 0:
        print("生成的程序没有通过自检。")
        return 1
    say_size(pack())
    say_start()
    return 0


def freeze() -> bool:
    """Run PyInstaller without earlier output. Returns whether it succeeded."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    places = ("--distpath", str(DIST), "--workpath", str(WORK))
    return dev.call(dev.python(), "-m", "PyInstaller", "-y", "--clean", "--log-level", "ERROR", *places, str(SPEC)) == 0


def add_desktop_files() -> None:
    """Add the files for Linux desktops beside the program, with the script that installs them."""
    folder, icons = FOLDER / "desktop", dev.ROOT / "resources" / "app"
    shutil.copytree(dev.ROOT / "packaging" / "linux", folder, dirs_exist_ok=True)
    for name in ("bulletin-desk.svg", "bulletin-document.svg"):
        shutil.copy(icons / name, folder)


def pack() -> Path:
    """Write the folder as one archive, named after version and machine."""
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = f"{project['name']}-{project['version']}-{sys.platform}-{platform.machine().lower()}"
    kind = "zip" if os.name == "nt" else "xztar"
    return Path(shutil.make_archive(str(DIST / name), kind, DIST, FOLDER.name))


def say_size(archive: Path) -> None:
    """Print MB (10^6 bytes) of folder and archive."""
    files = [path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()]
    whole, packed = sum(path.stat().st_size for path in files) / 1e6, archive.stat().st_size / 1e6
    print(f"大小：{whole:.0f} MB，{len(files)} 个文件；压缩后 {packed:.0f} MB：{archive.name}")


def say_start() -> None:
    """Print the median time to the first paint of the sample, frozen and not, measured alternately."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = str(Path(folder) / "library.db")
        opened = ("open", "--sample", "--library", library)
        commands = ([str(PROGRAM), *opened], [dev.python(), "-m", "editor", *opened])
        seconds_to_paint(commands[1], folder)
        rounds = [[seconds_to_paint(command, folder) for command in commands] for _ in range(STARTS)]
    frozen, plain = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"打开示例到首次显示：{frozen:.2f} s，未打包 {plain:.2f} s，比值 {frozen / plain:.2f}（{STARTS} 次的中位数）")


def seconds_to_paint(command: list[str], home: str) -> float:
    """Start the program, return when Qt reports its first paint, end it. Raises TimeoutError when it never paints."""
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.widgets.painting.debug=true",
        "XDG_CONFIG_HOME": home,
        "LANG": "C.UTF-8",
    }
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=dev.ROOT, env=surroundings, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as program:
        painted = any(line.startswith(PAINTED) for line in program.stderr or ())
        taken = time.perf_counter() - start
        program.kill()
    if not painted or taken > PATIENCE_S:
        raise TimeoutError(f"{command[0]} 没有显示窗口")
    return taken


if __name__ == "__main__":
    sys.exit(main())
