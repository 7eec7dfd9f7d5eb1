"""EMF and WMF drawings: kept as they came, and drawn once by LibreOffice where that is installed."""

import hashlib

from editor.intake.manuscript import IncomingPicture
from editor.intake.picture_kinds import vector_type
from editor.intake.word.conversion import drawn_pictures
from editor.model.picture import VectorPicture
from editor.system.watching import Watch, unwatched

_LARGEST = 32 * 1024 * 1024


def with_vectors(
    pictures: tuple[IncomingPicture, ...], watch: Watch = unwatched
) -> tuple[dict[str, VectorPicture], tuple[IncomingPicture, ...], int]:
    """Return drawings by figure, the pictures with those made of drawings beside them, and how many were made.

    A drawing's own bytes stay a picture of the same figure, so that they are stored.
    """
    vectors = {one.figure: one for one in pictures if vector_type(one.data) and len(one.data) <= _LARGEST}
    if not vectors:
        return {}, pictures, 0
    endings = {figure: vector_type(one.data).rpartition("/")[2] for figure, one in vectors.items()}
    made = drawn_pictures({f"{figure}.{endings[figure]}": one.data for figure, one in vectors.items()}, watch)
    originals = {figure: _original(one.data) for figure, one in vectors.items()}
    drawn = tuple(
        IncomingPicture(figure=figure, name=f"{one.name}（画成图片）", data=data)
        for figure, one in vectors.items()
        if (data := made.get(f"{figure}.{endings[figure]}"))
    )
    return originals, (*pictures, *drawn), len(drawn)


def _original(data: bytes) -> VectorPicture:
    return VectorPicture(sha256=hashlib.sha256(data).hexdigest(), media_type=vector_type(data))
