"""What an issue consists of."""

import re
from collections.abc import Iterator
from typing import assert_never

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Level, RuleHit
from editor.checks.rule import ArticleRule, IssueRule
from editor.checks.words import dropped, hit, quote
from editor.model.block_kinds import is_object
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Quote, Table
from editor.model.language import tr

_WORTH_COMPARING = 20


def empty_section(context: Context) -> Iterator[RuleHit]:
    """Yield the sections without articles."""
    for section in context.issue.sections:
        if not section.articles:
            place = FindingLocation(where=section.uid, field=FindingField.SECTION)
            detail = tr("付印时这一栏不出现，也不列入本期要目。")
            yield RuleHit(
                place=place, message=tr("“{name}”还没有文章", name=section.name), detail=detail, subject=section.name
            )


def no_articles(context: Context) -> Iterator[RuleHit]:
    """Yield an issue without any article."""
    if not any(section.articles for section in context.issue.sections):
        yield RuleHit(
            place=FindingLocation(where="contents", field=FindingField.SECTION), message=tr("这一期还没有文章")
        )


def no_title(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an article without a title."""
    if not reading.title.text.strip():
        yield RuleHit(place=reading.title.place, message=tr("没有标题"), detail=tr("请写上标题：目录和正文都要印它。"))


def no_text(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an article that prints nothing below its title."""
    blocks = reading.article.blocks
    if not any(passage.text.strip() for passage in reading.body) and not any(map(is_object, blocks)):
        yield RuleHit(place=reading.place(FindingField.BODY), message=tr("没有正文"), subject=reading.title.text)


def empty_paragraph(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield empty paragraphs before others, which print a blank line; the last one may just be begun by the editor."""
    for block, passage in zip(reading.article.blocks[:-1], reading.body, strict=False):
        if _prints_blank(block) and not passage.text.strip():
            fix = None if passage.anchors else dropped(passage, tr("删去空段落"))
            yield RuleHit(place=passage.place, message=tr("有空段落"), subject=block.uid, fix=fix)


def _prints_blank(block: Block) -> bool:
    """Return whether a block without text would be a blank line on the page."""
    match block:
        case Paragraph():
            return True
        case Heading() | Quote() | ItemList() | Figure() | Table():
            return False
        case _:
            assert_never(block)


def repeated_paragraph(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield paragraphs that stand twice in an article."""
    seen: set[str] = set()
    for block, passage in zip(reading.article.blocks, reading.body, strict=True):
        if len(passage.text) >= _WORTH_COMPARING and passage.text in seen:
            evidence, marks = quote(passage.text, [(0, len(passage.text))])
            message = tr("这一段与前面的一段完全相同")
            # a footnote would go with its paragraph
            fix = None if passage.anchors or is_object(block) else dropped(passage, tr("删去重复的一段"))
            yield RuleHit(
                place=passage.place, message=message, evidence=evidence, marks=marks, subject=passage.text, fix=fix
            )
        seen.add(passage.text)


def repeated_sentence(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield sentences that stand twice close together in a paragraph: pasted twice."""
    for passage in reading.body:
        text = passage.masked
        # most paragraphs have no long sentence twice, which is seen from their pieces alone
        pieces = [one for one in _STOPS.split(text) if len(one) >= _LONG_SENTENCE]
        if len(set(pieces)) == len(pieces):
            continue
        last = -_FAR
        for piece in dict.fromkeys(pieces):
            for found in re.finditer(re.escape(piece) + "[。！？]", text) if pieces.count(piece) > 1 else ():
                if found.start() - last < len(piece) + _GAP and piece[0] not in "（(":
                    yield hit(passage, found.span(), tr("这一句与前面的一句完全相同"), becomes="")
                last = found.start()
            last = -_FAR


_STOPS = re.compile("[。！？；\n]")
# of a sentence, and between two that are alike
_LONG_SENTENCE, _GAP, _FAR = 16, 20, 1_000_000
RULES = (
    IssueRule(id="structure.no-articles", title=tr("没有文章"), level=Level.ERROR, check=no_articles),
    IssueRule(id="structure.empty-section", title=tr("栏目是空的"), level=Level.WARNING, check=empty_section),
    ArticleRule(id="structure.no-title", title=tr("没有标题"), level=Level.ERROR, check=no_title),
    ArticleRule(id="structure.no-text", title=tr("没有正文"), level=Level.ERROR, check=no_text),
    ArticleRule(id="structure.empty-paragraph", title=tr("空段落"), level=Level.INFO, check=empty_paragraph),
    ArticleRule(id="structure.repeated-paragraph", title=tr("段落重复"), level=Level.WARNING, check=repeated_paragraph),
    ArticleRule(id="structure.repeated-sentence", title=tr("句子重复"), level=Level.WARNING, check=repeated_sentence),
)
