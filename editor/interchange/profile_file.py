"""The profile file: a publication with its pictures as versioned JSON, `bulletin-profile` version 1."""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import msgspec

from editor.interchange.codec import decode, encode_sound
from editor.interchange.head import FileHead
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Publication
from editor.model.used_pictures import publication_pictures

FORMAT: Final = "bulletin-profile"
VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureData:
    """A picture with its bytes, in base64."""

    picture: Picture
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileFile:
    """The fields of a profile file."""

    format: Literal["bulletin-profile"]
    version: Literal[1]
    publication: Publication
    pictures: tuple[PictureData, ...]


def write_profile(publication: Publication, pictures: Mapping[str, bytes]) -> bytes:
    """Return the profile file; the same publication gives the same bytes. pictures: by sha256."""
    used = tuple(
        PictureData(picture=one, data=pictures[one.sha256])
        for one in publication_pictures(publication)
        if one.sha256 in pictures
    )
    file = ProfileFile(format=FORMAT, version=VERSION, publication=publication, pictures=used)
    return encode_sound(file) + b"\n"


def read_profile(data: bytes) -> ProfileFile:
    """Return what a profile file holds. Raises UserError for another format, a newer version or a damaged file."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        head = msgspec.json.decode(data, type=FileHead)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UserError(tr("这不是完整的刊物设置文件。请检查是否选错了文件，或重新索取。")) from error
    if head.format != FORMAT:
        raise UserError(tr("这不是刊物设置文件，请选用“存为文件”存下的 .bulletin-profile 文件。"))
    if head.version > VERSION:
        raise UserError(
            tr(
                "这个刊物设置文件由更新的程序存下（版本 {version}），这里只认识到 {version2}。请先升级程序。",
                version=head.version,
                version2=VERSION,
            )
        )
    return decode(ProfileFile, data)
