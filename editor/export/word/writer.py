"""Assembles the Word file: parts in order, one Word section each for front, every section, and back."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from editor.document.look import LookTable
from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart
from editor.export.word import markup
from editor.export.word.body import section_markup
from editor.export.word.footnotes import add_footnotes
from editor.export.word.front import back_markup, contents_markup, cover_markup, credits_markup, imprint_markup
from editor.export.word.furniture import HEADER_AT, footer_at, furniture, numbering, tell_odd_from_even
from editor.export.word.geometry import PAGE_HEIGHT, PAGE_WIDTH, geometry
from editor.export.word.package import finished, open_reference, set_properties
from editor.export.word.page_plan import WordPages
from editor.export.word.session import WordSession
from editor.export.word.styles import apply_look


def export_word(
    document: Document,
    look: LookTable,
    pictures: Mapping[str, bytes],
    pages: WordPages,
    drawings: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """Return the document as a Word file. pages: see `page_plan.word_pages`.

    drawings: PNG by key, see `document.drawings`; the place of one that is missing stays empty.
    """
    docx = open_reference()
    accent = (document.accent or look.text("colour.accent")).lstrip("#").upper()
    apply_look(docx, look, accent)
    session = WordSession(
        docx=docx,
        look=look,
        geometry=geometry(look),
        pictures=pictures,
        drawings=drawings,
        folios=pages.first,
        accent=accent,
        recipients=document.imprint.recipients if _has_imprint(look) else (),
    )
    if session.official:
        tell_odd_from_even(session)
    body = docx.element.body
    for old in list(body):
        body.remove(old)
    for element in _elements(document, session, pages):
        body.append(element)
    _add_lists(session)
    add_footnotes(session)
    set_properties(docx, document.properties)
    return finished(docx)


def _elements(document: Document, session: WordSession, pages: WordPages) -> Iterator[BaseOxmlElement]:
    titled = any(article.contents_title != article.title for article in document.articles())
    pieces = list(_pieces(document, session, pages, titled=titled))
    if _has_imprint(session.look):
        content, section = pieces.pop()
        pieces.append((content + imprint_markup(document.imprint, session), section))
    for at, (content, section) in enumerate(pieces):
        properties = _section_properties(document, section, session, first=at == 1)
        last = at == len(pieces) - 1
        whole = content + (properties if last else markup.separator(properties))
        yield from parse_xml(f"<w:body {markup.NAMESPACES}>{whole}</w:body>")


def _pieces(document: Document, session: WordSession, pages: WordPages, *, titled: bool) -> Iterator[tuple[str, str]]:
    """Yield (markup, name for the running head) of each Word section; the front has no name."""
    yield "".join(_front(part, session, titled=titled) for part in document.parts), ""
    for section, elements in zip(document.sections(), pages.sections, strict=True):
        yield section_markup(elements, session, titled=titled), section.name
    for part in document.parts:
        yield from _back(part, session)


def _front(part: Part, session: WordSession, *, titled: bool) -> str:
    match part:
        case Cover():
            return cover_markup(part, session)
        case CreditsPage():
            return credits_markup(part, session)
        case ContentsPage():
            return contents_markup(part, session, titled=titled)
        case SectionPart() | BackMatter():
            return ""
        case _:
            assert_never(part)


def _back(part: Part, session: WordSession) -> Iterator[tuple[str, str]]:
    match part:
        case BackMatter():
            yield back_markup(part, session), part.heading
        case Cover() | CreditsPage() | ContentsPage() | SectionPart():
            return
        case _:
            assert_never(part)


def _section_properties(document: Document, name: str, session: WordSession, *, first: bool) -> str:
    measures = session.geometry
    references = furniture(document.properties, name, session)
    start = "oddPage" if first and session.look.settings.get("style.recto") else "nextPage"
    size = f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
    sides = f'w:top="{measures.top}" w:right="{measures.right}" w:bottom="{measures.bottom}" w:left="{measures.left}"'
    margins = f'<w:pgMar {sides} w:header="{HEADER_AT}" w:footer="{footer_at(session)}" w:gutter="0"/>'
    numbered = numbering(name, session, first=first)
    return f'<w:sectPr>{references}<w:type w:val="{start}"/>{size}{margins}{numbered}</w:sectPr>'


def _has_imprint(look: LookTable) -> bool:
    return look.settings.get("style.imprint", "none") != "none"


def _add_lists(session: WordSession) -> None:
    """Give every ordered list its own numbering, so that each counts from 1."""
    numbering = session.docx.part.numbering_part.element
    for number in session.lists:
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        numbering.append(
            parse_xml(f'<w:num {markup.NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="1"/>{start}</w:num>')
        )
