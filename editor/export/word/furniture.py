"""Running heads and folios: every Word section has header and footer parts of its own, empty in the front."""

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from editor.document.parts import Properties
from editor.export.word import markup
from editor.export.word.session import WordSession

HEADER_AT = 900
_FOOTER_AT, _FOOTER_AT_OUTSIDE = 800, 1300


def furniture(properties: Properties, name: str, session: WordSession, *, turned: bool = False) -> str:
    """Return the references of one Word section's header and footer. name: in the running head, empty in the front.

    turned: its pages are turned sideways.

    A look without running heads gets no headers at all: with an empty one LibreOffice 7.4 loses the top margin on the
    first page of an oddPage section.
    """
    headed = session.look.flag("style.running_head")
    head = _head(properties, name, _turned_tab(session) if turned else "")
    references = _reference("header", "default", head, session) if headed else ""
    references += _reference("footer", "default", _folio(name, session), session)
    if session.official:
        references += _reference("header", "even", head, session) if headed else ""
        references += _reference("footer", "even", _folio(name, session, even=True), session)
    return references


def footer_at(session: WordSession) -> int:
    """Return how far the folio stands above the page's edge, twips; GB/T 9704-2012, 7.5, has it 7 mm under the text."""
    return _FOOTER_AT_OUTSIDE if session.official else _FOOTER_AT


def numbering(name: str, session: WordSession, *, first: bool) -> str:
    """Return how a section's pages are numbered."""
    start = ' w:start="1"' if first else ""
    form = "decimal" if session.official else "decimalZero"
    return f'<w:pgNumType w:fmt="{form}"{start}/>' if name else ""


def tell_odd_from_even(session: WordSession) -> None:
    """Switch on separate headers for left-hand pages; CT_Settings has the setting before characterSpacingControl."""
    settings = session.docx.settings.element
    place = settings.find(qn("w:characterSpacingControl"))
    place.addprevious(settings.makeelement(qn("w:evenAndOddHeaders"), {}))


def _reference(part: str, kind: str, content: str, session: WordSession) -> str:
    """Add a part (header or footer) for pages of a kind and return the reference to it."""
    story = session.docx.part
    made, relation = story.add_header_part() if part == "header" else story.add_footer_part()
    _refill(made.element, content)
    return f'<w:{part}Reference w:type="{kind}" r:id="{relation}"/>'


def _turned_tab(session: WordSession) -> str:
    """Return the tab at the right edge of a page turned sideways, in place of the upright one's."""
    measures = session.geometry
    old, new = f'<w:tab w:val="clear" w:pos="{measures.measure}"/>', measures.tables.turned_measure
    return f'<w:tabs>{old}<w:tab w:val="right" w:pos="{new}"/></w:tabs>'


def _head(properties: Properties, name: str, tabs: str) -> str:
    running = f"{properties.masthead}　{properties.running}"
    line = markup.text_run(running) + markup.text_run("\t") + markup.text_run(name, "<w:b/>") if name else ""
    return markup.paragraph("Header", line, tabs if name else '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>')


def _folio(name: str, session: WordSession, *, even: bool = False) -> str:
    if not name:
        return markup.paragraph("Footer", "")
    number = markup.field("PAGE", markup.text_run(session.folio(1)))
    if not session.official:
        return markup.paragraph("Footer", number)
    outside = '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>' if even else _RIGHT
    return markup.paragraph("Footer", markup.text_run("— ") + number + markup.text_run(" —"), outside)


_RIGHT = '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'


def _refill(element: BaseOxmlElement, content: str) -> None:
    for old in list(element):
        element.remove(old)
    for new in parse_xml(f"<w:body {markup.NAMESPACES}>{content}</w:body>"):
        element.append(new)
