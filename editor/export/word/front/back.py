"""The back matter: publishers with their logos and what they say of themselves."""

from editor.document.drawings import GROUND
from editor.document.parts import BackMatter
from editor.export.word import markup
from editor.export.word.front.display import double_rule, flanked, rules_height
from editor.export.word.front.places import block_height, exact, half, leading, line_of, points
from editor.export.word.geometry import ASCENT, BASELINE, TWIPS_PER_MM, TWIPS_PER_POINT
from editor.export.word.session import WordSession
from editor.model.picture import Picture
from editor.model.publication import Publisher

_LOGO_UNITS, _LOGO_GAP = 2.5, round(5 * TWIPS_PER_MM)
_TRACKING, _HEAD_GAP, _NAME_GAP = 0.08, 180, 100
_BETWEEN, _BELOW, _APART = 2, 0.75, 2
_WHITE, _PALE = "FFFFFF", "DBDBDB"


def back_markup(back: BackMatter, session: WordSession) -> str:
    """Return the back matter."""
    parts = [_flanked(back, session) if session.look.text("style.opener") == "plain" else _banded(back, session)]
    for at, publisher in enumerate(back.publishers):
        texts = [text for text in publisher.paragraphs if text]
        gap = 0 if at == len(back.publishers) - 1 else _between(session)
        parts.append(_names(publisher, session))
        parts += [_text(texts, place, session, gap) for place in range(len(texts))]
        # tables without a paragraph between them would be one
        parts.append("" if texts else markup.separator(exact(TWIPS_PER_POINT, after=gap)))
    return "".join(parts)


def is_dark(session: WordSession) -> bool:
    """Whether the back matter stands on a dark ground; without the drawing of it, white text would not be seen."""
    return session.look.settings.get("style.back") == "dark" and GROUND in session.drawings


def _colours(session: WordSession) -> tuple[str, str, str]:
    """Return the colours of heading, text and English names."""
    return (_WHITE, _WHITE, _PALE) if is_dark(session) else (session.accent, session.ink, session.grey)


def _between(session: WordSession) -> int:
    """Return the space between publishers, less what the last line ends below its type."""
    pitch, size = points(session.look, "type.back_pitch"), points(session.look, "type.back")
    return round(_BETWEEN * session.geometry.unit - pitch * (1 - BASELINE) + size * (1 - ASCENT))


def _text(texts: list[str], place: int, session: WordSession, gap: int) -> str:
    """Return a paragraph of what a publisher says of itself. gap: below the last one."""
    pitch, size = points(session.look, "type.back_pitch"), points(session.look, "type.back")
    above = round(_BELOW * session.geometry.unit - pitch * BASELINE + size * ASCENT) if place == 0 else 0
    spacing = exact(pitch, before=above, after=gap if place == len(texts) - 1 else 0)
    ink = markup.run_of(colour=_colours(session)[1])
    return markup.paragraph("BackText", markup.text_run(texts[place], ink), spacing)


def _banded(back: BackMatter, session: WordSession) -> str:
    """Return the heading under 文武线, its baseline where the PDF has it."""
    look = session.look
    size, gap = points(look, "type.opener"), _HEAD_GAP + leading(look)
    line, rules = line_of(size), rules_height(look)
    accent = _colours(session)[0]
    rule = double_rule(look, accent, space=gap // TWIPS_PER_POINT, side="top")
    runs = markup.text_run(back.heading, markup.run_of(colour=accent, spacing=round(size * _TRACKING)))
    below = block_height(look, rules + gap + size) + leading(look) + session.geometry.unit - rules - gap - line
    return markup.paragraph("TOCHeading", runs, rule + exact(line, after=below))


def _flanked(back: BackMatter, session: WordSession) -> str:
    """Return the heading in the middle of a rule, as names of sections are."""
    look, size = session.look, points(session.look, "type.section")
    block = block_height(look, size)
    line = round((block / 2 + size * (ASCENT - 0.5)) / BASELINE)
    spacing = exact(line, after=block + leading(look) + session.geometry.unit - line)
    tabs, runs = flanked(back.heading, size, session, _colours(session)[0])
    return markup.paragraph("TOCHeading", runs, f'{tabs}{spacing}<w:jc w:val="left"/>')


def _names(publisher: Publisher, session: WordSession) -> str:
    """Return the names, beside the logo where there is one."""
    dark = is_dark(session) and session.stored(publisher.dark_logo) is not None
    logo = publisher.dark_logo if dark else publisher.logo
    data = session.stored(logo)
    if not data or not logo:
        return _lines(publisher, session)
    size, number = _logo_size(logo, session), session.next_drawing()
    drawn = markup.picture(session.image(data), number, size, name=f"图 {number}", alt=publisher.name or "标志")
    widths = (size[0], session.geometry.measure - size[0])
    # on a dark ground the logo for a light one has a white box
    fill = _WHITE if is_dark(session) and not dark else ""
    cells = [
        markup.cell(widths[0], markup.paragraph("Picture", drawn), fill=fill),
        markup.cell(widths[1], _lines(publisher, session, indent=_LOGO_GAP)),
    ]
    return markup.table(widths, [markup.row(size[1], cells)])


def _logo_size(logo: Picture, session: WordSession) -> tuple[int, int]:
    """Return width and height of a logo, at most half the measure wide."""
    high = round(_LOGO_UNITS * session.geometry.unit)
    wide = max(1, min(high * logo.width // logo.height, session.geometry.measure // 2))
    return wide, max(1, min(high, wide * logo.height // logo.width))


def _lines(publisher: Publisher, session: WordSession, *, indent: int = 0) -> str:
    """Return the name, and below it the English one, in italics in a look with a face of its own for figures."""
    look = session.look
    size, small = points(look, "type.publisher"), points(look, "type.back")
    wanted = size * (1 - ASCENT) + _NAME_GAP + points(look, "type.back_pitch") - small + small * ASCENT
    between = round(wanted - line_of(size) * (1 - BASELINE) - line_of(small) * BASELINE)
    english, left = publisher.english_name, f'<w:ind w:left="{indent}"/>'
    _, ink, grey = _colours(session)
    spacing = exact(line_of(size), after=between if english else 0)
    run = markup.text_run(publisher.name, markup.run_of(colour=ink))
    name = markup.paragraph("Publisher", run, spacing + left)
    if not english:
        return name
    # a little apart: LibreOffice would slant fi as one sign, in which no reader of the PDF finds the letters
    apart = markup.run_of(colour=grey, spacing=_APART, half_points=half(small))
    properties = apart if session.look.text("style.opener") == "plain" else f"<w:i/><w:iCs/>{apart}"
    return name + markup.paragraph("Note", markup.text_run(english, properties), exact(line_of(small)) + left)
