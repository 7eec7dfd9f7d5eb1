"""Any PDF with text becomes an article."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.document.pdf_contents import Glyph, PdfContents, PlacedPicture
from editor.intake.manuscript import IncomingFile, IncomingPicture, Manuscript
from editor.intake.past_issue.structure import FormedText
from editor.intake.pdf.article_parts import ArticleParts
from editor.intake.pdf.columns import Column, columns_of_pages
from editor.intake.pdf.issue_lines import issue_lines
from editor.intake.pdf.link_codes import address_in
from editor.intake.pdf.page_lines import Line, page_lines
from editor.intake.pdf.page_notes import PageNote, anchored, page_notes
from editor.intake.pdf.paragraphs import Part, body_size, paragraphs_of
from editor.intake.pdf.ruled_tables import RuledTable, ruled_tables, table_of
from editor.intake.pdf.running_lines import Running, running_lines
from editor.model.body import ANCHOR, Block, Figure, Paragraph, text_of
from editor.model.errors import UserError
from editor.model.language import tr

# pictures on so many pages are logos and backgrounds; pt: smaller ones are signs
_REPEATED, _SMALLEST = 3, 24.0
_SHOWN = 5


def pdf_manuscript(file: IncomingFile, contents: PdfContents) -> Manuscript:
    """Return the article that a PDF is read as. Raises UserError where its text cannot be made out."""
    return _Reader(file, contents).read()


def pdf_lines(file: IncomingFile, contents: PdfContents) -> FormedText:
    """Return the lines of a PDF of another bulletin. Raises UserError where its text cannot be made out."""
    return _Reader(file, contents).lines()


@dataclass(frozen=True, slots=True)
class _Pages:
    """size: of the text, pt; loose: footnotes whose mark is nowhere."""

    parts: list[Part]
    size: float
    loose: Sequence[PageNote]
    messages: tuple[str, ...]


class _Reader:
    def __init__(self, file: IncomingFile, contents: PdfContents) -> None:
        self._file, self._contents = file, contents
        self._objects: dict[Line, Block] = {}
        self._pictures: list[IncomingPicture] = []
        self._codes: list[str] = []
        self._notes: list[PageNote] = []
        self._lost: Counter[str] = Counter()
        # in an issue a code belongs to the article around it
        self._codes_stay = False

    def read(self) -> Manuscript:
        found = self.pages()
        made = ArticleParts(found.parts, found.size).article(self._contents.title, self._codes, found.loose)
        return Manuscript(
            article=made.article,
            pictures=tuple(self._pictures),
            guessed=made.guessed,
            messages=(*found.messages, *made.messages),
        )

    def lines(self) -> FormedText:
        """Return what the pages hold as the lines of an issue."""
        self._codes_stay = True
        found = self.pages()
        notes = (
            tr(
                "第 {sheet} 页脚注“{mark}”在正文里没有找到位置，没有带入：{words}",
                sheet=one.page + 1,
                mark=one.mark,
                words=one.words,
            )
            for one in found.loose
        )
        lines = tuple(issue_lines(found.parts, found.size))
        return FormedText(lines=lines, pictures=tuple(self._pictures), messages=(*found.messages, *notes))

    def pages(self) -> "_Pages":
        """Return paragraphs and objects of all pages. Raises UserError where there are none."""
        pages = [page_lines(self._contents, number) for number in range(len(self._contents.pages))]
        running = running_lines(pages, [page.height for page in self._contents.pages])
        size = body_size([line for lines in pages for line in lines if line not in running.lines])
        own = ([line for line in lines if line not in running.lines] for lines in pages)
        columns = columns_of_pages([self._watched(number, lines, size) for number, lines in enumerate(own)])
        parts = paragraphs_of(columns, self._objects, self._contents)
        loose = anchored(parts, self._notes)
        if not parts:
            raise UserError(tr("“{name}”里没有读出正文。请检查是否选错了文件。", name=self._file.name))
        return _Pages(parts, size, loose, tuple(self._messages(running, columns)))

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
            if address and not self._codes_stay:
                self._codes.append(address)
                continue
            box = (picture.left, picture.top, picture.right, picture.bottom)
            if address:
                line = _stand_in(number, box, size)
                self._objects[line] = Paragraph(runs=text_of(address))
                yield line
                continue
            figure = Figure()
            name = tr("第 {sheet} 页的图", sheet=number + 1)
            self._pictures.append(IncomingPicture(figure=figure.uid, name=name, data=picture.data))
            line = _stand_in(number, box, size)
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
