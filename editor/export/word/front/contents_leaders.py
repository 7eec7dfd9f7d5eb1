"""The contents with sections as headings and leaders from titles to folios."""

from editor.document.colours import safe_colour
from editor.document.look_settings import COLOUR
from editor.document.parts import ContentsEntry, ContentsGroup, ContentsPage, SectionPart
from editor.export.word import markup
from editor.export.word.front.display import label_runs
from editor.export.word.front.places import exact, half, line_of, points
from editor.export.word.geometry import SEPARATOR
from editor.export.word.session import WordSession

_LEADING, _ABOVE_NAME, _BELOW_NAME, _BETWEEN = 0.62, 1.5, 0.9, 0.85
_ASCENT, _BASELINE = 0.88, 0.8


def leaders_gap(session: WordSession) -> int:
    """Return the space between the head's rules and the first section."""
    return round(_ABOVE_NAME * points(session.look, "type.contents")) - SEPARATOR


def led_markup(page: ContentsPage, sections: tuple[SectionPart, ...], session: WordSession) -> str:
    """Return all sections."""
    last = len(page.groups) - 1
    return "".join(
        _group(group, own_colour(section), session, ends=at == last)
        for at, (group, section) in enumerate(zip(page.groups, sections, strict=True))
    )


def _group(group: ContentsGroup, own: str, session: WordSession, *, ends: bool) -> str:
    """Return a section's name and its articles. ends: whether no other section follows."""
    size = points(session.look, "type.contents")
    line, pitch = line_of(size), round(size * (1 + _LEADING))
    low = round(pitch * _BASELINE - size * _ASCENT)  # what an entry's line begins above its type
    under = size - (pitch - low)  # what it ends below its type, negative
    label = label_runs(group.name, size, session, colour=safe_colour(own) if own else session.accent)
    name = markup.internal_link(session.bookmark(group.anchor)[0], label)
    rows = [markup.paragraph("TOC1", name, exact(line, after=round(size * _BELOW_NAME) - (line - size) - low))]
    last = len(group.entries) - 1
    for at, entry in enumerate(group.entries):
        between = 0 if at == last and ends else _ABOVE_NAME if at == last else _BETWEEN
        after = round(size * between) + under - (low if at < last else 0)
        rows.append(_entry(entry, session, exact(pitch, after=after)))
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
