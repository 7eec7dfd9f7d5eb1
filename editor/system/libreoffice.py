"""LibreOffice as a converter of files: with a profile of its own, without macros and network, ended whole.

A new profile for each call shares nothing with the user's LibreOffice, which may be running.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from editor.system.scratch import scratch_folder, write_scratch
from editor.system.watching import Watch, unwatched

_NAMES = ("soffice", "libreoffice")
_PLACES = {
    "win32": (
        r"%ProgramFiles%\LibreOffice\program\soffice.exe",
        r"%ProgramFiles(x86)%\LibreOffice\program\soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_LIMIT_S = 60
_ASKED_EVERY_S = 0.2
_QUIET = (
    "--headless",
    "--invisible",
    "--norestore",
    "--nolockcheck",
    "--nodefault",
    "--nologo",
    "--nofirststartwizard",
)
# macros never run, links never load; a proxy that nobody listens at stops what would still ask the network
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_ITEM = '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
)


def find_libreoffice() -> str:
    """Return the path of LibreOffice on this computer, empty where it is not installed."""
    places = (os.path.expandvars(place) for place in _PLACES.get(sys.platform, ()))
    there = (place for place in places if Path(place).is_file())
    return next((found for name in _NAMES if (found := shutil.which(name))), "") or next(there, "")


def convert(  # noqa: PLR0913 - what a conversion may be told besides
    program: str,
    files: Mapping[str, bytes],
    ending: str,
    *,
    wanted: str = "{stem}.{ending}",
    watch: Watch = unwatched,
    limit: float = _LIMIT_S,
) -> dict[str, bytes]:
    """Return what LibreOffice makes of files, by their names; those that it cannot read are not among it.

    files: bytes by names of letters, digits and an ending; ending: of the wanted format, e.g. docx or docx:FILTER;
    wanted: pattern of the file to be taken, of those that it makes; limit: seconds, after which everything it started
    is ended, as it is where `watch` stops it. Raises UserError where the disk refuses, StoppedError where stopped.
    """
    with scratch_folder("office") as folder:
        profile, made = folder / "profile", folder / "made"
        for new in (profile / "user", made):
            new.mkdir(parents=True)
        items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
        write_scratch(profile / "user" / "registrymodifications.xcu", _PROFILE.format(items=items).encode())
        for name, data in files.items():
            write_scratch(folder / name, data)
        command = [program, f"-env:UserInstallation={profile.as_uri()}", *_QUIET]
        paths = [str(folder / name) for name in files]
        _run([*command, "--convert-to", ending, "--outdir", str(made), *paths], watch, limit)
        short = ending.partition(":")[0]
        patterns = {name: wanted.format(stem=Path(name).stem, ending=short) for name in files}
        return {name: data for name, pattern in patterns.items() if (data := _made(made, pattern))}


def _made(folder: Path, pattern: str) -> bytes:
    path = next(iter(sorted(folder.glob(pattern))), None)
    try:
        return path.read_bytes() if path else b""
    except OSError:
        return b""


def _run(command: list[str], watch: Watch, limit: float) -> None:
    """Run a program until it ends, the limit comes or nobody wants it; then nothing that it started goes on."""
    none = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - found by us, and no shell
            command, stdin=none, stdout=none, stderr=none, start_new_session=True
        )
    except OSError:
        return
    until = time.monotonic() + limit
    try:
        while time.monotonic() < until:
            watch(0, 0)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_ASKED_EVERY_S)
                return
    finally:
        _end(process)


if sys.platform == "win32":

    def _end(process: "subprocess.Popen[bytes]") -> None:
        """End a process and those it started."""
        tool = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        subprocess.run(  # noqa: S603 - of the system
            [str(tool), "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False
        )
        process.kill()
        process.wait()
else:

    def _end(process: "subprocess.Popen[bytes]") -> None:
        """End a process's group: LibreOffice's launcher starts another one that does the work."""
        # where all of it has ended already there is no such group
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
