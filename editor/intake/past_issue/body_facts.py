"""Source, link and subtitle of an article, on lines of their own or at the end of its text."""

import re

from editor.intake.past_issue.article_text import ArticleText
from editor.intake.past_issue.body_blocks import runs_of_line
from editor.intake.past_issue.forms import SUBTITLE
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.model.block_kinds import as_paragraph
from editor.model.body import Paragraph, plain
from editor.model.runs import part
from editor.text.fact_lines import address_of_line, is_card_line, source_at_end

_LONGEST_SUBTITLE = 60
_CALLED = re.compile(r"(?:点击)?(?:查看|阅读)?(?:原文|网页)?(?:链接|地址|网址|原文)?\s*[:：]?")
# lines from an article's end that may stand beside a code to scan
_BESIDE = 3


def read_link(text: ArticleText, lines: Lines, at: int) -> int:
    """Read the address of the article, or what stands beside the code that leads there."""
    line, left = lines[at], len(lines) - at
    label, address = address_of_line(line.text)
    if not address and line.form is not None:
        label, address = _linked(line)
    if address and text.link in ("", address):
        text.link_label, text.link = text.link_label or label, address
    elif left <= _BESIDE and is_card_line(line.text) and text.link_caption in ("", line.text):
        text.link_caption = line.text
    else:
        return 0
    text.roles[line.number] = LineRole.LINK
    return 1


def _linked(line: SourceLine) -> tuple[str, str]:
    """Return label and address of a line whose words only name what they lead to, e.g. 原文链接."""
    links = {run.link for run in runs_of_line(line) if run.text.strip(" ：:")}
    address = next(iter(links)) if len(links) == 1 and _CALLED.fullmatch(line.text) else ""
    return (line.text, address) if address else ("", "")


def read_subtitle(text: ArticleText, lines: Lines, at: int) -> int:
    """Read the line with a dash below the title."""
    line = lines[at]
    long = len(line.text) > _LONGEST_SUBTITLE or line.text[-1] in "。；"
    declared = line.form is not None and line.form.declared is LineRole.SUBTITLE
    if text.parts or text.subtitle or not (declared or SUBTITLE.match(line.text)) or long:
        return 0
    text.subtitle = line.text
    text.roles[line.number] = LineRole.SUBTITLE
    return 1


def take_source(text: ArticleText) -> None:
    """Take the source at the end of the last paragraph out of it, as the article's source."""
    for at in range(len(text.blocks) - 1, -1, -1):
        block = as_paragraph(text.blocks[at])
        if block:
            source, start = source_at_end(plain(block.runs))
            if source and not text.source:
                text.source = source
                rest = part(block.runs, 0, start)
                text.blocks[at : at + 1] = [Paragraph(runs=rest)] if plain(rest).strip() else []
            return
