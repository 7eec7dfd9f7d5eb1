"""Figures and tables as values under edit: their texts, and what they and their changes are called."""

from typing import assert_never

from editor.model.block_kinds import ObjectBlock, is_object
from editor.model.block_texts import (
    TextField,
    TextLocation,
    is_own,
    is_printed,
    located_texts,
    printed_offset,
    with_parts,
)
from editor.model.body import Figure, Table, Text, plain, readable
from editor.model.language import tr
from editor.ui.body.object_walk import cell_at


def text_at(block: ObjectBlock, location: TextLocation) -> Text:
    """Return a text of an object; empty where it has none there."""
    return next((text for at, text in located_texts(block) if at == location), ())


def with_text(block: ObjectBlock, location: TextLocation, text: Text) -> ObjectBlock:
    """Return an object with another text. A caption and the like take no looks."""
    own = [(at, now) for at, now in located_texts(block) if is_own(at.field)]
    made = with_parts(block, [text if at == location else now for at, now in own])
    return made if is_object(made) else block


def words_at(block: ObjectBlock, start: int, end: int) -> tuple[TextLocation, int, int] | None:
    """Return the text of an object that a place in its printed strings lies in, with the place in it."""
    for location, text in located_texts(block):
        first, words = printed_offset(block, location), plain(text)
        if is_printed(location.field, words) and first <= start <= end <= first + len(words):
            return location, start - first, end - first
    return None


def edit_name(block: ObjectBlock) -> str:
    """Return what the history calls a change of an object."""
    match block:
        case Figure():
            return tr("改图")
        case Table():
            return tr("改表")
        case _:
            assert_never(block)


def place_name(block: ObjectBlock, at: TextLocation) -> str:
    """Return what a text of an object is called, for those who hear the window."""
    match block:
        case Figure():
            return tr("图题") if at.field is TextField.CAPTION else tr("图的来源")
        case Table():
            if at.field is TextField.CELL:
                return _cell_name(block, at)
            return tr("表题") if at.field is TextField.CAPTION else tr("表注")
        case _:
            assert_never(block)


def _cell_name(table: Table, at: TextLocation) -> str:
    row, column = cell_at(table, at)
    if row < table.header_rows:
        return tr("表头，第 {column} 列", column=column + 1)
    head = readable(plain(table.head[column])) if table.header_rows else ""
    name = tr("第 {row} 行，第 {column} 列", row=row - table.header_rows + 1, column=column + 1)
    return tr("{name}，{head}", name=name, head=head) if head else name
