"""The rule sets 简报, 内部资料, 公文: what each has otherwise than its rules are declared, with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

from editor.checks.finding import Level
from editor.checks.registry import RULES
from editor.checks.rule import ArticleRule, IssueRule, PageRule, Rule
from editor.checks.rules.archive import SEEN_BEFORE
from editor.checks.rules.typos import BESIDE
from editor.model.language import tr
from editor.model.rule_levels import RuleLevel, RuleLevels, RuleSet

SET_NAMES = {RuleSet.BULLETIN: tr("简报"), RuleSet.INTERNAL: tr("内部资料"), RuleSet.OFFICIAL: tr("公文")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A rule's level in a set."""

    rule: str
    level: RuleLevel
    why: str


_ERROR, _WARNING, _OFF = RuleLevel.ERROR, RuleLevel.WARNING, RuleLevel.OFF
_ONLY_INTERNAL = tr("只有内部资料要印")
_REGULATION = tr("《内部资料性出版物管理办法》第十四条")
_FORM = tr("《党政机关公文格式》GB/T 9704")
_OTHERWISE: Mapping[RuleSet, tuple[Choice, ...]] = {
    RuleSet.BULLETIN: (Choice(rule="publication.internal", level=_OFF, why=_ONLY_INTERNAL),),
    RuleSet.INTERNAL: (
        Choice(rule="publication.internal", level=_ERROR, why=_REGULATION),
        Choice(rule="publication.imprint", level=_OFF, why=tr("已由“内部资料必须印明的内容”逐项查")),
        Choice(rule="credits.empty", level=_WARNING, why=_REGULATION),
    ),
    RuleSet.OFFICIAL: (
        Choice(rule="publication.internal", level=_OFF, why=_ONLY_INTERNAL),
        Choice(rule="sources.no-link", level=_OFF, why=tr("公文不印原文链接")),
        Choice(rule="titles.kind-twice", level=_WARNING, why=tr("《党政机关公文处理工作条例》第九条")),
        Choice(rule="text.salutation", level=_ERROR, why=_FORM),
        Choice(rule="names.number-zero", level=_ERROR, why=_FORM),
        Choice(rule="names.number-ordinal", level=_WARNING, why=_FORM),
        Choice(rule="names.number-year", level=_ERROR, why=_FORM),
        Choice(rule="names.number-order", level=_ERROR, why=_FORM),
        Choice(rule="names.number-brackets", level=_ERROR, why=_FORM),
        Choice(rule="names.unofficial", level=_WARNING, why=tr("机构名称用法定全称或规范简称")),
        Choice(rule="names.attachment", level=_WARNING, why=_FORM),
        Choice(rule="names.attachment-mark", level=_WARNING, why=_FORM),
        Choice(rule="numbers.marks", level=_WARNING, why=_FORM),
        Choice(rule="numbers.item-marks", level=_WARNING, why=_FORM),
        Choice(rule="dates.padded", level=_WARNING, why=_FORM),
        Choice(rule="dates.bare", level=_WARNING, why=_FORM),
        Choice(rule="dates.no-year", level=_WARNING, why=tr("公文里的日期写全年、月、日")),
    ),
}
_BY_RULE = {name: {choice.rule: choice for choice in choices} for name, choices in _OTHERWISE.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveRules:
    """The rules that run, at the level that counts. beside: those that are read beside typing."""

    articles: tuple[ArticleRule, ...]
    issues: tuple[IssueRule, ...]
    sheets: tuple[PageRule, ...]
    beside: tuple[ArticleRule, ...]


def set_level(rule: Rule, rule_set: RuleSet) -> RuleLevel:
    """Return the level that a set has for a rule."""
    choice = _BY_RULE[rule_set].get(rule.id)
    return choice.level if choice else RuleLevel(rule.level.value)


def set_reason(rule: Rule, rule_set: RuleSet) -> str:
    """Return why a set has a rule otherwise than declared, empty where it has not."""
    choice = _BY_RULE[rule_set].get(rule.id)
    return choice.why if choice else ""


def rule_level(rule: Rule, rule_set: RuleSet, levels: RuleLevels) -> RuleLevel:
    """Return the level that counts for a publication: its own, else the set's."""
    return dict(levels).get(rule.id) or set_level(rule, rule_set)


def titles_off(levels: RuleLevels) -> tuple[str, ...]:
    """Return what the rules are called that a publication itself has switched off."""
    off = {rule for rule, level in levels if level is RuleLevel.OFF}
    return tuple(rule.title for rule in RULES if rule.id in off)


@lru_cache(maxsize=8)
def active_rules(rule_set: RuleSet, levels: RuleLevels) -> ActiveRules:
    """Return the rules that a publication uses. levels: its own."""
    articles: list[ArticleRule] = []
    issues: list[IssueRule] = []
    sheets: list[PageRule] = []
    for rule in RULES:
        match _at_level(rule, rule_level(rule, rule_set, levels)):
            case ArticleRule() as one:
                articles.append(one)
            case IssueRule() as one:
                issues.append(one)
            case PageRule() as one:
                sheets.append(one)
            case None:
                pass
            case other:
                assert_never(other)
    slow = {rule.id for rule in (*BESIDE, SEEN_BEFORE)}
    return ActiveRules(
        articles=tuple(rule for rule in articles if rule.id not in slow),
        issues=tuple(issues),
        sheets=tuple(sheets),
        beside=tuple(rule for rule in articles if rule.id in slow),
    )


def _at_level(rule: Rule, level: RuleLevel) -> Rule | None:
    if level is RuleLevel.OFF:
        return None
    wanted = Level(level.value)
    return rule if rule.level is wanted else replace(rule, level=wanted)
