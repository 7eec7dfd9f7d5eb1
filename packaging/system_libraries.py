"""The system libraries that Qt needs on a minimal Linux: installed if missing and possible, else named."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

# package on Debian and Ubuntu -> library name for the loader; the window reads the same list
_LISTS = json.loads((Path(__file__).parent.parent / "resources" / "system_libraries.json").read_text())
OFFSCREEN: dict[str, str] = _LISTS["offscreen"]
WINDOW: dict[str, str] = OFFSCREEN | _LISTS["window"]


def provide(wanted: dict[str, str] | None = None) -> list[str]:
    """Return the packages still missing, after an attempt to install them where this user may."""
    libraries = OFFSCREEN if wanted is None else wanted
    absent = missing(libraries)
    if absent and may_install():
        install(absent)
        absent = missing(libraries)
    if absent:
        print(f"缺少 Qt 需要的系统库，窗口部分用不了。请由管理员运行：{install_line(absent)}")
    return absent


def missing(libraries: dict[str, str]) -> list[str]:
    """Return the packages whose library the loader does not find; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for package, library in libraries.items() if not loadable(library)]


def loadable(library: str) -> bool:
    """Return whether the loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def may_install() -> bool:
    """Return whether this user can install Debian packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    """Try to install packages; callers check again what is missing."""
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *arguments], env=surroundings, check=False, stdout=subprocess.DEVNULL)


def install_line(packages: list[str]) -> str:
    """Return the one line that installs packages."""
    return f"apt-get install --no-install-recommends {' '.join(packages)}"
