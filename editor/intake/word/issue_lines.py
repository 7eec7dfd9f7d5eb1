"""A past issue in a Word file as lines that keep what they are: heads, lists, tables, pictures, notes, bold."""

import re
from collections.abc import Iterator, Mapping

from editor.intake.manuscript import IncomingFile, TrackedChanges
from editor.intake.past_issue.reading_types import LineRole
from editor.intake.past_issue.structure import FormedLine, FormedText, LineForm, LineLook, object_lines, words_of
from editor.intake.word.anchoring import without_marks
from editor.intake.word.blocks import blocks_of
from editor.intake.word.codes import code_addresses
from editor.intake.word.furniture import furniture_message
from editor.intake.word.kinds import OfficeKind, office_kind
from editor.intake.word.lines import Item, Line, Role, body_size, with_marker
from editor.intake.word.losses import Loss
from editor.intake.word.manuscript import opened, session_of, too_large
from editor.intake.word.marks import bare
from editor.intake.word.mending import mended
from editor.intake.word.package import Element, TooLargeError, WordPackage
from editor.intake.word.revisions import revision_message
from editor.intake.word.session import Session
from editor.intake.word.vectors import with_vectors
from editor.intake.word.walker import Walker
from editor.model.block_kinds import as_items
from editor.model.body import Block, ItemList, Run, Text, text_of
from editor.model.language import tr

_BULLET = "• "
_CAPTION = re.compile(r"[图表]\s*\d")


def word_lines(file: IncomingFile) -> FormedText | None:
    """Return the lines of a .docx with what they are; None for a file that is none, whatever its ending.

    Raises UserError, naming the file, for one that is damaged or far too large.
    """
    if office_kind(file) is not OfficeKind.DOCX:
        return None
    try:
        return _read(*opened(file))
    except TooLargeError as error:
        raise too_large(file) from error


def _read(package: WordPackage, body: Element) -> FormedText:
    session = session_of(package, body)
    session.keeps_contents = True
    session.numbering.begin()
    walker = Walker(session, package.main)
    walker.read(body)
    items, loose = _without_caption_notes(mended(walker.made, session.account))
    session.account.note(Loss.MOVED_NOTES, len(loose))
    came = tuple(session.pictures.values())
    codes = code_addresses(came)
    lines = tuple(_lines(session, _with_notes([_address(item, codes) for item in items], loose)))
    originals, pictures, drawn = with_vectors(came)
    session.account.note(Loss.DRAWN, drawn)
    session.account.note(Loss.UNDRAWN, len(originals) - drawn)
    session.account.note(Loss.DAMAGED, len(package.damaged))
    comments = sum(not one.parent for one in session.comments.by_id.values())
    said = (
        revision_message(body, TrackedChanges.ACCEPTED),
        tr("{n} 条批注没有带入往期，请在原件里看。", n=comments) if comments else "",
        *session.account.sentences(),
        furniture_message(package, body),
    )
    return FormedText(lines=lines, pictures=pictures, messages=tuple(filter(None, said)))


def _address(item: Item, codes: Mapping[str, str]) -> Item:
    """Return a code to scan as a line with the address that it leads to."""
    address = "" if isinstance(item, Line) else codes.get(item.uid, "")
    return Line(runs=text_of(address)) if address else item


def _without_caption_notes(items: list[Item]) -> tuple[list[Item], Text]:
    """Return items with no footnotes in captions, which hold none, and those footnotes."""
    made: list[Item] = []
    notes: list[Run] = []
    for item in items:
        caption = isinstance(item, Line) and (item.role is Role.CAPTION or _CAPTION.match(item.text))
        if isinstance(item, Line) and caption and any(run.footnote for run in item.runs):
            notes += [run for run in item.runs if run.footnote]
            made.append(item.with_runs(tuple(run for run in item.runs if not run.footnote)))
        else:
            made.append(item)
    return made, tuple(notes)


def _with_notes(items: list[Item], notes: Text) -> list[Item]:
    """Return items with footnotes of captions at the end of the first text."""
    at = next((at for at, item in enumerate(items) if isinstance(item, Line)), None)
    line = None if at is None else items[at]
    if at is None or not notes or not isinstance(line, Line):
        return items
    return [*items[:at], line.with_runs((*line.runs, *notes)), *items[at + 1 :]]


def _lines(session: Session, items: list[Item]) -> Iterator[FormedLine]:
    blocks = blocks_of(items, above=0, size=body_size(items), account=session.account)
    waiting = iter(items)
    for block in map(without_marks, blocks):
        item = next(waiting)
        if not isinstance(item, Line):
            yield from object_lines(block)
            continue
        found = as_items(block)
        if found is None:
            yield _line(item, block)
            continue
        for at, words in enumerate(found.items):
            line = item if at == 0 else next(waiting)
            if isinstance(line, Line):
                yield _line(line, ItemList(ordered=found.ordered, items=(words,)), joins=at > 0)


def _line(line: Line, block: Block, *, joins: bool = False) -> FormedLine:
    numbered = line.numbered
    words = bare(words_of(with_marker(line).runs)).strip()
    look = LineLook(
        declared=line.role is Role.TITLE,
        level=line.level,
        size=line.size,
        strong=line.strong,
        centred=line.centred,
    )
    declared = {Role.CAPTION: LineRole.CAPTION, Role.SUBTITLE: LineRole.SUBTITLE}.get(line.role)
    shown = _BULLET + words if numbered and numbered.bullet else words
    return FormedLine(text=shown, form=LineForm(block=block, look=look, joins=joins, declared=declared))
