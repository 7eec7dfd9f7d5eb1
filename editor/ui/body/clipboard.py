"""The clipboard in both directions: blocks as our own, as HTML and as text."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor

from editor.desk.files import read_file
from editor.desk.formats import GRID_FILES, PICTURE_FILES, VECTOR_PICTURES
from editor.interchange.cleaning import cleaned
from editor.interchange.codec import decode, encode
from editor.model.article import Article, ArticleArchive, Title
from editor.model.block_kinds import as_figure
from editor.model.body import Block, Figure
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.uid import new_uid
from editor.ui.body.reader import Objects, read_selection

if TYPE_CHECKING:
    from editor.intake.html import Pasted
    from editor.text.cell_grid import Grid

BLOCKS_FORMAT = "application/x-bulletin-blocks"
TakePicture = Callable[[bytes, str], tuple[Picture, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Blocks as they travel between windows."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedGrid:
    """A file of values. name: of the file."""

    name: str
    cells: "Grid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasting:
    """What a paste brings. messages: sentences about what was left out; files: of other kinds, to be imported."""

    blocks: tuple[Block, ...] = ()
    messages: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    grids: tuple[PastedGrid, ...] = ()


def clipboard_data() -> QMimeData:
    """Return what the clipboard holds; nothing where the system gives none."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if data is None else data


def copied(cursor: QTextCursor, objects: Objects) -> QMimeData:
    """Return a selection for the clipboard."""
    from editor.export.html import blocks_html
    from editor.export.text import blocks_text

    blocks = read_selection(cursor, objects)
    data = QMimeData()
    data.setData(BLOCKS_FORMAT, encode(Clip(blocks=blocks)))
    data.setHtml(blocks_html(blocks, {}))
    data.setText(blocks_text(blocks))
    return data


def pasted(data: QMimeData, present: frozenset[str], take: TakePicture) -> Pasting:
    """Return what a clipboard holds as blocks. present: identities that are in the body already.

    Raises UserError for a picture that is none, or for content beyond all bounds.
    """
    if data.hasFormat(BLOCKS_FORMAT):
        clip = decode(Clip, bytes(data.data(BLOCKS_FORMAT).data()))
        blocks, messages = cleaned(clip.blocks)
        return Pasting(blocks=tuple(_fresh(block, present) for block in blocks), messages=messages)
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        pictures = [path for path in paths if PICTURE_FILES.matches(path) or VECTOR_PICTURES.matches(path)]
        figures = tuple(_figure(read_file(path), path.name, take) for path in pictures)
        grids = [path for path in paths if GRID_FILES.matches(path)]
        files = tuple(path for path in paths if path not in (*pictures, *grids))
        return Pasting(blocks=figures, files=files, grids=tuple(map(_grid, grids)))
    if data.hasHtml():
        page = read_html(data.html())
        if page.blocks:
            blocks, refused = _with_pictures(page, take)
            return Pasting(blocks=blocks, messages=(*page.messages, *refused))
    if data.hasImage():
        return Pasting(blocks=(_figure(_png(QImage(data.imageData())), tr("剪贴板图片"), take),))
    return pasted_plain(data)


def pasted_plain(data: QMimeData) -> Pasting:
    """Return a clipboard's text as blocks, whatever else it holds."""
    from editor.intake.plain_text import blocks_from_text

    return Pasting(blocks=blocks_from_text(data.text()))


def pasted_article(data: QMimeData, take: TakePicture) -> tuple[Article, tuple[str, ...]] | None:
    """Return the article that a clipboard holds, with what there is to say; None where it holds no text."""
    if not data.hasHtml() or data.hasFormat(BLOCKS_FORMAT):
        blocks = pasted(data, frozenset(), take).blocks
        return (_titled(blocks), ()) if blocks else None
    page = read_html(data.html())
    blocks, refused = _with_pictures(page, take)
    if not blocks and not page.title:
        return None
    article = Article(title=Title(text=page.title), blocks=blocks) if page.title else _titled(blocks)
    archive = ArticleArchive(published=page.published)
    made = replace(article, subtitle=page.subtitle, source=page.source, link=page.link, archive=archive)
    return made, (*page.messages, *refused)


def read_html(html: str) -> "Pasted":
    """Return what is read of HTML. Raises UserError beyond all bounds."""
    # loaded when something is pasted: the parser costs every start of the program a tenth of a second
    from editor.intake.html import blocks_from_html

    return blocks_from_html(html)


def _titled(blocks: tuple[Block, ...]) -> Article:
    """Return the article of blocks; a short first line without a full stop is its title."""
    from editor.export.text import blocks_text

    first = blocks_text(blocks[:1]).strip()
    if len(blocks) > 1 and first and len(first) <= 60 and "\n" not in first and first[-1] not in "。；！？：":
        return Article(title=Title(text=first), blocks=blocks[1:])
    return Article(title=Title(text=""), blocks=blocks)


def _fresh(block: Block, present: frozenset[str]) -> Block:
    return replace(block, uid=new_uid()) if block.uid in present else block


def _grid(path: Path) -> PastedGrid:
    from editor.text.cell_grid import grid_from_file

    return PastedGrid(name=path.name, cells=grid_from_file(read_file(path), name=path.name))


def _figure(data: bytes, name: str, take: TakePicture) -> Figure:
    return Figure(picture=take(data, name)[0])


def _with_pictures(page: "Pasted", take: TakePicture) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks with the pictures that came along, and why others did not; those leave their place."""
    refused: dict[str, None] = {}
    found = {picture.figure: picture for picture in page.pictures if picture.data}

    def put(block: Block) -> Block:
        figure = as_figure(block)
        if figure is None or figure.uid not in found:
            return block
        try:
            return replace(figure, picture=take(found[block.uid].data, found[block.uid].name)[0])
        except UserError as error:
            refused[str(error)] = None
            return block

    return tuple(map(put, page.blocks)), tuple(refused)


def _png(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())
