"""Moving articles about loses none, and what does not change stays the same object."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.article import Article, Title
from editor.model.edits import (
    PENDING,
    ArticlePosition,
    add_articles,
    discard_articles,
    erase_articles,
    move_articles,
    place_of,
    put_article,
    restore_articles,
    step_articles,
)
from editor.model.issue import Issue, Section
from editor.model.number import Number
from editor.model.publication import Profile
from editor.model.uid import derived_uid
from editor.model.workspace import Drawer, Workspace

NOW = dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC)


def article(name):
    return Article(title=Title(text=name), uid=derived_uid(name))


def uid(name):
    return derived_uid(name)


def space(*sections, pending=""):
    made = tuple(
        Section(name=f"栏{place}", articles=tuple(map(article, names)), uid=derived_uid("栏", str(place)))
        for place, names in enumerate(sections)
    )
    issue = Issue(
        publication=derived_uid("p"),
        number=Number(year=2025, number=1, total=1),
        date=dt.date(2025, 3, 3),
        profile=Profile(masthead="云州观察"),
        sections=made,
    )
    return Workspace(issue=issue, drawer=Drawer(pending=tuple(map(article, pending))))


def standing(value):
    names = ["".join(one.title.text for one in section.articles) for section in value.issue.sections]
    return [*names, "".join(one.title.text for one in value.drawer.pending)]


@pytest.mark.parametrize(
    ("names", "by", "after"),
    [
        ("b", -1, ["bac", "de", "x"]),
        ("b", 1, ["acb", "de", "x"]),
        ("c", 1, ["ab", "cde", "x"]),
        ("d", -1, ["abcd", "e", "x"]),
        ("e", 1, ["abc", "d", "ex"]),
        ("x", -1, ["abc", "dex", ""]),
        ("a", -1, ["abc", "de", "x"]),
        ("x", 1, ["abc", "de", "x"]),
        ("ab", 1, ["cab", "de", "x"]),
        ("bc", 1, ["a", "bcde", "x"]),
    ],
)
def test_articles_step_up_and_down_over_the_borders_of_sections(names, by, after):
    assert standing(step_articles(space("abc", "de", pending="x"), {uid(name) for name in names}, by)) == after


def test_articles_dropped_into_another_section_keep_their_order():
    before = space("abc", "de", pending="x")
    after = move_articles(
        before, {uid("c"), uid("a")}, ArticlePosition(section=before.issue.sections[1].uid, position=1)
    )
    assert standing(after) == ["b", "dace", "x"]
    assert standing(move_articles(after, {uid("d")}, ArticlePosition(section=PENDING, position=1))) == [
        "b",
        "ace",
        "xd",
    ]


def test_a_drop_below_itself_counts_places_before_the_move():
    before = space("abcd")
    section = before.issue.sections[0].uid
    assert standing(move_articles(before, {uid("a")}, ArticlePosition(section=section, position=3))) == ["bcad", ""]


def test_a_place_in_no_section_is_refused():
    with pytest.raises(LookupError):
        add_articles(space("a"), ArticlePosition(section=derived_uid("anderswo"), position=0), (article("z"),))
    with pytest.raises(LookupError):
        move_articles(space("a"), {uid("a")}, ArticlePosition(section=derived_uid("anderswo"), position=0))


def test_the_trash_gives_back_to_the_section_or_to_pending():
    before = space("ab", "c", pending="x")
    binned = discard_articles(before, {uid("b"), uid("x")}, at=NOW)
    assert standing(binned) == ["a", "c", ""]
    assert standing(restore_articles(binned, {uid("b"), uid("x")})) == ["ab", "c", "x"]
    without = replace(binned.issue, sections=binned.issue.sections[1:])
    assert standing(restore_articles(replace(binned, issue=without), {uid("b")})) == ["c", "b"]
    assert erase_articles(binned, {uid("b")}).drawer.trash == binned.drawer.trash[1:]


def test_changing_one_article_leaves_the_others_the_same_objects():
    before = space("ab", "c")
    after = put_article(before, replace(article("a"), source="云州日报"))
    assert after.issue.sections[1] is before.issue.sections[1]
    assert after.issue.sections[0].articles[1] is before.issue.sections[0].articles[1]
    assert after.drawer is before.drawer
    assert put_article(before, article("nowhere")) is before


moves = st.tuples(st.sampled_from("abcdefxy"), st.sampled_from("123-"), st.integers(0, 5))


@given(st.lists(moves, max_size=8))
def test_no_sequence_of_moves_loses_or_doubles_an_article(sequence):
    value = space("abc", "d", "ef", pending="xy")
    everything = sorted(one.title.text for one in value.articles())
    for name, target, position in sequence:
        section = PENDING if target == "-" else value.issue.sections[int(target) - 1].uid
        value = move_articles(value, {uid(name)}, ArticlePosition(section=section, position=position))
        assert place_of(value, uid(name)).section == section
        assert sorted(one.title.text for one in value.articles()) == everything


@given(st.sets(st.sampled_from("abcdefxy")))
def test_discarding_and_restoring_loses_nothing(names):
    value = space("abc", "d", "ef", pending="xy")
    chosen = {uid(name) for name in names}
    back = restore_articles(discard_articles(value, chosen, at=NOW), chosen)
    assert sorted(map(sorted, standing(back))) == sorted(map(sorted, standing(value)))
    assert back.drawer.trash == ()
