"""Differences of two renderings of an issue: changed words with their places, and pages that only look different."""

from collections.abc import Iterator
from itertools import groupby

import pypdfium2

from editor.model.issue import Issue
from editor.model.page_facts import PageFacts
from editor.pages.areas import PrintedPages, caret_at, lines_of
from editor.pages.reading import page_pixels
from editor.pages.reports import PageChange, WordsAt
from editor.text.comparing import PieceKind, compare_words
from editor.text.comparing.issues import changed_passages


class SetIssue:
    """A rendered issue. For one thread only."""

    def __init__(self, document: pypdfium2.PdfDocument, facts: PageFacts, issue: Issue) -> None:
        """Take an opened PDF with its facts and the issue that it shows."""
        self.document, self.facts, self.issue = document, facts, issue
        self.pages = PrintedPages(document, facts, issue)

    @property
    def sheets(self) -> range:
        """All sheets, from 1."""
        return range(1, len(self.document) + 1)

    def text(self, sheet: int) -> str:
        """Return what is printed on a sheet, without blanks."""
        return "".join(one.char for one in self.pages.on(sheet))

    def loose_sheets(self) -> tuple[int, ...]:
        """Return the sheets without articles; those after the articles count from the end (-1 the last)."""
        last = max((pages.end.sheet for pages in self.facts.articles), default=self.facts.front)
        ahead = (sheet for sheet in self.sheets if sheet <= self.facts.front)
        return (*ahead, *(sheet - len(self.sheets) - 1 for sheet in self.sheets if sheet > last))

    def sheet(self, loose: int) -> int:
        """Return the sheet, from 1, that `loose_sheets` counts like this; 0 where there is none."""
        sheet = loose if loose > 0 else len(self.sheets) + 1 + loose
        return sheet if sheet in self.sheets else 0


def compare_settings(
    before: SetIssue, after: SetIssue
) -> tuple[tuple[PageChange, ...], tuple[int, ...], tuple[int, ...]]:
    """Return changed words by pages, sheets that only look different, and sheets whose lines only moved."""
    found = sorted((*_loose(before, after), *_words(before, after)), key=lambda one: (one.sheet, _top(one)))
    worded = {area.sheet for one in found for area in one.areas} | {one.sheet for one in found}
    rest = [sheet for sheet in after.sheets if sheet not in worded]
    looks, moved = _unlike(before, after, rest)
    return tuple(found), looks, moved


def _words(before: SetIssue, after: SetIssue) -> Iterator[PageChange]:
    for one in changed_passages(before.issue, after.issue):
        words = WordsAt(article=one.article, block=one.block, start=one.start, end=one.end)
        areas = after.pages.fact(one.article, one.fact) or after.pages.areas(words)
        if areas:
            yield PageChange(sheet=areas[0].sheet, areas=areas, words=words, before=one.before, after=one.after)


def _loose(before: SetIssue, after: SetIssue) -> Iterator[PageChange]:
    """Yield changed words of cover, credits, contents and back matter: compared as they are printed."""
    for loose in after.loose_sheets():
        sheet, other = after.sheet(loose), before.sheet(loose)
        pieces = compare_words(before.text(other) if other else "", after.text(sheet))
        at, printed = 0, after.pages.on(sheet)
        for same, group in groupby(pieces, key=lambda piece: piece.kind is PieceKind.SAME):
            together = tuple(group)
            now = "".join(piece.text for piece in together if piece.kind is not PieceKind.REMOVED)
            was = "".join(piece.text for piece in together if piece.kind is not PieceKind.ADDED)
            if not same:
                areas = lines_of(printed[at : at + len(now)]) or caret_at(printed, at)
                yield PageChange(sheet=sheet, areas=areas, before=was, after=now)
            at += len(now)


def _unlike(before: SetIssue, after: SetIssue, sheets: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return, of sheets without changed words, those that look different and those whose lines moved."""
    twins = {before.text(sheet): sheet for sheet in reversed(before.sheets)}
    looks, moved = [], []
    for sheet in sheets:
        twin = (
            sheet
            if sheet in before.sheets and before.text(sheet) == after.text(sheet)
            else twins.get(after.text(sheet))
        )
        if twin is None:
            moved.append(sheet)
        elif page_pixels(before.document, twin - 1) != page_pixels(after.document, sheet - 1):
            looks.append(sheet)
    return tuple(looks), tuple(moved)


def _top(change: PageChange) -> int:
    return change.areas[0].top if change.areas else 0
