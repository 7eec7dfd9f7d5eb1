import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.desk.profile.reach import reach_of, settings_of
from editor.desk.renewal import new_issue, propose_issue
from editor.model.issue import Issue, IssueArchive, Section
from editor.model.number import Number
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
    assert reach.words == "只用于新的一期和编辑中的期；往期 1 期、已签发的 2 期不受影响"
    unlocked = next(entry.uid for entry in entries if entry.number.total == 3)
    assert len(reach_of(entries, ONE.uid, unlocked=(unlocked,)).in_hand) == 2


def test_a_publication_without_issues_is_for_new_ones(library):
    assert reach_of(library.issues(), ONE.uid).words == "只用于新的一期"


def test_a_publication_shows_what_its_newest_issue_has():
    own = replace(ONE.profile, slogan="新口号")
    newest = issue(2, profile=own, look=Look(name="gongwen"), sections=(Section(name="专题"), Section(name="要闻")))
    shown = settings_of(ONE, newest)
    assert (shown.profile, shown.look.name) == (own, "gongwen")
    assert [rule.name for rule in shown.sections] == ["专题", "要闻"]
    assert shown.sections[1].uid == ONE.sections[0].uid
    assert settings_of(ONE, None) is ONE


def waiting():
    """A publication whose change no issue has yet."""
    after = replace(ONE.profile, masthead="云州新观察")
    rules = (*ONE.sections, SectionRule(name="数谷"))
    return replace(ONE, waiting=ONE.defaults, profile=after, look=Look(name="gongwen"), sections=rules)


def test_a_change_that_waits_is_shown_and_comes_into_the_next_issue_once(library):
    own = replace(ONE.profile, slogan="本期口号")
    (entry,) = fill(library, issue(1, profile=own, sections=(Section(name="要闻"), Section(name="旧栏目"))))
    library.save_publication(waiting())
    shown = settings_of(waiting(), library.issue(entry.uid))
    assert (shown.profile.masthead, shown.profile.slogan) == ("云州新观察", "本期口号")
    proposal = propose_issue(library)
    assert proposal.masthead == "云州新观察"
    assert ("栏目", "沿用第1期，照刊物设置改：要闻、旧栏目、数谷") in {
        (one.part, one.words) for one in proposal.carried
    }
    made = new_issue(library)
    assert (made.profile.masthead, made.profile.slogan, made.look.name) == ("云州新观察", "本期口号", "gongwen")
    assert [section.name for section in made.sections] == ["要闻", "旧栏目", "数谷"]
    assert library.publication(ONE.uid).waiting is None


def test_a_double_issue_is_proposed_on_its_day(library):
    fill(library, issue(1))
    day = dt.date(2025, 1, 20)
    library.save_publication(replace(ONE, numbering=replace(ONE.numbering, combined=(day,))))
    proposal = propose_issue(library)
    assert (proposal.date, proposal.number.number, proposal.number.last) == (day, 2, 3)
