import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.renewal import add_proposed, new_issue, propose_issue
from editor.model.credits import Credit, Filling, Name
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.number import IssueKind, Number
from editor.model.publication import Profile, Publication

ONE = Publication(profile=Profile(masthead="云州观察"))
CREDITS = (Credit(role="主编"), Credit(role="责任编辑"))


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


LAST = Number(year=2024, number=50, total=213)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(ONE)
        opened.add_issue(
            Issue(publication=ONE.uid, number=LAST, date=dt.date(2024, 12, 30), profile=ONE.profile, credits=CREDITS)
        )
        yield opened


def test_the_next_issue_is_shown_before_it_is_made(library):
    proposal = propose_issue(library)
    assert (proposal.number, proposal.date) == (Number(year=2025, number=1, total=214), dt.date(2025, 1, 6))
    assert proposal.weekday == "周一"
    assert ("版权页", "沿用第50期：2 个角色，0 条联系方式") in {(one.part, one.words) for one in proposal.carried}
    assert (proposal.clash, proposal.doubts) == ("", ())
    assert len(library.issues()) == 1


def test_the_proposal_says_whose_turn_it_is_and_the_issue_has_it(library):
    rota = tuple(Name(text=text) for text in ("沈怀远", "陆岚"))
    duty = Credit(role="值班", names=rota[:1], filling=Filling.ROTA, rota=rota)
    library.save_issue(replace(library.issue(library.find("latest").uid), credits=(duty,)), author="甲")
    proposal = propose_issue(library)
    assert ("值班", "轮到陆岚") in {(one.part, one.words) for one in proposal.carried}
    assert add_proposed(library, proposal).credits[0].names == rota[1:]


def test_a_proposal_is_made_as_changed(library):
    proposal = propose_issue(library)
    changed = replace(proposal, number=Number(year=2025, number=2, total=215), date=dt.date(2025, 1, 13))
    made = add_proposed(library, changed)
    assert (made.number, made.date, made.credits) == (changed.number, changed.date, CREDITS)
    assert library.issue(made.uid) == made


def test_a_taken_number_is_said_at_once_and_refused(library):
    taken = replace(propose_issue(library), number=LAST)
    assert "2024年第50期已经有了" in taken.clash
    with pytest.raises(UserError, match="已经有了"):
        add_proposed(library, taken)


def test_an_unusual_date_is_doubted_not_refused(library):
    proposal = propose_issue(library)
    wednesday = proposal.on(dt.date(2025, 1, 8))
    assert wednesday.doubts == ("2025年1月8日是周三，按规律在周一出刊。",)
    early = proposal.on(dt.date(2024, 12, 30))
    assert early.doubts == ("日期不晚于上一期（2024年12月30日）。",)
    assert add_proposed(library, wednesday).date == dt.date(2025, 1, 8)


def test_another_year_begins_the_numbers_anew(library):
    proposal = propose_issue(library).on(dt.date(2024, 12, 31))
    assert proposal.number == Number(year=2024, number=51, total=214)


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (IssueKind.COMBINED, {"number": 1, "last": 2, "total": 214, "total_last": 215}),
        (IssueKind.SUPPLEMENT, {"number": None, "total": None}),
        (IssueKind.SPECIAL, {"number": 1, "total": 214}),
    ],
)
def test_every_kind_of_issue_has_its_numbers(library, kind, number):
    proposal = propose_issue(library).of_kind(kind)
    assert proposal.number == Number(year=2025, kind=kind, **number)
    assert add_proposed(library, proposal).number.kind is kind
    assert (
        propose_issue(library).number.total
        == {"1": 215, "2": 216, "": 214}[str(number.get("last") or number["number"] or "")]
    )


def test_an_empty_library_has_nothing_to_go_by(tmp_path):
    with open_library(tmp_path / "empty.db") as library, pytest.raises(UserError, match="还没有期刊"):
        propose_issue(library)
