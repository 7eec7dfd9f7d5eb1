"""An article as HTML to paste into WeChat's editor, Word or a mail: structure is marked by elements, not by styles.

The only styles are those without which pasted tables have no lines and pictures overflow. `data-bulletin` marks the
fields of the article, so that `intake.html` can read them back.
"""

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from typing import assert_never

from editor.model.article import Article
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
)
from editor.text.address import usable_address

_TABLE = "border-collapse:collapse"
_CELL = "border:1px solid #999;padding:4px 8px"
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
    parts += [_block(block, pictures or {}) for block in article.blocks]
    parts += [_field("p", "source", article.source, label=source_label), _link_line(article.link, link_label)]
    return "<article>\n" + "\n".join(part for part in parts if part) + "\n</article>\n"


def blocks_html(blocks: tuple[Block, ...], pictures: Mapping[str, bytes]) -> str:
    """Return blocks as an HTML fragment, for what is copied in the editor."""
    return "\n".join(part for block in blocks if (part := _block(block, pictures))) + "\n"


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
    for tag in filter(None, (_SCRIPTS.get(run.script), "em" if run.italic else "", "strong" if run.bold else "")):
        made = f"<{tag}>{made}</{tag}>"
    address = usable_address(run.link)
    return f'<a href="{escape(address)}">{made}</a>' if address else made


def _figure(figure: Figure, pictures: Mapping[str, bytes]) -> str:
    source = f"<cite>来源：{escape(figure.source)}</cite>" if figure.source else ""
    blank = " " if figure.caption and source else ""
    caption = escape(figure.caption, quote=False) + blank + source
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{_picture(figure, pictures)}{below}</figure>"


def _picture(figure: Figure, pictures: Mapping[str, bytes]) -> str:
    data = pictures.get(figure.picture.sha256) if figure.picture else None
    if data is None or figure.picture is None:
        return f"<p>{MISSING_PICTURE}</p>"
    url = f"data:{figure.picture.media_type};base64,{b64encode(data).decode()}"
    return f'<img src="{url}" alt="{escape(figure.alt)}" style="width:{figure.width / 10:g}%">'


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption, quote=False)}</caption>" if table.caption else ""
    head = _row("th", table.head)
    body = "".join(_row("td", row) for row in table.rows)
    note = f'<tfoot><tr><td colspan="{len(table.head)}" style="{_CELL}">{escape(table.note)}</td></tr></tfoot>'
    foot = note if table.note else ""
    return f'<table style="{_TABLE}">{caption}<thead>{head}</thead><tbody>{body}</tbody>{foot}</table>'


def _row(tag: str, cells: tuple[Text, ...]) -> str:
    style = f' style="{_CELL}"'
    return f"<tr>{''.join(_element(tag, cell, style) for cell in cells)}</tr>"
