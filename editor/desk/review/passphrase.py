"""Refuses weak passphrases: whoever finds a key file can try passphrases on their own computer without limit."""

import re
from collections.abc import Iterable, Iterator

from editor.model.language import mark_tr, tr, tr_marked
from editor.text.characters import fold
from editor.text.pinyin import reading

SHORTEST = 10
_SHORT, _FEW_DIFFERENT, _FEWEST_DIGITS = 5, 4, 16
_SHORTEST_ROW = 4
_ROWS = (
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1q2w3e4r5t6y7u8i9o0p",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "零一二三四五六七八九十",
    "甲乙丙丁戊己庚辛壬癸",
    "子丑寅卯辰巳午未申酉戌亥",
    "天地玄黄宇宙洪荒",
)
# tried first by attackers: words from lists of leaked passphrases, and well-known lines
_COMMON_WORDS = """
    password passphrase passwd welcome admin administrator root letmein iloveyou woaini woaiwojia mima wodemima
    monkey dragon master sunshine princess football baseball superman batman shadow login user guest test secret
    changeme default access abc a1b2c3 china beijing zhongguo gongzuo jianbao bulletin editor desk office
    口令 密码 签发 密钥 总编辑 主编 简报编辑台 简报 编辑部 我的 我爱你 中国 北京 五星红旗 为人民服务 天天向上 好好学习
    床前明月光 疑是地上霜 举头望明月 低头思故乡 白日依山尽 黄河入海流 春眠不觉晓 处处闻啼鸟 锄禾日当午 汗滴禾下土
    天王盖地虎 宝塔镇河妖 芝麻开门 人之初性本善 万事如意 恭喜发财 新年快乐"""
_COMMON = tuple(_COMMON_WORDS.split())
_LIKE_LETTERS = str.maketrans("@$!013457", "asioieast")


def passphrase_fault(passphrase: str, *, name: str) -> str:
    """Return why a passphrase is too weak for a new key, in a sentence with what to do; empty for a good one.

    name: the key's holder. Passphrases of existing keys are not checked.
    """
    if len(passphrase) < SHORTEST:
        return tr("口令至少 {n} 个字：一句只有自己知道的话最好记，也最难猜。", n=SHORTEST)
    if not passphrase.isprintable():
        return tr("口令里有打不出来的字符，以后输不回去。请只用能打出来的字。")
    text = "".join(char for char in fold(passphrase) if char.isalnum() or char in "@$!")
    return next((tr_marked(messages) for messages, left in _left(text, name) if _is_weak(left)), "")


def _left(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield pairs: the message if too little is left of a passphrase, and what is left of it."""
    unit = _unit(text)
    if text.isdecimal():
        yield mark_tr("口令只有数字，太容易试出来。请加上几个只有自己知道的词。"), text
    yield mark_tr("口令是几个字来回重复，太容易猜。请换一句只有自己知道的话。"), unit if len(unit) > _SHORT else ""
    rows, bare = _rows(), _without(text, _COMMON)
    yield mark_tr("口令是连着的数字、字母或键盘上的一排键，太容易猜。请换一句只有自己知道的话。"), _without(text, rows)
    yield mark_tr("口令是大家常用的，最先被试到。请换一句只有自己知道的话。"), _without(bare, rows)
    named = _without(bare, (*rows, *_names(name)))
    yield mark_tr("口令里除了姓名没有多少别的，认识的人一猜就中。请换一句只有自己知道的话。"), named


def _is_weak(left: str) -> bool:
    """Return whether what is left is easy to guess: few different characters, or only a date or a number."""
    return len(set(left)) <= _FEW_DIFFERENT or (left.isdecimal() and len(_unit(left)) < _FEWEST_DIGITS)


def _unit(text: str) -> str:
    """Return the shortest piece of which the text is a repetition (the last one may be cut), else the text itself."""
    size = next(size for size in range(1, len(text) + 1) if text[size:] == text[:-size])
    return text[:size]


def _without(text: str, words: Iterable[str]) -> str:
    """Return a text without the words, the longest first, also if written with look-alikes such as 0 for o."""
    found = re.compile("|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True)))
    for seen in (text, text.translate(_LIKE_LETTERS)):
        spans = [match.span() for match in found.finditer(seen)]
        if spans:
            edges = [0, *(place for span in spans for place in span), len(text)]
            return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return text


def _rows() -> tuple[str, ...]:
    """Return every part of a row of keys or of a sequence, from four characters on, in both directions."""
    return tuple(
        piece[::way]
        for row in _ROWS
        for start in range(len(row))
        for end in range(start + _SHORTEST_ROW, len(row) + 1)
        for piece in (row[start:end],)
        for way in (1, -1)
    )


def _names(name: str) -> tuple[str, ...]:
    """Return a name as it may be typed: in hanzi, in pinyin, in initials."""
    syllables = reading(name, person=True).split()
    typed = (fold(name), "".join(syllables), "".join(reversed(syllables)), "".join(one[0] for one in syllables))
    return tuple(one for one in typed if len(one) > 1)
