"""Headings for lists of findings, and names of their places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.checks.finding import FindingField, FindingLocation
from editor.desk.block_ordinals import BlockOrdinal, OrdinalKind, block_places, place_words
from editor.model.article import Article
from editor.model.body import Block
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.page_facts import PageFacts

_FIELDS = {
    FindingField.TITLE: tr("标题"),
    FindingField.CONTENTS_TITLE: tr("目录标题"),
    FindingField.SUBTITLE: tr("副题"),
    FindingField.SOURCE: tr("来源"),
    FindingField.LINK: tr("链接"),
    FindingField.LINK_CAPTION: tr("链接说明"),
    FindingField.BODY: tr("正文"),
    FindingField.FIGURE: tr("图"),
    FindingField.PUBLISHED: tr("发布日期"),
    FindingField.PAGES: tr("版面"),
    FindingField.SECTION: tr("栏目"),
    FindingField.NUMBER: tr("期号"),
    FindingField.DATE: tr("日期"),
    FindingField.HEADLINE: tr("头条标题"),
    FindingField.PICTURE: tr("图片"),
    FindingField.CREDITS: tr("角色与名字"),
    FindingField.CONTACT: tr("联系方式"),
    FindingField.NOTICE: tr("声明"),
    FindingField.PUBLISHER: tr("封底"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingHeading:
    """The heading for findings of one place. folio: as printed, empty where unknown; blocks: their names by uid."""

    where: str
    title: str
    folio: str = ""
    blocks: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, place: FindingLocation) -> str:
        """Return the name of a place, e.g. 正文 第2段, 图1 or 来源."""
        return self.blocks.get(place.block) or _FIELDS[place.field]


def finding_headings(issue: Issue, facts: PageFacts | None) -> dict[str, FindingHeading]:
    """Return the headings by place, in printed order; facts: for the folios, None while unknown."""
    made = [
        FindingHeading(where=where, title=title) for where, title in (("cover", tr("封面")), ("credits", tr("版权页")))
    ]
    made.append(FindingHeading(where="contents", title=issue.profile.contents_heading))
    for section in issue.sections:
        made.append(FindingHeading(where=section.uid, title=section.name))
        made += [_of_article(article, facts) for article in section.articles]
    made.append(FindingHeading(where="back", title=issue.profile.back_heading))
    return {heading.where: heading for heading in made}


def _of_article(article: Article, facts: PageFacts | None) -> FindingHeading:
    folio = facts.folio(article.uid) if facts else None
    return FindingHeading(
        where=article.uid,
        title=article.title.text or tr("（没有标题）"),
        folio="" if folio is None else f"{folio:02}",
        blocks=_block_names(article.blocks),
    )


def _block_names(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {uid: _name(place) for uid, place in block_places(blocks).items()}


def _name(place: BlockOrdinal) -> str:
    words = place_words(place)
    return words if place.kind in (OrdinalKind.FIGURE, OrdinalKind.TABLE) else tr("正文 {place}", place=words)
