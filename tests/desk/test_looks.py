from contextlib import contextmanager

import pytest

from db.library import open_library
from editor.desk.looks import choose_look
from editor.desk.renewal import new_issue
from editor.interchange.sample import sample_issue
from editor.model.errors import UserError


@contextmanager
def filled(folder):
    issue, publication, _ = sample_issue()
    with open_library(folder / "library.db") as library:
        library.save_publication(publication)
        library.add_issue(issue)
        yield library, issue


def test_a_chosen_look_stays_with_the_issue_and_the_next_one(tmp_path):
    with filled(tmp_path) as (library, issue):
        choose_look(library, "latest", "gongwen")
        assert library.issue(issue.uid).look.name == "gongwen"
        assert library.publication(issue.publication).look.name == "house"
        assert new_issue(library).look.name == "gongwen"


def test_a_publication_takes_the_look_only_when_asked(tmp_path):
    with filled(tmp_path) as (library, issue):
        choose_look(library, "latest", "gongwen", publication_too=True)
        assert library.publication(issue.publication).look.name == "gongwen"


def test_an_unknown_look_changes_nothing_and_names_those_there_are(tmp_path):
    with filled(tmp_path) as (library, issue):
        with pytest.raises(UserError, match="gongwen、house"):
            choose_look(library, "latest", "nosuch")
        assert library.issue(issue.uid) == issue
