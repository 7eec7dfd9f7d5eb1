"""Words offered below a field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from editor.text.pinyin import prepare
from editor.ui.kit.completion import Completion
from editor.ui.kit.offer_delegate import DETAIL_ROLE, SPANS_ROLE

WORDS = ("贵州省大数据发展促进会", "陈贝", "单志刚", "中国信通院", "新华社 API")


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def window(qtbot, theme, chosen):  # noqa: ARG001 - the list is drawn in a theme
    made = QWidget()
    made.field = QLineEdit()
    QVBoxLayout(made).addWidget(made.field)
    made.completion = Completion(made.field, lambda: WORDS, chosen.append, detail=lambda word: f"{len(word)} 字")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.field.setFocus()
    # the table is read beside the window's thread
    prepare()
    return made


@pytest.fixture
def field(window):
    return window.field


def offered(field):
    return field.window().completion.offered


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("cb", ["陈贝"]),
        ("szg", ["单志刚"]),
        ("shanzhi", ["单志刚"]),
        ("xty", ["中国信通院"]),
        ("dsj", ["贵州省大数据发展促进会"]),
        ("api", ["新华社 API"]),
        ("zh", ["中国信通院", "贵州省大数据发展促进会", "单志刚"]),
        ("qq", []),
    ],
)
def test_words_are_offered_by_pinyin(field, typed, words):
    QTest.keyClicks(field, typed)
    assert offered(field) == words


def test_hanzi_from_an_input_method_are_matched(field):
    event = QInputMethodEvent()
    event.setCommitString("信通")
    QApplication.sendEvent(field, event)
    assert offered(field) == ["中国信通院"]


def test_the_whole_list_opens_by_down_and_enter_picks(field, chosen):
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert offered(field) == list(WORDS)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (chosen, offered(field)) == (["陈贝"], [])


def test_what_was_typed_is_marked(field, qtbot):
    QTest.keyClicks(field, "xty")
    shown = field.window().completion._list
    index = shown.model().index(0, 0)
    assert (index.data(SPANS_ROLE), index.data(DETAIL_ROLE)) == (((2, 5),), "5 字")
    qtbot.waitUntil(lambda: not shown.grab().isNull())


@pytest.mark.parametrize("typed", ["gch", "guicu"])
def test_an_alias_offers_the_name_and_is_said_beside_it(window, chosen, typed):
    aliases = {"贵州省大数据发展促进会": ("贵促会",)}
    field = QLineEdit()
    window.layout().addWidget(field)
    completion = Completion(field, lambda: WORDS, chosen.append, aliases=lambda: aliases)
    field.setFocus()
    QTest.keyClicks(field, typed)
    assert completion.offered == ["贵州省大数据发展促进会"]
    assert completion._model.item(0).data(DETAIL_ROLE) == "贵促会"
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen == ["贵州省大数据发展促进会"]
