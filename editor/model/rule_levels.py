"""Which rules of the checks a publication uses, and how severe their findings are to it."""

from enum import StrEnum


class RuleSet(StrEnum):
    """What kind of publication it is to the checks: 简报, 内部资料 (《内部资料性出版物管理办法》), 公文 (GB/T 9704)."""

    BULLETIN = "bulletin"
    INTERNAL = "internal"
    OFFICIAL = "official"


class RuleLevel(StrEnum):
    """How severe a rule's findings are, or that it does not run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


RuleLevels = tuple[tuple[str, RuleLevel], ...]
"""Levels by the rule's id, sorted; other than the rule set has them. An id that this program does not know stays."""


def with_rule_level(levels: RuleLevels, rule: str, level: RuleLevel | None) -> RuleLevels:
    """Return levels with another one for a rule. level: None for what the rule set has."""
    others = [(one, own) for one, own in levels if one != rule]
    return tuple(sorted((*others, (rule, level)) if level else others))
