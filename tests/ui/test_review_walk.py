"""The review by the keyboard alone: from the first chief's key to the print, nobody touches the mouse."""

import pytest
from PySide6.QtWidgets import QApplication

from editor.model.issue_state import IssueState
from tests.ui.conftest import PATIENCE
from tests.ui.hands import Hands
from tests.ui.review_desk import ISSUE, WORDS, take_in

CHIEF = "Song Xixian"


@pytest.fixture
def desk(open_window, library, qtbot):
    take_in(library)
    made = open_window(library)
    qtbot.waitUntil(lambda: made.pages.facts is not None, timeout=PATIENCE)
    return made


class Walk:
    def __init__(self, window, folder):
        self.window, self.hands, self.key = window, Hands(), folder / "song.key"

    def command(self, words):
        self.hands.press("Ctrl+K")
        self.hands.write(words)
        self.hands.press("Return")

    def until_dialog(self, title):
        return self.hands.until(
            lambda: (one := QApplication.activeModalWidget()) and title in one.windowTitle() and one, title
        )

    def until_state(self, state):
        library = self.window.session.library
        self.hands.until(lambda: library.issue(ISSUE.uid).archive.state is state, state)

    def until_alone(self):
        self.hands.until(lambda: QApplication.activeModalWidget() is None, "the dialog's end")


def test_by_the_keyboard_alone(desk, tmp_path, qtbot):
    walk = Walk(desk, tmp_path)

    def steps():
        make_a_key(walk)
        submit(walk)
        sign(walk)
        publish(walk)

    walk.hands.walk(qtbot, steps)
    assert desk.top.state == "已印发"


def make_a_key(walk):
    hands = walk.hands
    walk.command("signing keys")
    walk.until_dialog("签发人与密钥")
    hands.tab_to("新人的姓名")
    hands.write(CHIEF)
    hands.tab_to("加入名单")
    hands.press("Space")
    hands.tab_to("生成密钥")
    hands.press("Space")
    dialog = walk.until_dialog("生成")
    hands.tab_to("密钥文件放在哪里")
    hands.write(str(walk.key))
    for name in ("口令", "再输一次"):
        hands.tab_to(name)
        hands.write(WORDS)
    hands.press("Return")
    hands.until(lambda: bool(dialog.printed) and dialog.card.leave.hasFocus(), "a fingerprint")
    hands.press("Return")
    walk.until_dialog("签发人与密钥")
    hands.press("Escape")
    walk.until_alone()


def submit(walk):
    walk.command("hand in")
    walk.until_dialog("送审")
    walk.hands.write("please")
    walk.hands.press("Ctrl+Return")
    walk.until_state(IssueState.SUBMITTED)
    walk.until_alone()


def sign(walk):
    hands = walk.hands
    walk.command("read pages")
    hands.until(lambda: walk.window.reading.view and walk.window.reading.view.pages.facts, "the pages")
    hands.tab_to("签发这些页")
    hands.press("Space")
    dialog = walk.until_dialog("签发")
    hands.tab_to("口令")
    hands.write(WORDS)
    hands.press("Return")
    walk.until_state(IssueState.APPROVED)
    hands.until(lambda: not dialog.signing.running, "the end of signing")
    hands.press("Escape")
    walk.until_alone()


def publish(walk):
    walk.command("publish")
    walk.until_dialog("印发")
    walk.hands.press("Return")
    walk.until_state(IssueState.PUBLISHED)
    walk.until_alone()
