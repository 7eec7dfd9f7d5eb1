"""A block's text as data for the page template: runs, cut where the typesetter by itself would set or break amiss."""

import re
from itertools import pairwise
from typing import Any

from editor.document.footnotes import NotedRun
from editor.model.body import Run, Text, plain
from editor.text.address import uri_of, usable_address
from editor.text.characters import is_han
from editor.text.joints import address_pieces, address_spans, whole_spans
from editor.text.latin_marks import latin_marks

_LONGEST_LIVE = 7000
# all of the category Cc
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")

Data = dict[str, Any]
_Span = tuple[int, int, str]


def clean(text: str) -> str:
    """Return text with controls, which the typesetter would treat as layout, replaced by blanks."""
    return _CONTROL.sub(" ", text) if _CONTROL.search(text) else text


def live(link: str) -> str:
    """Return an address in ASCII if the file may link to it, empty for one that is unsafe or too long."""
    uri = uri_of(usable_address(link))
    return uri if len(uri) <= _LONGEST_LIVE else ""


def run_data(text: Text) -> list[Data]:
    """Return the runs of a text. m: how a run is set, empty for the usual way.

    narrow: marks of Latin text; whole: never broken; address: broken between its pieces (p), before a hanzi or not (h).
    """
    spans = _spans(plain(text))
    if not spans:
        return [_run(run, clean(run.text), "") for run in text if run.text]
    made: list[Data] = []
    at = 0
    for run in text:
        made += [_run(run, clean(run.text[start - at : end - at]), kind) for start, end, kind in _cut(at, run, spans)]
        at += len(run.text)
    for one, after in pairwise(made):
        if one["m"] == "address":
            one["h"] = is_han(after["t"][:1])
    return made


def narrow_places(line: str) -> list[int]:
    """Return the places of marks in a title's line that belong to Latin."""
    return [start for start, _ in latin_marks(line)]


def _spans(text: str) -> list[_Span]:
    """Return what is not set the usual way, in order; nothing within an address."""
    addresses = address_spans(text)
    marks = [(*span, "narrow") for span in latin_marks(text)] + [(*span, "whole") for span in whole_spans(text)]
    outside = [one for one in marks if not any(start <= one[0] < end for start, end in addresses)]
    return sorted([*((*span, "address") for span in addresses), *outside])


def _cut(at: int, run: Run, spans: list[_Span]) -> list[_Span]:
    """Return the parts of a run that begins at a place of its text, those between the spans with an empty kind."""
    parts: list[_Span] = []
    end = at + len(run.text)
    for first, last, kind in spans:
        start, stop = max(first, at), min(last, end)
        if start < stop:
            parts += [(at, start, "")] if start > at else []
            parts.append((start, stop, kind))
            at = stop
    return [*parts, (at, end, "")] if at < end else parts


def _run(run: Run, text: str, kind: str) -> Data:
    data = {"t": text, "b": run.bold, "i": run.italic, "s": run.script.value, "l": live(run.link), "m": kind}
    if isinstance(run, NotedRun):
        return data | {"n": clean(run.words)}
    return data | {"p": address_pieces(text), "h": False} if kind == "address" else data
