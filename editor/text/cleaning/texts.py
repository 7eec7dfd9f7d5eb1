"""The texts of an article under the rules that read one text at a time: changes found, and chosen ones applied."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from editor.model.article import Article, Title
from editor.model.article_texts import article_texts, with_texts
from editor.model.block_texts import TextField, TextLocation
from editor.model.body import ANCHOR, Text, plain, readable
from editor.model.runs import apply_mark, part, replace_span, typing_look, with_text
from editor.text.cleaning.change import Change, Piece, PieceKind, TextEdit
from editor.text.cleaning.edit import Replacement, Splice
from editor.text.cleaning.engine import clean_text
from editor.text.cleaning.rule import TextRule

_AROUND, _LONGEST = 20, 40
# numbers of a chart and the words for those who cannot see a picture are not printed as text
_LEFT = (TextField.CHART,)
_TITLE = TextLocation(TextField.TITLE)


def text_changes(article: Article, rules: Sequence[TextRule]) -> Iterator[Change]:
    """Yield the changes of every text of an article, in printed order."""
    for location, runs in article_texts(article):
        text = plain(runs)
        if location.field in _LEFT or not text.strip():
            continue
        for one in _replacements(text, rules):
            edit = TextEdit(location, one)
            yield Change(
                rule=one.rule, article=article.uid, location=location, pieces=_pieces(text, one.splices), edit=edit
            )


def with_edits(article: Article, edits: Iterable[TextEdit]) -> Article:
    """Return the article with edits of its texts applied; runs keep their appearance, footnotes their anchors."""
    by_location: dict[TextLocation, list[Replacement]] = {}
    for one in edits:
        by_location.setdefault(one.location, []).append(one.replacement)
    if not by_location:
        return article
    title = _retitled(article.title, by_location.pop(_TITLE, []))
    texts = dict(article_texts(article))
    new = {location: edited_runs(texts[location], found) for location, found in by_location.items()}
    return with_texts(replace(article, title=title), new)


def edited_runs(runs: Text, replacements: Iterable[Replacement]) -> Text:
    """Return runs after replacements of their text."""
    found = tuple(replacements)
    for start, end in (span for one in found for span in one.bold):
        runs = apply_mark(runs, start, end, bold=True)
    for splice in sorted((splice for one in found for splice in one.splices), reverse=True):
        runs = replace_span(runs, splice.start, splice.end, _new(runs, splice))
    return runs


def cleaned_runs(runs: Text, rules: Sequence[TextRule]) -> Text:
    """Return runs after all that the rules find in them."""
    return edited_runs(runs, _replacements(plain(runs), rules))


def _new(runs: Text, splice: Splice) -> Text:
    """Return what takes a place: text that looks like what was there, behind it the footnotes that were anchored."""
    old = part(runs, splice.start, splice.end)
    anchors = tuple(run for run in old if run.footnote)
    look = next((run for run in old if not run.footnote), None) or typing_look(runs, splice.start)
    words = (with_text(look, splice.text),) if splice.text else ()
    return (*words, *anchors)


def _replacements(text: str, rules: Sequence[TextRule]) -> tuple[Replacement, ...]:
    """Return the replacements that rules find; they read the text without its anchors, which would part words."""
    if ANCHOR not in text:
        return clean_text(text, rules).replacements()
    parts = text.split(ANCHOR)
    anchors = tuple(accumulate(map(len, parts[:-1])))
    found = clean_text("".join(parts), rules).replacements()
    return tuple(
        replace(
            one,
            splices=tuple(Splice(*_with_anchors(anchors, first, last), text) for first, last, text in one.splices),
            bold=tuple(_with_anchors(anchors, first, last) for first, last in one.bold),
        )
        for one in found
    )


def _with_anchors(anchors: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return a span counted with the anchors; those at its ends stay outside."""
    if start == end:
        at = start + bisect_left(anchors, start)
        return at, at
    return start + bisect_right(anchors, start), end + bisect_left(anchors, end)


def _retitled(title: Title, replacements: Iterable[Replacement]) -> Title:
    """Return the title after replacements; breaks move with the text, those inside replaced text are dropped."""
    text, breaks = title.text, title.breaks
    for start, end, new in sorted((one for found in replacements for one in found.splices), reverse=True):
        text = text[:start] + new + text[end:]
        shift = len(new) - (end - start)
        breaks = tuple(at if at <= start else at + shift for at in breaks if not start < at < end)
    return Title(text=text, breaks=tuple(sorted({at for at in breaks if 0 < at < len(text)})))


def _pieces(text: str, splices: Sequence[Splice]) -> tuple[Piece, ...]:
    """Return the words of a change with some around; what stays between is shortened."""
    made = [Piece(text[max(splices[0].start - _AROUND, 0) : splices[0].start], PieceKind.SAME)] if splices else []
    for place, one in enumerate(splices):
        if place:
            made.append(Piece(_shortened(text[splices[place - 1].end : one.start]), PieceKind.SAME))
        made.append(Piece(text[one.start : one.end], PieceKind.REMOVED))
        made.append(Piece(one.text, PieceKind.ADDED))
    last = splices[-1].end if splices else 0
    made.append(Piece(text[last : last + _AROUND], PieceKind.SAME))
    return tuple(Piece(readable(words), kind) for words, kind in made if words)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 :]}"
