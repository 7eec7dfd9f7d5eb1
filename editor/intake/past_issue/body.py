"""The body of one article of a past issue."""

import re
from dataclasses import dataclass, field

from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.tables import is_table_line, read_table
from editor.model.block_kinds import as_paragraph
from editor.model.body import Block, Figure, Heading, ItemList, Paragraph, Run, Text
from editor.text.characters import ends_sentence
from editor.text.joining import Whole

PICTURE_GAP = 3
_BROKEN_LENGTH = 30
_SOURCE_LINE = re.compile(r"^[（(]?\s*(?:资料|信息|文章)?来源\s*[:：]\s*(.+?)\s*[）)]?$")
_SOURCE_END = re.compile(
    r"[（(]\s*(?:资料|信息|文章)?来源\s*[:：]\s*([^（()）]+(?:[（(][^（()）]*[）)][^（()）]*)?)\s*[）)]\s*$"
)
_CAPTION = re.compile(r"^图\s*\d+")
_CARD = re.compile(r"二维码|扫码|扫一扫|阅读(或下载)?(全文|原文)|下载(全文|原文件)|查看(全文|原文)")
_LINK = re.compile(r"^(?:([^:：\s]{2,8}[:：]?)\s*)?[<＜]?\s*(https?://[^\s<>＜＞]+)\s*[>＞]?$")
_HEADINGS = (
    re.compile(r"^[一二三四五六七八九十]{1,3}、[^。；！？]{1,28}$"),
    re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)][^。；！？]{1,28}$"),
)
_NUMBERED = re.compile(
    r"^(?:[（(]?\d{1,2}[）).、．]|[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十]+[，、])"
)
_BULLET = re.compile(r"^[•●■◆▪]\s*(.+)$|^[-·]\s+(.+)$")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(slots=True)
class ArticleText:
    """An article's text. parts: its blocks, unfinished paragraphs among them while reading; link_label: as printed."""

    parts: list[Block | Whole] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    source: str = ""
    link: str = ""
    link_label: str = ""
    link_caption: str = ""


def read_body(lines: Lines) -> ArticleText:
    """Return the parts of an article from the lines after its title.

    Three blank lines or more mean a picture, unless the code's caption follows. A line 来源：X right after such a gap
    is the figure's source; elsewhere it is the article's.
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
    link = _LINK.match(line.text)
    if link and not text.link:
        text.link_label, text.link = link[1] or "", link[2]
        return 1
    if _is_card(line.text, left=len(lines) - at):
        text.link_caption = text.link_caption or line.text
        return 1
    if line.gap >= PICTURE_GAP and at and _take_figure(text, line):
        return 1
    for read in (_take_table, _take_list):
        count = read(text, lines, at)
        if count:
            return count
    _take_text(text, line)
    return 1


def _is_card(line: str, *, left: int) -> bool:
    """Return whether a line is the code's caption. left: lines from it to the article's end."""
    return left <= 3 and len(line) <= 40 and bool(_CARD.search(line)) and not ends_sentence(line)


def _take_figure(text: ArticleText, line: SourceLine) -> bool:
    """Add a figure without its picture; return whether the line is its caption or source."""
    source = _SOURCE_LINE.match(line.text)
    own = source is not None and not line.text.startswith(("（", "("))
    if own and source:
        text.parts.append(Figure(source=source[1]))
        return True
    if _CAPTION.match(line.text):
        text.parts.append(Figure(caption=line.text))
        return True
    text.parts.append(Figure())
    return False


def _take_table(text: ArticleText, lines: Lines, at: int) -> int:
    end = at
    while end < len(lines) and is_table_line(lines[end].text) and (end == at or lines[end].gap == 0):
        end += 1
    count = end - at
    table = read_table([line.text for line in lines[at:end]]) if count > 1 else None
    if table is None:
        return 0
    text.parts.append(table)
    return count


def _take_list(text: ArticleText, lines: Lines, at: int) -> int:
    items: list[Text] = []
    for line in (lines[place] for place in range(at, len(lines))):
        match = _BULLET.match(line.text)
        if match is None:
            break
        items.append(bold_runs(match[1] or match[2]))
    if items:
        text.parts.append(ItemList(items=tuple(items)))
    return len(items)


def _take_text(text: ArticleText, line: SourceLine) -> None:
    source = _SOURCE_LINE.match(line.text)
    level = next((level for level, form in enumerate(_HEADINGS, 1) if form.match(line.text)), 0)
    last = text.parts[-1] if text.parts else None
    if source and len(line.text) <= 60:
        text.source = source[1]
    elif level and not ends_sentence(line.text):
        text.parts.append(Heading(level=level, runs=bold_runs(line.text)))
    elif isinstance(last, Whole) and _continues(last, line):
        last.add(line.text)
    else:
        text.parts.append(Whole(line.text))


def _continues(before: Whole, line: SourceLine) -> bool:
    """Return whether a page break cut a paragraph: it is long and has no end of sentence, or a bracket is open."""
    if line.gap >= PICTURE_GAP or _NUMBERED.match(line.text) or before.ends_sentence:
        return False
    return before.length >= _BROKEN_LENGTH or before.is_open


def _take_source(text: ArticleText) -> None:
    """Take the source at the end of the last paragraph out of it, as the article's source."""
    for at in range(len(text.blocks) - 1, -1, -1):
        block = as_paragraph(text.blocks[at])
        if block:
            whole = _marked(block.runs)
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
    match = _SOURCE_LINE.match(line)
    return match[1] if match else ""


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


def bold_runs(text: str) -> Text:
    """Return text with **marked** parts as bold runs; marks without a partner stay as they are."""
    runs: list[Run] = []
    for place, part in enumerate(_BOLD.split(text)):
        if part:
            runs.append(Run(text=part, bold=place % 2 == 1))
    return tuple(runs)


def _marked(runs: Text) -> str:
    return "".join(f"**{run.text}**" if run.bold else run.text for run in runs)
