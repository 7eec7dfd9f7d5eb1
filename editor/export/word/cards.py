"""The card at an article's end in Word: code, caption and address between two hairlines."""

from editor.document.code_symbol import QUIET_MODULES, CodeSymbol, code_symbol, symbol_png
from editor.export.word import markup
from editor.export.word.card_sizes import code_side
from editor.export.word.elements import CardRow
from editor.export.word.geometry import TWIPS_PER_MM
from editor.export.word.session import WordSession
from editor.export.word.styles import word_font

_BESIDE_CODE = round(2 * TWIPS_PER_MM)
_LONGEST_ALT = 250


def card_markup(element: CardRow, session: WordSession) -> str:
    """Return a card; a link too long to scan has no code."""
    card, measure = element.card, session.geometry.measure
    caption = markup.text_run(card.caption, markup.run_of(bold=True), east=word_font(session.look, "label"))
    label = markup.text_run(card.label, markup.run_of(colour=session.grey))
    words = markup.paragraph("Card", caption, "<w:keepNext/>")
    words += markup.paragraph("Card", label + _address(element, session))
    symbol = code_symbol(card.link)
    width, code = _code(element, symbol, session) if symbol else (0, "")
    cells = ([markup.cell(width, code)] if code else []) + [markup.cell(measure - width, words)]
    row = markup.row(element.height, cells)
    edge = f'w:val="single" w:sz="{session.hair}" w:space="0" w:color="{session.line}"'
    widths = [width, measure - width] if code else [measure]
    return markup.table(widths, [row], borders=f"<w:top {edge}/><w:bottom {edge}/>")


def _address(element: CardRow, session: WordSession) -> str:
    """Return the address, live where it can be: LibreOffice drops a link whose run has no style."""
    link = element.card.link
    relation = session.link(link)
    look = markup.run_of(colour=session.mark, half_points=element.size)
    if not relation:
        return markup.text_run(link, look)
    return markup.external_link(relation, markup.text_run(link, look, style="Hyperlink"))


def _code(element: CardRow, symbol: CodeSymbol, session: WordSession) -> tuple[int, str]:
    """Return the width of the code's cell, and its paragraph: the modules begin at the text's edge, as in the PDF."""
    side = min(code_side(element.card), element.height - 20)
    quiet = side * QUIET_MODULES // symbol.modules
    number = session.next_drawing()
    alt = f"二维码：{element.card.link}"[:_LONGEST_ALT]
    image = session.image(symbol_png(symbol))
    drawing = markup.picture(image, number, (side, side), name=f"二维码 {number}", alt=alt)
    return side - quiet + _BESIDE_CODE, markup.paragraph("Picture", drawing, f'<w:ind w:left="-{quiet}"/>')
