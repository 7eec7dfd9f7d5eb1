"""Order by strokes 笔画: their number, then stroke by stroke 横竖撇点折, as in the 通用规范汉字表."""

from functools import cache
from itertools import chain

from editor.text.characters import is_han
from resources import resource

_LETTER = ord("0")
# compound surnames that are in use, two characters each; of any other name the first character is the surname
_SURNAMES = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶申屠公孙慕容仲孙钟离长孙宇文司徒"
    "鲜于司空闾丘亓官巫马颛孙壤驷漆雕乐正宰父谷梁拓跋轩辕令狐段干百里呼延东郭南门羊舌微生梁丘左丘西门第五南荣东里东宫"
    "即墨达奚褚师歐陽司馬諸葛東方"
)
_COMPOUND = frozenset(_SURNAMES[at : at + 2] for at in range(0, len(_SURNAMES), 2))
Key = tuple[int, int]


def stroke_count(char: str) -> int:
    """Return how many strokes a character has, 0 for anything but a known hanzi."""
    return _key(char)[0] if is_han(char) else 0


def name_key(name: str) -> tuple[tuple[Key, ...], int, tuple[Key, ...]]:
    """Return what names are sorted by: strokes of the surname, single given names before longer ones, then the rest."""
    size = 2 if name[:2] in _COMPOUND and len(name) > 2 else 1
    given = name[size:]
    return tuple(map(_key, name[:size])), min(len(given), 2), tuple(map(_key, given))


def text_key(text: str) -> tuple[Key, ...]:
    """Return what names of organisations are sorted by: strokes, character by character."""
    return tuple(map(_key, text))


def _key(char: str) -> Key:
    """Return number of strokes and rank among characters of that number; other characters sort before all hanzi."""
    found = _order().get(char)
    if found:
        return found
    count = _counts().get(ord(char), 0)
    # only the number is known: after the characters whose order of strokes is known
    return (count, _LAST + ord(char)) if count else (0, ord(char))


_LAST = 100_000


@cache
def _order() -> dict[str, Key]:
    lines = (line.split("\t") for line in _lines("order"))
    return dict(chain.from_iterable(((char, (int(count), at)) for at, char in enumerate(row)) for count, row in lines))


@cache
def _counts() -> dict[int, int]:
    lines = (line.split("\t") for line in _lines("counts"))
    return {
        int(first, 16) + step: ord(letter) - _LETTER for first, letters in lines for step, letter in enumerate(letters)
    }


def _lines(name: str) -> list[str]:
    return resource(f"strokes/{name}.txt").read_text(encoding="utf-8").splitlines()
