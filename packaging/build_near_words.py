#!/usr/bin/env python3
"""build_near_words.py TEXTS: makes resources/typing/near.tsv, usual words with what is typed for their characters.

Words of two hanzi that the model has seen most often; for each of their characters those that sound exactly alike or
look alike (alike.txt), of which the model has never seen the pair, nor has any text of TEXTS (JSON lines with
body_paragraphs). What is a word of its own in resources/words is left out. A line: word, characters for the first,
characters for the second.
"""

import json
import sys
from pathlib import Path

from editor.text.segments import words_of
from editor.text.typing.confusable import _syllables, _tables
from editor.text.typing.model import model
from resources import resource

OUT = Path(__file__).resolve().parent.parent / "resources" / "typing" / "near.tsv"
WORDS, USUAL, MOST = 2500, 1500, 8
# characters that stand beside anything
FREE = frozenset(
    "一二三四五六七八九十百千万亿两几不是的了在有我他她它这那个和与及或等为以于从对将把被就都也还又很更最上下中大小多少前后"
)


def main(arguments: list[str]) -> int:
    """Write the table. Returns 2 for wrong use."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    seen = _pairs_of(Path(arguments[0]))
    lines = ["词\t首字误作\t末字误作"]
    for word in _words():
        first, second = (
            "".join(one for one in _taken(char) if _is_new(word.replace(char, one, 1), seen)) for char in word
        )
        if first or second:
            lines.append(f"{word}\t{first}\t{second}")
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(len(lines) - 1, "words", sum(len(line) - 4 for line in lines[1:]), "wrong forms")
    return 0


def _words() -> list[str]:
    counts = model()
    rows = resource("words/words.txt").read_text(encoding="utf-8").splitlines()
    found = [row[0] + entry[0] for row in rows for entry in row[1:].split(" ") if len(entry) == 2]
    found = [one for one in found if words_of(one) == (one,) and one[0] != one[1] and not FREE & set(one)]
    usual = sorted(found, key=lambda one: -counts.pair_count(counts.pair(one[0], one[1])))
    return sorted(usual[:WORDS])


def _taken(char: str) -> list[str]:
    """Return the usual characters that sound exactly alike, then those that look alike, however rare."""
    counts, (sounds, shapes) = model(), _tables()
    same = {one for syllable in _syllables().get(char, ()) for one in sounds[syllable]} - {char} - FREE
    usual = sorted((one for one in same if counts.count(one) >= USUAL), key=lambda one: -counts.count(one))
    return [*usual[:MOST], *(one for one in shapes.get(char, "") if one not in usual[:MOST] and one not in FREE)]


def _is_new(form: str, seen: set[str]) -> bool:
    counts = model()
    return form not in seen and counts.pair(form[0], form[1]) < 0 and words_of(form) != (form,)


def _pairs_of(file: Path) -> set[str]:
    texts = ("\n".join(json.loads(line)["body_paragraphs"]) for line in file.read_text(encoding="utf-8").splitlines())
    return {text[at : at + 2] for text in texts for at in range(len(text) - 1)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
