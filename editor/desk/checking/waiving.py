"""Adds and removes waivers."""

from dataclasses import replace

from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.waiver import Waiver


def add_waiver(issue: Issue, waiver: Waiver) -> Issue:
    """Return the issue with a waiver, replacing an older one with its key. Raises UserError without reason or name."""
    if not waiver.reason.strip():
        raise UserError(tr("请写一句放行的理由，日后查得到。"))
    if not waiver.name.strip():
        raise UserError(tr("放行要留姓名，请先填写姓名再放行。"))
    kept = tuple(one for one in issue.archive.waivers if (one.rule, one.key) != (waiver.rule, waiver.key))
    return _with(issue, (*kept, waiver))


def drop_waiver(issue: Issue, waiver: Waiver) -> Issue:
    """Return the issue without a waiver."""
    return _with(issue, tuple(one for one in issue.archive.waivers if one != waiver))


def _with(issue: Issue, waivers: tuple[Waiver, ...]) -> Issue:
    return replace(issue, archive=replace(issue.archive, waivers=waivers))
