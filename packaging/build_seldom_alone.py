#!/usr/bin/env python3
"""build_seldom_alone.py LAWS REPORTS: makes resources/typing/seldom_alone.txt, characters that seldom are words.

LAWS, REPORTS: as for build_typing_model.py; every fourteenth law is read. A line: how often at most a character stands
outside of words of two and more, and the characters.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from editor.text.segments import words_of

OUT = Path(__file__).resolve().parent.parent / "resources" / "typing" / "seldom_alone.txt"
HAN = re.compile("[\u4e00-\u9fff]+")
EVERY, LONGEST = 14, 300
SHARES = (0.01, 0.04, 0.12)


def main(arguments: list[str]) -> int:
    """Write the list. Returns 2 for wrong use."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    alone, all_of = Counter[str](), Counter[str]()
    for text in _texts(*map(Path, arguments)):
        for run in HAN.findall(text):
            words = words_of(run[:LONGEST])
            alone.update(word for word in words if len(word) == 1)
            all_of.update("".join(words))
    share = {char: (alone[char] + 0.5) / (count + 5) for char, count in all_of.items()}
    lines = [
        f"{most}\t{''.join(sorted(char for char, one in share.items() if least <= one < most))}"
        for least, most in zip((0.0, *SHARES), SHARES, strict=False)
    ]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print([len(line) for line in lines])
    return 0


def _texts(laws: Path, reports: Path) -> Iterator[str]:
    yield from (file.read_text(encoding="utf-8") for file in sorted(laws.rglob("*.md"))[::EVERY])
    yield from (json.loads(line)["content"] for line in reports.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
