"""版记 (GB/T 9704-2012, 7.4) at the foot of the last page: who receives the issue, who issued it and when."""

from editor.document.parts import Imprint
from editor.export.word import markup
from editor.export.word.front.places import WordSection, exact, front_foot, half, points, width_of
from editor.export.word.geometry import TWIPS_PER_POINT
from editor.export.word.lines import count_lines
from editor.export.word.session import WordSession
from editor.model.body import text_of

_LEADING, _PAD = 0.5, 0.36


def with_imprint(last: WordSection, imprint: Imprint, session: WordSession, *, after: int) -> list[WordSection]:
    """Return the last Word section with the 版记 on its last page. after: else how many pages after it, as in the PDF.

    With a blank page before it, neither has a folio (GB/T 9704-2012, 7.5).
    """
    content = imprint_markup(imprint, session) + markup.separator()
    if not after:
        return [last._replace(content=last.content + content)]
    start = "evenPage" if session.look.text("style.imprint") == "even" else "nextPage"
    return [last, last._replace(content=content, start=start, bare=after > 1)]


def imprint_markup(imprint: Imprint, session: WordSession) -> str:
    """Return its lines, each at its place, one character in from either side, the outer rules thicker."""
    foot = front_foot(session.look, session.geometry)
    rows = _rows(imprint)
    heights = [_height(label + words, label, session) for label, words in rows]
    last = len(rows) - 1
    return "".join(_row(row, session, foot - sum(heights[at:]), (at == 0, at == last)) for at, row in enumerate(rows))


def _rows(imprint: Imprint) -> list[tuple[str, str]]:
    """Return label and words of every line."""
    named = [(f"{one.role}：", "，".join(name.text for name in one.names) + "。") for one in imprint.recipients]
    return [*named, ("", f"{imprint.publisher}\t{imprint.date}")]


def _height(text: str, label: str, session: WordSession) -> int:
    size = points(session.look, "type.imprint")
    width = session.geometry.measure / size - 2 - len(label)
    lines = count_lines(text_of(text.removeprefix(label)), width=max(1.0, width))
    return size + (lines - 1) * round(size * (1 + _LEADING)) + 2 * round(size * _PAD)


def _row(row: tuple[str, str], session: WordSession, top: int, outer: tuple[bool, bool]) -> str:
    """Return a line with its rules; the names hang behind their label. outer: whether it is the first, the last."""
    label, words = row
    size, measure = points(session.look, "type.imprint"), session.geometry.measure
    pitch = round(size * (1 + _LEADING))
    below = max(0, size + 2 * round(size * _PAD) - pitch) // TWIPS_PER_POINT
    # no space to the rule above: LibreOffice counts it twice in a frame
    rules = _rule("top", 0, session, outer=outer[0])
    rules += _rule("bottom", below, session, outer=True) if outer[1] else ""
    hang = width_of(label, size)
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{measure - size}"/></w:tabs>'
    indent = f'<w:ind w:left="{size + hang}" w:right="{size}" w:hanging="{hang}"/>'
    frame = markup.frame(session.geometry.left, top, measure, pushing=True)
    runs = markup.text_run(label + words, markup.run_of(half_points=half(size)))
    return markup.paragraph("Cover", runs, f"{frame}<w:pBdr>{rules}</w:pBdr>{stop}{exact(pitch)}{indent}")


def _rule(side: str, space: int, session: WordSession, *, outer: bool) -> str:
    width = round(session.look.points(f"rule.imprint_{'outer' if outer else 'inner'}") * 8)
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{session.ink}"/>'
