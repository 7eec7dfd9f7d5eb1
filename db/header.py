"""A file's header, read without opening it as a database, so that a foreign file is not changed.

Offsets from the SQLite file format, section 1.3 "The Database Header".
"""

from pathlib import Path

from db.known_schema import HEAD
from editor.model.dataclass import dataclass
from editor.model.errors import LostLibraryError, UserError
from editor.model.language import tr
from editor.system.reasons import reason_of

APPLICATION_ID = 0x42444C42  # "BDLB"
MIGRATIONS = "db.migrations"
_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """version: the schema's revision as a number."""

    application_id: int
    version: int


def head_version() -> int:
    """Return the newest revision's number."""
    return HEAD


def read_header(path: Path) -> Header | None:
    """Return a library file's header, None for a file that is not there or empty. Raises UserError for no database."""
    try:
        data = _first_bytes(path)
    except OSError as error:
        raise UserError(
            tr("无法读取刊库“{path}”：{reason}。", path=path, reason=reason_of(error, reading=True))
        ) from error
    if not data:
        return None
    if len(data) < _LENGTH or not data.startswith(_MAGIC):
        raise LostLibraryError(
            tr("“{path}”不是刊库文件，未作任何改动。请选择正确的文件，或换一个新文件名。", path=path)
        )
    return header_of(data)


def header_of(page: bytes) -> Header:
    """Return the header at the beginning of a database's first page."""
    return Header(application_id=int.from_bytes(page[68:72], "big"), version=int.from_bytes(page[60:64], "big"))


def check_header(path: Path, header: Header, head: int) -> None:
    """Raise UserError for another program's database or one of a newer version of this program."""
    if header.application_id != APPLICATION_ID:
        raise LostLibraryError(tr("“{path}”是别的程序的数据库，未作任何改动。请选择简报编辑台的刊库。", path=path))
    if header.version > head:
        raise UserError(
            tr(
                "刊库“{path}”由更新版本的程序写成（格式 {version}，本程序到 {head}），未作任何改动。"
                "请升级程序后再打开。",
                path=path,
                version=header.version,
                head=head,
            )
        )


def _first_bytes(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(_LENGTH)
