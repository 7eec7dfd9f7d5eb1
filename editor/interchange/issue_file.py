"""The issue file: one issue and its publication as versioned JSON, `bulletin-issue` version 3.

Version 2 lacked the fields of `versions.NEWER`, version 1 those of `versions.LATER`; both are still read, and version 2
is written where none of the new fields is used.
"""

import codecs
from typing import Final, Literal

import msgspec

from editor.interchange.codec import decode, encode_sound
from editor.interchange.head import FileHead
from editor.interchange.mirror import has_newer, mirrored
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication

FORMAT: Final = "bulletin-issue"
VERSION: Final = 3
_WITHOUT_NEWER: Final = 2
SCHEMA_ID = "urn:bulletin-desk:bulletin-issue:3"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFile:
    """The fields of an issue file."""

    format: Literal["bulletin-issue"]
    version: Literal[1, 2, 3]
    publication: Publication
    issue: Issue


def write_issue(issue: Issue, publication: Publication) -> bytes:
    """Return the issue file in the oldest version that can hold it; the same issue gives the same bytes."""
    version: Literal[2, 3] = VERSION if has_newer(issue) else _WITHOUT_NEWER
    return encode_sound(IssueFile(format=FORMAT, version=version, publication=publication, issue=issue)) + b"\n"


def read_issue(data: bytes) -> tuple[Issue, Publication]:
    """Return what an issue file holds. Raises UserError for another format, a newer version or a damaged file."""
    data = data.removeprefix(codecs.BOM_UTF8)
    _check_head(data)
    file = decode(IssueFile, data)
    if file.issue.publication != file.publication.uid:
        raise UserError(tr("交换文件内容有误：这一期不属于文件里的刊物。请向提供文件的人重新索取。"))
    return file.issue, file.publication


def schema() -> bytes:
    """Return the JSON Schema (2020-12) of the issue file."""
    described = msgspec.json.schema(mirrored(IssueFile))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, "title": FORMAT}
    return msgspec.json.format(msgspec.json.encode(head | described, order="sorted"), indent=1) + b"\n"


def _check_head(data: bytes) -> None:
    try:
        head = msgspec.json.decode(data, type=FileHead)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UserError(
            tr("这不是完整的交换文件（{error}）。请检查是否选错了文件，或重新索取。", error=error)
        ) from error
    if head.format != FORMAT:
        raise UserError(tr("这是 JSON 文件，但不是简报编辑台的交换文件，请检查是否选错了文件。"))
    if head.version > VERSION:
        raise UserError(
            tr(
                "交换文件的格式版本是 {version}，本程序只认识到 {version2}。请升级程序后再导入。",
                version=head.version,
                version2=VERSION,
            )
        )
