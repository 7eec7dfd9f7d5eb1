#!/usr/bin/env python3
"""build_fonts.py SONG SONG_BOLD HEI_BOLD KAI FIGURES... | window HEI: makes the fonts from openly licensed sources.

SONG, SONG_BOLD, HEI_BOLD: Noto Serif/Sans CJK SC (Debian fonts-noto-cjk, fonts-noto-cjk-extra), subset beforehand to
GBK + Ext-A + the 8,105 characters of the 通用规范汉字表 with `locl` kept; KAI: LXGW WenKai (fonts-lxgw-wenkai), already
renamed. FIGURES: Libertinus Serif 400, 400 italic, 600, 700 (the npm package @fontsource/libertinus-serif, Latin).
Every face gets a family name of its own, since a machine may have the full fonts installed under the old ones, and a
list of the characters it has. HEI: the whole NotoSansCJK-Regular.ttc, subset here to what HEI_BOLD has; it lies in
resources/theme, where no page sees it. Needs fontTools and brotli, which the program itself does not.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

OUT = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WINDOW = OUT.parent / "theme" / "BulletinHei-Regular.otf"
NAMED = (
    ("BulletinSong-Regular.otf", "Bulletin Song", "Regular"),
    ("BulletinSong-Bold.otf", "Bulletin Song", "Bold"),
    ("BulletinHei-Bold.otf", "Bulletin Hei", "Bold"),
    ("BulletinKai-Regular.ttf", "Bulletin Kai", "Regular"),
    ("BulletinFigures-Regular.ttf", "Bulletin Figures", "Regular"),
    ("BulletinFigures-Italic.ttf", "Bulletin Figures", "Italic"),
    ("BulletinFigures-Semibold.ttf", "Bulletin Figures", "Semibold"),
    ("BulletinFigures-Bold.ttf", "Bulletin Figures", "Bold"),
)
FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT = 1, 2, 3, 4, 6
OLD_NAMES = (16, 17, 18, 21, 22)
SCRIPTS = [
    f"{script}.{language}"
    for script in ("DFLT", "hani", "latn", "cyrl", "grek", "kana")
    for language in ("dflt", "ZHS")
]


def main(sources: list[str]) -> int:
    """Rename every source. Returns 2 when their number is wrong."""
    if sources[:1] == ["window"] and len(sources) == 2:
        build_window_face(sources[1])
        return 0
    if len(sources) != len(NAMED):
        print(__doc__)
        return 2
    OUT.mkdir(parents=True, exist_ok=True)
    for source, (file, family, style) in zip(sources, NAMED, strict=True):
        font = TTFont(source, recalcTimestamp=False)
        font.flavor = None
        rename(font, family, style)
        font.save(OUT / file)
        (OUT / file).with_suffix(".txt").write_text(coverage(font), encoding="ascii")
    return 0


def build_window_face(collection: str) -> None:
    """Subset the simplified Chinese face of a Noto collection to the characters of the bold one, `locl` kept."""
    faces = TTCollection(collection).fonts
    font = next(face for face in faces if (face["name"].getDebugName(1) or "").endswith("CJK SC"))
    font.recalcTimestamp = False
    options = Options(layout_features=["*"], layout_scripts=SCRIPTS, hinting=False, notdef_outline=True)
    options.name_IDs, options.name_languages = ["*"], ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=TTFont(OUT / "BulletinHei-Bold.otf").getBestCmap())
    subsetter.subset(font)
    rename(font, "Bulletin Hei", "Regular")
    font.save(WINDOW)


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the face its names in the name table and, where it has one, in the CFF table."""
    table = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    full = family if style == "Regular" else f"{family} {style}"
    new = {FAMILY: family, STYLE: style, UNIQUE: postscript, FULL: full, POSTSCRIPT: postscript}
    table.names = [entry for entry in table.names if entry.nameID not in OLD_NAMES]
    for entry in list(table.names):
        if entry.nameID in new and entry.langID != 0x409:
            table.names.remove(entry)
    for number, text in new.items():
        table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        cff.topDictIndex[0].FamilyName, cff.topDictIndex[0].FullName = family, full


def coverage(font: TTFont) -> str:
    """Return the code points of a face as ranges, hexadecimal, one a line."""
    codes = sorted(font.getBestCmap())
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:X}-{last:X}\n" for first, last in ranges)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
