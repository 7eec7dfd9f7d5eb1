import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.desk.naming import file_stem, legal
from editor.model.issue import Issue, IssueKind, Number
from editor.model.publication import Profile
from editor.model.uid import derived_uid


def issue(masthead, **number):
    return Issue(
        publication=derived_uid(masthead or "x"),
        number=Number(**({"year": 2024, "number": 50, "total": 213} | number)),
        date=dt.date(2024, 12, 30),
        profile=Profile(masthead=masthead),
    )


def test_the_name_says_publication_year_and_numbers():
    assert file_stem(issue("云州观察")) == "云州观察2024年第50期（总第213期）"


def test_a_supplement_has_no_number():
    assert "增刊" in file_stem(issue("云州观察", number=None, total=None, kind=IssueKind.SUPPLEMENT))


@pytest.mark.parametrize("name", ["a/b\\c", 'x<>:"|?*y', "line\nbreak"])
def test_what_windows_forbids_is_taken_out(name):
    assert not set(legal(name)) & set('/\\<>:"|?*\n')


@given(st.text(max_size=400))
def test_every_masthead_gives_a_usable_name(masthead):
    stem = file_stem(issue(masthead))
    assert 0 < len(f"{stem}.docx".encode(errors="surrogatepass")) <= 255
