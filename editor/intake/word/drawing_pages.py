"""A drawing of Office alone on a page of a Word file, so that Writer can draw it: LibreOffice's Draw may be missing."""

import io
import struct
import zipfile

# the page's longer side, inches
_SIDE_IN, _EMU_PER_IN, _TWIPS_PER_IN = 20, 914_400, 1440
_LEAST = 0.05
_WMF_KEY = b"\xd7\xcd\xc6\x9a"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="emf" ContentType="image/x-emf"/><Default Extension="wmf" ContentType="image/x-wmf"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '{head}<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{kind}" Target="{target}"/>'
    "</Relationships>"
)
_DOCUMENT = (
    '{head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{office}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body><w:p><w:pPr>'
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:drawing>'
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:wrapNone/><wp:docPr id="1" name="1"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="r1"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/>'
    '</a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    '</w:p><w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0" '
    'w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>'
)


def drawing_page(data: bytes, ending: str) -> bytes:
    """Return a .docx of one page that an EMF or WMF drawing fills. ending: emf or wmf."""
    width, height = _sides(data, ending)
    most = max(width, height)
    wide, high = (max(side / most, _LEAST) * _SIDE_IN for side in (width, height))
    document = _DOCUMENT.format(
        head=_HEAD,
        office=_OFFICE,
        cx=round(wide * _EMU_PER_IN),
        cy=round(high * _EMU_PER_IN),
        width=round(wide * _TWIPS_PER_IN),
        height=round(high * _TWIPS_PER_IN),
    )
    own = _RELATIONS.format(head=_HEAD, package=_PACKAGE, kind=f"{_OFFICE}/image", target=f"drawing.{ending}")
    top = _RELATIONS.format(head=_HEAD, package=_PACKAGE, kind=f"{_OFFICE}/officeDocument", target="word/document.xml")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", top)
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", own)
        archive.writestr(f"word/drawing.{ending}", data)
    return buffer.getvalue()


def _sides(data: bytes, ending: str) -> tuple[float, float]:
    """Return width and height of a drawing in some unit: its frame (EMF) or its box (placeable WMF), else 4 to 3."""
    try:
        if ending == "emf":
            left, top, right, bottom = struct.unpack_from("<4i", data, 24)
        elif data.startswith(_WMF_KEY):
            left, top, right, bottom = struct.unpack_from("<4h", data, 6)
        else:
            return 4, 3
    except struct.error:
        return 4, 3
    width, height = right - left, bottom - top
    return (width, height) if width > 0 and height > 0 else (4, 3)
