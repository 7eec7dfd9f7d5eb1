"""Writes files atomically: after any failure there is either the old file or the complete new one."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.lasting import make_folders, settle, settle_new
from editor.system.parts import drop_part, new_part, sweep_parts
from editor.system.reasons import reason_of

__all__ = ["MOST_BYTES", "PRIVATE", "make_folder", "read_file", "reason_of", "write_file", "write_new_file"]

MOST_BYTES = 256 * 1024 * 1024
PRIVATE = 0o600
"""Mode of a file that only its owner can read."""


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write data to path in one step: a failure leaves the old file. Raises UserError with the reason.

    private: only for the owner, whatever the permissions were before.
    """
    try:
        _replace(path, data, private=private)
    except OSError as error:
        raise UserError(
            tr("无法写入“{path}”：{reason}。原有文件未改动。", path=path, reason=reason_of(error))
        ) from error


def write_new_file(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Write data to a new file. Raises UserError with the reason; nothing is replaced.

    mode: permissions from the first byte on, None for the system's usual ones.
    """
    try:
        _put(path, data, settle_new, _usual() if mode is None else mode)
    except FileExistsError as error:
        raise UserError(tr("“{path}”已经有了，没有改动它。请换一个文件名。", path=path)) from error
    except OSError as error:
        raise UserError(tr("无法写入“{path}”：{reason}。", path=path, reason=reason_of(error))) from error


def read_file(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file. Raises UserError with the reason, also (without reading it) for over `most` bytes."""
    try:
        status = path.stat()
        # reading a pipe or a device may never begin or never end
        if not stat.S_ISREG(status.st_mode) and not path.is_dir():
            raise UserError(tr("“{name}”不是普通文件，没有读取。请检查是否选错了文件。", name=path.name))
        if status.st_size > most:
            raise UserError(
                tr(
                    "“{name}”超过 {most} MB，没有读取。请检查是否选错了文件。",
                    name=path.name,
                    most=most // 1024 // 1024,
                )
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(tr("无法读取“{path}”：{reason}。", path=path, reason=reason_of(error, reading=True))) from error


def make_folder(path: Path, *, private: bool = False) -> None:
    """Make a folder if it does not exist. private: only for its owner. Raises UserError with the reason."""
    try:
        make_folders(path, mode=0o700 if private else 0o777)
    except OSError as error:
        raise UserError(tr("无法新建文件夹“{path}”：{reason}。", path=path, reason=reason_of(error))) from error


def _replace(path: Path, data: bytes, *, private: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    as_before = stat.S_IMODE(path.stat().st_mode) if path.exists() else _usual()
    _put(path, data, settle, PRIVATE if private else as_before)


def _put(path: Path, data: bytes, named: Callable[[Path, Path], None], mode: int) -> None:
    sweep_parts(path.parent)
    part = new_part(path.parent)
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(mode)
        named(part, path)
    finally:
        drop_part(part)


def _usual() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
