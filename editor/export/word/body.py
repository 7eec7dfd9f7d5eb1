"""Sections and articles in Word."""

from typing import assert_never

from editor.document.code_symbol import code_symbol, symbol_png
from editor.document.look_settings import COLOUR
from editor.document.parts import ArticlePart, LinkCard, SectionPart
from editor.export.word import markup
from editor.export.word.flow import card_height, column_widths, figure_height, picture_size, row_heights, title_lines
from editor.export.word.session import Session
from editor.model.body import (
    MISSING_PICTURE,
    Block,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Script,
    Table,
    Text,
    plain,
)

_BOLD = "<w:b/><w:bCs/>"
_TWIPS_PER_MM = 1440 / 25.4
_HAIR = 'w:val="single" w:sz="4" w:space="0" w:color="BDBDBD"'


def section_markup(section: SectionPart, session: Session, *, titled: bool) -> str:
    """Return a section. titled: contents come from TC fields instead of the headings' own text."""
    geometry = session.geometry
    name, number = session.bookmark(section.anchor)
    own = f'<w:color w:val="{section.colour[1:].upper()}"/>' if COLOUR.fullmatch(section.colour) else ""
    line = markup.bookmark(
        name, number, _contents_field(section.name, 1, titled=titled) + markup.text_run(section.name, own)
    )
    line_height = geometry.opener_line
    after = geometry.opener_height - line_height
    spacing = f'<w:spacing w:before="0" w:after="{after}" w:line="{line_height}" w:lineRule="exact"/>'
    parts = [markup.paragraph("Heading1", line, spacing)]
    for place, article in enumerate(section.articles):
        parts.append(_article(article, session, first=place == 0, titled=titled))
    return "".join(parts)


def _article(article: ArticlePart, session: Session, *, first: bool, titled: bool) -> str:
    apart = "" if first or article.starts_page else markup.paragraph("Normal", "", "<w:keepNext/>")
    parts = [apart, _title(article, session, fresh=article.starts_page and not first, titled=titled)]
    if article.subtitle:
        parts.append(markup.paragraph("Subtitle", markup.text_run(article.subtitle)))
    parts += [_block(block, session) for block in article.blocks]
    parts.append(_closing(article, session))
    return "".join(parts)


def _title(article: ArticlePart, session: Session, *, fresh: bool, titled: bool) -> str:
    geometry = session.geometry
    lines = title_lines(article, geometry)
    after = geometry.title_height(lines) - lines * geometry.title_line
    name, number = session.bookmark(article.anchor)
    content = _contents_field(article.contents_title, 2, titled=titled) + markup.text_run("\n".join(article.lines))
    properties = (
        "<w:pageBreakBefore/>" if fresh else ""
    ) + f'<w:spacing w:before="0" w:after="{after}" w:line="{geometry.title_line}" w:lineRule="exact"/>'
    return markup.paragraph("Heading2", markup.bookmark(name, number, content), properties)


def _contents_field(text: str, level: int, *, titled: bool) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return markup.hidden_field(f'TC "{quoted}" \\f C \\l {level}') if titled else ""


def _block(block: Block, session: Session) -> str:
    match block:
        case Paragraph():
            return _text("BodyText", block.runs, session)
        case Heading():
            return _text(f"Heading{block.level + 2}", block.runs, session)
        case Quote():
            return _text("Quote", block.runs, session)
        case ItemList():
            return _list(block, session)
        case Figure():
            return _figure(block, session)
        case Table():
            return _table(block, session)
        case _:
            assert_never(block)


def _text(style: str, text: Text, session: Session) -> str:
    return markup.paragraph(style, runs(text, session)) if plain(text).strip() else ""


def runs(text: Text, session: Session) -> str:
    """Return runs with their appearance and live links."""
    return "".join(_run(run, session) for run in text)


def _run(run: Run, session: Session) -> str:
    relation = session.link(run.link)
    properties = _BOLD if run.bold else ""
    if run.script is not Script.BASE:
        properties += f'<w:vertAlign w:val="{"superscript" if run.script is Script.SUPER else "subscript"}"/>'
    style, east = "Hyperlink" if relation else "", "楷体" if run.italic else ""
    made = markup.text_run(run.text, properties, style=style, east=east)
    return markup.external_link(relation, made) if relation else made


def _list(block: ItemList, session: Session) -> str:
    if block.ordered:
        session.lists.append(len(session.lists) + 2)
    number = session.lists[-1] if block.ordered else 1
    style = "ListNumber" if block.ordered else "ListBullet"
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(markup.paragraph(style, runs(item, session), numbered) for item in block.items)


def _figure(figure: Figure, session: Session) -> str:
    geometry = session.geometry
    data = session.stored(figure.picture)
    inner = _picture(figure, data, session) if data and figure.picture else _placeholder()
    source = f"来源：{figure.source}" if figure.source else ""
    caption = markup.text_run(figure.caption) + markup.text_run("　" if figure.caption and source else "")
    if caption or source:
        inner += markup.paragraph("Caption", caption + markup.text_run(source, f'<w:color w:val="{session.grey}"/>'))
    row = markup.row(figure_height(figure, geometry), [markup.cell(geometry.measure, inner)])
    return markup.table([geometry.measure], [row]) + markup.separator()


def _picture(figure: Figure, data: bytes, session: Session) -> str:
    alt = figure.alt or figure.caption or figure.source or "图片"
    size = picture_size(figure, session.geometry)
    number = session.next_drawing()
    drawing = markup.picture(session.image(data), number, size, name=f"图 {number}", alt=alt)
    return markup.paragraph("Picture", drawing)


def _placeholder() -> str:
    return markup.paragraph("Note", markup.text_run(MISSING_PICTURE), '<w:jc w:val="center"/>')


def _table(table: Table, session: Session) -> str:
    geometry = session.geometry
    widths, heights = column_widths(table, geometry), row_heights(table, geometry)
    head, *rest = [
        _row(row, widths, height, session, head=at == 0)
        for at, (row, height) in enumerate(zip((table.head, *table.rows), heights, strict=True))
    ]
    caption = markup.paragraph("Caption", markup.text_run(table.caption)) if table.caption else ""
    edges = f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{session.mark}"/>'
    edges += f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{session.mark}"/><w:insideH {_HAIR}/>'
    note = markup.paragraph("Note", markup.text_run(table.note)) if table.note else markup.separator()
    return caption + markup.table(widths, [head, *rest], borders=edges) + note


def _row(row: tuple[Text, ...], widths: list[int], height: int, session: Session, *, head: bool) -> str:
    style = "TableHead" if head else "TableText"
    keep, fill = ("<w:keepNext/>", session.head_fill) if head else ("", "")
    cells = [
        markup.cell(width, markup.paragraph(style, runs(text, session), keep), fill=fill, pad=120)
        for text, width in zip(row, widths, strict=True)
    ]
    return markup.row(height, cells, head=head)


def _closing(article: ArticlePart, session: Session) -> str:
    if article.card is None:
        return markup.paragraph("Source", markup.text_run(article.credit)) if article.credit else ""
    return _card(article, article.card, session)


def _card(article: ArticlePart, card: LinkCard, session: Session) -> str:
    """Source, code, caption and address in one row of exact height: they can never part."""
    measure = session.geometry.measure
    code = _code(card, session)
    width = code[1] + 160 if code else 0
    inner = markup.paragraph("Source", markup.text_run(article.credit)) if article.credit else ""
    inner += markup.paragraph("Card", markup.text_run(card.caption, _BOLD))
    address = markup.text_run(card.label, f'<w:color w:val="{session.grey}"/>') + _address(card.link, session)
    inner += markup.paragraph("Card", address)
    cells = [markup.cell(width, code[0], align="bottom")] if code else []
    cells.append(markup.cell(measure - width, inner, align="bottom"))
    row = markup.row(card_height(card, session.geometry), cells)
    return markup.table([width, measure - width] if code else [measure], [row]) + markup.separator()


def _address(link: str, session: Session) -> str:
    """Return the address, live where it can be: LibreOffice drops a link whose run has no style."""
    relation = session.link(link)
    colour = f'<w:color w:val="{session.mark}"/>'
    if not relation:
        return markup.text_run(link, colour)
    return markup.external_link(relation, markup.text_run(link, colour, style="Hyperlink"))


def _code(card: LinkCard, session: Session) -> tuple[str, int] | None:
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
