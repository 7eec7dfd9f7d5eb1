"""Footnotes at the foot of a page: small type that begins with a mark, which stands raised in the text above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.document.pdf_contents import PdfContents, PdfPage
from editor.intake.pdf.glyph_text import joined, stripped
from editor.intake.pdf.page_lines import Line, line_runs
from editor.intake.pdf.paragraphs import Part
from editor.model.body import ANCHOR, Run, Script, Text, plain
from editor.model.runs import replace_span

_MARK = re.compile(r"([①-⑳㉑-㉟]|[\[［〔]\d{1,3}[\]］〕]|\d{1,3}|[*＊†‡]{1,3})\s*(?=\S)")
_CIRCLED = re.compile(r"[①-⑳㉑-㉟]|[\[［〔]\d{1,3}[\]］〕]")
# of the size of the text; of a page's height: where notes may begin; pt from their rule
_SMALL, _LOWEST, _NEAR = 0.93, 0.4, 26.0


@dataclass(frozen=True, slots=True)
class PageNote:
    """A footnote. mark: as printed."""

    page: int
    mark: str
    words: str


def page_notes(lines: Sequence[Line], contents: PdfContents, size: float) -> tuple[list[PageNote], set[Line]]:
    """Return the footnotes of a page and their lines. lines: of the page; size: of the text, pt."""
    if not lines:
        return [], set()
    page = contents.pages[lines[0].page]
    foot = _foot(lines, page, size)
    starts = [at for at, line in enumerate(foot) if _MARK.match(line.text)]
    if not starts or starts[0] != 0 or not _is_apart(foot, lines, page):
        return [], set()
    notes = []
    for start, end in zip(starts, [*starts[1:], len(foot)], strict=True):
        whole: Text = ()
        for line in foot[start:end]:
            whole = joined(whole, stripped(line_runs(line, contents)))
        match = _MARK.match(plain(whole))
        if match:
            notes.append(PageNote(lines[0].page, match[1], plain(whole)[match.end() :].strip()))
    return notes, set(foot)


def _foot(lines: Sequence[Line], page: PdfPage, size: float) -> list[Line]:
    found: list[Line] = []
    for line in sorted(lines, key=lambda line: line.bottom, reverse=True):
        if line.size > _SMALL * size or line.top < _LOWEST * page.height:
            break
        found.insert(0, line)
    return found


def _is_apart(foot: Sequence[Line], lines: Sequence[Line], page: PdfPage) -> bool:
    """Return whether a short rule stands over the lines, or their first mark stands raised in the text."""
    top = foot[0].top
    ruled = any(
        rule.is_level and -2 <= top - rule.bottom <= _NEAR and rule.right - rule.left < 0.6 * page.width
        for rule in page.rules
    )
    match = _MARK.match(foot[0].text)
    above = [line for line in lines if line.bottom < top]
    return ruled or bool(match and any(_has_mark(line, match[1]) for line in above))


def _has_mark(line: Line, mark: str) -> bool:
    small = "".join(glyph.text for glyph in line.glyphs if glyph.bottom < line.bottom - 0.05 * line.size)
    return mark in small


def anchored(parts: Sequence[Part], notes: Sequence[PageNote]) -> list[PageNote]:
    """Put footnotes to their marks in the paragraphs; return those whose mark was not found."""
    left: list[PageNote] = []
    for note in notes:
        found = next((part for part in parts if _takes(part, note)), None)
        if found is None:
            left.append(note)
    return left


def _takes(part: Part, note: PageNote) -> bool:
    if part.block is not None or not any(line.page == note.page for line in part.lines):
        return False
    at = _place(part.text, note.mark)
    if at < 0:
        return False
    end = at + len(note.mark)
    part.text = replace_span(part.text, at, end, (Run(text=ANCHOR, footnote=note.words or "？"),))
    return True


def _place(text: Text, mark: str) -> int:
    """Return where a mark stands raised in a text; circled and bracketed ones may stand on the line. -1 for nowhere."""
    at = 0
    for run in text:
        if run.script is Script.SUPER and run.text.strip() == mark:
            return at + run.text.index(mark)
        at += len(run.text)
    return plain(text).find(mark) if _CIRCLED.fullmatch(mark) else -1
