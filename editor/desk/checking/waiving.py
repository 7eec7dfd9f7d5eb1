"""Adds and removes waivers: of an issue, and of a publication for all its issues."""

from dataclasses import replace

from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.publication import Publication
from editor.model.waiver import Waiver


def add_waiver(issue: Issue, waiver: Waiver) -> Issue:
    """Return the issue with a waiver, replacing an older one with its key. Raises UserError without reason or name."""
    return _with(issue, _added(issue.archive.waivers, waiver))


def drop_waiver(issue: Issue, waiver: Waiver) -> Issue:
    """Return the issue without a waiver."""
    return _with(issue, tuple(one for one in issue.archive.waivers if one != waiver))


def add_lasting(publication: Publication, waiver: Waiver) -> Publication:
    """Return the publication with a waiver for all its issues; see `add_waiver`.

    Raises UserError also where no words are meant that could come again.
    """
    if not waiver.words:
        raise UserError(tr("这一条说的不是哪几个字，没法长期放行；请只放行这一处，或改规则的设置。"))
    return replace(publication, waivers=_added(publication.waivers, waiver))


def drop_lasting(publication: Publication, waiver: Waiver) -> Publication:
    """Return the publication without a waiver."""
    return replace(publication, waivers=tuple(one for one in publication.waivers if one != waiver))


def _added(waivers: tuple[Waiver, ...], waiver: Waiver) -> tuple[Waiver, ...]:
    if not waiver.reason.strip():
        raise UserError(tr("请写一句放行的理由，日后查得到。"))
    if not waiver.name.strip():
        raise UserError(tr("放行要留姓名，请先填写姓名再放行。"))
    return (*(one for one in waivers if (one.rule, one.key) != (waiver.rule, waiver.key)), waiver)


def _with(issue: Issue, waivers: tuple[Waiver, ...]) -> Issue:
    return replace(issue, archive=replace(issue.archive, waivers=waivers))
