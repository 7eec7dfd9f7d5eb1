"""The foot of the credits page: contacts at the left, codes to scan with their captions at the right, the notice."""

from editor.document.drawings import code_key, codes_of
from editor.document.parts import CreditsPage
from editor.export.word import markup
from editor.export.word.front.display import LABEL_CELLS, label_runs, spread_label
from editor.export.word.front.heads import placed_head
from editor.export.word.front.masthead import KAI
from editor.export.word.front.places import exact, front_foot, half, leading, points, width_of
from editor.export.word.geometry import ASCENT, BASELINE, TWIPS_PER_MM, TWIPS_PER_POINT
from editor.export.word.lines import count_lines
from editor.export.word.session import WordSession
from editor.model.body import text_of
from editor.model.publication import Contact

_LABEL, _GAP = 0.92, 2.6
_GUTTER, _BETWEEN_CODES, _ABOVE_CAPTION = (round(one * TWIPS_PER_MM) for one in (10, 6, 2.4))
_LEAST_SIDE, _SIDE, _MOST_BESIDE = 32 * TWIPS_PER_MM, 10.2, 2
_CAPTION_LEADING, _NOTICE_LEADING, _BELOW_RULE = 0.4, 0.62, 160


def foot_markup(page: CreditsPage, session: WordSession, *, alone: bool) -> str:
    """Return the foot, everything at its place on the page of the paragraph that follows; nothing where it is empty.

    alone: on a page without credits, which it begins, as in the PDF.
    """
    top = session.geometry.top
    bottom = top + foot_height(page, session) if alone else front_foot(session.look, session.geometry)
    rule = bottom - (_notice_height(page, session) if page.notice else 0)
    above = rule - _above_rule(session)
    notice = _notice(page, session, rule) if page.notice else ""
    head = placed_head(page.masthead, page.issue_line, session) if alone else ""
    return head + _contacts(page, session, above) + _codes(page, session, above) + notice


def _above_rule(session: WordSession) -> int:
    """Return the space between the contacts and the rule of the notice."""
    return session.geometry.unit + leading(session.look)


def foot_height(page: CreditsPage, session: WordSession) -> int:
    """Return the height of the foot, 0 where it is empty."""
    upper = max(_contacts_height(page, session), _codes_height(page, session))
    return (upper + _above_rule(session) if upper else 0) + (_notice_height(page, session) if page.notice else 0)


def _left_width(page: CreditsPage, session: WordSession) -> int:
    """Return the width beside the codes."""
    beside = min(_MOST_BESIDE, len(codes_of(page)))
    right = beside * code_side(session) + max(0, beside - 1) * _BETWEEN_CODES + (_GUTTER if beside else 0)
    return session.geometry.measure - right


def code_side(session: WordSession) -> int:
    """Return the side of a code's frame."""
    return round(max(_LEAST_SIDE, _SIDE * points(session.look, "type.note")))


def _pitch(session: WordSession) -> int:
    """Return the height of a line of contacts."""
    size, pitch = points(session.look, "type.credits"), points(session.look, "type.credits_pitch")
    return round(size * _LABEL) + pitch - size


def _printed(page: CreditsPage) -> list[Contact]:
    return [contact for contact in page.contacts if contact.value]


def _indent(page: CreditsPage, session: WordSession) -> int:
    """Return the width of the labels with the gap behind them."""
    size = points(session.look, "type.credits")
    label = round(size * _LABEL)
    widest = (width_of(contact.label, label, bold=True) for contact in _printed(page))
    return max(LABEL_CELLS * label, *widest, 0) + round(size * _GAP)


def _contacts(page: CreditsPage, session: WordSession, bottom: int) -> str:
    """Return the contacts in one frame, its last line where the PDF has it. bottom: of the codes beside it."""
    size, pitch = round(points(session.look, "type.credits") * _LABEL), _pitch(session)
    indent = _indent(page, session)
    # the PDF's line is lower by what its baseline stands higher in it
    low = round((pitch - size) / 2 + size * ASCENT - pitch * BASELINE)
    top = bottom - _contacts_height(page, session) + low
    place = markup.frame(session.geometry.left, top, _left_width(page, session))
    tabs = f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs>'
    properties = f'{place}{tabs}{exact(pitch)}<w:ind w:left="{indent}" w:hanging="{indent}"/>'
    lines = []
    for contact in _printed(page):
        label = spread_label(contact.label, size, session, colour=session.ink)
        value = markup.text_run(f"\t{contact.value}", markup.run_of(half_points=half(size)))
        lines.append(markup.paragraph("Credit", label + value, properties))
    return "".join(lines)


def _contacts_height(page: CreditsPage, session: WordSession) -> int:
    size = round(points(session.look, "type.credits") * _LABEL)
    width = max(size, _left_width(page, session) - _indent(page, session))
    return _pitch(session) * sum(count_lines(text_of(one.value), width=width / size) for one in _printed(page))


def _codes(page: CreditsPage, session: WordSession, bottom: int) -> str:
    """Return the codes with their captions, two in a row, each in a frame."""
    side, places = code_side(session), codes_of(page)
    right = session.geometry.left + session.geometry.measure
    beside = min(_MOST_BESIDE, len(places))
    each = _code_height(session) + _BETWEEN_CODES
    rows = -(-len(places) // _MOST_BESIDE)
    parts = []
    for at, place in enumerate(places):
        row, column = divmod(at, _MOST_BESIDE)
        left = right - (beside - column) * side - (beside - column - 1) * _BETWEEN_CODES
        top = bottom - (rows - row) * each + _BETWEEN_CODES
        parts.append(_code(page.contacts[place], place, session, markup.frame(left, top, side)))
    return "".join(parts)


def _code_height(session: WordSession) -> int:
    return code_side(session) + _ABOVE_CAPTION + points(session.look, "type.note")


def _codes_height(page: CreditsPage, session: WordSession) -> int:
    rows = -(-len(codes_of(page)) // _MOST_BESIDE)
    return rows * (_code_height(session) + _BETWEEN_CODES) - _BETWEEN_CODES if rows else 0


def _code(contact: Contact, place: int, session: WordSession, frame: str) -> str:
    """Return a code in its corner marks, drawn by the typesetter, else its label; below it the caption."""
    size, side = points(session.look, "type.note"), code_side(session)
    line, centre = round(size * (1 + _CAPTION_LEADING)), '<w:jc w:val="center"/>'
    above = max(0, round(_ABOVE_CAPTION + size * ASCENT - line * BASELINE))
    data = session.drawings.get(code_key(place)) or session.stored(contact.picture)
    if data:
        number, alt = session.next_drawing(), contact.caption or contact.label or "二维码"
        drawn = markup.picture(session.image(data), number, (side, side), name=f"图 {number}", alt=alt)
        shown = markup.paragraph("Picture", drawn, frame + centre)
    else:
        grey = markup.run_of(colour=session.grey, half_points=half(size))
        room = (side - line) // 2
        label = markup.text_run(contact.label or contact.caption, grey, east=KAI)
        shown = markup.paragraph("Credit", label, frame + exact(line, before=room, after=room) + centre)
    if not contact.caption:
        return shown
    words = markup.text_run(contact.caption, markup.run_of(half_points=half(size)))
    return shown + markup.paragraph("Credit", words, frame + exact(line, before=above) + centre)


def _notice_line(session: WordSession) -> int:
    return round(points(session.look, "type.small") * (1 + _NOTICE_LEADING))


def _below_rule(session: WordSession) -> int:
    return _BELOW_RULE + leading(session.look)


def _notice(page: CreditsPage, session: WordSession, top: int) -> str:
    """Return the notice under its rule."""
    size, line = points(session.look, "type.small"), _notice_line(session)
    # half of it, since LibreOffice counts the space to a rule twice in a frame
    space = max(0, round((_below_rule(session) + size * ASCENT - line * BASELINE) / 2 / TWIPS_PER_POINT))
    thin = round(session.look.points("rule.thin") * 8)
    rule = f'<w:pBdr><w:top w:val="single" w:sz="{thin}" w:space="{space}" w:color="{session.accent}"/></w:pBdr>'
    label = label_runs(f"{page.notice_label}：", size, session, colour=session.ink)
    grey = markup.run_of(colour=session.grey, half_points=half(size))
    words = markup.text_run(page.notice, grey, east=KAI)
    place = markup.frame(session.geometry.left, top, session.geometry.measure)
    return markup.paragraph("Note", label + words, f'{place}{rule}{exact(line)}<w:jc w:val="both"/>')


def _notice_height(page: CreditsPage, session: WordSession) -> int:
    size = points(session.look, "type.small")
    words = text_of(f"{page.notice_label}：{page.notice}")
    lines = count_lines(words, width=session.geometry.measure / size)
    return _below_rule(session) + lines * _notice_line(session) - round(size * _NOTICE_LEADING)
