"""A publication under edit on its way into the library."""

from concurrent.futures import Future
from dataclasses import replace

import pytest

from editor.model.errors import UserError
from editor.model.publication import Profile, Publication
from editor.ui.profile.draft import Draft

ONE = Publication(profile=Profile(masthead="云州观察"))


class QuickSession:
    """Answers every writing before it is asked for; refusal: raised by the next ones."""

    def __init__(self):
        self.kept, self.refusal = [], None
        self.library = self.library_thread = self

    def save_publication(self, publication):
        if self.refusal:
            raise self.refusal
        self.kept.append(publication)

    def later(self, call, *values):
        done = Future()
        try:
            done.set_result(call(*values))
        except UserError as error:
            done.set_exception(error)
        return done


@pytest.fixture
def session():
    return QuickSession()


@pytest.fixture
def draft(qapp, session):  # noqa: ARG001 - timers and signals need one
    return Draft(ONE, session, waits=False)


def rename(draft, words):
    draft.apply("改刊名", lambda now: replace(now, profile=replace(now.profile, masthead=words)))


def test_what_is_written_at_once_is_saved_once(draft, session):
    rename(draft, "云州要论")
    assert draft.saving.save()
    assert [one.profile.masthead for one in session.kept] == ["云州要论"]
    assert not draft.saving.pending


def test_what_is_begun_and_answered_at_once_is_told_of(draft, qtbot):
    rename(draft, "云州要论")
    with qtbot.waitSignal(draft.saving.saved):
        draft.saving.begin()
    assert not draft.saving.pending


def test_what_is_refused_at_once_is_said_and_tried_again(draft, session, qtbot):
    session.refusal = UserError("磁盘已满")
    rename(draft, "云州要论")
    with qtbot.waitSignal(draft.saving.failed) as summary:
        assert not draft.saving.save()
    assert summary.args == ["磁盘已满"]
    session.refusal = None
    with qtbot.waitSignal(draft.saving.saved):
        draft.saving.begin()
    assert session.kept[-1].profile.masthead == "云州要论"
