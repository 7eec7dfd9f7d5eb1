"""All rules, in the order in which findings of one place are listed."""

from typing import assert_never

from editor.checks.rule import ArticleRule, IssueRule, PageRule, Rule
from editor.checks.rules import (
    agreement,
    calendar,
    changes,
    cleaned,
    contacts,
    counted,
    dates,
    digits,
    document_numbers,
    ends,
    expressions,
    fields,
    figures,
    glyphs,
    grammar,
    leftovers,
    links,
    lists,
    marks,
    names,
    nesting,
    numbers,
    occasions,
    offices,
    pages,
    pairs,
    persons,
    phrases,
    plans,
    ranks,
    reach,
    references,
    registered,
    roles,
    scripts,
    signs,
    slips_of_pen,
    sources,
    structure,
    sums,
    table_sums,
    tables,
    titles,
    typos,
    units,
    wholes,
    wording,
)

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *titles.RULES,
    *names.RULES,
    *persons.RULES,
    *offices.RULES,
    *document_numbers.RULES,
    *expressions.RULES,
    *sources.RULES,
    *links.RULES,
    *registered.RULES,
    *ranks.RULES,
    *figures.RULES,
    *references.RULES,
    *tables.RULES,
    *table_sums.RULES,
    *glyphs.RULES,
    *pairs.RULES,
    *marks.RULES,
    *cleaned.RULES,
    *signs.RULES,
    *ends.RULES,
    *lists.RULES,
    *nesting.RULES,
    *scripts.RULES,
    *leftovers.RULES,
    *wording.RULES,
    *typos.RULES,
    *typos.BESIDE,
    *slips_of_pen.RULES,
    *phrases.RULES,
    *grammar.RULES,
    *units.RULES,
    *digits.RULES,
    *dates.RULES,
    *calendar.RULES,
    *occasions.RULES,
    *plans.RULES,
    *numbers.RULES,
    *counted.RULES,
    *sums.RULES,
    *wholes.RULES,
    *agreement.RULES,
    *changes.RULES,
    *contacts.RULES,
    *reach.RULES,
    *fields.RULES,
    *roles.RULES,
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
