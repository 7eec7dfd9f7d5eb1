"""In the window an issue can be written in while its state allows it, and only then."""

import datetime as dt

import pytest

from db.library import open_library
from editor.desk.ports import Arrival
from editor.desk.printable_issue import add_sample
from editor.desk.review.introductions import Confirmation
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.steps import By, event_of
from editor.desk.review.trust import TrustFile
from editor.model.edits import put_article
from editor.model.publication import Profile, Publication
from editor.model.review import Step
from editor.ui.work.session import Session
from tests.fakes import article, issue_of
from tests.review_desk import AT, CHIEF, EDITOR, approve_plainly, key_of
from tests.ui.conftest import PATIENCE

ISSUE = issue_of(article())
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
LATER = AT + dt.timedelta(hours=2)


def take(library, *steps):
    for step in steps:
        library.review.take_step(step, event_of(step, ISSUE.uid, By(name=EDITOR, at=LATER)))


def approved(library):
    approve_plainly(library, ISSUE.uid)


def published(library):
    approve_plainly(library, ISSUE.uid)
    take(library, Step.PUBLISH)


def correcting(library):
    published(library)
    take(library, Step.CORRECT)


@pytest.mark.parametrize(("bring", "writable"), [
    (lambda _library: None, True),
    (lambda library: take(library, Step.SUBMIT), False),
    (lambda library: take(library, Step.SUBMIT, Step.RETURN), True),
    (approved, False),
    (published, False),
    (correcting, True),
], ids=["editing", "submitted", "returned", "approved", "published", "correcting"])  # fmt: skip
def test_only_states_for_editing_can_be_edited(qapp, tmp_path, bring, writable):  # noqa: ARG001 - signals need one
    with open_library(tmp_path / "library.db") as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        bring(library)
        session = Session(library, EDITOR)
        try:
            session.open(ISSUE.uid)
            assert session.opened_issue.writable is writable
            changed = article(source="改过")
            assert session.opened_issue.apply("改来源", lambda space: put_article(space, changed)) is writable
            assert session.opened_issue.save()
        finally:
            session.close()
        assert (next(library.issue(ISSUE.uid).articles()).source == "改过") is writable


def test_what_goes_out_of_the_window_is_what_was_signed(open_window, library, tmp_path, qtbot):
    issue = add_sample(library)
    approve_plainly(library, issue.uid)
    window = open_window(library)
    trust = TrustFile(tmp_path / "trusted-keys.json")
    trust.confirm(Confirmation(key=key_of(CHIEF).public, name=CHIEF, at=AT))
    dialog = window.exports.export_dialog()
    dialog.form.folder.setText(str(tmp_path))
    dialog.form.open_after.setChecked(False)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    signed = released_files(Office(library=library, trust=trust), library.issue(issue.uid))
    assert dialog.form.targets["pdf"].read_bytes() == signed.pdf
    assert dialog.form.targets["word"].read_bytes() == signed.word
