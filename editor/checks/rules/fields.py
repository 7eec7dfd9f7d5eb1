"""Titles, sources and links as they are typed into their fields."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Fix, Level, RuleHit, TextEdit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import HAN, hit
from editor.model.language import tr
from editor.text.characters import fold
from editor.text.links import host_of, untracked

_TITLE_END = re.compile(r"[。，、；：,;:.]+$")
_TITLE_BLANK = re.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])")
_KIND_TWICE = re.compile("的(通知|意见|决定|函|报告|公告|通告|请示|批复)的?(?:的)?\\1$")
_SOURCE_HEAD = re.compile(r"^[（(]?(?:来源|文章来源|信息来源|稿源|出处|转自)[：:]\s*")
_SOURCE_END = re.compile(r"[。，；、,;）)]$")
_LOCAL = re.compile(r"localhost$|127\.|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[\w-]+\.(?:local|lan|intranet)$")
_ENOUGH = 6


def title_end(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a title with a stop at its end."""
    found = _TITLE_END.search(reading.title.text)
    if found:
        yield hit(reading.title, found.span(), tr("标题末尾不用“{mark}”", mark=found[0]), becomes="")


def title_blank(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a blank between hanzi of a title that has no line break of its own."""
    for found in _TITLE_BLANK.finditer(reading.title.text):
        detail = tr("要分两行，请在标题里换行。")
        title = reading.article.title
        made = TextEdit(place=reading.title.at(*found.span()), was=found[0], text="", breaks=True)
        shown = f"{title.text[: found.start()]} / {title.text[found.end() :]}"
        fix = None if title.breaks else Fix(edits=(made,), shown=shown)
        yield replace(hit(reading.title, found.span(), tr("标题里有空格"), detail=detail), fix=fix)


def kind_twice(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a title that ends in 的通知的通知."""
    found = _KIND_TWICE.search(reading.title.text)
    if found:
        yield hit(reading.title, found.span(), tr("文种“{kind}”重复", kind=found[1]), becomes=f"的{found[1]}")


def same_title(context: Context) -> Iterator[RuleHit]:
    """Yield articles with the title of an earlier one."""
    seen: set[str] = set()
    for reading in context.readings:
        title = fold(reading.title.text)
        if len(title) >= _ENOUGH and title in seen:
            yield hit(reading.title, (0, len(reading.title.text)), tr("标题与前面一篇相同"))
        seen.add(title)


def source_head(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a source with the label that is printed before it anyway."""
    yield from _of_source(reading, _SOURCE_HEAD, tr("来源里不用写“来源：”"), tr("“来源：”由版式印出。"))


def source_end(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a source with a mark at its end."""
    text = reading.article.source
    if text[-1:] not in "）)" or text.count("（") + text.count("(") < text.count("）") + text.count(")"):
        yield from _of_source(reading, _SOURCE_END, tr("来源末尾不用标点"), "")


def tracking(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a link with the traces of who shared it."""
    link = reading.article.link
    bare = untracked(link)
    if bare != link and host_of(link) != "mp.weixin.qq.com":
        found = _of_link(reading, tr("链接带着跟踪参数"), tr("“?”后的 utm、spm 等可以删去，二维码会小一些。"))
        place = FindingLocation(where=reading.article.uid, field=FindingField.LINK)
        yield replace(found, fix=Fix(edits=(TextEdit(place=place, was=link, text=bare),), shown=bare))


def local(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a link that only the office's own network opens."""
    link = reading.article.link
    if _LOCAL.match(host_of(link)) or link.startswith("file:"):
        yield _of_link(reading, tr("链接只在内网打得开"), tr("换成读者打得开的地址。"))


def _of_source(reading: ArticleTexts, pattern: re.Pattern[str], message: str, detail: str) -> Iterator[RuleHit]:
    text = reading.article.source
    found = pattern.search(text)
    if found and len(found[0]) < len(text):
        span = found.span()
        place = FindingLocation(where=reading.article.uid, field=FindingField.SOURCE, span=span)
        kept = text[: span[0]] + text[span[1] :]
        fix = Fix(edits=(TextEdit(place=place, was=found[0], text=""),), shown=kept)
        yield RuleHit(place=place, message=message, detail=detail, evidence=text, marks=(span,), fix=fix)


def _of_link(reading: ArticleTexts, message: str, detail: str) -> RuleHit:
    link = reading.article.link
    return RuleHit(
        place=reading.place(FindingField.LINK), message=message, detail=detail, evidence=link, marks=((0, len(link)),)
    )


RULES = (
    ArticleRule(
        id="titles.end",
        title=tr("标题末尾的标点"),
        level=Level.WARNING,
        check=title_end,
        why=tr("GB/T 15834 B.4 标题末尾一般不用标点"),
    ),
    ArticleRule(id="titles.blank", title=tr("标题里有空格"), level=Level.INFO, check=title_blank),
    ArticleRule(
        id="titles.kind-twice",
        title=tr("文种重复"),
        level=Level.INFO,
        check=kind_twice,
        why=tr("《党政机关公文处理工作条例》第九条：标题由发文机关、事由和文种组成"),
    ),
    IssueRule(id="titles.same", title=tr("两篇标题相同"), level=Level.WARNING, check=same_title),
    ArticleRule(id="sources.label", title=tr("来源里写了“来源”"), level=Level.WARNING, check=source_head),
    ArticleRule(id="sources.end", title=tr("来源末尾的标点"), level=Level.WARNING, check=source_end),
    ArticleRule(id="sources.tracking", title=tr("链接带跟踪参数"), level=Level.INFO, check=tracking),
    ArticleRule(id="sources.local", title=tr("内网链接"), level=Level.ERROR, check=local, why=tr("读者扫码看原文")),
)
