"""Hits in the article that is shown: marked, brought into view, chosen; and where a search begins there."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.desk.replacing import Field, Hit, Place, Spot, offset_in
from editor.model.body import Block, Figure, ItemList, Table
from editor.model.issue import Article
from editor.model.language import tr
from editor.ui.article.fact_field import FactField
from editor.ui.article.view import ArticleView
from editor.ui.body.commands import units
from editor.ui.body.places import place_at
from editor.ui.body.tints import Layer, Mark, MarkKind

_NAMES = {
    Field.HEADLINE: tr("封面标题"),
    Field.TITLE: tr("标题"),
    Field.CONTENTS_TITLE: tr("目录标题"),
    Field.SUBTITLE: tr("副题"),
    Field.SOURCE: tr("来源"),
    Field.LINK_CAPTION: tr("链接说明"),
    Field.ITEM: tr("列表"),
    Field.CELL: tr("表格"),
    Field.CAPTION: tr("图表标题"),
    Field.FIGURE_SOURCE: tr("图的来源"),
    Field.ALT: tr("图的替代文字"),
    Field.NOTE: tr("表注"),
}
_MARGIN = 96


def field_name(field: Field) -> str:
    """Return what a field is called, empty for running text."""
    return _NAMES.get(field, "")


class ShownHits:
    """Acts on one article view."""

    def __init__(self, view: ArticleView) -> None:
        """Act on a view."""
        self._view, self._title, self._body = view, view.title, view.body
        facts = view.facts
        self._fields: dict[Field, FactField] = {
            Field.CONTENTS_TITLE: facts.contents,
            Field.SUBTITLE: facts.subtitle,
            Field.SOURCE: facts.source,
            Field.LINK_CAPTION: facts.caption,
        }
        self._chosen: FactField | None = None

    def mark(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark the hits that stand in the article shown; others are left out."""
        article = self._view.article
        blocks = {block.uid: block for block in article.blocks} if article else {}
        here = [hit for hit in hits if article and hit.article == article.uid]
        title = [_mark(hit, None, current) for hit in here if hit.field is Field.TITLE]
        body = [_mark(hit, blocks[hit.block], current) for hit in here if hit.block in blocks]
        self._title.show_marks(Layer.HITS, title)
        self._body.show_marks(Layer.HITS, body)

    def reveal(self, hit: Hit) -> None:
        """Bring a hit of the article shown into view; the caret goes there."""
        self._let_go()
        edit, cursor = self._cursor(hit)
        if edit is self._body and hit.field not in (Field.TEXT, Field.ITEM):
            self._body.choose_object(hit.block)
        elif cursor:
            caret = QTextCursor(cursor)
            caret.setPosition(cursor.selectionStart())
            edit.setTextCursor(caret)
        if cursor:
            self._show_rect(edit, edit.cursorRect(cursor))
        elif hit.field in self._fields:
            self._choose_field(hit)

    def select(self, hit: Hit) -> None:
        """Select a hit of the article shown, ready to be written over."""
        edit, cursor = self._cursor(hit)
        if hit.field in self._fields:
            self._fields[hit.field].setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose_field(hit)
        elif cursor:
            edit.setTextCursor(cursor)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Return what is selected where the keyboard is, empty for nothing or several lines."""
        for edit in (self._title, self._body):
            if edit.hasFocus():
                text = edit.textCursor().selectedText()
                return "" if "\u2029" in text or "\ufffc" in text else text
        return next((field.selectedText() for field in self._fields.values() if field.hasFocus()), "")

    def spot(self) -> Spot | None:
        """Return where the caret is, or the selection begins; None without an article."""
        article = self._view.article
        if article is None:
            return None
        position = self._body.textCursor().selectionStart()
        if self._title.hasFocus() or (position == 0 and not self._body.hasFocus()):
            return Spot(article.uid, Place(Field.TITLE), self._title.caret if self._title.hasFocus() else 0)
        uid, line, at = place_at(self._body.document(), position)
        return Spot(article.uid, _place(article, uid, line), at)

    def _cursor(self, hit: Hit) -> tuple[QTextEdit, QTextCursor | None]:
        if hit.field is Field.TITLE:
            return self._title, self._title.cursors_of([_mark(hit, None, None)])[0]
        article = self._view.article
        block = next((one for one in article.blocks if one.uid == hit.block), None) if article else None
        return self._body, self._body.cursors_of([_mark(hit, block, None)])[0] if block else None

    def _choose_field(self, hit: Hit) -> None:
        field = self._chosen = self._fields[hit.field]
        start, end = (units(field.text()[:at]) for at in (hit.start, hit.end))
        field.setSelection(start, end - start)
        self._show_rect(field, field.rect())

    def _let_go(self) -> None:
        if self._chosen:
            self._chosen.deselect()
            self._chosen = None

    def _show_rect(self, part: QTextEdit | FactField, rect: QRect) -> None:
        place = part.mapTo(self._view.viewport(), rect.topLeft())
        bar, high = self._view.verticalScrollBar(), self._view.viewport().height()
        # a tall figure is shown from its top
        below = place.y() + min(rect.height(), high - 2 * _MARGIN) + _MARGIN - high
        if place.y() < _MARGIN or below > 0:
            bar.setValue(bar.value() + (below if below > 0 else place.y() - _MARGIN))


def _mark(hit: Hit, block: Block | None, current: Hit | None) -> Mark:
    at = offset_in(block, hit.place) if block else 0
    kind = MarkKind.CURRENT_HIT if hit is current else MarkKind.HIT
    return Mark(hit.block, at + hit.start, at + hit.end, kind)


def _place(article: Article, uid: str, line: int) -> Place:
    """Return the text that stands on a line of a block."""
    block = next((one for one in article.blocks if one.uid == uid), None)
    if isinstance(block, ItemList):
        return Place(Field.ITEM, uid, line)
    return Place(Field.CAPTION if isinstance(block, Figure | Table) else Field.TEXT, uid)
