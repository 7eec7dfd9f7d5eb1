"""Articles and publishers in the text of our own PDF: lines become paragraphs by how much of a line they fill."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from editor.intake.past_issue.lines import SourceLine
from editor.intake.pdf.tagged_article import TaggedArticle
from editor.intake.pdf.tagged_front import TaggedPublisher
from editor.model.article import Title
from editor.model.body import Figure, Heading, ItemList, Paragraph, Table, Text, text_of
from editor.model.credits import Credit, Name, NameKind
from editor.text.characters import ends_sentence, is_full_width, join

_CREDIT = re.compile(r"\s*（([^（）：:]{1,12}[：:])([^（）]*(?:（[^（）]*）[^（）]*)*)）$")
_LINK = re.compile(r"^(\S{0,10}[：:])?\s*(https?://\S+)$")
_MORE_LINK = re.compile(r"^[\x21-\x7e]+$")
_FIGURE = re.compile(r"^图\s*(\d+)\s+(.*?)(?:\s+来源：(.+))?$|^来源：(.+)$")
_TABLE = re.compile(r"^表\s*(\d+)\s+(\S.*)$")
_DATE_GAP = re.compile(r"(\d{4}) 年 (\d{1,2}) 月")
_MISSING = "图片待补"
_ITEM = re.compile(r"^(\d{1,2})\.\s*(?!\d)(.+)$")
_HEADS = (re.compile(r"^[一二三四五六七八九十]{1,3}、"), re.compile(r"^（[一二三四五六七八九十]{1,3}）"))
_FULL = r"[\u2018-\u201d\u3001-\u9fff\uff01-\uff60…—]"
_GAP = re.compile(rf"(?<={_FULL}) (?=[0-9A-Za-z+<>=%$¥])|(?<=[0-9A-Za-z%+℃°]) (?={_FULL})")
# em of a line: that its widths differ by; that a first line is indented by; that an item is
_LOOSE, _INDENT, _ITEM_INDENT = 1.3, 2.0, 3.8
# em: that marks set close save in a line
_CLOSE = 1.5
_ENDING, _BESIDE = frozenset("，。、；：）》”’】！？"), frozenset("（《“‘【，。、；：）》”’】！？")
_NOTED = frozenset("①②③④⑤⑥⑦⑧⑨⑩")
_LONGEST_HEAD = 30
_HOUSE, _OFFICIAL = 38.1, 28.0


def width(text: str) -> float:
    """Return about how many em a text takes: a square for a full-width character, half of one for another."""
    close = sum(before in _ENDING and char in _BESIDE for before, char in pairwise(text))
    return sum(1.0 if is_full_width(char) else 0.28 if char == " " else 0.52 for char in text) - close / 2


def tidy(text: str) -> str:
    """Return a text without the blanks that stand for the typesetter's gap between hanzi and Latin."""
    return _GAP.sub("", text)


def read_article(title: Title, lines: Sequence[SourceLine], *, official: bool) -> TaggedArticle:
    """Return an article from the lines after its title."""
    made = TaggedArticle(title=title)
    rest = _without_card(made, [line for line in lines if line.text != _MISSING])
    rest = _without_credit(made, rest)
    _Body(made, rest, _OFFICIAL if official else _HOUSE).read()
    return made


def _without_card(made: TaggedArticle, lines: list[SourceLine]) -> list[SourceLine]:
    """Take the card's lines out of an article's end: caption, label and address."""
    at = next((at for at in range(len(lines) - 1, -1, -1) if _LINK.match(lines[at].text)), None)
    if at is None:
        return lines
    match = _LINK.match(lines[at].text)
    if match is None or not all(_MORE_LINK.match(line.text) for line in lines[at + 1 :]):
        return lines
    made.link_label = match[1] or ""
    made.link = match[2] + "".join(line.text for line in lines[at + 1 :])
    if at and len(lines[at - 1].text) <= 40 and not ends_sentence(lines[at - 1].text):
        made.link_caption = lines[at - 1].text
        at -= 1
    return lines[:at]


def _without_credit(made: TaggedArticle, lines: list[SourceLine]) -> list[SourceLine]:
    """Take the source out of the last line, or the last two that it fills."""
    for count in (1, 2):
        text = "".join(line.text for line in lines[-count:])
        match = _CREDIT.search(text) if lines else None
        if match:
            made.source_label, made.source = match[1], tidy(match[2])
            before = text[: match.start()].rstrip()
            kept = lines[: len(lines) - count]
            last = lines[-count]
            return [*kept, SourceLine(number=last.number, text=before, gap=last.gap)] if before else kept
    return lines


class _Body:
    """Lines of one article. whole: em of a full line."""

    def __init__(self, made: TaggedArticle, lines: Sequence[SourceLine], whole: float) -> None:
        self._made, self._whole = made, whole
        self._indents = Counter(line.gap for line in lines)
        self._lines = _mended(lines, whole)
        self._items: list[Text] = []

    def read(self) -> None:
        paragraph: list[SourceLine] = []
        after_table = 0
        for at, line in enumerate(self._lines):
            if at < after_table:
                continue
            count = self._table(at)
            if count:
                if paragraph:
                    self._close(paragraph)
                    paragraph = []
                after_table = at + count
                continue
            if paragraph and self._starts(paragraph, line, self._lines[at + 1] if at + 1 < len(self._lines) else None):
                self._close(paragraph)
                paragraph = []
            paragraph.append(line)
        if paragraph:
            self._close(paragraph)
        self._end_items()

    def _table(self, at: int) -> int:
        """Add the table whose caption a line is, where its rows have equally many cells; return its number of lines."""
        if not _TABLE.match(self._lines[at].text):
            return 0
        rows: list[list[str]] = []
        for line in self._lines[at + 1 :]:
            cells = _DATE_GAP.sub(r"\1年\2月", line.text).split()
            if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
                break
            rows.append(cells)
        if len(rows) < 2:
            return 0
        self._end_items()
        head, *rest = [tuple(text_of(tidy(cell)) for cell in row) for row in rows]
        match = _TABLE.match(self._lines[at].text)
        caption = f"表{match[1]}\u3000{tidy(match[2])}" if match else ""
        self._made.blocks.append(Table(head=head, rows=tuple(rest), caption=caption))
        return len(rows) + 1

    def _starts(self, paragraph: list[SourceLine], line: SourceLine, after: SourceLine | None) -> bool:
        before = paragraph[-1].text
        if _FIGURE.match(line.text) or _FIGURE.match(before):
            return True
        if self._has_indents:
            return self._starts_by_indent(paragraph, line)
        first = len(paragraph) == 1
        indent = _ITEM_INDENT if _ITEM.match(paragraph[0].text) else _INDENT if first else 0.0
        if width(before) < self._whole - indent - _LOOSE:
            return True
        if any(head.match(line.text) for head in _HEADS) or _ITEM.match(line.text):
            return ends_sentence(before)
        return ends_sentence(before) and self._looks_first(line, after)

    def _looks_first(self, line: SourceLine, after: SourceLine | None) -> bool:
        """Return whether a line is as long as a paragraph's indented first one, or a paragraph of one line."""
        long = width(line.text)
        return after is not None and self._whole - _INDENT - 0.9 <= long <= self._whole - _LOOSE

    @property
    def _has_indents(self) -> bool:
        return len(self._indents) > 1 and self._indents[0] > 0 and sum(self._indents.values()) > 3

    def _starts_by_indent(self, paragraph: list[SourceLine], line: SourceLine) -> bool:
        before = paragraph[-1]
        if _ITEM.match(paragraph[0].text) and line.gap > paragraph[0].gap and not _ITEM.match(line.text):
            return False
        if width(before.text) < self._whole / 2 and line.gap == 0:
            return True
        return line.gap > 0 or (before.gap == 0 and len(paragraph) == 1 and self._is_short(before.text))

    def _is_short(self, text: str) -> bool:
        return width(text) < self._whole - _INDENT - _LOOSE

    def _close(self, paragraph: list[SourceLine]) -> None:
        text = ""
        for line in paragraph:
            text = join(text, line.text) if text else line.text
        text = tidy(text)
        item = _ITEM.match(text)
        if item and int(item[1]) == len(self._items) + 1:
            self._items.append(text_of(item[2]))
            return
        self._end_items()
        self._made.blocks.append(self._block(text, single=len(paragraph) == 1))

    def _block(self, text: str, *, single: bool) -> Paragraph | Heading | Figure:
        figure = _FIGURE.match(text) if single else None
        if figure:
            caption = f"图{figure[1]}\u3000{figure[2]}" if figure[1] else ""
            return Figure(caption=caption, source=figure[3] or figure[4] or "")
        if single and self._is_head(text):
            level = next((place for place, form in enumerate(_HEADS, 1) if form.match(text)), 3)
            return Heading(level=level, runs=text_of(text))
        return Paragraph(runs=text_of(text))

    def _is_head(self, text: str) -> bool:
        if len(text) > _LONGEST_HEAD or ends_sentence(text) or re.search("[。；！？，]", text):
            return False
        return any(form.match(text) for form in _HEADS)

    def _end_items(self) -> None:
        if len(self._items) > 1:
            self._made.blocks.append(ItemList(ordered=True, items=tuple(self._items)))
        else:
            self._made.blocks += [Paragraph(runs=(*text_of("1. "), *item)) for item in self._items]
        self._items = []


def _mended(lines: Sequence[SourceLine], whole: float) -> list[SourceLine]:
    """Join the pieces into which tools cut a printed line at marks that are set close: together they fill it."""
    made: list[SourceLine] = []
    at = 0
    while at < len(lines):
        count = _pieces_of_line(lines, at, whole)
        text = "".join(line.text for line in lines[at : at + count])
        made.append(SourceLine(number=lines[at].number, text=text, gap=lines[at].gap))
        at += count
    return made


def _pieces_of_line(lines: Sequence[SourceLine], at: int, whole: float) -> int:
    """Return how many lines from one on are a single printed one: those that fill it, or are cut within a sentence."""
    text, best = lines[at].text, 1
    if width(text) >= whole - _LOOSE or _FIGURE.match(lines[at].text):
        return 1
    for count in range(2, min(12, len(lines) - at + 1)):
        before, piece = lines[at + count - 2].text, lines[at + count - 1].text
        text += piece
        long = width(text)
        if not _is_cut(before, piece) or long > whole + _CLOSE or _stands_alone(before, piece, whole):
            break
        full = long >= whole - _INDENT - _LOOSE and width(before) < whole - _INDENT - _LOOSE
        if full or (best == count - 1 and _is_inside(before, piece)):
            best = count
    return best


def _stands_alone(before: str, piece: str, whole: float) -> bool:
    """Return whether a line is a whole first one, a head or an item."""
    numbered = any(head.match(piece) for head in (*_HEADS, _ITEM, _TABLE))
    return width(piece) >= whole - _INDENT - _LOOSE or (numbered and ends_sentence(before))


def _is_cut(before: str, piece: str) -> bool:
    """Return whether a line may have been cut here: beside a mark that is set close."""
    return (
        before[-1:] in "，。、；：）》”’】！？" or piece[:1] in "（《“‘【，。、；：）》”’" or _is_inside(before, piece)
    )


def _is_inside(before: str, piece: str) -> bool:
    """Return whether a sentence surely goes on from one to the other."""
    noted = before[-1:] in _NOTED or piece[:1] in _NOTED
    return before[-1:] in "，、（《“‘【" or piece[:1] in "，。、；：）》”’】！？" or noted


# --- back


def read_back(lines: Sequence[SourceLine]) -> list[TaggedPublisher]:
    """Return the publishers."""
    made: list[TaggedPublisher] = []
    whole = max((width(line.text) for line in lines), default=_HOUSE)
    ended = True
    for line in lines:
        latin = line.text.isascii() or (line.text[:1].isascii() and not any(map(is_full_width, line.text[:8])))
        if made and latin and not made[-1].paragraphs and not made[-1].english_name:
            made[-1].english_name = line.text
        elif ended and width(line.text) < 0.8 * whole and not ends_sentence(line.text) and not latin:
            made.append(TaggedPublisher(name=tidy(line.text)))
        elif made:
            _add(made[-1].paragraphs, line.text, ended=ended)
            ended = width(line.text) < whole - _INDENT - _LOOSE
            continue
        ended = True
    for one in made:
        one.paragraphs[:] = map(tidy, one.paragraphs)
    return made


def _add(paragraphs: list[str], text: str, *, ended: bool) -> None:
    if paragraphs and not ended:
        paragraphs[-1] = join(paragraphs[-1], text)
    else:
        paragraphs.append(text)


def without_imprint(lines: list[SourceLine]) -> tuple[list[SourceLine], list[Credit]]:
    """Return the lines without the 版记 at their end, and the recipients that it names."""
    if not lines or not lines[-1].text.endswith("印发"):
        return lines, []
    kept, found = lines[:-1], list[Credit]()
    while kept and (match := re.match(r"^(\S{1,8})：\s*(.+)。$", kept[-1].text)):
        names = tuple(Name(text=name) for name in match[2].split("，") if name)
        found.insert(0, Credit(role=match[1], kind=NameKind.ORGANISATION, names=names))
        kept = kept[:-1]
    return kept, found
