"""What one Word file collects while it is written: relationships, bookmarks, numbers of drawings."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE

from editor.export.word.geometry import Geometry
from editor.model.picture import Picture

_LONGEST_LINK = 2000


@dataclass(slots=True)
class Session:
    """docx: the package; folios: by anchor; accent: rrggbb; names: bookmark of each anchor."""

    docx: DocxDocument
    geometry: Geometry
    pictures: Mapping[str, bytes]
    folios: Mapping[str, int]
    accent: str
    names: dict[str, str] = field(default_factory=dict)
    drawings: int = 0
    lists: list[int] = field(default_factory=list)

    def link(self, address: str) -> str:
        """Return the relationship of an address, empty where it is too long for Word."""
        if not address or len(address) > _LONGEST_LINK:
            return ""
        return str(self.docx.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def image(self, data: bytes) -> str:
        """Return the relationship of a picture's part; the same bytes make one part."""
        relation, _ = self.docx.part.get_or_add_image(io.BytesIO(data))
        return str(relation)

    def stored(self, picture: Picture | None) -> bytes | None:
        """Return a picture's bytes, None where it is missing."""
        return self.pictures.get(picture.sha256) if picture else None

    def next_drawing(self) -> int:
        """Return a number that no drawing of the file has."""
        self.drawings += 1
        return self.drawings

    def bookmark(self, anchor: str) -> tuple[str, int]:
        """Return name and number of an anchor's bookmark."""
        if anchor not in self.names:
            self.names[anchor] = f"_Toc{len(self.names) + 1:08}"
        return self.names[anchor], list(self.names).index(anchor) + 1
