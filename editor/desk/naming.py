"""Names of exported files."""

import re

from editor.model.issue import Issue
from editor.model.numbering import label

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])")
_MOST_BYTES = 240


def file_stem(issue: Issue) -> str:
    """Return the name without ending, e.g. 大数据发展动态2024年第50期（总第213期）.

    Legal on Windows and short enough (bytes of UTF-8) for an ending within 255 bytes.
    """
    first, *rest = label(issue.number)
    number = first + "".join(f"（{part}）" for part in rest)
    tail = legal(f"{issue.number.year}年{number}")
    return _cut(legal(issue.profile.masthead), _MOST_BYTES - len(tail.encode())) + tail


def legal(name: str) -> str:
    """Return name with what Windows forbids taken out; never empty."""
    kept = _FORBIDDEN.sub("", name).strip(" .")
    return f"_{kept}" if not kept or _RESERVED.fullmatch(kept) else kept


def _cut(name: str, most: int) -> str:
    return name.encode()[: max(0, most)].decode(errors="ignore")
