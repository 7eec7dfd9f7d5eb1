"""Writes the numbers of a look into the reference document's styles. The house look changes nothing."""

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from editor.document.look import LookTable
from editor.export.word.geometry import TWIPS_PER_POINT, Geometry, geometry
from editor.export.word.session import head_fill, text_colour

# the colours in the shipped reference document, which are replaced
_INK, _GREY, _ACCENT, _LINE, _FILL = "1A1A1A", "595959", "0B3F73", "BDBDBD", "DDE4EB"
_RULED = ("w:top", "w:bottom", "w:between", "w:insideH", "w:color", "w:shd")
_MEASURE, _ADVANCE, _BACK = 8740, 230, 21
_SIZES = {
    "Heading1": "type.opener",
    "Heading2": "type.title",
    "Heading3": "type.h3",
    "Heading4": "grid.body",
    "Heading5": "grid.body",
    "Subtitle": "type.h3",
    "TOCHeading": "type.opener",
    "TOC1": "type.h3",
    "TOC2": "type.contents",
    "Caption": "type.small",
    "Header": "type.note",
    "Footer": "type.folio",
    "Note": "type.small",
    "Card": "type.note",
    "TableText": "type.table",
    "TableHead": "type.table",
    "Credit": "type.credits",
    "CoverHeadline": "type.headline",
    "Publisher": "type.publisher",
    "BackText": "type.back",
}
_ON_GRID = ("Normal", "Heading3", "Heading4", "Heading5", "Subtitle", "Caption", "Source", "Note")
_PITCHES = {"Heading2": "type.title_pitch", "Credit": "type.credits_pitch", "BackText": "type.back_pitch"}
_IN_TITLE_FACE = ("Heading2", "TOCHeading", "Title", "Publisher", "CoverHeadline")
_SET_IN_BODY = ("BodyText", "Quote", "ListBullet", "ListNumber", "Heading3", "Heading4", "Heading5")
_OF_THE_TEXT = ("Heading3", "Heading4", "Heading5", "Footer", "Hyperlink", "BulletinTable")
# 微软雅黑 has a real bold on every Windows
_NAMES = {"song": "宋体", "hei": "微软雅黑", "kai": "楷体", "fang": "仿宋", "biao": "宋体", "figures": "宋体"}
# GB/T 9704-2012, 7.3.3, names the faces of heads
_OFFICIAL = {"hei": "黑体"}


def apply_look(docx: DocxDocument, look: LookTable, accent: str) -> None:
    """Write the look's sizes, lines, faces, indents and colours into the styles. accent: rrggbb."""
    measures = geometry(look)
    styles = {style.get(qn("w:styleId")): style for style in docx.styles.element.findall(qn("w:style"))}
    _size_defaults(docx.styles.element, look)
    for name, setting in _SIZES.items():
        _size(styles[name], _half_points(look, setting), default=measures.body_size)
    _space(styles, look, measures)
    _indent(styles, docx, measures)
    _contents(styles["TOC2"], look)
    _table_rules(styles["BulletinTable"], look)
    _recolour(docx, look, accent)
    _name_faces(styles, look)
    if look.text("style.title_align") == "center":
        _centre(styles, "Heading1", "Heading2", "Subtitle", "CoverHeadline")
    if look.settings.get("style.subhead") == "indented":
        _indent_subheads(styles, look, measures)


def word_font(look: LookTable, use: str) -> str:
    """Return the font name that Word looks up for a use: the office's own font, or the system's of that kind."""
    face, role = look.added_face(use), look.text(f"font.{use}")
    return face.name if face else _NAMES[role]


def _half_points(look: LookTable, setting: str) -> int:
    return round(look.points(setting) * 2)


def _size_defaults(styles: BaseOxmlElement, look: LookTable) -> None:
    properties = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for tag in ("w:sz", "w:szCs"):
        properties.find(qn(tag)).set(qn("w:val"), str(_half_points(look, "grid.body")))
    properties.find(qn("w:rFonts")).set(qn("w:eastAsia"), word_font(look, "body"))


def _size(style: BaseOxmlElement, value: int, *, default: int) -> None:
    run = style.find(qn("w:rPr"))
    if run.find(qn("w:sz")) is None and value == default:
        return
    for tag in ("w:sz", "w:szCs"):
        _child(run, tag).set(qn("w:val"), str(value))


def _space(styles: dict[str, BaseOxmlElement], look: LookTable, measures: Geometry) -> None:
    for name in _ON_GRID:
        _line(styles[name], measures.unit)
    for name, setting in _PITCHES.items():
        _line(styles[name], round(look.points(setting) * TWIPS_PER_POINT))
    for name in _SET_IN_BODY if measures.tracking else ():
        _insert(styles[name].find(qn("w:rPr")), "w:spacing", before=("w:kern", "w:sz")).set(
            qn("w:val"), str(measures.tracking)
        )


def _line(style: BaseOxmlElement, value: int) -> None:
    style.find(f"{qn('w:pPr')}/{qn('w:spacing')}").set(qn("w:line"), str(value))


def _indent(styles: dict[str, BaseOxmlElement], docx: DocxDocument, measures: Geometry) -> None:
    """Set indents in em of the text, and tabs at the right edge."""
    for name, style in styles.items():
        new, old = (measures.back_size, _BACK) if name == "BackText" else (measures.advance, _ADVANCE)
        _scale(style, new, old)
        for tab in style.iter(qn("w:tab")):
            if tab.get(qn("w:pos")) == str(_MEASURE):
                tab.set(qn("w:pos"), str(measures.measure))
    _scale(docx.part.numbering_part.element, measures.advance, _ADVANCE)


def _scale(element: BaseOxmlElement, new: int, old: int) -> None:
    for indent in element.iter(qn("w:ind")):
        for side in ("w:left", "w:hanging", "w:firstLine"):
            if indent.get(qn(side)):
                indent.set(qn(side), str(int(indent.get(qn(side))) * new // old))


def _contents(style: BaseOxmlElement, look: LookTable) -> None:
    """Give what Word makes of the contents anew the look's form: hairlines between the lines, or leaders in them."""
    if look.text("style.contents") == "tiles":
        return
    properties = style.find(qn("w:pPr"))
    properties.remove(properties.find(qn("w:pBdr")))
    for tab in style.iter(qn("w:tab")):
        tab.set(qn("w:leader"), "dot")


def _table_rules(style: BaseOxmlElement, look: LookTable) -> None:
    """Give the style of tables the look's rules: twice the thin one outside, one under the head, hairlines between."""
    thin = look.points("rule.thin")
    widths = {"w:top": 2 * thin, "w:bottom": 2 * thin, "w:insideH": look.points("rule.hair")}
    for side, width in widths.items():
        style.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn(side)}").set(qn("w:sz"), str(round(width * 8)))
    next(style.iter(qn("w:tcBorders")))[0].set(qn("w:sz"), str(round(thin * 8)))


def _recolour(docx: DocxDocument, look: LookTable, accent: str) -> None:
    line = {_LINE: look.text("colour.line")}
    new = line | {_INK: look.text("colour.ink"), _GREY: look.text("colour.grey"), _ACCENT: accent}
    mark = text_colour(look, accent)
    in_text = new | {_ACCENT: mark, _FILL: head_fill(accent, mark)}
    for style in docx.styles.element:
        _dye(style, in_text if style.get(qn("w:styleId")) in _OF_THE_TEXT else new)
    _dye(docx.part.numbering_part.element, in_text)


def _dye(element: BaseOxmlElement, new: dict[str, str]) -> None:
    for coloured in element.iter(*map(qn, _RULED)):
        for attribute in (qn("w:val"), qn("w:color"), qn("w:fill")):
            value = coloured.get(attribute)
            if value in new:
                coloured.set(attribute, new[value].lstrip("#").upper())


def _name_faces(styles: dict[str, BaseOxmlElement], look: LookTable) -> None:
    body, title, own = word_font(look, "body"), word_font(look, "title"), look.added_face("title")
    for name in _IN_TITLE_FACE:
        run = styles[name].find(qn("w:rPr"))
        if run.find(qn("w:rFonts")) is not None or title != body:
            _faces(styles[name], title)
        if own is not None:
            _plain(run)
    if look.text("style.opener") == "plain":
        _faces(styles["Heading1"], word_font(look, "label"))
        _size(styles["Heading1"], _half_points(look, "type.section"), default=0)
    if look.text("style.folio") == "outer-dashed":
        _faces(styles["Footer"], "宋体", latin=True)
        _plain(styles["Footer"].find(qn("w:rPr")))


def _faces(style: BaseOxmlElement, name: str, *, latin: bool = False) -> None:
    fonts = _insert(style.find(qn("w:rPr")), "w:rFonts", before=("w:b", "w:color", "w:spacing", "w:sz"))
    for script in ("w:eastAsia", *(("w:ascii", "w:hAnsi") if latin else ())):
        fonts.set(qn(script), name)


def _plain(run: BaseOxmlElement) -> None:
    """Remove bold: for a face without a bold weight Word would fake one."""
    for tag in ("w:b", "w:bCs"):
        for mark in run.findall(qn(tag)):
            run.remove(mark)


def _centre(styles: dict[str, BaseOxmlElement], *names: str) -> None:
    for name in names:
        styles[name].find(f"{qn('w:pPr')}/{qn('w:jc')}").set(qn("w:val"), "center")


def _indent_subheads(styles: dict[str, BaseOxmlElement], look: LookTable, measures: Geometry) -> None:
    for level in (1, 2, 3):
        style = styles[f"Heading{level + 2}"]
        before = ("w:jc", "w:outlineLvl")
        _insert(style.find(qn("w:pPr")), "w:ind", before=before).set(qn("w:left"), str(2 * measures.advance))
        own, role = look.added_face(f"head_{level}"), look.text(f"font.head_{level}")
        _faces(style, own.name if own else _OFFICIAL.get(role, _NAMES[role]))
        if level == 2:
            _plain(style.find(qn("w:rPr")))


def _insert(parent: BaseOxmlElement, tag: str, *, before: tuple[str, ...]) -> BaseOxmlElement:
    """Return a child element, inserted before the first of these tags if missing: the schema fixes the order."""
    found: BaseOxmlElement | None = parent.find(qn(tag))
    if found is not None:
        return found
    made: BaseOxmlElement = parent.makeelement(qn(tag), {})
    places = [at for at, child in enumerate(parent) if child.tag in {qn(name) for name in before}]
    parent.insert(places[0] if places else len(parent), made)
    return made


def _child(parent: BaseOxmlElement, tag: str) -> BaseOxmlElement:
    return _insert(parent, tag, before=())
