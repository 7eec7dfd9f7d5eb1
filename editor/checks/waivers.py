"""Findings that an editor waived, with a reason and a name."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from editor.checks.finding import Finding
from editor.model.waiver import Waiver


class WaiverScope(StrEnum):
    """One finding alone, or every finding of the rule with the same words in the issue or in all of its publication."""

    ONCE = "once"
    ISSUE = "issue"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A finding with the waiver that holds for it. lasting: it is one of the publication's."""

    finding: Finding
    waiver: Waiver
    lasting: bool = False


def waive(finding: Finding, *, reason: str, name: str, scope: WaiverScope, at: dt.datetime) -> Waiver:
    """Return the waiver of a finding. at: UTC."""
    key = finding.key if scope is WaiverScope.ONCE else finding.wide_key
    words = finding.meant if scope is WaiverScope.PUBLICATION and finding.can_last else ""
    return Waiver(rule=finding.rule, key=key, reason=reason, name=name, at=at, words=words)


def part(
    findings: Iterable[Finding], waivers: tuple[Waiver, ...], *, lasting: bool = False
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """Return the open findings and the waived ones. lasting: the waivers are the publication's."""
    held = {(waiver.rule, waiver.key): waiver for waiver in waivers}
    standing: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = held.get((finding.rule, finding.key)) or held.get((finding.rule, finding.wide_key)) if held else None
        if waiver:
            waived.append(Waived(finding=finding, waiver=waiver, lasting=lasting))
        else:
            standing.append(finding)
    return tuple(standing), tuple(waived)
