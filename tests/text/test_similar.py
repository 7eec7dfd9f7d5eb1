"""Likeness of articles: the pairs of tests/similar_pairs.py, and what holds for any two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.similar.fingerprint import fingerprint
from editor.text.similar.likeness import Likeness, Telling, Why, likeness, page_link
from editor.text.similar.passages import SHORTEST, common
from editor.text.similar.shingles import letters, shingles
from editor.text.similar.subject import alike, others, same_document, subject_of
from tests.similar_pairs import Pair, pairs

_LETTERS = "云州市数据要素改革ABCé İ"
_TEXTS = st.text(_LETTERS + "，。\n 12", max_size=120)
_LINK = "https://www.yunzhou.gov.cn/art/2025/3/12/art_11_22.html"


def _of(pair: Pair) -> Likeness:
    (title, body), (other, other_body) = pair.second, pair.first
    return likeness(Telling(title=title, body=body), Telling(title=other, body=other_body))


@pytest.mark.parametrize("pair", list(pairs()), ids=lambda pair: pair.kind)
def test_one_event_is_found_and_another_of_its_family_stays_silent(pair: Pair) -> None:
    assert bool(_of(pair)) == pair.same


@given(_TEXTS, _TEXTS)
def test_passages_say_the_same_on_both_sides(first: str, second: str) -> None:
    for match in common(first, second).matches:
        one, other = (letters(text[slice(*span)]) for text, span in ((first, match.first), (second, match.second)))
        assert one == other
        assert match.letters >= SHORTEST


@given(_TEXTS)
def test_a_text_is_wholly_in_itself(text: str) -> None:
    whole = common(text, text)
    assert whole.of_first == whole.of_second == (len(letters(text)) >= SHORTEST)


@given(_TEXTS, _TEXTS)
def test_what_follows_changes_no_shingle_of_a_text(first: str, second: str) -> None:
    assert shingles(first) | shingles(second) <= shingles(first + second)


@given(st.text(max_size=200))
def test_marks_and_blanks_change_no_shingle(text: str) -> None:
    assert shingles("，".join(text)) == shingles(text)


def test_a_page_is_the_same_whoever_shared_it() -> None:
    shared = f"{_LINK}?spm=a1.b2&utm_source=wechat"
    new, old = Telling(title="甲", body="一", link=shared), Telling(title="乙", body="二", link=_LINK)
    assert likeness(new, old).why == (Why.LINK,)


@pytest.mark.parametrize("link", ["", "https://www.yunzhou.gov.cn/", "http://yunzhou.gov.cn"])
def test_the_first_page_of_a_site_names_no_article(link: str) -> None:
    assert page_link(link) == ""


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("云州市绿色建材推广办法", "云州市绿色建材推广办法", True),
        ("云州市绿色建材应用推广管理办法", "云州市绿色建材应用与推广管理办法", True),
        ("云州市绿色建材推广行动计划2024-2026年", "云州市绿色建材推广行动计划2027-2029年", False),
        ("云州市绿色建材推广办法", "白河市绿色建材推广办法", False),
    ],
)
def test_names_of_documents(first: str, second: str, *, same: bool) -> None:
    assert alike(first, second) == same


def test_a_fingerprint_names_the_document_as_all_outlets_do() -> None:
    one = fingerprint(Telling(title="云州市印发《云州市绿色建材推广办法（试行）》", body=""))
    other = fingerprint(Telling(title="绿色建材有了新规", body="近日，云州市印发《云州市绿色建材推广办法》，共十条。"))
    assert one.documents == other.documents == ("云州市绿色建材推广办法",)


def test_a_digital_city_is_no_place_that_two_articles_share() -> None:
    first = subject_of("白河市印发《数字城市实施方案》", "")
    second = subject_of("临海市印发《数字城市实施方案》", "")
    assert others(first, second)
    assert not same_document(first, second)
