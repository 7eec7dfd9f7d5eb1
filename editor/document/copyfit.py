"""How many characters to cut so that an article takes fewer lines."""

from math import ceil

from editor.document.measure import display_width
from editor.model.block_kinds import is_object
from editor.model.block_texts import block_texts
from editor.model.body import Block


def characters_to_cut(blocks: tuple[Block, ...], lines: int, *, chars: int, indent: int) -> int | None:
    """Return the fewest characters to cut for so many lines less, None where the text has no such lines.

    chars: a line; indent: em of a first line. The last line of a paragraph costs what stands in it, others a whole one.
    """
    costs = sorted(cost for block in blocks for text in _prose(block) for cost in _costs(text, chars, indent))
    return sum(costs[:lines]) if len(costs) >= lines else None


def _prose(block: Block) -> tuple[str, ...]:
    return () if is_object(block) else block_texts(block)


def _costs(text: str, chars: int, indent: int) -> list[int]:
    width = display_width(text) + indent
    full = max(0, ceil(width / chars) - 1)
    return [max(1, ceil(width - full * chars)), *[chars] * (full - 1)] if full else []
