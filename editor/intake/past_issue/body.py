"""The body of one article of a past issue."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from editor.intake.past_issue.forms import CAPTION, CARD, HEADINGS, NUMBERED, SOURCE_LINE, SUBTITLE
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.listed import read_list
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.runs import bold_runs, marked
from editor.intake.past_issue.tables import captioned_table
from editor.model.block_kinds import as_figure, as_paragraph
from editor.model.body import Block, Figure, Heading, Paragraph
from editor.text.characters import ends_sentence
from editor.text.joining import Whole, ends_twice
from editor.text.line_forms import is_row

PICTURE_GAP = 3
_BROKEN_LENGTH = 30
_SOURCE_END = re.compile(
    r"[（(]\s*(?:资料|信息|文章)?来源\s*[:：]\s*([^（()）]+(?:[（(][^（()）]*[）)][^（()）]*)?)\s*[）)]\s*$"
)
_LINK = re.compile(r"^(?:([^:：\s]{2,8}[:：]?)\s*)?[<＜]?\s*(https?://[^\s<>＜＞]+)\s*[>＞]?$")


@dataclass(slots=True)
class ArticleText:
    """An article's text. parts: its blocks, unfinished paragraphs among them while reading; link_label: as printed.

    roles: what each line was taken for, by its number.
    """

    parts: list[Block | Whole] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    subtitle: str = ""
    source: str = ""
    link: str = ""
    link_label: str = ""
    link_caption: str = ""
    roles: dict[int, LineRole] = field(default_factory=dict)


def read_body(lines: Lines) -> ArticleText:
    """Return the parts of an article from the lines after its title.

    Three blank lines or more mean a picture, unless the code's caption follows. A line 来源：X right after such a gap
    or beside a caption is the figure's source; elsewhere it is the article's.
    """
    text, at = ArticleText(), 0
    while at < len(lines):
        at += _take(text, lines, at)
    text.blocks = [Paragraph(runs=bold_runs(str(part))) if isinstance(part, Whole) else part for part in text.parts]
    _take_source(text)
    return text


def _take(text: ArticleText, lines: Lines, at: int) -> int:
    """Read the part that begins at a line; return its number of lines."""
    line = lines[at]
    readers: tuple[Callable[[ArticleText, Lines, int], int], ...] = (_told, _link, _subtitle, _figure, _table, _list)
    for read in readers if line.told is not None else readers[1:]:
        count = read(text, lines, at)
        if count:
            return count
    _take_text(text, line)
    return 1


def _told(text: ArticleText, lines: Lines, at: int) -> int:
    """Take a line for what an editor said that it is."""
    line = lines[at]
    role = line.told or LineRole.TEXT
    source = SOURCE_LINE.match(line.text)
    if role is LineRole.SOURCE:
        text.source = (source[1] or source[2]) if source else line.text
    elif role is LineRole.SUBTITLE:
        text.subtitle += line.text
    elif role is LineRole.HEADING:
        text.parts.append(Heading(level=_level(line.text) or 1, runs=bold_runs(line.text)))
    elif role is LineRole.CAPTION:
        return _table(text, lines, at) or _captioned(text, lines, at) or _own_caption(text, line)
    else:
        text.parts.append(Whole(line.text))
    text.roles[line.number] = role
    return 1


def _own_caption(text: ArticleText, line: SourceLine) -> int:
    last = as_figure(_last_block(text))
    if last and not last.caption:
        text.parts[-1] = replace(last, caption=line.text)
    else:
        text.parts.append(Figure(caption=line.text))
    text.roles[line.number] = LineRole.CAPTION
    return 1


def _link(text: ArticleText, lines: Lines, at: int) -> int:
    line, left = lines[at], len(lines) - at
    link = _LINK.match(line.text)
    if link and not text.link:
        text.link_label, text.link = link[1] or "", link[2]
    elif _is_card(line.text, left=left):
        text.link_caption = text.link_caption or line.text
        if text.link_caption != line.text:
            return 0
    else:
        return 0
    text.roles[line.number] = LineRole.LINK
    return 1


def _is_card(line: str, *, left: int) -> bool:
    """Return whether a line is the code's caption. left: lines from it to the article's end."""
    return (
        left <= 3 and len(line) <= 40 and bool(CARD.search(line)) and line[-1] not in "，、" and not ends_sentence(line)
    )


def _subtitle(text: ArticleText, lines: Lines, at: int) -> int:
    line = lines[at]
    if text.parts or text.subtitle or not SUBTITLE.match(line.text) or len(line.text) > 60 or line.text[-1] in "。；":
        return 0
    text.subtitle = line.text
    text.roles[line.number] = LineRole.SUBTITLE
    return 1


def _figure(text: ArticleText, lines: Lines, at: int) -> int:
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


def _captioned(text: ArticleText, lines: Lines, at: int) -> int:
    """Read caption and source of a figure in any order; both may stand alone."""
    caption, source, count = "", "", 0
    for line in lines[at : at + 2]:
        if count and line.gap >= PICTURE_GAP:
            break
        match = SOURCE_LINE.match(line.text) if _is_figures_source(line) else None
        if match and not source:
            source = match[1] or match[2]
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
    return bool(CAPTION.match(line.text)) and len(line.text) <= 60 and not ends_sentence(line.text.rstrip("）)"))


def _is_figures_source(line: SourceLine) -> bool:
    """Return whether a line may be a figure's source; one in brackets is the article's."""
    return line.told is None and bool(SOURCE_LINE.match(line.text)) and not line.text.startswith(("（", "("))


def _table(text: ArticleText, lines: Lines, at: int) -> int:
    table, roles = captioned_table(lines, at)
    if table is None:
        return 0
    text.parts.append(table)
    text.roles |= roles
    return len(roles)


def _list(text: ArticleText, lines: Lines, at: int) -> int:
    made, count = read_list(lines, at)
    if made is None:
        return 0
    text.parts.append(made)
    text.roles |= {line.number: LineRole.LIST for line in lines[at : at + count]}
    return count


def _take_text(text: ArticleText, line: SourceLine) -> None:
    source = SOURCE_LINE.match(line.text)
    level = _level(line.text)
    last = text.parts[-1] if text.parts else None
    role = LineRole.TEXT
    if source and len(line.text) <= 60 and not text.source:
        text.source, role = source[1] or source[2], LineRole.SOURCE
    elif level and not ends_sentence(line.text):
        text.parts.append(Heading(level=level, runs=bold_runs(line.text)))
        role = LineRole.HEADING
    elif isinstance(last, Whole) and _continues(last, line):
        last.add(line.text)
    else:
        text.parts.append(Whole(line.text))
    text.roles[line.number] = role


def _level(text: str) -> int:
    return next((level for level, form in enumerate(HEADINGS, 1) if form.match(text)), 0)


def _last_block(text: ArticleText) -> Block:
    last = text.parts[-1] if text.parts else Paragraph()
    return Paragraph() if isinstance(last, Whole) else last


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


def _take_source(text: ArticleText) -> None:
    """Take the source at the end of the last paragraph out of it, as the article's source."""
    for at in range(len(text.blocks) - 1, -1, -1):
        block = as_paragraph(text.blocks[at])
        if block:
            whole = marked(block.runs)
            match = _SOURCE_END.search(whole)
            if match and not text.source:
                text.source = match[1].strip()
                _shorten(text, at, whole[: match.start()])
            return


def _shorten(text: ArticleText, at: int, rest: str) -> None:
    if rest.strip():
        text.blocks[at] = Paragraph(runs=bold_runs(rest))
    else:
        del text.blocks[at]


def source_of_line(line: str) -> str:
    """Return the source that a whole line names, e.g. （来源：X）; empty for another line."""
    match = SOURCE_LINE.match(line)
    return (match[1] or match[2]) if match else ""


def source_at_end(text: str) -> tuple[str, int]:
    """Return the source in brackets at the end of a text, and where it begins; empty and the length for none."""
    match = _SOURCE_END.search(text)
    return (match[1].strip(), match.start()) if match else ("", len(text))


def link_of_line(line: str) -> str:
    """Return the address that a whole line is, with or without a label before it; empty for another line."""
    match = _LINK.match(line)
    return match[2] if match else ""


def is_card_line(line: str) -> bool:
    """Return whether a line is what stands beside a code to scan, e.g. 扫码阅读原文."""
    return _is_card(line, left=1)
