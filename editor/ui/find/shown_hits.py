"""Hits in the article that is shown: marked, brought into view, chosen; and where a search begins there."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.desk.replacing import SearchHit, SearchPosition
from editor.model.article import Article
from editor.model.block_kinds import is_object
from editor.model.block_texts import TextField, TextLocation, location_of_line, printed_offset
from editor.model.body import Block
from editor.ui.article.view import ArticleView
from editor.ui.body.places import place_at
from editor.ui.kit.fact_field import FactField
from editor.ui.kit.tints import Layer, MarkKind, TextMark
from editor.ui.kit.utf16 import units

_MARGIN = 96


class ShownHits:
    """Acts on one article view."""

    def __init__(self, view: ArticleView) -> None:
        """Act on a view."""
        self._view, self._title, self._body = view, view.title, view.body
        facts = view.facts
        self._fields: dict[TextField, FactField] = {
            TextField.CONTENTS_TITLE: facts.contents,
            TextField.SUBTITLE: facts.subtitle,
            TextField.SOURCE: facts.source,
            TextField.LINK_CAPTION: facts.caption,
        }
        self._chosen: FactField | None = None

    def holds(self, hit: SearchHit) -> bool:
        """Return whether a hit is seen without opening another article."""
        article = self._view.article
        return hit.field is TextField.HEADLINE or bool(article and hit.article == article.uid)

    def mark(self, hits: Sequence[SearchHit], current: SearchHit | None) -> None:
        """Mark the hits that stand in the article shown; others are left out."""
        article = self._view.article
        blocks = {block.uid: block for block in article.blocks} if article else {}
        here = [hit for hit in hits if article and hit.article == article.uid]
        title = [_mark(hit, None, current) for hit in here if hit.field is TextField.TITLE]
        body = [_mark(hit, blocks[hit.block], current) for hit in here if hit.block in blocks]
        self._title.marks.show(Layer.HITS, title)
        self._body.marks.show(Layer.HITS, body)

    def reveal(self, hit: SearchHit) -> None:
        """Bring a hit of the article shown into view; the caret goes there."""
        self._let_go()
        edit, cursor = self._cursor(hit)
        block = self._block(hit)
        if block and is_object(block):
            self._body.caret.choose_object(block.uid)
        elif cursor:
            caret = QTextCursor(cursor)
            caret.setPosition(cursor.selectionStart())
            edit.setTextCursor(caret)
        if cursor:
            self._show_rect(edit, edit.cursorRect(cursor))
        elif hit.field in self._fields:
            self._choose_field(hit)

    def select(self, hit: SearchHit) -> None:
        """Select a hit of the article shown, ready to be written over."""
        edit, cursor = self._cursor(hit)
        if hit.field in self._fields:
            self._view.scrolling.reveal(self._fields[hit.field])
            self._fields[hit.field].setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose_field(hit)
        elif cursor:
            edit.setTextCursor(cursor)
            edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def words(self) -> str:
        """Return what is selected where the keyboard is, empty for nothing or several lines."""
        for edit, cursor in ((self._title, self._title.textCursor()), (self._body, self._body.editing.cursor())):
            if edit.hasFocus():
                text = cursor.selectedText()
                return "" if "\u2029" in text or "\ufffc" in text else text
        return next((field.selectedText() for field in self._fields.values() if field.hasFocus()), "")

    def spot(self) -> SearchPosition | None:
        """Return where the caret is, or the selection begins; None without an article."""
        article = self._view.article
        if article is None:
            return None
        position = self._body.textCursor().selectionStart()
        if self._title.hasFocus() or (position == 0 and not self._body.hasFocus()):
            return SearchPosition(
                article.uid, TextLocation(TextField.TITLE), self._title.caret if self._title.hasFocus() else 0
            )
        uid, line, at = place_at(self._body.document(), position)
        return SearchPosition(article.uid, _location(article, uid, line), at)

    def _cursor(self, hit: SearchHit) -> tuple[QTextEdit, QTextCursor | None]:
        if hit.field is TextField.TITLE:
            return self._title, self._title.marks.find([_mark(hit, None, None)])[0]
        block = self._block(hit)
        return self._body, self._body.marks.find([_mark(hit, block, None)])[0] if block else None

    def _block(self, hit: SearchHit) -> Block | None:
        article = self._view.article
        return next((one for one in article.blocks if one.uid == hit.block), None) if article else None

    def _choose_field(self, hit: SearchHit) -> None:
        field = self._chosen = self._fields[hit.field]
        start, end = (units(field.text()[:at]) for at in (hit.start, hit.end))
        self._view.scrolling.reveal(field)
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


def _mark(hit: SearchHit, block: Block | None, current: SearchHit | None) -> TextMark:
    at = printed_offset(block, hit.location) if block else 0
    kind = MarkKind.CURRENT_HIT if hit is current else MarkKind.HIT
    return TextMark(hit.block, at + hit.start, at + hit.end, kind)


def _location(article: Article, uid: str, line: int) -> TextLocation:
    """Return the text that stands on a line of a block; in a figure or table the first."""
    block = next((one for one in article.blocks if one.uid == uid), None)
    return location_of_line(block, line) if block else TextLocation(TextField.TEXT, uid)
