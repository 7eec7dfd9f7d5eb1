"""Steps of review and proof in a library: what an earlier one held of them, and how states come back."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db.engine import library_engine
from db.library import open_library
from db.rows import article_rows, issue_row, publication_row
from db.upgrade import upgrade
from editor.model.article_review import step_of
from editor.model.article_steps import HOUSE_STEPS, Steps
from editor.model.publication import Profile, Publication
from tests.db.older import put
from tests.fakes import article, issue_of

STATES = ("draft", "edited", "proofed")


def issue_with_states():
    made = [article(f"{state} 一篇") for state in STATES]
    return issue_of(
        *(replace(one, archive=replace(one.archive, state=state)) for one, state in zip(made, STATES, strict=True))
    )


def earlier_library(path, publication, issue, *, forget=()):
    """Write a library of revision 0009, whose rows know no steps of issues; forget: fields of the publication."""
    engine = library_engine(path, read_only=False)
    upgrade(engine, revision="0009")
    engine.dispose()
    put(path, (publication_row(publication), issue_row(issue), *article_rows(issue)))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE issues SET data = json_remove(data, '$.archive.steps')")
        for name in forget:
            connection.execute("UPDATE publications SET data = json_remove(data, ?)", (f"$.{name}",))


@pytest.mark.parametrize(
    ("own", "states"),
    [(HOUSE_STEPS, ["草稿", "一审", "三校"]), (Steps(review=("稿", "审"), proof=("校",)), ["稿", "审", "校"])],
)
def test_an_issue_of_an_earlier_library_gets_its_publications_steps(tmp_path, own, states):
    issue, path = issue_with_states(), tmp_path / "library.db"
    one = Publication(profile=Profile(masthead="云州观察"), uid=issue.publication)
    earlier_library(path, replace(one, review_steps=own.review, proof_steps=own.proof), issue)
    with open_library(path) as library:
        read = library.issue(issue.uid)
        assert read.archive.steps == own
        assert [step_of(each, own) for each in read.articles()] == states
        assert replace(read, archive=issue.archive) == issue


def test_a_publication_from_before_there_were_steps_leaves_the_programs_own(tmp_path):
    issue, path = issue_with_states(), tmp_path / "library.db"
    one = Publication(profile=Profile(masthead="云州观察"), uid=issue.publication)
    earlier_library(path, one, issue, forget=("review_steps", "proof_steps", "skipping", "gate"))
    with closing(sqlite3.connect(path)) as connection:
        assert "review_steps" not in json.loads(connection.execute("SELECT data FROM publications").fetchone()[0])
    with open_library(path) as library:
        assert library.issue(issue.uid).archive.steps == library.publication(one.uid).steps == HOUSE_STEPS
