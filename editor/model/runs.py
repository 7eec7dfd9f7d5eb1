"""Cutting, replacing and marking runs. Positions are code points; a span outside the text raises ValueError."""

from dataclasses import replace
from itertools import groupby
from typing import TypedDict, Unpack

from editor.model.body import Run, Script, Text, plain

PLAIN = Run(text="")


class Marks(TypedDict, total=False):
    """The attributes of runs that a command sets; those left out stay as they are."""

    bold: bool
    italic: bool
    script: Script
    link: str


def normal(text: Text) -> Text:
    """Return the same text without empty runs and with equal neighbours made one."""
    groups = (tuple(group) for _, group in groupby((run for run in text if run.text), key=_look))
    return tuple(run for group in groups for run in ((with_text(group[0], plain(group)),) if _joins(group) else group))


def with_text(look: Run, text: str) -> Run:
    """Return text in the appearance of a run; spelt out, since `replace` takes four times as long.

    A footnote goes along with its anchor, never to other text.
    """
    note = look.footnote if text == look.text else ""
    return Run(text=text, bold=look.bold, italic=look.italic, script=look.script, link=look.link, footnote=note)


def _joins(group: Text) -> bool:
    return len(group) > 1 and not group[0].footnote


def _look(run: Run) -> tuple[bool, bool, Script, str, str]:
    return run.bold, run.italic, run.script, run.link, run.footnote


def part(text: Text, start: int, end: int) -> Text:
    """Return the runs from start to end."""
    _check(text, start, end)
    made, at = [], 0
    for run in text:
        cut = run.text[max(start - at, 0) : max(end - at, 0)]
        if cut:
            made.append(with_text(run, cut))
        at += len(run.text)
    return normal(tuple(made))


def replace_span(text: Text, start: int, end: int, new: str | Text) -> Text:
    """Return text with new in place of start to end.

    A string takes the appearance of the first character it replaces; inserted, that of typed text (`typing_look`).
    """
    _check(text, start, end)
    if isinstance(new, str):
        first = part(text, start, start + 1) if start < end else ()
        new = (with_text(first[0] if first else typing_look(text, start), new),)
    return normal((*part(text, 0, start), *new, *part(text, end, len(plain(text)))))


def typing_look(text: Text, at: int) -> Run:
    """Return the appearance of text typed there: as the character before, at the start as the one after.

    Text typed inside a link belongs to it, text typed right behind it does not.
    """
    before, after = part(text, max(at - 1, 0), at), part(text, at, min(at + 1, len(plain(text))))
    look = with_text((before or after or (PLAIN,))[0], "")
    inside = before and after and before[0].link == after[0].link
    return look if inside else replace(look, link="")


def apply_mark(text: Text, start: int, end: int, **marks: Unpack[Marks]) -> Text:
    """Return text with the marks set from start to end, e.g. bold=True."""
    marked = tuple(replace(run, **marks) for run in part(text, start, end))
    return replace_span(text, start, end, marked)


def _check(text: Text, start: int, end: int) -> None:
    length = len(plain(text))
    if not 0 <= start <= end <= length:
        raise ValueError(f"no span of a text of {length} characters: {start} to {end}")
