"""Any PDF with text becomes an article."""

from collections import Counter
from collections.abc import Iterator, Sequence

from editor.document.pdf_contents import Glyph, PdfContents, PlacedPicture
from editor.intake.manuscript import IncomingFile, IncomingPicture, Manuscript
from editor.intake.pdf.article_parts import ArticleParts
from editor.intake.pdf.columns import Column, columns_of_pages
from editor.intake.pdf.link_codes import address_in
from editor.intake.pdf.page_lines import Line, page_lines
from editor.intake.pdf.page_notes import PageNote, anchored, page_notes
from editor.intake.pdf.paragraphs import body_size, paragraphs_of
from editor.intake.pdf.ruled_tables import RuledTable, ruled_tables, table_of
from editor.intake.pdf.running_lines import Running, running_lines
from editor.model.body import ANCHOR, Block, Figure
from editor.model.errors import UserError
from editor.model.language import tr

# pictures on so many pages are logos and backgrounds; pt: smaller ones are signs
_REPEATED, _SMALLEST = 3, 24.0
_SHOWN = 5


def pdf_manuscript(file: IncomingFile, contents: PdfContents) -> Manuscript:
    """Return the article that a PDF is read as. Raises UserError where its text cannot be made out."""
    return _Reader(file, contents).read()


class _Reader:
    def __init__(self, file: IncomingFile, contents: PdfContents) -> None:
        self._file, self._contents = file, contents
        self._objects: dict[Line, Block] = {}
        self._pictures: list[IncomingPicture] = []
        self._codes: list[str] = []
        self._notes: list[PageNote] = []
        self._lost: Counter[str] = Counter()

    def read(self) -> Manuscript:
        pages = [page_lines(self._contents, number) for number in range(len(self._contents.pages))]
        running = running_lines(pages, [page.height for page in self._contents.pages])
        size = body_size([line for lines in pages for line in lines if line not in running.lines])
        own = ([line for line in lines if line not in running.lines] for lines in pages)
        columns = columns_of_pages([self._watched(number, lines, size) for number, lines in enumerate(own)])
        parts = paragraphs_of(columns, self._objects, self._contents)
        loose = anchored(parts, self._notes)
        if not parts:
            raise UserError(tr("“{name}”里没有读出正文。请检查是否选错了文件。", name=self._file.name))
        made = ArticleParts(parts, size).article(self._contents.title, self._codes, loose)
        return Manuscript(
            article=made.article,
            pictures=tuple(self._pictures),
            guessed=made.guessed,
            messages=(*self._messages(running, columns), *made.messages),
        )

    # --- a page

    def _watched(self, number: int, lines: list[Line], size: float) -> list[Line]:
        whole = len(self._contents.pages)
        self._file.watch(whole + number, 2 * whole)
        return self._page(number, lines, size)

    def _page(self, number: int, lines: list[Line], size: float) -> list[Line]:
        page = self._contents.pages[number]
        tables = [(one, table_of(one, self._contents, number)) for one in ruled_tables(page)]
        held: set[Line] = set()
        stand_ins: list[Line] = []
        for ruled, table in tables:
            inside = {line for line in lines if ruled.holds((line.left + line.right) / 2, line.middle)}
            if table is None:
                self._lost["table"] += len(inside) > 1
                continue
            held |= inside
            stand_ins.append(_stand_in(number, _table_box(ruled), size))
            self._objects[stand_ins[-1]] = table
        stand_ins += self._figures(number, size)
        notes, foot = page_notes([line for line in lines if line not in held], self._contents, size)
        self._notes += notes
        return [*(line for line in lines if line not in held and line not in foot), *stand_ins]

    def _figures(self, number: int, size: float) -> Iterator[Line]:
        for picture in self._contents.pages[number].pictures:
            if self._is_background(picture, number):
                self._lost["background"] += 1
                continue
            address = address_in(picture.data)
            if address:
                self._codes.append(address)
                continue
            figure = Figure()
            name = tr("第 {sheet} 页的图", sheet=number + 1)
            self._pictures.append(IncomingPicture(figure=figure.uid, name=name, data=picture.data))
            line = _stand_in(number, (picture.left, picture.top, picture.right, picture.bottom), size)
            self._objects[line] = figure
            yield line

    def _is_background(self, picture: PlacedPicture, number: int) -> bool:
        page = self._contents.pages[number]
        if min(picture.right - picture.left, picture.bottom - picture.top) < _SMALLEST:
            return True
        whole = (picture.right - picture.left) * (picture.bottom - picture.top) > 0.9 * page.width * page.height
        same = sum(
            any(one.data == picture.data and abs(one.top - picture.top) < 3 for one in other.pictures)
            for other in self._contents.pages
        )
        return same >= _REPEATED or (whole and bool(page.glyphs))

    # --- what is said

    def _messages(self, running: Running, columns: Sequence[Column]) -> Iterator[str]:
        yield from _running_messages(running)
        if any(len(group) > 1 for group in _side_by_side(columns)):
            yield tr("有分栏的页，按从左到右逐栏读入，请核对顺序。")
        turned = sum(page.turned for page in self._contents.pages)
        if turned:
            yield tr("有 {n} 个斜放或竖放的字（如水印）没有收入。", n=turned)
        drawings = [at + 1 for at, page in enumerate(self._contents.pages) if page.drawings > _SHOWN]
        if drawings:
            sheets = tr("、").join(map(str, drawings[:_SHOWN]))
            yield tr("第 {sheets} 页有线条画成的图，取不出来，请截图后放入。", sheets=sheets)
        if self._lost["table"]:
            yield tr("有 {n} 个表格的线条认不清，按文字收下，请核对。", n=self._lost["table"])
        if self._lost["background"]:
            yield tr("有 {n} 张每页都有的、太小的或铺满整页的图没有收入。", n=self._lost["background"])
        unread = sum(glyph.text == "\ufffd" for page in self._contents.pages for glyph in page.glyphs)
        if unread:
            yield tr("文中有 {n} 个字在 PDF 里没有编码，显示为 �，请对照原件补上。", n=unread)


def _running_messages(running: Running) -> Iterator[str]:
    if running.lines:
        words = "".join(f"“{text}”" for text in running.texts[:_SHOWN])
        yield tr("每页重复的页眉、页脚和页码没有收入，共 {n} 行{words}。", n=len(running.lines), words=words)


def _side_by_side(columns: Sequence[Column]) -> Iterator[list[Column]]:
    """Yield columns of one page that stand beside each other."""
    for at, column in enumerate(columns[:-1]):
        after = columns[at + 1]
        beside = column.lines[0].page == after.lines[0].page and after.left > column.right - 1
        if beside:
            yield [column, after]


def _table_box(ruled: RuledTable) -> tuple[float, float, float, float]:
    return ruled.xs[0], ruled.ys[0], ruled.xs[-1], ruled.ys[-1]


def _stand_in(number: int, box: tuple[float, float, float, float], size: float) -> Line:
    """Return a line in the place of an object, so that it has one in the reading order."""
    left, top, right, bottom = box
    glyph = Glyph(ANCHOR, left, top, right, bottom, 0)
    return Line(number, (glyph,), left, top, right, bottom, size, bold=False)
