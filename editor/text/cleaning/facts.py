"""Source, date and link of an article, which web pages write as lines of its text."""

import re
from collections.abc import Iterator
from datetime import date

from editor.model.article import Article
from editor.model.block_kinds import as_paragraph, is_object
from editor.model.body import ANCHOR, Block, plain
from editor.model.language import tr
from editor.text.address import usable_address
from editor.text.cleaning.rule import BlockRule
from editor.text.cleaning.steps import Lift, Step
from editor.text.dates import find_date
from editor.text.fact_lines import DATE_LABEL, SOURCE_LABEL
from editor.text.links import canonical_link

_SOURCES, _DATES = SOURCE_LABEL, DATE_LABEL
_WEAK_DATES = "时间|日期"
_OTHERS = "作者|记者|责任编辑|编辑|浏览次数|浏览量|阅读次数|阅读量|点击数|点击量|点击|字号|字体|分享|访问量|审核|打印"
_LABEL = re.compile(rf"[\s|｜\[【〔]*(?P<label>{_SOURCES}|{_DATES}|{_WEAK_DATES}|{_OTHERS})\s*[:：]\s*")
_SOURCE_LABEL, _DATE_LABEL = re.compile(_SOURCES), re.compile(f"{_DATES}|{_WEAK_DATES}")
_SURE_DATE = re.compile(_DATES)
_SOURCE_END = re.compile(
    rf"[（(]\s*(?:{_SOURCES})\s*[:：]\s*([^（()）]{{2,40}}(?:[（(][^（()）]*[）)][^（()）]{{0,20}})?)\s*[）)]\s*$"
)
_LINK = re.compile(
    r"[（(]?(?:(?:原文|来源|全文|阅读原文|网页|文件)?(?:链接|网址|地址)?\s*[:：]\s*)?[<＜]?(https?://[!-;=?-~]*[!-%'-,./-;@-^`-~])[>＞]?[）)]?"
)
_ALONE = re.compile(r"\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?")
_DATE_BEHIND = re.compile(rf"[，,、\s]+(?:{_ALONE.pattern})$")
_FIRST, _LAST = 6, 5
_LONGEST_VALUE = 40


def facts(article: Article) -> Iterator[Step]:
    """Yield lines of labels, 来源：X 发布时间：2024-12-03, and dates alone below the title: they fill empty fields."""
    source, published = article.source, article.archive.published
    for block in _edges(article):
        text = _text(block)
        values = _values(text)
        found = next((value for label, value in values if _SOURCE_LABEL.fullmatch(label)), "")
        found, behind = _dated(found)
        day = next((find_date(value) for label, value in values if _DATE_LABEL.fullmatch(label)), behind)
        if block in article.blocks[:3] and block not in article.blocks[-2:] and _ALONE.fullmatch(text):
            day = find_date(text)
        if not _agrees(found, source) or (day and published and day != published) or not (found or day):
            continue
        yield Lift(block.uid, source="" if source else found, published=None if published else day)
        source, published = source or found, published or day


def source_at_end(article: Article) -> Iterator[Step]:
    """Yield the （来源：X） that ends the last paragraph."""
    for block in reversed(article.blocks):
        text = _text(block)
        found = _SOURCE_END.search(text)
        if found and _agrees(_dated(found[1].strip())[0], article.source):
            source, day = _dated(found[1].strip())
            known = article.source, article.archive.published
            yield Lift(
                block.uid,
                source="" if known[0] else source,
                published=None if known[1] else day,
                end=text[found.start() :],
            )
        if text:
            return


def links(article: Article) -> Iterator[Step]:
    """Yield lines that are an address: it is the article's link where that is empty or leads to the same page."""
    for block in _edges(article):
        found = _LINK.fullmatch(_text(block))
        link = usable_address(found[1]) if found else ""
        if link and (not article.link or canonical_link(article.link) == canonical_link(link)):
            yield Lift(block.uid, link="" if article.link else link)
            return


def _edges(article: Article) -> Iterator[Block]:
    """Yield the paragraphs at both ends of an article; not those behind figures and tables, which belong to them."""
    blocks = article.blocks
    for at, block in enumerate(blocks):
        behind_object = at > 0 and is_object(blocks[at - 1])
        if (at < _FIRST or at >= len(blocks) - _LAST) and not behind_object and _text(block):
            yield block


def _values(text: str) -> list[tuple[str, str]]:
    """Return the labels of a line with their values; none where the line says something else too."""
    bare = text.strip(" \u3000（）()【】[]〔〕")
    found = list(_LABEL.finditer(bare))
    if not found or found[0].start() or len(bare) > 150 or "。" in bare:
        return []
    ends = [*(one.start() for one in found[1:]), len(bare)]
    values = [(one["label"], _value(bare[one.end() : end])) for one, end in zip(found, ends, strict=True)]
    labels = [label for label, _ in values]
    sure = any(_SOURCE_LABEL.fullmatch(label) or _SURE_DATE.fullmatch(label) for label in labels)
    return values if sure and all(len(value) <= _LONGEST_VALUE for _, value in values) else []


def _value(words: str) -> str:
    return words.strip(" \u3000|｜【】[]〔〕")


def _dated(source: str) -> tuple[str, date | None]:
    """Return a source and the date behind it: 云州日报，2024年12月3日."""
    found = _DATE_BEHIND.search(source)
    day = find_date(found[0]) if found else None
    return (source[: found.start()], day) if found and day else (source, None)


def _agrees(found: str, known: str) -> bool:
    return not found or not known or found == known


def _text(block: Block) -> str:
    paragraph = as_paragraph(block)
    text = plain(paragraph.runs) if paragraph else ""
    # a line with a footnote is somebody's text
    return "" if ANCHOR in text else text


RULES = (
    BlockRule(
        id="facts",
        name=tr("来源、日期归到各自的栏"),
        why=tr("“来源：… 发布时间：…”不是正文；栏里已有别的内容时不动"),
        steps=facts,
    ),
    BlockRule(id="links", name=tr("原文网址归到链接栏"), why=tr("链接由版式印成二维码，不写在正文里"), steps=links),
)
AT_END = BlockRule(
    id="source-at-end",
    name=tr("文末的（来源：…）归到来源栏"),
    why=tr("来源由版式印在文末，不写在正文里"),
    steps=source_at_end,
)
