"""The other headlines of the cover: section, title and folio between hairlines, at the page's foot."""

from editor.document.look import LookTable
from editor.document.parts import CoverEntry
from editor.export.word import markup
from editor.export.word.front.display import label_runs
from editor.export.word.front.places import exact, half, points, width_of
from editor.export.word.geometry import TWIPS_PER_POINT
from editor.export.word.session import WordSession

_PAD, _GAP = 120, 200
_SECTION, _FOLIO = 0.86, 1.14
_ASCENT, _BASELINE = 0.88, 0.8


def row_height(look: LookTable) -> int:
    """Return the height of one of them."""
    return points(look, "type.secondary") + 2 * _PAD


def secondary_markup(entries: tuple[CoverEntry, ...], session: WordSession, place: tuple[int, int, int]) -> str:
    """Return them, each at its place. place: left edge and width of the cover's type, and their foot on the page."""
    left, width, foot = place
    look, last = session.look, len(entries) - 1
    size = round(points(look, "type.secondary") * _SECTION)
    stop = max((width_of(entry.section, size, bold=True) for entry in entries), default=0) + _GAP
    tops = [foot - (last - at + 1) * row_height(look) for at in range(len(entries))]
    indent = min(stop, width // 2)
    return "".join(
        _row(entry, session, markup.frame(left, top, width), (width, indent), last=at == last)
        for at, (entry, top) in enumerate(zip(entries, tops, strict=True))
    )


def _row(entry: CoverEntry, session: WordSession, frame: str, widths: tuple[int, int], *, last: bool) -> str:
    """Return a line with a hairline above, the last one with another below. widths: of the line, and to its title."""
    width, indent = widths
    row, size = row_height(session.look), points(session.look, "type.secondary")
    # no space to the rule above, which LibreOffice counts twice in a frame: the line is as high as its baseline needs
    line = round((_PAD + size * _ASCENT - session.hair * TWIPS_PER_POINT / 8) / _BASELINE)
    below = max(0, row - line) // TWIPS_PER_POINT
    rules = _rule("top", 0, session) + (_rule("bottom", below, session) if last else "")
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    indents = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    linked = markup.internal_link(session.bookmark(entry.anchor)[0], _runs(entry, session))
    return markup.paragraph("Cover", linked, f"{frame}<w:pBdr>{rules}</w:pBdr>{tabs}{exact(line)}{indents}")


def _rule(side: str, space: int, session: WordSession) -> str:
    return f'<w:{side} w:val="single" w:sz="{session.hair}" w:space="{space}" w:color="{session.line}"/>'


def _runs(entry: CoverEntry, session: WordSession) -> str:
    size = points(session.look, "type.secondary")
    section = label_runs(entry.section, round(size * _SECTION), session, colour=session.accent)
    title = markup.text_run(f"\t{entry.title}\t", markup.run_of(half_points=half(size)))
    # no field: outside the contents LibreOffice writes its number anew, as 4 and not as 04
    figure = markup.run_of(bold=True, colour=session.accent, half_points=half(round(size * _FOLIO)))
    return section + title + markup.text_run(session.folio(session.folios[entry.anchor]), figure)
