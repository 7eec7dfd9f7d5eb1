"""What both covers have: slogan, masthead, strapline and headline."""

from editor.document.cover_plan import CoverPlan
from editor.document.parts import Cover
from editor.export.word import markup
from editor.export.word.front.display import display_runs
from editor.export.word.front.places import Downward, half, points, width_of
from editor.export.word.geometry import TWIPS_PER_MM, TWIPS_PER_POINT
from editor.export.word.session import WordSession

KAI = "楷体"
_SPREAD_FROM = 1.25
_LEADING = {"rings": 0.42, "head": 0.6}
_PICTURE_HEIGHT = round(24 * TWIPS_PER_MM)


def slogan_markup(cover: Cover, session: WordSession, down: Downward, top: int, properties: str = "") -> str:
    """Return the line above the masthead, nothing without one. properties: of the paragraph, after its spacing."""
    if not cover.slogan:
        return ""
    size = points(session.look, "cover.size_slogan_top")
    run = markup.text_run(cover.slogan, markup.run_of(colour=session.grey, half_points=half(size)), east=KAI)
    return markup.paragraph("Cover", run, down.line(top, size) + properties)


def masthead_markup(cover: Cover, session: WordSession, down: Downward, top: int, width: int) -> str:
    """Return the masthead set to the width, or its picture; nothing where the publication has no name."""
    if session.stored(cover.masthead_picture):
        return _picture(cover, session, down, top, width)
    if not cover.masthead:
        return ""
    runs, size = masthead_runs(cover.masthead, width, points(session.look, "type.masthead_max"))
    return markup.paragraph("Title", runs, down.line(top, size))


def masthead_runs(name: str, width: int, most: int) -> tuple[str, int]:
    """Return the masthead as large as the width and the look allow, spread over a nearly full line, and its size."""
    size = half(min(most, width // len(name))) * 10
    spread = len(name) > 1 and len(name) * size * _SPREAD_FROM > width
    gap = max(0, width - width_of(name, size, bold=True)) // (len(name) - 1) if spread else 0
    wide, last = (markup.run_of(spacing=one, half_points=half(size)) for one in (gap, 0))
    return markup.text_run(name[:-1], wide) + markup.text_run(name[-1:], last), size


def _picture(cover: Cover, session: WordSession, down: Downward, top: int, width: int) -> str:
    """Return the masthead's picture in the middle of its place, nothing where it is missing."""
    picture, data = cover.masthead_picture, session.stored(cover.masthead_picture)
    if not picture or not data:
        return ""
    high = max(1, min(_PICTURE_HEIGHT, width * picture.height // picture.width))
    size, number = (max(1, high * picture.width // picture.height), high), session.next_drawing()
    drawn = markup.picture(session.image(data), number, size, name=f"图 {number}", alt=cover.masthead or "刊名")
    spacing = down.box(top + (_PICTURE_HEIGHT - high) // 2, high)
    return markup.paragraph("Picture", drawn, f'{spacing}<w:jc w:val="center"/>')


def strapline_run(cover: Cover, session: WordSession, tracking: float) -> str:
    """Return the strapline. tracking: em after each letter."""
    size = points(session.look, "cover.size_slogan")
    tracked = markup.run_of(spacing=round(size * tracking), half_points=half(size))
    return markup.text_run(cover.strapline, tracked, east=KAI)


def headline_markup(cover: Cover, plan: CoverPlan, session: WordSession, down: Downward, top: int) -> str:
    """Return the headline, linked to its article; nothing without one."""
    lines, size = [line for line in plan.headline if line], round(plan.size * TWIPS_PER_POINT)
    if not lines:
        return ""
    pitch = round(size * (1 + _LEADING[session.look.text("style.cover")]))
    words = markup.text_run("\n").join(display_runs(line, size) for line in lines)
    linked = markup.internal_link(session.bookmark(cover.anchor)[0], words) if cover.anchor else words
    return markup.paragraph("CoverHeadline", linked, down.line(top, size, pitch=pitch, count=len(lines)))
