"""A window holds one issue at a time; each keeps its history, and only the one that is open is told of."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from db.library import open_library
from editor.desk.ports import Arrival
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.number import Number
from editor.model.publication import Profile, Publication
from editor.model.register_edits import put_person
from editor.model.registers import Person
from editor.model.uid import derived_uid
from editor.ui.work.session import Session
from tests.fakes import article, issue_of

PAST = issue_of(article())
FIRST = next(PAST.articles())
ONE = Publication(profile=Profile(masthead="云州观察"), uid=PAST.publication)
SECOND = replace(FIRST, uid=derived_uid("二"))
NEWEST = replace(
    PAST,
    uid=derived_uid("下一期"),
    number=Number(year=PAST.number.year, number=PAST.number.number + 1, total=PAST.number.total + 1),
    date=PAST.date.replace(year=PAST.date.year + 1),
    sections=tuple(replace(one, uid=derived_uid(one.name), articles=(SECOND,)) for one in PAST.sections[:1]),
)


@pytest.fixture
def session(qapp, tmp_path):  # noqa: ARG001 - signals need one
    with open_library(tmp_path / "library.db") as library:
        for issue in (PAST, NEWEST):
            library.take_in(Arrival(issue=issue, publication=ONE))
        made = Session(library, "编辑甲")
        yield made
        made.close()


def told_of(session):
    heard = []
    session.changed.connect(lambda _before, after: heard.append(next(after.issue.articles()).source))
    session.pictures_changed.connect(lambda: heard.append("图片"))
    session.registers_changed.connect(lambda: heard.append("名录"))
    session.change_refused.connect(lambda: heard.append("不能改"))
    return heard


def source(opened, words):
    now = next(opened.issue.articles())
    return opened.apply("改来源", lambda space: put_article(space, replace(now, source=words)))


def test_nothing_is_open_at_first(session):
    assert session.opened_issue is None
    assert session.save_all()
    session.sign_as("编辑乙")
    session.take_registers()
    session.follow()
    session.catch_up("整理标签")
    assert session.opened_issue is None


def test_only_the_open_issue_is_told_of_and_each_goes_on_with_its_history(session):
    session.open(NEWEST.uid)
    newest, heard = session.opened_issue, told_of(session)
    assert source(newest, "云州夜报")
    session.open(PAST.uid)
    past = session.opened_issue
    assert past is not newest
    source(newest, "云州晚报")
    assert heard == ["云州夜报"]
    assert not source(past, "云州晨报")
    assert heard == ["云州夜报", "不能改"]
    session.unlock(PAST.uid)
    assert source(past, "云州晨报")
    assert newest.save()
    session.open(NEWEST.uid)
    assert session.opened_issue is newest
    newest.undo()
    newest.undo()
    assert heard == ["云州夜报", "不能改", "云州晨报", "云州夜报", FIRST.source]
    session.open(PAST.uid)
    assert session.opened_issue is past
    assert past.can_step(-1)
    assert past.unlocked


def test_a_picture_that_is_converted_is_said(session, qtbot):
    session.open(NEWEST.uid)
    made = BytesIO()
    Image.new("CMYK", (9, 9)).save(made, "JPEG")
    with qtbot.waitSignal(session.picture_converted) as told:
        session.take_picture(made.getvalue(), "图.jpg")
    assert "CMYK" in told.args[0]


def test_a_picture_and_a_person_are_at_hand_at_once_and_undo_leaves_them(session):
    session.open(NEWEST.uid)
    opened, heard = session.opened_issue, told_of(session)
    made = BytesIO()
    Image.new("RGB", (9, 9), "red").save(made, "PNG")
    picture, stored = session.take_picture(made.getvalue(), "红.png")
    known = session.library.registers.stored()
    session.library.registers.save(known, put_person(known, Person(name="陆岚")), author="编辑甲")
    session.take_registers()
    source(opened, "云州夜报")
    opened.undo()
    printable = opened.printable
    assert printable.pictures[picture.sha256] == stored
    assert [one.name for one in printable.registers.people] == ["陆岚"]
    assert heard == ["图片", "名录", "云州夜报", FIRST.source]
    assert opened.printable is printable


def test_what_is_not_there_leaves_the_open_one_open(session):
    session.open(NEWEST.uid)
    opened = session.opened_issue
    with pytest.raises(UserError):
        session.open("gone")
    assert session.opened_issue is opened
    assert source(opened, "云州夜报")
