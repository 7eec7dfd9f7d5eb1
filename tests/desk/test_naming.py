import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.desk.naming import PLACES, edition_pattern, file_stem, legal, pattern_fault
from editor.model.issue import Issue
from editor.model.number import IssueKind, Number
from editor.model.publication import FILE_NAME, Profile
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


@pytest.mark.parametrize(("revision", "ending"), [(1, "总第213期）"), (2, "（修订版）"), (3, "（修订版3）")])
def test_a_revision_does_not_replace_the_file_before_it(revision, ending):
    assert file_stem(issue("云州观察"), edition_pattern(FILE_NAME, revision)).endswith(ending)


def test_a_supplement_has_no_number():
    assert "增刊" in file_stem(issue("云州观察", number=None, total=None, kind=IssueKind.SUPPLEMENT))


@pytest.mark.parametrize("name", ["a/b\\c", 'x<>:"|?*y', "line\nbreak"])
def test_what_windows_forbids_is_taken_out(name):
    assert not set(legal(name)) & set('/\\<>:"|?*\n')


@given(st.text(max_size=400))
def test_every_masthead_gives_a_usable_name(masthead):
    stem = file_stem(issue(masthead))
    assert 0 < len(f"{stem}.docx".encode(errors="surrogatepass")) <= 255


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("〔刊名〕〔年〕年〔期〕（〔总期〕）", "云州观察2024年第50期（总第213期）"),
        ("〔日期〕 〔刊名〕 〔总期号〕", "2024-12-30 云州观察 213"),
        ("〔刊名〕-〔月〕〔日〕-〔期号〕", "云州观察-1230-50"),
        ("〔刊名〕/〔期〕", "云州观察第50期"),
    ],
)
def test_a_pattern_is_filled_from_the_issue(pattern, name):
    assert file_stem(issue("云州观察"), pattern) == name


def test_brackets_around_nothing_fall_away():
    assert file_stem(issue("云州观察", total=None)) == "云州观察2024年第50期"


def test_a_special_issues_subject_is_in_the_name_of_any_pattern():
    special = issue("云州观察", kind=IssueKind.SPECIAL, subject="数据")
    assert file_stem(special) == "云州观察2024年第50期（总第213期）（数据专刊）"
    assert file_stem(special, "〔专题〕〔期号〕") == "数据专刊50"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [("〔刊名〕〔期数〕", "没有〔期数〕"), ("〔刊名〕〔期", "成对"), ("〔刊名〕〔年〕", "会相同"), ("", "会相同")],
)
def test_a_pattern_that_cannot_serve_is_named(pattern, said):
    assert said in pattern_fault(pattern)


@given(st.lists(st.sampled_from([*(f"〔{name}〕" for name in PLACES), "年", "（", "）", "/"]), max_size=12))
def test_any_pattern_gives_a_usable_name(parts):
    stem = file_stem(issue("云州观察" * 40), "".join(parts))
    assert 0 < len(stem.encode()) <= 240
    assert legal(stem) == stem
