"""The contents with sections on tiles, beside them folios and titles between hairlines: a table for each section."""

from editor.document.colours import section_colour
from editor.document.measure import display_width
from editor.document.parts import ContentsEntry, ContentsGroup, ContentsPage, SectionPart
from editor.document.section_names import tile_rows
from editor.export.word import markup
from editor.export.word.front.contents_leaders import folio_field, own_colour
from editor.export.word.front.contents_pages import ContentsRoom, stretches
from editor.export.word.front.display import label_runs
from editor.export.word.front.places import exact, front_foot, half, points, width_of
from editor.export.word.geometry import SEPARATOR, TWIPS_PER_POINT
from editor.export.word.session import WordSession

_SIDE, _BESIDE, _ROW = 2.25, 1.6, 1.5
_SPARE, _LEADING, _WIDEST = 1.15, 0.18, 4.5
_FOLIO_CELLS, _FIGURES, _EVEN_SPARE = 2.5, 0.9, 1.5
_ASCENT, _BASELINE = 0.88, 0.8


def tiles_gap(session: WordSession) -> int:
    """Return the space between the head's rules and the first section."""
    return _row_height(session) - SEPARATOR


def tiles_markup(page: ContentsPage, sections: tuple[SectionPart, ...], session: WordSession, head: int) -> str:
    """Return all sections, each a table, and another where it goes on on a page. head: height of the page's head."""
    area = front_foot(session.look, session.geometry) - session.geometry.top
    gap = _row_height(session)
    heights = [[_height(entry, group, session) for entry in group.entries] for group in page.groups]
    parts: list[str] = []
    for at, one in enumerate(stretches(page.groups, heights, ContentsRoom(area - head - gap, area, gap))):
        fill = section_colour(session.accent, own_colour(sections[one.group]), one.group)
        if at:
            start, after = ("<w:pageBreakBefore/>", 0) if one.fresh else ("", gap - SEPARATOR)
            parts.append(markup.separator(start + exact(SEPARATOR, after=after)))
        parts.append(_group(page.groups[one.group], one.entries, fill, session))
    return "".join(parts)


def _height(entry: ContentsEntry, group: ContentsGroup, session: WordSession) -> int:
    """Return the height of an entry; an only one is as high as its tile."""
    width = session.geometry.measure - _beside(session) - round(_FOLIO_CELLS * points(session.look, "type.contents"))
    lines = -(-width_of(entry.title, points(session.look, "type.contents")) // width)
    height = _row_height(session) + max(0, lines - 1) * session.geometry.unit
    return max(height, _side(session) + SEPARATOR) if len(group.entries) == 1 else height


def _beside(session: WordSession) -> int:
    """Return how far from the left the entries stand."""
    return _side(session) + round(_BESIDE * points(session.look, "grid.body"))


def _row_height(session: WordSession) -> int:
    return round(_ROW * session.geometry.unit)


def _side(session: WordSession) -> int:
    return round(_SIDE * session.geometry.unit)


def _group(group: ContentsGroup, entries: tuple[ContentsEntry, ...], fill: str, session: WordSession) -> str:
    first = _beside(session)
    widths = (first, session.geometry.measure - first)
    rows = []
    for at, entry in enumerate(entries):
        # the name stands in the first row and goes on beside the others
        name = _tile(group, fill, session) if at == 0 else markup.separator()
        merged = "" if len(entries) == 1 else "restart" if at == 0 else "continue"
        cells = (
            markup.cell(first, name, align="top", merged=merged),
            markup.cell(widths[1], _entry(entry, session, widths[1]), align="top", borders=_hairline(session)),
        )
        rows.append(markup.row(_row_height(session), cells))
    return markup.table(widths, rows)


def _hairline(session: WordSession) -> str:
    return f'<w:top w:val="single" w:sz="{session.hair}" w:space="0" w:color="{session.line}"/>'


def _tile(group: ContentsGroup, fill: str, session: WordSession) -> str:
    """Return the section's name on its tile, in rows of two or three letters: a table in the cell, as high as wide."""
    # a name that is too long for a tile stands in it as it breaks
    side, rows = _side(session), tile_rows(group.name) or (group.name,)
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
    above = round((row - size) / 2 + size * _ASCENT - unit * _BASELINE) - hair
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
