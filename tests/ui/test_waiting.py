"""Waiting for another thread ends, whatever happens there."""

import threading

import pytest
from PySide6.QtCore import QTimer

from editor.model.errors import UserError
from editor.ui.kit.job import Job
from editor.ui.kit.waiting import wait_for
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.tokens import load_theme


@pytest.fixture(autouse=True)
def theme(qapp):
    apply_theme(qapp, load_theme("light"))


def test_nothing_is_seen_between_an_answer_and_the_end(qtbot):
    heard = []

    def listen(name):
        task = Job(lambda _report: name)
        task.done.connect(lambda outcome: heard.append((outcome, "done")))
        task.done.connect(lambda outcome: QTimer.singleShot(0, lambda: heard.append((outcome, "seen"))))
        task.ended.connect(lambda: heard.append((name, "ended")))
        return task

    # many at once, so that threads are held up at every point
    tasks = [listen(name) for name in range(100)]
    for task in tasks:
        task.start()
    qtbot.waitUntil(lambda: len(heard) == 300)
    for name in range(100):
        assert [what for of, what in heard if of == name] == ["done", "ended", "seen"]


def test_a_refusal_is_handed_back():
    def refuse(_report):
        raise UserError("磁盘已满")

    assert wait_for("正在备份", refuse) == "磁盘已满"


def test_a_bug_ends_the_waiting_and_is_reported(monkeypatch):
    reported = []
    monkeypatch.setattr(threading, "excepthook", lambda raised: reported.append(raised.exc_type))

    def stumble(_report):
        raise ZeroDivisionError

    assert "程序出了错" in wait_for("正在备份", stumble)
    assert reported == [ZeroDivisionError]
