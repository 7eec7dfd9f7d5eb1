#!/usr/bin/env python3
"""build_rare_fonts.py SOURCES UNIHAN: makes the faces of rare characters, each packed by xz into resources/fonts/rare.

SOURCES: a folder with NotoSerifCJK-Regular.ttc (Debian fonts-noto-cjk), HanaMinB.ttf (fonts-hanazono),
the Noto faces below (fonts-noto-core) and libertinus-math-latin-400-normal.woff2 (npm @fontsource/libertinus-math);
UNIHAN: a folder with Unihan_IRGSources.txt and Unihan_Readings.txt (unicode-data). Needs fontTools and brotli.

Every face has what the ones before it lack, Latin and scripts excepted: a letter and its marks come from one face.
"""

import io
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

from build_fonts import OUT, coverage, rename
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

RARE = OUT / "rare"
SHIPPED = "BulletinSong-Regular.otf"
SCRIPTS = {
    "Arabic": "NotoNaskhArabic",
    "Hebrew": "NotoSerifHebrew",
    "Tibetan": "NotoSerifTibetan",
    "Mongolian": "NotoSansMongolian",
    "Yi": "NotoSansYi",
    "Tai": "NotoSansTaiLe",
    "NewTai": "NotoSansNewTaiLue",
    "Thai": "NotoSerifThai",
    "Lao": "NotoSerifLao",
    "Khmer": "NotoSerifKhmer",
    "Myanmar": "NotoSerifMyanmar",
    "Devanagari": "NotoSerifDevanagari",
    "Bengali": "NotoSerifBengali",
    "Tamil": "NotoSerifTamil",
    "Armenian": "NotoSerifArmenian",
    "Georgian": "NotoSerifGeorgian",
}
SYMBOLS = {"Symbols": "NotoSansSymbols", "Signs": "NotoSansSymbols2", "Operators": "NotoSansMath"}
LETTERS = ((0x20, 0x7E), (0xA0, 0x17F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F))
HAN_ABOVE = (0x20000, 0x3FFFF)
SYLLABLES = (0xAC00, 0xD7A3)
# sources of Unihan that are of old characters alone (康熙字典, 汉语大字典, 殷周金文), of dialects or of Zhuang
OLD_SOURCES = ("GKX", "GHZ", "GHZR", "GKJ", "GZJW", "GZ", "GZFY")
FORBIDDEN = frozenset((0xFFFD, 0xFFFC, 0x25CC))
PACKING = lzma.PRESET_EXTREME | 9


def main(arguments: list[str]) -> int:
    """Make every face. Returns 2 when a folder is missing."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    sources, unihan = map(Path, arguments)
    RARE.mkdir(parents=True, exist_ok=True)
    have = set(TTFont(OUT / SHIPPED).getBestCmap())
    for name, font, codes, layout in faces(sources, unihan, have):
        made = subset(font, codes, layout=layout)
        have |= set(made.getBestCmap())
        print(f"{name}: {len(made.getBestCmap())} characters, {pack(made, name)} bytes")
    return 0


def faces(sources: Path, unihan: Path, have: set[int]) -> Iterator[tuple[str, TTFont, set[int], bool]]:
    """Yield name, source, characters and whether its layout is kept; have grows between two of them."""
    song = next(one for one in TTCollection(sources / "NotoSerifCJK-Regular.ttc").fonts if is_simplified(one))
    yield "Song", song, {one for one in lacking(song, have) if not is_rare_syllable(one)}, False
    math = TTFont(sources / "libertinus-math-latin-400-normal.woff2")
    yield "Math", math, lacking(math, have), False
    latin = TTFont(sources / "NotoSerif-Regular.ttf")
    yield "Latin", latin, lacking(latin, have) | within(latin, LETTERS), True
    for name, file in SYMBOLS.items():
        font = TTFont(sources / f"{file}-Regular.ttf")
        yield name, font, lacking(font, have), False
    for name, file in SCRIPTS.items():
        font = TTFont(sources / f"{file}-Regular.ttf")
        yield name, font, set(font.getBestCmap()) - set(range(0x21, 0x100)) - FORBIDDEN, True
    wanted = read_characters(unihan)
    han = TTFont(sources / "HanaMinB.ttf")
    yield "Han", han, lacking(han, have) & (wanted | {0x20}), False


def is_simplified(font: TTFont) -> bool:
    """Return whether a face of the collection is the simplified Chinese one."""
    return str(font["name"].getDebugName(1)).endswith("CJK SC")


def lacking(font: TTFont, have: set[int]) -> set[int]:
    """Return what a font has and have lacks, with the blank, private use excepted."""
    private = {one for one in font.getBestCmap() if 0xE000 <= one < 0xF900 or one >= 0xF0000}
    return (set(font.getBestCmap()) - have - private - FORBIDDEN) | {0x20}


def within(font: TTFont, ranges: tuple[tuple[int, int], ...]) -> set[int]:
    """Return the characters of a font that lie in ranges."""
    return {one for one in font.getBestCmap() if any(first <= one <= last for first, last in ranges)}


def is_rare_syllable(code: int) -> bool:
    """Return whether a Korean syllable is none of the 2,350 of KS X 1001."""
    if not SYLLABLES[0] <= code <= SYLLABLES[1]:
        return False
    return len(chr(code).encode("euc_kr", errors="replace")) != 2


def read_characters(unihan: Path) -> set[int]:
    """Return the hanzi above the basic plane with a Mandarin reading, or a source of today's characters."""
    found = set()
    for file, field in (("Unihan_Readings.txt", "kMandarin"), ("Unihan_IRGSources.txt", "kIRG_GSource")):
        for line in (unihan / file).read_text(encoding="utf-8").splitlines():
            parts = line.split("\t")
            if len(parts) == 3 and parts[1] == field and parts[2].split("-")[0] not in OLD_SOURCES:
                found.add(int(parts[0].removeprefix("U+"), base=16))
    return {one for one in found if HAN_ABOVE[0] <= one <= HAN_ABOVE[1]}


def subset(font: TTFont, codes: set[int], *, layout: bool) -> TTFont:
    """Return the font with these characters alone; layout: with the features that shape them."""
    options = Options(layout_features=["*"] if layout else [], hinting=False, notdef_outline=True, glyph_names=False)
    dropped = ["VORG", "vmtx", "vhea", "BASE", "FFTM", "MATH", "DSIG", "meta"]
    options.drop_tables += [*dropped, *(() if layout else ("GPOS", "GSUB", "GDEF"))]
    font.recalcTimestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def pack(font: TTFont, name: str) -> int:
    """Write a face, packed, and the list of its characters; return its size."""
    font.flavor = None
    rename(font, f"Bulletin Rare {name}", "Regular")
    data = io.BytesIO()
    font.save(data)
    packed = lzma.compress(data.getvalue(), preset=PACKING)
    (RARE / f"BulletinRare{name}.xz").write_bytes(packed)
    (RARE / f"BulletinRare{name}.txt").write_text(coverage(font), encoding="ascii")
    return len(packed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
