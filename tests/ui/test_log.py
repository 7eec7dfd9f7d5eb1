"""What the window leaves in its log, and that nothing typed is in it."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from editor.model.errors import UserError
from editor.system.log_file import file_handler
from editor.system.noting import begin_noting, end_noting
from editor.ui.kit.failures import FailureReports
from editor.ui.kit.job import Job
from editor.ui.kit.message_dialog import MessageDialog

TYPED = "typedandsecret"


@pytest.fixture
def log(tmp_path):
    place = tmp_path / "log" / "bulletin-desk.log"
    handler = begin_noting(lambda: file_handler(place), debug=True)
    yield place
    end_noting(handler)


def said(log):
    return log.read_text(encoding="utf-8")


def test_nothing_typed_is_in_the_log(log, window, qtbot, monkeypatch):
    def refuse(_before, after, **_names):
        raise UserError(f"磁盘已满：{after.issue.sections}")

    monkeypatch.setattr(window.session.library, "save_workspace", refuse)
    window.article.body.setFocus()
    with qtbot.waitSignal(window.session.save_failed):
        QTest.keyClicks(window.article.body, TYPED)
    monkeypatch.undo()
    with qtbot.waitSignal(window.session.saved):
        pass
    assert "ERROR editor.ui.work.autosave: not saved: Workspace" in said(log)
    assert "UserError" in said(log)
    assert TYPED not in said(log)
    assert "数据" not in said(log)


def test_a_disk_that_stays_full_is_noted_once(log, window, qtbot, monkeypatch):
    def refuse(*_values, **_names):
        raise UserError("磁盘已满")

    monkeypatch.setattr(window.session.library, "save_workspace", refuse)
    window.article.body.setFocus()
    QTest.keyClicks(window.article.body, TYPED)
    for _ in range(2):
        with qtbot.waitSignal(window.session.save_failed):
            pass
    monkeypatch.undo()
    with qtbot.waitSignal(window.session.saved):
        pass
    assert said(log).count("not saved") == 1


def test_a_job_that_was_refused_is_noted_with_where_it_was(log, qtbot):
    def refused(_shares):
        raise UserError(TYPED)

    job = Job(refused)
    with qtbot.waitSignal(job.failed) as caught:
        job.start()
    assert caught.args == [TYPED]
    assert "WARNING editor.ui.kit.job: a job was refused" in said(log)
    assert "in refused" in said(log)
    assert TYPED not in said(log)


def test_a_fault_names_the_log_and_is_in_it(log, qtbot, qapp):
    reports = FailureReports(qapp, log=log)
    reports.window = QWidget()
    qtbot.addWidget(reports.window)
    reports._raised.emit(ValueError(TYPED))
    (box,) = reports.window.findChildren(MessageDialog)
    assert str(log) in box.reason
    assert TYPED in box.detail
    box.close()
    assert "CRITICAL editor.ui.kit.failures: a fault of the program\nValueError\n" in said(log)
    assert TYPED not in said(log)
