"""Half-width marks in Chinese text, and what they become (GB/T 15834). Addresses are masked by the caller."""

import re
from collections.abc import Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FULL = dict(zip(",;:?!.()", "，；：？！。（）", strict=True))
_BESIDE = "[,;:?!.]"
# what is behind Chinese in any case, and what also stands in Latin sentences
_OWN, _SHARED = f"[{HAN}）》】]", "[”’)%％]"
# starts with a set of single characters, so that the search jumps from mark to mark
_MARK = re.compile(
    rf"{_BESIDE}(?:(?<={_OWN}[,;:?!])(?![,;:?!])"
    rf"|(?P<shared>(?<={_SHARED}[,;:?!])(?![,;:?!]))"
    rf"|(?<!{_BESIDE}[,;:?!])(?<![A-Za-z]!)(?<!\.)(?=[ ]?[{HAN}“‘（《【])"
    rf"|(?<={_OWN}\.)(?=[{HAN}“《”’）\"')]|$)"
    rf"|(?P<shared_stop>(?<={_SHARED}\.)(?=[{HAN}“《]|$)))",
    re.MULTILINE,
)
_HAN = re.compile(f"[{HAN}]")
_CLAUSE = 40
_CLAUSE_END = re.compile(r"[，。；：？！,;:?!.\n]")
# 一.总则 is a number, 约翰.史密斯 a name: which mark they need is not said by the text beside them
_NUMERAL = re.compile(r"(?:^|[\s。；：，（(第])[一二三四五六七八九十]{1,3}$", re.MULTILINE)
_SOUNDS = frozenset(
    "阿埃艾安奥巴贝比彼伯博布查达戴丹德迪蒂杜多厄恩尔法菲费弗福盖戈格古哈海汉赫亨霍基吉加杰卡凯科克肯库拉莱兰劳勒雷里"
    "利列林卢鲁路罗洛马麦曼梅米莫姆穆纳内尼诺努帕佩皮普奇琼乔萨塞桑沙舍施史斯苏索塔泰特图托瓦维威韦沃乌西希夏谢辛休"
    "雅亚扬耶伊约詹兹买提江木翰丽密"
)
_BRACKETS = frozenset("()（）")
Span = tuple[int, int]


def full_marks(masked: str) -> Iterator[tuple[Span, str]]:
    """Yield where , ; : ? ! . stand in Chinese, with the blanks behind them, and the full-width mark.

    They do where Chinese or its brackets touch them; behind ) ” % only in a clause with Chinese. A point only behind
    Chinese; never between digits, in 一.总则 or in 约翰.史密斯.
    """
    for found in _MARK.finditer(masked):
        start, end = found.span()
        shared = found["shared"] is not None or found["shared_stop"] is not None
        if (shared and not _in_chinese(masked, start)) or (found[0] == "." and _is_no_stop(masked, start)):
            continue
        while masked[end : end + 1] == " ":
            end += 1
        yield (start, end), _FULL[found[0]]


def full_brackets(masked: str) -> Iterator[tuple[tuple[int, str], ...]]:
    """Yield the half-width brackets of each pair around Chinese or right behind it, or of which one is full-width."""
    opened: list[int] = []
    for at, char in enumerate(masked) if "(" in masked or ")" in masked else ():
        if char == "\n":
            opened.clear()
        elif char in "(（":
            opened.append(at)
        elif char in _BRACKETS and opened:
            pair = tuple(_pair(masked, opened.pop(), at))
            if pair:
                yield pair


def _pair(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    mixed = (text[start] == "(") != (text[end] == ")")
    if mixed or _HAN.match(text[start - 1 : start]) or _HAN.search(text, start + 1, end):
        yield from ((at, _FULL[text[at]]) for at in (start, end) if text[at] in _FULL)


def _in_chinese(text: str, at: int) -> bool:
    """Return whether the clause before a mark, or the one behind it, has Chinese."""
    before = _CLAUSE_END.split(text[max(at - _CLAUSE, 0) : at])[-1]
    after = _CLAUSE_END.split(text[at + 1 : at + 1 + _CLAUSE])[0]
    return bool(_HAN.search(before) or _HAN.search(after))


def _is_no_stop(text: str, at: int) -> bool:
    around = text[max(at - 2, 0) : at] + text[at + 1 : at + 3]
    return bool(_NUMERAL.search(text[max(at - 4, 0) : at])) or (len(around) == 4 and _SOUNDS.issuperset(around))
