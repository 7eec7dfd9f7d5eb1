"""收集 in the window: what is copied elsewhere and what is saved into a folder lands in 收件, and disturbs nobody."""

import datetime as dt

import pytest
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from editor.desk.renewal import new_issue
from editor.model.edits import discard_articles, erase_articles, pending_and_inbox
from editor.ui.intake import clipboard_watch
from editor.ui.intake.report import IntakeReport
from editor.ui.kit.message_dialog import MessageDialog
from tests.ui.composing import commit, compose
from tests.ui.conftest import PATIENCE

BODY = "近日，云州市印发方案，对数据登记工作作出部署，要求各区建立台账，逐项登记，按季度更新，年底前向社会公布。"
AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
TITLE, SECOND, THIRD = "云州推进数据登记试点", "云州召开数据登记推进会议", "云州公布数据登记管理办法"


def page(title=TITLE):
    return f"<h1>{title}</h1><div>来源：云州日报　2026-03-02</div><p>{BODY}</p>"


@pytest.fixture
def browser(monkeypatch):
    """Copies as another program does: the clipboard is not ours."""
    monkeypatch.setattr(clipboard_watch, "owned_by_us", lambda: False)

    def copy(html=None, address=b"https://example.org/a"):
        data = QMimeData()
        data.setHtml(page() if html is None else html)
        data.setText(f"{TITLE}\n{BODY}")
        data.setData("chromium/x-source-url", QByteArray(address))
        QGuiApplication.clipboard().setMimeData(data)

    return copy


@pytest.fixture
def collecting(window):
    window.actions_by_name["intake.collect"].trigger()
    yield window.collects.collecting
    window.collects.stop()


def inbox(window):
    return [one.title.text for one in pending_and_inbox(window.context.opened.value.drawer)[1]]


def landed(window, qtbot, many=1):
    qtbot.waitUntil(lambda: len(inbox(window)) == many, timeout=PATIENCE)


def quiet(window, qtbot):
    """All that was copied so far is read."""
    qtbot.waitUntil(lambda: not window.collects.collecting.queue.busy, timeout=PATIENCE)


@pytest.mark.usefixtures("collecting")
def test_a_copied_page_lands_in_the_inbox_with_its_origin(window, qtbot, browser):
    browser()
    landed(window, qtbot)
    assert window.status.message == f"收集：《{TITLE}》进了收件，来源 云州日报"
    assert window.collect_sign.text() == "收集中 · 1 篇"
    assert window.context.opened.save()
    stored = window.session.library.workspace(window.context.opened.issue.uid).drawer.pending[0]
    origin = stored.archive.origin
    assert origin.address == stored.link == "https://example.org/a"
    assert BODY in window.session.library.files.originals((origin.sha256,))[origin.sha256][1].decode()


def test_it_is_off_until_it_is_switched_on_and_after_it_was_switched_off(window, qtbot, browser):
    assert not window.collect_sign.isVisible()
    browser()
    action = window.actions_by_name["intake.collect"]
    action.trigger()
    assert action.isChecked()
    assert window.collect_sign.isVisible()
    browser(page(SECOND))
    landed(window, qtbot)
    action.trigger()
    assert not window.collect_sign.isVisible()
    browser(page(THIRD))
    quiet(window, qtbot)
    assert inbox(window) == [SECOND]


@pytest.mark.usefixtures("collecting")
def test_a_doubled_copy_is_taken_once_and_one_that_came_before_is_said(window, qtbot, browser):
    browser()
    browser()
    landed(window, qtbot)
    browser(page(SECOND))
    landed(window, qtbot, 2)
    browser()
    quiet(window, qtbot)
    qtbot.waitUntil(lambda: "以前收过" in window.status.message, timeout=PATIENCE)
    assert sorted(inbox(window)) == sorted([TITLE, SECOND])


@pytest.mark.usefixtures("collecting")
def test_copies_of_the_program_itself_are_left_alone(window, qtbot):
    body = window.article.body
    body.selectAll()
    body.copy()
    quiet(window, qtbot)
    assert inbox(window) == []


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
PICTURE = f"<p><img src='data:image/png;base64,{PNG}' width=600 height=400></p>"


@pytest.mark.usefixtures("collecting")
@pytest.mark.parametrize("picture", ["", PICTURE], ids=["text", "picture"])
def test_whoever_writes_goes_on_writing(window, qtbot, browser, picture):
    title, article = window.article.title, window.article.article
    title.setFocus()
    QTest.keyClicks(title, "x")
    compose(title, "shu")
    before = title.toPlainText()
    browser(page() + picture)
    landed(window, qtbot)
    assert window.focusWidget() is title
    assert window.article.article.uid == article.uid
    assert title.toPlainText() == before
    assert title.textCursor().block().layout().preeditAreaText() == "shu"
    commit(title, "数")
    assert window.article.article.title.text.startswith("x数")


@pytest.mark.usefixtures("collecting")
def test_undo_takes_back_what_was_typed_not_what_came_by_itself(window, qtbot, browser):
    title = window.article.article.title.text
    window.article.title.setFocus()
    QTest.keyClicks(window.article.title, "x")
    browser()
    landed(window, qtbot)
    window.actions_by_name["undo"].trigger()
    assert window.article.article.title.text == title
    assert inbox(window) == [TITLE]


def test_a_file_saved_into_the_folder_lands_too(window, qtbot, tmp_path, monkeypatch):
    folder = tmp_path / "来件"
    folder.mkdir()
    (folder / "早先.txt").write_text("早先就在", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    window.actions_by_name["intake.folder"].trigger()
    window.actions_by_name["intake.collect"].trigger()
    watch = window.collects.collecting.folder
    qtbot.waitUntil(lambda: watch._looking is None, timeout=PATIENCE)
    (folder / "来稿.txt").write_text(f"{TITLE}\n{BODY}\n{BODY}", encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    (folder / "页.html.crdownload").write_text(page(), encoding="utf-8")
    watch._timer.setInterval(50)
    landed(window, qtbot)
    qtbot.waitUntil(lambda: len(window.collects._came) == 2, timeout=PATIENCE)
    window.actions_by_name["intake.collected"].trigger()
    report = window.collects.dialog
    assert isinstance(report, IntakeReport)
    assert any("坏.docx" in line for line in report.lines)
    assert window.collect_sign.text() == "收集中 · 1 篇 · 1 个没收"
    report.accept()
    assert window._settings.collect_folder == folder
    window.actions_by_name["intake.collect"].trigger()


def test_a_folder_that_is_gone_is_said_and_the_clipboard_goes_on(window, qtbot, tmp_path, browser):
    window._settings.collect_folder = tmp_path / "没有"
    window.actions_by_name["intake.collect"].trigger()
    qtbot.waitUntil(lambda: "接上以后会接着看" in window.status.message, timeout=PATIENCE)
    browser()
    landed(window, qtbot)
    window.actions_by_name["intake.collect"].trigger()


@pytest.mark.usefixtures("collecting")
def test_while_a_past_issue_is_shown_pieces_come_into_the_one_in_hand(window, qtbot, browser):
    first = window.context.opened.issue.uid
    after = new_issue(window.session.library).uid
    window.session.open(first)
    assert not window.context.opened.writable
    browser()
    landed(window, qtbot)
    assert window.context.opened.issue.uid == first
    window.session.open(after)
    assert inbox(window) == [TITLE]


def test_it_waits_for_an_issue_in_hand(open_window, library):
    window = open_window(library)
    action = window.actions_by_name["intake.collect"]
    action.trigger()
    dialog = window.findChild(MessageDialog)
    assert "没有打开收集" in dialog.what
    assert not action.isChecked()
    dialog.accept()


def test_what_was_thrown_away_for_good_can_be_copied_again(window, qtbot, browser, collecting):
    browser()
    landed(window, qtbot)
    window.show_article(pending_and_inbox(window.context.opened.value.drawer)[1][0].uid)
    uid = window.article.article.uid
    window.context.opened.apply("", lambda space: discard_articles(space, {uid}, at=AT))
    window.context.opened.apply("", lambda space: erase_articles(space, {uid}))
    assert inbox(window) == []
    qtbot.waitUntil(lambda: not collecting.clipboard._last, timeout=PATIENCE)
    browser()
    landed(window, qtbot)
