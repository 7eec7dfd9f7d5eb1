"""The sanitiser of texts that enter the model: removes and counts what no renderer or file format accepts.

Private-use characters become the standard ones that they stand for; others stay, since only a person knows what they
are: they are printed as 〓 and found by the checks.
"""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from editor.model.dataclass import dataclass
from editor.text.private_use import STANDARD

REPLACEMENT = "\ufffd"
BREAKS = dict.fromkeys(map(ord, "\v\f\u2028\u2029\u0085"))
"""Line breaks of other programs, for `translate`, which removes them from texts of one line."""
_BREAKS = str.maketrans(dict.fromkeys(BREAKS, "\n"))
# noncharacters, Unicode 3.4 D14: the last two of every plane and 32 of the Arabic forms
_NONCHARACTERS = (*range(0xFDD0, 0xFDF0), *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)))
# invisible like zero-width characters; interlinear annotation and language tags among them
_INVISIBLE = (*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC))
_TAGS = range(0xE0000, 0xE0080)
_DROPPED = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u2060\ufeff") | frozenset(
    map(chr, (*_INVISIBLE, *_NONCHARACTERS, *_TAGS))
)

# CJK Radicals Supplement, Equivalent_Unified_Ideograph of Unicode; NFKC knows only those of the Kangxi block
_RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺"
    "⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲"
    "⻳"
)
_IDEOGRAPHS = (
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀"
    "聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀"
    "龟"
)
_FROM_RADICAL = dict(zip(_RADICALS, _IDEOGRAPHS, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """Text fit to print. removed: characters taken out, with how often; unreadable: how many U+FFFD it holds."""

    text: str
    removed: tuple[tuple[str, int], ...]
    unreadable: int


def sanitise(text: str) -> str:
    """Return text without controls, bidi overrides and zero-width characters; radicals become ideographs."""
    return clean(text).text


def clean(text: str) -> Cleaning:
    """Return the sanitised text with counts of what was removed."""
    if not _notable().search(text):
        return Cleaning(text=text, removed=(), unreadable=0)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    removed = Counter(char for char in lines if _is_dropped(char))
    kept = "".join(_ideograph(STANDARD.get(char, char)) for char in lines if char not in removed)
    return Cleaning(text=kept, removed=tuple(sorted(removed.items())), unreadable=kept.count(REPLACEMENT))


@functools.cache
def _notable() -> re.Pattern[str]:
    # a superset of the characters that cleaning changes; searched first, since most texts have none of them
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2e80-\u2fd5"
        "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffd-\uffff"
        + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 15))
        + "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
    )


def notable_places(text: str) -> Iterator[int]:
    """Yield where characters stand that cleaning may change; `standard_character` says into what."""
    return (found.start() for found in _notable().finditer(text))


def is_invisible(char: str) -> bool:
    """Return whether a character has no form of its own and only tells renderers what to do with others."""
    return char in _DROPPED


def standard_character(char: str) -> str:
    """Return the character that one stands for: itself mostly, empty where it is not printed."""
    return "" if _is_dropped(char) else _ideograph(STANDARD.get(char, char))


def _is_dropped(char: str) -> bool:
    return char in _DROPPED or (char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cs"))


def _ideograph(char: str) -> str:
    """Map radicals, which extraction from PDF yields, to the ideographs they look like."""
    if 0x2F00 <= ord(char) <= 0x2FD5:
        return unicodedata.normalize("NFKC", char)
    return _FROM_RADICAL.get(char, char)
