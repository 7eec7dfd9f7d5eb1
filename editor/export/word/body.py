"""Sections and articles in Word: the markup of their elements."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from editor.document.code_symbol import code_symbol, symbol_png
from editor.document.footnotes import NotedRun
from editor.document.look_settings import COLOUR
from editor.export.word import markup
from editor.export.word.captions import caption_runs
from editor.export.word.elements import (
    ArticleTitle,
    CardRow,
    Element,
    FigureRow,
    ListLines,
    OneLine,
    Opener,
    Space,
    TableRows,
    TextLines,
    TurnedTable,
)
from editor.export.word.footnotes import reference
from editor.export.word.session import WordSession
from editor.export.word.tables import table_markup
from editor.model.body import MISSING_PICTURE, Figure, Run, Script, Text

_BOLD = "<w:b/><w:bCs/>"
_KEEP, _WHOLE, _BREAK = "<w:keepNext/>", "<w:keepLines/>", "<w:pageBreakBefore/>"
_TWIPS_PER_MM = 1440 / 25.4
_HAIR = "BDBDBD"


def section_markup(elements: tuple[Element, ...], session: WordSession, *, titled: bool) -> Iterator[tuple[str, bool]]:
    """Yield a section as pieces of pages of one kind, and whether these are turned sideways.

    titled: contents come from TC fields instead of the headings' own text.
    """
    for turned, group in groupby(elements, key=lambda element: isinstance(element, TurnedTable)):
        content = "".join(_element(element, session, titled=titled) for element in group)
        if content:
            yield content, turned


def _element(element: Element, session: WordSession, *, titled: bool) -> str:
    match element:
        case Opener():
            return _opener(element, session, titled=titled)
        case ArticleTitle():
            return _title(element, session, titled=titled)
        case OneLine():
            return _one_line(element, session)
        case Space():
            return markup.separator(_BREAK if element.fresh else "") if element.written else ""
        case TurnedTable():
            return _turned(element, session)
        case TextLines() | ListLines() | FigureRow() | TableRows() | CardRow():
            return _content(element, session)
        case _:
            assert_never(element)


def _content(element: TextLines | ListLines | FigureRow | TableRows | CardRow, session: WordSession) -> str:
    match element:
        case TextLines():
            return _text(element, session)
        case ListLines():
            return _list(element, session)
        case FigureRow():
            return _figure(element, session)
        case TableRows():
            return table_markup(element, session, runs)
        case CardRow():
            return _card(element, session)
        case _:
            assert_never(element)


def _opener(opener: Opener, session: WordSession, *, titled: bool) -> str:
    section = opener.section
    name, number = session.bookmark(section.anchor)
    own = f'<w:color w:val="{section.colour[1:].upper()}"/>' if COLOUR.fullmatch(section.colour) else ""
    line = markup.bookmark(
        name, number, _contents_field(section.name, 1, titled=titled) + markup.text_run(section.name, own)
    )
    return markup.paragraph("Heading1", line, _spacing(0, opener.after, opener.line))


def _title(title: ArticleTitle, session: WordSession, *, titled: bool) -> str:
    article = title.article
    name, number = session.bookmark(article.anchor)
    spacing = f'<w:spacing w:val="{title.spacing}"/>' if title.spacing else ""
    words = markup.text_run("\n".join(article.lines), spacing)
    content = _contents_field(article.contents_title, 2, titled=titled) + words
    properties = (_BREAK if title.fresh else "") + _spacing(title.before, title.after, title.line)
    return markup.paragraph("Heading2", markup.bookmark(name, number, content), properties)


def _one_line(line: OneLine, session: WordSession) -> str:
    kept = (_KEEP if line.keep else "") + (_BREAK if line.fresh else "")
    kept += _spacing(line.before, line.after, session.geometry.unit) if line.before or line.after else ""
    words = caption_runs(line.text, session) if line.style == "Caption" else markup.text_run(line.text)
    return markup.paragraph(line.style, words, kept)


def _turned(element: TurnedTable, session: WordSession) -> str:
    """Return a table of turned pages; they end with it, so that the next one begins a page."""
    caption = markup.paragraph("Caption", caption_runs(element.caption, session)) if element.caption else ""
    below = "".join(_text(note, session) for note in element.notes)
    below += markup.paragraph("Note", markup.text_run(element.note)) if element.note else ""
    return caption + table_markup(element.rows, session, runs) + (below or markup.separator())


def _text(text: TextLines, session: WordSession, numbered: str = "") -> str:
    kept = (_KEEP if text.keep else "") + (_WHOLE if text.whole else "") + (_BREAK if text.fresh else "")
    spaced = _spacing(text.before, text.after, text.height) if text.before or text.after else ""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{session.geometry.measure}"/></w:tabs>' if text.source else ""
    spacing = f'<w:spacing w:val="{session.geometry.tracking + text.spacing}"/>' if text.spacing else ""
    words = runs(text.runs, session, spacing) + _source(text, session)
    return markup.paragraph(text.style, words, kept + numbered + tab + spaced)


def _source(text: TextLines, session: WordSession) -> str:
    """Return the source at the right end of the text's last line, or of a line of its own."""
    if not text.source:
        return ""
    grey = f'<w:color w:val="{session.grey}"/>'
    return markup.text_run("\n\t" if text.apart else "\t") + markup.text_run(text.source, grey, east="楷体")


def _spacing(before: int, after: int, line: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def _contents_field(text: str, level: int, *, titled: bool) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return markup.hidden_field(f'TC "{quoted}" \\f C \\l {level}') if titled else ""


def runs(text: Text, session: WordSession, more: str = "") -> str:
    """Return runs with their appearance and live links. more: spacing or size, as markup."""
    return "".join(_run(run, session, more) for run in text)


def _run(run: Run, session: WordSession, more: str) -> str:
    if isinstance(run, NotedRun):
        return reference(run, session)
    relation = session.link(run.link)
    properties = (_BOLD if run.bold else "") + more
    if run.script is not Script.BASE:
        properties += f'<w:vertAlign w:val="{"superscript" if run.script is Script.SUPER else "subscript"}"/>'
    style, east = "Hyperlink" if relation else "", "楷体" if run.italic else ""
    made = markup.text_run(run.text, properties, style=style, east=east)
    return markup.external_link(relation, made) if relation else made


def _list(block: ListLines, session: WordSession) -> str:
    if block.ordered:
        session.lists.append(len(session.lists) + 2)
    number = session.lists[-1] if block.ordered else 1
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(_text(item, session, numbered) for item in block.items)


def _figure(element: FigureRow, session: WordSession) -> str:
    figure, measure = element.figure, session.geometry.measure
    data = session.stored(figure.picture)
    inner = _picture(figure, data, element.size, session) if data and element.size else _placeholder()
    source = f"来源：{figure.source}" if figure.source else ""
    caption = markup.text_run(figure.caption) + markup.text_run("　" if figure.caption and source else "")
    if caption or source:
        inner += markup.paragraph("Caption", caption + markup.text_run(source, f'<w:color w:val="{session.grey}"/>'))
    return markup.table([measure], [markup.row(element.height, [markup.cell(measure, inner)])])


def _picture(figure: Figure, data: bytes, size: tuple[int, int], session: WordSession) -> str:
    alt = figure.alt or figure.caption or figure.source or "图片"
    number = session.next_drawing()
    drawing = markup.picture(session.image(data), number, size, name=f"图 {number}", alt=alt)
    return markup.paragraph("Picture", drawing)


def _placeholder() -> str:
    return markup.paragraph("Note", markup.text_run(MISSING_PICTURE), '<w:jc w:val="center"/>')


def _card(element: CardRow, session: WordSession) -> str:
    card, measure = element.card, session.geometry.measure
    code = _code(element, session)
    width = code[1] + 160 if code else 0
    inner = markup.paragraph("Card", markup.text_run(card.caption, _BOLD), _KEEP)
    address = markup.text_run(card.label, f'<w:color w:val="{session.grey}"/>') + _address(element, session)
    inner += markup.paragraph("Card", address)
    cells = [markup.cell(width, code[0])] if code else []
    cells.append(markup.cell(measure - width, inner))
    row = markup.row(element.height, cells)
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{_HAIR}"'
    edges = f"<w:top {hair}/><w:bottom {hair}/>"
    return markup.table([width, measure - width] if code else [measure], [row], borders=edges)


def _address(element: CardRow, session: WordSession) -> str:
    """Return the address, live where it can be: LibreOffice drops a link whose run has no style."""
    link = element.card.link
    relation = session.link(link)
    colour = f'<w:color w:val="{session.mark}"/><w:sz w:val="{element.size}"/><w:szCs w:val="{element.size}"/>'
    if not relation:
        return markup.text_run(link, colour)
    return markup.external_link(relation, markup.text_run(link, colour, style="Hyperlink"))


def _code(element: CardRow, session: WordSession) -> tuple[str, int] | None:
    """Return the code's paragraph and its width (twips), None for a link too long to scan."""
    card = element.card
    symbol = code_symbol(card.link)
    if symbol is None:
        return None
    side = symbol.modules * symbol.module
    twips = min(round(side * _TWIPS_PER_MM), element.height - 20)
    number = session.next_drawing()
    alt = f"二维码：{card.link}"[:250]
    drawing = markup.picture(
        session.image(symbol_png(symbol)), number, (twips, twips), name=f"二维码 {number}", alt=alt
    )
    return markup.paragraph("Picture", drawing), twips
