"""Type in display sizes: headlines with close brackets, labels, dates, and the double rule under heads."""

from itertools import groupby

from editor.document.look import LookTable
from editor.export.word import markup
from editor.export.word.front.places import half, points, width_of
from editor.export.word.session import WordSession
from editor.export.word.styles import word_font
from editor.text.characters import is_han

LABEL_CELLS = 4
_FLANKED_TRACKING = 0.2
_OPENING, _CLOSING = frozenset("《（“‘「『【〈"), frozenset("》）”’」』】〉")


def display_runs(text: str, size: int, *, colour: str = "", spacing: int = 0) -> str:
    """Return text of a display size; brackets and quotes beside a letter give up a quarter of their blank.

    spacing: added to every letter, twips.
    """
    runs = []
    for close, places in groupby(range(len(text)), key=lambda at: _is_close(text, at)):
        apart = spacing - size // 4 if close else spacing
        properties = markup.run_of(colour=colour, spacing=apart, half_points=half(size))
        runs.append(markup.text_run("".join(text[at] for at in places), properties))
    return "".join(runs)


def _is_close(text: str, at: int) -> bool:
    """Return whether a quarter of an em is taken away behind a character."""
    pair = text[at : at + 2]
    return len(pair) == 2 and (
        (pair[1] in _OPENING and _is_letter(pair[0])) or (pair[0] in _CLOSING and _is_letter(pair[1]))
    )


def _is_letter(char: str) -> bool:
    return is_han(char) or (char.isascii() and char.isalnum())


def label_runs(text: str, size: int, session: WordSession, *, colour: str) -> str:
    """Return a label in the look's bold sans."""
    properties = markup.run_of(bold=True, colour=colour, half_points=half(size))
    return markup.text_run(text, properties, east=word_font(session.look, "label"))


def spread_label(text: str, size: int, session: WordSession, *, colour: str) -> str:
    """Return a label with its letters spread over four em, longer ones as they are."""
    gaps = len(text) - 1
    gap = (LABEL_CELLS - len(text)) * size // gaps if 0 < gaps < LABEL_CELLS - 1 else 0
    if not gap:
        return label_runs(text, size, session, colour=colour)
    wide = markup.run_of(bold=True, colour=colour, spacing=gap, half_points=half(size))
    first = markup.text_run(text[:-1], wide, east=word_font(session.look, "label"))
    return first + label_runs(text[-1:], size, session, colour=colour)


def flanked(text: str, size: int, session: WordSession, colour: str) -> tuple[str, str]:
    """Return tabs and runs of a heading in the middle of a rule across the measure: tabs that are struck through."""
    measure, apart = session.geometry.measure, round(size * _FLANKED_TRACKING)
    wide = width_of(text, size, bold=True) + len(text) * apart
    left = max(size, (measure - wide) // 2)
    ends = (left - size, left, min(measure, left + wide + size), measure)
    kinds = ("left", "left", "left", "right")
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in zip(kinds, ends, strict=True))
    rule = markup.text_run("\t", f"<w:strike/>{markup.run_of(colour=colour, half_points=half(size))}")
    blank = markup.text_run("\t", markup.run_of(half_points=half(size)))
    properties = markup.run_of(bold=True, colour=colour, spacing=apart, half_points=half(size))
    heading = markup.text_run(text, properties, east=word_font(session.look, "label"))
    return f"<w:tabs>{stops}</w:tabs>", rule + blank + heading + blank + rule


def date_run(parts: tuple[str, ...], session: WordSession) -> str:
    """Return date and numbers beside a heading, an em apart."""
    size = half(points(session.look, "type.date"))
    return markup.text_run("　".join(parts), markup.run_of(bold=False, colour=session.grey, half_points=size))


def double_rule(look: LookTable, colour: str, *, space: int, side: str = "bottom") -> str:
    """Return 文武线 as a border. space: pt from the text.

    Word's borders of two rules: beside a thick one either a thin one of 0.75 pt at 0.75 pt, or one of half its width at
    as much.
    """
    thick = round(look.points("rule.thick") * 8)
    # named from the text outwards: the thick one is the upper on either side
    order = "thinThick" if side == "top" else "thickThin"
    kind = f"{order}SmallGap" if look.points("rule.thick") > 3 * look.points("rule.thin") else f"{order}MediumGap"
    return f'<w:pBdr><w:{side} w:val="{kind}" w:sz="{thick}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def rules_height(look: LookTable) -> int:
    """Return the height of 文武线 in the PDF."""
    return points(look, "rule.thick") + points(look, "rule.gap") + points(look, "rule.thin")
