#!/usr/bin/env python3
"""build_homophones.py: makes resources/typing/homophones.tsv, words of two hanzi that sound the same.

The words are those of resources/words, their syllables those of pypinyin (MIT), without tones; left out are words that
none sounds like which the model has seen often. A line: the syllables, the words, the most usual first. Needed where
another word was typed: 事实 for 实施.
"""

import sys
from collections import defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin

from editor.text.typing.model import model
from resources import resource

OUT = Path(__file__).resolve().parent.parent / "resources" / "typing" / "homophones.tsv"
USUAL = 40


def main() -> int:
    """Write the table; return 0."""
    counts = model()
    rows = resource("words/words.txt").read_text(encoding="utf-8").splitlines()
    words = {row[0] + entry[0] for row in rows for entry in row[1:].split(" ") if len(entry) == 2}
    often = {one: counts.pair_count(counts.pair(one[0], one[1])) for one in words}
    by_sound: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda one: (-often[one], one)):
        by_sound[" ".join(lazy_pinyin(word, style=Style.NORMAL))].append(word)
    by_sound = {sound: found for sound, found in by_sound.items() if len(found) > 1 and often[found[0]] >= USUAL}
    lines = [f"{sound}\t{' '.join(found)}" for sound, found in sorted(by_sound.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(len(lines), "sounds,", sum(map(len, by_sound.values())), "words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
