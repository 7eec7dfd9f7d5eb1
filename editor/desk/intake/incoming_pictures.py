"""The pictures of a manuscript, checked and put into their figures."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from editor.intake.manuscript import IncomingPicture
from editor.intake.picture_kinds import vector_type
from editor.intake.pictures import check_stored, taken_picture
from editor.model.article import Article, ArticleArchive, Wording
from editor.model.block_kinds import as_figure
from editor.model.body import Block, Figure
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.picture import StoredPicture, VectorPicture
from editor.system.watching import Watch, unwatched

Stored = tuple[StoredPicture, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrated:
    """An article with its pictures. stored: what the library keeps of them; changed: those that are not as they came.

    messages: a sentence for each picture that was not taken, and for each that was changed.
    """

    article: Article
    stored: tuple[Stored, ...]
    changed: tuple[IncomingPicture, ...]
    messages: tuple[str, ...]


def with_pictures(article: Article, pictures: Iterable[IncomingPicture], watch: Watch = unwatched) -> Illustrated:
    """Return the article with its pictures. A figure without its picture keeps its place.

    Drawings of Office are kept as they came.
    """
    came: dict[str, list[IncomingPicture]] = {}
    for one in pictures:
        if one.data:
            came.setdefault(one.figure, []).append(one)
    stored, changed, said = list[Stored](), list[IncomingPicture](), dict[str, None]()

    def put(block: Block) -> Block:
        figure = as_figure(block)
        if figure is None or figure.uid not in came:
            return block
        for one in came[figure.uid]:
            watch(len(stored), len(came))
            try:
                figure, kept, changes = _filled(figure, one)
            except UserError as error:
                said[str(error)] = None
                continue
            stored.append(kept)
            said.update(dict.fromkeys(changes))
            changed.extend([one] if changes else [])
        if figure.original and figure.picture is None:
            name = came[figure.uid][0].name
            said[tr("“{name}”是 Office 的矢量图，原样存着，版面上留空。请把它另存为 PNG 放进去。", name=name)] = None
        return figure

    blocks = tuple(map(put, article.blocks))
    filled = {block.uid: block for block in blocks if block.uid in came}
    article = replace(article, blocks=blocks, archive=_tracked(article, filled))
    return Illustrated(article=article, stored=tuple(stored), changed=tuple(changed), messages=tuple(said))


def _tracked(article: Article, filled: Mapping[str, Block]) -> ArticleArchive:
    """Return the archive with the pictures in what tracked changes are compared with, so that none shows as changed."""
    tracking = article.archive.tracking
    if tracking is None or tracking.base is None:
        return article.archive

    def with_figures(wording: Wording) -> Wording:
        return replace(wording, blocks=tuple(filled.get(block.uid, block) for block in wording.blocks))

    hands = tuple(replace(hand, before=with_figures(hand.before)) for hand in tracking.hands)
    tracked = replace(tracking, base=with_figures(tracking.base), hands=hands)
    return replace(article.archive, tracking=tracked)


def _filled(figure: Figure, came: IncomingPicture) -> tuple[Figure, Stored, tuple[str, ...]]:
    media_type = vector_type(came.data)
    if media_type:
        drawing = VectorPicture(sha256=hashlib.sha256(came.data).hexdigest(), media_type=media_type)
        if check_stored(drawing, came.data):
            return replace(figure, original=drawing), (drawing, came.data), ()
    taken = taken_picture(came.data, name=came.name)
    return replace(figure, picture=taken.picture), (taken.picture, taken.data), taken.changes
