"""Figures without their pictures, and tables written as text, with captions, sources and notes in any order."""

from dataclasses import replace

from editor.intake.past_issue.article_text import ArticleText
from editor.intake.past_issue.forms import CAPTION, named_source
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.tables import captioned_table
from editor.model.block_kinds import as_figure
from editor.model.body import Figure
from editor.text.characters import ends_sentence

PICTURE_GAP = 3
_LONGEST_CAPTION = 60


def read_figure(text: ArticleText, lines: Lines, at: int) -> int:
    """Read a figure without its picture: a gap in the text, a caption, with their source before or behind them."""
    line = lines[at]
    gap = line.gap >= PICTURE_GAP and at > 0
    if _is_caption(line) or (gap and _is_figures_source(line)):
        return _captioned(text, lines, at)
    if at + 1 < len(lines) and _is_figures_source(line) and _is_caption(lines[at + 1]):
        return _captioned(text, lines, at)
    if gap:
        text.parts.append(Figure())
    return 0


def read_table_lines(text: ArticleText, lines: Lines, at: int) -> int:
    """Read a table with the caption above and the note below it."""
    table, roles = captioned_table(lines, at)
    if table is None:
        return 0
    text.parts.append(table)
    text.roles |= roles
    return len(roles)


def read_told_caption(text: ArticleText, lines: Lines, at: int) -> int:
    """Read a line that an editor called a caption: of what stands below, of the figure above, of a missing one."""
    return read_table_lines(text, lines, at) or _captioned(text, lines, at) or _own_caption(text, lines[at])


def _own_caption(text: ArticleText, line: SourceLine) -> int:
    last = as_figure(text.last_block)
    if last and not last.caption:
        text.parts[-1] = replace(last, caption=line.text)
    else:
        text.parts.append(Figure(caption=line.text))
    text.roles[line.number] = LineRole.CAPTION
    return 1


def _captioned(text: ArticleText, lines: Lines, at: int) -> int:
    """Read caption and source of a figure in any order; both may stand alone."""
    caption, source, count = "", "", 0
    for line in lines[at : at + 2]:
        if count and line.gap >= PICTURE_GAP:
            break
        named = named_source(line.text) if _is_figures_source(line) else ""
        if named and not source:
            source = named
            text.roles[line.number] = LineRole.SOURCE
        elif _is_caption(line) and not caption:
            caption = line.text
            text.roles[line.number] = LineRole.CAPTION
        else:
            break
        count += 1
    if count:
        text.parts.append(Figure(caption=caption, source=source))
    return count


def _is_caption(line: SourceLine) -> bool:
    if line.told is not None:
        return line.told is LineRole.CAPTION
    short = len(line.text) <= _LONGEST_CAPTION
    return bool(CAPTION.match(line.text)) and short and not ends_sentence(line.text.rstrip("）)"))


def _is_figures_source(line: SourceLine) -> bool:
    """Return whether a line may be a figure's source; one in brackets is the article's."""
    return line.told is None and bool(named_source(line.text)) and not line.text.startswith(("（", "("))
