"""Copies of an approved PDF: its bytes and an incremental update that prints number and stamp over its pages.

The same file with the same mark gives the same bytes, so that verification can make a copy again and compare it.
"""

import io
import json
from contextlib import ExitStack
from types import TracebackType
from typing import Self, cast

import typst
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from editor.document.copy_mark import CopyMark, mark_entries
from editor.document.coverage import shipped_form
from editor.pages.fonts import load_fonts
from editor.pages.run_data import clean
from editor.system.scratch import copy_into, scratch_folder, write_scratch
from resources import resource

_FORM = "/BulletinCopyMark"


class CopyMaker:
    """Makes copies of one approved PDF, one after the other. Owns a temporary folder."""

    def __init__(self, pdf: bytes) -> None:
        """Take the PDF as it was approved."""
        self._pdf, self._stack = pdf, ExitStack()
        box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
        self._size = {"width": float(box.width), "height": float(box.height)}
        place = self._stack.enter_context(scratch_folder("copies"))
        self._folder = place / "session"
        copy_into(self._folder, resource("typeset"))
        _, fonts = load_fonts(place / "fonts", resource("fonts"), ())
        self._write(CopyMark(approved="0" * 64))
        source = self._folder / "papers" / "copy.typ"
        self._compiler = typst.Compiler(str(source), root=str(self._folder), font_paths=fonts)

    def __enter__(self) -> Self:
        """Return the maker itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the folder."""
        self._stack.close()

    def make(self, mark: CopyMark) -> bytes:
        """Return the copy with this mark."""
        self._write(mark)
        over = PdfReader(io.BytesIO(self._set()))
        writer = PdfWriter(io.BytesIO(self._pdf), incremental=True)
        forms = [_form(writer, page) for page in over.pages]
        before, after = _stream(writer, b"q"), _stream(writer, _LAYING)
        for number, page in enumerate(writer.pages):
            _lay(page, forms[min(number, 1)], before, after)
        return _written(writer, mark)

    def _set(self) -> bytes:
        return cast("bytes", self._compiler.compile(format="pdf", timestamp=0, pdf_tags=False))

    def _write(self, mark: CopyMark) -> None:
        serial = mark.number if mark.serial else ""
        texts = {"title": "", "foot": mark.foot, "serial": serial, "words": mark.words}
        # without the faces of rare characters: a copy of before must be made again byte by byte
        shown = self._size | {name: shipped_form(clean(text)) for name, text in texts.items()}
        write_scratch(self._folder / "paper.json", json.dumps(shown, ensure_ascii=False).encode())


# number and stamp are marked as artifacts, no part of the page's text: PDF 1.7, 14.8.2.2
_LAYING = b"Q /Artifact << /Type /Pagination >> BDC q %s Do Q EMC" % _FORM.encode()


def copy_of(pdf: bytes, mark: CopyMark) -> bytes:
    """Return one copy of an approved PDF."""
    with CopyMaker(pdf) as maker:
        return maker.make(mark)


def named_after(pdf: bytes, mark: CopyMark) -> bytes:
    """Return another rendering with the approved file named in its metadata; its pages are not changed."""
    return _written(PdfWriter(io.BytesIO(pdf), incremental=True), mark)


def _written(writer: PdfWriter, mark: CopyMark) -> bytes:
    writer.add_metadata({f"/{key}": value for key, value in mark_entries(mark).items() if value})
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _form(writer: PdfWriter, page: PageObject) -> IndirectObject:
    """Return a page as a form that can be drawn over others."""
    contents = page.get_contents()
    form = DecodedStreamObject()
    form.set_data(b"" if contents is None else contents.get_data())
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): page.mediabox,
            NameObject("/Resources"): page["/Resources"].clone(writer),
        }
    )
    return writer._add_object(form.flate_encode())  # noqa: SLF001 - pypdf has no other way to add a stream


def _stream(writer: PdfWriter, data: bytes) -> IndirectObject:
    made: StreamObject = DecodedStreamObject()
    made.set_data(data)
    return writer._add_object(made)  # noqa: SLF001 - see above


def _lay(page: PageObject, form: IndirectObject, before: IndirectObject, after: IndirectObject) -> None:
    # raw_get returns references; the objects themselves would be written again with every page
    old = page.raw_get("/Contents")
    page[NameObject("/Contents")] = ArrayObject([before, *(old if isinstance(old, ArrayObject) else [old]), after])
    resources = _own(page, "/Resources")
    xobjects = _own(resources, "/XObject")
    xobjects[NameObject(_FORM)] = form
    resources[NameObject("/XObject")] = xobjects
    page[NameObject("/Resources")] = resources


def _own(held: DictionaryObject, key: str) -> DictionaryObject:
    """Return a copy of a dictionary that pages may share; its references are kept."""
    old = held.get(key)
    inner = old.get_object() if old is not None else None
    made = DictionaryObject()
    if isinstance(inner, DictionaryObject):
        made.update({name: inner.raw_get(name) for name in inner})
    return made
