"""Running heads and folios: every Word section has its own head, none in the front; equal ones share a part."""

import io

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from editor.document.drawings import GROUND
from editor.document.parts import Properties
from editor.export.word import markup
from editor.export.word.front.display import label_runs
from editor.export.word.front.places import WordSection, half, points
from editor.export.word.geometry import PAGE_HEIGHT, PAGE_WIDTH
from editor.export.word.session import WordSession
from editor.export.word.squares import squares

HEADER_AT = 877
_FOOTER_AT, _FOOTER_AT_OUTSIDE = 800, 1300
_RULE_SPACE = 3
_NAME, _SQUARE = 0.95, 13
_RIGHT = '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'


def furniture(properties: Properties, piece: WordSection, session: WordSession) -> str:
    """Return the references of one Word section's header and footer, none in the front.

    A look without running heads gets no headers at all: with an empty one LibreOffice 7.4 loses the top margin on the
    first page of an oddPage section.
    """
    if not piece.name:
        return _reference("header", "default", piece.going_on, session) if piece.going_on else ""
    if piece.bare:
        kinds = ("default", "even") if session.official else ("default",)
        grounds = "".join(_ground(kind, session) for kind in kinds if piece.dark)
        return grounds + "".join(_reference("footer", kind, markup.paragraph("Footer", ""), session) for kind in kinds)
    if has_heads(session):
        first = (("first", _head(properties, session)),) if piece.opens else ()
        heads = (*first, ("default", _named_head(properties, piece, session)))
        references = "".join(_reference("header", kind, content, session) for kind, content in heads)
        return references + "".join(_reference("footer", kind, _folio(session), session) for kind, _ in heads)
    references = _reference("footer", "default", _folio(session), session)
    return references + (_reference("footer", "even", _folio(session, even=True), session) if session.official else "")


def has_heads(session: WordSession) -> bool:
    """Whether pages of text have running heads; the first of a section is without its name and the rule."""
    return session.look.flag("style.running_head")


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
    """Add a part (header or footer), unless it is there, for pages of a kind; return the reference to it."""
    if content not in session.furniture:
        story = session.docx.part
        made, relation = story.add_header_part() if part == "header" else story.add_footer_part()
        _refill(made.element, content)
        session.furniture[content] = relation
    return f'<w:{part}Reference w:type="{kind}" r:id="{session.furniture[content]}"/>'


def _ground(kind: str, session: WordSession) -> str:
    """Add a header with nothing but the dark ground of its pages behind their text; return the reference to it."""
    made, relation = session.docx.part.add_header_part()
    image, _ = made.get_or_add_image(io.BytesIO(session.drawings[GROUND]))
    number = session.next_drawing()
    whole = (PAGE_WIDTH, PAGE_HEIGHT)
    drawn = markup.page_picture(image, number, whole, top=0, name=f"图 {number}", alt="底色")
    _refill(made.element, markup.paragraph("Header", drawn))
    return f'<w:headerReference w:type="{kind}" r:id="{relation}"/>'


def _head(properties: Properties, session: WordSession) -> str:
    """Return masthead and number, without a rule."""
    return markup.paragraph("Header", _number(properties, session))


def _number(properties: Properties, session: WordSession) -> str:
    masthead = markup.text_run(properties.masthead, markup.run_of(bold=True, colour=session.accent))
    return masthead + markup.text_run(f"　{properties.running}")


def _named_head(properties: Properties, piece: WordSection, session: WordSession) -> str:
    """Return masthead and number, over a hairline with the section's name and its place among the others."""
    size = round(points(session.look, "type.note") * _NAME)
    name = label_runs(piece.name, size, session, colour=session.ink)
    marks = markup.text_run("　", markup.run_of(half_points=half(size)))
    marks += squares(piece.section, piece.sections, _SQUARE, session.accent)
    line = _number(properties, session) + markup.text_run("\t") + name + (marks if piece.sections else "")
    edge = f'w:val="single" w:sz="{session.hair}" w:space="{_RULE_SPACE}" w:color="{session.line}"'
    tabs = _turned_tab(session) if piece.turned else ""
    return markup.paragraph("Header", line, f"<w:pBdr><w:bottom {edge}/></w:pBdr>{tabs}")


def _turned_tab(session: WordSession) -> str:
    """Return the tab at the right edge of a page turned sideways, in place of the upright one's."""
    measures = session.geometry
    old, new = f'<w:tab w:val="clear" w:pos="{measures.measure}"/>', measures.tables.turned_measure
    return f'<w:tabs>{old}<w:tab w:val="right" w:pos="{new}"/></w:tabs>'


def _folio(session: WordSession, *, even: bool = False) -> str:
    number = markup.field("PAGE", markup.text_run(session.folio(1)))
    if not session.official:
        return markup.paragraph("Footer", number)
    outside = '<w:ind w:leftChars="100" w:left="280"/><w:jc w:val="left"/>' if even else _RIGHT
    return markup.paragraph("Footer", markup.text_run("— ") + number + markup.text_run(" —"), outside)


def _refill(element: BaseOxmlElement, content: str) -> None:
    for old in list(element):
        element.remove(old)
    for new in parse_xml(f"<w:body {markup.NAMESPACES}>{content}</w:body>"):
        element.append(new)
