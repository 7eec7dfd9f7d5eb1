"""The body of one article of a past issue."""

from collections.abc import Callable
from functools import partial

from editor.intake.past_issue.article_text import ArticleText
from editor.intake.past_issue.body_blocks import heading_of, paragraph_of, read_formed, read_object
from editor.intake.past_issue.body_facts import (
    read_byline,
    read_editor,
    read_link,
    read_source,
    read_subtitle,
    take_source,
)
from editor.intake.past_issue.body_figures import PICTURE_GAP, read_figure, read_table_lines, read_told_caption
from editor.intake.past_issue.forms import HEADINGS, NUMBERED, named_source
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.listed import read_list
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.runs import bold_runs
from editor.intake.past_issue.structure import PLAIN_LOOK, LineLook
from editor.model.body import Heading, Paragraph
from editor.text.characters import ends_sentence
from editor.text.joining import Whole, ends_twice
from editor.text.line_forms import is_row

_BROKEN_LENGTH = 30
_Reader = Callable[[ArticleText, Lines, int], int]
_FACTS: tuple[_Reader, ...] = (read_link, read_subtitle, read_byline, read_editor)


def read_body(lines: Lines, *, above: LineLook = PLAIN_LOOK, author: str = "") -> ArticleText:
    """Return the parts of an article from the lines after its title. above: the title's look; author: of the contents.

    Three blank lines or more mean a picture, unless the code's caption follows. A line 来源：X right after such a gap
    or beside a caption is the figure's source; elsewhere it is the article's.
    """
    text, at = ArticleText(author=author), 0
    while at < len(lines):
        at += _take(text, lines, at, above)
    text.blocks = [Paragraph(runs=bold_runs(str(part))) if isinstance(part, Whole) else part for part in text.parts]
    take_source(text)
    if author and not text.source:
        text.source, text.from_contents = author, True
    return text


def _take(text: ArticleText, lines: Lines, at: int, above: LineLook) -> int:
    """Read the part that begins at a line; return its number of lines."""
    readers: tuple[_Reader, ...] = (*_FACTS, read_figure, read_table_lines, _list, _text)
    if lines[at].form is not None:
        readers = (read_object, *_FACTS, read_source, partial(read_formed, above=above), _text)
    if lines[at].told is not None:
        return _told(text, lines, at)
    return next(count for read in readers if (count := read(text, lines, at)))


def _told(text: ArticleText, lines: Lines, at: int) -> int:
    """Take a line for what an editor said that it is."""
    line = lines[at]
    role = line.told or LineRole.TEXT
    if role is LineRole.CAPTION:
        return read_object(text, lines, at) or read_told_caption(text, lines, at)
    if role is LineRole.SOURCE:
        text.source = named_source(line.text) or line.text
    elif role is LineRole.SUBTITLE:
        text.subtitle += line.text
    elif role is LineRole.HEADING:
        level = _level(line.text) or 1
        heading = Heading(level=level, runs=bold_runs(line.text))
        text.parts.append(heading_of(line, level) if line.form else heading)
    else:
        text.parts.append(paragraph_of(line) if line.form else Whole(line.text))
    text.roles[line.number] = role
    return 1


def _list(text: ArticleText, lines: Lines, at: int) -> int:
    made, count = read_list(lines, at)
    if made is None:
        return 0
    text.parts.append(made)
    text.roles |= {line.number: LineRole.LIST for line in lines[at : at + count]}
    return count


def _text(text: ArticleText, lines: Lines, at: int) -> int:
    line = lines[at]
    if read_source(text, lines, at):
        return 1
    level, before = _level(line.text), text.open_text
    role = LineRole.TEXT
    if level and not ends_sentence(line.text):
        text.parts.append(Heading(level=level, runs=bold_runs(line.text)))
        role = LineRole.HEADING
    elif before and _continues(before, line):
        before.add(line.text)
    else:
        text.parts.append(Whole(line.text))
    text.roles[line.number] = role
    return 1


def _level(text: str) -> int:
    return next((level for level, form in enumerate(HEADINGS, 1) if form.match(text)), 0)


def _continues(before: Whole, line: SourceLine) -> bool:
    """Return whether a page break cut a paragraph: it is long and has no end of sentence, or a bracket is open.

    One that ends in a heading printed twice, as text taken out of a page has it, is whole.
    """
    if line.gap >= PICTURE_GAP or NUMBERED.match(line.text) or before.ends_sentence:
        return False
    if is_row(line.text) or is_row(before.tail):
        return False
    if before.is_open or before.tail.endswith(("，", "、")):
        return True
    return before.length >= _BROKEN_LENGTH and not ends_twice(before.tail)
