from contextlib import contextmanager

import pytest

from db.library import open_library
from editor.desk.fonts import add_font_file, look_fonts
from editor.desk.looks import choose_font, choose_look
from editor.desk.renewal import new_issue
from editor.interchange.sample import sample_issue
from editor.model.errors import UserError
from tests.font_files import font_bytes


@contextmanager
def filled(folder):
    issue, publication, _ = sample_issue()
    with open_library(folder / "library.db") as library:
        library.save_publication(publication)
        library.add_issue(issue)
        yield library, issue


def test_a_chosen_look_stays_with_the_issue_and_the_next_one(tmp_path):
    with filled(tmp_path) as (library, issue):
        choose_look(library, "latest", "gongwen", author="甲")
        assert library.issue(issue.uid).look.name == "gongwen"
        assert library.publication(issue.publication).look.name == "house"
        assert new_issue(library).look.name == "gongwen"


def test_a_publication_takes_the_look_only_when_asked(tmp_path):
    with filled(tmp_path) as (library, issue):
        choose_look(library, "latest", "gongwen", author="甲", publication_too=True)
        assert library.publication(issue.publication).look.name == "gongwen"


def test_an_unknown_look_changes_nothing_and_names_those_there_are(tmp_path):
    with filled(tmp_path) as (library, issue):
        with pytest.raises(UserError, match="gongwen、house"):
            choose_look(library, "latest", "nosuch", author="甲")
        assert library.issue(issue.uid) == issue


def test_an_added_font_takes_a_role_of_the_house_look_and_can_be_taken_back(tmp_path):
    with filled(tmp_path) as (library, issue):
        (tmp_path / "song.ttf").write_bytes(font_bytes("云州书宋"))
        with pytest.raises(UserError, match="font add"):
            choose_font(library, "latest", "song", "云州书宋", author="甲")
        add_font_file(tmp_path / "song.ttf", library)
        choose_font(library, "latest", "song", "云州书宋", author="甲")
        assert [file.font.name for file in look_fonts(library.issue(issue.uid), library)] == ["song.ttf"]
        choose_font(library, "latest", "song", "", author="甲")
        assert library.issue(issue.uid) == issue


def test_a_role_that_a_look_does_not_have_is_refused_with_those_it_has(tmp_path):
    with filled(tmp_path) as (library, _), pytest.raises(UserError, match="song、hei、kai、figures"):
        choose_font(library, "latest", "nosuch", "云州书宋", author="甲")
