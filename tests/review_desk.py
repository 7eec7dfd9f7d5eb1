"""A board for the review's tests: people with keys, a machine's trust, and a short way to an approved issue."""

import datetime as dt
import functools
import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from editor.desk.review.introductions import Confirmation
from editor.desk.review.keys import SigningKey
from editor.desk.review.seen import Seen
from editor.desk.review.steps import By, event_of
from editor.interchange.canonical import issue_content
from editor.interchange.statements import approval_statement, digest
from editor.model.approval import Approval
from editor.model.issue_state import IssueState
from editor.model.review import Step
from editor.model.seen_pages import SeenPages

AT = dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
SEEN = SeenPages(rasteriser="PDFium 1", pages=(b"RIFF 1", b"RIFF 2"))
CHIEF, SECOND, EDITOR, STAFF = "宋希贤", "熊晚秋", "钟新敏", "柳发行"


@functools.cache
def key_of(name):
    private = Ed25519PrivateKey.generate()
    return SigningKey(name=name, public=private.public_key().public_bytes_raw().hex(), private=private)


class FakeTrust:
    def __init__(self, *signers):
        self.kept = {one.public: Confirmation(key=one.public, name=one.name, at=AT) for one in signers}
        self.memory = Seen()

    def confirmed(self):
        return tuple(self.kept.values())

    def confirm(self, confirmation):
        self.kept[confirmation.key] = confirmation

    def withdraw(self, key):
        self.kept.pop(key, None)

    def seen(self):
        return self.memory

    def remember(self, change):
        self.memory = change(self.memory)


def approve_plainly(library, uid, *, at=AT, signer=None, printed=None, **fields):
    """Close an issue with a real signature over stand-ins for its files; return what was signed. printed: its PDF."""
    signer = signer or key_of(CHIEF)
    if library.issue(uid).archive.state is not IssueState.SUBMITTED:
        library.review.take_step(Step.SUBMIT, event_of(Step.SUBMIT, uid, By(name=EDITOR, at=at)))
    issue, pdf, word = library.issue(uid), printed or f"%PDF {uid} {at}".encode(), f"PK {uid} {at}".encode()
    content, log = issue_content(issue), library.review.log()
    approval = Approval(
        issue=uid,
        publication=issue.publication,
        label="云州观察",
        content=sha256(content),
        pdf=sha256(pdf),
        word=sha256(word),
        fonts=(),
        program="0",
        name=signer.name,
        at=at,
        key=signer.public,
        log=log[-1].hash if log else "",
        **fields,
    )
    signed = signer.sign(approval_statement(approval))
    event = event_of(Step.APPROVE, uid, By(name=signer.name, at=at), detail=digest(signed.statement))
    library.review.approve(signed, (content, pdf, word), event, seen=SEEN)
    return signed


def sha256(data):
    return hashlib.sha256(data).hexdigest()
