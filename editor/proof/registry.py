"""All rules, in the order in which findings of one place are listed."""

from editor.proof.rule import ArticleRule, IssueRule, PageRule, Rule
from editor.proof.rules import (
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
    titles,
    wording,
)

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *titles.RULES,
    *names.RULES,
    *sources.RULES,
    *registered.RULES,
    *figures.RULES,
    *glyphs.RULES,
    *pairs.RULES,
    *marks.RULES,
    *wording.RULES,
    *dates.RULES,
    *numbers.RULES,
    *contacts.RULES,
    *pages.RULES,
)
ARTICLE_RULES = tuple(rule for rule in RULES if isinstance(rule, ArticleRule))
ISSUE_RULES = tuple(rule for rule in RULES if isinstance(rule, IssueRule))
PAGE_RULES = tuple(rule for rule in RULES if isinstance(rule, PageRule))
