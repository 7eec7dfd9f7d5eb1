"""What stands before a signature is one list: in the strip, in 审读, in the signing dialog and on the command line."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from db.library import open_library
from editor.cli.main import run
from editor.desk.ports import Arrival
from editor.desk.review.steps import By, submit
from editor.desk.review.trust import TrustFile
from editor.model.article_steps import Gate, Steps
from editor.model.notes import Note
from editor.ui.work.review_context import now
from tests.review_desk import CHIEF, EDITOR
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import ISSUE, ONE, WORDS, button_of, click, decisions, make_board, write

NOTE = Note(author=CHIEF, at=dt.datetime(2025, 1, 20, 8, tzinfo=dt.UTC), text="数字再核")


def issue(gate, state):
    """Return the issue with every article at a step and a note at the first."""
    section = ISSUE.sections[0]
    first, *rest = (replace(one, archive=replace(one.archive, state=state)) for one in section.articles)
    first = replace(first, archive=replace(first.archive, notes=(NOTE,)))
    made = replace(ISSUE, sections=(replace(section, articles=(first, *rest)),))
    return replace(made, archive=replace(made.archive, steps=Steps(gate=gate)))


@pytest.fixture
def submitted(open_window, library, qtbot, tmp_path):
    """Return what opens a window on a submitted issue; its key file is desk.key."""

    def make(gate, state):
        library.take_in(Arrival(issue=issue(gate, state), publication=ONE))
        key = make_board(library, tmp_path)
        submit(library, ISSUE.uid, By(name=EDITOR, at=now()))
        window = open_window(library)
        window.session.sign_as(CHIEF)
        window.key = key
        qtbot.waitUntil(lambda: window.pages.facts is not None, timeout=PATIENCE)
        return window

    return make


def read(window, qtbot):
    """Open 审读 and return what it lists, once its pages are set."""
    click(button_of(window, "review.approve"))
    view = window.reading.view
    qtbot.waitUntil(lambda: view.pages.facts is not None, timeout=PATIENCE)
    QApplication.processEvents()
    return view.before.list


def ask_to_sign(window):
    click(next(one for one in decisions(window.reading.view) if "签发" in one.text()))
    return window.decisions.dialog


def by_command(place, capsys, *more, code):
    capsys.readouterr()
    words = ["approve", "latest", "--as", CHIEF, "--library", str(place), *more]
    trust = place.parent / "trusted-keys.json"
    assert run(words, open_library=open_library, open_trust=lambda: TrustFile(trust)) == code
    out, errors = capsys.readouterr()
    return out.splitlines(), errors


@pytest.mark.parametrize(
    "case",
    [
        (Gate.NOTHING, "二审", []),
        (Gate.REVIEW_AND_NOTES, "终审", ["1 条批注还没有解决"]),
        (Gate.NOTES, "二审", ["1 条批注还没有解决"]),
    ],
)
def test_four_views_say_the_same_in_the_same_order(submitted, qtbot, tmp_path, capsys, case):
    gate, state, blocking = case
    window = submitted(gate, state)
    listed = read(window, qtbot)
    found = listed.obstacles
    assert [one.words for one in found if one.blocking] == blocking
    assert any("还没有过" in one.words for one in found)
    dialog = ask_to_sign(window)
    assert dialog.before.obstacles == found
    write(dialog.key.field, str(window.key))
    write(dialog.passphrase.field, WORDS)
    assert dialog.confirm.isEnabled() == (not blocking)
    assert bool(blocking) == ("请逐条解决，再签发" in dialog.message.text)
    dialog.reject()
    window.reading.leave()
    assert f"签发前还有 {len(found)} 件事：{found[0].words}" in window.review_strip.message
    out, _ = by_command(tmp_path / "library.db", capsys, "--dry-run", code=int(bool(blocking)))
    message = [f"{'不能签发' if one.blocking else '提示'}：{one.words}" for one in found]
    assert out[: len(message)] == message


def test_a_note_resolved_while_reading_leaves_the_list_at_once(submitted, qtbot):
    window = submitted(Gate.NOTES, "三校")
    listed = read(window, qtbot)
    assert [one.words for one in listed.obstacles if one.blocking] == ["1 条批注还没有解决"]
    view = window.reading.view
    uid = NOTE.uid
    view.choose_note(uid)
    button = next(one for one in view.notes.cards[uid].findChildren(QPushButton) if one.text() == "解决")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not any(one.blocking for one in listed.obstacles)


def test_a_line_of_the_reading_view_leads_to_its_place(submitted, qtbot):
    window = submitted(Gate.NOTHING, "二审")
    listed = read(window, qtbot)
    click(next(one for one in listed.buttons if "终审" in one.accessibleName()))
    assert window.reading.view is None
    assert window.article.article.uid == next(ISSUE.articles()).uid


def test_what_may_be_signed_past_is_said_before_the_passphrase_is_asked_for(submitted, tmp_path, capsys):
    window = submitted(Gate.NOTES, "二审")
    _, errors = by_command(
        tmp_path / "library.db", capsys, "--key", str(window.key), "--passphrase-file", "/nowhere", code=1
    )
    assert "提示：2 篇还没有过“终审”" in errors
    assert "错误：没有签发，1 条批注还没有解决。请逐条解决，再签发。" in errors
