"""Writing files so that either the old one or the whole new one is there."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from editor.model.errors import UserError
from editor.model.language import tr

MOST_BYTES = 256 * 1024 * 1024
_REASONS = {
    errno.ENOSPC: tr("磁盘已满，请腾出空间或换一个位置"),
    errno.EDQUOT: tr("磁盘配额已满，请腾出空间或换一个位置"),
    errno.EACCES: tr("没有写入权限，请换一个文件夹"),
    errno.EPERM: tr("没有写入权限，请换一个文件夹"),
    errno.EROFS: tr("文件夹是只读的，请换一个文件夹"),
    errno.ENOENT: tr("文件夹不存在，请先新建或换一个文件夹"),
    errno.ENOTDIR: tr("路径中有一段不是文件夹，请检查路径"),
    errno.EISDIR: tr("这是一个文件夹，请写明文件名"),
    errno.ENAMETOOLONG: tr("文件名太长，请改短"),
}

_READING_REASONS = {
    errno.ENOENT: tr("找不到这个文件，请检查路径"),
    errno.EACCES: tr("没有读取权限，请向文件的所有者要权限"),
    errno.EPERM: tr("没有读取权限，请向文件的所有者要权限"),
}


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write data to path in one step: a failure leaves what was there. Raises UserError with the reason.

    private: for nobody else's eyes, whatever it was before.
    """
    try:
        _replace(path, data, private=private)
    except OSError as error:
        raise UserError(
            tr("无法写入“{path}”：{reason}。原有文件未改动。", path=path, reason=reason_of(error))
        ) from error


def read_file(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a file. Raises UserError with the reason, also for one of more than most bytes, unread."""
    try:
        status = path.stat()
        # a pipe or a device has no end, or never begins
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
    """Make a folder where it is not there yet, private: for its owner alone. Raises UserError with the reason."""
    try:
        path.mkdir(mode=0o700 if private else 0o777, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(tr("无法新建文件夹“{path}”：{reason}。", path=path, reason=reason_of(error))) from error


def _replace(path: Path, data: bytes, *, private: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".bulletin-", suffix=".part")
    temporary = Path(name)
    try:
        _fill(handle, data)
        if not private:
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason_of(error: OSError, *, reading: bool = False) -> str:
    """Return why the disk refused and what to do, in Chinese where the error is known; without a full stop."""
    known = _REASONS | (_READING_REASONS if reading else {})
    return known.get(error.errno or 0, error.strerror or str(error))
