#!/usr/bin/env python3
"""build_words.py CJDICT: makes resources/words from openly licensed data.

CJDICT: cjdict.txt of ICU (icu4c/source/data/brkitr/dictionaries), a word and its cost a line. Kept are words of up to
four characters of GB 2312 that are common enough; words of `packaging/words/policy.txt` are added, which are our own.
The cost is the word's -log of frequency, as in ICU; a step of the letters is five of them.
"""

import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "resources" / "words"
# the highest cost of a word that is kept, by its number of characters
RARE = {1: 110, 2: 120, 3: 120, 4: 125}
OWN = {1: 80, 2: 75, 3: 78, 4: 82}
LONG = 86
STEP, FIRST = 5, 6


def main(arguments: list[str]) -> int:
    """Write the list; return 0."""
    words = _common(Path(arguments[0]))
    own = (HERE / "words" / "policy.txt").read_text(encoding="utf-8").split()
    for word in own:
        words[word] = min(words.get(word, LONG), OWN.get(len(word), LONG))
    rows: dict[str, list[str]] = defaultdict(list)
    for word, cost in sorted(words.items()):
        rows[word[0]].append(word[1:] + chr(ord("a") + max(0, cost // STEP - FIRST)))
    text = "".join(f"{first}{' '.join(rest)}\n" for first, rest in sorted(rows.items()))
    OUT.joinpath("words.txt").write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(words)} words, {len(set(own))} of them our own, {len(text.encode())} bytes")
    return 0


def _common(file: Path) -> dict[str, int]:
    lines = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if "\t" in line)
    costs = ((word, int(cost)) for word, cost in lines)
    return {word: cost for word, cost in costs if cost <= RARE.get(len(word), 0) and _is_simplified(word)}


def _is_simplified(word: str) -> bool:
    """Return whether all characters are hanzi of GB 2312, which has no traditional and no Japanese ones."""
    data = word.encode("gb2312", errors="ignore")
    return len(data) == 2 * len(word) and all(byte >= 0xB0 for byte in data[::2])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
