"""A field that the model gains leaves the bytes of everything that does not use it as they were."""

from dataclasses import dataclass

import pytest

from editor.interchange import versions
from editor.interchange.codec import decode, encode
from editor.model.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    name: str
    term: str = ""
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    parts: tuple[Part, ...]


@pytest.fixture(autouse=True)
def newer(monkeypatch):
    monkeypatch.setitem(versions.NEWER, Part, frozenset({"term", "years"}))


@pytest.mark.parametrize(
    ("part", "written"),
    [
        (Part(name="主编"), b'{"parts":[{"name":"\xe4\xb8\xbb\xe7\xbc\x96"}]}'),
        (Part(name="a", term="2024"), b'{"parts":[{"name":"a","term":"2024"}]}'),
        (Part(name="a", years=(2024, 2026)), b'{"parts":[{"name":"a","years":[2024,2026]}]}'),
    ],
    ids=["neither", "a text", "a tuple"],
)
def test_it_is_written_where_it_says_something_and_read_back(part, written):
    whole = Whole(parts=(part,))
    assert encode(whole) == written
    assert decode(Whole, written) == whole


def test_a_default_that_another_program_wrote_is_read():
    assert decode(Part, b'{"name":"a","term":"","years":[]}') == Part(name="a")


@pytest.mark.parametrize("data", [b'{"term":"2024"}', b'{"name":"a","term":null}', b'{"name":"a","other":1}'])
def test_all_else_stays_as_strict_as_it_is(data):
    with pytest.raises(UserError):
        decode(Part, data)
