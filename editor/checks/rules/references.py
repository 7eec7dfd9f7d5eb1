"""Figures, tables and attachments that a text speaks of, and the numbers in their captions."""

import re
from collections.abc import Iterator

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import Level, RuleHit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import hit, told
from editor.model.block_kinds import as_figure, as_table
from editor.model.language import tr

_FIGURE = re.compile(
    r"图(?:(?<=[见如由从照和与]图)\s?(\d{1,2})(?!\d|[-.]\d)|(?<![^，。；\n]图)(\d{1,2})(?:为|是|所示|显示|展示|中))"
)
_TABLE = re.compile(
    r"表(?:(?<=[见如由从照和与]表)\s?(\d{1,2})(?!\d|[-.]\d)|(?<![^，。；\n]表)(\d{1,2})(?:为|是|所示|显示|列出|中))"
)
_CAPTION = re.compile(r"^\s?([图表])\s?(\d{1,2})(?!\d|[-.]\d)")
_LONGEST_CAPTION = 60
_ATTACHED = re.compile(r"(?:见|参见|按照|按|填写|填报)(附件(\d{1,2})?)(?!\d)")
_LIST = re.compile(r"^附件[：:]?\s?(?:(\d{1,2})[.．、])?|(?<=[。；\s])附件[：:]", re.MULTILINE)
# below each other, or behind each other
_LISTED = re.compile(r"(?:^(?:附件[：:]\s?)?|(?<=附件[：:])|(?<=[；;])\s?)(\d{1,2})[.．、]\s?(?=[^\d\s])", re.MULTILINE)
_LIST_MARK = re.compile(r"^(?:附件[：:])\s?(?:\d{1,2}[.．、])?[^。；\n]{2,50}([。；])$", re.MULTILINE)


def lost_figure(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 见图3 in an article without such a figure."""
    yield from _lost(reading, _FIGURE, "图")


def lost_table(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 见表2 in an article without such a table."""
    yield from _lost(reading, _TABLE, "表")


def figure_numbers(context: Context) -> Iterator[RuleHit]:
    """Yield captions of figures whose numbers count neither from 1 in their article nor on from the article before."""
    yield from _out_of_turn(context, "图")


def table_numbers(context: Context) -> Iterator[RuleHit]:
    """Yield captions of tables whose numbers count neither from 1 in their article nor on from the article before."""
    yield from _out_of_turn(context, "表")


def lost_attachment(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield 见附件3 where fewer are listed, or none is."""
    text = reading.whole.masked
    listed = _LIST.search(text)
    numbers = {int(one) for one in _LISTED.findall(text[listed.start() :])} if listed else set()
    for found in reading.whole.find(_ATTACHED):
        if listed is None:
            yield told(found, tr("本篇没有附件"), group=1, detail=tr("附件没有一并刊出的，改为“见原文”，或删去这句。"))
            return
        if found[2] and int(found[2]) not in (numbers or {1}):
            yield told(found, tr("没有附件{n}", n=int(found[2])), group=1)


def attachment_mark(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield marks behind the name of an attachment."""
    for found in reading.whole.find(_LIST_MARK):
        yield told(found, tr("附件名称后不加标点"), group=1, becomes="")


def _lost(reading: ArticleTexts, pattern: re.Pattern[str], kind: str) -> Iterator[RuleHit]:
    numbers = [number for _, number in _captions(reading, kind)]
    blocks = _blocks(reading, kind)
    for found in reading.whole.find(pattern):
        wanted = int(found[1] or found[2])
        if wanted not in numbers and (numbers or wanted > blocks):
            message = tr("没有{kind}{n}", kind=kind, n=wanted)
            yield told(found, message, detail=tr("本篇的图表里没有这一个：补上，或改正文。"))


def _out_of_turn(context: Context, kind: str) -> Iterator[RuleHit]:
    last = seen = 0
    for reading in context.readings:
        before = 0
        for at, number in _captions(reading, kind):
            # figures without a caption count too where numbers go through the issue
            if number != before + 1 and (before or number not in (last + 1, seen + 1)):
                yield _turned(reading, at, kind, before + 1)
            before = last = number
        seen += _blocks(reading, kind)


def _turned(reading: ArticleTexts, at: int, kind: str, due: int) -> RuleHit:
    found = re.match(rf"\s?{kind}\s?(\d+)", reading.body[at].text)
    span = found.span(1) if found else (0, 0)
    return hit(reading.body[at], span, tr("{kind}的序号应是{due}", kind=kind, due=due), becomes=str(due))


def _typed(text: str) -> str:
    """Return a paragraph that is a caption by its look: 图1　登记数量, without a stop."""
    return text if len(text) < _LONGEST_CAPTION and re.match(r"[图表] ?\d+[ 　]", text) and "。" not in text else ""


def _blocks(reading: ArticleTexts, kind: str) -> int:
    """Return how many figures or tables an article has."""
    return sum(1 for block in reading.article.blocks if (as_figure(block) if kind == "图" else as_table(block)))


def _captions(reading: ArticleTexts, kind: str) -> list[tuple[int, int]]:
    """Return place and number of the captions that have a number, in order."""
    found: list[tuple[int, int]] = []
    for at, block in enumerate(reading.article.blocks):
        figure, table = as_figure(block), as_table(block)
        caption = figure.caption if figure else table.caption if table else _typed(reading.body[at].text)
        label = _CAPTION.match(caption)
        if label and label[1] == kind:
            found.append((at, int(label[2])))
    return found


RULES = (
    ArticleRule(
        id="figures.lost-number", title=tr("提到的图不存在"), level=Level.WARNING, check=lost_figure, why=tr("图文相应")
    ),
    ArticleRule(
        id="tables.lost-number", title=tr("提到的表不存在"), level=Level.WARNING, check=lost_table, why=tr("图文相应")
    ),
    IssueRule(
        id="figures.number",
        title=tr("图的序号"),
        level=Level.WARNING,
        check=figure_numbers,
        why=tr("GB/T 7713.2 图、表用阿拉伯数字依次编号"),
    ),
    IssueRule(
        id="tables.number",
        title=tr("表的序号"),
        level=Level.WARNING,
        check=table_numbers,
        why=tr("GB/T 7713.2 图、表用阿拉伯数字依次编号"),
    ),
    ArticleRule(id="names.attachment", title=tr("提到的附件不存在"), level=Level.INFO, check=lost_attachment),
    ArticleRule(
        id="names.attachment-mark",
        title=tr("附件名称后有标点"),
        level=Level.INFO,
        check=attachment_mark,
        why=tr("GB/T 9704 7.3.4 附件名称后不加标点符号"),
    ),
)
