"""Figures in Word: picture and caption in a row that no page break divides."""

from editor.export.word import markup
from editor.export.word.captions import caption_runs
from editor.export.word.elements import FigureRow
from editor.export.word.session import WordSession
from editor.model.body import MISSING_PICTURE, Figure


def figure_markup(element: FigureRow, session: WordSession) -> str:
    """Return a figure."""
    figure, measure = element.figure, session.geometry.measure
    data = session.stored(figure.picture)
    inner = _picture(figure, data, element.size, session) if data and element.size else _placeholder()
    inner += _caption(figure, session)
    return markup.table([measure], [markup.row(element.height, [markup.cell(measure, inner)])])


def _caption(figure: Figure, session: WordSession) -> str:
    source = f"来源：{figure.source}" if figure.source else ""
    if not (figure.caption or source):
        return ""
    caption = caption_runs(figure.caption, session) if figure.caption else ""
    between = markup.text_run("　") if figure.caption and source else ""
    credit = markup.text_run(source, markup.run_of(bold=False, colour=session.grey), east="楷体")
    return markup.paragraph("Caption", caption + between + credit)


def _picture(figure: Figure, data: bytes, size: tuple[int, int], session: WordSession) -> str:
    alt = figure.alt or figure.caption or figure.source or "图片"
    number = session.next_drawing()
    drawing = markup.picture(session.image(data), number, size, name=f"图 {number}", alt=alt)
    return markup.paragraph("Picture", drawing, "<w:keepNext/>")


def _placeholder() -> str:
    return markup.paragraph("Note", markup.text_run(MISSING_PICTURE), '<w:jc w:val="center"/>')
