"""Edits of a block's printed text: each of its strings, which line feeds separate there, is edited by itself."""

from collections.abc import Sequence
from dataclasses import replace

from editor.desk.checking.run_edits import Splice, spliced_runs
from editor.model.block_texts import block_parts, is_printed, with_parts
from editor.model.body import Block, Text, plain


def edited_block(block: Block, splices: Sequence[Splice]) -> Block:
    """Return the block with splices applied (positions in its printed text); those across strings are not."""
    if not splices:
        return block
    made: list[Text] = []
    start = 0
    for field, runs in block_parts(block):
        text = plain(runs)
        if is_printed(field, text):
            made.append(spliced_runs(runs, _inside(splices, start, start + len(text))))
            start += len(text) + 1
        else:
            made.append(runs)
    return with_parts(block, made)


def _inside(splices: Sequence[Splice], start: int, end: int) -> list[Splice]:
    """Return the splices of one string, counted from its own beginning."""
    return [
        replace(one, start=one.start - start, end=one.end - start)
        for one in splices
        if start <= one.start and one.end <= end
    ]
