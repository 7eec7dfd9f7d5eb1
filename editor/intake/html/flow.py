"""Containers that collect blocks while HTML is read, and what they become when they are closed."""

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from editor.intake.html.lists import Part, gathered
from editor.model.block_kinds import as_paragraph, is_text
from editor.model.block_texts import block_parts, is_own, is_printed
from editor.model.body import Block, ChartKind, ColumnAlignment, Quote, Run, Text, plain, text_of
from editor.model.runs import normal
from editor.text.characters import ends_sentence, is_full_width


class FlowKind(Enum):
    """What a flow is the inside of."""

    BODY = auto()
    QUOTE = auto()
    LIST = auto()
    ITEM = auto()
    TABLE = auto()
    CELL = auto()
    FIGURE = auto()
    CAPTION = auto()
    CITE = auto()


@dataclass(slots=True, eq=False)
class Cell:
    """A cell as it came. head: a th; columns, rows: how far it spans; side: how its text is aligned.

    layout: whether a table for layout was dissolved in it.
    """

    blocks: list[Block] = field(default_factory=list)
    head: bool = False
    columns: int = 1
    rows: int = 1
    foot: bool = False
    layout: bool = False
    side: ColumnAlignment = ColumnAlignment.AUTO


@dataclass(slots=True)
class Flow:
    """Parts in order; items of a list are texts. source: what a caption names as the picture's origin.

    chart: the kind of chart whose figures are inside.
    """

    place: FlowKind
    parts: list[Part] = field(default_factory=list)
    ordered: bool = False
    start: int = 1
    caption: Text = ()
    source: str = ""
    cell: Cell | None = None
    chart: ChartKind | None = None

    @property
    def blocks(self) -> list[Block]:
        """The parts as blocks."""
        return [part for part in gathered(self.parts) if not isinstance(part, tuple)]


def one_text(blocks: list[Block]) -> Text:
    """Return the text of blocks as one line of runs."""
    made: list[Run] = []
    for where, text in (part for block in blocks for part in block_parts(block)):
        if is_own(where) and is_printed(where, plain(text)):
            made.extend((*_between(made, text), *text))
    return normal(tuple(made))


def quoted(blocks: list[Block]) -> list[Block]:
    """Return the blocks with quotations for paragraphs."""
    return list(map(_quoted, blocks))


def _quoted(block: Block) -> Block:
    paragraph = as_paragraph(block)
    return Quote(runs=paragraph.runs) if paragraph else block


def item_parts(blocks: list[Block]) -> list[Block | Text]:
    """Return an item's blocks as texts of items, with lists, figures and tables between them."""
    made: list[Block | Text] = []
    lines: list[Block] = []
    for block in (*blocks, None):
        if block and is_text(block):
            lines.append(block)
            continue
        made.extend([one_text(lines)] if lines else [])
        made.extend([block] if block else [])
        lines = []
    return made


def plain_heading(text: Text) -> Text:
    """Return a heading's runs; bold throughout says nothing there."""
    if all(run.bold or not run.text.strip() for run in text):
        return normal(tuple(replace(run, bold=False) for run in text))
    return text


def _between(before: list[Run], following: Text) -> Text:
    """Return the separator of two lines that are joined: nothing after the end of a sentence, else a blank."""
    left, right = before[-1].text[-1:] if before else "", plain(following)[:1]
    close = not left or not right or (is_full_width(left) and ends_sentence(left))
    return () if close else text_of(" ")
