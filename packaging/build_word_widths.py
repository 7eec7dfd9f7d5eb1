#!/usr/bin/env python3
"""build_word_widths.py: advance widths of the shipped Song faces, for the model of Word's lines. Needs fontTools.

Writes resources/word/widths.txt: code point and advance (thousandths of an em), regular and bold, for characters that
are no full em wide.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent / "resources"
FACES = ("BulletinSong-Regular.otf", "BulletinSong-Bold.otf")
LAST = 0x2FFF


def advances(name: str) -> dict[int, int]:
    """Return the advance of every character below the ideographs that is not one em wide."""
    font = TTFont(ROOT / "fonts" / name)
    em = font["head"].unitsPerEm
    widths = {code: round(font["hmtx"][glyph][0] * 1000 / em) for code, glyph in font.getBestCmap().items()}
    return {code: width for code, width in widths.items() if code <= LAST and width != 1000}


def main() -> None:
    """Write the table."""
    regular, bold = map(advances, FACES)
    lines = [f"{code:X} {regular[code]} {bold.get(code, regular[code])}\n" for code in sorted(regular)]
    (ROOT / "word").mkdir(exist_ok=True)
    (ROOT / "word" / "widths.txt").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
