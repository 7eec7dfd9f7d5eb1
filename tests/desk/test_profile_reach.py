import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.profile.reach import reach_of, settings_of
from editor.desk.renewal import new_issue, propose_issue
from editor.model.issue import Issue, IssueArchive, Number, Section
from editor.model.publication import Look, Profile, Publication, SectionRule

ONE = Publication(profile=Profile(masthead="云州观察"), sections=(SectionRule(name="要闻"),))
OTHER = Publication(profile=Profile(masthead="另一种"))


def issue(total, state="editing", publication=ONE, **fields):
    return Issue(
        publication=publication.uid,
        number=Number(year=2025, number=total, total=total),
        date=dt.date(2025, 1, 6) + dt.timedelta(weeks=total),
        archive=IssueArchive(state=state),
        **({"profile": publication.profile} | fields),
    )


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as opened:
        opened.save_publication(ONE)
        opened.save_publication(OTHER)
        yield opened


def fill(library, *issues):
    for one in issues:
        library.add_issue(one)
    return library.issues()


def test_only_the_issue_in_hand_is_reached_and_the_others_are_counted(library):
    entries = fill(
        library, issue(1, "published"), issue(2, "approved"), issue(3), issue(4), issue(5, publication=OTHER)
    )
    reach = reach_of(entries, ONE.uid)
    assert [entry.number.total for entry in reach.in_hand] == [4]
    assert reach.words == "只用于新的一期和编辑中的期；往期 1 期和已批准的 2 期不受影响"
    unlocked = next(entry.uid for entry in entries if entry.number.total == 3)
    assert len(reach_of(entries, ONE.uid, unlocked=(unlocked,)).in_hand) == 2


def test_a_publication_without_issues_is_for_new_ones(library):
    assert reach_of(library.issues(), ONE.uid).words == "只用于新的一期"


def test_until_it_was_set_up_a_publication_shows_what_its_newest_issue_has(library):
    own = replace(ONE.profile, slogan="新口号")
    fill(
        library,
        issue(1),
        issue(2, profile=own, look=Look(name="gongwen"), sections=(Section(name="专题"), Section(name="要闻"))),
    )
    shown = settings_of(library, ONE)
    assert (shown.profile, shown.look.name) == (own, "gongwen")
    assert [rule.name for rule in shown.sections] == ["专题", "要闻"]
    assert shown.sections[1].uid == ONE.sections[0].uid
    set_up = replace(ONE, governs=True)
    assert settings_of(library, set_up) is set_up


def test_a_new_issue_begins_with_what_was_set_up(library):
    fill(library, issue(1, sections=(Section(name="旧栏目"),)))
    library.save_publication(
        replace(ONE, governs=True, profile=replace(ONE.profile, masthead="云州新观察"), look=Look(name="gongwen"))
    )
    proposal = propose_issue(library)
    assert proposal.masthead == "云州新观察"
    assert ("栏目", "照刊物设置：要闻") in {(one.part, one.words) for one in proposal.carried}
    made = new_issue(library)
    assert (made.profile.masthead, made.look.name) == ("云州新观察", "gongwen")
    assert [section.name for section in made.sections] == ["要闻"]


def test_a_double_issue_is_proposed_on_its_day(library):
    fill(library, issue(1))
    day = dt.date(2025, 1, 20)
    library.save_publication(replace(ONE, numbering=replace(ONE.numbering, combined=(day,))))
    proposal = propose_issue(library)
    assert (proposal.date, proposal.number.number, proposal.number.last) == (day, 2, 3)
