"""An issue as a document."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from editor.document.code_symbol import may_have_code
from editor.document.footnotes import numbered
from editor.document.lengths import check_lengths
from editor.document.measure import body_length
from editor.document.parts import (
    ArticlePart,
    BackMatter,
    ContentsEntry,
    ContentsGroup,
    ContentsPage,
    Cover,
    CoverEntry,
    CoverMark,
    CreditsPage,
    Document,
    Imprint,
    LinkCard,
    Part,
    Properties,
    SectionPart,
)
from editor.document.title_lines import article_lines, lines_of
from editor.model.article import Article
from editor.model.block_texts import block_texts
from editor.model.cover_articles import cover_articles
from editor.model.credit_filling import filled_credits
from editor.model.credits import NameKind
from editor.model.issue import Issue, Section
from editor.model.issue_state import FIRST_EDITION
from editor.model.number import date_label, label
from editor.model.publication import PageStart, Profile

NO_CODE = "网址太长，印不成二维码，请按网址查阅"
_TWENTIETHS = 20
_WEEKS = 52
# roles that name to whom the issue goes: GB/T 9704-2012, 7.4.2, and what briefs use for it
_RECIPIENTS = frozenset(("主送", "报送", "抄报", "抄送", "分送", "报", "送", "发"))


def issue_document(issue: Issue, *, title_width: float, edition: int = FIRST_EDITION) -> Document:
    """Return issue as a document. title_width: em of an article title that fit the measure of its look.

    edition: after the first, pages are marked as a 修订版 (see `review.editions`).
    Sections without articles are left out, since their opener alone would fill a page. Raises UserError for a text
    that is too long to be set.
    """
    check_lengths(issue)
    sections = tuple(section for section in issue.sections if section.articles)
    issue = replace(issue, credits=filled_credits(issue))
    return Document(
        properties=_properties(issue),
        parts=_parts(issue, sections, title_width, edition),
        imprint=_imprint(issue),
        accent=issue.profile.accent,
    )


def issue_cover(issue: Issue, *, title_width: float, edition: int = FIRST_EDITION) -> Cover:
    """Return the cover alone; see `issue_document`."""
    return _cover(issue, tuple(section for section in issue.sections if section.articles), title_width, edition)


def issue_line(issue: Issue) -> tuple[str, ...]:
    """Return date and numbers as printed, e.g. ("2024年12月30日", "第50期", "总第213期")."""
    return (date_label(issue.date), *label(issue.number))


def edition_label(edition: int) -> str:
    """Return the mark of an edition on its pages, empty for the first."""
    if edition == FIRST_EDITION:
        return ""
    return "修订版" if edition == FIRST_EDITION + 1 else f"修订版（第{edition}版）"


def _edition_line(issue: Issue, edition: int) -> tuple[str, ...]:
    return tuple(filter(None, (*issue_line(issue), edition_label(edition))))


def _parts(issue: Issue, sections: tuple[Section, ...], title_width: float, edition: int) -> tuple[Part, ...]:
    line = _edition_line(issue, edition)
    front: list[Part] = [_cover(issue, sections, title_width, edition)]
    if issue.credits or issue.contacts or issue.profile.notice:
        front.append(_credits_page(issue, line))
    if sections:
        front.append(_contents(issue, sections, line))
    body = [
        _section(issue.profile, section, place, len(sections), title_width) for place, section in enumerate(sections)
    ]
    back = [BackMatter(heading=issue.profile.back_heading, publishers=issue.profile.publishers)]
    return (*front, *body, *(back if issue.profile.publishers else ()))


def _properties(issue: Issue) -> Properties:
    """Return the metadata of the files. The title is the approval's name of the issue, without the edition."""
    line = issue_line(issue)
    return Properties(
        masthead=issue.profile.masthead,
        title=" ".join((issue.profile.masthead, *line)),
        author=_publisher(issue),
        language="zh-CN",
        keywords=tuple(section.name for section in issue.sections),
        running="　".join(line[1:]),
        date=issue.date,
    )


def _imprint(issue: Issue) -> Imprint:
    recipients = tuple(credit for credit in issue.credits if credit.role in _RECIPIENTS and credit.names)
    return Imprint(recipients=recipients, publisher=_publisher(issue), date=f"{date_label(issue.date)}印发")


def _publisher(issue: Issue) -> str:
    if issue.profile.publishers:
        return issue.profile.publishers[0].name
    own = [credit for credit in issue.credits if credit.role not in _RECIPIENTS]
    names = [name.text for credit in own if credit.kind is NameKind.ORGANISATION for name in credit.names]
    return names[0] if names else issue.profile.masthead


def _cover(issue: Issue, sections: tuple[Section, ...], title_width: float, edition: int) -> Cover:
    lead = sections[0].articles[0] if sections else None
    headline = issue.headline if issue.headline.text or lead is None else lead.title
    return Cover(
        masthead=issue.profile.masthead,
        masthead_picture=issue.profile.masthead_picture,
        slogan=issue.profile.slogan,
        strapline=issue.profile.strapline,
        issue_line=issue_line(issue),
        edition=edition_label(edition),
        headline=lines_of(headline, lead.blocks if lead else (), title_width),
        anchor=_lead_anchor(issue, sections),
        picture=issue.cover_picture,
        publisher=_publisher(issue),
        centre=str(issue.number.total or issue.number.number or ""),
        week=_week(issue.date),
        weeks=_WEEKS,
        marks=_marks(sections),
        secondary=_secondary(issue),
    )


def _secondary(issue: Issue) -> tuple[CoverEntry, ...]:
    names = {article.uid: section.name for section in issue.sections for article in section.articles}
    return tuple(
        CoverEntry(section=names[one.uid], title=one.contents_line, anchor=one.uid) for one in cover_articles(issue)
    )


def _lead_anchor(issue: Issue, sections: tuple[Section, ...]) -> str:
    """Return the anchor of the article that the headline names, else of the first one."""
    articles = [article for section in sections for article in section.articles]
    named = [article for article in articles if article.title.text == issue.headline.text]
    return (named or articles)[0].uid if articles else ""


def _week(date: dt.date) -> int:
    return min((date.timetuple().tm_yday + 6) // 7, _WEEKS)


def _marks(sections: tuple[Section, ...]) -> tuple[CoverMark, ...]:
    lengths = [(place, _length(article)) for place, section in enumerate(sections) for article in section.articles]
    longest = max((length for _, length in lengths), default=1)
    return tuple(
        CoverMark(section=place, length=max(1, round(length * _TWENTIETHS / max(1, longest))))
        for place, length in lengths
    )


def _length(article: Article) -> int:
    return sum(body_length(block_texts(block)) for block in article.blocks)


def _credits_page(issue: Issue, line: tuple[str, ...]) -> CreditsPage:
    return CreditsPage(
        masthead=issue.profile.masthead,
        issue_line=line,
        # roles and contacts that are still empty are not printed
        credits=tuple(credit for credit in issue.credits if credit.names),
        contacts=tuple(one for one in issue.contacts if one.value or one.picture or one.caption),
        notice_label=issue.profile.notice_label,
        notice=issue.profile.notice,
    )


def _contents(issue: Issue, sections: tuple[Section, ...], line: tuple[str, ...]) -> ContentsPage:
    groups = tuple(
        ContentsGroup(
            anchor=section.uid,
            name=section.name,
            entries=tuple(ContentsEntry(anchor=item.uid, title=item.contents_line) for item in section.articles),
        )
        for section in sections
    )
    return ContentsPage(heading=issue.profile.contents_heading, issue_line=line, groups=groups)


def _section(profile: Profile, section: Section, index: int, count: int, title_width: float) -> SectionPart:
    starts = [True, *(_starts_page(section, article) for _, article in pairwise(section.articles))]
    articles = tuple(
        _article(profile, article, starts_page=start, title_width=title_width)
        for article, start in zip(section.articles, starts, strict=True)
    )
    return SectionPart(
        anchor=section.uid, name=section.name, colour=section.colour, index=index, count=count, articles=articles
    )


def _starts_page(section: Section, article: Article) -> bool:
    rule = section.page_start if article.page_start is PageStart.SECTION else article.page_start
    return rule is PageStart.PAGE


def _article(profile: Profile, article: Article, *, starts_page: bool, title_width: float) -> ArticlePart:
    blocks, footnotes = numbered(article.blocks)
    return ArticlePart(
        anchor=article.uid,
        title=article.title.text,
        lines=article_lines(article, title_width=title_width),
        contents_title=article.contents_line,
        subtitle=article.subtitle,
        starts_page=starts_page,
        tight=article.tight,
        blocks=blocks,
        footnotes=footnotes,
        credit=f"（{profile.source_label}{article.source}）" if article.source else "",
        card=_card(profile, article),
    )


def _card(profile: Profile, article: Article) -> LinkCard | None:
    if not article.link:
        return None
    caption = article.link_caption or next(iter(profile.link_captions), "")
    if not may_have_code(article.link):
        # in place of a caption that speaks of a code which is not there
        caption = NO_CODE
    return LinkCard(link=article.link, caption=caption, label=profile.link_label)
