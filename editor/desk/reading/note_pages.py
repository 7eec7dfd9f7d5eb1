"""The page of a note and its name on papers."""

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
    """Return the sheet, from 1, on which a note's block begins; 0 while it is unknown."""
    if facts is None:
        return 0
    pages = facts.of(noted.article)
    if pages:
        extent = pages.extent(noted.note.anchor.block)
        return extent[0].sheet if extent else pages.start.sheet
    sheets = {NoteField.COVER: 1, NoteField.CREDITS: 2, NoteField.CONTENTS: facts.front, NoteField.BACK: facts.sheets}
    return min(sheets.get(noted.note.anchor.field, 0), facts.sheets)


def page_name(noted: Noted, facts: PageFacts | None, sheet: int) -> str:
    """Return the name of a note's page for papers, e.g. 07 页 or 封面; empty while it is unknown."""
    part = _PARTS.get(noted.note.anchor.field)
    if part:
        return part
    folio = facts.folio_of(sheet) if facts else None
    return f"{folio:02} 页" if folio else ""
