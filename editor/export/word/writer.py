"""Putting the Word file together: parts in order, a Word section for the front, each section and the back."""

from collections.abc import Iterator, Mapping

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from editor.document.look import LookTable
from editor.document.parts import BackMatter, ContentsPage, Cover, CreditsPage, Document, SectionPart
from editor.export.word import markup
from editor.export.word.body import section_markup
from editor.export.word.front import back_markup, contents_markup, cover_markup, credits_markup
from editor.export.word.geometry import PAGE_HEIGHT, PAGE_WIDTH, geometry
from editor.export.word.package import finished, open_reference, set_properties
from editor.export.word.session import Session

_HEADER_AT, _FOOTER_AT = 900, 800


def export_word(document: Document, look: LookTable, pictures: Mapping[str, bytes], folios: Mapping[str, int]) -> bytes:
    """Return the document as a Word file. folios: of every article by anchor, for the contents."""
    docx = open_reference()
    accent = (document.accent or look.text("colour.accent")).lstrip("#").upper()
    session = Session(docx=docx, geometry=geometry(look), pictures=pictures, folios=folios, accent=accent)
    body = docx.element.body
    for old in list(body):
        body.remove(old)
    for element in _elements(document, session):
        body.append(element)
    _add_lists(session)
    set_properties(docx, document.properties)
    return finished(docx)


def _elements(document: Document, session: Session) -> Iterator[BaseOxmlElement]:
    titled = any(article.contents_title != article.title for article in document.articles())
    pieces = list(_pieces(document, session, titled=titled))
    for at, (content, section) in enumerate(pieces):
        properties = _section_properties(document, section, session, first=at == 1)
        last = at == len(pieces) - 1
        whole = content + (properties if last else markup.separator(properties))
        yield from parse_xml(f"<w:body {markup.NAMESPACES}>{whole}</w:body>")


def _pieces(document: Document, session: Session, *, titled: bool) -> Iterator[tuple[str, str]]:
    """Yield (markup, name for the running head) of each Word section; the front has no name."""
    front = ""
    for part in document.parts:
        match part:
            case Cover():
                front += cover_markup(part, session)
            case CreditsPage():
                front += credits_markup(part, session)
            case ContentsPage():
                front += contents_markup(part, session, titled=titled)
    yield front, ""
    for part in document.parts:
        if isinstance(part, SectionPart):
            yield section_markup(part, session, titled=titled), part.name
        elif isinstance(part, BackMatter):
            yield back_markup(part, session), part.heading


def _section_properties(document: Document, name: str, session: Session, *, first: bool) -> str:
    measures = session.geometry
    start = ' w:start="1"' if first else ""
    numbered = f'<w:pgNumType w:fmt="decimalZero"{start}/>' if name else ""
    references = _furniture(document, name, session)
    size = f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
    sides = f'w:top="{measures.top}" w:right="{measures.right}" w:bottom="{measures.bottom}" w:left="{measures.left}"'
    margins = f'<w:pgMar {sides} w:header="{_HEADER_AT}" w:footer="{_FOOTER_AT}" w:gutter="0"/>'
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{size}{margins}{numbered}</w:sectPr>'


def _furniture(document: Document, name: str, session: Session) -> str:
    """Header and footer parts of one Word section, empty in the front, never inherited."""
    header, header_id = session.docx.part.add_header_part()
    footer, footer_id = session.docx.part.add_footer_part()
    properties = document.properties
    running = f"{properties.masthead}　{properties.running}"
    line = markup.text_run(running) + markup.text_run("\t") + markup.text_run(name, "<w:b/>") if name else ""
    number = markup.field("PAGE", markup.text_run("01")) if name else ""
    bare = "" if name else '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
    _refill(header.element, markup.paragraph("Header", line, bare))
    _refill(footer.element, markup.paragraph("Footer", number))
    kinds = (("header", header_id), ("footer", footer_id))
    return "".join(f'<w:{kind}Reference w:type="default" r:id="{relation}"/>' for kind, relation in kinds)


def _refill(element: BaseOxmlElement, content: str) -> None:
    for old in list(element):
        element.remove(old)
    for new in parse_xml(f"<w:body {markup.NAMESPACES}>{content}</w:body>"):
        element.append(new)


def _add_lists(session: Session) -> None:
    """Give every ordered list a numbering of its own, so that each counts from 1."""
    numbering = session.docx.part.numbering_part.element
    for number in session.lists:
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        numbering.append(
            parse_xml(f'<w:num {markup.NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="1"/>{start}</w:num>')
        )
