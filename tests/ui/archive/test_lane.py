"""Questions to the archive: the latest is answered, the others are not."""

import threading

import pytest
from PySide6.QtCore import QObject

from editor.model.errors import UserError
from editor.ui.archive.lane import Lane
from editor.ui.work.library_thread import LibraryThread


@pytest.fixture
def lane():
    thread, parent = LibraryThread(), QObject()
    yield Lane(thread, parent)
    thread.close()


def refuse():
    raise UserError("没有索引。")


def test_only_the_latest_question_is_answered(lane, qtbot):
    answers, go = [], threading.Event()
    lane.answered.connect(answers.append)
    lane.ask(lambda: (go.wait(), "first")[1])
    lane.ask(lambda: pytest.fail("nobody waits for it any more"))
    lane.ask(lambda: "last")
    go.set()
    qtbot.waitUntil(lambda: not lane.waiting)
    assert answers == ["last"]


def test_what_was_dropped_is_never_heard_of(lane, qtbot):
    answers, go = [], threading.Event()
    lane.answered.connect(answers.append)
    lane.ask(lambda: (go.wait(), "late")[1])
    lane.drop()
    go.set()
    lane.ask(lambda: "after")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["after"]


def test_a_refusal_is_told(lane, qtbot):
    refused = []
    lane.failed.connect(refused.append)
    lane.ask(refuse)
    qtbot.waitUntil(lambda: refused == ["没有索引。"])
