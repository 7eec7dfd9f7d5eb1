"""Quoting the sentence around a place, and making hits of it."""

import re
from collections.abc import Sequence

from editor.checks.finding import BlockRemoval, Fix, RuleHit, Span, TextEdit
from editor.checks.passage import Found, Passage
from editor.model.language import tr

_END = re.compile(r"[。！？；\n]")
_BEFORE, _AFTER, _LONGEST = 20, 24, 60
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"


def sentence(text: str, span: Span) -> Span:
    """Return where the sentence around a span begins and ends, its mark included."""
    start, end = span
    before = [match.end() for match in _END.finditer(text, 0, start)]
    after = _END.search(text, max(end - 1, start))
    return (before[-1] if before else 0), (after.end() if after else len(text))


def quote(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return the words around the first span, shortened, and where the spans lie in them."""
    first, last = spans[0]
    start, end = sentence(text, spans[0])
    if end - start > _LONGEST:
        start, end = max(start, first - _BEFORE), min(end, last + _AFTER)
    lead = "…" if start > 0 and not _END.match(text[start - 1]) else ""
    tail = "…" if end < len(text) and not _END.match(text[end - 1]) else ""
    shift = len(lead) - start
    inside = tuple((a + shift, b + shift) for a, b in spans if start <= a and b <= end)
    # blanks at the end are left out, unless one of them is what the finding is about
    shown = max([len(text[start:end].rstrip()), *(b - shift - start for _, b in inside)])
    return f"{lead}{text[start : start + shown]}{tail}", inside


def hit(passage: Passage, span: Span, message: str, *, detail: str = "", becomes: str | None = None) -> RuleHit:
    """Return the hit of one span. becomes: the corrected text."""
    evidence, marks = quote(passage.text, [span])
    fix = None if becomes is None else Fix(edits=(edit(passage, span, becomes),), shown=becomes or tr("删去"))
    start, end = sentence(passage.text, span)
    return RuleHit(
        place=passage.at(*span),
        message=message,
        detail=detail,
        evidence=evidence,
        marks=marks,
        fix=fix,
        subject=passage.text[start:end],
    )


def told(found: Found, message: str, *, group: int | str = 0, detail: str = "", becomes: str | None = None) -> RuleHit:
    """Return the hit of a match, or of a group of it."""
    return hit(found.passage, found.span(group), message, detail=detail, becomes=becomes)


def better(found: Found, right: str, *, group: int | str = 0, detail: str = "") -> RuleHit:
    """Return the hit of a match that is better written otherwise; the fix writes it so."""
    message = tr("“{found}”宜写作“{right}”", found=found[group].strip(), right=right)
    return told(found, message, group=group, detail=detail, becomes=right)


def edit(passage: Passage, span: Span, text: str, *, bold: bool = False) -> TextEdit:
    """Return the edit that puts text in place of a span."""
    return TextEdit(place=passage.at(*span), was=passage.text[slice(*span)], text=text, bold=bold)


def dropped(passage: Passage, shown: str) -> Fix:
    """Return the fix that takes the block of a passage out. shown: what is done, in words."""
    made = BlockRemoval(article=passage.place.where, block=passage.place.block, was=passage.text)
    return Fix(edits=(made,), shown=shown)


def many(found: Sequence[tuple[Passage, Span]], edits: Sequence[TextEdit], message: str, shown: str) -> RuleHit:
    """Return one hit for spans that are alike all over an article, quoted at the first."""
    passage, span = found[0]
    evidence, marks = quote(passage.text, [where for one, where in found if one is passage])
    return RuleHit(
        place=passage.at(*span),
        message=message,
        evidence=evidence,
        marks=marks,
        fix=Fix(edits=tuple(edits), shown=shown) if edits else None,
        also=tuple(one.at(*where) for one, where in found[1:]),
        subject="\n".join(dict.fromkeys(one.text for one, _ in found)),
    )
