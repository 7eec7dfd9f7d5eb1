"""Figures in Word: picture and caption in a row that no page break divides."""

from editor.export.word import markup
from editor.export.word.captions import caption_runs
from editor.export.word.elements import FigureRow
from editor.export.word.front.places import exact, points
from editor.export.word.geometry import ASCENT, BASELINE
from editor.export.word.session import WordSession
from editor.model.body import MISSING_PICTURE, Figure

_GAP, _LEADING = 140, 0.5  # between picture and caption, twips; between the lines of a caption, of their size
_EMPTY_UNITS = 6


def figure_markup(element: FigureRow, session: WordSession) -> str:
    """Return a figure."""
    figure, measure = element.figure, session.geometry.measure
    data = session.stored(figure.picture)
    inner = _picture(figure, data, element.size, session) if data and element.size else _placeholder(session)
    # a cell ends with a paragraph
    inner += _caption(figure, session) or ("" if data else markup.separator())
    return markup.table([measure], [markup.row(element.height, [markup.cell(measure, inner)])])


def _caption(figure: Figure, session: WordSession) -> str:
    source = f"来源：{figure.source}" if figure.source else ""
    if not (figure.caption or source):
        return ""
    caption = caption_runs(figure.caption, session) if figure.caption else ""
    between = markup.text_run("　") if figure.caption and source else ""
    credit = markup.text_run(source, markup.run_of(bold=False, colour=session.grey), east="楷体")
    size = points(session.look, "type.small")
    line = round(size * (1 + _LEADING))
    spacing = exact(line, before=round(_GAP + size * ASCENT - line * BASELINE))
    return markup.paragraph("Caption", caption + between + credit, spacing + _side(session))


def _side(session: WordSession) -> str:
    """Return the side of pictures and captions: in the middle where titles are."""
    return f'<w:jc w:val="{session.look.text("style.title_align")}"/>'


def _picture(figure: Figure, data: bytes, size: tuple[int, int], session: WordSession) -> str:
    alt = figure.alt or figure.caption or figure.source or "图片"
    number = session.next_drawing()
    drawing = markup.picture(session.image(data), number, size, name=f"图 {number}", alt=alt)
    return markup.paragraph("Picture", drawing, f"<w:keepNext/>{_side(session)}")


def _placeholder(session: WordSession) -> str:
    """Return the empty place of a missing picture, between broken lines."""
    measure = session.geometry.measure
    words = markup.text_run(MISSING_PICTURE, markup.run_of(colour=session.grey))
    edge = f'w:val="dashed" w:sz="{session.hair}" w:space="0" w:color="{session.line}"'
    edges = "".join(f"<w:{side} {edge}/>" for side in ("top", "left", "bottom", "right"))
    empty = markup.cell(measure, markup.paragraph("Note", words, '<w:jc w:val="center"/>'), borders=edges)
    return markup.table([measure], [markup.row(_EMPTY_UNITS * session.geometry.unit, [empty])])
