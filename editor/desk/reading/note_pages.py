"""On which page a note stands, and what papers call that page."""

from collections.abc import Mapping
from types import MappingProxyType

from editor.model.note_edits import Noted
from editor.model.notes import NoteField
from editor.model.page_facts import PageFacts

_PARTS: Mapping[NoteField, str] = MappingProxyType(
    {
        NoteField.COVER: "封面",
        NoteField.CREDITS: "版权",
        NoteField.CONTENTS: "要目",
        NoteField.BACK: "封底",
    }
)


def note_sheet(noted: Noted, facts: PageFacts | None) -> int:
    """Return the sheet, from 1, on which a note's block begins; 0 while that is not known."""
    if facts is None:
        return 0
    pages = facts.of(noted.article)
    if pages:
        extent = pages.extent(noted.note.anchor.block)
        return extent[0].sheet if extent else pages.start.sheet
    sheets = {NoteField.COVER: 1, NoteField.CREDITS: 2, NoteField.CONTENTS: facts.front, NoteField.BACK: facts.sheets}
    return min(sheets.get(noted.note.anchor.field, 0), facts.sheets)


def page_name(noted: Noted, facts: PageFacts | None, sheet: int) -> str:
    """Return what papers call a note's page, e.g. 07 页 or 封面; empty while it is not known."""
    part = _PARTS.get(noted.note.anchor.field)
    if part:
        return part
    folio = facts.folio_of(sheet) if facts else None
    return f"{folio:02} 页" if folio else ""
