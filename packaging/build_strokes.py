#!/usr/bin/env python3
"""build_strokes.py SEQUENCES UNIHAN: makes resources/strokes from openly licensed data.

SEQUENCES: codepoint-character-sequence.txt of Conway Stroke Data (strokes in the order of writing: 1 横 2 竖 3 撇 4 点
5 折; alternatives in brackets). UNIHAN: folder with Unihan_IRGSources.txt and Unihan_OtherMappings.txt, plain or .bz2
(Debian's unicode-data, /usr/share/unicode): kTotalStrokes for the number of strokes, kTGH for the place in the
通用规范汉字表, whose three parts are in the official order of strokes. That order chooses between alternatives and
between characters of the same strokes.
"""

import bisect
import bz2
import itertools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "strokes"
PARTS = ((1, 3500), (3501, 6500), (6501, 8105))
_LINE = re.compile(r"U\+[0-9A-F]+!?\t(.)[\^*]?\t([1-5|()\\]+)\s*")
_PIECE = re.compile(r"\(([^)]*)\)|\\(\d)|([1-5]+)")
_FIRST_LETTER, _MOST = ord("0"), 70
_OFF = 1_000_000


def main(sources: list[str]) -> int:
    """Write the tables. Returns 2 for wrong use."""
    if len(sources) != 2:
        print(__doc__)
        return 2
    unihan = Path(sources[1])
    totals = {char: int(value.split()[0]) for char, value in _unihan(unihan, "IRGSources", "kTotalStrokes")}
    places = {char: int(value.split()[0].partition(":")[2]) for char, value in _unihan(unihan, "OtherMappings", "kTGH")}
    known = dict(_sequences(Path(sources[0]), totals))
    chosen = {char: options[0] for char, options in known.items()} | _official(known, places)
    order = sorted(chosen, key=lambda char: (len(chosen[char]), chosen[char], places.get(char, _OFF), ord(char)))
    rows = itertools.groupby(order, key=lambda char: len(chosen[char]))
    OUT.joinpath("order.txt").write_text(
        "".join(f"{count}\t{''.join(row)}\n" for count, row in rows), encoding="utf-8", newline="\n"
    )
    rest = {char: count for char, count in totals.items() if char not in chosen}
    OUT.joinpath("counts.txt").write_text("".join(_runs(rest)), encoding="utf-8", newline="\n")
    print(f"{len(order)} characters in order, {len(rest)} with their number of strokes only")
    return 0


def _unihan(folder: Path, name: str, key: str) -> Iterator[tuple[str, str]]:
    plain = folder / f"Unihan_{name}.txt"
    text = plain.read_bytes() if plain.exists() else bz2.decompress(Path(f"{plain}.bz2").read_bytes())
    for line in text.decode().splitlines():
        code, _, rest = line.partition("\t")
        field, _, value = rest.partition("\t")
        if field == key and code.startswith("U+"):
            yield chr(int(code.removeprefix("U+"), 16)), value


def _sequences(file: Path, totals: dict[str, int]) -> Iterator[tuple[str, list[str]]]:
    """Yield the possible sequences of each character: those of the right number of strokes, all where none has it."""
    for line in file.read_text(encoding="utf-8").splitlines():
        match = _LINE.fullmatch(line)
        if match:
            options = list(dict.fromkeys(_expanded(match[2])))
            right = [one for one in options if len(one) == totals.get(match[1])]
            yield match[1], right or options


def _expanded(pattern: str) -> Iterator[str]:
    pieces = _PIECE.findall(pattern)
    for choice in itertools.product(*(alternatives.split("|") for alternatives, _, _ in pieces if alternatives)):
        left = iter(choice)
        yield "".join(
            next(left) if alternatives else choice[int(back) - 1] if back else fixed
            for alternatives, back, fixed in pieces
        )


def _official(known: dict[str, list[str]], places: dict[str, int]) -> dict[str, str]:
    """Return for the characters of the 通用规范汉字表 those alternatives that are in its order, as far as possible."""
    found: dict[str, str] = {}
    for first, last in PARTS:
        row = sorted((char for char, place in places.items() if first <= place <= last), key=places.__getitem__)
        found |= _mended(_ascending([(char, known[char]) for char in row if char in known]))
    return found


def _mended(row: dict[str, str]) -> dict[str, str]:
    """Give the few (25) characters still out of order the strokes of the one before: the official order decides."""
    kept = _longest_ascending([_key(sequence) for sequence in row.values()])
    last = ""
    for at, (char, sequence) in enumerate(row.items()):
        last = sequence if at in kept or not last else last
        row[char] = last
    return row


def _longest_ascending(keys: list[tuple[int, str]]) -> set[int]:
    """Return the indexes of a longest non-decreasing subsequence."""
    ends: list[tuple[int, str]] = []
    places: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        length = bisect.bisect_right(ends, key)
        before.append(places[length - 1] if length else -1)
        ends[length:] = [key, *ends[length + 1 :]]
        places[length:] = [at, *places[length + 1 :]]
    kept, at = set(), places[-1]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _ascending(row: list[tuple[str, list[str]]]) -> dict[str, str]:
    """Choose one sequence for each character, so that as few as possible are smaller than the one before."""
    costs: list[dict[str, tuple[int, str]]] = []
    for _, options in row:
        before = costs[-1] if costs else {"": (0, "")}
        costs.append(
            {
                option: min((cost + (_key(last) > _key(option)), last) for last, (cost, _) in before.items())
                for option in options
            }
        )
    found: dict[str, str] = {}
    best = min(costs[-1], key=lambda option: costs[-1][option][0])
    for (char, _), cost in zip(reversed(row), reversed(costs), strict=True):
        found[char] = best
        best = cost[best][1]
    return dict(reversed(found.items()))


def _key(sequence: str) -> tuple[int, str]:
    return len(sequence), sequence


def _runs(counts: dict[str, int]) -> Iterator[str]:
    """Yield lines: the first code point in hexadecimal, then a letter per character, "0" plus its number of strokes."""
    codes = sorted(map(ord, counts))
    for _, group in itertools.groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        run = [code for _, code in group]
        letters = "".join(chr(_FIRST_LETTER + min(counts[chr(code)], _MOST)) for code in run)
        yield f"{run[0]:X}\t{letters}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
