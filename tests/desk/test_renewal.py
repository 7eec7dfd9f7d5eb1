import datetime as dt

from db.library import open_library
from editor.desk.renewal import new_issue
from editor.model.issue import Issue, IssueKind, Number
from editor.model.publication import Profile, Publication

ONE = Publication(profile=Profile(masthead="云州观察"))


def test_a_supplement_between_two_issues_does_not_break_the_series(tmp_path):
    numbers = (
        (dt.date(2025, 2, 3), Number(year=2025, number=5, total=50)),
        (dt.date(2025, 2, 6), Number(year=2025, number=None, total=None, kind=IssueKind.SUPPLEMENT)),
    )
    with open_library(tmp_path / "library.db") as library:
        library.save_publication(ONE)
        for date, number in numbers:
            library.add_issue(Issue(publication=ONE.uid, number=number, date=date, profile=ONE.profile))
        made = new_issue(library)
        assert (made.number, made.date) == (Number(year=2025, number=6, total=51), dt.date(2025, 2, 10))
        assert library.issue(made.uid) == made
