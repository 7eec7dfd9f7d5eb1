"""Drawings that the typesetter makes of an issue's data and that the Word file holds as pictures, by key."""

from collections.abc import Container, Iterator
from typing import assert_never

from editor.document.look import LookTable
from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart

COVER = "cover"
"""Key of the drawing across the cover."""
GROUND = "ground"
"""Key of the dark ground of the publishers' page."""


def codes_of(page: CreditsPage) -> tuple[int, ...]:
    """Return which contacts, from 0, have a code to scan or stand in its place by their caption."""
    return tuple(at for at, one in enumerate(page.contacts) if one.picture or not one.value)


def code_key(place: int) -> str:
    """Return the key of a contact's code in its corner marks. place: among the contacts, from 0."""
    return f"code{place}"


def drawing_keys(document: Document, look: LookTable, pictures: Container[str]) -> tuple[str, ...]:
    """Return the drawings that the Word file needs, in printed order. pictures: by sha256, those at hand."""
    return tuple(key for part in document.parts for key in _of_part(part, look, pictures))


def _of_part(part: Part, look: LookTable, pictures: Container[str]) -> Iterator[str]:
    match part:
        case Cover():
            if look.text("style.cover") == "rings" and not (part.picture and part.picture.sha256 in pictures):
                yield COVER
        case CreditsPage():
            shown = {at for at, one in enumerate(part.contacts) if one.picture and one.picture.sha256 in pictures}
            yield from (code_key(at) for at in codes_of(part) if at in shown)
        case BackMatter():
            if look.settings.get("style.back") == "dark":
                yield GROUND
        case ContentsPage() | SectionPart():
            return
        case _:
            assert_never(part)
