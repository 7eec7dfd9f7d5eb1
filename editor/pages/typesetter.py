"""The typesetter: keeps one compiler and its session folder, so that setting again after a small change is quick."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self, cast

import typst

from editor.document.coverage import RARE, rare_faces
from editor.document.look import LookTable
from editor.document.parts import Document
from editor.document.print_options import PAPER_SHEET, PLAIN, PrintOptions, blank_pages
from editor.document.substitutes import printable_document
from editor.model.dataclass import dataclass
from editor.model.font import FontFile
from editor.model.page_facts import PageFacts
from editor.pages.facts import FACTS_QUERY, page_facts
from editor.pages.fonts import load_fonts
from editor.pages.glyphs import check_glyphs
from editor.pages.page_data import look_data, page_data
from editor.pages.page_labels import with_page_labels
from editor.system.scratch import copy_into, scratch_folder, write_scratch
from resources import resource

# names of pictures, see `media_name`
_MEDIA = re.compile(r'"([0-9a-f]{64}\.(?:png|jpg))"')
_EPOCH, _DAY_S = dt.date(1970, 1, 1), 24 * 60 * 60
_DRAWING_PPI = 200
_STANDARDS: list[Any] = ["ua-1", "a-2a"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A PDF with the facts of its pages. warnings: sentences for the editor."""

    pdf: bytes
    facts: PageFacts
    warnings: tuple[str, ...]


class Typesetter:
    """A compiler with a temporary folder; must not be used from two threads at once."""

    def __init__(self, fonts: Iterable[FontFile] = ()) -> None:
        """Lay out the session folder from the shipped template and fonts. fonts: those that the office added."""
        self._stack = ExitStack()
        self._folder = self._stack.enter_context(scratch_folder("pages"))
        copy_into(self._folder, resource("typeset"))
        (self._folder / "media").mkdir()
        self._fonts = tuple(fonts)
        self._write("data.json", b"{}")
        self._prepared: tuple[object, ...] = ()
        self._load(())

    def __enter__(self) -> Self:
        """Return the typesetter itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the session folder."""
        self.close()

    def close(self) -> None:
        """Remove the session folder."""
        self._stack.close()

    def _load(self, rare: tuple[str, ...]) -> None:
        """Begin a compiler with the faces of rare characters that are needed; few documents need any."""
        self._rare: tuple[str, ...] = rare
        self._families, self._faces = load_fonts(self._folder / "fonts", resource("fonts"), self._fonts, rare)
        self._compiler = typst.Compiler(str(self._folder / "look.typ"), root=str(self._folder), font_paths=self._faces)

    def render(
        self,
        document: Document,
        look: LookTable,
        pictures: Mapping[str, bytes],
        *,
        final: bool,
        options: PrintOptions = PLAIN,
    ) -> Rendering:
        """Return the document as PDF with its page facts.

        final: as PDF/UA-1 and PDF/A-2a with tags; the document's date is the file's, so that the same document gives
        the same bytes. Characters that no font has are printed as 〓.
        """
        document = printable_document(document, look)
        warnings = check_glyphs(document, look)
        self._prepare(document, look, pictures)
        self._set_options(options, blanks=0)
        if options.of_four:
            self._fill_sheets(document, look, options)
        standards = {"pdf_standards": _STANDARDS} if final else {"pdf_tags": False}
        pdf = self._compiler.compile(format="pdf", timestamp=_midnight(document), **standards)
        facts, two_digits = self._facts(document, look), look.text("style.folio") != "outer-dashed"
        labelled = with_page_labels(cast("bytes", pdf), front=facts.front, sheets=facts.sheets, two_digits=two_digits)
        return Rendering(pdf=labelled, facts=facts, warnings=warnings)

    def facts(self, document: Document, look: LookTable, pictures: Mapping[str, bytes]) -> PageFacts:
        """Return the page facts alone, without writing a PDF."""
        document = printable_document(document, look)
        self._prepare(document, look, pictures)
        self._set_options(PLAIN, blanks=0)
        return self._facts(document, look)

    def drawings(
        self, keys: Sequence[str], document: Document, look: LookTable, pictures: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        """Return drawings as PNG by their keys; see `document.drawings`.

        By a compiler of their own, which costs 10 ms: the pages' compiler would go on with the drawings as its source.
        """
        if not keys:
            return {}
        self._prepare(document, look, pictures)
        self._write("drawings.json", _json(keys))
        source = str(self._folder / "drawings.typ")
        compiler = typst.Compiler(source, root=str(self._folder), font_paths=self._faces)
        made = compiler.compile(format="png", ppi=_DRAWING_PPI)
        return dict(zip(keys, cast("list[bytes]", made if isinstance(made, list) else [made]), strict=True))

    def _fill_sheets(self, document: Document, look: LookTable, options: PrintOptions) -> None:
        """Set with blank pages up to a multiple of four.

        Those before a back cover count among the sheets, and may move a 版记 to another page.
        """
        facts = self._facts(document, look)
        blanks, inside = blank_pages(facts.sheets), "back" in dict(facts.parts)
        self._set_options(options, blanks=blanks)
        while inside and blanks < PAPER_SHEET and blank_pages(self._facts(document, look).sheets):
            blanks += 1
            self._set_options(options, blanks=blanks)

    def _set_options(self, options: PrintOptions, *, blanks: int) -> None:
        values = {
            "duplex": options.duplex,
            "bleed": options.bleed,
            "watermark": options.watermark,
            "stamp": options.proof.stamp if options.proof else "",
            "blanks": blanks,
        }
        self._write("options.json", _json(values))

    def _prepare(self, document: Document, look: LookTable, pictures: Mapping[str, bytes]) -> None:
        asked = (document, look, pictures)
        # drawings and facts are asked of what was set just now
        if all(one is other for one, other in zip(asked, self._prepared, strict=False)) and self._prepared:
            return
        self._write_data(document, look, pictures)
        self._prepared = asked

    def _write_data(self, document: Document, look: LookTable, pictures: Mapping[str, bytes]) -> None:
        data, present = page_data(document, look), self._store(pictures)
        written = _json(data)
        text = written.decode()
        needed = rare_faces((text,))
        if not set(needed) <= set(self._rare):
            self._load(tuple(face for face in RARE if face in self._rare or face in needed))
        if not present.issuperset(_MEDIA.findall(text)):
            written = _json(_drop_missing(data, present))
        added = {one.role: self._families[one.sha256, one.index] for one in look.added}
        rare = [self._families[face, 0] for face in self._rare]
        self._write("look.json", _json(look_data(look) | {"added": added, "rare": rare}))
        self._write("data.json", written)

    def _store(self, pictures: Mapping[str, bytes]) -> set[str]:
        for digest, data in pictures.items():
            ending = "png" if data.startswith(b"\x89PNG") else "jpg"
            path = self._folder / "media" / f"{digest}.{ending}"
            if not path.exists():
                write_scratch(path, data)
        return {path.name for path in (self._folder / "media").iterdir()}

    def _write(self, name: str, data: bytes) -> None:
        path = self._folder / name
        if not path.exists() or path.read_bytes() != data:
            write_scratch(path, data)

    def _facts(self, document: Document, look: LookTable) -> PageFacts:
        return page_facts(json.loads(self._compiler.eval(FACTS_QUERY)), document, look)


def _midnight(document: Document) -> int:
    """Return the beginning of the document's day in UTC, in seconds since 1970."""
    return (document.properties.date - _EPOCH).days * _DAY_S


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


def _drop_missing(value: Any, present: set[str]) -> Any:  # noqa: ANN401
    """Return data with the names of missing pictures set to None: the template then leaves their place empty."""
    if isinstance(value, dict):
        return {
            key: _drop_missing(part, present) if key not in _PICTURES else _at_hand(part, present)
            for key, part in value.items()
        }
    return [_drop_missing(part, present) for part in value] if isinstance(value, list) else value


_PICTURES = frozenset(("image", "logo", "dark_logo", "picture", "masthead_picture"))


def _at_hand(name: str | None, present: set[str]) -> str | None:
    return name if name in present else None
