"""Whose key is trusted on this machine, and how a key gives way to the next one.

A key is trusted here when its fingerprint was confirmed once by hand (read out over the phone), or when a trusted key
has signed its introduction. So there are three ways to a new key:

- change: the chief still has the old key, which signs the new one; it is trusted wherever the old one was.
- recovery: the old key is lost; a second trusted person signs the new one.
- by hand: nobody is left to sign; the new key introduces itself, and its fingerprint is confirmed on each machine.

An introduction may name the key that it replaces. From then on that key counts for nothing new; what it approved before
stays approved. Whoever has stolen a key can date a statement back: then its confirmation is withdrawn on each machine.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from editor.desk.review.keys import SigningKey, is_signed
from editor.interchange.statements import key_statement, read_introduction
from editor.model.approval import Introduction, Signed
from editor.model.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A fingerprint confirmed by hand. at: UTC."""

    key: str
    name: str
    at: dt.datetime


class Trust(Protocol):
    """The fingerprints that were confirmed on this machine."""

    def confirmed(self) -> tuple[Confirmation, ...]:
        """Return them. Raises UserError where they cannot be read."""

    def confirm(self, confirmation: Confirmation) -> None:
        """Add one. Raises UserError where it cannot be kept."""

    def withdraw(self, key: str) -> None:
        """Take one away; one that is not there is no error. Raises UserError where that cannot be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedKey:
    """A key that counts. until: UTC, when another one took its place; None while it is in use."""

    key: str
    name: str
    until: dt.datetime | None = None

    def counts_at(self, at: dt.datetime) -> bool:
        """Return whether what it signed at this moment counts."""
        return self.until is None or at < self.until


def introduce(signer: SigningKey, *, key: str, name: str, at: dt.datetime, replaces: str = "") -> Signed:
    """Return the introduction of a public key. signer: its own holder, that of the old key, or a second person."""
    return signer.sign(key_statement(Introduction(key=key, name=name, at=at, replaces=replaces)))


def trusted_keys(introductions: Iterable[Signed], confirmed: Iterable[Confirmation]) -> Mapping[str, TrustedKey]:
    """Return the keys that count, by key. Introductions with a wrong signature say nothing."""
    known = {one.key: TrustedKey(key=one.key, name=one.name) for one in confirmed}
    said = list(filter(None, map(_heard, introductions)))
    waiting = sorted(said, key=lambda pair: pair[1].at)
    while True:
        heard = next((pair for pair in waiting if _is_believed(pair, known)), None)
        if heard is None:
            return known
        waiting.remove(heard)
        _take_in(heard[1], known)


def _heard(signed: Signed) -> tuple[str, Introduction] | None:
    """Return signer and introduction, None for what is wrongly signed or no introduction: anyone can put it there."""
    try:
        return (signed.key, read_introduction(signed.statement)) if is_signed(signed) else None
    except UserError:
        return None


def _is_believed(pair: tuple[str, Introduction], known: Mapping[str, TrustedKey]) -> bool:
    signer, introduction = pair
    return signer in known and known[signer].counts_at(introduction.at)


def _take_in(introduction: Introduction, known: dict[str, TrustedKey]) -> None:
    known.setdefault(introduction.key, TrustedKey(key=introduction.key, name=introduction.name))
    old = known.get(introduction.replaces)
    if old and introduction.replaces != introduction.key and old.counts_at(introduction.at):
        known[old.key] = replace(old, until=introduction.at)
