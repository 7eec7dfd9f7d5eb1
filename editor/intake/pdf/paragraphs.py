"""Printed lines in reading order become paragraphs, across columns and pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from editor.document.pdf_contents import PdfContents
from editor.intake.pdf.columns import Column
from editor.intake.pdf.glyph_text import joined, stripped
from editor.intake.pdf.page_lines import Line, line_runs
from editor.model.body import Block, Text, plain
from editor.text.characters import ends_sentence, is_han
from editor.text.fact_lines import figure_source_of_line, source_of_line

_STARTS = re.compile(
    r"(?:[•●■◆▪○]|[-–·*]\s|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]+[章节条]"
    r"|[（(]\d{1,2}[）)]|\d{1,2}[.．、)）](?!\d)|[①-⑳])"
)
_BULLET = re.compile(r"(?:[•●■◆▪○]|[-–·*](?=\s)|[（(]?\d{1,2}[.．、)）]|[①-⑳])\s*")
# em: an indent, a line that ends early, a line that is far from either edge
_INDENT, _DEEP, _SHORT, _CENTRED = 1.2, 6.0, 1.8, 1.5
# em: the first line of a Chinese paragraph is indented by two squares
_FIRST_LINE = 2.0
_OTHER_SIZE = 0.06
# of the size of the text, a title's lines; of their own size, how far apart these stand at most
_LARGE, _TITLE_PITCH = 1.15, 2.1
# of the usual distance of lines
_GAP = 1.45
# em: room at the right that no line of a title leaves which goes on
_ROOM = 4.0
# em: how far below a column a line is none of it; lines of a remark in brackets
_BELOW, _BRACKETED = 2.4, 2
# lines that end as sentences: one in twenty where text is broken by its width
_FEWEST, _SENTENCES = 4, 0.7


@dataclass(slots=True, eq=False)
class Part:
    """A paragraph, or an object in its place. block: None for a paragraph.

    left, right: edges of the column it begins in; ending: those of the column of its last line.
    """

    lines: list[Line] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    ending: tuple[float, float] = (0.0, 0.0)
    block: Block | None = None
    text: Text = ()

    @property
    def plain(self) -> str:
        """Its text without looks."""
        return plain(self.text)

    @property
    def size(self) -> float:
        """The size of its first line, pt."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.lines[0].page

    @property
    def centred(self) -> bool:
        """Whether its first line stands in the middle of its column."""
        return is_centred(self.lines[0], self.left, self.right)


def is_centred(line: Line, left: float, right: float) -> bool:
    """Return whether a line stands in the middle between two edges."""
    before, after = line.left - left, right - line.right
    indented = abs(before - _FIRST_LINE * line.size) < 0.4 * line.size
    return min(before, after) > _CENTRED * line.size and abs(before - after) < line.size and not indented


def body_size(lines: Sequence[Line]) -> float:
    """Return the size of most characters, pt."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.glyphs)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def paragraphs_of(columns: Sequence[Column], objects: dict[Line, Block], contents: PdfContents) -> list[Part]:
    """Return paragraphs and objects in reading order. objects: by the line that stands for each."""
    return _Joiner(columns, objects, contents).parts()


class _Joiner:
    def __init__(self, columns: Sequence[Column], objects: dict[Line, Block], contents: PdfContents) -> None:
        self._columns, self._objects, self._contents = columns, objects, contents
        self._pitch = _usual_pitch([line for column in columns for line in column.lines if line not in objects])
        self._size = body_size([line for column in columns for line in column.lines])
        self._of_sentences = [column for column in columns if _is_of_sentences(column)]
        self._made: list[Part] = []

    def parts(self) -> list[Part]:
        for column in self._columns:
            for at, line in enumerate(column.lines):
                self._take(line, column, first=at == 0)
        for part in self._made:
            part.text = stripped(self._text(part))
        return [part for part in self._made if part.block or part.plain]

    def _take(self, line: Line, column: Column, *, first: bool) -> None:
        block = self._objects.get(line)
        if block:
            self._made.append(Part([line], column.left, column.right, block=block))
            return
        open_part = self._open(first=first)
        if open_part is None or self._starts(open_part, line, column, first=first):
            self._made.append(Part([line], column.left, column.right, (column.left, column.right)))
        else:
            open_part.lines.append(line)
            open_part.ending = column.left, column.right

    def _open(self, *, first: bool) -> Part | None:
        """Return the paragraph that may go on: the last part, or before objects at a page's or column's head."""
        for part in reversed(self._made):
            if part.block is None:
                return part
            if not first:
                return None
        return None

    def _starts(self, part: Part, line: Line, column: Column, *, first: bool) -> bool:
        before, em = part.lines[-1], line.size or 1.0
        if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
            return True
        if line.size > _LARGE * self._size:
            apart = first or line.bottom - before.bottom > _TITLE_PITCH * em
            return apart or bool(_STARTS.match(line.text)) or _is_other_head(part)
        ends = before.right < part.ending[1] - _SHORT * em
        apart = not first and line.bottom - before.bottom > _GAP * self._pitch.get(line.size, 1.5 * em)
        # what stands across columns far below the last of them
        below = first and line.page == before.page and line.bottom - before.bottom > _BELOW * em
        if apart or below or _is_in_brackets(part) or (ends and before.bold != line.bold):
            return True
        return self._starts_near(part, line, column, ends=ends)

    def _starts_near(self, part: Part, line: Line, column: Column, *, ends: bool) -> bool:
        before = part.lines[-1]
        if is_centred(before, *part.ending) or is_centred(line, column.left, column.right):
            return self._starts_centred(part, line, column)
        if self._hangs(part, line):
            return bool(_STARTS.match(line.text)) and ends
        return self._starts_by_indent(part, line, column, ends=ends)

    def _starts_centred(self, part: Part, line: Line, column: Column) -> bool:
        both = is_centred(part.lines[-1], *part.ending) and is_centred(line, column.left, column.right)
        source = source_of_line(line.text) or figure_source_of_line(line.text)
        return not both or ends_sentence(part.lines[-1].text) or bool(source or _STARTS.match(line.text))

    def _starts_by_indent(self, part: Part, line: Line, column: Column, *, ends: bool) -> bool:
        before, em = part.lines[-1], line.size or 1.0
        indent, earlier = line.left - column.left, before.left - part.ending[0]
        closed = ends_sentence(before.text)
        if len(part.lines) == 1 and earlier > _DEEP * em and indent < _INDENT * em:
            # what stands at the right is whole
            return True
        if _INDENT * em <= indent <= _DEEP * em:
            same = abs(indent - earlier) < 0.6 * em
            return not same or ends or closed
        if ends:
            # a line that ends early ends a paragraph, unless Latin words leave its right edge ragged
            return closed or bool(_STARTS.match(line.text)) or not _is_ragged(before, line, part.ending[1])
        return closed and (bool(_STARTS.match(line.text)) or column in self._of_sentences)

    def _hangs(self, part: Part, line: Line) -> bool:
        """Return whether a line stands under the words of a list's item, right of its mark."""
        start = part.lines[0]
        match = _BULLET.match(start.text)
        if not match or len(match[0]) >= len(start.glyphs):
            return False
        words = start.glyphs[min(len(match[0]), len(start.glyphs) - 1)].left
        return line.left > start.left + 0.5 * line.size and abs(line.left - words) < 0.8 * line.size

    def _text(self, part: Part) -> Text:
        whole: Text = ()
        for line in part.lines:
            whole = joined(whole, stripped(line_runs(line, self._contents)))
        return whole


def _is_other_head(part: Part) -> bool:
    """Return whether a large line at the left ends so early that the next one is none of it."""
    before = part.lines[-1]
    return before.right < part.ending[1] - _ROOM * before.size and not is_centred(before, *part.ending)


def _is_in_brackets(part: Part) -> bool:
    """Return whether a paragraph is but a source or a remark in brackets, which nothing goes on."""
    return part.lines[0].text[:1] in "（(" and part.lines[-1].text[-1:] in "）)" and len(part.lines) <= _BRACKETED


def _is_of_sentences(column: Column) -> bool:
    """Return whether lines of a column end where sentences do: all have one indent then, and no other edge shows it."""
    ending = sum(ends_sentence(line.text) for line in column.lines)
    return ending >= max(_FEWEST, _SENTENCES * len(column.lines))


def _is_ragged(before: Line, line: Line, right: float) -> bool:
    """Return whether the first word of a line had no room on the one before: then that one is no last line."""
    word = line.text.split(maxsplit=1)[0] if line.text.split() else ""
    if not word or any(map(is_han, word)):
        return False
    width = sum(glyph.right - glyph.left for glyph in line.glyphs[: len(word) + 1])
    return before.right + width > right


def _usual_pitch(lines: Sequence[Line]) -> dict[float, float]:
    """Return the usual distance of lines by their size, pt."""
    found: dict[float, list[float]] = {}
    for before, line in pairwise(lines):
        if before.page == line.page and before.size == line.size and 0 < line.bottom - before.bottom < 4 * line.size:
            found.setdefault(line.size, []).append(line.bottom - before.bottom)
    return {size: median(values) for size, values in found.items()}
