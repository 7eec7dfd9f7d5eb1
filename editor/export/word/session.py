"""State of one Word file while it is written: relationships, bookmarks, numbers of drawings."""

import io
from collections.abc import Mapping
from dataclasses import field

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from editor.document.colours import tint
from editor.document.look import LookTable
from editor.export.word.geometry import Geometry
from editor.model.credits import Credit
from editor.model.dataclass import dataclass
from editor.model.picture import Picture
from editor.text.address import uri_of, usable_address

_LONGEST_LINK = 2000


def text_colour(look: LookTable, accent: str) -> str:
    """Return the accent of the text, rrggbb."""
    return look.text("colour.ink").lstrip("#").upper() if look.settings.get("style.black_text") else accent


def head_fill(accent: str, mark: str) -> str:
    """Return the tint behind the heads of tables, rrggbb. mark: colour of the text's rules."""
    return tint(accent, 0.14) if mark == accent else "E6E6E6"


@dataclass(slots=True)
class WordSession:
    """docx: the package; folios: by anchor; accent: rrggbb; names: bookmark of each anchor; drawings: PNG by key.

    furniture: relationships of headers and footers, by what they hold; sequences: last number of captions by their word
    (表, 图); recipients: credits that the 版记 prints instead of the credits page.
    """

    docx: DocxDocument
    look: LookTable
    geometry: Geometry
    pictures: Mapping[str, bytes]
    drawings: Mapping[str, bytes]
    folios: Mapping[str, int]
    accent: str
    recipients: tuple[Credit, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    drawn: int = 0
    lists: list[int] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    furniture: dict[str, str] = field(default_factory=dict)
    sequences: dict[str, int] = field(default_factory=dict)

    @property
    def official(self) -> bool:
        """Whether folios are outside between dashes and the cover has the head of an official document (公文)."""
        return self.look.text("style.folio") == "outer-dashed"

    @property
    def mark(self) -> str:
        """Colour of links and rules in the text, rrggbb: black where the look keeps colour to the heads."""
        return text_colour(self.look, self.accent)

    @property
    def head_fill(self) -> str:
        """Tint behind the heads of tables, rrggbb."""
        return head_fill(self.accent, self.mark)

    @property
    def grey(self) -> str:
        """The look's grey, rrggbb."""
        return self.look.text("colour.grey").lstrip("#").upper()

    @property
    def ink(self) -> str:
        """The look's colour of text, rrggbb."""
        return self.look.text("colour.ink").lstrip("#").upper()

    @property
    def line(self) -> str:
        """Colour of hairlines, rrggbb."""
        return self.look.text("colour.line").lstrip("#").upper()

    @property
    def pale(self) -> str:
        """The tint of bars beside quotations, rrggbb."""
        return tint(self.accent, 0.32) if self.mark == self.accent else "B3B3B3"

    @property
    def hair(self) -> int:
        """Width of hairlines, eighths of a point."""
        return round(self.look.points("rule.hair") * 8)

    def folio(self, number: int) -> str:
        """Return a folio as printed."""
        return str(number) if self.official else f"{number:02}"

    def link(self, address: str) -> str:
        """Return the relationship of an address, empty where it is too long for Word or not safe to follow."""
        address = uri_of(usable_address(address))
        if not address or len(address) > _LONGEST_LINK:
            return ""
        return str(self.docx.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def image(self, data: bytes) -> str:
        """Return the relationship of a picture's part; the same bytes make one part."""
        relation, _ = self.docx.part.get_or_add_image(io.BytesIO(data))
        return str(relation)

    def plain_picture(self, colour: str) -> bytes:
        """Return a small picture of one colour, rrggbb."""
        from PIL import Image

        buffer = io.BytesIO()
        Image.new("RGB", (10, 1), f"#{colour}").save(buffer, "PNG", optimize=True)
        return buffer.getvalue()

    def stored(self, picture: Picture | None) -> bytes | None:
        """Return a picture's bytes, None where it is missing."""
        return self.pictures.get(picture.sha256) if picture else None

    def next_drawing(self) -> int:
        """Return a new number for a drawing, unique in the file."""
        self.drawn += 1
        return self.drawn

    def bookmark(self, anchor: str) -> tuple[str, int]:
        """Return name and number of an anchor's bookmark."""
        if anchor not in self.names:
            self.names[anchor] = f"_Toc{len(self.names) + 1:08}"
        return self.names[anchor], list(self.names).index(anchor) + 1
