"""What a library says: everything a later program must read from it as it was written.

Files and answers are only ever added (see `make`): an answer that changed is a fault. A field that the model gains with
a default goes into LATER below, so that older answers are compared without it; nothing that is signed or chained can
gain one.
"""

import hashlib
import json
import lzma
import shutil
from contextlib import contextmanager
from pathlib import Path

from db.library import open_library
from editor.desk.exporting import export_issue
from editor.desk.printable_issue import printable_issue
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_library
from editor.interchange.canonical import content_hash, issue_content
from editor.interchange.codec import encode
from editor.interchange.issue_file import write_issue
from editor.interchange.statements import first_broken

FILES = Path(__file__).with_name("files")
LATER = {}
"""Names of fields that the model gained after answers were kept, with the defaults (in JSON) that older files get."""


@contextmanager
def office(place, trust):
    """An open library, upgraded where it is old, at a machine that trusts the keys of a file, which stays as it is."""
    own = place.with_suffix(".trust.json")
    if trust.exists() and not own.exists():
        shutil.copy(trust, own)
    with open_library(place) as library:
        yield Office(library=library, trust=TrustFile(own))


def give(desk, uid, *, pictures=None, **rest):
    """Export an issue, of a closed one what was signed. rest: of export_issue."""
    opened = printable_issue(desk.library, uid)
    export_issue(
        opened.issue,
        opened.publication,
        pictures=opened.pictures if pictures is None else pictures,
        released=released_files(desk, opened.issue),
        **rest,
    )


def unpacked(name, folder):
    """Put a kept file where a program may write it; what was packed by xz is unpacked."""
    data = (FILES / name).read_bytes()
    path = folder / name.removesuffix(".xz").replace("/", "-")
    path.write_bytes(lzma.decompress(data) if name.endswith(".xz") else data)
    return path


def answers(desk):
    """Return all that a library says, as plain values of JSON."""
    library, review = desk.library, desk.review
    issues = {entry.uid: library.issue(entry.uid) for entry in library.issues()}
    spaces = {uid: library.workspace(uid) for uid in issues}
    articles = {one.uid for space in spaces.values() for one in space.articles()}
    trash = {one.article.uid for space in spaces.values() for one in space.drawer.trash}
    return {
        "list": [
            [one.uid, one.publication, one.masthead, _said(one.number), str(one.date), one.state, one.articles]
            for one in library.issues()
        ],
        "publications": [_said(one) for one in library.publications()],
        "issues": {uid: _file(library, issue) for uid, issue in issues.items()},
        "content": {uid: [content_hash(one), _sha256(issue_content(one))] for uid, one in issues.items()},
        "drawers": {uid: _said(space.drawer) for uid, space in spaces.items()},
        "versions": {uid: _versions(library, uid) for uid in sorted({*issues, *articles, *trash})},
        "checkpoints": [
            [one.uid, one.name, one.author, str(one.at), one.issues] for one in library.checkpoints.listed()
        ],
        "registers": _said(library.registers.stored()),
        "members": [_said(one) for one in review.members()],
        "introductions": [_said(one) for one in review.introductions()],
        "approvals": {uid: [_approval(review, one) for one in review.approvals(uid)] for uid in issues},
        "scans": {uid: [_scan(review, one) for one in review.scans.listed(uid)] for uid in issues},
        "withdrawn": {uid: [_scan(review, one) for one in review.scans.withdrawn(uid)] for uid in issues},
        "readings": {uid: _reading(library, uid) for uid in issues},
        "log": [
            [*(getattr(one.event, part) for part in ("action", "name", "issue", "detail")), str(one.event.at)]
            for one in review.log()
        ],
        "chain": [[one.number, one.before, one.hash] for one in review.log()],
        "broken": first_broken(review.log()),
        "fonts": [[_said(one), _sha256(library.files.font_data(one.sha256))] for one in library.files.fonts()],
        "pictures": sorted(_pictures(library, issues.values())),
        "verdicts": {one.what: [one.holds, [remark.doubt for remark in one.remarks]] for one in verify_library(desk)},
    }


def kept_answers(name):
    """Return what a library said to the program that made its answers."""
    return without_later(json.loads(lzma.decompress((FILES / f"{name}.said.json.xz").read_bytes())))


def without_later(value):
    """Return an answer without the fields of LATER that hold their default."""
    if isinstance(value, dict):
        kept = ((key, part) for key, part in value.items() if key not in LATER or LATER[key] != part)
        return {key: without_later(part) for key, part in kept}
    if isinstance(value, list):
        return [without_later(part) for part in value]
    return value


def _said(value):
    return json.loads(encode(value))


def _file(library, issue):
    return json.loads(write_issue(issue, library.publication(issue.publication)))


def _versions(library, uid):
    return {
        "revisions": [
            [one.hash, list(one.parents), one.author, str(one.at)] for one in library.versions.revisions(uid)
        ],
        "versions": [
            [one.author, str(one.at), one.reason, one.name, one.key and content_hash(library.versions.article(one.key))]
            for one in library.versions.listed(uid)
        ],
    }


def _approval(review, signed):
    statement = json.loads(signed.statement)["approval"]
    files = [review.released(statement[part]) for part in ("content", "pdf", "word")]
    seen = review.seen_pages(_sha256(signed.statement.encode()))
    return {
        "signed": _said(signed),
        "files": [data and _sha256(data) for data in files],
        "seen": seen and [seen.rasteriser, [_sha256(page) for page in seen.pages]],
    }


def _scan(review, scan):
    return [_said(scan), _sha256(review.scans.data(scan.sha256))]


def _reading(library, uid):
    reading = library.readings.last(uid)
    return reading and [reading.reader, str(reading.at), reading.hash, content_hash(reading.issue)]


def _pictures(library, issues):
    from editor.model.used_pictures import publication_pictures, used_pictures

    used = [one for issue in issues for one in used_pictures(issue)]
    used += [one for publication in library.publications() for one in publication_pictures(publication)]
    for sha256, data in library.files.pictures({one.sha256 for one in used}).items():
        yield [sha256, _sha256(data)]


def _sha256(data):
    return hashlib.sha256(data).hexdigest()
