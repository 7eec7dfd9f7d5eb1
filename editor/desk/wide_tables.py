"""Tables that no page of the look takes in type that can be read, named at export."""

from editor.document.look import LookTable
from editor.document.parts import ArticlePart, Document
from editor.document.table_setting import TableRoom, table_room, too_wide
from editor.model.block_kinds import as_table
from editor.model.body import Table
from editor.model.language import tr
from editor.text.quotes import within_title


def said_wide(document: Document, look: LookTable) -> tuple[str, ...]:
    """Return a sentence for every table that is too wide."""
    room = table_room(look)
    return tuple(words for article in document.articles() for words in _in_article(article, room))


def _in_article(article: ArticlePart, room: TableRoom) -> list[str]:
    tables = [table for table in map(as_table, article.blocks) if table]
    wide = [(number, table) for number, table in enumerate(tables, 1) if too_wide(table, room)]
    return [_said(article, number, table) for number, table in wide]


def _said(article: ArticlePart, number: int, table: Table) -> str:
    name = tr("“{caption}”", caption=table.caption) if table.caption else tr("第 {number} 张表", number=number)
    return tr(
        "《{bare}》的{name}太宽，横排在一页上字也小得难以辨认；请减少列或拆成几张表。",
        bare=within_title(article.title),
        name=name,
    )
