"""What is open before an issue is approved, as lines."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from editor.model.language import tr
from editor.model.note_edits import Noted
from editor.proof.finding import Finding, Level

_EMPTY_SECTION = "structure.empty-section"


class PointKind(StrEnum):
    """How a line stands."""

    OPEN = "open"
    PART = "part"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """A line. checks: the list of findings says more."""

    kind: PointKind
    words: str
    checks: bool = False


def open_points(
    findings: Sequence[Finding], notes: Sequence[Noted], *, changed: Collection[int], seen: Collection[int]
) -> tuple[OpenPoint, ...]:
    """Return the lines. changed: sheets that say or show something else than was read; seen: sheets looked at since."""
    return tuple(_points(findings, notes, changed, seen))


def _points(
    findings: Sequence[Finding], notes: Sequence[Noted], changed: Collection[int], seen: Collection[int]
) -> Iterator[OpenPoint]:
    errors = sum(one.level is Level.ERROR for one in findings)
    empty = sum(one.rule == _EMPTY_SECTION for one in findings)
    warnings = sum(one.level is Level.WARNING and one.rule != _EMPTY_SECTION for one in findings)
    if errors:
        yield OpenPoint(kind=PointKind.OPEN, words=tr("{n} 处错误未处理", n=errors), checks=True)
    if empty:
        yield OpenPoint(kind=PointKind.OPEN, words=tr("{n} 个栏目还没有文章", n=empty), checks=True)
    if warnings:
        yield OpenPoint(kind=PointKind.PART, words=tr("{n} 处警告未处理", n=warnings), checks=True)
    if changed:
        looked = sum(sheet in seen for sheet in changed)
        words = tr("{n} 页改动，看过 {looked} 页", n=len(changed), looked=looked)
        yield OpenPoint(kind=PointKind.DONE if looked == len(changed) else PointKind.PART, words=words)
    if notes:
        done = sum(not one.note.open for one in notes)
        words = tr("{n} 条批注，解决 {done} 条", n=len(notes), done=done)
        yield OpenPoint(kind=PointKind.DONE if done == len(notes) else PointKind.PART, words=words)
    if not errors and not empty and not warnings and not notes and not changed:
        yield OpenPoint(kind=PointKind.DONE, words=tr("没有未了的事"))
