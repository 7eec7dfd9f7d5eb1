"""The structure tree of a PDF/UA (PDF 1.7, 14.7), read with pypdf: PDFium shows it a page at a time only."""

import io
from collections.abc import Iterable
from typing import Any

import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from editor.document.pdf_contents import Marked, Tag
from editor.model.foreign import DECODER_FAULTS

_DEEPEST, _MOST = 60, 400_000


class _TooMuchError(Exception):
    """The tree is deeper or larger than any that the typesetter writes."""


_FAULTS: tuple[type[Exception], ...] = (PyPdfError, _TooMuchError, *DECODER_FAULTS)


def read_tags(data: bytes) -> Tag | None:
    """Return the root of the tags, None for a PDF without readable ones."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        return _Tree(reader).read()
    except _FAULTS:
        return None


class _Tree:
    def __init__(self, reader: pypdf.PdfReader) -> None:
        catalog: Any = reader.trailer["/Root"].get_object()
        self._root: Any = catalog.get("/StructTreeRoot")
        self._pages = {
            page.indirect_reference.idnum: number for number, page in enumerate(reader.pages) if page.indirect_reference
        }
        self._count = 0

    def read(self) -> Tag | None:
        if self._root is None:
            return None
        kids = tuple(self._kids(self._root.get_object().get("/K"), -1, 0))
        return Tag(kind="Root", children=kids)

    def _kids(self, node: Any, page: int, depth: int) -> Iterable[Tag | Marked]:  # noqa: ANN401 - pypdf's objects
        self._count += 1
        if depth > _DEEPEST or self._count > _MOST:
            raise _TooMuchError
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for one in node:
                yield from self._kids(one, page, depth + 1)
        elif isinstance(node, int):
            yield Marked(page, int(node))
        elif isinstance(node, DictionaryObject):
            yield from self._element(node, page, depth)

    def _element(self, node: DictionaryObject, page: int, depth: int) -> Iterable[Tag | Marked]:
        here = self._pages.get(node.raw_get("/Pg").idnum, page) if "/Pg" in node else page
        match node.get("/Type"):
            case "/MCR":
                mark: Any = node["/MCID"]
                yield Marked(here, int(mark))
            case "/OBJR":
                yield from _address(node)
            case _:
                yield self._tag(node, here, depth)

    def _tag(self, node: DictionaryObject, page: int, depth: int) -> Tag:
        found = dict(_attributes(node.get("/A")))
        children = tuple(self._kids(node.get("/K", ArrayObject()), page, depth + 1))
        addresses = [one.address for one in children if isinstance(one, Tag) and one.kind == "Address"]
        return Tag(
            kind=str(node.get("/S", "")).lstrip("/"),
            children=tuple(one for one in children if not (isinstance(one, Tag) and one.kind == "Address")),
            title=str(node.get("/T", "")),
            alt=str(node.get("/Alt", "")),
            address=addresses[0] if addresses else "",
            rows=_whole(found.get("/RowSpan")),
            columns=_whole(found.get("/ColSpan")),
            numbering=str(found.get("/ListNumbering", "")).lstrip("/"),
            box=_box(found.get("/BBox")),
        )


def _address(node: DictionaryObject) -> Iterable[Tag]:
    """Yield the address of a link's annotation, as an element that its parent takes."""
    annotation: Any = node["/Obj"].get_object()
    action = annotation.get("/A")
    address = action.get_object().get("/URI") if action is not None else None
    if address:
        yield Tag(kind="Address", address=str(address))


def _attributes(found: Any) -> Iterable[tuple[str, Any]]:  # noqa: ANN401 - pypdf's objects
    if found is None:
        return
    found = found.get_object()
    for one in found if isinstance(found, ArrayObject) else (found,):
        one_object = one.get_object()
        if isinstance(one_object, DictionaryObject):
            yield from one_object.items()


def _whole(value: Any) -> int:  # noqa: ANN401 - pypdf's objects
    return max(1, min(1000, int(value))) if value is not None else 1


def _box(value: Any) -> tuple[float, ...]:  # noqa: ANN401 - pypdf's objects
    return tuple(map(float, value)) if isinstance(value, ArrayObject) and len(value) == 4 else ()
