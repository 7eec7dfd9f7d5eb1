"""The head of a page: its heading with the date at the right, over 文武线, or the heading alone below it."""

from typing import NamedTuple

from editor.export.word import markup
from editor.export.word.front.display import date_run, double_rule, rules_height
from editor.export.word.front.places import exact, half, head_line, line_of, points
from editor.export.word.geometry import TWIPS_PER_POINT
from editor.export.word.session import WordSession

_GOING_ON, _ABOVE_RULE = 0.66, 120
_OVER_TEXT = 1004  # from the top of a further page's head to the text
GOING_ON_AT = 753
"""How far the head of further pages stands below the page's edge."""


class PageHead(NamedTuple):
    """A page's heading. size: of its type; gap: to the rules; after: from the rules to what follows; twips."""

    style: str
    runs: str
    size: int
    gap: int
    after: int


def dated_head(head: PageHead, dates: tuple[str, ...], session: WordSession, properties: str = "") -> str:
    """Return the head of a page with its date. properties: of the paragraph, before its borders."""
    line, space = head_line(session.look, head.size, head.gap, rules_height(session.look))
    rule = double_rule(session.look, session.accent, space=space)
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>'
    content = head.runs + markup.text_run("\t") + date_run(dates, session)
    return markup.paragraph(head.style, content, properties + rule + stop + exact(line, after=head.after))


def head_height(head: PageHead, session: WordSession) -> int:
    """Return the height of a page's head with its rules."""
    rules = rules_height(session.look)
    line, space = head_line(session.look, head.size, head.gap, rules)
    return line + space * TWIPS_PER_POINT + rules


def head_going_on(name: str, dates: tuple[str, ...], session: WordSession) -> str:
    """Return the head of further pages; none in a look without running heads, whose later pages would inherit it."""
    if not session.look.flag("style.running_head"):
        return ""
    return _further_head(name, dates, session) if name else markup.paragraph("Header", "")


def placed_head(name: str, dates: tuple[str, ...], session: WordSession) -> str:
    """Return the head of the page of the paragraph that follows, at its place; none in a look with running heads."""
    if session.look.flag("style.running_head") or not name:
        return ""
    geometry = session.geometry
    return _further_head(name, dates, session, markup.frame(geometry.left, geometry.top - _OVER_TEXT, geometry.measure))


def _further_head(name: str, dates: tuple[str, ...], session: WordSession, place: str = "") -> str:
    size = round(points(session.look, "type.opener") * _GOING_ON)
    line = line_of(size)
    space = max(0, _ABOVE_RULE - line + size) // TWIPS_PER_POINT
    thin = round(session.look.points("rule.thin") * 8)
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="{thin}" w:space="{space}" w:color="{session.accent}"/></w:pBdr>'
    runs = markup.text_run(f"{name}（续）", markup.run_of(bold=True, colour=session.accent, half_points=half(size)))
    content = runs + markup.text_run("\t") + date_run(dates, session)
    return markup.paragraph("Header", content, place + rule + exact(line))
