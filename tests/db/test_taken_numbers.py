"""Adding an issue asks the library for the numbers near its own, and refuses exactly what the model calls taken."""

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from db.queries import near_numbers
from editor.interchange.codec import encode
from editor.model.number import IssueKind, Number
from editor.model.numbering import clash

_SMALL = st.integers(1, 6)


@st.composite
def numbers(draw):
    year, kind = draw(st.integers(2024, 2025)), draw(st.sampled_from(IssueKind))
    total = draw(st.none() | _SMALL | st.just(10**18))
    total_last = total + draw(st.integers(-1, 2)) if total else draw(st.none() | st.just(0))
    if kind is IssueKind.SUPPLEMENT:
        return Number(year=year, number=None, total=total, total_last=total_last, kind=kind)
    number = draw(_SMALL)
    last = number + draw(st.integers(1, 2)) if kind is IssueKind.COMBINED else None
    return Number(year=year, number=number, last=last, total=total, total_last=total_last, kind=kind)


def library_of(known):
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.execute("CREATE TABLE issues (uid TEXT, publication TEXT, date TEXT, number TEXT)")
    connection.executemany("INSERT INTO issues VALUES (?, ?, '2025-01-06', ?)", known)
    return closing(connection)


def asked(connection, number):
    return near_numbers(lambda query, *values: connection.execute(query, values).fetchall(), "own", number)


@given(known=st.lists(numbers(), max_size=6), new=numbers())
def test_a_number_that_is_taken_is_always_found(known, new):
    with library_of([(str(place), "own", encode(one).decode()) for place, one in enumerate(known)]) as connection:
        near = asked(connection, new)
    taken = {str(place) for place, one in enumerate(known) if clash(new, (one,))}
    assert taken == {uid for uid, number in near if clash(new, (number,))}


def test_far_numbers_other_publications_and_damaged_rows_are_not_read():
    new = Number(year=2025, number=5, total=50)
    rows = [
        ("same", "own", new),
        ("far", "own", Number(year=2025, number=6, total=51)),
        ("year before", "own", Number(year=2024, number=5, total=1)),
    ]
    known = [(uid, publication, encode(number).decode()) for uid, publication, number in rows]
    known += [
        ("other", "another", encode(new).decode()),
        ("damaged", "own", '{"year":2025,"number":5'),
        ("odd", "own", "5"),
    ]
    with library_of(known) as connection:
        assert [uid for uid, _ in asked(connection, new)] == ["same"]
