"""The command that lists the rules of the checks, with level and reason."""

from editor.checks.finding import Level
from editor.checks.registry import RULES
from editor.checks.rule import GROUPS, Rule
from editor.cli.output import show_json, show_message

_LEVELS = {Level.ERROR: "错误", Level.WARNING: "提醒", Level.INFO: "提示"}


def list_rules(*, level: str | None, as_json: bool) -> None:
    """Print every rule, group by group. level: only those of one."""
    chosen = [rule for rule in RULES if level in (None, rule.level)]
    if as_json:
        show_json(list(map(_row, chosen)))
        return
    for group, name in GROUPS.items():
        rules = [rule for rule in chosen if rule.group == group]
        if rules:
            show_message(f"{name}（{len(rules)} 条）")
        for rule in rules:
            why = f"：{rule.why}" if rule.why else ""
            show_message(f"  {rule.id:<24}{_LEVELS[rule.level]}  {rule.title}{why}")


def _row(rule: Rule) -> dict[str, str]:
    return {"id": rule.id, "group": rule.group, "level": rule.level, "title": rule.title, "why": rule.why}
