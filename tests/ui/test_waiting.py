"""Waiting for another thread ends, whatever happens there."""

import threading

import pytest
from PySide6.QtCore import Qt

from editor.model.errors import UserError
from editor.ui.task import Task
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.tokens import load_theme
from editor.ui.waiting import wait_for


@pytest.fixture(autouse=True)
def theme(qapp):
    apply_theme(qapp, load_theme("light"))


def test_every_receiver_hears_the_end_though_the_window_is_quicker_than_the_thread(qtbot):
    task, gone, heard = Task(lambda _report: "made"), threading.Event(), []
    task.destroyed.connect(gone.set)
    # runs in the thread, between two receivers: gives the window all the time it wants
    task.done.connect(lambda _outcome: gone.wait(0.3), Qt.ConnectionType.DirectConnection)
    task.done.connect(heard.append)
    task.start()
    qtbot.waitUntil(gone.is_set)
    assert heard == ["made"]


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
