"""Names of exported files, by the publication's pattern: text with placeholders such as 〔期〕."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.number import Number, label
from editor.model.publication import FILE_NAME

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])")
_MOST_BYTES = 240
_NAME, _SUBJECT = "刊名", "专题"
PLACE = re.compile(r"〔([^〔〕]*)〕")
_EMPTY = re.compile(r"（\s*）|\(\s*\)|【\s*】|\[\s*\]")


def _words(*, total: bool) -> Callable[[Issue], str]:
    def words(issue: Issue) -> str:
        return next((part for part in label(issue.number) if part.startswith("总第") is total), "")

    return words


PLACES: Mapping[str, Callable[[Issue], str]] = MappingProxyType(
    {
        _NAME: lambda issue: issue.profile.masthead,
        "年": lambda issue: str(issue.number.year),
        "期": _words(total=False),
        "总期": _words(total=True),
        "期号": lambda issue: _digits(issue.number.number, issue.number.last),
        "总期号": lambda issue: _digits(issue.number.total, issue.number.total_last),
        "日期": lambda issue: issue.date.isoformat(),
        "月": lambda issue: f"{issue.date.month:02}",
        "日": lambda issue: f"{issue.date.day:02}",
        _SUBJECT: lambda issue: _subject(issue.number),
    }
)
# sets of placeholders, each of which gives every issue of a publication a different name
_TELLING = ({"期"}, {"总期"}, {"期号"}, {"总期号"}, {"日期"}, {"月", "日"})


def file_stem(issue: Issue, pattern: str = FILE_NAME) -> str:
    """Return the name without ending, e.g. 大数据发展动态2024年第50期（总第213期）.

    Empty brackets are removed; a 专刊's subject is appended where the pattern has no placeholder for it. The name is
    legal on Windows and, with an ending, within 255 bytes of UTF-8: a long masthead is cut.
    """
    if f"〔{_SUBJECT}〕" not in pattern:
        pattern += f"（〔{_SUBJECT}〕）"
    values = {name: _FORBIDDEN.sub("", value(issue)) for name, value in PLACES.items()}
    rest = _filled(pattern, values | {_NAME: ""})
    room = max(0, _MOST_BYTES - len(rest.encode(errors="replace")))
    many = max(1, pattern.count(f"〔{_NAME}〕"))
    whole = _filled(pattern, values | {_NAME: _cut(legal(values[_NAME]), room // many)})
    return legal(_cut(whole, _MOST_BYTES))


def edition_pattern(pattern: str, revision: int) -> str:
    """Return the pattern for a revision of an issue, so that it does not replace the file of the one before it."""
    return pattern if revision == 1 else f"{pattern}（修订版{'' if revision == 2 else revision}）"


def pattern_fault(pattern: str) -> str:
    """Return what is wrong with a pattern, in one sentence; empty when all is well."""
    names = PLACE.findall(pattern)
    unknown = next((name for name in names if name not in PLACES), None)
    if unknown is not None:
        return tr("没有〔{unknown}〕这一项，请从下面选。", unknown=unknown)
    if {"〔", "〕"} & set(PLACE.sub("", pattern)):
        return tr("括号〔〕要成对，里面写下面列出的一项。")
    if not any(needed <= set(names) for needed in _TELLING):
        return tr("各期的文件名会相同，请加上〔期〕、〔总期〕或〔日期〕。")
    return ""


def legal(name: str) -> str:
    """Return name without what Windows forbids; never empty."""
    kept = _FORBIDDEN.sub("", name).strip(" .")
    return f"_{kept}" if not kept or _RESERVED.fullmatch(kept) else kept


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    filled = PLACE.sub(lambda place: values.get(place[1], ""), pattern)
    return _FORBIDDEN.sub("", _EMPTY.sub("", filled))


def _subject(number: Number) -> str:
    return tr("{subject}专刊", subject=number.subject) if number.subject else ""


def _digits(first: int | None, last: int | None) -> str:
    return "" if first is None else str(first) if last is None else f"{first}-{last}"


def _cut(name: str, most: int) -> str:
    return name.encode(errors="replace")[: max(0, most)].decode(errors="ignore")
