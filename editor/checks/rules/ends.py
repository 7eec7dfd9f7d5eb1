"""Paragraphs of sentences whose last one has no mark."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from editor.checks.context import ArticleTexts
from editor.checks.finding import Level, RuleHit, Span
from editor.checks.passage import Passage
from editor.checks.rule import ArticleRule
from editor.checks.words import HAN, edit, many
from editor.model.block_kinds import as_paragraph
from editor.model.language import tr
from editor.text.segments import words_of

_LEAST = 15
_ENDING, _ENDING_SENTENCES = re.compile(f"[{HAN}%》]"), re.compile(f"[{HAN}%》0-9]")
_HEAD = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|第[一二三四五六七八九十百\d]+[章节条篇]|\d+(?:[.．]\d+)*[.．、\s])"
)
# what stands behind the last stop and is no sentence: a heading that was joined, a signature, a date, an attachment
_TAIL_HEAD = re.compile(
    r"[：。；\s][（(]?[一二三四五六七八九十]{1,3}[、）)][^，。；]{2,30}$|[：。；\s]\d{1,2}[.．、][^，。；]{2,24}$"
)
_SIGNED = re.compile(
    rf"(?:^|[。；：\s\u3000])[{HAN}、\s]{{0,30}}(?:政府|办公厅|办公室|委员会|[部局委厅院会处])(?:[\s\u3000]*(?:\d{{4}}|[一二][{HAN}○〇]{{3}})年[^，。]{{2,12}}日)?$"
    r"|(?:\d{4}|[一二][○〇零一二三四五六七八九]{3}) ?年[^，。]{2,8}日?$|附件[：:\d][^。]*$"
)
# 牵头单位：市教委、市财政局 names what belongs to a label
_LABEL = re.compile(rf"[（(]?[{HAN}]{{2,10}}[：:][^。]*$")
_PART = re.compile("[，；]")
# nothing ends with these: the sentence goes on in the paragraph behind
_GOES_ON = frozenset("以的和对将把为在与及各应按由要其并从向让被使所不未可须于则如若因或")
_FEW, _SHARE = 2, 0.1
_JOINT = 4


def no_end(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield one hit for all paragraphs of sentences that lack the last mark; a single one gets it by the fix.

    An article in which many lack it is written so: lists, tables, minutes. Headings, signatures and what was cut in the
    middle of a word lack nothing.
    """
    found: list[tuple[Passage, Span]] = []
    counted = 0
    followed = zip_longest(reading.article.blocks, reading.body, reading.body[1:])
    for block, passage, behind in followed:
        text = passage.masked.rstrip() if as_paragraph(block) else ""
        counted += len(text) >= _LEAST and "。" in text
        if _lacks_end(text) and not _is_cut(text, behind):
            found.append((passage, (len(text) - 1, len(text))))
    if found and len(found) <= max(_FEW, _SHARE * counted):
        edits = [edit(passage, (end, end), "。") for passage, (_, end) in found] if len(found) == 1 else []
        yield many(found, edits, tr("段末没有句号，共 {n} 段", n=len(found)), tr("补上句号"))


def _lacks_end(text: str) -> bool:
    """Return whether a paragraph consists of sentences and ends without a mark."""
    if len(text) < _LEAST or not (_ENDING_SENTENCES if "。" in text else _ENDING).match(text[-1]):
        return False
    if text[-1] in _GOES_ON or _TAIL_HEAD.search(text) or _SIGNED.search(text):
        return False
    if "。" in text:
        return True
    return bool(_PART.search(text)) and not _HEAD.match(text) and not _LABEL.match(text)


def _is_cut(text: str, behind: Passage | None) -> bool:
    """Return whether a word goes on in the paragraph behind: the collection, not the author, broke it there."""
    following = behind.masked.lstrip() if behind else ""
    end = len(text[-_JOINT:])
    at = 0
    for word, _ in pairwise((*words_of(text[-_JOINT:] + following[:_JOINT]), "")):
        at += len(word)
        if at - len(word) < end < at:
            return True
    return False


RULES = (
    ArticleRule(
        id="text.no-end",
        title=tr("段末没有句号"),
        level=Level.INFO,
        check=no_end,
        why=tr("GB/T 15834 陈述句末尾用句号"),
    ),
)
