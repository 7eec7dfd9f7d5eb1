"""The clipboard's HTML: the header that Windows puts before it, and the address that it names."""

import re
from dataclasses import dataclass

from lxml import etree

from editor.intake.html.elements import UNSEEN
from editor.text.address import usable_address

_HEADER = re.compile(r"\s*Version:\s*\d[^\n]*\n(?:[A-Za-z]+:[^\n]*\n){2,12}")
_FIELD = re.compile(r"^([A-Za-z]+):[ \t]*([^\r\n]*)", re.MULTILINE)
_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d{1,10}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedHtml:
    """HTML without the header; address: empty where it names none; dropped: characters outside of what was copied."""

    html: str
    address: str = ""
    dropped: int = 0


def copied_html(html: str) -> CopiedHtml:
    """Return what was copied. Only the header's own places count: comments inside a page may say anything.

    The header is that of Microsoft's HTML Clipboard Format (CF_HTML); its places count bytes of UTF-8.
    """
    header = _HEADER.match(html)
    if not header:
        return CopiedHtml(html=html)
    fields = dict(_FIELD.findall(header[0]))
    data = html.encode("utf-8", "replace")
    start, first, last, end = (
        _place(fields, name) for name in ("StartHTML", "StartFragment", "EndFragment", "EndHTML")
    )
    address = usable_address(fields.get("SourceURL", ""))
    if not len(header[0]) <= first < last <= len(data):
        return CopiedHtml(html=html[header.end() :], address=address)
    start, end = (start if 0 < start <= first else first), (end if last <= end <= len(data) else last)
    before, after = _text(data[start:first]), _text(data[last:end])
    # what surrounds the fragment is only there for its tags and styles
    html = "".join(_TAG.findall(before)) + _text(data[first:last])
    return CopiedHtml(html=html, address=address, dropped=_visible(before) + _visible(after))


def _visible(html: str) -> int:
    """Return the number of characters that a reader would see."""
    data = html.encode("utf-8", "ignore").replace(b"\0", b"")
    if not data.strip():
        return 0
    root = etree.fromstring(data, etree.HTMLParser(huge_tree=True, encoding="utf-8"))
    if root is None:
        return 0
    etree.strip_elements(root, *UNSEEN, etree.Comment, with_tail=False)
    return len("".join("".join(root.itertext()).split()))


def _place(fields: dict[str, str], name: str) -> int:
    match = _NUMBER.match(fields.get(name, "").strip())
    return int(match[0]) if match else -1


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")
