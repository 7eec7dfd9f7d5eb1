"""House words of the office in an issue: where they count, where they are right, what is said of them."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.checks.finding import Level
from editor.checks.house_word_index import HouseWordIndex, longest
from editor.desk.checking import apply_fixes
from editor.desk.printable_issue import no_house_words
from editor.model.article import Title
from editor.model.body import Paragraph, text_of
from editor.model.house_words import HouseWord, HouseWordLevel, HouseWords, HouseWordScope
from tests.checks.issues import article, check, issue


def findings(one, *words, **others):
    known = HouseWords(words)
    checked = check(one, house_words=lambda: known, **others)
    return [found for found in checked.findings if found.rule.startswith("words.house")]


def said(one, *words):
    return [found.message for found in findings(one, *words)]


def word(name, *instead, **fields):
    return HouseWord(name=name, instead=instead, **fields)


def text_after(one, found):
    (fixed,) = apply_fixes(one, found).articles()
    return "".join(run.text for block in fixed.blocks for run in block.runs)


def test_a_word_is_said_with_the_level_reason_and_source_of_its_row():
    one = issue(article("云州市作出布署。"))
    row = word("布署", "部署", "安排", level=HouseWordLevel.ERROR, reason="错字", source="词典第3页")
    (found,) = findings(one, row)
    assert (found.level, found.message) == (Level.ERROR, "“布署”禁用，应写作“部署”")
    assert found.detail == "错字。也可写作“安排”。"
    assert found.why == "用语表：词典第3页"
    assert found.evidence[slice(*found.marks[0])] == "布署"
    assert text_after(one, [found]) == "云州市作出部署。"


def test_what_is_only_forbidden_has_no_fix():
    (found,) = findings(issue(article("他是云州人。")), word("云州人", level=HouseWordLevel.INFO))
    assert (found.level, found.message, found.fix) == (Level.INFO, "“云州人”禁用", None)
    assert found.why == "本单位的用语表"


@pytest.mark.parametrize(
    ("row", "text", "times"),
    [
        (word("云州人"), "云州人和云州人。", 2),
        (word("云州人", exceptions=("云州人大",)), "云州人大开会，云州人参加。", 1),
        (word("州人", exceptions=("云州人大",)), "云州人大开会，云州人参加。", 1),
        (word("昌州", "昌州市"), "昌州市与昌州。", 1),
        (word("办法", exceptions=("《》",)), "《登记办法》是办法。", 1),
        (word("办法", exceptions=("“”",)), "“老办法”是办法。", 1),
        (word("AI"), "CHAIR、AI、AI技术、5AI", 2),
        (word("5G"), "15G与5G", 1),
        (word("(.*)+"), "a(.*)+b与(.*)+。", 2),
        (word("的"), "云州的数据的登记", 2),
        (word("example"), "见 https://example.org/example 所载。", 0),
        (word("𠮷野"), "𠮷野家的𠮷野。", 2),
    ],
)
def test_words_are_found_where_they_are_not_right(row, text, times):
    assert len(said(issue(article(text, title="甲")), row)) == times


def test_of_overlapping_words_the_longest_wins():
    one = issue(article("市大数据局发文。"))
    assert said(one, word("数据局发"), word("大数据局", "数据局"), word("大数据", "数据")) == [
        "“大数据局”宜写作“数据局”"
    ]
    assert said(one, word("大数据局", exceptions=("市大数据局",)), word("大数据")) == ["“大数据”禁用"]


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ({}, ["title", "body"]),
        ({"scope": HouseWordScope.TITLES}, ["title"]),
        ({"scope": HouseWordScope.BODY}, ["body"]),
        ({"sections": ("要闻",)}, ["title", "body"]),
        ({"sections": ("动态",)}, []),
        ({"sections": ("动态", "要闻"), "scope": HouseWordScope.TITLES}, ["title"]),
    ],
)
def test_a_word_counts_in_its_scope_and_sections(fields, messages):
    one = issue(article("各地布署。", title="云州布署数据登记"))
    assert [found.place.field for found in findings(one, word("布署", **fields))] == messages


def test_texts_outside_of_articles_are_looked_at_for_words_that_count_everywhere():
    one = issue(article())
    one = replace(one, headline=Title(text="云州布署登记"), sections=(replace(one.sections[0], name="布署"),))
    found = findings(one, word("布署", "部署"))
    assert [(one.rule, one.place.field, one.fix) for one in found] == [
        ("words.house-front", "headline", None),
        ("words.house-front", "section", None),
    ]
    assert said(one, word("布署", scope=HouseWordScope.BODY)) == []


def test_a_headline_that_repeats_a_title_is_not_said_twice():
    one = replace(issue(article(title="云州布署登记")), headline=Title(text="云州布署登记"))
    assert [found.rule for found in findings(one, word("布署", "部署"))] == ["words.house"]


def test_an_article_moved_to_another_section_is_read_again():
    one, row = issue(article("各地布署。")), HouseWords((word("布署", sections=("动态",)),))
    first = check(one, house_words=lambda: row)
    moved = replace(one, sections=(replace(one.sections[0], name="动态"),))
    again = check(moved, house_words=lambda: row, before=first)
    assert [found.message for found in again.findings if found.rule == "words.house"] == ["“布署”禁用"]


def test_an_edit_reads_only_its_own_article_and_other_words_read_all():
    one, row = issue(article("各地布署。", title="甲"), article("也布署。", title="乙")), HouseWords((word("布署"),))
    first = check(one, house_words=lambda: row)
    one_of, other = one.articles()
    edited = replace(one_of, blocks=(Paragraph(runs=text_of("不再布署。"), uid=one_of.blocks[0].uid),))
    typed = replace(one, sections=(replace(one.sections[0], articles=(edited, other)),))
    again = check(typed, house_words=lambda: row, before=first)
    assert again.results[other.uid] is first.results[other.uid]
    assert again.results[edited.uid] is not first.results[edited.uid]
    none = check(typed, house_words=no_house_words, before=again)
    assert not [found for found in none.findings if found.rule == "words.house"]


LETTERS = st.text(st.sampled_from("云州数据AI5.*( 《》“”\n"), max_size=30)
NAMES = st.text(st.sampled_from("云州数据AI5.*("), min_size=1, max_size=4)


@given(st.lists(NAMES, max_size=8, unique=True), LETTERS)
def test_whatever_words_and_text_are_what_is_found_stands_there(names, text):
    found = HouseWordIndex(HouseWords(word(name) for name in names)).find(text)
    assert all(text[one.start : one.end] == one.word.name for one in found)
    latin = "AI5"
    wanted = {
        (at, name)
        for name in names
        for at in range(len(text))
        if text.startswith(name, at)
        and not (at and text[at - 1] in latin and name[0] in latin)
        and not (text[at + len(name) : at + len(name) + 1] in tuple(latin) and name[-1] in latin)
    }
    assert {(one.start, one.word.name) for one in found} == wanted
    kept = longest(found)
    assert all(one.end <= other.start for one, other in pairwise(kept))
