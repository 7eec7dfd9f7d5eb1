"""The registers file: all registers of a library as versioned JSON, `bulletin-registers` version 1."""

import codecs
from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from editor.interchange.codec import decode, encode_sound
from editor.interchange.head import FileHead
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.registers import Registers

FORMAT: Final = "bulletin-registers"
VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistersFile:
    """The fields of a registers file."""

    format: Literal["bulletin-registers"]
    version: Literal[1]
    registers: Registers


def write_registers(registers: Registers) -> bytes:
    """Return the registers file; the same registers give the same bytes."""
    return encode_sound(RegistersFile(format=FORMAT, version=VERSION, registers=registers)) + b"\n"


def read_registers(data: bytes) -> Registers:
    """Return what a registers file holds. Raises UserError for another format, a newer version or a damaged file."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        head = msgspec.json.decode(data, type=FileHead)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UserError(tr("这不是完整的名录文件。请检查是否选错了文件，或重新索取。")) from error
    if head.format != FORMAT:
        raise UserError(tr("这不是名录文件，请选用“导出名录”存下的 .json 文件。"))
    if head.version > VERSION:
        raise UserError(
            tr(
                "名录文件由更新的程序存下（版本 {version}），这里只认识到 {version2}。请先升级程序。",
                version=head.version,
                version2=VERSION,
            )
        )
    return decode(RegistersFile, data).registers
