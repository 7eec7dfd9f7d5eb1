"""The number of an issue read from its canonical JSON without the codec, whose import takes as long as a whole list."""

import re

from editor.model.number import IssueKind, Number

_WHOLE = "(0|[1-9][0-9]{0,8})"
_NONE = f"(?:{_WHOLE}|null)"
# a subject with escapes, or with characters among which the codec looks for forbidden ones, is left to the codec
_LINE = re.compile(
    rf'{{"kind":"([a-z]+)","last":{_NONE},"number":{_NONE},"subject":"([^"\\\x00-\x1f\uffc0-\uffff]*)",'
    rf'"total":{_NONE},"total_last":{_NONE},"year":{_WHOLE}}}'
)


def plain_number(data: str) -> Number | None:
    """Return what `codec.decode` returns for the canonical JSON of a number; None for what only the codec can judge."""
    found = _LINE.fullmatch(data)
    if found is None:
        return None
    kind, last, number, subject, total, total_last, year = found.groups()
    try:
        return Number(
            year=int(year),
            number=_whole(number),
            total=_whole(total),
            kind=IssueKind(kind),
            last=_whole(last),
            total_last=_whole(total_last),
            subject=subject,
        )
    except ValueError:
        return None


def _whole(digits: str | None) -> int | None:
    return None if digits is None else int(digits)
