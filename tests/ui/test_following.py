"""A window on a library that another program holds: it says so, keeps up, and says why a key does nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db import shelf
from db.library import open_library
from editor.desk.ports import Arrival
from editor.desk.review.steps import By, submit
from editor.model.body import Paragraph, text_of
from editor.model.edits import put_article
from editor.model.language import tr
from editor.ui.app.desktop import Desktop
from editor.ui.app.settings import Settings
from editor.ui.kit.failures import FailureReports
from editor.ui.work.review_context import now
from tests.fakes import prose
from tests.review_desk import EDITOR, approve_plainly
from tests.ui.conftest import PATIENCE, open_facts
from tests.ui.review_desk import ISSUE, ONE, take_in

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def beside(open_window, library, tmp_path, qtbot):
    """Return a window that only shows; library is the holder's."""
    long = tuple(Paragraph(runs=text_of(prose(200)), uid=f"{at:032x}") for at in range(40))
    section = ISSUE.sections[0]
    first = replace(section.articles[0], blocks=long)
    filled = replace(ISSUE, sections=(replace(section, articles=(first, *section.articles[1:])),))
    library.take_in(Arrival(issue=filled, publication=ONE))
    with open_library(tmp_path / "library.db") as reader:
        window = open_window(reader)
        qtbot.waitUntil(lambda: window.pages.facts is not None, timeout=PATIENCE)
        yield window
        window.close()


def write(library, at=0, **fields):
    """Save a change of an article, as the holder's window does."""
    space = library.workspace(ISSUE.uid)
    changed = replace(list(space.issue.articles())[at], **fields)
    library.save_workspace(space, put_article(space, changed), author="编辑乙")


def looked(window, qtbot, until):
    window.following.look()
    qtbot.waitUntil(until, timeout=PATIENCE)


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    widget.setFocus()
    QTest.keyClick(widget, key, modifier)


def test_it_says_at_the_top_who_has_the_library_and_since_when(beside, library):
    who = beside.session.library.holder
    assert beside.banner.message.startswith(f"只读：刊库由 {who} 打开着")
    assert "进程" in who
    assert not beside.banner.write.isVisible()
    assert beside.banner.mapTo(beside, beside.banner.rect().topLeft()).y() == 0
    assert library.holder == ""


def test_it_stands_over_reading_and_settings_too(beside, qtbot):
    for name, room in (("review.read", lambda: beside.reading.view), ("profile.edit", lambda: beside.profiles.view)):
        beside.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda room=room: room() is not None)
        assert beside.banner.isVisible()
        press(room(), Qt.Key.Key_Escape)
        beside.reading.leave()


def test_what_the_holder_saves_appears_and_the_place_is_kept(beside, library, qtbot):
    body, bar = beside.article.body, beside.article.verticalScrollBar()
    cursor = body.textCursor()
    cursor.setPosition(2_000)
    body.setTextCursor(cursor)
    bar.setValue(bar.maximum() // 2)
    at, caret, uid = bar.value(), body.textCursor().position(), beside.article.article.uid
    first = next(beside.context.opened.issue.articles())
    looked(beside, qtbot, lambda: beside.following._last is not None)
    write(library, source="云州日报社", blocks=(*first.blocks, Paragraph(runs=text_of("另行通知。"))))
    looked(beside, qtbot, lambda: next(beside.context.opened.issue.articles()).source == "云州日报社")
    assert "另行通知。" in body.toPlainText()
    assert (beside.article.article.uid, bar.value(), body.textCursor().position()) == (uid, at, caret)
    # another program's words are nothing to be saved here, or to be undone
    assert not beside.context.opened.saving.pending
    assert not beside.context.opened.can_step(-1)


def test_a_step_of_the_review_appears(beside, library, qtbot):
    looked(beside, qtbot, lambda: beside.following._last is not None)
    submit(library, ISSUE.uid, By(name=EDITOR, at=now()))
    looked(beside, qtbot, lambda: beside.top.state == "已送审")
    assert EDITOR in beside.review_strip.message


def test_a_library_that_was_empty_shows_its_first_issue(open_window, library, tmp_path, qtbot):
    with open_library(tmp_path / "library.db") as reader:
        window = open_window(reader)
        looked(window, qtbot, lambda: window.following._last is not None)
        take_in(library)
        looked(window, qtbot, lambda: window.session.opened_issue is not None)
        window.close()


def unchanged_and_said(window, act, words="只能看"):
    before = window.context.opened.value
    window.status.show_message("")
    act()
    QApplication.processEvents()
    assert window.context.opened.value == before
    assert words in window.status.message


ATTEMPTS = {
    "typing": lambda window: press(window.article.body, Qt.Key.Key_A),
    "backspace": lambda window: press(window.article.body, Qt.Key.Key_Backspace),
    "enter": lambda window: press(window.article.body, Qt.Key.Key_Return),
    "paste": lambda window: press(window.article.body, Qt.Key.Key_V, CTRL),
    "cut": lambda window: press(window.article.body, Qt.Key.Key_X, CTRL),
    "undo": lambda window: press(window.article.body, Qt.Key.Key_Z, CTRL),
    "bold": lambda window: press(window.article.body, Qt.Key.Key_B, CTRL),
    "title": lambda window: press(window.article.title, Qt.Key.Key_A),
    "source": lambda window: press(open_facts(window).source, Qt.Key.Key_A),
    "new": lambda window: press(window.outline, Qt.Key.Key_N, CTRL),
    "discard": lambda window: press(window.outline, Qt.Key.Key_Delete),
    "rename": lambda window: press(window.outline, Qt.Key.Key_F2),
    "move": lambda window: press(window.outline, Qt.Key.Key_Down, CTRL),
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_a_key_that_does_nothing_says_why(beside, name):
    unchanged_and_said(beside, lambda: ATTEMPTS[name](beside))


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Escape])
def test_keys_that_change_nothing_say_nothing(beside, key):
    beside.status.show_message("")
    press(beside.article.body, key)
    assert beside.status.message == ""


@pytest.mark.parametrize(
    ("state", "words"),
    [("submitted", "这一期已送审"), ("approved", "这一期已签发"), ("past", "这是往期")],
)
def test_a_closed_issue_says_why_as_well(open_window, library, qtbot, state, words):
    take_in(library)
    if state == "submitted":
        submit(library, ISSUE.uid, By(name=EDITOR, at=now()))
    elif state == "approved":
        approve_plainly(library, ISSUE.uid, at=now())
    else:
        later = replace(ISSUE, date=ISSUE.date.replace(day=27), number=replace(ISSUE.number, number=4, total=31))
        sections = tuple(replace(one, articles=(), uid="2" * 32) for one in later.sections)
        library.add_issue(replace(later, uid="1" * 32, sections=sections))
    window = open_window(library)
    window.session.open(ISSUE.uid)
    qtbot.waitUntil(lambda: window.article.article is not None)
    unchanged_and_said(window, lambda: press(window.article.body, Qt.Key.Key_A), words)
    assert window.banner.message == ""


def test_what_can_be_changed_says_nothing(window):
    window.status.show_message("")
    press(window.article.body, Qt.Key.Key_A)
    press(window.outline, Qt.Key.Key_F5)
    assert "不能改" not in window.status.message


@pytest.fixture
def desktop(qapp, tmp_path):
    settings = Settings(tmp_path / "window.ini")
    settings.author = "杨婷"
    with Desktop(qapp, settings, shelf, FailureReports(qapp)) as made:
        yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_once_the_holder_has_closed_the_window_can_write(desktop, qtbot, tmp_path):
    place = tmp_path / "云州观察.db"
    with open_library(place) as holder:
        take_in(holder)
        desktop.open(place)
        window = desktop.window
        assert window.session.library.read_only
        second = list(ISSUE.articles())[1].uid
        window.show_article(second)
        looked(window, qtbot, lambda: window.following._last is not None)
    looked(window, qtbot, lambda: "可以改为可写" in window.banner.message)
    QTest.mouseClick(window.banner.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=PATIENCE)
    made = desktop.window
    assert (made.banner.message, made.context.opened.writable) == ("", True)
    assert made.article.article.uid == second
    assert tr("只读") not in made.banner.message
