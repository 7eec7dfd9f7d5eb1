"""Bytes of unknown encoding to text."""

import codecs
import re
from collections import Counter
from collections.abc import Callable

from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.characters import is_full_width, is_han

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WIDE = ("utf-16-le", "utf-16-be")
_ZIP = b"PK\x03\x04"
_COMMON_SHARE = 0.7
# what no encoding of Chinese has as a second byte
_SEAM = re.compile(rb"[\n<>]")
_FEWEST_MIXED = 4
_UTF_8 = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc\xbd][\x80-\xbf]){4}")
# of a long text; what is rare in so much of it is rare in all
_LOOKED_AT = 200_000


def decode_text(data: bytes, *, name: str) -> str:
    """Return the text of a file: by its byte order mark, as UTF-8, gb18030 or Big5, line by line, else by statistics.

    Nearly any bytes are valid gb18030, so it counts only where 70% of the hanzi are of GB 2312's first level, the
    common ones. A mark that the bytes behind it do not bear out is none. Raises UserError, naming the file, for what is
    no text.
    """
    mark, marked = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", ""))
    bare = data[len(mark) :]
    text = _strictly(bare, marked) if marked else None
    if text is not None and (marked == "utf-8" or is_plausible(text)):
        return text
    text = sure_text(bare) or text
    if text is not None:
        return text
    if data.startswith(_ZIP) or b"\0" in bare:
        raise UserError(tr("“{name}”不是文本文件，请另存为 .txt 后再导入。", name=name))
    return _unsure(bare, name)


def sure_text(data: bytes) -> str | None:
    """Return the text of bytes that are Unicode or whose hanzi are common ones, some lines perhaps in another encoding.

    None where no encoding fits so well.
    """
    if data.startswith(_ZIP):
        return None
    if b"\0" in data:
        wide = (_strictly(data, encoding) for encoding in _WIDE)
        return next((text for text in wide if text is not None and is_plausible(text)), None)
    text = _strictly(data, "utf-8")
    if text is None and _UTF_8.search(data) and not _is_cut(data):
        text = _mixed(data)
    return _chinese(data) if text is None else text


def is_plausible(text: str) -> bool:
    """Return whether a text in Unicode reads like one: of letters, common hanzi and marks, not of what chance gives."""
    counts = Counter(char for char in text[:_LOOKED_AT] if not char.isspace())
    return sum(count for char, count in counts.items() if _is_usual(char)) >= _COMMON_SHARE * counts.total()


def _is_usual(char: str) -> bool:
    if is_han(char):
        return _is_first_level(char) or _is_frequent(char)
    return (
        " " <= char <= "\u024f" or "\u2010" <= char <= "\u203f" or "\u3040" <= char <= "\u30ff" or is_full_width(char)
    )


def _chinese(data: bytes) -> str | None:
    """Return text in gb18030 or Big5 whose hanzi are common ones, None for other bytes."""
    simple = _strictly(data, "gb18030")
    if simple is not None and _share(simple, _is_first_level) >= _COMMON_SHARE:
        return simple
    for encoding in ("big5", "big5hkscs"):
        text = _strictly(data, encoding)
        if text is not None and _share(text, _is_frequent) >= _COMMON_SHARE:
            return text
    return None


def _mixed(data: bytes) -> str | None:
    """Return text of which some lines are UTF-8 and others are not, as of a page whose head somebody else wrote."""
    seams = _SEAM.findall(data)
    pieces = _SEAM.split(data)
    texts = [_as_utf_8(piece) for piece in pieces]
    other = _chinese(b"\n".join(piece for piece, text in zip(pieces, texts, strict=True) if text is None))
    known = "".join(text for text in texts if text)
    if other is None or sum(map(is_han, known)) < _FEWEST_MIXED or _share(known, _is_first_level) < _COMMON_SHARE:
        return None
    others = iter(other.split("\n"))
    whole = [text if text is not None else next(others) for text in texts]
    return "".join(piece + seam.decode() for piece, seam in zip(whole, [*seams, b""], strict=True))


def _as_utf_8(piece: bytes) -> str | None:
    """Return a piece that is UTF-8 with hanzi or ASCII; few characters of other encodings may look like UTF-8."""
    text = _strictly(piece, "utf-8")
    return text if text is None or text.isascii() or any(map(is_full_width, text)) else None


def _unsure(data: bytes, name: str) -> str:
    if _is_cut(data):
        raise UserError(tr("“{name}”末尾缺了半个字，像是没有传完，请重新取得。", name=name))
    text = _strictly(data, "big5")
    return _guessed(data, name) if text is None else text


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_cut(data: bytes) -> bool:
    """Return whether data is UTF-8 except for an incomplete last character."""
    return any(_strictly(data[:-short], "utf-8") for short in (1, 2, 3))


def _share(text: str, is_common: Callable[[str], bool]) -> float:
    """Return the share of a text's hanzi that are common ones, 1 where it has none."""
    counts = Counter(char for char in text[:_LOOKED_AT] if is_han(char))
    return sum(count for char, count in counts.items() if is_common(char)) / counts.total() if counts else 1


def _is_first_level(char: str) -> bool:
    """Return whether a character is one of the common hanzi: GB 2312's first level, rows 16 to 55."""
    code = char.encode("gb2312", errors="ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def _is_frequent(char: str) -> bool:
    """Return whether a character is one of the common hanzi in their traditional form: Big5's first level."""
    code = char.encode("big5", errors="ignore")
    return len(code) == 2 and 0xA4 <= code[0] <= 0xC6


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UserError(tr("认不出“{name}”的文字编码，请用记事本另存为 UTF-8 后再导入。", name=name))
    return str(best)
