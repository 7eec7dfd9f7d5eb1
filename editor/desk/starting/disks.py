"""Asks the system about the disk of a folder: whether it is a network share, whether it is removable."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

_SERVERS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "afs", "ceph", "glusterfs", "lustre")
_FUSE = ("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.gvfsd-fuse")
_HOSTS = ("9p", "vboxsf", "fuse.vmhgfs-fuse")  # folders that a virtual machine shares with its host
_REMOTE = frozenset((*_SERVERS, *_FUSE, *_HOSTS))
_PULLED = ("/media/", "/run/media/", "/Volumes/")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4  # winbase.h


class Disks(Protocol):
    """The system's disks; folders asked about must exist."""

    def is_remote(self, folder: Path) -> bool:
        """Whether the folder lies on another computer."""

    def is_removable(self, folder: Path) -> bool:
        """Whether its disk is removable."""


@dataclass(frozen=True, slots=True)
class Mounts:
    """The mounted file systems of Linux or macOS: (mount point, type)."""

    table: tuple[tuple[str, str], ...]

    def is_remote(self, folder: Path) -> bool:
        """Whether the file system of the folder is a network's."""
        return self._of(folder)[1] in _REMOTE

    def is_removable(self, folder: Path) -> bool:
        """Whether it is mounted where desktops mount sticks and cards."""
        return self._of(folder)[0].startswith(_PULLED)

    def _of(self, folder: Path) -> tuple[str, str]:
        above = [entry for entry in self.table if PurePosixPath(folder).is_relative_to(entry[0])]
        return max(above, key=lambda entry: len(entry[0]), default=("/", ""))


@dataclass(frozen=True, slots=True)
class Drives:
    """The drives of Windows."""

    def is_remote(self, folder: Path) -> bool:
        """Whether the drive is a mapped share."""
        return _drive_type(folder) == _DRIVE_REMOTE

    def is_removable(self, folder: Path) -> bool:
        """Whether the drive is a stick or a card."""
        return _drive_type(folder) == _DRIVE_REMOVABLE


def system_disks() -> Disks:
    """Return this system's disks as they are now."""
    if sys.platform == "win32":
        return Drives()
    return Mounts(tuple(_macos_mounts() if sys.platform == "darwin" else linux_mounts(_read("/proc/mounts"))))


def linux_mounts(text: str) -> Iterator[tuple[str, str]]:
    """Yield mount point and type of each line of /proc/mounts; blanks stand there as octal numbers."""
    for line in text.splitlines():
        fields = line.split(" ")
        if len(fields) >= 3:
            yield re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), fields[1]), fields[2]


def macos_mounts(text: str) -> Iterator[tuple[str, str]]:
    """Yield mount point and type of each line of mount(8), e.g. //a@b/c on /Volumes/c (smbfs, nodev)."""
    for match in re.finditer(r"^.* on (.+) \((\w+)", text, re.MULTILINE):
        yield match[1], match[2]


def _macos_mounts() -> Iterator[tuple[str, str]]:
    try:
        mounted = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=3, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return iter(())
    return macos_mounts(mounted.stdout)


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _drive_type(folder: Path) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\"))
