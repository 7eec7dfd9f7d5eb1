"""Printed content, and the hashes that revisions carry."""

import hashlib
from dataclasses import replace

from editor.interchange.codec import encode
from editor.model.article import Article, ArticleArchive
from editor.model.credit_filling import filled_credits
from editor.model.issue import Issue, IssueArchive


def printed(issue: Issue) -> Issue:
    """Return the issue without its archive metadata: what the pages depend on."""
    sections = tuple(
        replace(section, articles=tuple(map(printed_article, section.articles))) for section in issue.sections
    )
    return replace(issue, sections=sections, credits=filled_credits(issue), archive=IssueArchive())


def printed_article(article: Article) -> Article:
    """Return the article without its archive metadata."""
    return replace(article, archive=ArticleArchive())


def issue_content(issue: Issue) -> bytes:
    """Return the canonical JSON of what an issue prints; it can be decoded as an Issue."""
    return encode(printed(issue))


def content_hash(value: Article | Issue) -> str:
    """Return the sha256 (hex) of the canonical JSON of the printed content."""
    content = printed_article(value) if isinstance(value, Article) else printed(value)
    return hashlib.sha256(encode(content)).hexdigest()
