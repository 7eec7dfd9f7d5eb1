"""Bytes of unknown encoding to text."""

import codecs

from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.characters import is_han

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_COMMON_SHARE = 0.7


def decode_text(data: bytes, *, name: str) -> str:
    """Return the text of a file: by its byte order mark, as UTF-8, gb18030 or Big5, else by statistics.

    Nearly any bytes are valid gb18030, so it counts only where 70% of the hanzi are of GB 2312's first level, the
    common ones. Raises UserError, naming the file, for what is no text.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is None and b"\0" in data:
        raise UserError(tr("“{name}”不是文本文件，请另存为 .txt 后再导入。", name=name))
    for encoding in (marked,) if marked else ("utf-8", "gb18030", "big5"):
        text = _strictly(data, encoding)
        if text is not None and (encoding != "gb18030" or _is_common(text)):
            return text
    if _is_cut(data):
        raise UserError(tr("“{name}”末尾缺了半个字，像是没有传完，请重新取得。", name=name))
    return _guessed(data, name)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_cut(data: bytes) -> bool:
    """Return whether data is UTF-8 except for an incomplete last character."""
    return any(_strictly(data[:-short], "utf-8") for short in (1, 2, 3))


def _is_common(text: str) -> bool:
    hanzi = [char for char in text if is_han(char)]
    return sum(map(_is_first_level, hanzi)) >= _COMMON_SHARE * len(hanzi)


def _is_first_level(char: str) -> bool:
    """Return whether a character is one of the common hanzi: GB 2312's first level, rows 16 to 55."""
    code = char.encode("gb2312", errors="ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UserError(tr("认不出“{name}”的文字编码，请用记事本另存为 UTF-8 后再导入。", name=name))
    return str(best)
