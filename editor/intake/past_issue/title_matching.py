"""Where the titles of the contents stand in the body."""

from collections.abc import Sequence
from dataclasses import dataclass

from editor.intake.past_issue.contents import Entry
from editor.intake.past_issue.forms import looks_like_title
from editor.intake.past_issue.lines import Lines
from editor.text.characters import fold

_MOST_LINES = 3
# of 1: how alike a title and its line in the contents are at least
_ALIKE = 0.72
# where more are missing, the text is none of these contents', and looking for all would take for ever
_MOST_MISSING = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry's title in the body. at: index of its first line; count: its lines; exact: apart from width, blanks."""

    entry: Entry
    at: int
    count: int
    exact: bool = True


def match_titles(lines: Lines, entries: Sequence[Entry]) -> tuple[dict[int, Match], tuple[Entry, ...]]:
    """Return the matches by the index of their first line, and the entries that the body has not got.

    A title is found where a line, or up to three joined, equal it apart from width and blanks; one that isn't, where a
    line between its neighbours is much like it, or one that an editor made a title.
    """
    found: dict[int, Match] = {}
    places = _exact_places(lines)
    after = 0
    for entry in entries:
        match = _first_free(places.get(fold(entry.title), ()), entry, after, found)
        if match:
            found[match.at] = match
            after = max(after, match.at + match.count)
    matched = {match.entry for match in found.values()}
    missing = [entry for entry in entries if entry not in matched]
    if len(missing) > _MOST_MISSING:
        return found, tuple(missing)
    return _with_similar(lines, entries, missing, found)


def _exact_places(lines: Lines) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        if line.told is not None and not looks_like_title(line):
            continue
        for key in {line.key, line.bare_key}:
            whole = key
            for count, part in enumerate(lines[at : at + _MOST_LINES], 1):
                whole += part.key if count > 1 else ""
                places.setdefault(whole, []).append((at, count))
    return places


def _first_free(places: Sequence[tuple[int, int]], entry: Entry, after: int, found: dict[int, Match]) -> Match | None:
    """Return the first place behind the entry before, else the first at all."""
    free = [(at, count) for at, count in places if at not in found]
    chosen = next((one for one in free if one[0] >= after), free[0] if free else None)
    return Match(entry=entry, at=chosen[0], count=chosen[1]) if chosen else None


def _with_similar(
    lines: Lines, entries: Sequence[Entry], missing: list[Entry], found: dict[int, Match]
) -> tuple[dict[int, Match], tuple[Entry, ...]]:
    left = []
    for entry in missing:
        at = _similar(lines, entry, *_between(entries, entry, found, len(lines)), found)
        if at is None:
            left.append(entry)
        else:
            found[at] = Match(entry=entry, at=at, count=1, exact=False)
    return found, tuple(left)


def _between(entries: Sequence[Entry], entry: Entry, found: dict[int, Match], end: int) -> tuple[int, int]:
    """Return between which lines an entry's article has to be: behind the one before, above the one after."""
    place = entries.index(entry)
    before, after = set(map(id, entries[:place])), set(map(id, entries[place + 1 :]))
    lower = [match.at + match.count for match in found.values() if id(match.entry) in before]
    upper = [match.at for match in found.values() if id(match.entry) in after]
    return max(lower, default=0), min(upper, default=end)


def _similar(lines: Lines, entry: Entry, lower: int, upper: int, found: dict[int, Match]) -> int | None:
    from rapidfuzz.distance import Indel

    wanted, best, most = fold(entry.title), None, _ALIKE
    for at in range(lower, upper):
        if at in found or not looks_like_title(lines[at]):
            continue
        if lines[at].told is not None:
            return at
        key = lines[at].bare_key
        inside = min(len(key), len(wanted)) >= 6 and (key in wanted or wanted in key)
        likeness = max(Indel.normalized_similarity(key, wanted), 0.8 if inside else 0.0)
        if likeness > most:
            best, most = at, likeness
    return best
