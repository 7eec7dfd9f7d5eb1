"""Runs of flat texts: the runs of several blocks in one text with line feeds, and blocks made from it again."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from editor.model.block_kinds import as_items, is_text
from editor.model.body import Block, Paragraph, Run, Text, plain
from editor.model.runs import PLAIN, normal, part, with_text
from editor.model.uid import new_uid

_Blocks = tuple[Block, ...]
_BREAK = Run(text="\n")


def lines_of(blocks: _Blocks) -> tuple[Text, ...]:
    """Return the texts of paragraphs, or the items of a list."""
    made: list[Text] = []
    for block in blocks:
        items = as_items(block)
        if items:
            made += items.items
        elif is_text(block):
            made.append(block.runs)
        else:
            raise TypeError("neither a text nor a list")
    return tuple(made)


def flat_runs(lines: Iterable[Text]) -> Text:
    """Return lines as one text."""
    made: list[Run] = []
    for number, line in enumerate(lines):
        made += (_BREAK, *line) if number else line
    return tuple(made)


def split_runs(text: Text) -> tuple[Text, ...]:
    """Return the lines of a flat text."""
    lines: list[list[Run]] = [[]]
    for run in text:
        first, *rest = run.text.split("\n")
        lines[-1].append(with_text(run, first))
        lines += ([with_text(run, words)] for words in rest)
    return tuple(normal(tuple(line)) for line in lines)


def same_look(before: Text, after: Text, spans: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> bool:
    """Return whether equal words have the same appearance. spans: in both texts (code points)."""
    if all(_is_plain(run) for run in (*before, *after)):
        return True
    return all(part(before, *old) == part(after, *new) for old, new in spans)


def line_starts(lines: Sequence[Text]) -> list[int]:
    """Return where each line begins in the flat text."""
    return [0, *accumulate(len(plain(line)) + 1 for line in lines)][: len(lines)]


def line_at(starts: Sequence[int], place: int) -> int:
    """Return the line of a place in the flat text; the place right before a line feed belongs to the line it ends."""
    return max(bisect_right(starts, place) - 1, 0)


def dressed(like: Block, runs: Text, uid: str) -> Block:
    """Return a text as a block of the same kind as another one."""
    return replace(like, runs=runs, uid=uid) if is_text(like) else Paragraph(runs=runs, uid=uid)


def with_identities(texts: Sequence[Text], origins: Sequence[int | None], own: _Blocks, like: Block) -> _Blocks:
    """Return lines as blocks; each keeps the identity of the own block that its first own character comes from.

    origins: for every character and line feed the index of the own block that it comes from, None for others.
    """
    taken: dict[int, int] = {}
    at = 0
    for number, text in enumerate(texts):
        length = len(plain(text))
        free = (one for one in origins[at : at + length + 1] if one is not None and one not in taken.values())
        found = next(free, None)
        if found is not None:
            taken[number] = found
        at += length + 1
    rest = [one for one in range(len(own)) if one not in taken.values()]
    for number in range(len(texts)):
        if number not in taken and rest:
            taken[number] = rest.pop(0)
    uids = [own[taken[number]].uid if number in taken else new_uid() for number in range(len(texts))]
    return tuple(dressed(like, text, uid) for text, uid in zip(texts, uids, strict=True))


def _is_plain(run: Run) -> bool:
    return not run.footnote and replace(run, text="") == PLAIN
