"""Source, link and subtitle of an article, on lines of their own or at the end of its text."""

import re
from dataclasses import replace

from editor.intake.past_issue.article_text import ArticleText
from editor.intake.past_issue.bodies import is_body
from editor.intake.past_issue.body_blocks import runs_of_line
from editor.intake.past_issue.bylines import byline
from editor.intake.past_issue.forms import SUBTITLE
from editor.intake.past_issue.lines import Lines, SourceLine
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.sources import (
    SourceNote,
    editor_line,
    labelled_source,
    source_in_brackets,
    source_line,
    source_name,
)
from editor.model.block_kinds import as_paragraph
from editor.model.body import Paragraph, plain, text_of
from editor.model.language import tr
from editor.model.runs import part
from editor.text.characters import fold
from editor.text.fact_lines import (
    address_of_line,
    figure_source_of_line,
    is_card_line,
    source_at_end,
    source_of_line,
)

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


def read_byline(text: ArticleText, lines: Lines, at: int) -> int:
    """Read who wrote the article, or its day, under the title."""
    line = lines[at]
    if text.parts or at > 2 or at + 1 >= len(lines) or _is_head(line):
        return 0
    note = byline(line.text)
    if text.author and fold(text.author) == line.key:
        note = SourceNote(name=line.text)
    if note is None or (text.byline and note.name and not note.sure):
        return 0
    if note.name:
        before = f"{text.byline.name}　" if text.byline else ""
        text.byline = replace(note, name=before + note.name)
    text.published = text.published or note.day
    if not note.sure:
        text.unsure.append((line.number, tr("标题下面的这一行像作者，作为来源收入，请核对")))
    text.facts.add(line.number)
    text.roles[line.number] = LineRole.SOURCE
    return 1


def _is_head(line: SourceLine) -> bool:
    return line.form is not None and line.form.look.level > 0


def read_editor(text: ArticleText, lines: Lines, at: int) -> int:
    """Read who edited an article, at its end."""
    role, name = editor_line(lines[at].text)
    if not role or len(lines) - at > _BESIDE:
        return 0
    if "校对" in role:
        text.proofreader = text.proofreader or name
    else:
        text.editor = text.editor or name
    text.facts.add(lines[at].number)
    text.roles[lines[at].number] = LineRole.CREDIT
    return 1


def read_source(text: ArticleText, lines: Lines, at: int) -> int:
    """Read the source on a line of its own: behind its label anywhere, without one at the article's end."""
    line = lines[at]
    labelled = source_of_line(line.text)
    note = labelled_source(line.text) or (source_name(labelled) if labelled else None)
    if text.source:
        return 0
    if note is None and all(_is_after(one) for one in lines[at + 1 :]):
        note = source_line(line.text) if text.parts else None
        if note is None and line.shown is LineRole.SOURCE:
            note = replace(source_name(line.text), sure=is_body(line.text))
        if note is None and text.parts and at == len(lines) - 1 and is_body(line.text) and _stands_apart(text, line):
            note = SourceNote(name=line.text, sure=False)
    figure = figure_source_of_line(line.text) if note is None else ""
    note = SourceNote(name=figure) if figure else note
    if note is None or not note.name:
        return 0
    text.take(note)
    text.of_author = line.text.strip("（( ").startswith(("作者", "执笔"))
    if not note.sure:
        text.unsure.append((line.number, tr("文末的这一行像来源，作为来源收入，请核对")))
    text.facts.add(line.number)
    text.roles[line.number] = LineRole.SOURCE
    return 1


def _is_after(line: SourceLine) -> bool:
    """Return whether a line may stand below the source at an article's end."""
    return bool(address_of_line(line.text)[1] or editor_line(line.text)[0]) or is_card_line(line.text)


def _stands_apart(text: ArticleText, line: SourceLine) -> bool:
    before = text.open_text
    return before is None or before.ends_sentence or line.gap > 0


def take_source(text: ArticleText) -> None:
    """Take the source at the end of the last paragraph out of it, as the article's source; else that under the title.

    A line under the title is a paragraph where the article has another source.
    """
    if not text.source:
        _take_of_paragraph(text)
    if text.byline is None:
        return
    if not text.source or text.of_author:
        text.source = f"{text.byline.name}（{text.source}）" if text.source else text.byline.name
        text.left = text.left or text.byline.left
        return
    line = min(number for number in text.facts)
    text.blocks.insert(0, Paragraph(runs=text_of(text.byline.name)))
    text.unsure.append((line, tr("这一篇另有来源，标题下的署名留作正文第一段，请核对")))


def _take_of_paragraph(text: ArticleText) -> None:
    at = next((at for at in range(len(text.blocks) - 1, -1, -1) if as_paragraph(text.blocks[at])), -1)
    block = as_paragraph(text.blocks[at]) if at >= 0 else None
    if block is None:
        return
    words = plain(block.runs)
    labelled, start = source_at_end(words)
    note = source_name(labelled) if labelled else source_in_brackets(words)
    if note is None or not note.name:
        return
    start = start if labelled else note.start
    if not note.sure:
        last = max((number for number, role in text.roles.items() if role is LineRole.TEXT), default=0)
        text.unsure.append((last, tr("文末括号里的“{name}”也许是来源，现在留在正文里", name=note.name)))
        return
    text.take(note)
    text.of_author = words[start:].strip("（( ").startswith(("作者", "执笔"))
    text.said.append(words)
    rest = part(block.runs, 0, start)
    text.blocks[at : at + 1] = [Paragraph(runs=rest)] if plain(rest).strip() else []
