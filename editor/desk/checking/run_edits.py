"""Replaces text inside strings and runs; the rest keeps its appearance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.model.body import Run, Text, plain
from editor.model.runs import PLAIN, part, replace_span, with_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """Replacement of the code points from start to end, which must be was, by text; bold: sets it bold."""

    start: int
    end: int
    was: str
    text: str
    bold: bool = False


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Return text with those splices applied whose was is still there. splices: in order, not overlapping."""
    for one in reversed(splices):
        if text[one.start : one.end] == one.was:
            text = text[: one.start] + one.text + text[one.end :]
    return text


def spliced_runs(runs: Text, splices: Sequence[Splice]) -> Text:
    """Return runs with their plain text changed like that; new text looks like what it replaces or follows."""
    for one in reversed(splices):
        if plain(runs)[one.start : one.end] == one.was:
            runs = replace_span(runs, one.start, one.end, (_new(runs, one),))
    return runs


def _new(runs: Text, one: Splice) -> Run:
    """Return the new text as a run; inserted at the very beginning it is plain."""
    start, end = (one.start, one.start + 1) if one.end > one.start else (max(one.start - 1, 0), one.start)
    like = with_text((part(runs, start, end) or (PLAIN,))[0], one.text)
    return replace(like, bold=True) if one.bold else like
