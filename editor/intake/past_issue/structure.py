"""A past issue's lines as a file with structure has them: what each line is by itself, and what it looks like."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from editor.intake.manuscript import IncomingPicture
from editor.intake.past_issue.reading_types import LineRole
from editor.model.block_kinds import as_figure, as_table
from editor.model.body import Block, Paragraph, Table, Text

PICTURE = "［图片］"
"""The line that stands for a picture."""


class LineLook(NamedTuple):
    """What a line looks like. level: of the file's heading, 0 for none; size: in the file's own unit."""

    declared: bool = False
    level: int = 0
    size: float = 0
    strong: bool = False
    centred: bool = False


PLAIN_LOOK = LineLook()
_FRAMED = LineLook(strong=True, centred=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineForm:
    """What a line is in its file. block: by itself, None for one that goes on with the object above.

    of_object: it belongs to a picture or a table; joins: an item of the list above; declared: caption, source or
    subtitle, where the file says so.
    """

    block: Block | None
    look: LineLook = PLAIN_LOOK
    of_object: bool = False
    joins: bool = False
    declared: LineRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormedLine:
    """A line as it is shown, without line breaks, with what it is."""

    text: str
    form: LineForm


@dataclass(frozen=True, slots=True, kw_only=True)
class FormedText:
    """A file's lines in order. pictures: of its figures, by their uid; messages: what was left out, whole sentences."""

    lines: tuple[FormedLine, ...]
    pictures: tuple[IncomingPicture, ...] = ()
    messages: tuple[str, ...] = ()


def object_lines(block: Block) -> Iterator[FormedLine]:
    """Yield the lines of a picture or a table: a caption, a source and a note are lines of their own."""
    table, figure = as_table(block), as_figure(block)
    if table and _is_frame(table):
        # a frame around words, as sections on a bar have it, is no table
        for runs in (one for row in table.grid() for one in row):
            yield FormedLine(text=words_of(runs), form=LineForm(block=Paragraph(runs=runs), look=_FRAMED))
    elif table:
        yield from _words(table.caption, LineRole.CAPTION)
        rows = (*((table.head,) if table.head else ()), *table.rows)
        held: Block | None = replace(table, caption="", note="")
        for row in rows:
            yield FormedLine(text=_row(row), form=LineForm(block=held, of_object=True))
            held = None
        yield from _words(table.note, LineRole.TABLE)
    elif figure:
        yield FormedLine(text=PICTURE, form=LineForm(block=replace(figure, caption="", source=""), of_object=True))
        yield from _words(figure.caption, LineRole.CAPTION)
        yield from _words(figure.source and f"来源：{figure.source}", LineRole.SOURCE)
    else:
        yield FormedLine(text=PICTURE, form=LineForm(block=block, of_object=True))


def _is_frame(table: Table) -> bool:
    grid = table.grid()
    cells = [cell for row in grid for cell in row]
    return len(grid) == 1 and len(cells) == 1 and bool(words_of(cells[0])) and not table.caption and not table.note


def words_of(runs: Text) -> str:
    """Return a text as one line, without the signs of footnotes."""
    return " ".join("".join(run.text for run in runs if not run.footnote).split())


def _words(words: str, role: LineRole) -> Iterator[FormedLine]:
    if words.strip():
        yield FormedLine(text=" ".join(words.split()), form=LineForm(block=None, declared=role))


def _row(cells: tuple[Text, ...]) -> str:
    row = "\t".join(map(words_of, cells))
    return row if row.strip() else "—"
