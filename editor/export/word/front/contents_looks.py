"""The lines of the contents: sections as tiles beside their articles, or as headings with leaders to the folios.

A tile is a frame around the section's name, so that the field holds nothing but paragraphs. Folios stand left of their
titles, as fields; Word updates these alone where it is asked for page numbers, and else makes a list of the whole field
in the styles toc 1 and toc 2, with folios at the right edge.
"""

from typing import NamedTuple

from editor.document.colours import safe_colour, section_colour
from editor.document.look_settings import COLOUR
from editor.document.parts import ContentsEntry, ContentsGroup, ContentsPage, SectionPart
from editor.export.word import markup
from editor.export.word.front.display import label_runs
from editor.export.word.front.places import exact, half, line_of, points, width_of
from editor.export.word.geometry import TWIPS_PER_POINT
from editor.export.word.session import WordSession

_SIDE, _BESIDE = 2.25, 1.6
_ROW, _TILE_SPARE, _TILE_LEADING = 1.5, 1.15, 0.18
_TRACKING = 0.08
_FOLIO_CELLS, _FIGURES, _EVEN_SPARE = 2.5, 0.9, 1.5
_LED_LEADING, _ABOVE_NAME, _BELOW_NAME, _BETWEEN = 0.62, 1.5, 0.9, 0.85
_ASCENT, _BASELINE = 0.88, 0.8


class ContentsRow(NamedTuple):
    """A paragraph of the contents."""

    style: str
    runs: str
    properties: str


def heading_runs(heading: str, session: WordSession) -> str:
    """Return the heading of the contents, a little apart."""
    size = points(session.look, "type.opener")
    return markup.text_run(heading, markup.run_of(spacing=round(size * _TRACKING)))


def is_tiled(session: WordSession) -> bool:
    """Whether sections are tiles."""
    return session.look.text("style.contents") == "tiles"


def first_gap(session: WordSession) -> int:
    """Return the space between the head's rules and the first group."""
    if is_tiled(session):
        return round(_ROW * session.geometry.unit)
    return round(_ABOVE_NAME * points(session.look, "type.contents"))


def group_markup(
    page: ContentsPage, place: int, sections: tuple[SectionPart, ...], session: WordSession
) -> list[ContentsRow]:
    """Return the paragraphs of a section. place: among the sections, from 0."""
    group, own = page.groups[place], _own_colour(sections[place])
    ends = place == len(page.groups) - 1
    if not is_tiled(session):
        return _led(group, own, session, ends=ends)
    tile = _tile(group, section_colour(session.accent, own, place), session)
    last = len(group.entries) - 1
    ends = place == len(page.groups) - 1
    return [
        tile,
        *(_tiled_entry(entry, session, gap=at == last and not ends) for at, entry in enumerate(group.entries)),
    ]


def _own_colour(section: SectionPart) -> str:
    return section.colour if COLOUR.fullmatch(section.colour) else ""


def _tile(group: ContentsGroup, fill: str, session: WordSession) -> ContentsRow:
    """Return the section's name on its tile, in rows of two or three letters, in the middle of it."""
    side, name = round(_SIDE * session.geometry.unit), group.name
    each = 2 if len(name) <= 4 and len(name) != 3 else 3
    rows = [name[at : at + each] for at in range(0, len(name), each)] or [""]
    size = half(round(side / (max(each, len(rows)) + _TILE_SPARE))) * 10
    line = side // len(rows)
    frame = (
        f'<w:framePr w:w="{side}" w:h="{side}" w:hRule="exact" w:hSpace="0" w:wrap="through" w:vAnchor="text" '
        f'w:hAnchor="margin" w:x="1" w:y="1"/>'
    )
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    runs = markup.text_run("\n").join(
        label_runs(row, size, session, colour="FFFFFF", raised=_raised(at, len(rows), side, size))
        for at, row in enumerate(rows)
    )
    linked = markup.internal_link(session.bookmark(group.anchor)[0], runs)
    return ContentsRow("TOC1", linked, f'{frame}{shade}{exact(line)}<w:jc w:val="center"/>')


def _raised(at: int, rows: int, side: int, size: int) -> int:
    """Return how far a row is raised from its line, half-points: lines fill the tile, rows stand in its middle."""
    pitch = size * (1 + _TILE_LEADING)
    wanted = (side - size - (rows - 1) * pitch) / 2 + size * _ASCENT + at * pitch
    return round((side / rows * (at + _BASELINE) - wanted) / 10)


def _lowered(session: WordSession) -> int:
    """Return how far an entry's type is lowered in its line, half-points, so that its baseline is the PDF's.

    The hairline is close to the line: its space would be counted twice by LibreOffice.
    """
    unit, size = session.geometry.unit, points(session.look, "type.contents")
    return round(((_ROW * unit - size) / 2 + size * _ASCENT - unit * _BASELINE - _hair(session)) / 10)


def _hair(session: WordSession) -> int:
    """Return the height of a hairline."""
    return session.hair * TWIPS_PER_POINT // 8


def _tiled_entry(entry: ContentsEntry, session: WordSession, *, gap: bool) -> ContentsRow:
    """Return folio and title under a hairline. gap: whether the next section follows."""
    unit, size = session.geometry.unit, points(session.look, "type.contents")
    row = round(_ROW * unit)
    edge = f'w:val="single" w:sz="{session.hair}" w:space="0" w:color="{session.line}"'
    left = round(_SIDE * unit + _BESIDE * points(session.look, "grid.body"))
    hang = round(_FOLIO_CELLS * size)
    right = _evened(entry.title, size, session.geometry.measure - left - hang)
    properties = (
        f"<w:pBdr><w:top {edge}/><w:between {edge}/></w:pBdr>"
        f'<w:tabs><w:tab w:val="left" w:pos="{left + hang}"/></w:tabs>'
        f"{exact(unit, after=row - unit - _hair(session) + (row if gap else 0))}"
        f'<w:ind w:left="{left + hang}" w:right="{right}" w:hanging="{hang}"/>'
    )
    low, folio = -_lowered(session), half(_folio_size(session))
    figure = markup.run_of(bold=True, colour=session.accent, raised=low, half_points=folio)
    title = markup.text_run(f"\t{entry.title}", markup.run_of(raised=low, half_points=half(size)))
    linked = markup.internal_link(session.bookmark(entry.anchor)[0], _folio(entry, session, figure) + title)
    return ContentsRow("TOC2", linked, properties)


def _folio_size(session: WordSession) -> int:
    """Return the size of folios; Word's figures are larger than the PDF's own."""
    return round(points(session.look, "type.contents_folio") * _FIGURES)


def _evened(title: str, size: int, width: int) -> int:
    """Return the indent at the right with which a long title breaks into even lines."""
    whole = width_of(title, size)
    lines = -(-whole // width)
    return max(0, width - whole // lines - round(_EVEN_SPARE * size)) if lines > 1 else 0


def _folio(entry: ContentsEntry, session: WordSession, figure: str) -> str:
    name, _ = session.bookmark(entry.anchor)
    return markup.field(f"PAGEREF {name} \\h", markup.text_run(session.folio(session.folios[entry.anchor]), figure))


def _led(group: ContentsGroup, own: str, session: WordSession, *, ends: bool) -> list[ContentsRow]:
    """Return a section's name and its articles with leaders. ends: whether no other section follows."""
    size, measure = points(session.look, "type.contents"), session.geometry.measure
    line, pitch = line_of(size), round(size * (1 + _LED_LEADING))
    low = round(pitch * _BASELINE - size * _ASCENT)  # what an entry's line begins above its type
    colour = safe_colour(own) if own else session.accent
    label = label_runs(group.name, size, session, colour=colour)
    name = markup.internal_link(session.bookmark(group.anchor)[0], label)
    below = round(size * _BELOW_NAME) - (line - size) - low
    rows = [ContentsRow("TOC1", name, exact(line, after=below))]
    under = size - (pitch - low)  # what an entry's line ends below its type, negative
    last = len(group.entries) - 1
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{measure}"/></w:tabs>'
    for at, entry in enumerate(group.entries):
        between = 0 if at == last and ends else _ABOVE_NAME if at == last else _BETWEEN
        after = round(size * between) + under - (low if at < last else 0)
        spacing = exact(pitch, after=after) + '<w:ind w:left="0"/>'
        figure = markup.run_of(bold=False, half_points=half(points(session.look, "type.contents_folio")))
        runs = markup.text_run(f"{entry.title}\t") + _folio(entry, session, figure)
        linked = markup.internal_link(session.bookmark(entry.anchor)[0], runs)
        rows.append(ContentsRow("TOC2", linked, tabs + spacing))
    return rows
