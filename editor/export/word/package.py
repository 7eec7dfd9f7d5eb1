"""The Word package: the reference document opened and checked, finished files made reproducible."""

import datetime as dt
import io
import zipfile
from typing import cast

import docx
from docx.document import Document as DocxDocument
from docx.opc.packuri import PackURI
from docx.opc.phys_pkg import PhysPkgWriter
from docx.opc.pkgwriter import PackageWriter

from editor.document.parts import Properties
from editor.model.errors import UserError
from editor.model.language import tr
from resources import resource

NEEDED_STYLES = frozenset(
    (
        "Normal",
        "BodyText",
        "Heading1",
        "Heading2",
        "Heading3",
        "Heading4",
        "Heading5",
        "Title",
        "Subtitle",
        "TOCHeading",
        "TOC1",
        "TOC2",
        "ListBullet",
        "ListNumber",
        "Quote",
        "Caption",
        "Header",
        "Footer",
        "Source",
        "Picture",
        "Note",
        "Card",
        "TableText",
        "TableHead",
        "Credit",
        "Cover",
        "CoverHeadline",
        "Publisher",
        "BackText",
        "Separator",
        "Hyperlink",
        "BulletinTable",
    )
)
_LONGEST = 255
_PACKED = (".png", ".jpg", ".jpeg")
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def open_reference(data: bytes | None = None) -> DocxDocument:
    """Open the shipped reference document, or an office's own. Raises UserError naming the styles it lacks."""
    document = docx.Document(io.BytesIO(data or resource("word/reference.docx").read_bytes()))
    missing = NEEDED_STYLES - {style.style_id for style in document.styles}
    if missing:
        raise UserError(
            tr(
                "Word 模板缺少样式：{missing}。请用随附的模板，或把这些样式补上。",
                missing=tr("、").join(sorted(missing)),
            )
        )
    return document


def set_properties(document: DocxDocument, properties: Properties) -> None:
    """Write title, author, keywords and the issue's date; each is limited to 255 characters."""
    core, date = document.core_properties, dt.datetime.combine(properties.date, dt.time(), tzinfo=dt.UTC)
    core.title, core.author = properties.title[:_LONGEST], properties.author[:_LONGEST]
    core.last_modified_by = core.author
    core.keywords = "; ".join(properties.keywords)[:_LONGEST]
    core.language = properties.language
    core.created = core.modified = date.replace(tzinfo=None)
    core.revision = 1


def finished(document: DocxDocument) -> bytes:
    """Return the package with fixed times and order: the same document gives the same bytes."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name, data in _members(document):
            # pictures are packed already
            packing = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            fixed.writestr(zipfile.ZipInfo(name, _ZIP_DATE), data, packing, compresslevel=6)
    return result.getvalue()


class _Taker:
    """Takes the members that python-docx writes, which would deflate all of them to be inflated again."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes]] = []

    def write(self, name: PackURI, data: bytes) -> None:
        """Take a member of the package."""
        self.taken.append((name.membername, data))


def _members(document: DocxDocument) -> list[tuple[str, bytes]]:
    """Return names and bytes of the package's members: the steps of python-docx's OpcPackage.save."""
    package, taker = document.part.package, _Taker()
    parts = list(package.iter_parts())
    for part in parts:
        part.before_marshal()
    PackageWriter._write_content_types_stream(taker, parts)  # noqa: SLF001
    PackageWriter._write_pkg_rels(taker, package.rels)  # noqa: SLF001
    PackageWriter._write_parts(cast("PhysPkgWriter", taker), parts)  # noqa: SLF001
    return taker.taken
