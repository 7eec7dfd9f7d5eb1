"""Members of each kind of fault, other words and forms than the rules were written from: found where they stand."""

from pathlib import Path

import pytest

from tests.checks.issues import article, check, issue

FILES = sorted(Path(__file__).parent.glob("members*.txt"))
LINES = [line for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
ROWS = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("rule", "text"), [row for row in ROWS if not row[1].startswith("=")])
def test_a_member_is_found_where_it_stands(rule, text):
    bare = text.replace("⟦", "").replace("⟧", "")
    start, end = text.index("⟦"), text.index("⟧") - 1
    places = [place for one in told(rule, bare) for place in (one.place, *one.also)]
    assert any(place.span and place.span[0] < end and start < place.span[1] for place in places)


@pytest.mark.parametrize(("rule", "text"), [row for row in ROWS if row[1].startswith("=")])
def test_what_only_looks_like_one_is_left_alone(rule, text):
    assert told(rule, text[1:]) == []


def told(rule, text):
    return [one for one in check(issue(article(text))).findings if one.rule in rule.split()]
