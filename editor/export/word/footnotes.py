"""Footnotes in Word: a part of their own, whose notes Word and LibreOffice set at the foot of the page.

Their marks are written, not counted: Word counts through a section or a page, an issue through an article.
"""

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from editor.document.footnotes import NotedRun
from editor.export.word import markup
from editor.export.word.geometry import Geometry
from editor.export.word.session import WordSession

_PART = PackURI("/word/footnotes.xml")
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
# notes that every file with footnotes has: the rules above them on the first and on the following pages
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
# em of its type that a note's words stand in from its number
NOTE_INDENT = 1.5
# settings that stand behind the footnotes' in the schema's order
_BEHIND = (
    *("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "w:themeFontLang", "w:clrSchemeMapping"),
    *("w:doNotIncludeSubdocsInStats", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator"),
)


def note_line(geometry: Geometry) -> int:
    """Return the height of a line of a note: three take the room of two of the text, as on the page."""
    return geometry.unit * 2 // 3


def note_rule(geometry: Geometry) -> int:
    """Return the height of the rule above the notes of a page with its space."""
    return geometry.unit * 3 // 4 - 10


def reference(run: NotedRun, session: WordSession) -> str:
    """Return the mark of a footnote in the text, and keep its note."""
    number = len(session.footnotes) + 1
    mark = markup.text_run(run.text, style="FootnoteReference")
    anchor = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>'
    text = markup.paragraph("FootnoteText", mark + markup.text_run(f"\t{run.words}"))
    session.footnotes.append(f'<w:footnote w:id="{number}">{text}</w:footnote>')
    return mark.replace("<w:t ", f"{anchor}<w:t ", 1)


def add_footnotes(session: WordSession) -> None:
    """Add the part with the notes that were kept, its styles and settings; nothing where there are none."""
    if not session.footnotes:
        return
    rules = "".join(_separator(number, kind, session.geometry) for number, kind in _SEPARATORS)
    whole = f"<w:footnotes {markup.NAMESPACES}>{rules}{''.join(session.footnotes)}</w:footnotes>"
    declared = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{whole}'.encode()
    package = session.docx.part.package
    session.docx.part.relate_to(Part(_PART, _CONTENT, declared, package), _RELATION)
    _add_styles(session)
    _add_settings(session)


def _separator(number: int, kind: str, geometry: Geometry) -> str:
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{note_rule(geometry)}" w:lineRule="exact"/>'
    content = f'<w:p><w:pPr>{spacing}<w:ind w:firstLine="0"/></w:pPr><w:r><w:{kind}/></w:r></w:p>'
    return f'<w:footnote w:type="{kind}" w:id="{number}">{content}</w:footnote>'


def _add_styles(session: WordSession) -> None:
    geometry = session.geometry
    hanging = round(geometry.note_size * 10 * NOTE_INDENT)
    line = f'<w:spacing w:before="0" w:after="0" w:line="{note_line(geometry)}" w:lineRule="exact"/>'
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{hanging}"/></w:tabs>'
    paragraph = f'<w:pPr>{tab}{line}<w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr>'
    size = f'<w:rPr><w:sz w:val="{geometry.note_size}"/><w:szCs w:val="{geometry.note_size}"/></w:rPr>'
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    _add_style(session, "paragraph", "FootnoteText", "footnote text", f'<w:basedOn w:val="Normal"/>{paragraph}{size}')
    _add_style(session, "character", "FootnoteReference", "footnote reference", raised)


def _add_style(session: WordSession, kind: str, identity: str, name: str, properties: str) -> None:
    styles = session.docx.styles.element
    for old in [one for one in styles if one.get(qn("w:styleId")) == identity]:
        styles.remove(old)
    head = f'<w:style {markup.NAMESPACES} w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>'
    styles.append(parse_xml(f"{head}{properties}</w:style>"))


def _add_settings(session: WordSession) -> None:
    settings = session.docx.settings.element
    notes = "".join(f'<w:footnote w:id="{number}"/>' for number, _ in _SEPARATORS)
    made = parse_xml(f"<w:footnotePr {markup.NAMESPACES}>{notes}</w:footnotePr>")
    behind = [at for at, child in enumerate(settings) if child.tag in {qn(name) for name in _BEHIND}]
    settings.insert(behind[0] if behind else len(settings), made)
