"""Text replaced inside strings and runs: what is not replaced keeps its appearance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.model.body import Run, Text, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """text in place of the code points from start to end, where was stands; bold: sets it bold."""

    start: int
    end: int
    was: str
    text: str
    bold: bool = False


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """Return text with the splices that still find what they replace. splices: in order, not overlapping."""
    for one in reversed(splices):
        if text[one.start : one.end] == one.was:
            text = text[: one.start] + one.text + text[one.end :]
    return text


def spliced_runs(runs: Text, splices: Sequence[Splice]) -> Text:
    """Return runs with the same done to their plain text; new text looks like what it replaces or follows."""
    for one in reversed(splices):
        if plain(runs)[one.start : one.end] == one.was:
            runs = _joined((*_cut(runs, 0, one.start), *_new(runs, one), *_cut(runs, one.end, len(plain(runs)))))
    return runs


def _new(runs: Text, one: Splice) -> Iterator[Run]:
    like = next(iter(_cut(runs, one.start, max(one.end, one.start + 1))), None) if one.end > one.start else None
    like = like or next(iter(_cut(runs, one.start - 1, one.start)), Run(text=""))
    if one.text:
        yield replace(like, text=one.text, bold=like.bold or one.bold)


def _cut(runs: Text, start: int, end: int) -> Iterator[Run]:
    """Yield what of the runs lies between two places of their plain text."""
    at = 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            yield replace(run, text=piece)
        at += len(run.text)


def _joined(runs: Text) -> Text:
    """Return runs of one appearance beside each other as one."""
    made: list[Run] = []
    for run in runs:
        if made and replace(made[-1], text="") == replace(run, text=""):
            made[-1] = replace(run, text=made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)
