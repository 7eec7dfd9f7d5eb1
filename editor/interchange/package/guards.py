"""Checks of a zip before it is read: no bytes outside its members, no unsafe paths, nothing too large."""

import stat
import zipfile

from editor.interchange.package.manifest import MEMBER
from editor.interchange.zip_guard import METHODS, lists_too_much
from editor.model.errors import UserError
from editor.model.language import tr

MOST_BYTES = 256 * 1024 * 1024
MOST_MEMBERS = 4000
_END, _END_LENGTH = b"PK\x05\x06", 22
_START = b"PK\x03\x04"


def damaged(detail: str) -> UserError:
    """Return the error for a damaged package."""
    return UserError(tr("期刊包不完整或被改动过（{detail}），没有导入，刊库未变。请重新索取。", detail=detail))


def check_frame(data: bytes) -> None:
    """Raise UserError for a file that is too large, lists too many members, or does not begin and end as a zip."""
    if len(data) > MOST_BYTES:
        raise UserError(
            tr("期刊包超过 {most_bytes} MB，没有导入。请检查是否选错了文件。", most_bytes=MOST_BYTES // 1024 // 1024)
        )
    if lists_too_much(data):
        raise damaged(tr("文件太多"))
    if not data.startswith(_START):
        raise UserError(tr("这不是期刊包（.bulletin），请检查是否选错了文件。"))
    if data[-_END_LENGTH:][:4] != _END:
        raise damaged(tr("结尾缺失"))


def check_members(archive: zipfile.ZipFile, length: int) -> None:
    """Raise UserError for members that a package does not have. length: of the whole file in bytes."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise UserError(
            tr("期刊包里有 {n} 个文件，超过 {most_members} 个，没有导入。", n=len(members), most_members=MOST_MEMBERS)
        )
    names = [member.filename for member in members]
    if len(set(names)) != len(names):
        raise damaged(tr("同名文件出现两次"))
    for member in members:
        _check_member(member)
    if not members or min(member.header_offset for member in members) != 0:
        raise damaged(tr("开头有多余的内容"))
    if sum(member.compress_size for member in members) > length:
        raise damaged(tr("文件互相重叠"))


def read_bounded(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a member. Raises UserError for over `most` bytes, counted while reading: the zip may state a wrong one."""
    with archive.open(name) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise damaged(tr("{name} 比清单上写的大", name=name))
    return data


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.filename
    if not MEMBER.fullmatch(name) or member.orig_filename != name:
        raise damaged(tr("不该有的文件“{name}”", name=name[:60]))
    if member.flag_bits & 0x1:
        raise damaged(tr("{name} 加了密", name=name))
    if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG):
        raise damaged(tr("{name} 不是普通文件", name=name))
    if member.compress_type not in METHODS:
        raise damaged(tr("{name} 的压缩方式不认识", name=name))
