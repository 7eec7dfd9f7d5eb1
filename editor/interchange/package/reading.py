"""Bytes to package: all of it, or a UserError."""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from editor.interchange.codec import decode
from editor.interchange.issue_file import read_issue
from editor.interchange.package.contents import ApprovalEvidence, Original, Package
from editor.interchange.package.guards import MOST_BYTES, check_frame, check_members, damaged, read_bounded
from editor.interchange.package.manifest import (
    APPROVALS,
    INTRODUCTIONS,
    ISSUE,
    MANIFEST,
    RELEASED,
    SCANNED,
    SCANS,
    ManifestEntry,
    read_manifest,
)
from editor.interchange.statements import read_approval
from editor.model.approval import Signed
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.signed_scan import SignedScan
from editor.model.used_pictures import stored_pictures

_MANIFEST_BYTES = 2 * 1024 * 1024
# what zipfile raises for damaged input
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, RuntimeError, OSError, ValueError)


def read_package(data: bytes) -> Package:
    """Return a package. Raises UserError with the reason if anything in it is wrong."""
    check_frame(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            check_members(archive, len(data))
            entries, parts = _read_parts(archive)
    except _BROKEN as error:
        raise damaged(str(error)[:120] or type(error).__name__) from error
    issue, publication = read_issue(parts[ISSUE])
    _check_pictures(issue, publication, entries)
    return Package(
        issue=issue,
        publication=publication,
        pictures={_digest(one.name): parts[one.name] for one in entries if one.name.startswith("pictures/")},
        originals=tuple(
            Original(name=one.title, data=parts[one.name]) for one in entries if one.name.startswith("originals/")
        ),
        proof=_proof(parts),
    )


def _proof(parts: Mapping[str, bytes]) -> ApprovalEvidence | None:
    """Return the approvals in the order in which they were signed, without verifying them."""
    approvals = tuple(decode(Signed, data) for data in _of(parts, APPROVALS))
    if not approvals:
        return None
    return ApprovalEvidence(
        approvals=tuple(sorted(approvals, key=lambda one: read_approval(one.statement).at)),
        introductions=tuple(decode(Signed, data) for data in _of(parts, INTRODUCTIONS)),
        files=tuple(_of(parts, RELEASED)),
        scans=_scans(parts),
    )


def _scans(parts: Mapping[str, bytes]) -> tuple[tuple[SignedScan, bytes], ...]:
    scans = sorted((decode(SignedScan, data) for data in _of(parts, SCANS)), key=lambda one: one.at)
    named = {SCANNED + one.sha256 for one in scans}
    if named != {name for name in parts if name.startswith(SCANNED)}:
        raise damaged(tr("扫描件与清单不符"))
    return tuple((one, parts[SCANNED + one.sha256]) for one in scans)


def _of(parts: Mapping[str, bytes], folder: str) -> Iterator[bytes]:
    return (data for name, data in parts.items() if name.startswith(folder))


def _read_parts(archive: zipfile.ZipFile) -> tuple[tuple[ManifestEntry, ...], dict[str, bytes]]:
    names = {member.filename for member in archive.infolist()}
    if not {MANIFEST, ISSUE} <= names:
        raise damaged(tr("缺少清单或正文"))
    entries = read_manifest(read_bounded(archive, MANIFEST, _MANIFEST_BYTES)).files
    listed = [one.name for one in entries]
    if len(set(listed)) != len(listed) or {MANIFEST, *listed} != names or MANIFEST in listed:
        raise damaged(tr("清单与内容不符"))
    if any(one.size < 0 for one in entries) or sum(one.size for one in entries) > MOST_BYTES:
        raise damaged(tr("解开后太大"))
    return entries, {one.name: _read_part(archive, one) for one in entries}


def _read_part(archive: zipfile.ZipFile, one: ManifestEntry) -> bytes:
    data = read_bounded(archive, one.name, one.size)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) != one.size or digest != one.sha256:
        raise damaged(tr("{name} 的校验值不对", name=one.name))
    if "/" in one.name and _digest(one.name) != digest:
        raise damaged(tr("{name} 名不副实", name=one.name))
    return data


def _check_pictures(issue: Issue, publication: Publication, entries: tuple[ManifestEntry, ...]) -> None:
    """Raise UserError for pictures that nothing uses; missing ones are allowed, as in the library."""
    used = {picture.sha256 for picture in stored_pictures(issue, publication)}
    for one in entries:
        if one.name.startswith("pictures/") and _digest(one.name) not in used:
            raise damaged(tr("{name} 没有哪里用到", name=one.name))


def _digest(name: str) -> str:
    return name.partition("/")[2]
