"""Drawings that the typesetter makes of an issue's data and that the Word file holds as pictures, by key."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from editor.document.look import LookTable
from editor.document.parts import ArticlePart, BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart
from editor.model.block_kinds import as_figure, figures_in
from editor.model.body import Block
from editor.model.picture import Picture

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
        case SectionPart():
            yield from (
                figure.uid for article in part.articles for figure in figures_in(article.blocks) if figure.drawn
            )
        case ContentsPage():
            return
        case _:
            assert_never(part)


def with_pictures(document: Document, drawings: Mapping[str, bytes]) -> tuple[Document, dict[str, bytes]]:
    """Return the document with its charts as pictures, told in words, and these pictures by sha256."""
    blocks = (block for article in document.articles() for block in article.blocks)
    charts = [figure.uid for figure in figures_in(blocks) if figure.drawn and figure.uid in drawings]
    made = {uid: _picture(drawings[uid]) for uid in charts}
    if not made:
        return document, {}
    drawn = replace(document, parts=tuple(_with_charts(part, made) for part in document.parts))
    return drawn, {picture.sha256: drawings[key] for key, picture in made.items()}


def _with_charts(part: Part, made: Mapping[str, Picture]) -> Part:
    match part:
        case SectionPart():
            return replace(part, articles=tuple(_article(article, made) for article in part.articles))
        case Cover() | CreditsPage() | ContentsPage() | BackMatter():
            return part
        case _:
            assert_never(part)


def _article(article: ArticlePart, made: Mapping[str, Picture]) -> ArticlePart:
    return replace(article, blocks=tuple(_block(block, made) for block in article.blocks))


def _block(block: Block, made: Mapping[str, Picture]) -> Block:
    figure = as_figure(block)
    if figure is None or figure.uid not in made or not figure.drawn:
        return block
    from editor.document.charts import chart_words

    return replace(figure, picture=made[figure.uid], alt=chart_words(figure))


def _picture(data: bytes) -> Picture:
    """Return a PNG as a picture of the model; its size stands at the same place in every file."""
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    # loaded for charts alone: it brings a library of ciphers
    import hashlib

    digest = hashlib.sha256(data).hexdigest()
    return Picture(sha256=digest, media_type="image/png", width=width, height=height)
