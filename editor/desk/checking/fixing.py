"""Applies fixes to an issue. Edits of what has changed since are not applied."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from editor.checks.finding import (
    AltText,
    ArticleEdit,
    BlockRemoval,
    ChangedName,
    Edit,
    FigureWidth,
    Finding,
    FindingField,
    IssueEdit,
    RepeatedName,
    TextEdit,
)
from editor.desk.checking.block_edits import edited_block
from editor.desk.checking.run_edits import Splice, spliced
from editor.desk.checking.whole_edits import edited_article, edited_issue
from editor.model.article import Article, Title
from editor.model.issue import Issue

_Edits = Sequence[TextEdit]


def apply_fixes(issue: Issue, findings: Iterable[Finding]) -> Issue:
    """Return the issue with the findings fixed; of overlapping edits only the first is applied.

    Articles without edits stay the same objects.
    """
    wanted = _sorted(edit for finding in findings if finding.fix for edit in finding.fix.edits)
    if wanted.texts or wanted.articles:
        sections = tuple(
            replace(section, articles=tuple(_fixed(one, wanted) for one in section.articles))
            for section in issue.sections
        )
        issue = replace(issue, sections=sections)
    headline = _title(issue.headline, wanted.texts.get("cover", ()), FindingField.HEADLINE)
    issue = issue if headline == issue.headline else replace(issue, headline=headline)
    return edited_issue(issue, wanted.issue)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Edits by what they change. texts, articles: by the place's `where`."""

    texts: dict[str, list[TextEdit]] = field(default_factory=lambda: defaultdict(list))
    articles: dict[str, list[ArticleEdit]] = field(default_factory=lambda: defaultdict(list))
    issue: list[IssueEdit] = field(default_factory=list)


def _sorted(edits: Iterable[Edit]) -> _Wanted:
    wanted = _Wanted()
    for edit in edits:
        match edit:
            case TextEdit():
                wanted.texts[edit.place.where].append(edit)
            case BlockRemoval() | AltText() | FigureWidth():
                wanted.articles[edit.article].append(edit)
            case RepeatedName() | ChangedName():
                wanted.issue.append(edit)
            case _:
                assert_never(edit)
    return wanted


def _fixed(article: Article, wanted: _Wanted) -> Article:
    # whole edits first: they name what they change by its text as it was
    for edit in wanted.articles.get(article.uid, ()):
        article = edited_article(article, edit)
    return _article(article, wanted.texts.get(article.uid, ()))


def _article(article: Article, edits: _Edits) -> Article:
    if not edits:
        return article
    blocks = tuple(
        edited_block(block, _splices([edit for edit in edits if edit.place.block == block.uid]))
        for block in article.blocks
    )
    own = [edit for edit in edits if not edit.place.block]
    changed = replace(
        article,
        title=_title(article.title, own, FindingField.TITLE),
        contents_title=_text(article.contents_title, own, FindingField.CONTENTS_TITLE),
        subtitle=_text(article.subtitle, own, FindingField.SUBTITLE),
        source=_text(article.source, own, FindingField.SOURCE),
        link=_text(article.link, own, FindingField.LINK),
        blocks=blocks,
    )
    return article if changed == article else changed


def _text(text: str, edits: _Edits, field: FindingField) -> str:
    return spliced(text, _splices([edit for edit in edits if edit.place.field is field]))


def _title(title: Title, edits: _Edits, field: FindingField) -> Title:
    """Move the line breaks with the characters before them."""
    own = [edit for edit in edits if edit.place.field is field]
    splices = _splices(own)
    text = spliced(title.text, splices)
    ends = {_span(edit)[1] for edit in own if edit.breaks and title.text[slice(*_span(edit))] == edit.was}
    breaks = {*title.breaks, *ends}
    moved = (len(spliced(title.text[:at], [one for one in splices if one.end <= at])) for at in breaks)
    return Title(text=text, breaks=tuple(sorted({at for at in moved if 0 < at < len(text)})))


def _splices(edits: _Edits) -> list[Splice]:
    """Return the edits of one text in order, without overlapping ones."""
    kept: list[Splice] = []
    for edit in sorted(edits, key=_span):
        start, end = _span(edit)
        if not kept or (start >= kept[-1].end and (start, end) != (kept[-1].start, kept[-1].end)):
            kept.append(Splice(start=start, end=end, was=edit.was, text=edit.text, bold=edit.bold))
    return kept


def _span(edit: TextEdit) -> tuple[int, int]:
    return edit.place.span or (0, len(edit.was))
