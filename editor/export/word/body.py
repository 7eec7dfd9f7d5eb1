"""Sections and articles in Word: the markup of their elements."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from editor.document.code_symbol import code_symbol, symbol_png
from editor.document.look_settings import COLOUR
from editor.document.parts import LinkCard, SectionPart
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
from editor.export.word.sections import section_elements
from editor.export.word.session import WordSession
from editor.export.word.tables import table_markup
from editor.model.body import MISSING_PICTURE, Figure, Run, Script, Text

_BOLD = "<w:b/><w:bCs/>"
_TWIPS_PER_MM = 1440 / 25.4


def section_markup(section: SectionPart, session: WordSession, *, titled: bool) -> Iterator[tuple[str, bool]]:
    """Yield a section as pieces of pages of one kind, and whether these are turned sideways.

    titled: contents come from TC fields instead of the headings' own text.
    """
    elements = section_elements(section, session.geometry)
    for turned, group in groupby(elements, key=_is_turned):
        content = "".join(_element(element, session, titled=titled) for element in group)
        if content:
            yield content, turned


def _is_turned(element: Element) -> bool:
    match element:
        case TurnedTable():
            return True
        case Opener() | ArticleTitle() | OneLine() | Space() | TextLines() | ListLines() | FigureRow() | TableRows():
            return False
        case CardRow():
            return False
        case _:
            assert_never(element)


def _element(element: Element, session: WordSession, *, titled: bool) -> str:
    match element:
        case Opener():
            return _opener(element.section, session, titled=titled)
        case ArticleTitle():
            return _title(element, session, titled=titled)
        case OneLine():
            return _one_line(element, session)
        case Space():
            return markup.separator() if element.written else ""
        case TurnedTable():
            return _turned(element, session)
        case TextLines() | ListLines() | FigureRow() | TableRows() | CardRow():
            return _content(element, session)
        case _:
            assert_never(element)


def _content(element: TextLines | ListLines | FigureRow | TableRows | CardRow, session: WordSession) -> str:
    match element:
        case TextLines():
            return markup.paragraph(element.style, runs(element.runs, session))
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


def _one_line(line: OneLine, session: WordSession) -> str:
    words = caption_runs(line.text, session) if line.style == "Caption" else markup.text_run(line.text)
    return markup.paragraph(line.style, words, line.properties)


def _turned(element: TurnedTable, session: WordSession) -> str:
    """Return a table of turned pages; they end with it, so that the next one begins a page."""
    caption = markup.paragraph("Caption", caption_runs(element.caption, session)) if element.caption else ""
    note = markup.paragraph("Note", markup.text_run(element.note)) if element.note else markup.separator()
    return caption + table_markup(element.rows, session, runs) + note


def _opener(section: SectionPart, session: WordSession, *, titled: bool) -> str:
    geometry = session.geometry
    name, number = session.bookmark(section.anchor)
    own = f'<w:color w:val="{section.colour[1:].upper()}"/>' if COLOUR.fullmatch(section.colour) else ""
    line = markup.bookmark(
        name, number, _contents_field(section.name, 1, titled=titled) + markup.text_run(section.name, own)
    )
    line_height = geometry.opener_line
    after = geometry.opener_height - line_height
    spacing = f'<w:spacing w:before="0" w:after="{after}" w:line="{line_height}" w:lineRule="exact"/>'
    return markup.paragraph("Heading1", line, spacing)


def _title(title: ArticleTitle, session: WordSession, *, titled: bool) -> str:
    line = session.geometry.title_line
    after = title.height - title.lines * line
    article = title.article
    name, number = session.bookmark(article.anchor)
    content = _contents_field(article.contents_title, 2, titled=titled) + markup.text_run("\n".join(article.lines))
    properties = (
        "<w:pageBreakBefore/>" if title.fresh else ""
    ) + f'<w:spacing w:before="0" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'
    return markup.paragraph("Heading2", markup.bookmark(name, number, content), properties)


def _contents_field(text: str, level: int, *, titled: bool) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return markup.hidden_field(f'TC "{quoted}" \\f C \\l {level}') if titled else ""


def runs(text: Text, session: WordSession, size: str = "") -> str:
    """Return runs with their appearance and live links. size: as markup, empty for that of the style."""
    return "".join(_run(run, session, size) for run in text)


def _run(run: Run, session: WordSession, size: str) -> str:
    relation = session.link(run.link)
    properties = (_BOLD if run.bold else "") + size
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
    return "".join(markup.paragraph(item.style, runs(item.runs, session), numbered) for item in block.items)


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
    code = _code(card, session)
    width = code[1] + 160 if code else 0
    inner = markup.paragraph("Source", markup.text_run(element.credit)) if element.credit else ""
    inner += markup.paragraph("Card", markup.text_run(card.caption, _BOLD))
    address = markup.text_run(card.label, f'<w:color w:val="{session.grey}"/>') + _address(card.link, session)
    inner += markup.paragraph("Card", address)
    cells = [markup.cell(width, code[0], align="bottom")] if code else []
    cells.append(markup.cell(measure - width, inner, align="bottom"))
    row = markup.row(element.height, cells)
    return markup.table([width, measure - width] if code else [measure], [row])


def _address(link: str, session: WordSession) -> str:
    """Return the address, live where it can be: LibreOffice drops a link whose run has no style."""
    relation = session.link(link)
    colour = f'<w:color w:val="{session.mark}"/>'
    if not relation:
        return markup.text_run(link, colour)
    return markup.external_link(relation, markup.text_run(link, colour, style="Hyperlink"))


def _code(card: LinkCard, session: WordSession) -> tuple[str, int] | None:
    """Return the code's paragraph and its width (twips), None for a link too long to scan."""
    symbol = code_symbol(card.link)
    if symbol is None:
        return None
    side = symbol.modules * symbol.module
    twips = min(round(side * _TWIPS_PER_MM), session.geometry.card_height - 20)
    number = session.next_drawing()
    alt = f"二维码：{card.link}"[:250]
    drawing = markup.picture(
        session.image(symbol_png(symbol)), number, (twips, twips), name=f"二维码 {number}", alt=alt
    )
    return markup.paragraph("Picture", drawing), twips
