"""Order by strokes 笔画: their number, then 横竖撇点折 one after the other, as the 通用规范汉字表 orders characters."""

from functools import cache
from itertools import chain

from editor.text.characters import is_han
from resources import resource

_LETTER = ord("0")
# compound surnames that are in use; of any other name the first character is the surname
_COMPOUND = frozenset(
    (
        "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 "
        "慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 "
        "轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 "
        "公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 歐陽 司馬 諸葛 東方"
    ).split()
)
Key = tuple[int, int]


def stroke_count(char: str) -> int:
    """Return how many strokes a character has, 0 for what is no hanzi that is known."""
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
    """Return number of strokes and place among characters of that number; what is no hanzi stands before all hanzi."""
    found = _order().get(char)
    if found:
        return found
    count = _counts().get(ord(char), 0)
    # of known number only: behind those whose strokes are known one by one
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
