from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.model.article import ArticleArchive
from editor.model.credit_edits import (
    NamePlace,
    add_names,
    fill_by,
    move_name,
    name_at,
    put_name,
    put_rota,
    remove_name,
    set_kind,
    sort_names,
)
from editor.model.credit_filling import article_editors, filled_credits, turned
from editor.model.credits import Credit, Filling, Name, NameKind
from editor.model.front import Front, front_of, put_front
from editor.model.items import moved, removed, stepped
from editor.model.numbering import next_issue
from editor.model.publication import Profile, Publication
from editor.model.uid import derived_uid
from tests import strategies
from tests.fakes import article, issue_of

FIRST, SECOND = derived_uid("first"), derived_uid("second")
places = st.builds(NamePlace, role=st.sampled_from((FIRST, SECOND)), position=st.integers(0, 6))
texts = st.lists(st.sampled_from("甲乙丙丁"), max_size=5)


def credit(role, *names, uid=FIRST, **fields):
    return Credit(role=role, names=tuple(Name(text=name) for name in names), uid=uid, **fields)


def front(*credits_):
    return Front(profile=Profile(masthead="云州观察"), credits=credits_)


fronts = st.builds(lambda one, two: front(credit("主编", *one), credit("编委", *two, uid=SECOND)), texts, texts)


def names_of(value, at=0):
    return [name.text for name in value.credits[at].names]


def everyone(value):
    return sorted(name.text for one in value.credits for name in one.names)


@given(fronts, places, places)
def test_a_name_moved_is_neither_lost_nor_doubled_and_stands_where_it_was_put(value, place, target):
    after = move_name(value, place, target)
    assert everyone(after) == everyone(value)
    name = name_at(value, place)
    if name is not None and place.role != target.role:
        standing = next(one for one in after.credits if one.uid == target.role).names
        assert standing[min(target.position, len(standing) - 1)] == name


@given(fronts, places)
def test_moving_a_name_there_and_back_changes_nothing(value, place):
    if name_at(value, place) is None:
        return
    other = NamePlace(role=SECOND if place.role == FIRST else FIRST, position=0)
    assert move_name(move_name(value, place, other), other, place) == value


@given(fronts, places)
def test_a_name_added_and_taken_away_changes_nothing(value, place):
    size = len(next(one for one in value.credits if one.uid == place.role).names)
    at = replace(place, position=min(place.position, size))
    added = add_names(value, at, Name(text="戊"))
    assert name_at(added, at) == Name(text="戊")
    assert remove_name(added, at) == value


@given(fronts, st.lists(st.tuples(st.sampled_from((FIRST, SECOND)), st.integers(0, 3)), max_size=4))
def test_roles_moved_are_all_still_there(value, moves):
    rows = value.credits
    for uid, position in moves:
        rows = moved(rows, uid, position)
    assert sorted(one.uid for one in rows) == sorted(one.uid for one in value.credits)


@given(strategies.fronts())
def test_the_front_taken_out_and_put_back_is_the_issue_itself(value):
    issue = put_front(issue_of(article()), value)
    assert front_of(issue) == value
    assert put_front(issue, front_of(issue)) is issue


def test_a_publications_defaults_have_a_front_as_well():
    publication = Publication(profile=Profile(masthead="云州观察"))
    value = put_front(publication, front(credit("主编", "甲")))
    assert front_of(value) == front(credit("主编", "甲"))
    assert put_front(value, front_of(value)) is value


def test_stepping_stops_at_either_end():
    rows = (credit("甲"), credit("乙", uid=SECOND))
    assert [one.role for one in stepped(rows, SECOND, -1)] == ["乙", "甲"]
    assert stepped(rows, SECOND, 1) == rows
    assert removed(rows, FIRST) == rows[1:]


def test_names_are_sorted_and_equal_ones_keep_their_order():
    value = sort_names(front(credit("编委", "丙", "甲", "乙")), FIRST, lambda name: name.text)
    assert names_of(value) == sorted(["丙", "甲", "乙"])


def test_a_name_of_nowhere_changes_nothing():
    value = front(credit("主编", "甲"))
    nowhere = NamePlace(role=FIRST, position=7)
    assert put_name(value, nowhere, Name(text="乙")) is value
    assert remove_name(value, nowhere) is value


EDITED = issue_of(
    article("甲", archive=ArticleArchive(editor="陈贝、杨婷")),
    article("乙", archive=ArticleArchive(editor="")),
    article("丙", archive=ArticleArchive(editor="莫星星，陈贝")),
    credits=(credit("编委", "莫星星"), credit("责任编辑", "旧人", uid=SECOND, filling=Filling.ARTICLES)),
)


def test_articles_fill_a_role_with_each_editor_once_in_their_order():
    assert [name.text for name in article_editors(EDITED)] == ["陈贝", "杨婷", "莫星星"]
    assert [name.text for name in filled_credits(EDITED)[1].names] == ["陈贝", "杨婷", "莫星星"]
    assert filled_credits(EDITED)[0] is EDITED.credits[0]


def test_without_editors_the_names_stay_that_were_there():
    bare = replace(EDITED, sections=())
    assert [name.text for name in filled_credits(bare)[1].names] == ["旧人"]


def test_a_known_editor_keeps_his_identity():
    known = replace(EDITED, credits=(Credit(role="编委", names=(Name(text="陈贝", person=FIRST),)), EDITED.credits[1]))
    assert article_editors(known)[0] == Name(text="陈贝", person=FIRST)


def test_touching_a_name_makes_the_role_the_editors_own():
    value = front(credit("责任编辑", "甲", filling=Filling.ARTICLES))
    after = add_names(value, NamePlace(role=FIRST, position=1), Name(text="乙"))
    assert after.credits[0].filling is Filling.HAND


def test_a_rota_begins_with_who_is_there_and_the_next_issue_has_the_next_in_turn():
    value = fill_by(front(credit("值班", "甲", "乙", "丙")), FIRST, Filling.ROTA)
    assert names_of(value) == ["甲"]
    issue = issue_of(article(), credits=value.credits)
    duty = []
    for _ in range(4):
        duty.append([name.text for name in issue.credits[0].names])
        issue = next_issue(issue)
    assert duty == [["甲"], ["乙"], ["丙"], ["甲"]]


def test_a_rota_of_pairs_goes_on_by_pairs():
    pair = credit("值班", "甲", "乙", filling=Filling.ROTA, rota=tuple(Name(text=one) for one in "甲乙丙"))
    assert [name.text for name in turned(pair).names] == ["丙", "甲"]
    assert turned(replace(pair, rota=())) == replace(pair, rota=())
    stranger = replace(pair, names=(Name(text="丁"),))
    assert [name.text for name in turned(stranger).names] == ["甲"]


def test_organisations_take_no_turns():
    value = fill_by(front(credit("值班", "甲", "乙")), FIRST, Filling.ROTA)
    assert set_kind(value, FIRST, NameKind.ORGANISATION).credits[0].filling is Filling.HAND
    assert [name.text for name in put_rota(value, FIRST, ()).credits[0].rota] == []
