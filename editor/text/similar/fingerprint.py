"""What a library keeps of an article to find it again by its likeness."""

from dataclasses import dataclass

from editor.text.similar.likeness import Telling, page_link
from editor.text.similar.shingles import shingles
from editor.text.similar.subject import subject_of

READING = 1
"""Raised with every change of what is read of an article: libraries read theirs anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """Of an article. link: of its page, empty for none; documents: cores of those it says were issued."""

    shingles: frozenset[int]
    link: str
    documents: tuple[str, ...]


def fingerprint(telling: Telling) -> Fingerprint:
    """Return what is kept of an article."""
    return Fingerprint(
        shingles=shingles(telling.body),
        link=page_link(telling.link),
        documents=subject_of(telling.title, telling.body).issued,
    )
