"""The contents with sections on tiles, beside them folios and titles between hairlines: a table for each section."""

from editor.document.colours import section_colour
from editor.document.measure import display_width
from editor.document.parts import ContentsEntry, ContentsGroup, ContentsPage, SectionPart
from editor.document.section_names import tile_rows
from editor.export.word import markup
from editor.export.word.front.contents_leaders import folio_field, own_colour
from editor.export.word.front.contents_pages import GroupPart, Heights, Room, group_parts
from editor.export.word.front.display import label_runs
from editor.export.word.front.places import exact, half, line_of, points, width_of
from editor.export.word.geometry import ASCENT, BASELINE, SEPARATOR, TWIPS_PER_POINT
from editor.export.word.session import WordSession

_SIDE, _BESIDE, _ROW = 2.25, 1.6, 1.5
_SPARE, _LEADING, _WIDEST = 1.15, 0.18, 4.5
_FOLIO_CELLS, _FIGURES, _EVEN_SPARE = 2.5, 0.9, 1.5
_LABEL, _BAND_SIDE, _BAND_PAD = 0.92, 0.6, 0.42


def tiles_gap(session: WordSession) -> int:
    """Return the space between the head's rules and the first section."""
    return _row_height(session) - SEPARATOR


def tiles_markup(page: ContentsPage, sections: tuple[SectionPart, ...], session: WordSession, room: Room) -> str:
    """Return all sections, each a table a page with the space to the next one below it."""
    made, heights = "", [_heights(group, session) for group in page.groups]
    apart = exact(SEPARATOR, after=_row_height(session) - SEPARATOR)
    for part in group_parts(page.groups, heights, room):
        if made:
            made += markup.separator("<w:pageBreakBefore/>" if part.fresh else apart)
        fill = section_colour(session.accent, own_colour(sections[part.place]), part.place)
        made += _group(part, fill, session)
    return made


def _heights(group: ContentsGroup, session: WordSession) -> Heights:
    size, unit, row = points(session.look, "type.contents"), session.geometry.unit, _row_height(session)
    width = session.geometry.measure - _first(session) - round(_FOLIO_CELLS * size)
    lines = (-(-width_of(entry.title, size) // width) for entry in group.entries)
    entries = tuple(row + (max(1, count) - 1) * unit for count in lines)
    if tile_rows(group.name):
        return Heights(entries, above=row, least=_side(session))
    return Heights(entries, above=row, name=_band_height(session))


def _row_height(session: WordSession) -> int:
    return round(_ROW * session.geometry.unit)


def _side(session: WordSession) -> int:
    return round(_SIDE * session.geometry.unit)


def _first(session: WordSession) -> int:
    """Return the width of the column with the tiles."""
    return _side(session) + round(_BESIDE * points(session.look, "grid.body"))


def _group(part: GroupPart, fill: str, session: WordSession) -> str:
    first = _first(session)
    widths = (first, session.geometry.measure - first)
    rows, entries = [], part.group.entries[part.start : part.end]
    tiled = bool(tile_rows(part.group.name))
    if not tiled:
        band = markup.cell(session.geometry.measure, _band(part.group, fill, session), align="top", columns=2)
        rows.append(markup.row(_band_height(session), [band]))
    for at, entry in enumerate(entries):
        # the name stands in the first row and goes on beside the others
        name = _tile(part.group, fill, session) if tiled and at == 0 else markup.separator()
        merged = "" if len(entries) == 1 else "restart" if at == 0 else "continue"
        cells = (
            markup.cell(first, name, align="top", merged=merged),
            markup.cell(widths[1], _entry(entry, session, widths[1]), align="top", borders=_hairline(session)),
        )
        rows.append(markup.row(_row_height(session), cells))
    return markup.table(widths, rows)


def _band_height(session: WordSession) -> int:
    return round(_LABEL * points(session.look, "type.contents") * (1 + 2 * _BAND_PAD))


def _band(group: ContentsGroup, fill: str, session: WordSession) -> str:
    """Return a name that is too long for a tile, on a band over its entries: a table as wide as it."""
    size, height = half(round(_LABEL * points(session.look, "type.contents"))) * 10, _band_height(session)
    width = width_of(group.name, size, bold=True) + round(2 * _BAND_SIDE * size)
    width = min(width, session.geometry.measure)
    linked = markup.internal_link(
        session.bookmark(group.anchor)[0], label_runs(group.name, size, session, colour="FFFFFF")
    )
    place = f'<w:keepNext w:val="0"/>{exact(line_of(size))}<w:jc w:val="center"/>'
    cell = markup.cell(width, markup.paragraph("TOC1", linked, place), fill=fill)
    return markup.table([width], [markup.row(height - SEPARATOR, [cell])]) + markup.separator()


def _hairline(session: WordSession) -> str:
    return f'<w:top w:val="single" w:sz="{session.hair}" w:space="0" w:color="{session.line}"/>'


def _tile(group: ContentsGroup, fill: str, session: WordSession) -> str:
    """Return the section's name on its tile, in rows of two or three letters: a table in the cell, as high as wide."""
    side, rows = _side(session), tile_rows(group.name)
    widest = min(_WIDEST, max(map(display_width, rows)))
    size = half(round(side / (max(widest, len(rows)) + _SPARE))) * 10
    runs = label_runs("\n".join(rows), size, session, colour="FFFFFF")
    linked = markup.internal_link(session.bookmark(group.anchor)[0], runs)
    place = f'{exact(round(size * (1 + _LEADING)))}<w:jc w:val="center"/>'
    words = markup.paragraph("TOC1", linked, f'<w:keepNext w:val="0"/>{place}')
    return markup.table([side], [markup.row(side, [markup.cell(side, words, fill=fill)])]) + markup.separator()


def _entry(entry: ContentsEntry, session: WordSession, width: int) -> str:
    """Return folio and title, the baseline where the PDF has it. width: of the column."""
    unit, size = session.geometry.unit, points(session.look, "type.contents")
    hair = session.hair * TWIPS_PER_POINT // 8
    row, hang = _row_height(session), round(_FOLIO_CELLS * size)
    above = round((row - size) / 2 + size * ASCENT - unit * BASELINE) - hair
    right = _evened(entry.title, size, width - hang)
    figure_size = half(round(points(session.look, "type.contents_folio") * _FIGURES))
    figure = markup.run_of(bold=True, colour=session.accent, half_points=figure_size)
    runs = folio_field(entry, session, figure) + markup.text_run(f"\t{entry.title}")
    properties = (
        '<w:pBdr><w:top w:val="nil"/><w:between w:val="nil"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="left" w:pos="{hang}"/></w:tabs>'
        f"{exact(unit, before=above, after=row - unit - above - hair)}"
        f'<w:ind w:left="{hang}" w:right="{right}" w:hanging="{hang}"/>'
    )
    return markup.paragraph("TOC2", markup.internal_link(session.bookmark(entry.anchor)[0], runs), properties)


def _evened(title: str, size: int, width: int) -> int:
    """Return the indent at the right with which a long title breaks into even lines."""
    whole = width_of(title, size)
    lines = -(-whole // width)
    return max(0, width - whole // lines - round(_EVEN_SPARE * size)) if lines > 1 else 0
