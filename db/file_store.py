"""Pictures, fonts and original files of an open library."""

import hashlib
from collections.abc import Iterable

from db import clock, queries, rows
from db.arriving import add_original, add_picture
from db.engine import Opened, rows_of
from db.tables import FontRow
from editor.model.errors import UserError
from editor.model.font import Font, FontFile
from editor.model.language import tr
from editor.model.picture import StoredPicture


class FileStore:
    """The part of an open library that keeps files by what is in them."""

    def __init__(self, *, reading: Opened, writing: Opened) -> None:
        """Take how sessions of the library are opened."""
        self._reading, self._writing = reading, writing

    def add_picture(self, picture: StoredPicture, data: bytes) -> None:
        """Store a picture once. Raises ValueError when the bytes are not the picture's."""
        with self._writing() as session:
            add_picture(session, picture, data)

    def pictures(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of those pictures that are there and whole, by sha256."""
        with self._reading() as session:
            return queries.pictures(rows_of(session), digests)

    def picture(self, sha256: str) -> bytes:
        """Return a picture's bytes. Raises UserError when they are not there."""
        with self._reading() as session:
            found = queries.pictures(rows_of(session), (sha256,))
        if sha256 not in found:
            raise UserError(tr("刊库里有一张图片的数据缺失或已损坏，请重新放入这张图片。"))
        return found[sha256]

    def add_original(self, name: str, data: bytes) -> str:
        """Keep a file as it came in; return its sha256."""
        with self._writing() as session:
            return add_original(session, name, data, clock.utc_now())

    def fonts(self) -> tuple[Font, ...]:
        """Return the fonts that the office added, by file name."""
        with self._reading() as session:
            return queries.fonts(rows_of(session))

    def font_data(self, sha256: str) -> bytes:
        """Return a font file's bytes. Raises UserError when they are not there."""
        with self._reading() as session:
            return queries.font_data(rows_of(session), sha256)

    def add_font(self, file: FontFile) -> None:
        """Store a font file once. Raises ValueError when the bytes are not the font's."""
        if hashlib.sha256(file.data).hexdigest() != file.font.sha256:
            raise ValueError("the bytes are not those of the font")
        with self._writing() as session:
            # a damaged one is mended by adding it again
            session.merge(rows.font_row(file))

    def remove_font(self, sha256: str) -> None:
        """Take a font file out; one that is not there is no error."""
        with self._writing() as session:
            row = session.get(FontRow, sha256)
            if row is not None:
                session.delete(row)
