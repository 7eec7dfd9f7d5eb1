"""似已刊 in the checks: a finding names issue and title, is asked again only of what changed, and can be waived."""

import datetime as dt
from dataclasses import replace

import pytest

from db.library import open_library
from editor.checks.waivers import WaiverScope, waive
from editor.desk.checking import add_waiver, check_issue, check_whole, read_library_on, read_seen, with_seen
from editor.model.number import Number
from editor.model.rule_levels import RuleLevel
from tests.checks.issues import PUBLICATION, article, issue, opened
from tests.similar_pairs import pairs

SAME = next(one for one in pairs() if one.kind == "reordered")
OTHER = next(one for one in pairs() if one.kind == "another city")
RULE = "archive.seen-before"


def told(pair_side):
    title, body = pair_side
    return article(*body.split("\n"), title=title, link="")


OLD = replace(
    issue(
        told(SAME.first), told(OTHER.first), number=Number(year=2024, number=50, total=213), date=dt.date(2024, 12, 30)
    ),
    uid="b" * 32,
)
NEW = issue(told(SAME.second), told(OTHER.second))


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.db") as made:
        made.save_publication(PUBLICATION)
        made.add_issue(OLD)
        made.add_issue(NEW)
        yield made


def of_rule(checked):
    return [one for one in checked.findings if one.rule == RULE]


def asked(library, one, before=None):
    read_library_on(library)
    first = check_issue(opened(one))
    return check_issue(opened(one), before=with_seen(first, read_seen(library, one.articles(), before)))


def test_another_outlet_on_the_same_is_a_warning_with_issue_and_title(library):
    (finding,) = of_rule(asked(library, NEW))
    assert finding.message == f"似已刊于总第213期《{SAME.first[0]}》"
    assert (finding.level, finding.place.where) == ("warning", next(NEW.articles()).uid)


def test_two_of_one_issue_are_told_of_each_other(library):
    both = replace(NEW, sections=(replace(NEW.sections[0], articles=(told(SAME.first), told(SAME.second))),))
    library.save_issue(both, author="甲")
    places = [one.message for one in of_rule(asked(library, both))]
    assert sum("总第30期" in words for words in places) == 2


def test_what_was_waived_stays_waived_while_the_new_one_is_edited(library):
    checked = asked(library, NEW)
    (finding,) = of_rule(checked)
    waiver = waive(
        finding, reason="后续报道", name="甲", at=dt.datetime(2025, 1, 19, tzinfo=dt.UTC), scope=WaiverScope.ONCE
    )
    edited = add_waiver(NEW, waiver)
    again = asked(library, edited)
    assert of_rule(again) == []
    assert [one.finding.rule for one in again.waived] == [RULE]


def test_only_what_changed_is_asked_again(library, monkeypatch):
    before = read_seen(library, NEW.articles())
    asked = []
    near = type(library.likeness).near

    def noted(self, *values, but, **named):
        asked.append(but)
        return near(self, *values, but=but, **named)

    monkeypatch.setattr(type(library.likeness), "near", noted)
    first, second = NEW.articles()
    read_seen(library, (replace(first, link="https://gk.example.cn/9"), second), before)
    assert asked == [first.uid]


def test_a_publication_may_do_without(library):
    publication = replace(PUBLICATION, rule_levels=((RULE, RuleLevel.OFF),))
    checked = check_whole(replace(opened(NEW), publication=publication), facts=None, library=library)
    assert of_rule(checked) == []


def test_the_whole_check_asks_as_well(library):
    assert len(of_rule(check_whole(opened(NEW), facts=None, library=library))) == 1
