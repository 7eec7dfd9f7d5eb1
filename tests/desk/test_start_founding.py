import datetime as dt

import pytest

from db import shelf
from editor.desk.printable_issue import printable_issue
from editor.desk.renewal import add_proposed, propose_issue
from editor.desk.starting.library_setup import library_for
from editor.desk.starting.new_publication import NewPublication, found_publication
from editor.model.errors import UserError
from editor.model.number import Number
from resources import resource


@pytest.mark.parametrize(
    ("founding", "said"),
    [
        (NewPublication(masthead=" "), "先写刊名"),
        (NewPublication(masthead="云" * 31), "最多 30 个字"),
        (NewPublication(masthead="云州观察", sections=(" ",)), "至少写一个栏目"),
        (NewPublication(masthead="云州观察", sections=("要闻", "要闻 ")), "“要闻”写了两次"),
        (NewPublication(masthead="云州观察", sections=("栏" * 17,)), "太长"),
    ],
)
def test_what_is_missing_is_said(founding, said):
    assert said in founding.fault()
    with pytest.raises(UserError, match=said):
        found_publication(founding)


def test_a_new_publication_gets_its_first_issue(tmp_path):
    founding = NewPublication(masthead=" 云州观察 ", sections=("要闻", "", " 县域 "), weekday=3)
    assert founding.file_name() == "云州观察.db"
    with shelf.open_library(tmp_path / founding.file_name()) as library:
        library.save_publication(found_publication(founding))
        proposal = propose_issue(library, today=dt.date(2025, 1, 3))
        assert (proposal.number, proposal.date) == (Number(year=2025, number=1, total=1), dt.date(2025, 1, 8))
        made = add_proposed(library, proposal)
        opened = printable_issue(library, made.uid)
    assert [section.name for section in opened.issue.sections] == ["要闻", "县域"]
    assert [credit.role for credit in opened.issue.credits] == ["主办单位", "主编", "责任编辑"]


def test_last_weeks_issue_names_its_library(tmp_path):
    past = tmp_path / "past.txt"
    past.write_bytes(resource("sample/past-issue.txt").read_bytes())
    place = library_for(past, tmp_path / "简报", shelf)
    assert place.suffix == ".db"
    assert len(place.stem) > 2
    assert not place.exists()


def test_a_file_that_is_no_issue_makes_no_library(tmp_path):
    (tmp_path / "note.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UserError):
        library_for(tmp_path / "note.json", tmp_path / "简报", shelf)
    assert [path.name for path in tmp_path.iterdir()] == ["note.json"]
