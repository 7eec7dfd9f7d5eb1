"""A number is read for a list as the codec reads it, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.interchange.codec import decode_kept, encode
from editor.interchange.number_line import plain_number
from editor.model.errors import UserError
from editor.model.number import IssueKind, Number

_WHOLE = st.none() | st.integers(0, 10**10)


def by_codec(data):
    try:
        return decode_kept(Number, data.encode())
    except UserError:
        return None


@st.composite
def lines(draw):
    """JSON of numbers, sound and unsound, with a piece exchanged for another."""
    words = {"year": draw(st.integers(0, 3000)), "kind": str(draw(st.sampled_from(IssueKind)))}
    words |= {name: draw(_WHOLE) for name in ("number", "total", "last", "total_last")}
    words["subject"] = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=3))
    line = "{" + ",".join(f'"{name}":{_written(words[name])}' for name in sorted(words)) + "}"
    at = draw(st.integers(0, len(line)))
    piece = draw(st.sampled_from(["", "", "", " ", "0", "-", ".0", '"', "\\", "\ufffe", "\ufffd", "（", "null", ","]))
    return line[:at] + piece + line[at + draw(st.integers(0, 2)) * bool(piece) :]


def _written(value):
    return "null" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


@given(line=lines())
def test_what_is_read_is_what_the_codec_reads(line):
    read = plain_number(line)
    assert read is None or read == by_codec(line)


@pytest.mark.parametrize(
    "number",
    [
        Number(year=2025, number=5, total=50),
        Number(year=2025, number=5, last=6, total=50, total_last=51, kind=IssueKind.COMBINED),
        Number(year=2025, number=None, total=None, kind=IssueKind.SUPPLEMENT),
        Number(year=2025, number=7, total=52, kind=IssueKind.SPECIAL, subject="两会（一）"),
    ],
)
def test_numbers_as_the_program_writes_them_need_no_codec(number):
    assert plain_number(encode(number).decode()) == number
