"""One history over everything; what is in it is in the library soon after."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.article import Article, Title
from editor.model.edits import put_article
from editor.model.errors import UserError
from editor.model.issue import Issue, Section
from editor.model.issue_state import IssueState
from editor.model.note_edits import add_note
from editor.model.notes import Anchor, Note
from editor.model.number import Number
from editor.model.publication import Profile
from editor.model.uid import derived_uid
from editor.model.workspace import Workspace
from editor.ui.work import autosave
from editor.ui.work.autosave import Autosave
from editor.ui.work.issue_history import IssueHistory

FIRST = Article(title=Title(text="甲"))
SPACE = Workspace(
    issue=Issue(
        publication=derived_uid("p"),
        number=Number(year=2025, number=5, total=50),
        date=dt.date(2025, 2, 3),
        profile=Profile(masthead="云州观察"),
        sections=(Section(name="要闻", articles=(FIRST,)),),
    )
)


class FakeLibrary:
    def __init__(self):
        self.held, self.refusing, self.writes = SPACE, "", 0

    def save_workspace(self, before, after, *, author):
        if self.refusing:
            raise UserError(self.refusing)
        assert (before, author) == (self.held, "编辑甲")
        self.held, self.writes = after, self.writes + 1


def writing_to(library):
    return lambda stored, value: partial(library.save_workspace, stored, value, author="编辑甲")


@pytest.fixture
def work(qapp):  # noqa: ARG001 - timers need an application
    return IssueHistory(SPACE)


@pytest.fixture
def thread():
    with ThreadPoolExecutor(max_workers=1) as made:
        yield made


@pytest.fixture
def library(monkeypatch):
    for name, value in (("QUIET_MS", 10), ("LATEST_MS", 30), ("RETRY_MS", 10)):
        monkeypatch.setattr(autosave, name, value)
    return FakeLibrary()


def source(text):
    return lambda space: put_article(space, replace(space.article(FIRST.uid), source=text))


def now(work):
    return work.value.article(FIRST.uid).source


def test_steps_are_named_taken_back_and_done_again(work):
    work.apply("改来源", source("云州日报"))
    work.apply("改标题", lambda space: put_article(space, replace(space.article(FIRST.uid), title=Title(text="乙"))))
    assert work.stack.undoText() == "改标题"
    work.undo()
    work.undo()
    assert work.value == SPACE
    work.redo()
    assert now(work) == "云州日报"


def test_typing_is_one_step_until_a_pause(work):
    for text in ("云", "云州", "云州日报"):
        work.apply("改来源", source(text), step="source")
    work.close_step()
    work.apply("改来源", source("云州日报社"), step="source")
    work.undo()
    assert now(work) == "云州日报"
    work.undo()
    assert now(work) == ""


def test_a_change_that_changes_nothing_is_no_step(work):
    assert not work.apply("改来源", source(""))
    assert work.stack.count() == 0


def in_state(space, state):
    return replace(space, issue=replace(space.issue, archive=replace(space.issue.archive, state=state)))


@given(st.lists(st.text("云州日报", max_size=3), max_size=5), st.integers(0, 5), st.sampled_from(IssueState))
def test_the_history_goes_on_after_a_step_of_the_review(sources, undone, state):
    work, summary = IssueHistory(SPACE), []
    for text in sources:
        work.apply("改来源", source(text))
    for _ in range(undone):
        work.undo()
    steps = work.stack.count(), work.stack.index()
    work.changed.connect(lambda *values: summary.append(values))
    fresh = in_state(work.value, state)
    assert work.follow(fresh)
    assert (work.value, summary, (work.stack.count(), work.stack.index())) == (fresh, [], steps)
    while work.stack.canUndo():
        work.undo()
    assert work.value == in_state(SPACE, state)
    while work.stack.canRedo():
        work.redo()
    assert now(work) == (sources[-1] if sources else "")
    assert work.value.issue.archive.state is state


def test_a_note_written_meanwhile_ends_the_history(work):
    work.apply("改来源", source("云州日报"))
    note = Note(anchor=Anchor(block=""), author="主编", at=dt.datetime(2025, 2, 3, tzinfo=dt.UTC), text="全称")
    work.apply("写批注", lambda space: add_note(space, FIRST.uid, note))
    assert not work.follow(in_state(work.value, IssueState.RETURNED))


def test_where_words_changed_elsewhere_the_history_does_not_go_on(work):
    work.apply("改来源", source("云州日报"))
    before = work.value
    assert not work.follow(in_state(source("海州日报")(before), IssueState.RETURNED))
    assert work.value is before


def test_undo_leads_to_what_it_changed(work):
    summary = []
    work.stepped.connect(lambda before, after: summary.append((before, after)))
    work.apply("改来源", source("云州日报"))
    assert summary == []
    work.undo()
    assert summary[0][1] is SPACE


def test_a_change_is_saved_after_a_moment_of_quiet(work, library, thread, qtbot):
    saving = Autosave(work, writing_to(library), thread.submit)
    with qtbot.waitSignal(saving.saved):
        for text in ("云", "云州", "云州日报"):
            work.apply("改来源", source(text), step="source")
    assert library.held is work.value
    assert library.writes == 1
    assert not saving.pending


def test_what_cannot_be_saved_is_said_and_tried_again(work, library, thread, qtbot):
    saving = Autosave(work, writing_to(library), thread.submit)
    library.refusing = "磁盘已满"
    with qtbot.waitSignal(saving.failed) as summary:
        work.apply("改来源", source("云州日报"))
    assert summary.args == ["磁盘已满"]
    assert saving.pending
    library.refusing = ""
    with qtbot.waitSignal(saving.saved):
        pass
    assert library.held is work.value


def test_a_disk_that_does_not_answer_is_not_waited_for_for_ever(work, library, thread, qtbot, monkeypatch):
    monkeypatch.setattr(autosave, "PATIENCE_S", 0.05)
    answers = threading.Event()
    write = library.save_workspace
    library.save_workspace = lambda *values, author: answers.wait() and write(*values, author=author)
    saving = Autosave(work, writing_to(library), thread.submit)
    work.apply("改来源", source("云州日报"))
    assert not saving.save()
    assert "没有回应" in saving.refused
    with qtbot.waitSignal(saving.saved):
        answers.set()
    assert library.held is work.value
    assert not saving.refused


def test_what_is_given_up_when_its_window_closes_is_not_tried_again(work, library, thread, qtbot):
    saving = Autosave(work, writing_to(library), thread.submit)
    library.refusing = "磁盘已满"
    with qtbot.waitSignal(saving.failed):
        work.apply("改来源", source("云州日报"))
    saving.end()
    thread.shutdown()
    saving.begin()
    assert saving.pending
