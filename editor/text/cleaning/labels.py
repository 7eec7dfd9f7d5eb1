"""Labels that a blank parts from what they name: 第50期 总第213期, 第一章 总则, 附件1 名单, 图1 标题."""

import re

from editor.text.cleaning.masks import MASK

_NUMERALS = "一二三四五六七八九十百〇零"
_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕…—·"
_LABEL = re.compile(
    rf"(?:第\s?(?:[{_NUMERALS}\d]\s?){{1,6}}(?:期|章|节|条|编|款|部分|篇|卷|届|号|讲|版|批|次|组)|[图表]|附[件录表图]|专栏|[{_NUMERALS}]{{1,3}})"
    r"\s?\d{0,3}(?:[-－.]\d{1,2})?$"
)


def is_label(line: str, end: int) -> bool:
    """Return whether a label ends there that begins its line or clause, or follows another one."""
    if not _LABEL.search(line, max(end - 16, 0), end):
        return False
    starts = (max(line.rfind(mark, 0, end) for mark in marks) + 1 for marks in (f"{MASK}{_MARKS}", f" {MASK}{_MARKS}"))
    return any(_LABEL.fullmatch(line, start, end) for start in starts)
