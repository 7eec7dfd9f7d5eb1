"""The system libraries that Qt needs on a bare Linux: found, installed where that is possible, else named."""

import ctypes
import os
import shutil
import subprocess
import sys

# package on Debian and Ubuntu -> what the loader is asked for
OFFSCREEN = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
}
WINDOW = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
}


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
    """Try to install packages; what failed is seen by looking again."""
    surroundings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *arguments], env=surroundings, check=False, stdout=subprocess.DEVNULL)


def install_line(packages: list[str]) -> str:
    """Return the one line that installs packages."""
    return f"apt-get install --no-install-recommends {' '.join(packages)}"
