"""The cover as the head of an official document: red name, number, publisher and date over a double rule."""

from editor.document.cover_plan import cover_plan
from editor.document.parts import Cover
from editor.export.word import markup
from editor.export.word.front.display import double_rule, rules_height
from editor.export.word.front.masthead import (
    headline_markup,
    masthead_markup,
    slogan_markup,
    strapline_run,
)
from editor.export.word.front.places import (
    Downward,
    WordSection,
    front_foot,
    front_margins,
    half,
    line_of,
    millimetres,
    points,
)
from editor.export.word.front.secondary import secondary_markup
from editor.export.word.geometry import TWIPS_PER_MM, TWIPS_PER_POINT
from editor.export.word.session import WordSession

_CENTRE = '<w:jc w:val="center"/>'
_ABOVE_PUBLISHER, _ABOVE_RULE = round(8 * TWIPS_PER_MM), round(2.5 * TWIPS_PER_MM)
_TRACKING = 0.1


def head_cover_piece(cover: Cover, session: WordSession) -> WordSection:
    """Return the cover as a Word section of its own, since its text begins above that of other pages."""
    measures, look = session.geometry, session.look
    top = measures.top + millimetres(look, "cover.slogan_top")
    plan = cover_plan(cover, look)
    margins = front_margins(look, measures)._replace(top=top)
    down = Downward(top)
    parts = (
        slogan_markup(cover, session, down, top, _CENTRE),
        masthead_markup(cover, session, down, _place("masthead", session), measures.measure),
        _number(cover, session, down, _place("number", session)),
        _publisher(cover, session, down, _place("number", session)),
        _strapline(cover, session, down, _place("slogan", session)),
        headline_markup(cover, plan, session, down, _place("headline", session)),
        secondary_markup(plan.lines, session, (margins.left, measures.measure, front_foot(look, measures))),
    )
    return WordSection("".join(parts), "", margins)


def _place(name: str, session: WordSession) -> int:
    return session.geometry.top + millimetres(session.look, f"cover.{name}")


def _number(cover: Cover, session: WordSession, down: Downward, top: int) -> str:
    _, *numbers = cover.issue_line
    words = "".join((*numbers[:1], *(f"（{part}）" for part in numbers[1:])))
    size = points(session.look, "cover.size_number")
    run = markup.text_run(" ".join(filter(None, (words, cover.edition))), markup.run_of(half_points=half(size)))
    return markup.paragraph("Cover", run, down.line(top, size) + _CENTRE)


def _publisher(cover: Cover, session: WordSession, down: Downward, top: int) -> str:
    """Return publisher and date over the double rule. top: of the line above."""
    look = session.look
    size = points(look, "cover.size_date")
    line = markup.text_run(f"{cover.publisher}\t{cover.issue_line[0]}", markup.run_of(half_points=half(size)))
    space = max(0, round((_ABOVE_RULE - line_of(size) + size) / TWIPS_PER_POINT))
    rule = double_rule(look, session.accent, space=space)
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>'
    below = space * TWIPS_PER_POINT + rules_height(look)
    spacing = down.line(top + points(look, "cover.size_number") + _ABOVE_PUBLISHER, size, below=below)
    return markup.paragraph("Cover", line, rule + stop + spacing)


def _strapline(cover: Cover, session: WordSession, down: Downward, top: int) -> str:
    if not cover.strapline:
        return ""
    spacing = down.line(top, points(session.look, "cover.size_slogan"))
    return markup.paragraph("Cover", strapline_run(cover, session, _TRACKING), spacing + _CENTRE)
