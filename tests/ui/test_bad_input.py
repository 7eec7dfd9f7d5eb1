"""What goes wrong under the running window: pictures, pastes, exports, screens, other windows."""

import datetime as dt
import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox

from db.library import open_library
from editor.desk.renewal import propose_issue
from editor.model.body import Figure
from editor.model.edits import discard_articles
from editor.model.number import Number
from editor.model.uid import new_uid
from editor.ui.article.figure_dialog import FigureDialog, PictureSource
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.new_issue.dialog import NewIssueDialog
from tests.ui.conftest import PATIENCE
from tests.ui.test_editing import clipboard, text, type_in_body
from tests.ui.test_start_desktop import answer


def boxes():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MessageDialog) and one.isVisible()]


def wheel(widget):
    middle = QPointF(widget.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place only
    )
    QApplication.sendEvent(widget, turned)


def values(widget):
    combos = [one.currentIndex() for one in widget.findChildren(QComboBox)]
    return combos, [one.text() for one in widget.findChildren(QAbstractSpinBox)]


def test_the_wheel_over_a_choice_or_number_changes_nothing(window, library, qtbot):
    begun = NewIssueDialog(library, propose_issue(library), window)
    exported = window.exports.export_dialog()
    for whole in (window, begun, exported):
        qtbot.addWidget(whole)
        whole.show()
        before = values(whole)
        for field in (*whole.findChildren(QComboBox), *whole.findChildren(QAbstractSpinBox)):
            field.setFocus()
            wheel(field)
        assert values(whole) == before
        assert any(before)


def dropped(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.article.body.insertFromMimeData(data)


def png(width, height):
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("note.png", b"no picture", "不是能用的图片"),
        ("cut.png", png(400, 400)[:60], "不完整或已损坏"),
        ("huge.png", png(9000, 9000), "太大"),
        ("empty.jpg", b"", "不是能用的图片"),
    ],
)
def test_a_picture_that_cannot_be_used_is_refused_by_name(window, tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)
    before = window.context.opened.value
    dropped(window, path)
    (box,) = boxes()
    assert name in box.reason
    assert message in box.reason
    assert window.context.opened.value is before
    box.close()


SENTENCE = "数据登记的要义在于让同一份数据说得清来历、算得清次数、分得清责任。"
PASTES = {
    "500 kB of text": ("", "\n".join([SENTENCE * 5] * 1010)),
    "500 kB of HTML": ("".join(f"<p>{SENTENCE * 5}</p>" for _ in range(1010)), "x"),
    "2,000 lines": ("", "\n".join(f"{number}{SENTENCE}" for number in range(2000))),
    "2,000 blocks": ("".join(f"<p>{number}<b>{SENTENCE}</b></p>" for number in range(2000)), "x"),
    "one endless line": ("", SENTENCE * 5000),
}


@pytest.mark.parametrize("name", PASTES)
def test_a_giant_paste_loses_nothing_and_is_taken_back_whole(window, name):
    html, words = PASTES[name]
    before = text(window)
    clipboard(html=html, words=words)
    body = window.article.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert text(window).count(SENTENCE) == (html or words).count(SENTENCE)
    QTest.keyClicks(body, "on")
    assert text(window).endswith("on")
    window.context.opened.undo()
    window.context.opened.undo()
    assert text(window) == before
    assert window.context.opened.save()


def test_closing_during_an_export_leaves_the_old_files(window, tmp_path):
    dialog = window.exports.export_dialog()
    dialog.form.folder.setText(str(tmp_path / "out"))
    dialog.form.open_after.setChecked(False)
    old = list(dialog.form.targets.values())
    old[0].parent.mkdir()
    for path in old:
        path.write_bytes(b"the old one")
    dialog.show()
    dialog.start()
    dialog.close()
    assert [path.read_bytes() for path in old] == [b"the old one", b"the old one"]
    assert sorted(old[0].parent.iterdir()) == sorted(old)


def test_a_second_window_reads_what_the_first_saved_and_says_who_writes(window, open_window, tmp_path):
    type_in_body(window, "from the first")
    assert window.context.opened.save()
    with open_library(tmp_path / "library.db") as library:
        second = open_window(library)
        assert "编辑" not in second.status.saving
        assert second.status._library.text().startswith("只读：")
        assert text(second).endswith("from the first")
        before = second.context.opened.value
        type_in_body(second, "nothing")
        assert second.context.opened.value is before
        assert second.close()


def test_a_window_left_on_a_screen_that_is_gone_comes_back_into_view(window, open_window, library, qtbot):
    window.move(9000, 7000)
    assert window.close()
    again = open_window(library)
    free = QGuiApplication.primaryScreen().availableGeometry()
    qtbot.waitUntil(lambda: again.frameGeometry().intersects(free), timeout=PATIENCE)
    assert free.top() <= again.frameGeometry().top() < free.bottom()


@pytest.mark.parametrize("size", [(1280, 720), (1048, 600)])
def test_nothing_is_out_of_reach_on_a_small_screen(window, qtbot, size):
    window.resize(*size)
    window.reset_layout()
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size, timeout=PATIENCE)
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or window.article.isAncestorOf(button):
            continue
        place = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
        assert window.rect().contains(place), button.accessibleName() or button.text()


def test_dialogs_fit_on_a_small_screen(window, library):
    article = window.article.article
    figure = Figure(uid="f" * 32)
    source = PictureSource(choose=lambda: None, take=lambda _name: None, measure=156)
    for dialog in (
        window.exports.export_dialog(),
        NewIssueDialog(library, propose_issue(library), window),
        FigureDialog(figure, b"", source, window),
    ):
        dialog.show()
        assert article is not None
        assert dialog.height() <= 680, type(dialog).__name__
        assert dialog.width() <= 1280, type(dialog).__name__
        dialog.close()


def test_an_article_that_goes_while_its_figure_is_open_takes_nothing_with_it(window):
    dropped_picture = Figure(uid="a" * 32, caption="before")
    window.article.body.edits.insert_blocks((dropped_picture,))
    uid = window.article.article.uid

    def meanwhile(dialog):
        window.context.opened.apply("删除", lambda space: discard_articles(space, {uid}, at=dt.datetime.now(tz=dt.UTC)))
        dialog.caption.setText("after")
        dialog.accept()

    answer(FigureDialog, meanwhile)
    window.objects.edit_object(dropped_picture.uid)
    assert uid not in [one.uid for one in window.context.opened.issue.articles()]
    (gone,) = [one.article for one in window.context.opened.value.drawer.trash if one.article.uid == uid]
    assert dropped_picture in gone.blocks
    window.context.opened.undo()
    assert window.context.opened.value.article(uid) is not None


def test_an_issue_changed_for_another_while_checks_wait_is_not_checked_with_the_old(window, library, qtbot):
    issue = window.context.opened.issue
    empty = tuple(replace(section, articles=(), uid=new_uid()) for section in issue.sections)
    other = replace(
        issue, uid=new_uid(), sections=empty, number=Number(year=2031, number=1, total=900), date=dt.date(2031, 1, 6)
    )
    library.add_issue(other)
    type_in_body(window, "unchecked")
    with qtbot.waitSignals([window.checks.changed, window.bridge.pages_set]):
        window.session.open(other.uid)
    places = {section.uid for section in empty} | {"cover", "credits", "contents", "back"}
    assert {finding.place.where for finding in window.checks.findings} <= places
