"""Codes among an issue's own pictures: what can be scanned from the picture must be scanned from the page as well."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, assert_never

from editor.document.parts import (
    ArticlePart,
    BackMatter,
    ContentsPage,
    Cover,
    CreditsPage,
    Document,
    Part,
    SectionPart,
)
from editor.model.block_kinds import figures_in
from editor.model.body import Figure
from editor.model.language import tr
from editor.model.page_facts import ArticlePages, PageFacts
from editor.model.picture import Picture
from editor.model.publication import Contact
from editor.text.quotes import within_title

if TYPE_CHECKING:
    from editor.pages.printed_codes import CodeRegion

# codes are squares, with their quiet zone or a caption nearly
_SQUARE = 1.3
_PAGE = 10_000_000
_Pictures = Mapping[str, bytes]


def said_picture_codes(document: Document, pictures: _Pictures, pdf: bytes, facts: PageFacts) -> Iterator[str]:
    """Yield a sentence for every code of a picture that cannot be read on its page. pdf, facts: of one rendering."""
    yield from _contacts(document, pictures, pdf, facts)
    yield from _figures(document, pictures, pdf, facts)


def _contacts(document: Document, pictures: _Pictures, pdf: bytes, facts: PageFacts) -> Iterator[str]:
    shown = [one for part in document.parts for one in _shown_contacts(part)]
    wanted = [(one, text) for one in shown for text in _code_of(one.picture, pictures)]
    sheet = facts.sheet_of("credits")
    if not wanted or sheet is None:
        return
    from editor.pages.printed_codes import read_picture_codes

    found = read_picture_codes(pdf, sheet)
    for one, text in wanted:
        if text not in found:
            yield tr(
                "版权页“{name}”的二维码印出来扫不出；请换一张大一些、清楚一些的二维码图片。",
                name=one.caption or one.label,
            )


def _figures(document: Document, pictures: _Pictures, pdf: bytes, facts: PageFacts) -> Iterator[str]:
    wanted = [
        (article, number, region, text)
        for article in document.articles()
        for number, figure in enumerate(figures_in(article.blocks), 1)
        for text in _code_of(figure.picture, pictures)
        for region in _region(facts.of(article.anchor), figure)
    ]
    if not wanted:
        return
    from editor.pages.printed_codes import read_codes

    found = read_codes(pdf, [region for _, _, region, _ in wanted])
    for article, number, region, text in wanted:
        if text not in found[region.name]:
            yield _said(article, number, facts.folio_of(region.sheet))


def _said(article: ArticlePart, number: int, folio: int | None) -> str:
    return tr(
        "《{title}》图{number}（{where}）里的二维码印出来扫不出；请把图放大，或换一张清楚一些的图片。",
        title=within_title(article.title) or tr("（没有标题）"),
        number=number,
        where=tr("第 {page} 页", page=folio) if folio else tr("页码不详"),
    )


def _region(pages: ArticlePages | None, figure: Figure) -> "Iterator[CodeRegion]":
    """Yield where a figure stands: down to what follows it, or to the foot of its page."""
    from editor.pages.printed_codes import CodeRegion

    extent = pages.extent(figure.uid) if pages else None
    if extent:
        start, end = extent
        bottom = end.y if end.sheet == start.sheet and end.y > start.y else _PAGE
        yield CodeRegion(name=figure.uid, sheet=start.sheet, top=start.y, bottom=bottom, whole=True)


def _shown_contacts(part: Part) -> tuple[Contact, ...]:
    match part:
        case CreditsPage():
            return part.contacts
        case Cover() | ContentsPage() | SectionPart() | BackMatter():
            return ()
        case _:
            assert_never(part)


def _code_of(picture: Picture | None, pictures: _Pictures) -> tuple[str, ...]:
    """Return what the first code of a picture says, nothing for one that has none or cannot be a code by its shape."""
    if picture is None or max(picture.width, picture.height) > _SQUARE * min(picture.width, picture.height):
        return ()
    data = pictures.get(picture.sha256)
    if data is None:
        return ()
    from editor.pages.printed_codes import read_picture

    return read_picture(data)[:1]
