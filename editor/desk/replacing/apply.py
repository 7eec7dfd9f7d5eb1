"""Replaces chosen hits. Hits whose text has changed, or that equal the replacement, are skipped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from editor.desk.replacing.hits import SearchHit
from editor.model.article import Article, Title
from editor.model.article_texts import article_texts, with_texts
from editor.model.block_texts import TextField, TextLocation
from editor.model.body import Text, plain
from editor.model.issue import Issue
from editor.model.runs import replace_span
from editor.model.workspace import Workspace
from editor.text.anchors import follow_article

Grouped = dict[TextLocation, list[SearchHit]]


def replaced(article: Article, hits: Iterable[SearchHit], replacement: str) -> Article:
    """Return the article with the hits in it replaced; the same object when none applies.

    The replacement has the appearance of the first character it replaces; addresses of links stay.
    """
    chosen = _grouped(hit for hit in hits if hit.article == article.uid)
    title = _retitled(article.title, chosen.pop(TextLocation(TextField.TITLE), []), replacement)
    changes = (
        (location, text, _edited(text, chosen[location], replacement))
        for location, text in article_texts(article)
        if location in chosen
    )
    new = {location: after for location, before, after in changes if after is not before}
    if not new and title is article.title:
        return article
    return follow_article(article, with_texts(replace(article, title=title), new))


def replaced_issue(issue: Issue, hits: Iterable[SearchHit], replacement: str) -> Issue:
    """Return the issue with the hits in it replaced; parts without hits stay the same objects."""
    by_article: dict[str, list[SearchHit]] = defaultdict(list)
    for hit in hits:
        if hit.issue == issue.uid:
            by_article[hit.article].append(hit)
    sections = tuple(
        replace(
            section, articles=tuple(replaced(one, by_article.get(one.uid, ()), replacement) for one in section.articles)
        )
        if any(one.uid in by_article for one in section.articles)
        else section
        for section in issue.sections
    )
    headline = _retitled(issue.headline, by_article.get("", []), replacement)
    return replace(issue, headline=headline, sections=sections)


def replaced_workspace(space: Workspace, hits: Iterable[SearchHit], replacement: str) -> Workspace:
    """Return the workspace with the hits in its issue and in 待编 replaced."""
    chosen = tuple(hits)
    pending = tuple(replaced(one, chosen, replacement) for one in space.drawer.pending)
    issue = replaced_issue(space.issue, chosen, replacement)
    return replace(space, issue=issue, drawer=replace(space.drawer, pending=pending))


def _grouped(hits: Iterable[SearchHit]) -> Grouped:
    groups: Grouped = {}
    for hit in hits:
        groups.setdefault(hit.location, []).append(hit)
    return groups


def _edited(text: Text, hits: list[SearchHit], replacement: str) -> Text:
    for hit in _standing(plain(text), hits, replacement):
        text = replace_span(text, hit.start, hit.end, replacement)
    return text


def _standing(text: str, hits: list[SearchHit], replacement: str) -> Iterator[SearchHit]:
    """Yield the hits to replace, not overlapping, last first, so that earlier positions stay valid."""
    behind = len(text)
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        if hit.end <= behind and text[hit.start : hit.end] == hit.found != replacement:
            behind = hit.start
            yield hit


def _retitled(title: Title, hits: list[SearchHit], replacement: str) -> Title:
    """Return the title with hits replaced; breaks move with the text, those inside replaced text are dropped."""
    text, breaks = title.text, title.breaks
    for hit in _standing(title.text, hits, replacement):
        text = text[: hit.start] + replacement + text[hit.end :]
        shift = len(replacement) - (hit.end - hit.start)
        breaks = tuple(at if at <= hit.start else at + shift for at in breaks if not hit.start < at < hit.end)
    if text == title.text:
        return title
    return Title(text=text, breaks=tuple(sorted({at for at in breaks if 0 < at < len(text)})))
