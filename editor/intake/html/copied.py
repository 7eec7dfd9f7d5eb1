"""The clipboard's HTML: the header that Windows puts before it, and the address that it names."""

import re
from dataclasses import dataclass

from editor.text.address import usable_address

_HEADER = re.compile(r"\s*Version:\s*\d[^\n]*\n(?:[A-Za-z]+:[^\n]*\n){2,12}")
_FIELD = re.compile(r"^([A-Za-z]+):[ \t]*([^\r\n]*)", re.MULTILINE)
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(style|script|title|head)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
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
    tags = "".join(_TAG.findall(_UNSEEN.sub("", before)))
    styles = "".join(match[0] for match in _UNSEEN.finditer(before) if match[0][:6].lower() == "<style")
    dropped = sum(len("".join(_TAG.sub("", _UNSEEN.sub("", part)).split())) for part in (before, after))
    return CopiedHtml(html=styles + tags + _text(data[first:last]), address=address, dropped=dropped)


def _place(fields: dict[str, str], name: str) -> int:
    match = _NUMBER.match(fields.get(name, "").strip())
    return int(match[0]) if match else -1


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")
