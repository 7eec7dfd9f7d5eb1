"""Assembles the Word file: parts in order, one Word section each for front, every section, and back."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from editor.document.colours import safe_colour
from editor.document.look import LookTable
from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage, Document, Part, SectionPart
from editor.export.word import markup
from editor.export.word.body import section_markup
from editor.export.word.elements import Element
from editor.export.word.footnotes import add_footnotes
from editor.export.word.front.back import back_markup, is_dark
from editor.export.word.front.contents import contents_piece
from editor.export.word.front.cover import cover_piece
from editor.export.word.front.credits import credits_piece
from editor.export.word.front.head_cover import head_cover_piece
from editor.export.word.front.heads import GOING_ON_AT
from editor.export.word.front.imprint import with_imprint
from editor.export.word.front.places import WordSection, text_margins, turned_margins
from editor.export.word.furniture import HEADER_AT, footer_at, furniture, has_heads, numbering, tell_odd_from_even
from editor.export.word.geometry import PAGE_HEIGHT, PAGE_WIDTH, geometry
from editor.export.word.package import finished, open_reference, set_properties
from editor.export.word.page_plan import WordPages
from editor.export.word.session import WordSession
from editor.export.word.styles import apply_look

_UPRIGHT = f'w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"'


def export_word(
    document: Document,
    look: LookTable,
    pictures: Mapping[str, bytes],
    pages: WordPages,
    drawings: Mapping[str, bytes] = MappingProxyType({}),
    *,
    imprint_after: int = 0,
) -> bytes:
    """Return the document as a Word file. pages: see `page_plan.word_pages`.

    drawings: PNG by key, see `document.drawings`; the place of one that is missing stays empty. imprint_after: how many
    pages after the text's last one the 版记 stands.
    """
    docx = open_reference()
    accent = safe_colour(document.accent or look.text("colour.accent"))
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
    for element in _elements(document, session, pages, imprint_after=imprint_after):
        _move(element, body)
    _add_lists(session)
    add_footnotes(session)
    set_properties(docx, document.properties)
    return finished(docx)


def _move(element: BaseOxmlElement, body: BaseOxmlElement) -> None:
    """Append an element of another tree, its children one by one: lxml moves a whole table in quadratic time."""
    children = list(element)
    for child in children:
        element.remove(child)
    body.append(element)
    element.extend(children)


def _elements(
    document: Document, session: WordSession, pages: WordPages, *, imprint_after: int
) -> Iterator[BaseOxmlElement]:
    made = dict(zip((one.anchor for one in document.sections()), pages.sections, strict=True))
    pieces = [piece for part in document.parts for piece in _pieces(part, document, session, made)]
    if _has_imprint(session.look):
        pieces = [*pieces[:-1], *with_imprint(pieces[-1], document.imprint, session, after=imprint_after)]
    first = next((at for at, piece in enumerate(pieces) if piece.name), 0)
    for at, piece in enumerate(pieces):
        properties = _section_properties(document, piece, session, first=at == first)
        last_one = at == len(pieces) - 1
        fresh = "<w:pageBreakBefore/>" if piece.late else ""
        whole = piece.content + (properties if last_one else markup.separator(fresh + properties, piece.closing))
        yield from parse_xml(f"<w:body {markup.NAMESPACES}>{whole}</w:body>")


def _pieces(
    part: Part, document: Document, session: WordSession, made: dict[str, tuple[Element, ...]]
) -> Iterator[WordSection]:
    """Yield the Word sections of a part; the front has no name. made: the elements of the sections by anchor."""
    margins = text_margins(session.geometry)
    match part:
        case Cover():
            drawn = session.look.text("style.cover") == "rings"
            yield cover_piece(part, session) if drawn else head_cover_piece(part, session)
        case CreditsPage():
            yield credits_piece(part, session)
        case ContentsPage():
            yield contents_piece(part, document.sections(), session)
        case SectionPart():
            for at, (content, turned) in enumerate(section_markup(made[part.anchor], session)):
                sides = turned_margins(session.geometry) if turned else margins
                piece = WordSection(content, part.name, sides, section=part.index, sections=part.count)
                yield piece._replace(turned=turned, opens=at == 0)
        case BackMatter():
            dark = is_dark(session)
            sides = margins._replace(top=session.geometry.top, bottom=session.geometry.bottom)
            yield WordSection(back_markup(part, session), part.heading, sides, bare=dark, dark=dark)
        case _:
            assert_never(part)


def _section_properties(document: Document, piece: WordSection, session: WordSession, *, first: bool) -> str:
    margins = piece.margins
    references = furniture(document.properties, piece, session)
    start = piece.start or ("oddPage" if first and session.look.settings.get("style.recto") else "nextPage")
    size = f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
    if piece.turned:
        size = f'<w:pgSz w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"/>'
    sides = f'w:top="{margins.top}" w:right="{margins.right}" w:bottom="{margins.bottom}" w:left="{margins.left}"'
    header = GOING_ON_AT if piece.going_on else HEADER_AT
    distances = f'w:header="{header}" w:footer="{footer_at(session)}" w:gutter="0"'
    numbered = numbering(piece.name, session, first=first)
    named = piece.name and piece.opens and has_heads(session) and not piece.bare
    opening = "<w:titlePg/>" if named or piece.going_on else ""
    page = f'<w:type w:val="{start}"/>{size}<w:pgMar {sides} {distances}/>'
    return f"<w:sectPr>{references}{page}{numbered}{opening}</w:sectPr>"


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
