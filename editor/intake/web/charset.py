"""Bytes of a saved page to text, by what they are before what the page says of itself."""

import re

from editor.intake.web.leftovers import PageAccount, PageLoss
from editor.model.errors import UserError
from editor.model.language import tr
from editor.text.characters import is_han
from editor.text.decode import decode_text, sure_text
from editor.text.sanitise import REPLACEMENT

_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,20})""", re.IGNORECASE)
_LOOKED_AT = 8_192
# what browsers read under these names (WHATWG Encoding Standard 4.2)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "big5": "big5hkscs", "x-gbk": "gb18030"}
_LIKELY = ("utf-8", "gb18030", "big5hkscs")
# of the characters that are not ASCII; more is no text in this encoding
_MOST_UNREADABLE = 0.05
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))


def page_text(data: bytes, account: PageAccount, *, name: str, declared: str = "") -> str:
    """Return a page's text. declared: encoding given outside the page, empty for none.

    Valid UTF-8 is UTF-8 whatever a page says, and Big5 is Big5. Some bytes that fit nothing are shown as U+FFFD and
    counted. Raises UserError, naming the file, where that is more than 5 % of it.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:3] == b"\xef\xbb\xbf":
        return decode_text(data, name=name)
    wide = sure_text(data[: len(data) // 2 * 2]) if b"\0" in data else None
    if wide:
        return wide
    bare = data.replace(b"\0", b"")
    named = [encoding for encoding in _named(bare, declared) if encoding.lower() not in _WIDER.values()]
    for encoding in ("utf-8", *named):
        text = _strictly(bare, encoding)
        if text is not None:
            return text
    # what a page says of Chinese encodings counts less than whether its hanzi are common ones
    text = sure_text(bare)
    said = (_strictly(bare, encoding) for encoding in _named(bare, declared))
    return text if text is not None else next(filter(None, said), None) or _fitting(bare, account, name)


def _named(data: bytes, declared: str) -> tuple[str, ...]:
    match = _DECLARED.search(data[:_LOOKED_AT])
    names = (declared, match[1].decode("ascii", "ignore") if match else "")
    return tuple(_WIDER.get(name.lower(), name) for name in names if name)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (ValueError, LookupError):
        # a name with a NUL is a ValueError
        return None
    # nearly any bytes are valid in the encodings of one byte a character, which have no hanzi
    return text if text.isascii() or any(map(is_han, text)) else None


def _fitting(data: bytes, account: PageAccount, name: str) -> str:
    """Return the text in the encoding that reads most, what it cannot read replaced."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_UNREADABLE * len(data):
        # a picture or a program under a page's name
        raise _unknown(name)
    texts = [data.decode(encoding, "replace") for encoding in _LIKELY]
    text = min(texts, key=lambda one: one.count(REPLACEMENT))
    unreadable = text.count(REPLACEMENT)
    if unreadable > _MOST_UNREADABLE * sum(not char.isascii() for char in text):
        try:
            return decode_text(data, name=name)
        except UserError:
            raise _unknown(name) from None
    account[PageLoss.UNREADABLE] += unreadable
    return text


def _unknown(name: str) -> UserError:
    return UserError(tr("认不出“{name}”的文字编码，请在浏览器里打开，全选、复制后粘贴成文。", name=name))
