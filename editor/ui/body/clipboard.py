"""The clipboard in both directions: blocks as our own, as HTML and as text."""

import datetime as dt
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
from editor.model.article import Article, Title
from editor.model.block_kinds import as_figure
from editor.model.body import Block, Figure
from editor.model.errors import UserError
from editor.model.guesses import guessed
from editor.model.language import tr
from editor.model.origin import ManuscriptField
from editor.model.picture import Picture
from editor.model.uid import new_uid
from editor.text.address import usable_address
from editor.ui.body.reader import Objects, read_selection

if TYPE_CHECKING:
    from editor.desk.intake.copied import Copied
    from editor.desk.intake.outcomes import ReadArticle
    from editor.desk.intake.reading import ReadingOptions
    from editor.intake.html import Pasted
    from editor.intake.manuscript import IncomingPicture
    from editor.text.cell_grid import Grid

BLOCKS_FORMAT = "application/x-bulletin-blocks"
# Qt's name for the format of Windows with its header; `html()` is the same without it
_WINDOWS_HTML = 'application/x-qt-windows-mime;value="HTML Format"'
_ADDRESS_FORMATS = (
    "chromium/x-source-url",
    'application/x-qt-windows-mime;value="Chromium internal source URL"',
    "text/x-moz-url-priv",
    'application/x-qt-windows-mime;value="text/x-moz-url-priv"',
)
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
    """What a paste brings. messages: sentences about what was left out; files: of other kinds, to be imported.

    before: the same as plain text where the blocks are a reading of it, to which one step back leads.
    """

    blocks: tuple[Block, ...] = ()
    before: tuple[Block, ...] = ()
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
        page = read_html(copied_html(data))
        if page.blocks:
            blocks, refused = _with_pictures(page.blocks, page.pictures, take)
            return Pasting(blocks=blocks, messages=(*page.messages, *refused))
    if data.hasImage():
        return Pasting(blocks=(_figure(_png(QImage(data.imageData())), tr("剪贴板图片"), take),))
    return pasted_plain(data)


def pasted_plain(data: QMimeData) -> Pasting:
    """Return a clipboard's text as blocks, whatever else it holds; Markdown is read as a whole."""
    from editor.intake.markdown import blocks_from_markdown, is_markdown
    from editor.intake.plain_text import blocks_from_text, paragraphs_from_text

    text = data.text()
    if not is_markdown(text):
        return Pasting(blocks=blocks_from_text(text))
    read = blocks_from_markdown(text)
    message = tr("按 Markdown 读入；要原样的文字，按一次 Ctrl+Z。")
    return Pasting(blocks=read.blocks, before=paragraphs_from_text(text), messages=(message, *read.messages))


def pasted_article(data: QMimeData, take: TakePicture, options: "ReadingOptions") -> "ReadArticle | None":
    """Return the article that a clipboard holds, with its origin as files have it; None where it holds no text.

    take: keeps pictures of blocks and files; those of a page come with it. Raises UserError.
    """
    from editor.desk.intake.copied import read_copied
    from editor.desk.intake.outcomes import ReadArticle

    page = copied_manuscript(data)
    if page:
        read = read_copied(page, at=dt.datetime.now(tz=dt.UTC), options=options)
        if read or not data.hasImage():
            return read
    blocks = pasted(data, frozenset(), take).blocks
    return ReadArticle(path=Path(), article=_titled(blocks)) if blocks else None


def copied_manuscript(data: QMimeData) -> "Copied | None":
    """Return a copy that is read as a manuscript is, None where blocks, files or a picture are to be taken."""
    if data.hasFormat(BLOCKS_FORMAT) or any(url.isLocalFile() for url in data.urls()):
        return None
    return copied_page(data)


def copied_page(data: QMimeData) -> "Copied":
    """Return HTML and text of a clipboard with the address that the browser put beside them."""
    from editor.desk.intake.copied import Copied

    html = copied_html(data) if data.hasHtml() else ""
    return Copied(html=html, text=data.text(), address=copied_address(data))


def copied_html(data: QMimeData) -> str:
    """Return a clipboard's HTML, on Windows with the header that says which part of it was copied."""
    raw = bytes(data.data(_WINDOWS_HTML).data())
    return raw.decode("utf-8", "replace") if raw[:8] == b"Version:" else data.html()


def copied_address(data: QMimeData) -> str:
    """Return the address of the page that was copied, as Chromium or Firefox put it beside the text; else nothing."""
    found = (_address_in(bytes(data.data(name).data())) for name in _ADDRESS_FORMATS if data.hasFormat(name))
    return next(filter(None, found), "")


def _address_in(raw: bytes) -> str:
    """Return the address in a format of a browser, UTF-8 or UTF-16; it begins the data, and a line may follow it.

    Nothing for one of a site without a page: Firefox hands out no more (tried with 153).
    """
    encoding = "utf-16-le" if b"\0" in raw[:4] else "utf-8"
    lines = raw.decode(encoding, "ignore").lstrip("\ufeff").replace("\0", "").split("\n")
    address = usable_address(lines[0].strip())
    return address if address.rstrip("/").count("/") > 2 or "?" in address else ""


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
        return guessed(Article(title=Title(text=first), blocks=blocks[1:]), (ManuscriptField.TITLE,))
    return Article(title=Title(text=""), blocks=blocks)


def _fresh(block: Block, present: frozenset[str]) -> Block:
    return replace(block, uid=new_uid()) if block.uid in present else block


def _grid(path: Path) -> PastedGrid:
    from editor.text.cell_grid import grid_from_file

    return PastedGrid(name=path.name, cells=grid_from_file(read_file(path), name=path.name))


def _figure(data: bytes, name: str, take: TakePicture) -> Figure:
    return Figure(picture=take(data, name)[0])


def _with_pictures(
    blocks: tuple[Block, ...], pictures: "tuple[IncomingPicture, ...]", take: TakePicture
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks with the pictures that came along, and why others did not; those leave their place."""
    refused: dict[str, None] = {}
    found = {picture.figure: picture for picture in pictures if picture.data}

    def put(block: Block) -> Block:
        figure = as_figure(block)
        if figure is None or figure.uid not in found:
            return block
        try:
            return replace(figure, picture=take(found[block.uid].data, found[block.uid].name)[0])
        except UserError as error:
            refused[str(error)] = None
            return block

    return tuple(map(put, blocks)), tuple(refused)


def _png(image: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data())
