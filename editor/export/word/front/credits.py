"""The credits page: roles and names between hairlines, at the foot contacts, codes to scan and the notice."""

from editor.document.parts import CreditsPage
from editor.export.word import markup
from editor.export.word.front.credits_foot import foot_height, foot_markup
from editor.export.word.front.display import LABEL_CELLS, rules_height, spread_label
from editor.export.word.front.heads import PageHead, dated_head, head_going_on
from editor.export.word.front.names import name_lines
from editor.export.word.front.places import (
    WordSection,
    exact,
    front_margins,
    half,
    head_line,
    leading,
    points,
    width_of,
)
from editor.export.word.geometry import ASCENT, BASELINE, SEPARATOR, TWIPS_PER_POINT
from editor.export.word.lines import count_lines
from editor.export.word.session import WordSession
from editor.model.body import text_of
from editor.model.credits import Credit

LABEL = 0.92
_GAP, _HEAD = 2.6, 1.08
_HEAD_GAP = 120


def credits_piece(page: CreditsPage, session: WordSession) -> WordSection:
    """Return the credits page as a Word section."""
    rows = [credit for credit in page.credits if credit not in session.recipients]
    size = round(points(session.look, "type.opener") * _HEAD)
    runs = markup.text_run(page.masthead, markup.run_of(bold=True, colour=session.accent, half_points=half(size)))
    head = PageHead(style="Credit", runs=runs, size=size, gap=_HEAD_GAP, after=_below_head(session))
    content = dated_head(head, page.issue_line, session) + _table(rows, session)
    # rows that run on over the page take it whole: only what stands on the last one counts
    free = (session.geometry.area - leading(session.look) - _used(rows, session, head)) % session.geometry.area
    # one that is empty has no height
    late = foot_height(page, session) > free
    foot = foot_markup(page, session, alone=late)
    margins = front_margins(session.look, session.geometry)
    going_on = head_going_on(page.masthead, page.issue_line, session)
    return WordSection(content + foot, "", margins, late=late, going_on=going_on)


def _below_head(session: WordSession) -> int:
    """Return the space from the rules to the first row: a unit and the leading of another."""
    return session.geometry.unit + leading(session.look)


def _used(rows: list[Credit], session: WordSession, head: PageHead) -> int:
    line, space = head_line(session.look, head.size, head.gap, rules_height(session.look))
    above = line + space * TWIPS_PER_POINT + rules_height(session.look) + head.after
    return above + sum(_row_height(credit, rows, session) for credit in rows) + SEPARATOR


def _label_width(rows: list[Credit], session: WordSession) -> int:
    """Return the width of the labels' column with the gap behind them."""
    size = points(session.look, "type.credits")
    label = round(size * LABEL)
    widest = max(max(LABEL_CELLS * label, width_of(credit.role, label, bold=True)) for credit in rows)
    return min(widest + round(size * _GAP), session.geometry.measure // 2)


def _row_height(credit: Credit, rows: list[Credit], session: WordSession) -> int:
    look, size = session.look, points(session.look, "type.credits")
    width = session.geometry.measure - _label_width(rows, session)
    lines = sum(count_lines(text_of(line.text), width=width / size) for line in name_lines(credit, size, width))
    pitch = points(look, "type.credits_pitch")
    return 2 * points(look, "type.credits_row") + size + (max(1, lines) - 1) * pitch


def _table(rows: list[Credit], session: WordSession) -> str:
    if not rows:
        return ""
    first = _label_width(rows, session)
    widths = (first, session.geometry.measure - first)
    hair = f'w:val="single" w:sz="{session.hair}" w:space="0" w:color="{session.line}"'
    made = [_row(credit, widths, session) for credit in rows]
    return markup.table(widths, made, borders=f"<w:bottom {hair}/><w:insideH {hair}/>")


def _row(credit: Credit, widths: tuple[int, int], session: WordSession) -> str:
    """Return a row, its first baseline where the PDF has it."""
    look, size = session.look, points(session.look, "type.credits")
    pitch, pad = points(look, "type.credits_pitch"), points(look, "type.credits_row")
    above = max(0, round(pad + size * ASCENT - pitch * BASELINE))
    hair = session.hair * TWIPS_PER_POINT // 8
    below = max(0, 2 * pad + size - pitch - above - hair)
    label = spread_label(credit.role, round(size * LABEL), session, colour=session.accent)
    lines = name_lines(credit, size, widths[1])
    last = len(lines) - 1
    names = "".join(
        markup.paragraph(
            "Credit",
            line.runs,
            line.stops + exact(pitch, before=above if at == 0 else 0, after=below if at == last else 0),
        )
        for at, line in enumerate(lines)
    )
    labelled = markup.paragraph("Credit", label, exact(pitch, before=above, after=below))
    cells = (markup.cell(widths[0], labelled, align="top"), markup.cell(widths[1], names, align="top"))
    return markup.row(2 * pad + size - hair, cells)
