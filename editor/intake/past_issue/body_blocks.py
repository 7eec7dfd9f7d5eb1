"""Lines of a file with structure become blocks: pictures and tables with their words, lists, heads, looks kept."""

from dataclasses import replace

from editor.intake.past_issue.article_text import ArticleText
from editor.intake.past_issue.forms import CAPTION, TABLE_CAPTION, TABLE_NOTE, named_source
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.structure import LineLook
from editor.model.block_kinds import as_figure, as_items, as_table, is_heading, is_text
from editor.model.body import Block, Heading, Paragraph, Text, text_of
from editor.text.characters import ends_sentence
from editor.text.line_forms import heading_level

_LONGEST_CAPTION, _LONGEST_NOTE = 60, 200
# lines with words of an object above or below it
_BESIDE = 2


def read_object(text: ArticleText, lines: Lines, at: int) -> int:
    """Read a picture or a table, its caption, source or note above and below it."""
    start = next((place for place in range(at, min(at + _BESIDE + 1, len(lines))) if lines[place].of_object), None)
    above = lines[at:start] if start is not None else ()
    if start is None or not all(map(_is_words, above)):
        return 0
    form = lines[start].form
    block = form.block if form else None
    if block is None or (above and not _fits_above(block, lines, start)):
        return 0
    end = start + 1
    while end < len(lines) and lines[end].of_object and _goes_on(lines[end]):
        end += 1
    role = LineRole.TABLE if as_table(block) else LineRole.PICTURE
    text.roles |= {line.number: role for line in lines[start:end]}
    for line in above:
        block = _with_words(text, block, line) or block
    while end < len(lines) and end < start + _most(lines, start) and (made := _with_words(text, block, lines[end])):
        block, end = made, end + 1
    text.parts.append(block)
    text.objects.add(block.uid)
    return end - at


def read_formed(text: ArticleText, lines: Lines, at: int, *, above: LineLook) -> int:
    """Read a line as what its file says that it is. above: the look of the article's title."""
    line = lines[at]
    if line.form is None or line.form.block is None:
        return 0
    block = _ranked(line.form.block, line, above)
    items, last = as_items(block), as_items(text.last_block)
    role = LineRole.TEXT
    if items and last and line.form.joins and last.ordered == items.ordered:
        text.parts[-1] = replace(last, items=(*last.items, *items.items))
        role = LineRole.LIST
    else:
        text.parts.append(block)
        role = LineRole.LIST if items else LineRole.HEADING if is_heading(block) else role
    text.roles[line.number] = role
    return 1


def runs_of_line(line: SourceLine) -> Text:
    """Return the runs of a line with its looks, links and notes; of a text its characters."""
    block = line.form.block if line.form and not line.of_object else None
    return block.runs if block and is_text(block) else text_of(line.text)


def _ranked(block: Block, line: SourceLine, above: LineLook) -> Block:
    """Return a heading at the level that it has below the article's title."""
    level = line.form.look.level if line.form else 0
    if not is_heading(block) or not level or heading_level(line.text):
        return block
    return replace(block, level=min(max(level - above.level, 1), 3))


def _goes_on(line: SourceLine) -> bool:
    return line.form is not None and line.form.block is None


def _most(lines: Lines, start: int) -> int:
    """Return how many lines from an object's first one may be its own or its words."""
    rows = 1
    while start + rows < len(lines) and lines[start + rows].of_object and _goes_on(lines[start + rows]):
        rows += 1
    return rows + _BESIDE


def _is_words(line: SourceLine) -> bool:
    return line.told in (None, LineRole.CAPTION) and (_is_caption(line) or _is_source(line))


def _is_caption(line: SourceLine) -> bool:
    if line.told is not None:
        return line.told is LineRole.CAPTION
    if line.form and line.form.declared is not None:
        return line.form.declared is LineRole.CAPTION
    named = CAPTION.match(line.text) or TABLE_CAPTION.match(line.text)
    return bool(named) and len(line.text) <= _LONGEST_CAPTION and not ends_sentence(line.text.rstrip("）)"))


def _is_source(line: SourceLine) -> bool:
    return line.told is None and bool(named_source(line.text)) and not line.text.startswith(("（", "("))


def _fits_above(block: Block, lines: Lines, start: int) -> bool:
    """Return whether words above an object are its own: a table's are; a figure's where none stand below."""
    if as_table(block):
        return True
    return start + 1 >= len(lines) or not _is_caption(lines[start + 1])


def _with_words(text: ArticleText, block: Block, line: SourceLine) -> Block | None:
    """Return an object with a line's words, None where the line is none of it."""
    table, figure = as_table(block), as_figure(block)
    made: Block | None = None
    role = LineRole.CAPTION
    if table:
        if _is_caption(line) and not table.caption and not CAPTION.match(line.text):
            made = replace(table, caption=line.text)
        elif not table.note and _is_note(line):
            made, role = replace(table, note=line.text), LineRole.TABLE
    elif figure and _is_caption(line) and not figure.caption and not TABLE_CAPTION.match(line.text):
        made = replace(figure, caption=line.text)
    elif figure and _is_source(line) and not figure.source:
        made, role = replace(figure, source=named_source(line.text)), LineRole.SOURCE
    if made is not None:
        text.roles[line.number] = role
    return made


def _is_note(line: SourceLine) -> bool:
    if line.told is not None or line.of_object:
        return False
    declared = line.form is not None and line.form.declared is LineRole.TABLE
    return declared or (len(line.text) <= _LONGEST_NOTE and bool(TABLE_NOTE.match(line.text)))


def heading_of(line: SourceLine, level: int) -> Block:
    """Return the heading that an editor called a line."""
    return Heading(level=level, runs=runs_of_line(line))


def paragraph_of(line: SourceLine) -> Block:
    """Return a line as a paragraph with its looks."""
    return Paragraph(runs=runs_of_line(line))
