"""The cover with its drawing: slogan, masthead, strapline and date, drawing, headline, other headlines at the foot."""

from editor.document.cover_plan import cover_plan
from editor.document.drawings import COVER
from editor.document.parts import Cover
from editor.export.word import markup
from editor.export.word.front.masthead import (
    headline_markup,
    masthead_markup,
    slogan_markup,
    strapline_run,
)
from editor.export.word.front.places import Downward, PageMargins, WordSection, half, millimetres, points, sides
from editor.export.word.front.secondary import secondary_markup
from editor.export.word.geometry import PAGE_HEIGHT, PAGE_WIDTH, TWIPS_PER_MM
from editor.export.word.session import WordSession
from editor.model.picture import Picture

_MOST_CROP = 49_990
_SLOGAN_BOX = round(8 * TWIPS_PER_MM)
_TRACKING = 0.12


def cover_piece(cover: Cover, session: WordSession) -> WordSection:
    """Return the cover as a Word section of its own, since its margins are."""
    look = session.look
    margin = millimetres(look, "cover.margin")
    width = PAGE_WIDTH - 2 * margin
    top = millimetres(look, "cover.slogan_top") + _SLOGAN_BOX - points(look, "cover.size_slogan_top")
    plan = cover_plan(cover, look)
    foot = millimetres(look, "cover.foot")
    down = Downward(top)
    parts = (
        slogan_markup(cover, session, down, top),
        masthead_markup(cover, session, down, millimetres(look, "cover.masthead"), width),
        _strapline(cover, session, down, width),
        headline_markup(cover, plan, session, down, millimetres(look, "cover.headline")),
        secondary_markup(plan.lines, session, (margin, width, PAGE_HEIGHT - foot)),
    )
    left, right = sides(margin, width)
    margins = PageMargins(top=top, right=right, bottom=foot, left=left)
    return WordSection("".join(parts), "", margins)


def _strapline(cover: Cover, session: WordSession, down: Downward, width: int) -> str:
    """Return strapline and date in a line, which also holds the drawing across the page."""
    words = "　".join(filter(None, (*cover.issue_line, cover.edition)))
    date = markup.text_run(words, markup.run_of(half_points=half(points(session.look, "cover.size_date"))))
    line = _panel(cover, session) + strapline_run(cover, session, _TRACKING) + markup.text_run("\t") + date
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    spacing = down.line(millimetres(session.look, "cover.line"), points(session.look, "cover.size_slogan"))
    return markup.paragraph("Cover", line, stop + spacing)


def _panel(cover: Cover, session: WordSession) -> str:
    """Return the drawing, or the editor's picture cropped to its place; nothing where neither is at hand."""
    size = (PAGE_WIDTH, millimetres(session.look, "cover.panel_height"))
    shown = session.stored(cover.picture)
    data = shown or session.drawings.get(COVER)
    if not data:
        return ""
    crop = _crop(cover.picture, size) if shown and cover.picture else (0, 0)
    number, top = session.next_drawing(), millimetres(session.look, "cover.panel")
    alt = "封面图片" if shown else "封面图：本期各篇文章的长短和本年的各周"
    return markup.page_picture(session.image(data), number, size, top=top, name=f"图 {number}", alt=alt, crop=crop)


def _crop(picture: Picture, size: tuple[int, int]) -> tuple[int, int]:
    """Return what to cut off on either side, across and down, so that a picture fills size."""
    wide, high = picture.width * size[1], picture.height * size[0]
    kept = (min(1.0, high / wide), min(1.0, wide / high))
    # the crop must leave a part of the picture, however narrow
    return min(_MOST_CROP, round((1 - kept[0]) * 50_000)), min(_MOST_CROP, round((1 - kept[1]) * 50_000))
