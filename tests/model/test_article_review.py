"""An article's way through review and proof: on, back, and along when the list of steps is changed."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.interchange.codec import decode, encode
from editor.model.article import Article
from editor.model.article_review import (
    Phase,
    is_done,
    is_reviewed,
    last_signoff,
    pass_on,
    set_back,
    standing,
    step_of,
    steps_back,
    steps_on,
)
from editor.model.article_steps import Gate, Steps
from editor.model.review import Signoff
from editor.model.step_changes import carried_steps, fallen, successors, with_steps
from editor.model.workspace import Discarded, Drawer, Workspace
from tests.fakes import article, issue_of

STEPS = Steps()
AT = dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC)


def on(one, times=1, steps=STEPS, name="编辑甲"):
    for _ in range(times):
        one = pass_on(one, steps, steps_on(one, steps)[0], name=name, at=AT)
    return one


def back(one, step, steps=STEPS, word="数字再核"):
    return set_back(one, steps, Signoff(step=step, name="总编甲", at=AT, word=word))


def with_state(state, **archive):
    return article(archive=replace(article().archive, state=state, **archive))


def space(*states, steps=STEPS):
    issue = issue_of(*(replace(with_state(state), uid=f"{at:032x}") for at, state in enumerate(states)))
    return Workspace(issue=replace(issue, archive=replace(issue.archive, steps=steps)))


def states(here):
    return [step_of(one, here.issue.archive.steps) for one in here.articles()]


# on and back


def test_an_article_passes_review_and_proof_with_the_name_of_who_did_it():
    one, passed = article(), []
    while steps_on(one, STEPS):
        one = on(one, name=f"编辑{len(passed)}")
        passed.append(step_of(one, STEPS))
    assert passed == ["一审", "二审", "终审", "一校", "二校", "三校"]
    assert [(sign.step, sign.name) for sign in one.archive.signoffs][-1] == ("三校", "编辑5")
    assert is_done(one, STEPS)


def test_an_article_is_reviewed_from_the_last_step_of_review_on():
    told = [is_reviewed(on(article(), times), STEPS) for times in range(7)]
    assert told == [False, False, False, True, True, True, True]


def test_only_the_next_step_is_open_unless_steps_may_be_left_out():
    assert steps_on(article(), STEPS) == ("一审",)
    free = replace(STEPS, skipping=True)
    assert steps_on(on(article()), free) == ("二审", "终审", "一校", "二校", "三校")
    with pytest.raises(ValueError, match="does not follow"):
        pass_on(article(), STEPS, "二审", name="甲", at=AT)
    assert step_of(pass_on(article(), free, "终审", name="甲", at=AT), free) == "终审"


def test_an_article_is_set_back_with_a_word_that_stays_in_its_history():
    one = back(on(article(), 3), "一审")
    assert (step_of(one, STEPS), steps_back(one, STEPS)) == ("一审", ("草稿",))
    assert last_signoff(one, STEPS) == Signoff(step="一审", name="总编甲", at=AT, word="数字再核")
    assert [sign.step for sign in one.archive.signoffs] == ["一审", "二审", "终审", "一审"]
    assert standing(one, STEPS).phase is Phase.RETURNED
    assert standing(on(one), STEPS) == ("二审", Phase.REVIEW, 2, 3)


@pytest.mark.parametrize(("step", "word"), [("终审", "改"), ("二审", "改"), ("草稿", "")])
def test_an_article_goes_back_to_an_earlier_step_only_and_not_without_a_word(step, word):
    with pytest.raises(ValueError, match="does not come before"):
        back(on(article(), 2), step, word=word)


def test_a_proof_names_who_read_it_and_a_review_does_not():
    one = on(with_state("draft", proofreader="郑言"), 4)
    assert [sign.proofreader for sign in one.archive.signoffs] == ["", "", "", "郑言"]


@given(st.lists(st.integers(-6, 6).filter(bool), max_size=12), st.booleans())
def test_whatever_way_it_takes_an_article_stands_where_it_was_last_taken(moves, skipping):
    steps, one = replace(STEPS, skipping=skipping), article()
    for move in moves:
        open_to_it = steps_on(one, steps) if move > 0 else steps_back(one, steps)
        if not open_to_it:
            continue
        step = open_to_it[(abs(move) - 1) % len(open_to_it)]
        one = pass_on(one, steps, step, name="甲", at=AT) if move > 0 else back(one, step, steps)
        assert step_of(one, steps) == step == one.archive.signoffs[-1].step
        assert decode(Article, encode(one)) == one
    assert replace(one, archive=article().archive) == article()


def test_the_mark_tells_how_far_an_article_is():
    told = [standing(on(article(), times), STEPS)[1:] for times in range(7)]
    assert told == [
        (Phase.BEGUN, 0, 1),
        (Phase.REVIEW, 1, 3),
        (Phase.REVIEW, 2, 3),
        (Phase.PROOF, 0, 3),
        (Phase.PROOF, 1, 3),
        (Phase.PROOF, 2, 3),
        (Phase.DONE, 0, 1),
    ]


# what was stored before


@pytest.mark.parametrize(("stored", "step"), [("draft", "草稿"), ("edited", "一审"), ("proofed", "三校"), ("", "草稿")])
def test_a_state_from_before_there_were_steps_has_its_step(stored, step):
    assert step_of(with_state(stored), STEPS) == step


def test_a_step_that_is_not_in_the_list_counts_as_the_last_known_before():
    assert step_of(on(article(), 2), Steps(review=("草稿", "一审", "终审"))) == "一审"
    assert step_of(with_state("会签"), STEPS) == "草稿"


@given(st.text(max_size=3), st.lists(st.text(max_size=2), max_size=3), st.lists(st.text(max_size=2), max_size=3))
def test_any_list_of_a_file_has_a_step_for_any_article(state, review, proof):
    steps = Steps(review=tuple(review), proof=tuple(proof))
    assert standing(with_state(state), steps).step in steps.names


# the list is changed


@pytest.mark.parametrize(
    ("after", "heirs"),
    [
        (("草稿", "初审", "二审", "终审"), {"一审": "初审", "二审": "二审"}),
        (("草稿", "二审", "终审"), {"一审": "草稿", "二审": "二审"}),
        (("草稿", "一审", "会签", "二审", "终审"), {"一审": "一审", "终审": "终审"}),
        (("草稿", "终审", "一审", "二审"), {"终审": "终审"}),
        (("草稿", "终审"), {"一审": "草稿", "二审": "草稿"}),
        (("稿", "初审", "复审", "终审"), {"草稿": "稿", "一审": "初审", "二审": "复审"}),
        (("一审", "二审", "终审"), {"草稿": "一审"}),
    ],
)
def test_every_step_has_one_that_stands_for_it_in_another_list(after, heirs):
    found = successors(STEPS.review, after)
    assert {name: found[name] for name in heirs} == heirs


def test_articles_follow_a_renamed_step_with_who_took_them_there():
    here = Workspace(issue=issue_of(on(article(), 2)))
    made = with_steps(here, replace(STEPS, review=("草稿", "初审", "复审", "终审")))
    (one,) = made.articles()
    assert (states(made), [sign.step for sign in one.archive.signoffs]) == (["复审"], ["初审", "复审"])


def test_articles_of_a_deleted_step_go_to_the_one_before_which_is_said():
    here, fewer = space("二审", "二审", "终审", "draft"), Steps(review=("草稿", "一审", "终审"))
    assert fallen(here, fewer) == {"二审": ("一审", 2)}
    assert states(with_steps(here, fewer)) == ["一审", "一审", "终审", "草稿"]


def test_articles_in_the_drawer_follow_as_well():
    trashed = Discarded(article=replace(with_state("二审"), uid="e" * 32), at=AT)
    drawer = Drawer(pending=(replace(with_state("二审"), uid="f" * 32),), trash=(trashed,))
    made = with_steps(replace(space("一审"), drawer=drawer), Steps(review=("草稿", "一审", "终审")))
    assert made.drawer.pending[0].archive.state == made.drawer.trash[0].article.archive.state == "一审"


def test_an_issue_takes_of_its_publications_steps_what_was_changed_there():
    own = replace(STEPS, gate=Gate.ALL)
    renamed = replace(STEPS, proof=("初校", "复校"))
    assert carried_steps(own, STEPS, renamed) == replace(renamed, gate=Gate.ALL)
    assert carried_steps(own, STEPS, STEPS) == own
    clash = replace(STEPS, review=("草稿", "校对"))
    assert carried_steps(replace(STEPS, proof=("校对",)), STEPS, clash) == clash


orders = st.lists(st.sampled_from("草一二终校对会签"), min_size=1, max_size=6, unique=True).map(tuple)


@given(orders, orders, st.data())
def test_no_change_of_the_list_loses_an_article_or_takes_it_further(before, after, data):
    stood = data.draw(st.lists(st.sampled_from(before), min_size=1, max_size=4))
    here = space(*stood, steps=Steps(review=before, proof=()))
    made = with_steps(here, Steps(review=after, proof=()))
    for was, now in zip(stood, states(made), strict=True):
        assert now == was if was in after else now in after
    if [name for name in before if name in after] == [name for name in after if name in before]:
        order = [states(made)[stood.index(name)] for name in before if name in stood]
        assert sorted(order, key=after.index) == order


def test_a_signoff_tells_a_moment_in_utc():
    with pytest.raises(ValueError, match="UTC"):
        Signoff(step="一审", name="甲", at=dt.datetime(2025, 1, 20))  # noqa: DTZ001
