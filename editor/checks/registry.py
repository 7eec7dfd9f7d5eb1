"""All rules, in the order in which findings of one place are listed."""

from typing import assert_never

from editor.checks.rule import ArticleRule, IssueRule, PageRule, Rule
from editor.checks.rules import (
    contacts,
    dates,
    figures,
    glyphs,
    marks,
    names,
    numbers,
    pages,
    pairs,
    registered,
    sources,
    structure,
    tables,
    titles,
    typos,
    wording,
)

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *titles.RULES,
    *names.RULES,
    *sources.RULES,
    *registered.RULES,
    *figures.RULES,
    *tables.RULES,
    *glyphs.RULES,
    *pairs.RULES,
    *marks.RULES,
    *wording.RULES,
    *typos.RULES,
    *typos.BESIDE,
    *dates.RULES,
    *numbers.RULES,
    *contacts.RULES,
    *pages.RULES,
)


def _by_kind() -> tuple[tuple[ArticleRule, ...], tuple[IssueRule, ...], tuple[PageRule, ...]]:
    articles: list[ArticleRule] = []
    issues: list[IssueRule] = []
    sheets: list[PageRule] = []
    for rule in RULES:
        match rule:
            case ArticleRule():
                if rule not in typos.BESIDE:
                    articles.append(rule)
            case IssueRule():
                issues.append(rule)
            case PageRule():
                sheets.append(rule)
            case _:
                assert_never(rule)
    return tuple(articles), tuple(issues), tuple(sheets)


ARTICLE_RULES, ISSUE_RULES, PAGE_RULES = _by_kind()
