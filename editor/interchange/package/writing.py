"""Package to bytes: the same package gives the same bytes."""

import hashlib
import io
import zipfile

from editor.interchange.codec import encode
from editor.interchange.issue_file import write_issue
from editor.interchange.mirror import has_newer
from editor.interchange.package.contents import ApprovalEvidence, Package
from editor.interchange.package.manifest import (
    APPROVALS,
    INTRODUCTIONS,
    ISSUE,
    MANIFEST,
    RELEASED,
    SCANNED,
    SCANS,
    entry,
    write_manifest,
)

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


def write_package(package: Package) -> bytes:
    """Return the package as a zip. Raises ValueError for a picture whose bytes are not those of its sha256."""
    members = _members(package)
    titles = {_original(one.data): one.name for one in package.originals}
    listed = tuple(entry(name, data, title=titles.get(name, "")) for name, data in members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in ((MANIFEST, write_manifest(listed, newer=has_newer(package.issue))), *members):
            archive.writestr(_member(name), data)
    return buffer.getvalue()


def _members(package: Package) -> tuple[tuple[str, bytes], ...]:
    for digest, data in package.pictures.items():
        if hashlib.sha256(data).hexdigest() != digest:
            raise ValueError(f"the bytes are not those of picture {digest}")
    pictures = ((f"pictures/{digest}", data) for digest, data in sorted(package.pictures.items()))
    originals = {_original(one.data): one.data for one in package.originals}
    issue = write_issue(package.issue, package.publication)
    return ((ISSUE, issue), *pictures, *sorted((originals | _proof(package.proof)).items()))


def _proof(proof: ApprovalEvidence | None) -> dict[str, bytes]:
    if proof is None:
        return {}
    folders = (
        (APPROVALS, map(encode, proof.approvals)),
        (INTRODUCTIONS, map(encode, proof.introductions)),
        (RELEASED, proof.files),
        (SCANS, (encode(scan) for scan, _ in proof.scans)),
        (SCANNED, (data for _, data in proof.scans)),
    )
    return {folder + hashlib.sha256(data).hexdigest(): data for folder, held in folders for data in held}


def _original(data: bytes) -> str:
    return f"originals/{hashlib.sha256(data).hexdigest()}"


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=_DATE)
    info.create_system, info.external_attr = _UNIX, _PLAIN_FILE
    # pictures are compressed already
    info.compress_type = zipfile.ZIP_STORED if name.startswith(("pictures/", SCANNED)) else zipfile.ZIP_DEFLATED
    return info
