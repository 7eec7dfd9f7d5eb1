"""Whether a folder is a safe place for a library.

A synchroniser copies the file and its write-ahead log separately; network file systems have faulty locks. Both can
destroy a library: sqlite.org/howtocorrupt.html, sections 2.1 and 2.5.
"""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath
from typing import TypeVar

from editor.desk.starting.disks import Disks, system_disks
from editor.desk.starting.synchronisers import synchroniser_of
from editor.model.language import tr

_T = TypeVar("_T")
_GIGABYTE = 1_000_000_000
_LITTLE = _GIGABYTE
_UNC = re.compile(r"(?:\\\\|//)(?:\?[\\/]UNC[\\/])?(?![?.][\\/])[^\\/]+[\\/]")


class StorageKind(StrEnum):
    """Kind of storage of a folder."""

    LOCAL = "local"
    REMOVABLE = "removable"
    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageLocation:
    """A folder as a place for a library. service: that synchronises it; free: bytes, None where unknown."""

    kind: StorageKind
    service: str = ""
    free: int | None = None
    writable: bool = True

    @property
    def safe(self) -> bool:
        """Whether a library is safe there."""
        return self.kind in (StorageKind.LOCAL, StorageKind.REMOVABLE) and self.writable

    @property
    def warning(self) -> str:
        """What is wrong with the place in a few words, empty for a good one."""
        match self.kind:
            case StorageKind.SYNCED:
                return tr("在 {service} 里：同步会弄坏刊库", service=self.service)
            case StorageKind.NETWORK:
                return tr("在网络磁盘上：断线或两人同开会弄坏刊库")
            case StorageKind.REMOVABLE:
                return tr("在移动磁盘上：拔下前先关闭刊库")
            case StorageKind.LOCAL:
                return "" if self.writable else tr("这个文件夹不能写入，请换一个")

    @property
    def remedy(self) -> str:
        """What the user can do about it, as text of a button; empty for nothing."""
        return tr("移到本机…") if self.kind in (StorageKind.SYNCED, StorageKind.NETWORK) else ""

    @property
    def verdict(self) -> str:
        """The sentence shown below the field with the folder."""
        if not self.writable or not self.safe:
            return (
                tr("{warning}。请换一个本机的文件夹。", warning=self.warning) if self.writable else f"{self.warning}。"
            )
        if self.kind is StorageKind.REMOVABLE:
            return f"{self.warning}{self._room('；')}"
        return tr("本机磁盘{room}；关闭时自动备份到旁边的“备份”文件夹", room=self._room("，"))

    @property
    def tight(self) -> bool:
        """Whether too little room is left to work without worry."""
        return self.free is not None and self.free < _LITTLE

    def _room(self, comma: str) -> str:
        if self.free is None:
            return ""
        only, advice = (tr("只"), tr("，请先腾出空间")) if self.tight else ("", "")
        return tr("{comma}{only}余 {size}{advice}", comma=comma, only=only, size=size_words(self.free), advice=advice)


def place_of(folder: PurePath, *, disks: Disks | None = None) -> StorageLocation:
    """Return the storage of a folder, which may not exist yet. Reads the disk: a dead share can take seconds."""
    asked = disks or system_disks()
    named = named_place(folder)
    if named:
        return named
    real = _existing(Path(folder))
    service = synchroniser_of(real, look=True)
    kind = StorageKind.SYNCED if service else _kind(real, asked)
    return StorageLocation(kind=kind, service=service, free=_free(real), writable=os.access(real, os.W_OK))


def named_place(folder: PurePath) -> StorageLocation | None:
    """Return the storage that a path names by its text alone, without reading the disk; None where it names none."""
    if _UNC.match(str(folder)):
        return StorageLocation(kind=StorageKind.NETWORK)
    service = synchroniser_of(folder, look=False)
    return StorageLocation(kind=StorageKind.SYNCED, service=service) if service else None


def size_words(size: int) -> str:
    """Return a size in words, e.g. 182 GB or 3.4 MB."""
    if size >= _GIGABYTE:
        return f"{size / _GIGABYTE:,.0f} GB"
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{size / 1000:,.0f} KB"


def _kind(real: Path, disks: Disks) -> StorageKind:
    # a mapped drive or a link to a share shows its server once resolved
    if _UNC.match(str(real)) or disks.is_remote(real):
        return StorageKind.NETWORK
    return StorageKind.REMOVABLE if disks.is_removable(real) else StorageKind.LOCAL


def _existing(folder: Path) -> Path:
    """Return the nearest parent folder that exists, with links resolved."""
    found = _tried(folder.resolve) or folder.absolute()
    while not _tried(found.is_dir) and found != found.parent:
        found = found.parent
    return found


def _free(folder: Path) -> int | None:
    usage = _tried(lambda: shutil.disk_usage(folder))
    return usage.free if usage else None


def _tried(ask: Callable[[], _T]) -> _T | None:
    try:
        return ask()
    except OSError:
        return None
