"""Pictures, fonts and original files of an open library."""

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from db import clock, queries
from db.entries import Asked
from editor.model.errors import UserError
from editor.model.font import Font, FontFile
from editor.model.language import tr
from editor.model.picture import StoredPicture

if TYPE_CHECKING:
    from db.engine import Opened


class FileStore:
    """The part of an open library that keeps files by what is in them."""

    def __init__(self, *, asking: Asked, writing: "Opened") -> None:
        """Take how the library is read and written."""
        self._asking, self._writing = asking, writing

    def add_picture(self, picture: StoredPicture, data: bytes) -> None:
        """Store a picture once. Raises ValueError when the bytes are not the picture's."""
        from db.arriving import add_picture

        with self._writing() as session:
            add_picture(session, picture, data)

    def pictures(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of those pictures that are there and whole, by sha256."""
        with self._asking() as rows:
            return queries.pictures(rows, digests)

    def picture(self, sha256: str) -> bytes:
        """Return a picture's bytes. Raises UserError when they are not there."""
        with self._asking() as rows:
            found = queries.pictures(rows, (sha256,))
        if sha256 not in found:
            raise UserError(tr("刊库里有一张图片的数据缺失或已损坏，请重新放入这张图片。"))
        return found[sha256]

    def add_original(self, name: str, data: bytes) -> str:
        """Keep a file as it came in; return its sha256."""
        from db.arriving import add_original

        with self._writing() as session:
            return add_original(session, name, data, clock.utc_now())

    def originals(self, digests: Iterable[str]) -> dict[str, tuple[str, bytes]]:
        """Return name and bytes of those files as they came in that are there and whole, by sha256."""
        with self._asking() as rows:
            return queries.originals(rows, digests)

    def fonts(self) -> tuple[Font, ...]:
        """Return the fonts that the office added, by file name."""
        with self._asking() as rows:
            return queries.fonts(rows)

    def font_data(self, sha256: str) -> bytes:
        """Return a font file's bytes. Raises UserError when they are not there."""
        with self._asking() as rows:
            return queries.font_data(rows, sha256)

    def add_font(self, file: FontFile) -> None:
        """Store a font file once. Raises ValueError when the bytes are not the font's."""
        if hashlib.sha256(file.data).hexdigest() != file.font.sha256:
            raise ValueError("the bytes are not those of the font")
        from db.rows import font_row

        with self._writing() as session:
            # a damaged one is mended by adding it again
            session.merge(font_row(file))

    def remove_font(self, sha256: str) -> None:
        """Take a font file out; one that is not there is no error."""
        from db.tables import FontRow

        with self._writing() as session:
            row = session.get(FontRow, sha256)
            if row is not None:
                session.delete(row)
