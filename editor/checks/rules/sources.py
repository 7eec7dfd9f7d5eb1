"""Sources and links."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.checks.context import ArticleTexts, Context
from editor.checks.finding import FindingField, FindingLocation, Fix, Level, RuleHit, TextEdit
from editor.checks.rule import ArticleRule, IssueRule
from editor.model.language import tr
from editor.text.links import canonical_link, host_of, is_web_link
from editor.text.places import first_place, host_province, provinces_named

# only agencies are bound to their place: newspapers and researchers write about any place
_AGENCY = re.compile(r"(?:政府|局|厅|委|委员会|办公室|人大|数据中心|管委会)(?:网站?|官网|门户网站)?$")
_WRITS = (
    "条例",
    "办法",
    "规定",
    "细则",
    "方案",
    "意见",
    "通知",
    "措施",
    "规划",
    "计划",
)


def no_source(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an article that names no source."""
    if not reading.article.source.strip():
        detail = tr("文末要印“（来源：……）”，请填写来源。")
        yield RuleHit(
            place=reading.place(FindingField.SOURCE), message=tr("没有来源"), detail=detail, subject=reading.title.text
        )


def no_link(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an article without an address, which then prints no code either."""
    if not reading.article.link.strip():
        detail = tr("文末没有二维码和原文链接。")
        yield RuleHit(
            place=reading.place(FindingField.LINK),
            message=tr("没有原文链接"),
            detail=detail,
            subject=reading.title.text,
        )


def bad_link(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an address that no browser opens."""
    link = reading.article.link
    if link.strip() and not is_web_link(link):
        detail = tr("链接要以 http:// 或 https:// 开头，中间没有空格；扫码后才打得开。")
        found = _quoted(reading, FindingField.LINK, link, tr("链接不完整"), detail)
        bare = "".join(link.split())
        edit = TextEdit(place=reading.place(FindingField.LINK), was=link, text=bare)
        yield replace(found, fix=Fix(edits=(edit,), shown=bare) if is_web_link(bare) else None)


def other_place(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield a writ of one place credited to an agency of another."""
    title, source = reading.title.text, reading.article.source
    if not any(word in title for word in _WRITS) or not _AGENCY.search(source.strip()):
        return
    ours, theirs = provinces_named(title), provinces_named(source)
    if ours and theirs and not ours & theirs:
        message = tr(
            "标题写{first_place}，来源却是{first_place2}的机构",
            first_place=first_place(title),
            first_place2=first_place(source),
        )
        yield _quoted(reading, FindingField.SOURCE, source, message, "")


def other_host(reading: ArticleTexts) -> Iterator[RuleHit]:
    """Yield an agency's source whose address is on the government host of another place."""
    source, link = reading.article.source, reading.article.link
    host = host_of(link)
    at, named = host_province(host), provinces_named(source)
    if at and named and at not in named and _AGENCY.search(source.strip()):
        domain = ".".join(host.rsplit(".", 3)[-3:])
        message = tr(
            "链接在 {domain}（{at}），来源却是{first_place}的机构",
            domain=domain,
            at=at,
            first_place=first_place(source),
        )
        yield _quoted(reading, FindingField.LINK, link, message, "")


def same_link(context: Context) -> Iterator[RuleHit]:
    """Yield articles whose address an earlier article has too."""
    seen: dict[str, str] = {}
    for article in context.issue.articles():
        link = canonical_link(article.link) if article.link.strip() else ""
        if link and link in seen:
            place = FindingLocation(where=article.uid, field=FindingField.LINK)
            message = tr("链接与“{seen}”的相同", seen=seen[link])
            yield RuleHit(place=place, message=message, evidence=article.link, subject=link)
        elif link:
            seen[link] = article.title.text


def _quoted(reading: ArticleTexts, field: FindingField, text: str, message: str, detail: str) -> RuleHit:
    span = (0, len(text))
    return RuleHit(place=reading.place(field), message=message, detail=detail, evidence=text, marks=(span,))


RULES = (
    ArticleRule(
        id="sources.missing", title=tr("没有来源"), level=Level.ERROR, check=no_source, why=tr("每篇文末印来源")
    ),
    ArticleRule(
        id="sources.no-link", title=tr("没有原文链接"), level=Level.WARNING, check=no_link, why=tr("读者扫码看原文")
    ),
    ArticleRule(id="sources.bad-link", title=tr("链接不完整"), level=Level.ERROR, check=bad_link),
    ArticleRule(
        id="sources.place",
        title=tr("来源不是本地机构"),
        level=Level.ERROR,
        check=other_place,
        why=tr("地方文件的来源应是当地机构"),
    ),
    ArticleRule(
        id="sources.host",
        title=tr("链接与来源不在一地"),
        level=Level.WARNING,
        check=other_host,
        why=tr("政府网站的域名按地区分"),
    ),
    IssueRule(
        id="sources.same-link",
        title=tr("两篇链接相同"),
        level=Level.WARNING,
        check=same_link,
        why=tr("一个链接只对应一篇原文"),
    ),
)
