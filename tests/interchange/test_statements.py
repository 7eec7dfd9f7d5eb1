"""Signed statements go out and come in unchanged, and none passes for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.interchange.canonical import issue_content, printed
from editor.interchange.codec import decode
from editor.interchange.package import ApprovalEvidence, Package, read_package, write_package
from editor.interchange.statements import (
    approval_statement,
    first_broken,
    key_statement,
    link,
    read_approval,
    read_introduction,
)
from editor.model.approval import Approval, FontUsed, Introduction, LogAction, LogEvent, Signed
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.publication import Profile, Publication
from tests.fakes import article, issue_of
from tests.strategies import instants, issues, texts, uids

digests = st.integers(0, 2**256 - 1).map(lambda value: f"{value:064x}")
approvals = st.builds(
    Approval,
    issue=uids,
    publication=uids,
    label=texts,
    content=digests,
    pdf=digests,
    word=digests,
    fonts=st.lists(st.builds(FontUsed, name=texts, sha256=digests), max_size=2).map(tuple),
    program=texts,
    name=texts,
    at=instants,
    key=digests,
    log=st.just("") | digests,
    revision=st.integers(1, 9),
    reason=texts,
    replaces=st.just("") | digests,
)
introductions = st.builds(Introduction, key=digests, name=texts, at=instants, replaces=st.just("") | digests)
events = st.builds(LogEvent, action=st.sampled_from(LogAction), name=texts, at=instants, issue=uids, detail=texts)


@given(approvals)
def test_an_approval_is_read_as_it_was_written(approval):
    assert read_approval(approval_statement(approval)) == approval


@given(introductions)
def test_an_introduction_is_read_as_it_was_written(introduction):
    statement = key_statement(introduction)
    assert read_introduction(statement) == introduction
    with pytest.raises(UserError):
        read_approval(statement)


@given(st.lists(events, max_size=6), st.data())
def test_the_chain_holds_until_an_entry_is_taken_out(told, data):
    entries = []
    for event in told:
        entries.append(link(event, entries[-1] if entries else None))
    assert first_broken(tuple(entries)) is None
    if len(entries) > 1:
        at = data.draw(st.integers(0, len(entries) - 2))
        assert first_broken(tuple(entries[:at] + entries[at + 1 :])) == at + 1


@given(issues())
def test_the_signed_content_is_an_issue_to_be_read_again(issue):
    assert decode(Issue, issue_content(issue)) == printed(issue)


@given(st.lists(approvals, min_size=1, max_size=3, unique_by=lambda one: one.at), st.binary(max_size=9))
def test_a_package_carries_its_proof(signed, data):
    told = sorted((Signed(statement=approval_statement(one), key=one.key, signature="00") for one in signed),
                  key=lambda one: read_approval(one.statement).at)  # fmt: skip
    issue = issue_of(article())
    publication = Publication(profile=Profile(masthead="云州观察"), uid=issue.publication)
    package = Package(
        issue=issue, publication=publication, proof=ApprovalEvidence(approvals=tuple(told), files=(data,))
    )
    assert read_package(write_package(package)) == package
