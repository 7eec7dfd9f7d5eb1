"""Addresses in ASCII for codes and files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.address import uri_of


@pytest.mark.parametrize(
    ("address", "made"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/云州", "https://example.org/%E4%BA%91%E5%B7%9E"),
        ("https://例子.example/云", "https://xn--fsqu00a.example/%E4%BA%91"),
        ("https://example.org/%E4%BA%91/州", "https://example.org/%E4%BA%91/%E5%B7%9E"),
        ("https://example.org?名=值#段", "https://example.org?%E5%90%8D=%E5%80%BC#%E6%AE%B5"),
        ("mailto:云@example.org", "mailto:%E4%BA%91@example.org"),
        ("", ""),
    ],
)
def test_an_address_in_ascii(address, made):
    assert uri_of(address) == made


@given(st.text(max_size=40))
def test_it_is_ascii_and_encoding_it_again_changes_nothing(text):
    made = uri_of(f"https://{text}")
    assert made.isascii()
    assert uri_of(made) == made
