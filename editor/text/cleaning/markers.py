"""Numbers at the beginning of a line, and what Markdown leaves."""

import re
from collections.abc import Iterator

from editor.model.language import tr
from editor.text.cleaning.edit import Edit
from editor.text.cleaning.rule import Reading, TextRule
from editor.text.half_marks import HAN

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_FIRST = re.compile(rf"^{_NUMERAL}(?P<mark>[.．,，:：]|、\s+|\s*、)(?=\s*[{HAN}])\s*", re.MULTILINE)
_SECOND = re.compile(
    rf"^(?P<open>[(（])\s?(?:{_NUMERAL}|\d{{1,2}})\s?(?P<close>[)）])(?P<rest>[、.．]?\s*)(?=[{HAN}“《])", re.MULTILINE
)
_THIRD = re.compile(rf"^\d{{1,2}}(?P<mark>．\s*|\.\s+)(?=[{HAN}“《])", re.MULTILINE)
# opens as CommonMark says: not before a blank or a mark; so 张**、李** is no bold text
_STARS = re.compile(
    r"(?<!\*)(?P<open>\*\*)(?!\*)(?=[^\s，。、；：？！）)*])(?P<words>[^*\n]+?)(?<!\s)(?P<close>\*\*)(?!\*)"
)
_HASHES = re.compile(r"^#{1,6} +(?=\S)", re.MULTILINE)
_QUOTED = re.compile(rf"^(?:> ?)+(?=[{HAN}“《（])", re.MULTILINE)


def numbers(reading: Reading) -> Iterator[Edit]:
    """Yield numbers of headings and items that are not written 一、（一）1.（1）, GB/T 9704—2012 7.3.3."""
    for found in _FIRST.finditer(reading.masked):
        yield Edit(found.start("mark"), found.end(), "、")
    for turn, found in enumerate(_SECOND.finditer(reading.masked)):
        yield Edit(*found.span("open"), "（", turn)
        yield Edit(*found.span("close"), "）", turn)
        yield Edit(*found.span("rest"), "")
    for found in _THIRD.finditer(reading.masked):
        yield Edit(*found.span("mark"), ".")


def markdown(reading: Reading) -> Iterator[Edit]:
    """Yield ** around words, which become bold, # of headings and > of quotations."""
    for turn, found in enumerate(_STARS.finditer(reading.masked)):
        yield Edit(*found.span("open"), "", turn, bold=True)
        yield Edit(*found.span("close"), "", turn, bold=True)
    for form in (_HASHES, _QUOTED):
        yield from (Edit(*found.span(), "") for found in form.finditer(reading.masked))


RULES = (
    TextRule(
        id="markdown",
        name=tr("Markdown 记号"),
        why=tr("** 之间的改为加粗，行首的 # 和 > 去掉"),
        edits=markdown,
    ),
    TextRule(
        id="numbers",
        name=tr("层次序号统一"),
        why=tr("GB/T 9704 层次序数依次用“一、”“（一）”“1.”“（1）”"),
        edits=numbers,
    ),
)
