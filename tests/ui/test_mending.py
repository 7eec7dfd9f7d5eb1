"""The window with a damaged library: it shows what can be read, says what cannot, and leads to mending it."""

import datetime as dt
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from db.library import open_library
from editor.desk.ports import Arrival
from editor.model.publication import Profile, Publication
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.mending.dialog import MendingDialog
from editor.ui.mending.finding import say_damage
from tests.fakes import article, issue_of

FIRST = article("数据登记办法")
ISSUE = issue_of(FIRST, article("第二篇"))
OTHER = replace(
    issue_of(article("上一期的一篇")),
    uid="1" * 32,
    date=dt.date(2025, 1, 13),
    number=replace(ISSUE.number, number=2, total=29),
)
ONE = Publication(profile=Profile(masthead="云州观察"), uid=ISSUE.publication)
TITLE = "UPDATE articles SET title = '数据登己办法' WHERE title = '数据登记办法'"
STATE = "UPDATE issues SET state = 'editinh' WHERE number LIKE '%30%'"


@pytest.fixture
def damaged(tmp_path):
    """Opens a library of two issues after something was done to its file."""
    path = tmp_path / "library.db"
    with open_library(path) as library:
        library.take_in(Arrival(issue=ISSUE, publication=ONE))
        library.add_issue(OTHER)

    def opened(sql):
        with closing(sqlite3.connect(path)) as connection, connection:
            assert connection.execute(sql).rowcount == 1
        return open_library(path)

    return opened


def boxes():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MessageDialog) and one.isVisible()]


@pytest.mark.parametrize(("sql", "message"), [(TITLE, "数据登己办法"), (STATE, "总第30期的记录")])
def test_a_damaged_issue_stands_in_the_list_and_another_is_open(open_window, damaged, qtbot, sql, message):
    with damaged(sql) as library:
        window = open_window(library)
        assert window.context.opened.issue.uid == OTHER.uid
        say_damage(window.context)
        qtbot.waitUntil(lambda: bool(boxes()))
        (box,) = boxes()
        assert message in box.reason
        assert [button.text() for button in box.buttons] == ["知道了", "修复…"]
        box.close()
        window.issues.open(ISSUE.uid)
        (box,) = boxes()
        assert message in box.reason
        box.close()
        assert window.context.opened.issue.uid == OTHER.uid


def test_where_nothing_can_be_opened_the_window_is_there_all_the_same(open_window, damaged):
    with damaged("UPDATE publications SET data = replace(data, 'masthead', 'mastheae')") as library:
        window = open_window(library)
        assert window.session.opened_issue is None
        assert window.isVisible()
        shown = [
            one.text()
            for one in window.empty.findChildren(QWidget)
            if isinstance(one, QLabel | QPushButton) and one.isVisible()
        ]
        assert shown[0] == "刊库里的 2 期打不开"
        assert not window.light.isVisible()
        assert shown[-2:] == ["修复刊库…", "备份…"]
        assert next(one.text() for one in window.top._issues.actions()).startswith("云州观察　第3期")


@pytest.mark.parametrize("sql", [TITLE, STATE])
def test_it_is_mended_in_the_window_and_opens_again(open_window, damaged, qtbot, sql):
    with damaged(sql) as library:
        window = open_window(library)
        dialog = MendingDialog(library, "编辑甲", window)
        qtbot.addWidget(dialog)
        dialog.mended.connect(window.shown.take_mended)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.damages.count() == 1)
        assert dialog.ways.count() == 1
        assert "与存下时一致" in dialog.ways.item(0).text()
        dialog.act.click()
        qtbot.waitUntil(lambda: "没有发现" in dialog.message.text)
        assert not dialog.act.isEnabled()
        window.issues.open(ISSUE.uid)
        assert window.context.opened.issue == ISSUE
        dialog.close()


def test_where_nothing_is_damaged_nothing_is_said(open_window, damaged, qtbot):
    with damaged("UPDATE revisions SET id = id + 100 WHERE id = 1") as library:
        window = open_window(library)
        say_damage(window.context)
        window.session.library_thread.later(bool).result()
        qtbot.wait(1)
        assert boxes() == []
