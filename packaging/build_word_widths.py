#!/usr/bin/env python3
"""build_word_widths.py: advance widths of the shipped Song faces, for the model of Word's lines. Needs fontTools.

Writes resources/word/widths.txt: code point and advance (thousandths of an em), regular and bold, for characters that
are no full em wide; for ASCII then those of Times New Roman, which Windows has, regular and bold.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent / "resources"
FACES = ("BulletinSong-Regular.otf", "BulletinSong-Bold.otf")
LAST = 0x2FFF
# Adobe's font metrics of Times-Roman and Times-Bold, U+0020 to U+007E; Times New Roman has the same
TIMES = """
250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564
564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333
278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500
444 480 200 480 541
"""
TIMES_BOLD = """
250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570
570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333
278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500
444 394 220 394 520
"""


def advances(name: str) -> dict[int, int]:
    """Return the advance of every character below the ideographs that is not one em wide."""
    font = TTFont(ROOT / "fonts" / name)
    em = font["head"].unitsPerEm
    widths = {code: round(font["hmtx"][glyph][0] * 1000 / em) for code, glyph in font.getBestCmap().items()}
    return {code: width for code, width in widths.items() if code <= LAST and width != 1000}


def main() -> None:
    """Write the table."""
    regular, bold = map(advances, FACES)
    times = dict(enumerate(zip(TIMES.split(), TIMES_BOLD.split(), strict=True), 0x20))
    lines = [
        " ".join(map(str, (f"{code:X}", regular[code], bold.get(code, regular[code]), *times.get(code, ())))) + "\n"
        for code in sorted(regular)
    ]
    (ROOT / "word").mkdir(exist_ok=True)
    (ROOT / "word" / "widths.txt").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
