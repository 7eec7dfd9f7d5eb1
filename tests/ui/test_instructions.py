"""领导批示 at the window: entered on the chosen article, changed, withdrawn, with a scan; the issue stays as it is."""

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from editor.interchange.codec import encode
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import ISSUE, click, drop, open_desk


@pytest.fixture
def desk(open_window, library, qtbot, tmp_path):
    return open_desk(open_window, library, qtbot, tmp_path)


@pytest.fixture
def dialog(desk):
    desk.show_article(list(desk.context.opened.issue.articles())[1].uid)
    desk.actions_by_name["review.instructions"].trigger()
    return desk.instructions.dialog


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "批示.png"
    Image.new("RGB", (200, 100), "white").save(path)
    return path


def enter(dialog, qtbot, *, leader="周明远", words="请数据局阅研。"):
    dialog.form.leader.setText(leader)
    dialog.form.words.setPlainText(words)
    click(dialog.keep)
    qtbot.waitUntil(lambda: dialog.message.text != "", timeout=PATIENCE)


def kept(desk):
    return desk.session.library.instructions.listed(ISSUE.uid)


def test_an_instruction_on_the_chosen_article(desk, dialog, qtbot):
    before = encode(desk.session.library.issue(ISSUE.uid))
    assert dialog.form.article.currentText() == "海州公布数据目录"
    enter(dialog, qtbot)
    assert dialog.message.text == "已存入 周明远 的批示。"
    (one,) = kept(desk)
    assert (one.leader, one.words) == ("周明远", "请数据局阅研。")
    assert one.article == list(ISSUE.articles())[1].uid
    assert "周明远\n海州公布数据目录\n请数据局阅研。" in dialog.list.item(0).text()
    assert encode(desk.session.library.issue(ISSUE.uid)) == before


def test_what_lacks_a_leader_is_said_and_nothing_written_is_lost(desk, dialog, qtbot):
    enter(dialog, qtbot, leader="")
    assert "请填写批示人" in dialog.message.text
    assert dialog.form.words.toPlainText() == "请数据局阅研。"
    assert kept(desk) == ()


def test_a_change_stays_one_instruction(desk, dialog, qtbot):
    enter(dialog, qtbot)
    dialog.message.show_message("")
    enter(dialog, qtbot, words="请抓紧落实。")
    assert [one.words for one in kept(desk)] == ["请抓紧落实。"]


def test_a_second_one_is_begun_with_the_same_leader(desk, dialog, qtbot):
    enter(dialog, qtbot)
    click(dialog.anew)
    assert dialog.form.leader.text() == "周明远"
    assert dialog.form.words.toPlainText() == ""
    dialog.message.show_message("")
    enter(dialog, qtbot, leader="何静", words="已阅。")
    assert [one.leader for one in kept(desk)] == ["周明远", "何静"]


def test_a_withdrawn_one_is_put_back(desk, dialog, qtbot):
    enter(dialog, qtbot)
    click(dialog.withdraw)
    assert kept(desk) == ()
    click(dialog.back)
    assert [one.leader for one in kept(desk)] == ["周明远"]
    assert dialog.form.words.toPlainText() == "请数据局阅研。"


def test_a_dropped_scan_is_kept_with_it(desk, dialog, qtbot, scan):
    drop(dialog.form, scan)
    enter(dialog, qtbot, words="")
    (one,) = kept(desk)
    assert desk.session.library.files.originals((one.scan,))[one.scan][0] == "批示.png"
    assert "见扫描件" in dialog.list.item(0).text()
    assert dialog.form.show_scan.isVisibleTo(dialog)


def test_a_chosen_file_that_is_no_scan_is_refused(desk, dialog, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "批示.png"
    path.write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(path), ""))
    click(dialog.form.choose)
    enter(dialog, qtbot)
    assert "批示.png" in dialog.message.text
    assert kept(desk) == ()


def test_the_dialog_opens_again_on_what_was_entered(desk, dialog, qtbot):
    enter(dialog, qtbot)
    click(dialog.leave)
    desk.actions_by_name["review.instructions"].trigger()
    assert desk.instructions.dialog.form.words.toPlainText() == "请数据局阅研。"
