"""Whose key is trusted on this machine, and how a key is replaced.

A key is trusted here when its fingerprint was confirmed once by hand (read out over the phone), or when a trusted key
has signed its introduction. So a new key can be trusted in three ways:

- change: the chief still has the old key, which signs the new one; it is trusted wherever the old one was.
- recovery: the old key is lost; a second trusted person signs the new one.
- by hand: nobody can sign; the new key introduces itself, and its fingerprint is confirmed on each machine, also where
  it was made, since anyone with the library can make a key under the chief's name.

An introduction may name the key that it replaces. That key then cannot approve anything new; its earlier approvals
remain valid. What is earlier is decided by the order of the log's entries. Without a log, a thief of a key can backdate
a statement; the key's confirmation must then be withdrawn on each machine.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.seen import Retired, Seen
from editor.desk.review.signatures import is_signed
from editor.interchange.statements import key_statement, read_introduction
from editor.model.approval import Introduction, Signed
from editor.model.dataclass import dataclass
from editor.model.errors import UserError

if TYPE_CHECKING:
    from editor.desk.review.keys import SigningKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A fingerprint confirmed by hand. at: UTC."""

    key: str
    name: str
    at: dt.datetime


class Trust(Protocol):
    """The fingerprints confirmed on this machine, and what it remembers of libraries."""

    def confirmed(self) -> tuple[Confirmation, ...]:
        """Return the confirmations. Raises UserError where they cannot be read."""

    def confirm(self, confirmation: Confirmation) -> None:
        """Add a confirmation. Raises UserError where it cannot be stored."""

    def withdraw(self, key: str) -> None:
        """Remove a confirmation; a missing one is no error. Raises UserError where that cannot be stored."""

    def seen(self) -> Seen:
        """Return what is remembered of libraries. Raises UserError where it cannot be read."""

    def remember(self, change: Callable[[Seen], Seen]) -> None:
        """Change what is remembered. Raises UserError where that cannot be stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedKey:
    """A trusted key.

    until: UTC, when another one replaced it; None while it is in use. place: number of the log entry of that, None
    where the log has none. surety: the second person who signed for it, where neither its fingerprint was confirmed
    here nor the key before signed for it; empty otherwise.
    """

    key: str
    name: str
    until: dt.datetime | None = None
    place: int | None = None
    surety: str = ""


def introduce(signer: "SigningKey", *, key: str, name: str, at: dt.datetime, replaces: str = "") -> Signed:
    """Return the introduction of a public key. signer: its own holder, that of the old key, or a second person."""
    return signer.sign(key_statement(Introduction(key=key, name=name, at=at, replaces=replaces)))


def trusted_keys(
    introductions: Iterable[Signed],
    confirmed: Iterable[Confirmation],
    *,
    noted: Callable[[str], int | None] = lambda _printed: None,
    retired: Iterable[Retired] = (),
) -> Mapping[str, TrustedKey]:
    """Return the trusted keys, by key. Introductions with a wrong signature are ignored.

    noted: number of the log entry with a fingerprint, None for none. Keys in the log are ordered by its entries and
    come before all others, which are ordered by time. retired: keys that this machine saw replaced.
    """
    known = {one.key: TrustedKey(key=one.key, name=one.name) for one in confirmed}
    successors = {one.key: one for one in retired}
    introduction = list(filter(None, map(_heard, introductions)))
    placed = [
        _PlacedIntroduction(signer=signer, introduction=one, place=noted(fingerprint(one.key)))
        for signer, one in introduction
    ]
    waiting = sorted(placed, key=lambda one: (one.place is None, one.place or 0, one.introduction.at))
    while True:
        heard = next((one for one in waiting if _is_believed(one, known, successors)), None)
        if heard is None:
            break
        waiting.remove(heard)
        _take_in(heard, known)
    for one in successors.values():
        key = known.get(one.key)
        if key and key.until is None:
            known[one.key] = replace(key, until=one.at)
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class _PlacedIntroduction:
    """An introduction. place: number of the log entry with the key, None for none."""

    signer: str
    introduction: Introduction
    place: int | None


def _heard(signed: Signed) -> tuple[str, Introduction] | None:
    """Return signer and introduction, None for a wrong signature or another statement: anyone may have put it there."""
    try:
        return (signed.key, read_introduction(signed.statement)) if is_signed(signed) else None
    except UserError:
        return None


def _is_believed(one: _PlacedIntroduction, known: Mapping[str, TrustedKey], successors: Mapping[str, Retired]) -> bool:
    signer = known.get(one.signer)
    if signer is None:
        return False
    seen = successors.get(one.signer)
    if seen and one.place is None and one.introduction.replaces == one.signer and one.introduction.key != seen.by:
        return False
    if signer.until is None:
        return True
    if signer.place is not None:
        return one.place is not None and one.place < signer.place
    return one.introduction.at < signer.until


def _take_in(one: _PlacedIntroduction, known: dict[str, TrustedKey]) -> None:
    introduction = one.introduction
    surety = "" if one.signer in (introduction.key, introduction.replaces) else known[one.signer].name
    known.setdefault(introduction.key, TrustedKey(key=introduction.key, name=introduction.name, surety=surety))
    old = known.get(introduction.replaces)
    if old and introduction.replaces != introduction.key and old.until is None:
        known[old.key] = replace(old, until=introduction.at, place=one.place)
