"""Notes as the lists show them: numbered in printed order, with the page that they stand on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor.desk.reading.note_pages import note_sheet
from editor.model.body import readable
from editor.model.issue import Issue
from editor.model.language import tr
from editor.model.note_edits import Noted, notes_of
from editor.model.notes import NoteField
from editor.model.page_facts import PageFacts
from editor.pages.reports import Area
from editor.ui.kit.times import when
from editor.ui.pages.words import sheet_name

PARTS = {
    NoteField.COVER: tr("封面"),
    NoteField.CREDITS: tr("版权"),
    NoteField.CONTENTS: tr("要目"),
    NoteField.BACK: tr("封底"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A note. sheet: from 1, 0 while its place is not known; areas: lines of its words."""

    number: int
    noted: Noted
    sheet: int
    page: str
    areas: tuple[Area, ...] = ()

    @property
    def uid(self) -> str:
        """The note's identity."""
        return self.noted.note.uid


def note_rows(issue: Issue, facts: PageFacts | None, areas: Mapping[str, tuple[Area, ...]]) -> tuple[NoteRow, ...]:
    """Return the rows of an issue's notes. areas: by the notes' uids."""
    return tuple(
        _row(number, noted, facts, areas.get(noted.note.uid, ())) for number, noted in enumerate(notes_of(issue), 1)
    )


def part_of(sheet: int, facts: PageFacts) -> NoteField:
    """Return what a sheet without articles is. sheet: from 1."""
    if sheet == 1:
        return NoteField.COVER
    if sheet > facts.front:
        return NoteField.BACK
    return NoteField.CONTENTS if sheet == facts.front else NoteField.CREDITS


def rows_text(rows: Sequence[NoteRow]) -> str:
    """Return the list as plain text, to print or to send."""
    return "\n\n".join("\n".join(_lines(row)) for row in rows) + "\n" if rows else ""


def _lines(row: NoteRow) -> list[str]:
    note = row.noted.note
    head = f"{row.number}. {row.page}　{note.author or tr('署名不详')}　{when(note.at)}"
    quote = (
        [f"“{readable(note.anchor.words)}”" + (tr("（原文已删）") if note.anchor.gone else "")]
        if note.anchor.words
        else []
    )
    replies = [tr("　{author}：{text}", author=one.author, text=one.text) for one in note.replies]
    done = [] if note.open else [tr("　已解决，{resolved_by}", resolved_by=note.resolved_by)]
    return [head, *quote, note.text, *replies, *done]


def _row(number: int, noted: Noted, facts: PageFacts | None, areas: tuple[Area, ...]) -> NoteRow:
    sheet = areas[0].sheet if areas else note_sheet(noted, facts)
    name = PARTS.get(noted.note.anchor.field) or (sheet_name(facts, sheet) if facts and sheet else "")
    page = tr("{n} 页", n=name) if name[:1].isdecimal() else name
    return NoteRow(number=number, noted=noted, sheet=sheet, page=page, areas=areas)
