"""The codes of an issue read back from its rendered pages, and compared with the links that they should carry."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from editor.desk.picture_codes import said_picture_codes
from editor.document.code_symbol import code_symbol, may_have_code, symbol_png
from editor.document.look import LookTable
from editor.document.parts import ArticlePart, Document
from editor.model.language import tr
from editor.model.page_facts import ArticlePages, PageFacts
from editor.text.address import uri_of
from editor.text.quotes import within_title

if TYPE_CHECKING:
    from editor.pages.printed_codes import CodeRegion

_UM_PER_POINT, _BESIDE = 25400 / 72, 2000
_SHOWN = 60


def said_page_codes(
    document: Document, look: LookTable, pictures: Mapping[str, bytes], pdf: bytes, facts: PageFacts
) -> tuple[str, ...]:
    """Return a sentence for every code that is missing, unreadable or wrong on the pages.

    pdf, facts: of one rendering.
    """
    return (*_cards(document, look, pdf, facts), *said_picture_codes(document, pictures, pdf, facts))


def said_long_links(document: Document, facts: PageFacts) -> tuple[str, ...]:
    """Return a sentence for every link that gets no code since it is too long."""
    return tuple(_said_long(article, facts) for article in document.articles() if _too_long(article))


def said_word_codes(document: Document) -> tuple[str, ...]:
    """Return a sentence for every code whose picture for Word cannot be read, or says something else."""
    return tuple(
        words
        for article in _coded(document)
        for words in _said(article, _drawn(article.card.link if article.card else ""), tr("Word 文件里"))
    )


def _cards(document: Document, look: LookTable, pdf: bytes, facts: PageFacts) -> Iterator[str]:
    coded = tuple(_coded(document))
    if not coded:
        return
    # imported where there is a code: PDFium costs an export of none a tenth of a second
    from editor.pages.printed_codes import read_codes

    pitch = look.points("grid.pitch") * _UM_PER_POINT
    found = read_codes(pdf, [region for article in coded for region in _region(facts.of(article.anchor), pitch)])
    for article in coded:
        yield from _said(article, found.get(article.anchor, ()), _page(facts, article))


def _coded(document: Document) -> Iterator[ArticlePart]:
    return (article for article in document.articles() if article.card and may_have_code(article.card.link))


def _too_long(article: ArticlePart) -> bool:
    return article.card is not None and not may_have_code(article.card.link)


def _region(pages: ArticlePages | None, pitch: float) -> "Iterator[CodeRegion]":
    """Yield where an article's card stands. pitch: of the grid, µm."""
    from editor.pages.printed_codes import CodeRegion

    if pages and pages.card:
        start, depth = pages.card.start, round(pages.card.lines * pitch)
        yield CodeRegion(name=pages.article, sheet=start.sheet, top=start.y - _BESIDE, bottom=start.y + depth + _BESIDE)


def _drawn(link: str) -> tuple[str, ...]:
    from editor.pages.printed_codes import read_picture

    symbol = code_symbol(link)
    return read_picture(symbol_png(symbol)) if symbol else ()


def _said(article: ArticlePart, found: tuple[str, ...], where: str) -> Iterator[str]:
    link = article.card.link if article.card else ""
    if uri_of(link) in found:
        return
    title = within_title(article.title) or tr("（没有标题）")
    if not found:
        yield tr(
            "《{title}》的二维码（{where}）扫不出来；请把原文链接换短一些，再导出，并用手机扫一遍。",
            title=title,
            where=where,
        )
        return
    yield tr(
        "《{title}》的二维码（{where}）扫出来是“{found}”，不是原文链接“{link}”；请重新填写链接，再导出。",
        title=title,
        where=where,
        found=found[0][:_SHOWN],
        link=link[:_SHOWN],
    )


def _said_long(article: ArticlePart, facts: PageFacts) -> str:
    return tr(
        "《{title}》（{where}）的原文链接太长，印不成二维码，文末只印网址；请换一个短一些的链接。",
        title=within_title(article.title) or tr("（没有标题）"),
        where=_page(facts, article),
    )


def _page(facts: PageFacts, article: ArticlePart) -> str:
    pages = facts.of(article.anchor)
    if pages is None:
        return tr("页码不详")
    folio = facts.folio_of(pages.card.start.sheet) if pages.card else pages.last
    return tr("第 {page} 页", page=folio or pages.last)
