"""Records of a text whose cells are apart by commas, tabs or semicolons, each with the line it begins on.

A record that cannot be read costs no other: the reader goes on with the line after its first.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_APART, _WIDE = (",", "\t", ";"), ("，", "；")
_SEP = re.compile(r"sep=(.)", re.IGNORECASE)
# a cell of more lines than this is a quotation mark that nobody closed
_MOST_LINES, _SAMPLE = 20, 10
# none, and one number of marks in all lines
_EVEN = 2
_MARKS = re.compile(r"'*[\s\u3000]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?%?")


class Record(NamedTuple):
    """line: from 1; cells: as they stand; broken: whether its quotation marks do not match: cells is the whole line."""

    line: int
    cells: tuple[str, ...]
    broken: bool = False


def read_records(text: str) -> Iterator[Record]:
    """Yield the records that are not empty. Lines are apart by line feeds."""
    lines = text.split("\n")
    begin, apart = _separator(lines)
    at = begin
    while at < len(lines):
        many, cells = _record(lines, at, apart)
        if cells is None:
            yield Record(at + 1, (lines[at],), broken=True)
        elif any(cell.strip() for cell in cells):
            yield Record(at + 1, tuple(cells))
        at += many


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, as `unguarded` reads back (OWASP, CSV Injection)."""
    return f"'{cell}" if _MARKS.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the mark that made it harmless."""
    return cell[1:] if cell.startswith("'") and _MARKS.match(cell) else cell


def _separator(lines: Sequence[str]) -> tuple[int, str]:
    """Return the line to begin with, and what parts cells: as a line for spreadsheets says, else the most frequent."""
    told = _SEP.fullmatch(lines[0].strip())
    if told:
        return 1, told[1]
    sample = [re.sub('"[^"]*"', "", line) for line in lines[:_SAMPLE]]
    if any(mark in line for mark in _APART for line in sample):
        return 0, max(_APART, key=lambda mark: sum(line.count(mark) for line in sample))
    # typed with a Chinese keyboard: the same number in every line, so that no text is cut
    even = (mark for mark in _WIDE if len({line.count(mark) for line in sample if line.strip()} | {0}) == _EVEN)
    return 0, next((mark for mark in even if mark in sample[0]), _APART[0])


def _record(lines: Sequence[str], at: int, apart: str) -> tuple[int, list[str] | None]:
    """Return how many lines a record takes, and its cells, None where they cannot be read."""
    for many in range(1, min(_MOST_LINES, len(lines) - at) + 1):
        part = [f"{line}\n" for line in lines[at : at + many]]
        part[-1] = part[-1][:-1]
        try:
            return many, next(csv.reader(part, delimiter=apart, strict=True), [])
        except csv.Error:
            # a record without an open quotation mark does not get better by another line
            if '"' not in part[0]:
                break
    return 1, None
