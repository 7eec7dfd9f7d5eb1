"""Where articles and sections begin in the text of our own PDF, by its contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from editor.intake.past_issue.lines import SourceLine
from editor.intake.pdf.tagged_blocks import broken_like
from editor.model.article import Title, title_of
from editor.text.characters import ends_sentence, fold

_LEADERS = re.compile(r"\s*(?:\.\s?){2,}\s*\d{0,4}$")
_BEFORE = re.compile(r"^(?:(\S{1,4})\s+)?\d{2,3}(?:\s+(?![年月日个条])(?=\S)|$)")
_BEHIND = re.compile(r"^(\S{1,4})\s+\d{2,3}$")
_WIDE = re.compile(r"^(\S{1,4})\s{3,}(?=\S)")
_ALONE = re.compile(r"^\d{1,4}$")
# lines of a printed title, and of one in the contents; characters of the shortest; of the longest section's name
_MOST_LINES, _SHORTEST, _LONGEST_NAME = 9, 4, 40
_ALIKE = 62
# characters: longer ones are the first line of a title
_SECTION = 12
# characters of a part of a section's name on its tile
_TILE = 4


@dataclass(slots=True)
class FoundTitle:
    """start, end: its lines in the text; entry: as the contents print it; section: named on the line before it."""

    start: int
    end: int
    title: Title
    entry: str
    section: str = ""


def find_titles(listed: Sequence[SourceLine], lines: Sequence[SourceLine]) -> list[FoundTitle]:
    """Return the articles in order. listed: lines of the contents; lines: of the articles."""
    known = list(_pieces(_with_leaders(listed)))
    entries, pieces = _entries(known), [piece.text for piece in known]
    used: set[int] = set()
    found: list[FoundTitle] = []
    at = 0
    while at < len(lines):
        match = _match(lines, at, entries, after=max(used, default=-1))
        if match is None:
            at += 1
            continue
        count, own = match
        used.update(own)
        entry = "".join(pieces[place] for place in own)
        title = broken_like(entry, tuple(line.text for line in lines[at : at + count]))
        found.append(FoundTitle(at, at + count, title, entry))
        at += count
    _name_sections(found, lines, pieces, used)
    return sorted([*found, *_renamed(found, lines, pieces, used)], key=lambda one: one.start)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A title, a part of one, or a section's name. begins: after a folio; ends: before leaders."""

    text: str
    begins: bool = False
    ends: bool = False


def _pieces(listed: Sequence[SourceLine]) -> Iterator[_Piece]:
    """Yield what the contents say, without folios and leaders."""
    after_folio = False
    for line in listed:
        bare = _LEADERS.sub("", line.text).strip()
        ends, text = bare != line.text.strip(), bare
        match, behind = _BEFORE.match(text), _BEHIND.match(text)
        if not text or _ALONE.match(text) or (behind and not match):
            if behind:
                yield _Piece(behind[1])
            after_folio = True
            continue
        if match and not ends:
            if match[1]:
                yield _Piece(match[1])
            text, after_folio = text[match.end() :].strip(), True
        wide = _WIDE.match(text)
        if wide:
            yield _Piece(wide[1])
            text = text[wide.end() :]
        if text:
            yield _Piece(text, begins=after_folio and not _is_tile(text), ends=ends)
            after_folio = after_folio and _is_tile(text)


def _with_leaders(listed: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with leaders that stand alone behind the title before them."""
    made: list[SourceLine] = []
    for line in listed:
        if made and _LEADERS.fullmatch(line.text) and not _ALONE.match(line.text):
            made[-1] = SourceLine(number=made[-1].number, text=f"{made[-1].text} {line.text}", gap=made[-1].gap)
        else:
            made.append(line)
    return made


def _is_tile(text: str) -> bool:
    """Return whether a line is a part of a section's name, which may stand between a folio and its title."""
    return len(text) <= 2


def _entries(pieces: Sequence[_Piece]) -> dict[str, tuple[int, ...]]:
    """Return what may be a title, by its folded text: pieces that follow each other, from a folio or up to leaders.

    Parts of a section's name, which a tool that keeps the layout writes between a title's lines, are also left out.
    """
    made: dict[str, tuple[int, ...]] = {}
    fits = _up_to_leaders if any(piece.ends for piece in pieces) else _from_folio
    whole = range(len(pieces))
    for places in (whole, [at for at in whole if len(pieces[at].text) > _TILE or pieces[at].begins]):
        for count in range(1, _MOST_LINES + 1):
            for first in range(len(places) - count + 1):
                own = places[first : first + count]
                key = fold("".join(pieces[at].text for at in own))
                if len(key) >= _SHORTEST and fits([pieces[at] for at in own]):
                    made.setdefault(key, tuple(own))
    return made


def _from_folio(own: Sequence[_Piece]) -> bool:
    """Return whether pieces may be a title: tools put a folio before it, between its lines or elsewhere."""
    return own[0].begins or len(own[0].text) > _SECTION


def _up_to_leaders(own: Sequence[_Piece]) -> bool:
    """Return whether pieces may be a title: the last has leaders; a short first one is a section's name."""
    named = len(own) > 1 and len(own[0].text) <= _SECTION
    return own[-1].ends and not any(piece.ends for piece in own[:-1]) and not named


def _match(
    lines: Sequence[SourceLine], at: int, entries: dict[str, tuple[int, ...]], *, after: int
) -> tuple[int, tuple[int, ...]] | None:
    for count in range(min(_MOST_LINES, len(lines) - at), 0, -1):
        place = entries.get("".join(line.key for line in lines[at : at + count]))
        if place and place[0] > after and _is_whole(lines, at, count):
            return count, place
    return None


def _is_whole(lines: Sequence[SourceLine], at: int, count: int) -> bool:
    """Return whether the line before ends an article, a section's name or a page, and no sentence goes on."""
    before = lines[at - 1].text if at else ""
    ended = ends_sentence(before) or before.isascii() or "http" in before
    return not before or ended or len(before) <= _LONGEST_NAME or count > 1


def _name_sections(found: list[FoundTitle], lines: Sequence[SourceLine], pieces: Sequence[str], used: set[int]) -> None:
    """Give a title the section's name on the line before it: made of the pieces of the contents that are no titles."""
    for title in found:
        before = lines[title.start - 1] if title.start else None
        parts = _made_of(before.key, pieces, used) if before and len(before.text) <= _LONGEST_NAME else None
        if before and parts:
            used.update(parts)
            title.section = before.text


def _made_of(key: str, pieces: Sequence[str], used: set[int]) -> list[int] | None:
    """Return the pieces of which a name is made, in order, None where they do not make it."""
    taken: list[int] = []
    rest = key
    for at, piece in enumerate(pieces):
        if at not in used and rest and rest.startswith(fold(piece)):
            taken.append(at)
            rest = rest[len(fold(piece)) :]
    return taken if not rest and taken else None


def _renamed(
    found: list[FoundTitle], lines: Sequence[SourceLine], pieces: Sequence[str], used: set[int]
) -> Iterator[FoundTitle]:
    """Yield articles whose titles the contents print otherwise: at an article's beginning, and much alike."""
    bounds = [(-1, 0), *((one.start, one.end) for one in found), (len(lines), len(lines))]
    order = sorted(found, key=lambda one: one.start)
    for at, piece in enumerate(pieces):
        if at in used or len(fold(piece)) < _SHORTEST + 2:
            continue
        ahead = [one for one in order if one.entry and _place(pieces, one.entry) < at]
        start = ahead[-1].end if ahead else bounds[0][1]
        stop = next((one.start for one in order if one.start >= start), len(lines))
        best = max(_alike(lines, start, stop, piece), default=None)
        if best and best[0] >= _ALIKE:
            _, place, count = best
            used.add(at)
            made = FoundTitle(
                place, place + count, title_of(*(line.text for line in lines[place : place + count])), piece
            )
            _name_sections([made], lines, pieces, used)
            yield made


def _place(pieces: Sequence[str], entry: str) -> int:
    return next((at for at in range(len(pieces)) if entry.startswith(pieces[at]) and pieces[at]), -1)


def _alike(lines: Sequence[SourceLine], start: int, stop: int, piece: str) -> Iterator[tuple[float, int, int]]:
    """Yield how much lines resemble an entry of the contents, with place and count; only where an article may begin."""
    for place in range(start, stop):
        before = lines[place - 1].text if place else ""
        if len(before) > _LONGEST_NAME and not (ends_sentence(before) or before.isascii() or "http" in before):
            continue
        for count in range(1, min(3, stop - place) + 1):
            text = "".join(line.key for line in lines[place : place + count])
            if len(text) <= 2 * len(piece) + 4:
                yield fuzz.ratio(text, fold(piece)), place, count
