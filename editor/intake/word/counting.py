"""Numbers as Word's lists write them (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

_DIGITS, _LEGAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_LOW_ROMAN = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# beyond it plain figures are written
_MOST = 99_999


def counted(number: int, form: str) -> str:
    """Return a number in a form of Word's, e.g. chineseCounting; in figures where the form is unknown."""
    write = _FORMS.get(form)
    return write(number) if write and 0 < number <= _MOST else str(number)


def _hanzi(number: int, digits: str, units: str) -> str:
    """Return 一百零三, without the 一 of 一十 where it would come first."""
    made, pending = "", False
    text = str(number)
    for place, digit in enumerate(text):
        unit = units[len(text) - place - 1].strip()
        if digit == "0":
            pending = bool(made)
            continue
        made += (digits[0] if pending else "") + digits[int(digit)] + unit
        pending = False
    first = f"{digits[1]}{units[1]}"
    return made[1:] if made.startswith(first) and digits is _DIGITS else made


def _chinese(number: int) -> str:
    return _hanzi(number, _DIGITS, " 十百千万")


def _legal(number: int) -> str:
    return _hanzi(number, _LEGAL, " 拾佰仟万")


def _digital(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    made, left = "", min(number, 4999)
    for size, letters in (*_ROMAN, *_LOW_ROMAN):
        made += letters * (left // size)
        left %= size
    return made


def _letter(number: int) -> str:
    """Return A to Z, then AA to ZZ, as Word counts."""
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)


def _of_row(row: str) -> Callable[[int], str]:
    return lambda number: row[number - 1] if number <= len(row) else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_CIRCLES = _of_row("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" + "".join(map(chr, (*range(0x3251, 0x3260), *range(0x32B1, 0x32C0)))))
_FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "chineseCounting": _chinese,
        "chineseCountingThousand": _chinese,
        "taiwaneseCounting": _chinese,
        "taiwaneseCountingThousand": _chinese,
        "japaneseCounting": _chinese,
        "koreanCounting": _chinese,
        "ideographDigital": _digital,
        "japaneseDigitalTenThousand": _digital,
        "taiwaneseDigital": _digital,
        "chineseLegalSimplified": _legal,
        "ideographLegalTraditional": _legal,
        "japaneseLegal": _legal,
        "ideographTraditional": _of_row(_STEMS),
        "ideographZodiac": _of_row(_BRANCHES),
        "decimalEnclosedCircle": _CIRCLES,
        "decimalEnclosedCircleChinese": _CIRCLES,
        "decimalEnclosedParen": _of_row("".join(map(chr, range(0x2474, 0x2488)))),
        "decimalEnclosedFullstop": _of_row("".join(map(chr, range(0x2488, 0x249C)))),
        "ideographEnclosedCircle": _of_row("".join(map(chr, range(0x3280, 0x328A)))),
        "decimalFullWidth": _wide,
        "decimalFullWidth2": _wide,
        "decimalZero": lambda number: f"{number:02}",
        "upperLetter": _letter,
        "lowerLetter": lambda number: _letter(number).lower(),
        "upperRoman": _roman,
        "lowerRoman": lambda number: _roman(number).lower(),
    }
)
