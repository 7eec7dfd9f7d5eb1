"""核验 and 审批记录 at the window: what differs is named, what was done is found and copied."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication

from editor.ui.work.review_context import now
from tests.attacker import reseal
from tests.review_desk import CHIEF, EDITOR, approve_plainly
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import ISSUE, choose, click, open_desk, take, verdicts, write


@pytest.fixture
def desk(open_window, library, qtbot, tmp_path):
    return open_desk(open_window, library, qtbot, tmp_path)


def tamper(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute(statement, values)
        connection.commit()
    reseal(path)


def test_an_issue_that_nobody_signed(desk, qtbot):
    desk.actions_by_name["review.verify"].trigger()
    (found,) = verdicts(desk, qtbot).values()
    assert [one.words for one in found.remarks] == ["这一期还没有签发。"]


def test_a_whole_library_and_its_results_copied(desk, qtbot):
    approve_plainly(desk.session.library, ISSUE.uid, at=now())
    desk.actions_by_name["review.verify"].trigger()
    dialog = desk.proofs.dialog
    verdicts(desk, qtbot)
    qtbot.waitUntil(dialog.library.isEnabled)
    click(dialog.library)
    verdicts(desk, qtbot)
    click(dialog.copy)
    assert "不是这台电脑上确认过的宋希贤的密钥" in QApplication.clipboard().text()


def test_a_file_of_another_kind(desk, qtbot, tmp_path):
    path = tmp_path / "表.xlsx"
    path.write_bytes(b"no matter")
    desk.actions_by_name["review.verify"].trigger()
    dialog = desk.proofs.dialog
    verdicts(desk, qtbot)
    qtbot.waitUntil(dialog.issue.isEnabled)
    dialog.check_files([path])
    qtbot.waitUntil(lambda: "只认 PDF、Word（.docx）和期刊包" in dialog.message.text, timeout=PATIENCE)


def test_an_issue_changed_behind_the_window_is_said_at_once(desk, tmp_path):
    approve_plainly(desk.session.library, ISSUE.uid, at=now())
    tamper(tmp_path / "library.db", "UPDATE articles SET data = replace(data, '云州日报', '别处')")
    desk.session.open(ISSUE.uid)
    assert "签发之后被改过，签发作废" in desk.review_strip.message
    assert "来源改过" in desk.review_strip.message


def test_the_log_is_filtered_and_copied(desk):
    take(desk, "review.submit", who=EDITOR, words="请快些")
    take(desk, "review.return", who=CHIEF, words="来源写全称")
    desk.actions_by_name["review.log"].trigger()
    dialog = desk.proofs.dialog
    assert [line[2:4] for line in dialog.lines] == [(CHIEF, "退回"), (EDITOR, "送审"), (EDITOR, "送审附言")]
    assert "前后相接，没有改动" in dialog.message.text
    write(dialog.seek, "来源")
    assert [line[5] for line in dialog.lines] == ["来源写全称"]
    click(dialog.copy)
    assert "来源写全称" in QApplication.clipboard().text()
    write(dialog.seek, "nobody")
    assert dialog.empty.isVisible()
    dialog.seek.clear()
    write(dialog.seek, CHIEF)
    choose(dialog.which, "整个刊库")
    assert "登记密钥" in [line[3] for line in dialog.lines]


def test_a_log_with_a_changed_entry_says_which(desk, tmp_path):
    take(desk, "review.submit", who=EDITOR)
    tamper(tmp_path / "library.db", "UPDATE log SET name = ? WHERE number = 2", "别人")
    desk.actions_by_name["review.log"].trigger()
    assert "从第 2 条起被改动过" in desk.proofs.dialog.message.text


def test_a_dialog_may_be_left_before_its_answer_comes(desk, qtbot, tmp_path):
    desk.actions_by_name["review.verify"].trigger()
    dialog = desk.proofs.dialog
    verdicts(desk, qtbot)
    qtbot.waitUntil(dialog.issue.isEnabled)
    dialog.check_files([tmp_path / "没有.pdf"])
    click(dialog.leave)
    desk.actions_by_name["review.verify"].trigger()
    assert verdicts(desk, qtbot)
