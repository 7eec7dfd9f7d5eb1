"""Lines at the beginning and the end of a body that are fields of the article."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.intake.web.written import address_line, date_line, source_at_end, source_line
from editor.model.block_kinds import as_figure, as_paragraph
from editor.model.body import Block, Paragraph, plain
from editor.model.runs import part
from editor.text.address import usable_address
from editor.text.link_names import names_source_link

_TAIL = 3


@dataclass(slots=True)
class Endings:
    """Texts of fields that stood as lines of the body, empty for those that did not."""

    source: str = ""
    link: str = ""
    subtitle: str = ""
    published: dt.date | None = None


def lifted(blocks: Sequence[Block]) -> tuple[list[Block], Endings]:
    """Return the blocks without source, date and address at their end and a subtitle at their beginning, and these.

    A source below a figure is the figure's.
    """
    made, found = list(blocks), Endings()
    if len(made) > 1 and (first := as_paragraph(made[0])) and plain(first.runs)[:2] in ("——", "--"):
        found.subtitle = plain(first.runs)
        del made[0]
    for at in range(len(made) - 1, max(len(made) - 1 - _TAIL, 0), -1):
        paragraph = as_paragraph(made[at])
        kept = _rest(paragraph, found, below_figure=as_figure(made[at - 1]) is not None) if paragraph else made[at]
        made[at : at + 1] = [kept] if kept else []
    return made, found


def _rest(paragraph: Paragraph, found: Endings, *, below_figure: bool) -> Paragraph | None:
    """Return what is left of a paragraph when its field is taken out of it, None for nothing."""
    text = plain(paragraph.runs)
    link = address_line(text) or _named_link(paragraph)
    if link and not found.link:
        found.link = link
        return None
    if not found.published and (day := date_line(text)):
        found.published = day
        return None
    if found.source or below_figure:
        return paragraph
    if source_line(text):
        found.source = source_line(text)
        return None
    ending = source_at_end(text)
    if not ending:
        return paragraph
    found.source = ending[1]
    return replace(paragraph, runs=part(paragraph.runs, 0, len(ending[0])))


def _named_link(paragraph: Paragraph) -> str:
    """Return the address of a paragraph that only names it, e.g. 阅读原文; empty for others."""
    links = {run.link for run in paragraph.runs if run.text.strip()}
    return usable_address(links.pop()) if len(links) == 1 and names_source_link(plain(paragraph.runs)) else ""
