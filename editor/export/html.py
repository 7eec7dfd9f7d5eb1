"""An article as HTML to paste into WeChat's editor, Word or a mail: structure is marked by elements, not by styles.

The only styles are those without which pasted tables have no lines and pictures overflow. `data-bulletin` marks the
fields of the article, so that `intake.html` can read them back.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape
from typing import assert_never

from editor.document.footnotes import FootnoteLine, numbered
from editor.model.article import Article
from editor.model.body import (
    ANCHOR,
    MISSING_PICTURE,
    Block,
    CellSpan,
    ColumnAlignment,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Quote,
    Run,
    Script,
    Table,
    Text,
    text_of,
)
from editor.text.address import usable_address

_TABLE = "border-collapse:collapse"
_CELL = "border:1px solid #999;padding:4px 8px"
_SIDES = {ColumnAlignment.LEFT: "left", ColumnAlignment.CENTRE: "center", ColumnAlignment.RIGHT: "right"}
_ANCHOR = re.compile(f'(<sup data-bulletin="footnote" data-value="[^"]*">){ANCHOR}')
_SCRIPTS = {Script.SUPER: "sup", Script.SUB: "sub"}


def article_html(
    article: Article,
    pictures: Mapping[str, bytes] | None = None,
    *,
    source_label: str = "来源：",
    link_label: str = "原文链接：",
) -> str:
    """Return an article as an HTML fragment, headings from h2 on. pictures: bytes by sha256, set inside as data URLs.

    The labels are the profile's.
    """
    parts = [_field("h1", "title", article.title.text), _field("p", "subtitle", article.subtitle)]
    parts.append(blocks_html(article.blocks, pictures or {}).rstrip("\n"))
    parts += [_field("p", "source", article.source, label=source_label), _link_line(article.link, link_label)]
    return "<article>\n" + "\n".join(part for part in parts if part) + "\n</article>\n"


def blocks_html(blocks: tuple[Block, ...], pictures: Mapping[str, bytes]) -> str:
    """Return blocks as an HTML fragment, for what is copied in the editor."""
    made = "\n".join(filter(None, (_block(block, pictures) for block in blocks)))
    lines = numbered(blocks)[1]
    numbers = (one.number for one in lines)
    shown = _ANCHOR.sub(lambda found: found[1] + next(numbers), made) if lines else made
    return "\n".join((shown, *map(_footnote_line, lines))) + "\n"


def _footnote_line(line: FootnoteLine) -> str:
    return f'<p data-bulletin="footnote-line">{escape(line.number)} {escape(line.text)}</p>'


def _field(tag: str, name: str, text: str, *, label: str = "") -> str:
    if not text:
        return ""
    return f'<{tag} data-bulletin="{name}" data-value="{escape(text)}">{escape(label + text)}</{tag}>'


def _link_line(address: str, label: str) -> str:
    if not address:
        return ""
    inner = _run(Run(text=address, link=address))
    return f'<p data-bulletin="link" data-value="{escape(address)}">{escape(label)}{inner}</p>'


def _block(block: Block, pictures: Mapping[str, bytes]) -> str:
    match block:
        case Paragraph():
            return _element("p", block.runs)
        case Heading():
            return _element(f"h{block.level + 1}", block.runs)
        case Quote():
            return f"<blockquote>{_element('p', block.runs)}</blockquote>"
        case ItemList():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{''.join(_element('li', item) for item in block.items)}</{tag}>"
        case Figure():
            return _figure(block, pictures)
        case Table():
            return _table(block)
        case _:
            assert_never(block)


def _element(tag: str, runs: Text, attributes: str = "") -> str:
    return f"<{tag}{attributes}>{''.join(map(_run, runs))}</{tag}>"


def _run(run: Run) -> str:
    made = escape(run.text, quote=False)
    if run.footnote:
        made = f'<sup data-bulletin="footnote" data-value="{escape(run.footnote)}">{made}</sup>'
    for tag in filter(None, (_SCRIPTS.get(run.script), "em" if run.italic else "", "strong" if run.bold else "")):
        made = f"<{tag}>{made}</{tag}>"
    address = usable_address(run.link)
    return f'<a href="{escape(address)}">{made}</a>' if address else made


def _figure(figure: Figure, pictures: Mapping[str, bytes]) -> str:
    source = f"<cite>来源：{escape(figure.source)}</cite>" if figure.source else ""
    blank = " " if figure.caption and source else ""
    caption = escape(figure.caption, quote=False) + blank + source
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    if figure.drawn:
        return f'<figure data-bulletin="chart" data-value="{figure.chart_kind.value}">{_chart(figure)}{below}</figure>'
    return f"<figure>{_picture(figure, pictures)}{below}</figure>"


def _chart(figure: Figure) -> str:
    """Return the figures of a chart as a table: they are what can be read everywhere."""
    rows = ["".join(_element("td", text_of(cell), f' style="{_CELL}"') for cell in row) for row in figure.chart]
    head = "".join(_element("th", text_of(cell), f' style="{_CELL}"') for cell in figure.chart[0])
    body = "".join(f"<tr>{row}</tr>" for row in rows[1:])
    return f'<table style="{_TABLE}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _picture(figure: Figure, pictures: Mapping[str, bytes]) -> str:
    data = pictures.get(figure.picture.sha256) if figure.picture else None
    if data is None or figure.picture is None:
        return f"<p>{MISSING_PICTURE}</p>"
    url = f"data:{figure.picture.media_type};base64,{b64encode(data).decode()}"
    return f'<img src="{url}" alt="{escape(figure.alt)}" style="width:{figure.width / 10:g}%">'


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption, quote=False)}</caption>" if table.caption else ""
    rows = [f"<tr>{''.join(_cell(table, cell) for cell in cells)}</tr>" for cells in _by_rows(table)]
    head = f"<thead>{''.join(rows[: table.header_rows])}</thead>" if table.header_rows else ""
    body = "".join(rows[table.header_rows :])
    note = f'<tfoot><tr><td colspan="{len(table.head)}" style="{_CELL}">{escape(table.note)}</td></tr></tfoot>'
    foot = note if table.note else ""
    return f'<table style="{_TABLE}">{caption}{head}<tbody>{body}</tbody>{foot}</table>'


def _by_rows(table: Table) -> list[list[CellSpan]]:
    """Return the cells that begin in each row; in one that is under spans alone none does."""
    rows: list[list[CellSpan]] = [[] for _ in table.grid()]
    for cell in table.cells():
        rows[cell.row].append(cell)
    return rows


def _cell(table: Table, cell: CellSpan) -> str:
    tag = "th" if cell.row < table.header_rows else "td"
    over = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    over += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    side = _SIDES.get(table.alignments[cell.column]) if table.alignments else None
    return _element(
        tag, table.grid()[cell.row][cell.column], f'{over} style="{_CELL}{f";text-align:{side}" if side else ""}"'
    )
