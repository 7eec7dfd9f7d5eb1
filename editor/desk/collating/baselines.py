"""Galleys to compare with: printed ones, what was handed in, what was read."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from editor.desk.ports import Library
from editor.interchange.canonical import content_hash, printed
from editor.model.errors import UserError
from editor.model.galley import Galley, KeptGalley
from editor.model.issue import Issue
from editor.model.language import tr


class BaselineKind(StrEnum):
    """How an issue stood on paper, or before somebody's eyes."""

    GALLEY = "galley"
    SUBMITTED = "submitted"
    READ = "read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """An issue as somebody had it in hand. number: from 1, 0 for a reading; at: UTC; hash: of its printed content."""

    kind: BaselineKind
    number: int
    name: str
    at: dt.datetime
    hash: str

    @property
    def words(self) -> str:
        """What it is, as said in lists."""
        return {
            BaselineKind.GALLEY: tr("第 {number} 次纸样", number=self.number),
            BaselineKind.SUBMITTED: tr("第 {number} 次送审", number=self.number),
            BaselineKind.READ: tr("上次审读"),
        }[self.kind]


def galley_of(issue: Issue, *, number: int, name: str, at: dt.datetime) -> KeptGalley:
    """Return an issue as it stands, to be kept as a galley. at: UTC."""
    galley = Galley(issue=issue.uid, number=number, name=name, at=at, hash=content_hash(issue))
    return KeptGalley(galley=galley, content=printed(issue))


def next_number(library: Library, uid: str) -> int:
    """Return the number of the next galley of an issue, from 1."""
    return max((one.number for one in library.galleys.listed(uid)), default=0) + 1


def baselines(library: Library, uid: str) -> tuple[Baseline, ...]:
    """Return what an issue can be compared with, the newest first."""
    # imported where it is asked: it brings the review
    from editor.desk.review.readings import readings

    printed_ones = [
        Baseline(kind=BaselineKind.GALLEY, number=one.number, name=one.name, at=one.at, hash=one.hash)
        for one in library.galleys.listed(uid)
    ]
    handed_in = [
        Baseline(kind=BaselineKind.SUBMITTED, number=one.number, name=one.name, at=one.at, hash=one.content)
        for one in readings(library, uid)
    ]
    last = library.readings.last(uid)
    read = [Baseline(kind=BaselineKind.READ, number=0, name=last.reader, at=last.at, hash=last.hash)] if last else []
    return tuple(sorted((*printed_ones, *handed_in, *read), key=lambda one: one.at, reverse=True))


def usual(found: tuple[Baseline, ...], issue: Issue) -> Baseline | None:
    """Return what an issue is compared with unless somebody chooses: the newest that prints something else."""
    now = content_hash(issue)
    return next((one for one in found if one.hash != now), found[0] if found else None)


def issue_then(library: Library, uid: str, baseline: Baseline) -> Issue:
    """Return the printed content of a baseline. Raises UserError where it is not there any more."""
    from editor.desk.review.readings import read_then, readings

    found: Issue | None = None
    match baseline.kind:
        case BaselineKind.GALLEY:
            kept = [one for one in library.galleys.listed(uid) if (one.at, one.hash) == (baseline.at, baseline.hash)]
            found = library.galleys.content(kept[0]) if kept else None
        case BaselineKind.SUBMITTED:
            handed_in = [one for one in readings(library, uid) if one.number == baseline.number]
            found = read_then(library, handed_in[0]) if handed_in else None
        case BaselineKind.READ:
            last = library.readings.last(uid)
            found = last.issue if last and last.hash == baseline.hash else None
    if found is None:
        raise UserError(tr("{words}的内容不在刊库里了，无从核对；请选另一次。", words=baseline.words))
    return found
