"""The printed texts of an article, of the front or of a part of the document, read off the fields of its class.

A new field of text is among them by itself.
"""

import functools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain
from typing import Any, assert_never

from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart
from editor.model.article import Article
from editor.model.block_kinds import figures_in
from editor.model.block_texts import block_texts
from editor.model.body import ANCHOR
from editor.model.credits import Credit
from editor.model.picture import Picture

# fields of text that are identities, anchors and colours
NEVER_PRINTED = frozenset(("uid", "person", "anchor", "colour", "accent"))
# other fields that are not printed, or not as they stand
_LEFT_OUT: Mapping[type, frozenset[str]] = {Article: frozenset(("archive",)), Credit: frozenset(("rota",))}


def printed_texts(value: object) -> Iterator[str]:
    """Yield every printed text of a value, in the order of its fields; of blocks `block_texts` and drawn charts."""
    for _, text in printed_fields(value):
        yield text


def part_texts(part: Part) -> Iterator[str]:
    """Yield every text that a part prints and no other part does; those of a section's articles are not among them."""
    return (text for _, text in printed_fields(part, without=_repeated(part)))


def document_texts(document: Document) -> Iterator[str]:
    """Yield every text that a document prints."""
    articles = map(printed_texts, document.articles())
    imprint = printed_texts(document.imprint)
    return chain(chain.from_iterable(map(part_texts, document.parts)), imprint, chain.from_iterable(articles))


def printed_fields(value: object, *, without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield every printed text of a value with the name of its field. without: names of fields to leave out."""
    kind: Any = type(value)
    for name in _names(kind):
        if name not in without:
            yield from ((name, text) for text in _within(name, getattr(value, name)))


def _repeated(part: Part) -> tuple[str, ...]:
    """Return the fields of a part whose texts another part or an article prints as well."""
    match part:
        case Cover():
            return ("secondary",)
        case CreditsPage():
            return ("masthead", "issue_line")
        case ContentsPage():
            return ("issue_line", "groups")
        case SectionPart():
            return ("articles",)
        case BackMatter():
            return ()
        case _:
            assert_never(part)


def _within(name: str, found: object) -> Iterator[str]:
    if name == "blocks" and isinstance(found, tuple):
        yield from (text.replace(ANCHOR, "") for block in found for text in block_texts(block))
        for figure in figures_in(found):
            yield from figure.chart_headings()
    elif isinstance(found, tuple):
        for one in found:
            yield from _within(name, one)
    elif type(found) is str:
        yield found
    elif is_dataclass(found) and not isinstance(found, Picture):
        yield from printed_texts(found)


@functools.cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    left_out = NEVER_PRINTED | _LEFT_OUT.get(kind, frozenset())
    return tuple(field.name for field in fields(kind) if field.name not in left_out)
