"""Tracked changes as marks on the text: a line below what is new, a flag where words are gone."""

from collections.abc import Iterator, Mapping

from editor.model.article import Article
from editor.model.block_kinds import is_object
from editor.model.block_texts import printed_text
from editor.model.body import Block
from editor.text.comparing import PieceKind, compare_words
from editor.text.tracked import ChangeKind, Span
from editor.ui.kit.tints import MarkKind, TextMark
from editor.ui.tracking.rows import ChangeRow
from editor.ui.tracking.words import tip_words

_LOOKS = (ChangeKind.FORMAT, ChangeKind.STYLE)


def body_marks(row: ChangeRow, blocks: Mapping[str, Block]) -> Iterator[TextMark]:
    """Yield the marks of a change in the body. blocks: of the article, by identity."""
    change = row.made.change
    for number, span in enumerate(change.spans):
        block = blocks.get(span.block)
        place = Span(span.block, span.start, span.start)
        if block and is_object(block):
            yield TextMark(span.block, 0, 0, MarkKind.ADDED, hand=row.hand, tip=tip_words(row.made))
        elif block:
            text = printed_text(block)
            # of a paragraph that only looks otherwise no word is new
            yield from _marks(row, place if change.kind in _LOOKS else span, text)
            if change.kind is ChangeKind.REPLACED and not number:
                yield from _marks(row, place, text)


def title_marks(row: ChangeRow, article: Article) -> Iterator[TextMark]:
    """Yield the marks of a change of the title, word by word."""
    text, at = article.title.text, 0
    for piece in compare_words(row.made.change.removed.replace("\n", ""), text):
        if piece.kind is PieceKind.REMOVED:
            yield from _marks(row, Span("", at, at), text)
        else:
            if piece.kind is PieceKind.ADDED:
                yield from _marks(row, Span("", at, at + len(piece.text)), text)
            at += len(piece.text)


def _marks(row: ChangeRow, span: Span, text: str) -> Iterator[TextMark]:
    """Yield a part of a text as marks, one a line of it; words that are gone hang on the character beside them."""
    tip = tip_words(row.made)
    if span.start == span.end:
        behind = span.start > 0 and text[span.start - 1 : span.start] != "\n"
        start = span.start - 1 if behind else span.start
        if text[start : start + 1].strip("\n"):
            kind = MarkKind.GONE_BEHIND if behind else MarkKind.GONE_BEFORE
            yield TextMark(span.block, start, start + 1, kind, hand=row.hand, tip=tip)
        return
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        if line:
            yield TextMark(span.block, at, at + len(line), MarkKind.ADDED, hand=row.hand, tip=tip)
        at += len(line) + 1
