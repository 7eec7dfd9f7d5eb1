"""Characters of Word's symbol fonts as those of Unicode that look like them."""

from editor.text.private_use import STANDARD

UNKNOWN = "〓"
_FIRST, _LAST = 0xF000, 0xF0FF
# the font Symbol from 0x21 on, Adobe's encoding
_SYMBOL = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x41: "✌", 0x45: "☜", 0x46: "☞", 0x4A: "☺", 0x52: "☼", 0x58: "✠", 0x5B: "☯",
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x78: "⌧", 0x7C: "❉", 0x7D: "❝", 0x7E: "❞", 0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④",
    0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x8C: "❶", 0x8D: "❷", 0x8E: "❸", 0x8F: "❹",
    0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽", 0x94: "❾", 0x95: "❿", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA2: "⭕",
    0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "⟡", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x52: "☑", 0x54: "☒", 0x96: "●", 0x97: "●", 0xA2: "■", 0xA3: "□"}


def _symbol_table() -> dict[int, str]:
    low = {0x21 + at: char for at, char in enumerate(_SYMBOL)}
    return low | {0xA0 + at: char for at, char in enumerate(_SYMBOL_HIGH)}


_FONTS = {"symbol": _symbol_table(), "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(code: str, font: str) -> str:
    """Return the character of w:sym, 〓 for one that is not known. code: four hexadecimal digits."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    if _FIRST <= number <= _LAST or font.lower() in _FONTS:
        return _known(number & 0xFF, font) or STANDARD.get(chr(0xF000 | number & 0xFF), "") or UNKNOWN
    usable = 0x20 <= number < 0x110000 and not (0xD800 <= number < 0xF900)
    return chr(number) if usable else UNKNOWN


def in_symbol_font(text: str, font: str) -> str:
    """Return text set in a symbol font: its private characters are those of the font; others stay."""
    if font.lower() not in _FONTS:
        return text
    return "".join((_known(ord(char) & 0xFF, font) or char) if _is_private(char) else char for char in text)


def _is_private(char: str) -> bool:
    return _FIRST <= ord(char) <= _LAST


def _known(low: int, font: str) -> str:
    return _FONTS.get(font.lower(), {}).get(low, "")
