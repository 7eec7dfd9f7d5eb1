"""Running the rules: changed articles are checked again, results of the others are reused."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from editor.checks.context import ArticleTexts, Context, RuleSetting, Sheets, read_article
from editor.checks.doubted import Doubted
from editor.checks.finding import Finding, RuleHit
from editor.checks.registry import RULES
from editor.checks.rule import PageRule, Rule
from editor.checks.rule_sets import ActiveRules, active_rules
from editor.checks.seen import SeenBefore
from editor.checks.waivers import Waived, part
from editor.model.article import Article
from editor.model.issue import Issue
from editor.model.page_facts import PageFacts

_LOG = logging.getLogger(__name__)
_FRONT = ("cover", "credits", "contents")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleResult:
    """What the rules found in one article; valid as long as article, section and setting are the same."""

    reading: ArticleTexts
    findings: tuple[Finding, ...]
    failed: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A run. findings, waived: in printed order; pending: rules that wait for pages; results: by article.

    doubted: what the reader of typing errors has found so far, None before its first reading; seen: what the library
    told of articles printed before, None before it was asked; failed: rules that raised, which is a bug of theirs: the
    log says more.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    pending: tuple[PageRule, ...]
    results: Mapping[str, ArticleResult] = field(default_factory=dict)
    doubted: Doubted | None = None
    seen: SeenBefore | None = None
    failed: tuple[Rule, ...] = ()


def run(
    issue: Issue,
    setting: RuleSetting,
    *,
    previous: Issue | None = None,
    facts: PageFacts | None = None,
    before: Checked | None = None,
) -> Checked:
    """Check an issue. before: the previous run, whose results are reused for unchanged articles; its doubts stay."""
    known = before.results if before else {}
    results = {
        article.uid: _article(article, section.name, setting, known.get(article.uid))
        for section in issue.sections
        for article in section.articles
    }
    context = Context(
        issue=issue,
        readings=tuple(result.reading for result in results.values()),
        setting=setting,
        previous=previous,
    )
    active = active_rules(setting.rule_set, setting.rule_levels)
    found = [finding for result in results.values() for finding in result.findings]
    failed = [rule for result in results.values() for rule in result.failed]
    found += _of_issue(active, context, failed)
    doubted = before.doubted if before else None
    if doubted:
        found += _at_levels(doubted.findings(issue), active.beside)
    seen = before.seen if before else None
    if seen:
        found += _at_levels(seen.findings(issue), active.beside)
    if facts:
        found += _of_pages(active, Sheets(facts=facts, readings=context.readings), failed)
    standing, waived = part(_ordered(found, issue), issue.archive.waivers)
    return Checked(
        findings=standing,
        waived=waived,
        pending=() if facts else active.sheets,
        results=results,
        doubted=doubted,
        seen=seen,
        failed=tuple(dict.fromkeys(failed)),
    )


def _of_issue(active: ActiveRules, context: Context, failed: list[Rule]) -> Iterator[Finding]:
    for rule in active.issues:
        yield from _findings(rule, partial(rule.check, context), failed)


def _of_pages(active: ActiveRules, sheets: Sheets, failed: list[Rule]) -> Iterator[Finding]:
    for rule in active.sheets:
        yield from _findings(rule, partial(rule.check, sheets), failed)


def _at_levels(found: Iterable[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """Return findings of these rules at their level: when they were read it may have been another."""
    levels = {rule.id: rule.level for rule in rules}
    return [replace(one, level=levels[one.rule]) for one in found if one.rule in levels]


def _article(article: Article, section: str, setting: RuleSetting, known: ArticleResult | None) -> ArticleResult:
    if known and _is_read(known.reading, article, section, setting):
        return known
    reading = read_article(article, setting, section=section)
    failed: list[Rule] = []
    found: list[Finding] = []
    for rule in active_rules(setting.rule_set, setting.rule_levels).articles:
        found += _findings(rule, partial(rule.check, reading), failed)
    return ArticleResult(reading=reading, findings=tuple(found), failed=tuple(failed))


def _findings(rule: Rule, check: Callable[[], Iterable[RuleHit]], failed: list[Rule]) -> tuple[Finding, ...]:
    """Return what a rule finds; of one that raises nothing counts, and the others run on."""
    try:
        return rule.signed(check())
    except Exception:  # noqa: BLE001 - whatever a rule of ours raises, the others count
        _LOG.exception("rule %s failed", rule.id)
        failed.append(rule)
        return ()


def _is_read(reading: ArticleTexts, article: Article, section: str, setting: RuleSetting) -> bool:
    return reading.article is article and reading.section == section and reading.setting == setting


def _ordered(found: list[Finding], issue: Issue) -> list[Finding]:
    """Sort by printed place; findings of one place stay in the registry's order."""
    places = {where: number for number, where in enumerate(_wheres(issue))}
    rules = {rule.id: number for number, rule in enumerate(RULES)}
    # pages may have been set before an article was removed
    there = [one for one in found if one.place.where in places]
    return sorted(there, key=lambda one: (places[one.place.where], rules[one.rule]))


def _wheres(issue: Issue) -> Iterator[str]:
    yield from _FRONT
    for section in issue.sections:
        yield section.uid
        yield from (article.uid for article in section.articles)
    yield "back"
