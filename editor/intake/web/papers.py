"""Papers' editions on the web, page for page as they were printed: their day stands in the masthead only."""

import datetime as dt
import re
from collections.abc import Sequence

from editor.intake.web.lines import PageLine
from editor.text.dates import find_date

# 第A04版：城事, 03版 要闻
_PAGE = re.compile(r"第?[A-Z]?\d{1,3}版(?:[:：|｜].{1,12}|.{0,6})?")
_TURNED = re.compile(r"(?:[<>«»‹›]?(?:上|下)一版[<>«»‹›]?)+")
_LONGEST = 60


def paper_day(lines: Sequence[PageLine]) -> dt.date | None:
    """Return the day of the edition that a page is from, None for other pages."""
    squeezed = [line.squeezed for line in lines if len(line.squeezed) <= _LONGEST]
    if not (any(map(_PAGE.fullmatch, squeezed)) and any(map(_TURNED.fullmatch, squeezed))):
        return None
    return next((day for text in squeezed if (day := find_date(text))), None)
