"""The package's list of contents, `bulletin-package` version 4.

Version 3 lacks what issue files have since their version 3, version 2 scans, version 1 approvals.
"""

import hashlib
import re
from typing import Final

import msgspec

from editor.interchange.head import FileHead
from editor.model.errors import UserError
from editor.model.language import tr

FORMAT: Final = "bulletin-package"
VERSION: Final = 4
_WITHOUT_NEWER, _WITHOUT_SCANS, _WITHOUT_PROOF = 3, 2, 1
MANIFEST, ISSUE = "manifest.json", "issue.json"
APPROVALS, INTRODUCTIONS, RELEASED = "approvals/", "introductions/", "released/"
SCANS, SCANNED = "scans/", "scanned/"
_FOLDERS = ("pictures/", "originals/", APPROVALS, INTRODUCTIONS, RELEASED, SCANS, SCANNED)
MEMBER = re.compile(rf"manifest\.json|issue\.json|({'|'.join(_FOLDERS)})[0-9a-f]{{64}}")


class ManifestEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A member. size: bytes; title: an original's own name, empty for other members."""

    name: str
    size: int
    sha256: str
    title: str = ""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole list, sorted by name; it does not list itself."""

    format: str
    version: int
    files: tuple[ManifestEntry, ...]


def entry(name: str, data: bytes, *, title: str = "") -> ManifestEntry:
    """Return the entry of a member."""
    return ManifestEntry(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest(), title=title)


def write_manifest(entries: tuple[ManifestEntry, ...], *, newer: bool) -> bytes:
    """Return the list as JSON. newer: whether the issue has what only its newest version can say."""
    files = tuple(sorted(entries, key=lambda one: one.name))
    version = VERSION if newer else _version({one.name.partition("/")[0] + "/" for one in files})
    manifest = Manifest(format=FORMAT, version=version, files=files)
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n"


def _version(folders: set[str]) -> int:
    """Return the oldest version of the format that has all these folders."""
    if SCANS in folders:
        return _WITHOUT_NEWER
    return _WITHOUT_SCANS if APPROVALS in folders else _WITHOUT_PROOF


def read_manifest(data: bytes) -> Manifest:
    """Return the list. Raises UserError for another format, a newer version or wrong types."""
    try:
        head = msgspec.json.decode(data, type=FileHead)
        if head.format != FORMAT:
            raise UserError(tr("这个压缩包不是期刊包，请检查是否选错了文件。"))
        if head.version > VERSION:
            raise UserError(
                tr(
                    "期刊包的格式版本是 {version}，本程序只认识到 {version2}。请升级程序后再导入。",
                    version=head.version,
                    version2=VERSION,
                )
            )
        return msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UserError(tr("期刊包的清单有误（{error}），没有导入。请重新索取。", error=error)) from error
