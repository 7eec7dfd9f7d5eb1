"""The line below a title that names who issued a text and when, without labels: 云州市数据局　2026年3月5日."""

import datetime as dt
import re
from dataclasses import dataclass

from editor.text.dates import find_date
from editor.text.person_names import is_person_name

_LONGEST = 60
_DATE = re.compile(
    r"(?:(?:19|20)\d\d\s{0,3}[年./-]\s{0,3}\d{1,2}\s{0,3}[月./-]\s{0,3}\d{1,2}\s{0,3}日?"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)"
    r"(?:\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?"
)
_ISSUER = re.compile(
    r"[\u3400-\u9fff·（）]{2,30}(?:[局厅部委办院会社报站所处队台网]|中心|公司|集团|政府|办公室|大学|学校|街道|发布|新闻|日报|晚报)"
)
_PARTS = re.compile(r"[\s\u3000|｜/]+")
_EDGES = " \t\u3000\u00a0|｜/，,、；;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who and when; empty and None for what a line does not say. whole: whether it says nothing else."""

    source: str = ""
    date: dt.date | None = None
    whole: bool = True


def is_issuer(words: str) -> bool:
    """Return whether words look like the name of an office, a medium or another body."""
    return _ISSUER.fullmatch(words.strip()) is not None


def read_byline(line: str) -> Byline | None:
    """Return what such a line says, None for any other: a body, a day, both, or a body with its authors."""
    bare = line.strip(_EDGES)
    if len(bare) > _LONGEST:
        return None
    if bare[:1] in "（(" and bare[-1:] in "）)" and _DATE.fullmatch(bare[1:-1].strip()):
        bare = bare[1:-1].strip()
    found = _DATE.search(bare)
    date = find_date(found[0]) if found else None
    rest = (bare[: found.start()] + " " + bare[found.end() :]).strip(_EDGES) if found and date else bare
    if not rest:
        return Byline(date=date)
    if is_issuer(rest):
        return Byline(source=rest, date=date)
    first, *others = _PARTS.split(rest)
    if others and is_issuer(first) and all(map(is_person_name, others)):
        return Byline(source=first, date=date, whole=False)
    return None
