"""Rules of approval are read as those of the whole publication, or not at all."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.checks import checks_of
from db.review_values import plain_rules
from db.values import publication_value
from editor.interchange.codec import encode
from editor.model.approval_rules import approval_rules
from editor.model.publication import Profile, Publication
from tests.strategies import publications

ONE = Publication(profile=Profile(masthead="云州观察"), approvers=("宋希贤", "熊晚秋"), second_pair=True)


def row_of(publication, data=None):
    row = {"uid": publication.uid, "masthead": publication.profile.masthead}
    row["data"] = encode(publication).decode() if data is None else data
    return row | checks_of("publications", row.__getitem__)


@given(value=publications(), approvers=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]))).map(tuple))
def test_they_are_those_of_the_publication(value, approvers):
    row = row_of(replace(value, approvers=approvers))
    read = plain_rules(row.__getitem__)
    assert read is None or read == approval_rules(publication_value(row.__getitem__))


def test_usual_ones_need_nothing_else():
    assert plain_rules(row_of(ONE).__getitem__) == approval_rules(ONE)


def test_a_row_of_before_there_were_rules_has_none():
    fields = json.loads(encode(ONE))
    del fields["approvers"], fields["second_pair"]
    row = row_of(ONE, json.dumps(fields, ensure_ascii=False, separators=(",", ":")))
    assert plain_rules(row.__getitem__) == approval_rules(publication_value(row.__getitem__))


@pytest.mark.parametrize(
    "change",
    [
        {"checksum": 1},
        {"checksum": None},
        {"data": "{"},
        {"data": "[]"},
        {"data": '{"uid":5}'},
        {"masthead": "另一个刊名"},
        {"data": encode(ONE).decode().replace('"second_pair":true', '"second_pair":1')},
        {"data": encode(ONE).decode().replace('["宋希贤","熊晚秋"]', '"宋希贤"')},
        {"data": encode(ONE).decode().replace("宋希贤", "\\u5b8b")},
    ],
)
def test_all_else_is_left_to_what_reads_the_whole(change):
    row = row_of(ONE) | change
    if "data" in change:
        row |= checks_of("publications", row.__getitem__)
    assert plain_rules(row.__getitem__) is None
