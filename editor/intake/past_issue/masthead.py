"""The name of a bulletin among the lines above its number."""

import re
from dataclasses import replace

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.numbering import PERMIT
from editor.intake.past_issue.rows import INTERNAL, is_row
from editor.text.characters import is_han

SECRET = re.compile(r"[【〔\[（(]?\s*(?:秘密|机密|绝密|内部|密级|注意保存|特急|加急|份号)\s*(?:[★☆]|[:：]|$|】|\d)")
"""What stands in a line that says how secret an issue is, or which copy."""
NAME = re.compile(
    r"(?:简报|快报|要报|专报|月报|周报|日报|旬报|季报|通报|通讯|信息|要情|要闻|快讯|参阅|参考|内参|动态|摘编|摘报|专刊|导刊|会刊|院刊|文摘|速递|速览|速报|观察"
    r"|研究|调研|交流|反映|参阅件|民意|舆情|工作|窗口|导读|导报|视窗|专递|决策|建言|之声|纵横|论坛|一览|一阅|摘要|快递|前沿|之窗|周刊|月刊)$"
)
"""What names of bulletins end in."""


def unmarked(text: str) -> str:
    """Return a name without the marks of bold text or of a heading around it."""
    return text.strip("*# 　") if text[:1] in "*#" else text


def apart(line: SourceLine) -> list[SourceLine]:
    """Return what stands far apart in a line, as name and secrecy do; letters set apart are one name."""
    parts = re.split(r"[ \u3000]{4,}", line.text)
    if len(parts) < 2 or any(len(part) < 2 for part in parts) or is_row(line.text):
        return [line]
    return [replace(line, text=part) for part in parts]


def one_cell(line: SourceLine) -> SourceLine:
    """Return a table's row as a line: what stands in several cells is said once."""
    if "\t" not in line.text:
        return line
    return replace(line, text=" ".join(dict.fromkeys(cell.strip() for cell in line.text.split("\t") if cell.strip())))


def name_of(cover: Lines, later: Lines) -> SourceLine | None:
    """Return the line that is the bulletin's name: printed again, named as bulletins are, the largest, the first."""
    named = [
        line
        for line in cover
        if not INTERNAL.match(line.text) and not PERMIT.search(line.text) and not SECRET.match(line.text)
    ]
    if not named:
        return None
    keys = {line.key for line in later}
    sizes = [line.form.look.size for line in named if line.form]
    largest = max(sizes, default=0.0)
    alone = sizes.count(largest) == 1 and len(sizes) > 1

    def rank(at: int) -> tuple[bool, bool, bool, bool, int]:
        line = named[at]
        spaced = closed(line.text) != line.text
        large = alone and line.form is not None and line.form.look.size == largest
        usual = at == (min(1, len(named) - 1) if len(named) != 2 else 0)
        return line.key in keys, large, bool(NAME.search(closed(line.text))) or spaced, usual, -at

    return named[max(range(len(named)), key=rank)]


def closed(text: str) -> str:
    """Return a name without the blanks between letters that are set apart."""
    parts = text.split()
    apart = any(len(part) == 1 for part in parts) and all(map(is_han, "".join(parts)))
    return "".join(parts) if len(parts) > 1 and apart else text
