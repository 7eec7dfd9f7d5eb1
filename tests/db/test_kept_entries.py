"""The list of issues is read once, and anew after every change, whoever made it."""

import datetime as dt
import sqlite3
from contextlib import closing

import pytest

from db import entries, kept_entries
from db.library import open_library
from editor.model.issue import Issue
from editor.model.issue_state import IssueState
from editor.model.number import Number
from editor.model.publication import Profile, Publication

ONE = Publication(profile=Profile(masthead="云州观察"))


@pytest.fixture
def place(tmp_path):
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.save_publication(ONE)
        library.add_issue(issue(5))
    return path


@pytest.fixture
def reads(monkeypatch):
    """Counts how often the list was read."""
    counted = []
    monkeypatch.setattr(
        kept_entries.entries, "issues", lambda rows, read=entries.issues: counted.append(1) or read(rows)
    )
    return counted


def issue(number):
    numbered = Number(year=2025, number=number, total=number)
    return Issue(publication=ONE.uid, number=numbered, date=dt.date(2025, 2, number), profile=ONE.profile)


def test_a_list_is_read_once_until_something_is_written(place, reads):
    with open_library(place) as library:
        assert [len(library.issues()) for _ in range(3)] == [1, 1, 1]
        assert library.find("latest").number.number == 5
        assert len(reads) == 1
        library.add_issue(issue(6))
        assert [one.number.number for one in library.issues()] == [6, 5]
        assert library.find("latest").number.number == 6
    assert len(reads) == 2


def test_what_another_program_wrote_is_listed(place, reads):
    with open_library(place) as writer, open_library(place) as reader:
        assert len(reader.issues()) == 1
        writer.add_issue(issue(6))
        assert len(reader.issues()) == 2
    assert len(reads) == 2


def test_what_was_changed_by_hand_while_the_library_was_open_is_listed(place):
    with open_library(place) as library:
        assert library.issues()[0].state is IssueState.EDITING
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("UPDATE issues SET state = 'approved'")
            connection.commit()
        assert library.issues()[0].damage
