"""Marks that titles and names of sections are printed with: bullets, numbers, brackets around them."""

import re
from typing import NamedTuple

BULLETS = "◆◇●○■□▲△▼▽★☆◎※▌▎▍▊▋█┃▶►▷❖✦✧➤☞♦◈▪•＊"
_DASHES = "—–\\-－─━═＝=~～·•*＊|｜#＃〓◀◄◁"
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_PAIRS = ("〖〗", "【】", "［］", "[]", "「」", "『』", "〔〕", "﹝﹞", "〈〉", "<>", "＜＞", "◤◢", "▌▐")
_AROUND = re.compile(
    rf"([{_DASHES}{BULLETS}]{{1,12}})[ \u3000]*([^{_DASHES}{BULLETS}\s](?:.{{0,38}}?[^{_DASHES}{BULLETS}\s])?)"
    rf"[ \u3000]*[{_DASHES}{BULLETS}]{{1,12}}"
)
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_BULLET = re.compile(rf"([{BULLETS}])\1{{0,3}}[ \u3000]*(?=\S)")
_SHARP = re.compile(r"(#{1,4})[ \u3000]+(?=\S)")
_LABEL = re.compile(r"(标\s*题|题\s*目|栏\s*目|专\s*题|专\s*栏)\s*[:：]\s*(?=\S)")
_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "01",
        re.compile(r"(0\d)(?:[ \u3000]*[.．、|｜/／·:：—-][ \u3000]*|[ \u3000]*)(?=[^\d\s.:：])|(0\d)[ \u3000]+(?=\S)"),
    ),
    (
        "【1】",
        re.compile(r"[【\[［〔〖](?:第)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[】\]］〕〗][ \u3000]*(?=\S)"),
    ),
    ("（1）", re.compile(r"[（(]\s*(\d{1,3})\s*[）)][ \u3000]*、?(?=\S)")),
    ("（一）", re.compile(rf"[（(]\s*({_NUMERAL})\s*[）)][ \u3000]*、?(?=\S)")),
    ("1)", re.compile(r"(\d{1,3})[）)][ \u3000]*(?=\S)")),
    ("1.", re.compile(r"(\d{1,3})[ \u3000]*[.．](?!\d)[ \u3000]*(?=\S)|(\d{1,2})[.．][ \u3000]+(?=\S)")),
    ("1、", re.compile(r"(\d{1,3})[ \u3000]*、[ \u3000]*(?=\S)")),
    ("No", re.compile(r"(?:NO|No|no|№|N[oº])[ \u3000]*[.．]?[ \u3000]*(\d{1,3})[ \u3000]*[:：.．、]?[ \u3000]*(?=\S)")),
    ("一、", re.compile(rf"({_NUMERAL})[ \u3000]*[、.．][ \u3000]*(?=\S)")),
    ("第一", re.compile(rf"第\s*({_NUMERAL}|\d{{1,2}})\s*[篇条则章部分辑块]*[ \u3000、:：]+(?=\S)")),
    ("一 ", re.compile(rf"({_NUMERAL})[ \u3000]+(?=\S)")),
    ("Ⅰ", re.compile(r"([Ⅰ-Ⅻ]|[IVX]{1,4}(?=[ \u3000]*[.．、]))[ \u3000]*[.．、]?[ \u3000]*(?=\S)")),
    ("①", re.compile(r"([①-⑳⑴-⒇⒈-⒛❶-❿㈠-㈩])[ \u3000]*(?=\S)")),
    ("1 ", re.compile(r"(\d{1,2})[ \u3000]+(?=\D)")),
)
TAGGED = "【X】"
"""The kind of a section's name before a title in one line."""
_TAG = re.compile(
    r"(?:[【〖\[［「]\s*([^】〗\]］」\d\s][^】〗\]］」]{1,9}?)\s*[】〗\]］」]\s*|([\u4e00-\u9fff]{2,6})\s*[|｜丨]\s*)([^\s:：|｜丨].{3,})"
)
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_MOST = 2
_TITLE, _SECTION = "标题：", "栏目："


class Head(NamedTuple):
    """A line without its marks. kind: of the marks, empty for none; order: the number they say, 0 for none.

    tag: a section's name before a title in one line, 【要闻】X or 要闻 | X.
    """

    kind: str
    text: str
    order: int = 0
    tag: str = ""


def head_of(text: str) -> Head:
    """Return a line's marks and what stands behind or between them."""
    around = enclosed(text)
    if around.kind:
        return around
    kind, rest, order = "", text, 0
    for _ in range(_MOST):
        mark, length, number = _mark(rest)
        if not mark or (order and number):
            break
        kind, rest, order = kind + mark, rest[length:], order or number
    inner = enclosed(rest) if kind else Head("", rest)
    tag = _TAG.fullmatch(inner.text) if not inner.kind else None
    if tag:
        return Head(kind + TAGGED, tag[3], order, "".join((tag[1] or tag[2]).split()))
    return Head(kind + inner.kind, inner.text, order)


def enclosed(text: str) -> Head:
    """Return the words of a line that stands whole between marks: 〖X〗, ★X★, —— X ——; no kind for another line."""
    bold = _BOLD.fullmatch(text)
    if bold:
        inner = head_of(bold[1])
        return Head(f"**{inner.kind}", inner.text, inner.order)
    for pair in _PAIRS:
        left, right = pair[0], pair[1]
        inside = text[1:-1]
        if text[:1] == left and text[-1:] == right and left not in inside and right not in inside and inside.strip():
            return Head(left + right, _closed(inside))
    around = _AROUND.fullmatch(text)
    if around and text[-1] in _mirrored(text[0]):
        return Head(f"{text[0]}{text[0]}", _closed(around[2]))
    return Head("", text)


def is_numbered(kind: str) -> bool:
    """Return whether a kind of marks says a number."""
    return any(kind.endswith(name) for name, _ in _NUMBERS)


def is_enclosing(kind: str) -> bool:
    """Return whether a kind of marks stands on both sides, or says that it is a section's."""
    return kind in _PAIRS or kind == _SECTION or (len(kind) == 2 and kind[0] == kind[1] and kind != "**")


def _mirrored(char: str) -> str:
    return {"◤": "◢", "▌": "▌▐", "▶": "◀▶", "►": "◄►", "▷": "◁▷"}.get(char, char)


def _closed(text: str) -> str:
    """Return words without the blanks that set their letters apart."""
    parts = text.split()
    return "".join(parts) if all(len(part) == 1 for part in parts) else text.strip()


def _mark(text: str) -> tuple[str, int, int]:
    """Return kind, length and number of the mark that a text begins with; an empty kind for none."""
    bullet = _BULLET.match(text) or _SHARP.match(text)
    if bullet:
        return bullet[1], bullet.end(), 0
    label = _LABEL.match(text)
    if label:
        return (_SECTION if label[1][0] in "栏专" else _TITLE), label.end(), 0
    for kind, form in _NUMBERS:
        match = form.match(text)
        if match:
            return kind, match.end(), _value(next(filter(None, match.groups())))
    return "", 0, 0


def _value(number: str) -> int:
    import unicodedata

    plain = unicodedata.normalize("NFKC", number).strip("().（）")
    if plain.isdigit():
        return int(plain)
    if plain[:1] in _ROMAN:
        values = [_ROMAN.get(char, 0) for char in plain]
        return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values))
    tens, mark, ones = plain.partition("十")
    if not mark:
        return _DIGITS.get(plain[-1:], 0)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
