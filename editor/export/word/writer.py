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
from editor.export.word.front import back_markup, contents_markup, cover_markup, credits_markup, imprint_markup
from editor.export.word.furniture import HEADER_AT, footer_at, furniture, numbering, tell_odd_from_even
from editor.export.word.geometry import PAGE_HEIGHT, PAGE_WIDTH, geometry
from editor.export.word.package import finished, open_reference, set_properties
from editor.export.word.session import WordSession
from editor.export.word.styles import apply_look

_UPRIGHT = f'w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"'


def export_word(
    document: Document,
    look: LookTable,
    pictures: Mapping[str, bytes],
    folios: Mapping[str, int],
    drawings: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """Return the document as a Word file. folios: of every article by anchor, for the contents.

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
        folios=folios,
        accent=accent,
        recipients=document.imprint.recipients if _has_imprint(look) else (),
    )
    if session.official:
        tell_odd_from_even(session)
    body = docx.element.body
    for old in list(body):
        body.remove(old)
    for element in _elements(document, session):
        _move(element, body)
    _add_lists(session)
    set_properties(docx, document.properties)
    return finished(docx)


def _elements(document: Document, session: WordSession) -> Iterator[BaseOxmlElement]:
    titled = any(article.contents_title != article.title for article in document.articles())
    pieces = list(_pieces(document, session, titled=titled))
    if _has_imprint(session.look):
        content, section, turned = pieces.pop()
        pieces.append((content + imprint_markup(document.imprint, session), section, turned))
    for at, (content, section, turned) in enumerate(pieces):
        properties = _section_properties(document, section, session, first=at == 1, turned=turned)
        last = at == len(pieces) - 1
        whole = content + (properties if last else markup.separator(properties))
        yield from parse_xml(f"<w:body {markup.NAMESPACES}>{whole}</w:body>")


def _move(element: BaseOxmlElement, body: BaseOxmlElement) -> None:
    """Append an element of another tree, its children one by one: lxml moves a whole table in quadratic time."""
    children = list(element)
    for child in children:
        element.remove(child)
    body.append(element)
    element.extend(children)


def _pieces(document: Document, session: WordSession, *, titled: bool) -> Iterator[tuple[str, str, bool]]:
    """Yield (markup, name for the running head, turned sideways) of each Word section; the front has no name."""
    yield "".join(_front(part, session, titled=titled) for part in document.parts), "", False
    for part in document.parts:
        yield from _own_section(part, session, titled=titled)


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


def _own_section(part: Part, session: WordSession, *, titled: bool) -> Iterator[tuple[str, str, bool]]:
    match part:
        case SectionPart():
            for content, turned in section_markup(part, session, titled=titled):
                yield content, part.name, turned
        case BackMatter():
            yield back_markup(part, session), part.heading, False
        case Cover() | CreditsPage() | ContentsPage():
            return
        case _:
            assert_never(part)


def _section_properties(document: Document, name: str, session: WordSession, *, first: bool, turned: bool) -> str:
    measures = session.geometry
    references = furniture(document.properties, name, session, turned=turned)
    start = "oddPage" if first and session.look.settings.get("style.recto") else "nextPage"
    size = f'w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"' if turned else _UPRIGHT
    left, right, bottom = measures.turned_margins if turned else (measures.left, measures.right, measures.bottom)
    sides = f'w:top="{measures.top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
    margins = f'<w:pgMar {sides} w:header="{HEADER_AT}" w:footer="{footer_at(session)}" w:gutter="0"/>'
    numbered = numbering(name, session, first=first)
    return f'<w:sectPr>{references}<w:type w:val="{start}"/><w:pgSz {size}/>{margins}{numbered}</w:sectPr>'


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
