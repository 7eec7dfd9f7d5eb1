"""The commands that check an issue and list the rules of the checks."""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from editor.checks.finding import Finding, Level
from editor.checks.registry import RULES
from editor.checks.rule import GROUPS, Rule
from editor.checks.rule_sets import set_level
from editor.cli.command import OpenLibrary
from editor.cli.output import progress, show_json, show_message, warn
from editor.model.errors import UserError
from editor.model.rule_levels import RuleLevel, RuleSet

if TYPE_CHECKING:
    from editor.checks.run import Checked
    from editor.checks.waivers import Waived
    from editor.desk.printable_issue import PrintableIssue
    from editor.model.issue import Issue
    from editor.model.page_facts import PageFacts

_LEVELS = {RuleLevel.ERROR: "错误", RuleLevel.WARNING: "警告", RuleLevel.INFO: "提示", RuleLevel.OFF: "不查"}
_SEVERE = (Level.ERROR, Level.WARNING, Level.INFO)


def check(call: argparse.Namespace, open_library: OpenLibrary) -> None:
    """Print what the rules find in an issue. Raises UserError where errors stand."""
    from editor.desk.checking import check_whole, previous_issue
    from editor.desk.printable_issue import printable_issue

    with open_library(call.library) as library:
        printable = printable_issue(library, library.find(call.issue).uid)
        if call.rule_set:
            publication = replace(printable.publication, rule_set=RuleSet(call.rule_set))
            printable = replace(printable, publication=publication)
        facts, previous = page_facts(printable), previous_issue(library, printable.issue)
        checked = check_whole(printable, facts=facts, previous=previous, library=library)
    shown = _SEVERE[: _SEVERE.index(Level(call.level)) + 1]
    found = [one for one in checked.findings if one.level in shown]
    if call.json:
        show_json({"findings": list(map(_finding, found)), "waived": list(map(_waived, checked.waived))})
    else:
        _show(printable.issue, found, checked, facts)
    for rule in checked.failed:
        warn(f"规则“{rule.title}”出了错，没有查；其余照常。详情在运行记录里。")
    errors = sum(one.level is Level.ERROR for one in checked.findings)
    if errors:
        raise UserError(f"还有 {errors} 处错误，改正或放行以后才算通过。")


def page_facts(printable: "PrintableIssue") -> "PageFacts | None":
    """Set the pages, which some rules look at; where they cannot be set, say so and return None."""
    from editor.desk.printing import print_files

    with progress("排版"):
        try:
            return print_files(
                printable.issue,
                pictures=printable.pictures,
                fonts=printable.fonts,
                edition=printable.edition,
                word=False,
            ).facts
        except UserError as error:
            warn(str(error))
            return None


def list_rules(call: argparse.Namespace) -> None:
    """Print every rule, group by group; with --level only those of one, with --rule-set as one set has them."""
    rule_set = RuleSet(call.rule_set or RuleSet.BULLETIN)
    levels = {rule.id: set_level(rule, rule_set) for rule in RULES}
    chosen = [rule for rule in RULES if call.level in (None, levels[rule.id])]
    if call.json:
        show_json([_rule(rule, levels[rule.id]) for rule in chosen])
        return
    for group, name in GROUPS.items():
        rules = [rule for rule in chosen if rule.group == group]
        if rules:
            show_message(f"{name}（{len(rules)} 条）")
        for rule in rules:
            why = f"：{rule.why}" if rule.why else ""
            show_message(f"  {rule.id:<24}{_LEVELS[levels[rule.id]]}  {rule.title}{why}")


def _show(issue: "Issue", found: list[Finding], checked: "Checked", facts: "PageFacts | None") -> None:
    from editor.desk.checking import finding_headings

    headings = finding_headings(issue, facts)
    where = ""
    for one in found:
        heading = headings[one.place.where]
        if one.place.where != where:
            where = one.place.where
            show_message(f"{heading.folio} {heading.title}".strip())
        show_message("  ".join(_words(one, heading.name_of(one.place))))
    counts = Counter(one.level for one in found)
    said = "，".join(f"{_LEVELS[RuleLevel(level)]} {counts[level]} 处" for level in _SEVERE if counts[level])
    waived = f"；已放行 {len(checked.waived)} 处" if checked.waived else ""
    show_message((said or "没有发现问题") + waived)


def _words(one: Finding, place: str) -> Iterator[str]:
    yield f"  {_LEVELS[RuleLevel(one.level)]}"
    yield place
    yield one.message
    if one.evidence:
        yield f"“{one.evidence}”"
    if one.fix:
        yield f"→ {one.fix.shown}"
    yield f"[{one.rule}]"


def _finding(one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule,
        "level": one.level,
        "place": asdict(one.place),
        "message": one.message,
        "detail": one.detail,
        "evidence": one.evidence,
        "marks": one.marks,
        "fix": one.fix.shown if one.fix else None,
        "why": one.why,
    }


def _waived(one: "Waived") -> dict[str, object]:
    at = one.waiver.at.isoformat()
    return _finding(one.finding) | {"waived": {"name": one.waiver.name, "reason": one.waiver.reason, "at": at}}


def _rule(rule: Rule, level: RuleLevel) -> dict[str, str]:
    return {"id": rule.id, "group": rule.group, "level": level, "title": rule.title, "why": rule.why}
