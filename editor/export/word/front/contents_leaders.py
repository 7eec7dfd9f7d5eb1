"""The contents with sections as headings and leaders from titles to folios."""

from editor.document.colours import safe_colour
from editor.document.look_settings import COLOUR
from editor.document.parts import ContentsEntry, ContentsGroup, ContentsPage, SectionPart
from editor.export.word import markup
from editor.export.word.front.contents_pages import GroupPart, Heights, Room, group_parts
from editor.export.word.front.display import label_runs
from editor.export.word.front.heads import placed_head
from editor.export.word.front.places import exact, half, line_of, points, width_of
from editor.export.word.geometry import ASCENT, BASELINE, SEPARATOR
from editor.export.word.session import WordSession
from editor.export.word.styles import word_font

_LEADING, _ABOVE_NAME, _BELOW_NAME, _BETWEEN = 0.62, 1.5, 0.9, 0.85
_GOING_ON, _FOLIO = 0.86, 2.3


def leaders_gap(session: WordSession) -> int:
    """Return the space between the head's rules and the first section."""
    return round(_ABOVE_NAME * points(session.look, "type.contents")) - SEPARATOR


def led_markup(page: ContentsPage, sections: tuple[SectionPart, ...], session: WordSession, room: Room) -> str:
    """Return all sections."""
    size = points(session.look, "type.contents")
    heights = [_heights(group, session) for group in page.groups]
    # the last entry of a page has no space below it
    wider = Room(*(round(high + _BETWEEN * size) for high in room))
    parts = list(group_parts(page.groups, heights, wider))
    made = ""
    for at, part in enumerate(parts):
        ends = at == len(parts) - 1 or parts[at + 1].fresh
        made += placed_head(page.heading, page.issue_line, session) if part.fresh else ""
        made += _group(part, own_colour(sections[part.place]), session, ends=ends)
    return made


def _heights(group: ContentsGroup, session: WordSession) -> Heights:
    size = points(session.look, "type.contents")
    width = session.geometry.measure - round(_FOLIO * size)
    lines = (max(1, -(-width_of(entry.title, size) // width)) for entry in group.entries)
    entries = tuple(round(size * (1 + _BETWEEN + (count - 1) * (1 + _LEADING))) for count in lines)
    return Heights(entries, above=round(size * (_ABOVE_NAME - _BETWEEN)), name=round(size * (1 + _BELOW_NAME)))


def _group(part: GroupPart, own: str, session: WordSession, *, ends: bool) -> str:
    """Return a section's name and its articles on a page. ends: whether no other section follows on it."""
    size, group = points(session.look, "type.contents"), part.group
    line, pitch = line_of(size), round(size * (1 + _LEADING))
    low = round(pitch * BASELINE - size * ASCENT)  # what an entry's line begins above its type
    under = size - (pitch - low)  # what it ends below its type, negative
    label = label_runs(group.name, size, session, colour=safe_colour(own) if own else session.accent)
    if part.start:
        grey = markup.run_of(bold=False, colour=session.grey, half_points=half(round(_GOING_ON * size)))
        label += markup.text_run("（续）", grey, east=word_font(session.look, "body"))
    name = markup.internal_link(session.bookmark(group.anchor)[0], label)
    spacing = exact(line, after=round(size * _BELOW_NAME) - (line - size) - low)
    rows = [markup.paragraph("TOC1", name, ("<w:pageBreakBefore/>" if part.fresh else "") + spacing)]
    last = part.end - 1
    for at in range(part.start, part.end):
        between = 0 if at == last and ends else _ABOVE_NAME if at == last else _BETWEEN
        after = round(size * between) + under - (low if at < last else 0)
        rows.append(_entry(group.entries[at], session, exact(pitch, after=after)))
    return "".join(rows)


def _entry(entry: ContentsEntry, session: WordSession, spacing: str) -> str:
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{session.geometry.measure}"/></w:tabs>'
    figure = markup.run_of(bold=False, half_points=half(points(session.look, "type.contents_folio")))
    runs = markup.text_run(f"{entry.title} \t ") + folio_field(entry, session, figure)
    linked = markup.internal_link(session.bookmark(entry.anchor)[0], runs)
    return markup.paragraph("TOC2", linked, f'{tabs}{spacing}<w:ind w:left="0" w:right="0"/>')


def folio_field(entry: ContentsEntry, session: WordSession, properties: str) -> str:
    """Return the folio of an article as a field. properties: of its run."""
    name, _ = session.bookmark(entry.anchor)
    number = session.folio(session.folios[entry.anchor])
    return markup.field(f"PAGEREF {name} \\h", markup.text_run(number, properties))


def own_colour(section: SectionPart) -> str:
    """Return a section's own colour, empty where it has none."""
    return section.colour if COLOUR.fullmatch(section.colour) else ""
