"""A Chinese input method in the texts of tables and figures: in an empty one, and composed over one that is chosen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.block_texts import TextField, TextLocation
from editor.model.body import Figure, Table, plain, text_of
from editor.model.edits import put_article
from editor.ui.body.object_walk import cell_location
from tests.ui.composing import candidates, check_entry, commit, compose, entries, seen, shown

pytestmark = pytest.mark.usefixtures("input_method")

LONG = "云州数据登记所去年的登记"
TABLE = Table(head=(text_of("甲"), text_of("乙")), rows=((text_of(LONG), ()),), uid="a" * 32)
FIGURE = Figure(uid="b" * 32)
TEXTS = {
    "第 1 行，第 2 列，乙": cell_location(TABLE, 1, 1),
    "表题": TextLocation(TextField.CAPTION, TABLE.uid),
    "表注": TextLocation(TextField.NOTE, TABLE.uid),
    "图题": TextLocation(TextField.CAPTION, FIGURE.uid),
    "图的来源": TextLocation(TextField.FIGURE_SOURCE, FIGURE.uid),
}


@pytest.fixture
def texts(window):
    """Open a text of the window's article; return the field."""
    article = replace(window.article.article, blocks=(TABLE, FIGURE))
    window.context.opened.apply("made", lambda space: put_article(space, article))
    window.activateWindow()

    def opened(location):
        window.article.body.editing.texts.open(location)
        return QApplication.focusWidget()

    return opened


def table_of(window):
    article = window.context.opened.value.article(window.article.article.uid)
    return next(block for block in article.blocks if isinstance(block, Table))


@pytest.mark.parametrize("name", list(TEXTS))
def test_an_open_text_takes_what_is_committed(texts, qtbot, name):
    field = texts(TEXTS[name])
    assert field.accessibleName() == name
    check_entry(field, "数据", qtbot)


def test_the_field_is_the_only_one_of_its_kind(window, texts):
    before = len(entries(window.article.body))
    for location in TEXTS.values():
        texts(location)
    assert len(entries(window.article.body)) == before + 1


@pytest.mark.parametrize("column", [0, 1])
def test_a_cell_is_composed_over_in_its_place(window, texts, column):
    field = texts(cell_location(TABLE, 1, column))
    compose(field, "shu")
    first = candidates()
    compose(field, "shuju")
    assert candidates().x() > first.x()
    assert seen(field).contains(candidates().center())
    assert [plain(cell) for cell in table_of(window).rows[0]] == [LONG, ""]
    commit(field, "数据")
    assert shown(field) == "数据"
    assert plain(table_of(window).rows[0][column]) == "数据"


def test_words_that_are_given_up_take_nothing_back_that_was_composed_over(window, texts):
    field = texts(cell_location(TABLE, 1, 0))
    compose(field, "shu")
    compose(field, "")
    assert shown(field) == plain(table_of(window).rows[0][0])


def test_what_is_composed_over_shows_nothing_through(texts, window):
    field = texts(cell_location(TABLE, 1, 0))
    compose(field, "shu")
    body = window.article.body
    behind = QRect(field.mapTo(body, QPoint(48, 2)), QSize(60, 12))
    looks = body.grab(behind).toImage()
    colours = {looks.pixelColor(x, y).name() for x in range(looks.width()) for y in range(looks.height())}
    assert len(colours) == 1, "something shows through"


def test_letters_make_room_for_themselves(texts, window):
    field = texts(cell_location(TABLE, 1, 1))
    before = window.article.body.height()
    compose(field, "shuju" * 60)
    QApplication.processEvents()
    assert window.article.body.height() > before
    compose(field, "")
    QApplication.processEvents()
    assert window.article.body.height() == before


def test_a_key_goes_on_where_a_word_was_committed(texts, window):
    field = texts(cell_location(TABLE, 1, 1))
    commit(field, "数据")
    QTest.keyClick(field, Qt.Key.Key_Backtab)
    assert [plain(cell) for cell in table_of(window).rows[0]] == [LONG, "数据"]
    assert QApplication.focusWidget().accessibleName() == "第 1 行，第 1 列，甲"
