"""A package that is dropped on the window: the user says whether it comes in or is verified."""

import pytest

from editor.desk.exporting import Targets, export_issue
from editor.model.publication import Profile, Publication
from tests.fakes import article, issue_of
from tests.ui.review_desk import click, drop, verdicts


@pytest.fixture
def package(tmp_path):
    issue = issue_of(article(), article("海州公布数据目录"))
    publication = Publication(profile=Profile(masthead="云州观察"), uid=issue.publication)
    path = tmp_path / "云州观察.bulletin"
    export_issue(issue, publication, pictures={}, targets=Targets(package=path))
    return path


def test_it_comes_in_when_the_user_says_so(window, package):
    drop(window, package)
    dialog = window.proofs.dialog
    assert len(window.session.library.issues()) == 1
    click(dialog.take)
    assert len(window.session.library.issues()) == 2
    assert window.context.opened.issue.profile.masthead == "云州观察"


def test_it_is_verified_and_stays_outside(window, package, qtbot):
    drop(window, package)
    click(window.proofs.dialog.prove)
    found = verdicts(window, qtbot)
    assert not found["云州观察.bulletin"].holds
    assert len(window.session.library.issues()) == 1


def test_left_alone_nothing_happens(window, package):
    drop(window, package)
    click(window.proofs.dialog.leave)
    assert window.proofs.dialog is None
    assert len(window.session.library.issues()) == 1
