"""The other headlines of the cover: section, title and folio between hairlines, at the page's foot."""

from editor.document.cover_plan import CoverLine
from editor.document.title_lines import title_lines
from editor.export.word import markup
from editor.export.word.front.display import label_runs
from editor.export.word.front.places import exact, half, points, width_of
from editor.export.word.geometry import ASCENT, BASELINE, TWIPS_PER_POINT
from editor.export.word.session import WordSession

_PAD, _GAP, _LEADING = 120, 200, 1.5
_SECTION, _FOLIO = 0.86, 1.14
_FOLIO_EM, _TWO = 2.0, 2


def secondary_markup(lines: tuple[CoverLine, ...], session: WordSession, place: tuple[int, int, int]) -> str:
    """Return them, each at its place. place: left edge and width of the cover's type, and their foot on the page."""
    left, width, foot = place
    last = len(lines) - 1
    size = round(points(session.look, "type.secondary") * _SECTION)
    stop = max((width_of(_section(line), size, bold=True) for line in lines), default=0) + _GAP
    heights = [round(line.height * TWIPS_PER_POINT) for line in lines]
    return "".join(
        _row(line, session, markup.frame(left, foot - sum(heights[at:]), width), (width, stop), last=at == last)
        for at, line in enumerate(lines)
    )


def _section(line: CoverLine) -> str:
    return (" " if line.label[0].isascii() else "").join(line.label)


def _row(line: CoverLine, session: WordSession, frame: str, widths: tuple[int, int], *, last: bool) -> str:
    """Return a line with a hairline above, the last one with another below. widths: of the line, and to its title."""
    width, indent = widths[0], min(widths[1], widths[0] // 2)
    height, size = round(line.height * TWIPS_PER_POINT), points(session.look, "type.secondary")
    # no space to the rule above, which LibreOffice counts twice: a single line is as high as its baseline needs
    single = round((_PAD + size * ASCENT - session.hair * TWIPS_PER_POINT / 8) / BASELINE)
    rows = 1 if height <= size + 2 * _PAD else 2
    pitch = single if rows == 1 else round(size * _LEADING)
    rules = _rule("top", 0, session)
    rules += _rule("bottom", max(0, height - rows * pitch) // TWIPS_PER_POINT, session) if last else ""
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    indents = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    broken = _broken(line.title, size, width - indent)
    linked = markup.internal_link(session.bookmark(line.anchor)[0], _runs(line, broken, session))
    return markup.paragraph("Cover", linked, f"{frame}<w:pBdr>{rules}</w:pBdr>{tabs}{exact(pitch)}{indents}")


def _rule(side: str, space: int, session: WordSession) -> str:
    return f'<w:{side} w:val="single" w:sz="{session.hair}" w:space="{space}" w:color="{session.line}"/>'


def _broken(title: str, size: int, width: int) -> str:
    """Return a title that needs two lines as two, evenly, so that no single letter stands in the second."""
    room = width - round(_FOLIO_EM * size)
    if width_of(title, size) <= room:
        return title
    lines = title_lines(title, text="", width=room / size)
    return "\n".join(lines) if len(lines) == _TWO else title


def _runs(line: CoverLine, words: str, session: WordSession) -> str:
    size = points(session.look, "type.secondary")
    section = label_runs(_section(line), round(size * _SECTION), session, colour=session.accent)
    title = markup.text_run(f"\t{words}\t", markup.run_of(half_points=half(size)))
    # no field: outside the contents LibreOffice writes its number anew, as 4 and not as 04
    figure = markup.run_of(bold=True, colour=session.accent, half_points=half(round(size * _FOLIO)))
    return section + title + markup.text_run(session.folio(session.folios[line.anchor]), figure)
