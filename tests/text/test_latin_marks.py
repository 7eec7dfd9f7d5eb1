import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.latin_marks import latin_runs


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("据 Moody’s 的报告", "’"),
        ("the users’ data", "’"),
        ("他说“好的”。", ""),
        ("他说“AI”很好", ""),
        ("使用 “AI” 技术", ""),
        ("The term “machine learning” is used", "“”"),
        ("“Open data”", "“”"),
        ("a ‘small’ step", "‘’"),
        ("“don’t wait” they said", "“’”"),
        ("他说“don’t wait”。", "’"),
        ("“数据”和 O’Reilly", "’"),
        ("他说‘好’", ""),
        ("没有引号", ""),
        ("”“", ""),
    ],
)
def test_marks_are_latin_where_only_latin_is_around_them(text, marks):
    runs = latin_runs(text)
    assert "".join(part for part, latin in runs if latin) == marks
    assert "".join(part for part, _ in runs) == text


@given(st.text(alphabet="ab数据“”‘’ 。1", max_size=24))
def test_no_character_is_lost_and_only_marks_are_taken(text):
    runs = latin_runs(text)
    assert "".join(part for part, _ in runs) == text
    assert all(part in "‘’“”" for part, latin in runs if latin)
