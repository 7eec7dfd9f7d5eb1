"""WordprocessingML as strings: functions that make runs, paragraphs, fields and tables, and escape every text."""

from collections.abc import Iterable
from html import escape

from editor.export.word.rare_faces import by_face
from editor.model.errors import UserError
from editor.model.language import tr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_HINT = '<w:rFonts w:hint="eastAsia"/>'
EMU_PER_TWIP = 635
_NO_DISTANCE = 'distT="0" distB="0" distL="0" distR="0"'


def text_run(text: str, properties: str = "", *, style: str = "", east: str = "", latin: bool = False) -> str:
    """Return a run. properties: children of w:rPr after the fonts; style: character style; east: East Asian font.

    latin: marks that both scripts have are of the Latin font. Tabs and line breaks become their elements. Rare
    characters stand in runs of their own, with faces that have them.
    """
    if not text:
        return ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return "".join(
        f"<w:r><w:rPr>{named}{'' if latin else _fonts(face, east)}{properties}</w:rPr>{_pieces(part)}</w:r>"
        for face, part in by_face(text)
    )


def _fonts(face: str, east: str) -> str:
    """Return the fonts of a run. face: of rare characters, for all scripts, empty for the style's own."""
    if face:
        return f'<w:rFonts w:hint="eastAsia" w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
    return f'<w:rFonts w:hint="eastAsia" w:eastAsia="{east}"/>' if east else _HINT


def _pieces(text: str) -> str:
    return "".join(_piece(part) for part in _parts(text))


def spread_run(text: str, cells: int, size: int, properties: str = "") -> str:
    """Return text spread to a width of cells em by character spacing, not by blanks. size: half-points."""
    gaps = len(text) - 1
    if gaps < 1 or len(text) >= cells:
        return text_run(text, properties)
    gap = (cells - len(text)) * size * 10 // gaps
    wide = f'{properties}<w:spacing w:val="{gap}"/>'
    return text_run(text[:-1], wide) + text_run(text[-1], properties)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph. properties: children of w:pPr after the style, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def separator(properties: str = "", runs: str = "") -> str:
    """Return the 1 pt paragraph that separates tables and ends sections. runs: marks without width."""
    return f'<w:p><w:pPr><w:pStyle w:val="Separator"/>{properties}</w:pPr>{runs}</w:p>'


def field(instruction: str, result: str) -> str:
    """Return a complete field: begin, instruction, separator, result (runs), end."""
    return field_start(instruction) + result + field_end()


def field_start(instruction: str) -> str:
    """Return a field up to its result."""
    return f"{_mark('begin')}{_code(instruction)}{_mark('separate')}"


def field_end() -> str:
    """Return the end of a field."""
    return _mark("end")


def hidden_field(instruction: str) -> str:
    """Return a field without a result, such as TC."""
    return _mark("begin") + _code(instruction) + _mark("end")


def bookmark(name: str, number: int, content: str) -> str:
    """Return content between the marks of a bookmark."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def internal_link(anchor: str, content: str) -> str:
    """Return content linked to a bookmark."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def external_link(relation: str, content: str) -> str:
    """Return content linked to an address; relation: id of its relationship."""
    return f'<w:hyperlink r:id="{relation}" w:history="1">{content}</w:hyperlink>'


def frame(left: int, top: int, width: int, *, pushing: bool = False) -> str:
    """Return the property of paragraphs that stand at a place on the page of the next paragraph without it; twips.

    pushing: text runs around them, else through; LibreOffice breaks tables that come near. Paragraphs at one place
    share a frame, and their borders must be alike: else LibreOffice leaves them in the text, as tables at a place.
    """
    place = f'w:vAnchor="page" w:hAnchor="page" w:x="{left}" w:y="{top}"'
    return f'<w:framePr w:w="{width}" w:wrap="{"around" if pushing else "through"}" {place}/>'


def table(
    widths: Iterable[int], rows: Iterable[str], *, style: str = "", borders: str = "", pad: tuple[int, int] = (0, 0)
) -> str:
    """Return a table of fixed column widths. pad: margins of its cells, beside and above the text, twips."""
    columns = list(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    properties = f'<w:tblStyle w:val="{style}"/>' if style else ""
    properties += f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/>{edges}<w:tblLayout w:type="fixed"/>'
    sides = zip(("top", "left", "bottom", "right"), (pad[1], pad[0], pad[1], pad[0]), strict=True)
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    properties += f"<w:tblCellMar>{margins}</w:tblCellMar>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(height: int, cells: Iterable[str], *, head: bool = False, divided: bool = False) -> str:
    """Return a row. height: twips, at least; Word makes the row higher rather than cut text.

    head: repeated on following pages; divided: it may go over a page's end, and is as high as its text.
    """
    repeated = "<w:tblHeader/>" if head else ""
    size = "" if divided else f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    properties = f"{size}{repeated}"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(
    width: int,
    content: str,
    *,
    fill: str = "",
    align: str = "center",
    pad: int = 0,
    columns: int = 1,
    merged: str = "",
    borders: str = "",
) -> str:
    """Return a cell. fill: rrggbb; align: top, center or bottom; pad: left and right margins, twips.

    columns: how many it takes; merged: restart where it begins over several rows, continue in those below; borders: its
    own.
    """
    over = (f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else "") + (
        f'<w:vMerge w:val="{merged}"/>' if merged else ""
    )
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    sides = f'<w:left w:w="{pad}" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/>'
    margins = f"<w:tcMar>{sides}</w:tcMar>" if pad else ""
    over += f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{over}{shade}{margins}<w:vAlign w:val="{align}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def run_of(*, bold: bool | None = None, colour: str = "", spacing: int = 0, half_points: int = 0) -> str:
    """Return the properties of a run, in the schema's order. bold: None as its style; spacing: twips after letters."""
    parts = (
        "" if bold is None else "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>',
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:spacing w:val="{spacing}"/>' if spacing else "",
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "",
    )
    return "".join(parts)


def picture(
    relation: str, number: int, size: tuple[int, int], *, name: str, alt: str, crop: tuple[int, int] = (0, 0)
) -> str:
    """Return a run with an inline picture. size: twips; number: unique in the document.

    crop: thousandths of a percent cut off at left and right, and at top and bottom.
    """
    label = f'id="{number}" name="{escape(name)}" descr="{escape(_checked(alt))}"'
    inner = f"{_extent(size)}<wp:docPr {label}/>{_graphic(relation, label, size, crop)}"
    return f"<w:r><w:drawing><wp:inline {_NO_DISTANCE}>{inner}</wp:inline></w:drawing></w:r>"


def page_picture(
    relation: str, number: int, size: tuple[int, int], *, top: int, name: str, alt: str, crop: tuple[int, int] = (0, 0)
) -> str:
    """Return a run with a picture behind the text, from the page's left edge, top twips below its upper edge."""
    label = f'id="{number}" name="{escape(name)}" descr="{escape(_checked(alt))}"'
    places = "".join(
        f'<wp:position{side} relativeFrom="page"><wp:posOffset>{at * EMU_PER_TWIP}</wp:posOffset></wp:position{side}>'
        for side, at in (("H", 0), ("V", top))
    )
    how = 'simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"'
    inner = (
        f'<wp:simplePos x="0" y="0"/>{places}{_extent(size)}<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"<wp:docPr {label}/>{_graphic(relation, label, size, crop)}"
    )
    return f"<w:r><w:drawing><wp:anchor {_NO_DISTANCE} {how}>{inner}</wp:anchor></w:drawing></w:r>"


def _extent(size: tuple[int, int]) -> str:
    wide, high = (side * EMU_PER_TWIP for side in size)
    return f'<wp:extent cx="{wide}" cy="{high}"/>'


def _graphic(relation: str, label: str, size: tuple[int, int], crop: tuple[int, int]) -> str:
    wide, high = (side * EMU_PER_TWIP for side in size)
    (x, y) = crop
    cut = f'<a:srcRect l="{x}" t="{y}" r="{x}" b="{y}"/>' if x or y else ""
    graphic = (
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {label}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/>{cut}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic>'


def _code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {escape(instruction, quote=False)} </w:instrText></w:r>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _parts(text: str) -> Iterable[str]:
    part = ""
    for char in text:
        if char in "\t\n":
            yield from (part, char)
            part = ""
        else:
            part += char
    yield part


def _piece(part: str) -> str:
    if part in ("\t", "\n"):
        return "<w:tab/>" if part == "\t" else "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(_checked(part), quote=False)}</w:t>' if part else ""


def _checked(text: str) -> str:
    """Return text that XML can hold. Raises UserError for characters that the sanitiser should have removed."""
    bad = next(
        (char for char in text if (ord(char) < 0x20 and char not in "\t\n") or 0xD800 <= ord(char) <= 0xDFFF), ""
    )
    if bad or "\ufffe" in text or "\uffff" in text:
        raise UserError(tr("文字“{text!r}”里有 Word 不能保存的控制字符，请删去后再导出。", text=text[:20]))
    return text
