"""Paragraphs of a PDF as the lines of a past issue: sizes, bold, lists, tables and pictures are kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.intake.past_issue.structure import FormedLine, LineForm, LineLook, object_lines, words_of
from editor.intake.pdf.article_parts import ArticleParts
from editor.intake.pdf.paragraphs import Part
from editor.model.block_kinds import as_items, as_paragraph
from editor.model.body import Block, ItemList, Paragraph, text_of

_ENTRY = re.compile(r".*(?:[.．…·⋯_]{2,}|\s)\s*\d{1,3}$|.*[.．…·⋯_]{4,}$|\d{1,3}[.、\s]\s*\S.*")
# of the size of the text: a title's lines are kept apart
_LARGE = 1.12
_FEWEST = 2


def issue_lines(parts: Sequence[Part], size: float) -> Iterator[FormedLine]:
    """Yield the lines of parts. size: of the text, pt."""
    waiting = iter(parts)
    for block in ArticleParts(parts, size).blocks():
        part = next(waiting)
        found, address = as_items(block), as_paragraph(part.block) if part.block else None
        if address:
            yield FormedLine(text=words_of(address.runs), form=LineForm(block=address))
        elif part.block is not None:
            yield from object_lines(block)
        elif found is None:
            yield from _lines(part, block, size)
        else:
            for at, words in enumerate(found.items):
                one = part if at == 0 else next(waiting)
                if _are_entries(one):
                    # lines of contents that begin with a mark
                    yield from _lines(one, Paragraph(runs=one.text), size)
                    continue
                item = ItemList(ordered=found.ordered, items=(words,))
                form = LineForm(block=item, look=_look(one), joins=at > 0)
                yield FormedLine(text=words_of(one.text), form=form)


def _lines(part: Part, block: Block, size: float) -> Iterator[FormedLine]:
    """Yield a paragraph as one line; a title and lines of contents as they are printed."""
    form = LineForm(block=block, look=_look(part))
    printed = [line.text for line in part.lines]
    apart = len(printed) > 1 and (part.size > _LARGE * size or _are_entries(part))
    if not apart:
        yield FormedLine(text=words_of(part.text), form=form)
        return
    for text in printed:
        yield FormedLine(text=text, form=replace(form, block=Paragraph(runs=text_of(text))))


def _are_entries(part: Part) -> bool:
    """Return whether the lines of a paragraph are those of contents, with leaders or folios."""
    entries = sum(bool(_ENTRY.fullmatch(line.text)) for line in part.lines)
    return _FEWEST <= entries >= len(part.lines) - 1


def _look(part: Part) -> LineLook:
    return LineLook(size=round(part.size, 1), strong=part.bold, centred=part.centred)
