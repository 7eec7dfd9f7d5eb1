"""The pictures of a manuscript, checked and put into their figures."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from editor.intake.manuscript import IncomingPicture
from editor.intake.picture_kinds import vector_type
from editor.intake.pictures import check_stored, take_picture
from editor.model.article import Article
from editor.model.block_kinds import as_figure
from editor.model.body import Block, Figure
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.picture import StoredPicture, VectorPicture

Stored = tuple[StoredPicture, bytes]


def with_pictures(
    article: Article, pictures: Iterable[IncomingPicture]
) -> tuple[Article, tuple[Stored, ...], tuple[str, ...]]:
    """Return the article with its pictures, those to be stored, and a sentence for each that was not taken.

    A figure without its picture keeps its place. Drawings of Office are kept as they came.
    """
    came, stored, refused = {one.figure: one for one in pictures if one.data}, list[Stored](), dict[str, None]()

    def put(block: Block) -> Block:
        figure = as_figure(block)
        if figure is None or figure.uid not in came:
            return block
        try:
            made, kept, message = _filled(figure, came[figure.uid])
        except UserError as error:
            refused[str(error)] = None
            return block
        stored.append(kept)
        refused.update(dict.fromkeys(message))
        return made

    blocks = tuple(map(put, article.blocks))
    return replace(article, blocks=blocks), tuple(stored), tuple(refused)


def _filled(figure: Figure, came: IncomingPicture) -> tuple[Figure, Stored, tuple[str, ...]]:
    media_type = vector_type(came.data)
    if media_type:
        drawing = VectorPicture(sha256=hashlib.sha256(came.data).hexdigest(), media_type=media_type)
        if check_stored(drawing, came.data):
            message = tr("“{name}”是 Office 的矢量图，原样存着，版面上留空。请把它另存为 PNG 放进去。", name=came.name)
            return replace(figure, original=drawing), (drawing, came.data), (message,)
    picture, data = take_picture(came.data, name=came.name)
    return replace(figure, picture=picture), (picture, data), ()
