from dataclasses import replace

from hypothesis import given

from editor.model.credits import Credit, Filling, Name
from editor.model.front import Front
from editor.model.front_changes import DifferenceKind, FrontPart, differences, restored
from editor.model.publication import Contact, ContactKind, Profile, Publisher
from editor.model.uid import derived_uid, new_uid
from tests.strategies import fronts


def names(*texts):
    return tuple(Name(text=text) for text in texts)


BEFORE = Front(
    profile=Profile(
        masthead="云州观察", notice="仅供参考", publishers=(Publisher(name="研究院", paragraphs=("简介",)),)
    ),
    credits=(
        Credit(role="主编", names=names("沈怀远"), uid=derived_uid("a")),
        Credit(role="责任编辑", names=names("顾清和", "闻笛"), uid=derived_uid("b")),
        Credit(role="责任校对", names=names("韩知微"), uid=derived_uid("c")),
    ),
    contacts=(Contact(label="邮箱", value="desk@example.org", kind=ContactKind.MAIL, uid=derived_uid("d")),),
)


def changed(**fields):
    return replace(BEFORE, **fields)


def one(front):
    found = differences(front, BEFORE)
    assert len(found) == 1
    return found[0]


def test_nothing_is_different_from_itself_whatever_the_identities():
    fresh = changed(credits=tuple(replace(credit, uid=new_uid()) for credit in BEFORE.credits))
    assert differences(BEFORE, BEFORE) == differences(fresh, BEFORE) == ()


def test_a_changed_row_says_what_it_was():
    front = changed(credits=(replace(BEFORE.credits[0], names=names("陆岚")), *BEFORE.credits[1:]))
    assert one(front).was == "主编：沈怀远"
    assert one(front).turn is DifferenceKind.CHANGED


def test_a_row_that_is_gone_and_a_new_one_are_told():
    front = changed(credits=(*BEFORE.credits[:2], Credit(role="美术编辑", names=names("穆青"))))
    assert [found.turn for found in differences(front, BEFORE)] == [DifferenceKind.NEW, DifferenceKind.GONE]
    assert differences(front, BEFORE)[1].was == "责任校对：韩知微"


def test_another_order_is_one_difference():
    front = changed(credits=tuple(reversed(BEFORE.credits)))
    assert (one(front).turn, one(front).was) == (DifferenceKind.ORDER, "主编、责任编辑、责任校对")


def test_texts_and_publishers_and_contacts_are_compared():
    profile = replace(BEFORE.profile, notice="", publishers=())
    contacts = (replace(BEFORE.contacts[0], value="new@example.org"),)
    front = changed(profile=profile, contacts=contacts)
    parts = [found.part for found in differences(front, BEFORE)]
    assert parts == [FrontPart.CONTACTS, FrontPart.TEXTS, FrontPart.PUBLISHERS]


def test_names_that_nobody_types_make_no_difference():
    before = changed(credits=(replace(BEFORE.credits[0], filling=Filling.ARTICLES),))
    now = replace(before, credits=(replace(before.credits[0], names=names("陆岚")),))
    assert differences(now, before) == ()


@given(fronts(), fronts())
def test_every_difference_can_be_taken_back(front, before):
    for _ in range(40):
        found = differences(front, before)
        if not found:
            break
        front = restored(front, before, found[0])
    assert differences(front, before) == ()
