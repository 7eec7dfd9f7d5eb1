"""A library that another program holds is watched from beside."""

from db.library import open_library
from tests.fakes import article, issue_of


def test_what_the_holder_writes_is_noticed_and_that_it_is_gone(tmp_path):
    place = tmp_path / "library.db"
    with open_library(place) as holder:
        with open_library(place) as reader:
            watch = reader.watch()
            first = watch.changes()
            assert watch.changes() == first
            assert watch.holder() == reader.holder
            holder.files.add_original("往期.txt", b"1")
            second = watch.changes()
            assert second != first
            assert watch.changes() == second
            assert "只能看" in reader.why_read_only
        assert holder.why_read_only == ""
    assert watch.holder() == ""
    watch.close()


def test_watching_takes_nothing_and_outlives_a_file_that_is_gone(tmp_path):
    place = tmp_path / "library.db"
    with open_library(place) as holder:
        watch = holder.watch()
        before = watch.changes()
        watch.holder()
        with open_library(place) as reader:
            assert reader.read_only
    place.rename(tmp_path / "elsewhere.db")
    watch.close()
    assert watch.changes() == before
    with open_library(place) as anew:
        assert not anew.read_only
        anew.add_issue(issue_of(article())) if anew.publications() else None
    watch.close()
