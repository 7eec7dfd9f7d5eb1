"""A table of the body is edited where it stands, as a user of Word expects it; all of it is the one history's."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QPainter, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.block_texts import TextField, TextLocation, printed_offset
from editor.model.body import ANCHOR, CellSpan, ColumnAlignment, Figure, Paragraph, Run, Table, plain, text_of
from editor.model.edits import put_article
from editor.model.table_edits import merge_cells
from editor.ui.body.editor import BodyEditor
from editor.ui.body.object_walk import cell_location
from editor.ui.body.places import object_corner
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.kit.text_question import TextQuestion
from editor.ui.kit.tints import Layer, MarkKind, TextMark
from editor.ui.theme.tokens import load_theme
from tests.ui.composing import commit, compose
from tests.ui.test_start_desktop import answer

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TABLE = Table(
    head=(text_of("事项"), text_of("数量")),
    rows=((text_of("登记"), (Run(text="12", bold=True),)), (text_of("核验"), text_of("7"))),
    caption="表1",
    uid="a" * 32,
)
ABOVE, BELOW = Paragraph(runs=text_of("上文"), uid="b" * 32), Paragraph(runs=text_of("下文"), uid="c" * 32)


class Desk:
    """An article with a table in a window, and hands at its body."""

    def __init__(self, window, blocks):
        self.window, self.body = window, window.article.body
        article = window.article.article
        made = replace(article, blocks=blocks)
        window.context.opened.apply("made", lambda space: put_article(space, made))
        self.uid = article.uid
        window.context.opened.history.stack.clear()
        self.body.setFocus()

    @property
    def article(self):
        return self.window.context.opened.value.article(self.uid)

    @property
    def table(self):
        return next(block for block in self.article.blocks if isinstance(block, Table))

    @property
    def cells(self):
        return [[plain(cell) for cell in row] for row in (self.table.head, *self.table.rows)]

    @property
    def texts(self):
        return [plain(block.runs) for block in self.article.blocks if isinstance(block, Paragraph)]

    @property
    def open(self):
        """Row and column of the open cell, or the field of another text."""
        at = self.body.editing.texts.location
        if at is None:
            return None
        return divmod(at.part, len(self.table.head)) if at.field is TextField.CELL else at.field

    def press(self, *keys, held=NONE):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key, held)

    def type(self, words):
        QTest.keyClicks(QApplication.focusWidget(), words)

    def caret(self, line, at=0):
        cursor = self.body.textCursor()
        cursor.setPosition(self.body.document().findBlockByNumber(line).position() + at)
        self.body.setTextCursor(cursor)

    def place(self, row, column, field=TextField.CELL):
        part = row * len(self.table.head) + column
        place = self.body.objects.drawing(TABLE.uid).places[TextLocation(field, TABLE.uid, part)]
        return (place.area.center() + object_corner(self.body.document(), TABLE.uid)).toPoint()

    def target(self, point):
        """Return the widget that the pointer is over at a point of the body, and the point in it."""
        there = self.body.viewport().childAt(point) or self.body.viewport()
        return there, there.mapFrom(self.body.viewport(), point)

    def click(self, row, column, held=NONE, field=TextField.CELL):
        widget, point = self.target(self.place(row, column, field))
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, held, point)

    def drag(self, begin, end):
        widget, point = self.target(self.place(*begin))
        to = widget.mapFrom(self.body.viewport(), self.place(*end))
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, NONE, point)
        QTest.mouseMove(widget, to)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NONE, to)

    def do(self, name):
        self.window.actions_by_name[name].trigger()

    def undo(self, times=1):
        for _ in range(times):
            self.do("undo")


@pytest.fixture
def desk(window):
    return Desk(window, (ABOVE, TABLE, BELOW))


def test_a_click_puts_the_caret_into_a_cell_and_typing_writes_there(desk):
    desk.click(1, 0)
    assert desk.open == (1, 0)
    desk.press(Qt.Key.Key_End)
    desk.type("ab")
    assert desk.cells == [["事项", "数量"], ["登记ab", "12"], ["核验", "7"]]
    assert desk.texts == ["上文", "下文"]


@pytest.mark.parametrize(
    ("line", "at", "key", "cell"),
    [
        (0, 0, Qt.Key.Key_Down, (0, 0)),
        (0, 2, Qt.Key.Key_Right, (0, 0)),
        (2, 0, Qt.Key.Key_Up, (2, 0)),
        (2, 0, Qt.Key.Key_Left, (2, 1)),
    ],
)
def test_arrows_lead_from_the_text_into_a_cell(desk, line, at, key, cell):
    desk.caret(line, at)
    desk.press(key)
    assert desk.open == cell


@pytest.mark.parametrize(
    ("cell", "keys", "expected"),
    [
        ((0, 0), [Qt.Key.Key_Tab], (0, 1)),
        ((0, 1), [Qt.Key.Key_Tab], (1, 0)),
        ((1, 0), [Qt.Key.Key_Backtab], (0, 1)),
        ((0, 0), [Qt.Key.Key_Backtab], TextField.CAPTION),
        ((1, 1), [Qt.Key.Key_Return], (2, 1)),
        ((0, 0), [Qt.Key.Key_Down], (1, 0)),
        ((1, 1), [Qt.Key.Key_Up], (0, 1)),
        ((0, 1), [Qt.Key.Key_Up], TextField.CAPTION),
        ((2, 1), [Qt.Key.Key_Down], TextField.NOTE),
        ((2, 1), [Qt.Key.Key_End, Qt.Key.Key_Right], TextField.NOTE),
        ((1, 0), [Qt.Key.Key_Home, Qt.Key.Key_Left], (0, 1)),
        ((1, 0), [Qt.Key.Key_End, Qt.Key.Key_Right], (1, 1)),
        ((2, 0), [Qt.Key.Key_Return], None),
        ((2, 0), [Qt.Key.Key_Escape], None),
    ],
)
def test_keys_lead_from_cell_to_cell(desk, cell, keys, expected):
    desk.click(*cell)
    desk.press(*keys)
    assert desk.open == expected


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ([Qt.Key.Key_Up, Qt.Key.Key_Up], ["上文ab", "下文"]),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down], ["上文", "ab下文"]),
        ([Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return], ["上文", "ab下文"]),
    ],
)
def test_at_the_edges_keys_lead_back_into_the_text(desk, keys, text):
    desk.click(0, 0)
    desk.press(*keys)
    desk.type("ab")
    assert desk.texts == text


@pytest.mark.parametrize(
    ("at", "key", "cell"), [(0, Qt.Key.Key_Down, (0, 0)), (0, Qt.Key.Key_Right, (0, 0)), (1, Qt.Key.Key_Up, (2, 0))]
)
def test_arrows_lead_into_a_table_that_an_article_begins_and_ends_with(window, at, key, cell):
    desk = Desk(window, (TABLE,))
    desk.caret(0, at)
    desk.press(key)
    assert desk.open == cell


def test_below_a_table_at_the_end_a_line_begins(window):
    desk = Desk(window, (TABLE,))
    desk.click(2, 0)
    desk.press(Qt.Key.Key_Return)
    desk.type("ab")
    assert desk.texts == ["ab"]


def test_tab_chooses_a_cell_and_typing_takes_the_place_of_its_text(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_Tab)
    desk.type("8")
    assert desk.table.rows[0][1] == (Run(text="8", bold=True),)


def test_tab_in_the_last_cell_begins_a_row(desk):
    desk.click(2, 1)
    desk.press(Qt.Key.Key_Tab)
    desk.type("x")
    assert desk.cells == [["事项", "数量"], ["登记", "12"], ["核验", "7"], ["x", ""]]
    desk.undo(2)
    assert desk.table == TABLE


def test_typing_on_a_table_that_is_chosen_as_a_whole_writes_in_it(desk):
    desk.body.caret.choose_object(TABLE.uid)
    desk.type("x")
    assert desk.cells[0] == ["事项x", "数量"]
    assert desk.texts == ["上文", "下文"]


def test_an_input_method_on_a_table_that_is_chosen_as_a_whole_writes_in_it(desk):
    desk.body.caret.choose_object(TABLE.uid)
    compose(QApplication.focusWidget(), "shu")
    commit(QApplication.focusWidget(), "数")
    assert desk.cells[0] == ["事项数", "数量"]
    assert desk.texts == ["上文", "下文"]


def test_escape_chooses_the_whole_table_and_delete_takes_it_out(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_Escape)
    assert desk.body.caret.chosen_object() == TABLE
    desk.press(Qt.Key.Key_Delete)
    assert [block for block in desk.article.blocks if isinstance(block, Table)] == []


def test_typing_in_a_cell_is_one_step_and_each_cell_its_own(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_End)
    desk.type("abc")
    desk.press(Qt.Key.Key_Tab)
    desk.type("99")
    assert desk.cells[1] == ["登记abc", "99"]
    desk.undo()
    assert desk.cells[1] == ["登记abc", "12"]
    desk.undo()
    assert desk.table == TABLE
    desk.do("redo")
    assert desk.cells[1] == ["登记abc", "12"]
    assert desk.window.actions_by_name["undo"].text() == "撤销 改表"


def test_keys_for_undo_and_redo_are_the_windows_in_a_cell_too(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_End)
    desk.type("ab")
    desk.press(Qt.Key.Key_Z, held=CTRL)
    assert desk.table == TABLE
    desk.press(Qt.Key.Key_Y, held=CTRL)
    assert desk.cells[1] == ["登记ab", "12"]


def test_undo_leads_to_the_cell_and_shows_what_stands_there(desk):
    desk.click(1, 0)
    desk.type("abc")
    desk.click(2, 1)
    desk.undo()
    assert desk.open == (1, 0)
    assert QApplication.focusWidget().toPlainText() == "登记"


def test_an_input_method_writes_in_a_cell_in_one_step(desk):
    desk.click(1, 0)
    field = QApplication.focusWidget()
    field.selectAll()
    compose(field, "shuju")
    assert desk.table == TABLE
    commit(field, "数据")
    assert desk.cells[1] == ["数据", "12"]
    desk.undo()
    assert desk.table == TABLE


def test_caption_and_note_are_written_in_place(desk):
    desk.click(0, 0, field=TextField.CAPTION)
    desk.press(Qt.Key.Key_End)
    desk.type("x")
    desk.click(0, 0, field=TextField.NOTE)
    desk.type("note")
    assert (desk.table.caption, desk.table.note) == ("表1x", "note")
    desk.undo()
    assert (desk.table.caption, desk.table.note) == ("表1x", "")


def test_bold_is_of_the_words_in_the_cell(desk):
    desk.click(2, 0)
    desk.press(Qt.Key.Key_A, held=CTRL)
    desk.do("text.bold")
    assert desk.table.rows[1][0] == (Run(text="核验", bold=True),)
    assert desk.open == (2, 0)
    assert QApplication.focusWidget().hasFocus()


def test_bold_is_of_all_chosen_cells_or_of_none(desk):
    for bold in (True, False):
        desk.drag((1, 0), (2, 1))
        desk.do("text.bold")
        assert {run.bold for row in desk.table.rows for cell in row for run in cell} == {bold}
    desk.undo(2)
    assert desk.table == TABLE


def test_undo_from_the_text_chooses_the_table_that_becomes_another(desk):
    desk.click(1, 0)
    desk.type("ab")
    desk.press(Qt.Key.Key_Escape)
    desk.caret(0)
    desk.undo()
    assert desk.body.caret.chosen_object() == TABLE


def test_blanks_at_the_ends_of_a_caption_are_not_kept(desk):
    desk.click(0, 0, field=TextField.CAPTION)
    desk.press(Qt.Key.Key_End)
    desk.type(" x  ")
    desk.press(Qt.Key.Key_Tab)
    assert desk.table.caption == "表1 x"
    desk.undo()
    assert desk.table == TABLE
    for leave in (lambda: desk.caret(0), desk.window.article.title.setFocus):
        desk.click(0, 0, field=TextField.CAPTION)
        desk.press(Qt.Key.Key_End)
        desk.type(" ")
        leave()
        assert desk.table == TABLE


def test_a_narrower_column_and_another_theme_leave_the_caret_in_its_cell(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_Home, Qt.Key.Key_Right)
    desk.window.resize(1100, 700)
    QApplication.processEvents()
    desk.type("x")
    body = desk.body
    body.show_body(body.blocks, {}, load_theme("dark"), body.measure, other=False)
    desk.type("y")
    assert desk.cells[1] == ["登xy记", "12"]
    assert desk.open == (1, 0)


def test_another_article_leaves_no_open_cell(desk):
    desk.click(1, 0)
    other = next(one.uid for one in desk.window.context.opened.issue.articles() if one.uid != desk.uid)
    desk.window.show_article(other)
    assert desk.body.editing.texts.location is None
    assert desk.table == TABLE


def test_a_straight_quote_becomes_the_one_that_fits(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_End)
    desk.type('"')
    assert desk.cells[1][0] == "登记“"
    desk.undo()
    assert desk.cells[1][0] == '登记"'


@pytest.mark.parametrize(
    ("choose", "chosen"),
    [
        (lambda it: it.drag((1, 0), (2, 1)), "登记\t12\n核验\t7"),
        (lambda it: (it.click(0, 1), it.press(Qt.Key.Key_Down, Qt.Key.Key_Down, held=SHIFT)), "数量\n12\n7"),
        (lambda it: (it.click(1, 0), it.press(Qt.Key.Key_End), it.press(Qt.Key.Key_Right, held=SHIFT)), "登记\t12"),
        (lambda it: (it.click(1, 1), it.click(2, 0, SHIFT)), "登记\t12\n核验\t7"),
        (lambda it: (it.click(1, 1), it.press(Qt.Key.Key_A, Qt.Key.Key_A, held=CTRL)), "事项\t数量\n登记\t12\n核验\t7"),
    ],
)
def test_several_cells_are_chosen_and_copied_as_a_spreadsheet_reads_them(desk, choose, chosen):
    choose(desk)
    desk.press(Qt.Key.Key_C, held=CTRL)
    assert QGuiApplication.clipboard().text() == chosen
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_chosen_cells_are_emptied_in_one_step(desk, key):
    desk.drag((1, 0), (2, 1))
    desk.press(key)
    assert desk.cells == [["事项", "数量"], ["", ""], ["", ""]]
    desk.undo()
    assert desk.table == TABLE


def test_cut_cells_are_pasted_with_their_looks(desk):
    desk.drag((1, 0), (1, 1))
    desk.press(Qt.Key.Key_X, held=CTRL)
    assert desk.cells[1] == ["", ""]
    desk.click(2, 0)
    desk.press(Qt.Key.Key_V, held=CTRL)
    assert desk.table.rows[1] == TABLE.rows[0]


def test_typing_over_chosen_cells_writes_in_the_first(desk):
    desk.drag((1, 0), (2, 1))
    desk.type("x")
    assert desk.cells == [["事项", "数量"], ["x", "12"], ["核验", "7"]]


SHEET = (
    "<html><body><!--StartFragment--><table><tr><td>a</td><td>b</td><td>c</td></tr>"
    "<tr><td>d</td><td>e</td><td>f</td></tr></table><!--EndFragment--></body></html>"
)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_cells_of_a_spreadsheet_make_room_for_themselves(desk, kind):
    data = QMimeData()
    if kind == "text":
        data.setText("a\tb\tc\r\nd\te\tf\r\n")
    else:
        data.setHtml(SHEET)
    QGuiApplication.clipboard().setMimeData(data)
    desk.click(2, 0)
    desk.press(Qt.Key.Key_V, held=CTRL)
    assert desk.cells == [["事项", "数量", ""], ["登记", "12", ""], ["a", "b", "c"], ["d", "e", "f"]]
    desk.undo()
    assert desk.table == TABLE


@pytest.mark.parametrize(
    "make", [lambda data, picture: data.setImageData(picture), lambda data, _picture: data.setText("a\t" * 50_001)]
)
def test_what_no_cell_can_take_goes_below_the_table_or_is_refused(desk, make, qtbot):
    data = QMimeData()
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    make(data, picture)
    QGuiApplication.clipboard().setMimeData(data)
    desk.click(1, 0)
    QTimer.singleShot(0, lambda: [one.close() for one in desk.window.findChildren(MessageDialog)])
    desk.press(Qt.Key.Key_V, held=CTRL)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in desk.window.findChildren(MessageDialog)))
    assert desk.table == TABLE
    figures = [block for block in desk.article.blocks if isinstance(block, Figure)]
    assert len(figures) == int(data.hasImage())


def test_the_wheel_scrolls_the_article(desk):
    desk.click(1, 0)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    at, by = QPointF(2, 2), QPoint(0, -120)
    event = QWheelEvent(at, at, QPoint(), by, buttons, NONE, phase, False)  # noqa: FBT003 - Qt's own
    event.accept()
    QApplication.focusWidget().wheelEvent(event)
    assert not event.isAccepted()


def test_cells_and_words_are_pasted_without_their_looks(desk):
    data = QMimeData()
    data.setHtml("<p><b>粗</b></p>")
    data.setText("粗")
    QGuiApplication.clipboard().setMimeData(data)
    desk.click(1, 0)
    desk.press(Qt.Key.Key_End)
    desk.do("paste.plain")
    assert desk.table.rows[0][0] == text_of("登记粗")
    desk.press(Qt.Key.Key_V, held=CTRL)
    assert desk.table.rows[0][0] == (*text_of("登记粗"), Run(text="粗", bold=True))


def test_what_is_selected_in_a_cell_is_sought(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_A, held=CTRL)
    desk.do("find")
    assert desk.window.find_bar.query.text() == "登记"


def test_lines_are_pasted_down_and_a_single_text_at_the_caret(desk):
    QGuiApplication.clipboard().setText("x")
    desk.click(1, 0)
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_V, held=CTRL)
    assert desk.cells[1] == ["x登记", "12"]
    QGuiApplication.clipboard().setText("1\n2")
    desk.click(1, 1)
    desk.press(Qt.Key.Key_V, held=CTRL)
    assert [row[1] for row in desk.cells] == ["数量", "1", "2"]


@pytest.mark.parametrize(
    ("choose", "keys", "expected", "cell"),
    [
        ((1, 0), "Ctrl+Shift+Return", "事项 数量/登记 12/- -/核验 7", (2, 0)),
        ((1, 0), "Ctrl+Alt+Return", "事项 数量/- -/登记 12/核验 7", (1, 0)),
        ((0, 1), "Ctrl+Alt+Return", "- -/事项 数量/登记 12/核验 7", (0, 1)),
        ((0, 1), "Ctrl+Shift+Return", "事项 数量/- -/登记 12/核验 7", (1, 1)),
        ((1, 0), "Alt+Shift+Up", "事项 数量/登记 12/核验 7", (1, 0)),
        ((1, 1), "Ctrl+Alt+[", "事项 - 数量/登记 - 12/核验 - 7", (1, 1)),
        ((1, 1), "Ctrl+Alt+]", "事项 数量 -/登记 12 -/核验 7 -", (1, 2)),
        ((1, 0), "Ctrl+Shift+Backspace", "事项 数量/核验 7", (1, 0)),
        ((2, 1), "Ctrl+Shift+Backspace", "事项 数量/登记 12", (1, 1)),
        ((1, 1), "Ctrl+Shift+Del", "事项/登记/核验", (1, 0)),
        ((2, 0), "Alt+Shift+Up", "事项 数量/核验 7/登记 12", (1, 0)),
        ((1, 0), "Alt+Shift+Down", "事项 数量/核验 7/登记 12", (2, 0)),
        ((1, 1), "Alt+Shift+Left", "数量 事项/12 登记/7 核验", (1, 0)),
        ((1, 0), "Alt+Shift+Right", "数量 事项/12 登记/7 核验", (1, 1)),
    ],
)
def test_rows_and_columns_come_go_and_move_by_keys(desk, choose, keys, expected, cell):
    desk.click(*choose)
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(keys))
    assert "/".join(" ".join(cell or "-" for cell in row) for row in desk.cells) == expected
    assert desk.open == cell
    assert QApplication.focusWidget().hasFocus()
    desk.undo()
    assert desk.table == TABLE


def test_a_table_keeps_a_row_and_a_column(desk):
    desk.click(0, 0)
    desk.press(Qt.Key.Key_A, Qt.Key.Key_A, held=CTRL)
    desk.do("table.remove_columns")
    desk.do("table.remove_rows")
    assert desk.table == TABLE
    desk.drag((1, 0), (2, 0))
    desk.do("table.remove_rows")
    assert desk.cells == [["事项", "数量"]]


def test_cells_are_merged_and_split_by_keys(desk):
    desk.drag((1, 0), (2, 0))
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+Alt+M"))
    assert desk.cells == [["事项", "数量"], ["登记 核验", "12"], ["", "7"]]
    assert [(one.row, one.column, one.rows, one.columns) for one in desk.table.spans] == [(1, 0, 2, 1)]
    desk.press(Qt.Key.Key_End)
    desk.type("x")
    assert desk.cells[1] == ["登记 核验x", "12"]
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+Alt+Shift+M"))
    assert desk.table.spans == ()
    desk.undo(3)
    assert desk.table == TABLE


SPANNED = merge_cells(
    Table(
        head=(text_of("a"), text_of("b"), text_of("c")),
        rows=((text_of("d"), text_of("e"), text_of("f")), (text_of("g"), text_of("h"), text_of("i"))),
        uid=TABLE.uid,
    ),
    CellSpan(row=1, column=0, rows=2, columns=2),
)


@pytest.mark.parametrize(
    ("begin", "keys", "words"),
    [
        (0, [Qt.Key.Key_Tab] * 3, "d e g h"),
        (0, [Qt.Key.Key_Tab] * 4, "f"),
        (0, [Qt.Key.Key_Tab] * 5, "i"),
        (5, [Qt.Key.Key_Left], "f"),
        (1, [Qt.Key.Key_Down], "d e g h"),
        (3, [Qt.Key.Key_Up], "a"),
        (5, [Qt.Key.Key_Up], "f"),
        (3, [Qt.Key.Key_Return], None),
    ],
)
def test_keys_walk_over_merged_cells(window, begin, keys, words):
    desk = Desk(window, (ABOVE, SPANNED, BELOW))
    desk.body.editing.texts.open(TextLocation(TextField.CELL, SPANNED.uid, begin))
    desk.press(*keys)
    field = desk.body.editing.texts.field
    assert (field.toPlainText() if field else None) == words


def test_merged_cells_are_chosen_whole_and_copied_with_what_they_are(window):
    desk = Desk(window, (ABOVE, SPANNED, BELOW))
    desk.body.editing.texts.open(TextLocation(TextField.CELL, SPANNED.uid, 5))
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Left, held=SHIFT)
    assert desk.body.editing.texts.cells.area == CellSpan(row=1, column=0, rows=2, columns=3)
    desk.press(Qt.Key.Key_Right, held=SHIFT)
    assert desk.body.editing.texts.cells.area == CellSpan(row=1, column=2, rows=2)
    desk.press(Qt.Key.Key_Left, held=SHIFT)
    desk.press(Qt.Key.Key_C, held=CTRL)
    assert 'colspan="2"' in QGuiApplication.clipboard().mimeData().html()


def test_a_merged_cell_takes_the_room_of_all_its_cells(window):
    desk = Desk(window, (ABOVE, SPANNED, BELOW))
    places = desk.body.objects.drawing(SPANNED.uid).places
    merged, right, below = (places[TextLocation(TextField.CELL, SPANNED.uid, part)].area for part in (3, 4, 5))
    assert merged.top() == right.top()
    assert merged.bottom() == below.bottom()
    assert merged.right() == right.left() == below.left()


def test_a_high_merged_cell_makes_its_rows_high_enough(window):
    tall = replace(SPANNED, rows=((text_of("登记" * 120), (), text_of("f")), ((), (), text_of("i"))))
    desk = Desk(window, (tall,))
    place = desk.body.objects.drawing(tall.uid).places[TextLocation(TextField.CELL, tall.uid, 3)]
    assert place.area.contains(place.rect)


def test_head_and_sides_are_set_by_commands_and_shown(desk):
    desk.click(1, 0)
    desk.do("table.head")
    assert desk.table.header_rows == 2
    desk.do("table.head")
    assert desk.table.header_rows == 0
    desk.click(0, 1)
    desk.do("table.align_centre")
    assert desk.table.alignments == (ColumnAlignment.AUTO, ColumnAlignment.CENTRE)
    places = desk.body.objects.drawing(TABLE.uid).places
    assert places[cell_location(desk.table, 1, 1)].align is Qt.AlignmentFlag.AlignHCenter
    desk.do("table.align_auto")
    assert desk.table.alignments == ()


def test_why_cells_cannot_be_merged_is_said(desk):
    desk.drag((0, 0), (1, 0))
    desk.do("table.merge")
    assert "表头" in desk.window.status.message
    assert desk.table == TABLE


def test_a_cell_with_a_footnote_keeps_it_through_an_edit(window):
    anchor = Run(text=ANCHOR, footnote="注文")
    noted = replace(TABLE, rows=(((*text_of("登记"), anchor), text_of("12")), TABLE.rows[1]))
    desk = Desk(window, (noted,))
    desk.click(1, 0)
    desk.press(Qt.Key.Key_Home)
    desk.type("x")
    assert desk.table.rows[0][0] == (*text_of("x登记"), anchor)
    desk.press(Qt.Key.Key_End, Qt.Key.Key_Backspace)
    assert desk.table.rows[0][0] == text_of("x登记")


def test_commands_of_tables_rest_outside_a_cell(desk):
    names = [name for name in desk.window.actions_by_name if name.startswith("table.")]
    assert names
    desk.caret(0)
    assert not any(desk.window.actions_by_name[name].isEnabled() for name in names)
    assert desk.window.actions_by_name.reason(names[0]) == "先把光标放到表格里"
    desk.click(1, 0)
    assert all(desk.window.actions_by_name[name].isEnabled() for name in names)
    desk.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert desk.open is TextField.CAPTION
    assert not any(desk.window.actions_by_name[name].isEnabled() for name in names)


def test_a_new_table_is_written_in_at_once(desk):
    desk.caret(2, 2)
    desk.do("insert.table")
    desk.type("x")
    made = desk.article.blocks[-1]
    assert [plain(cell) for cell in made.head] == ["x", "", ""]
    assert len(made.rows) == 2
    desk.undo(2)
    assert desk.article.blocks == (ABOVE, TABLE, BELOW)


def mark(desk, words, *, cell=(1, 0)):
    block = desk.table
    start = printed_offset(block, cell_location(block, *cell))
    return TextMark(block.uid, start, start + words, MarkKind.ERROR)


def test_marked_words_are_tinted_in_their_cell(desk):
    desk.body.marks.show(Layer.FINDINGS, [mark(desk, 2)])
    cell, other, picture = area(desk, 1, 0), area(desk, 2, 0), seen(desk)
    soft = desk.body.objects.theme.colour("error.soft")

    def tinted(place):
        inside = place.adjusted(2, 2, -2, -2)
        return sum(
            picture.pixelColor(x, y) == soft
            for x in range(inside.left(), inside.right(), 2)
            for y in range(inside.top(), inside.bottom(), 2)
        )

    assert tinted(cell) > 20
    assert tinted(other) == 0


def test_a_finding_leads_to_its_words_and_the_keyboard_stays(desk):
    desk.window.article.title.setFocus()
    found = mark(desk, 1)
    desk.body.caret.show_span(TABLE.uid, (found.start, found.end))
    assert desk.open == (1, 0)
    assert desk.body.editing.texts.field.textCursor().selectedText() == "登"
    assert desk.window.article.title.hasFocus()
    desk.body.setFocus()
    desk.type("x")
    assert desk.cells[1] == ["x记", "12"]


def test_marks_of_a_text_that_was_changed_are_not_shown_on_other_words(desk):
    desk.body.marks.show(Layer.FINDINGS, [mark(desk, 2)])
    before = seen(desk)
    desk.click(1, 0)
    desk.press(Qt.Key.Key_Home)
    desk.type("abc")
    soft = desk.body.objects.theme.colour("error.soft")
    inside = area(desk, 1, 0).adjusted(2, 2, -2, -2)
    after = seen(desk).copy(inside)
    assert before != after
    assert all(after.pixelColor(x, y) != soft for x in range(after.width()) for y in range(after.height()))


def test_a_footnote_is_put_into_a_cell(desk):
    def word(question):
        question.field.setText("注文")
        question.accept()

    answer(TextQuestion, word)
    desk.click(1, 0)
    desk.press(Qt.Key.Key_End)
    desk.do("text.footnote")
    assert desk.table.rows[0][0] == (*text_of("登记"), Run(text=ANCHOR, footnote="注文"))
    assert desk.open == (1, 0)


def test_a_caption_takes_no_looks_and_says_so(desk):
    desk.click(0, 0, field=TextField.CAPTION)
    desk.press(Qt.Key.Key_A, held=CTRL)
    desk.do("text.bold")
    assert "没有自己的格式" in desk.window.status.message
    assert desk.table == TABLE


def test_a_cell_is_called_by_its_place(desk):
    names = []
    for cell in ((0, 1), (2, 1)):
        desk.click(*cell)
        names.append(QApplication.focusWidget().accessibleName())
    desk.click(0, 0, field=TextField.NOTE)
    names.append(QApplication.focusWidget().accessibleName())
    assert names == ["表头，第 2 列", "第 2 行，第 2 列，数量", "表注"]


def seen(desk):
    return desk.window.article.widget().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def area(desk, row, column):
    drawing, document = desk.body.objects.drawing(TABLE.uid), desk.body.document()
    place = drawing.places[cell_location(TABLE, row, column)].area.translated(object_corner(document, TABLE.uid))
    inside = desk.body.mapTo(desk.window.article.widget(), QPoint(0, 0))
    return place.toRect().translated(inside)


def test_opening_a_cell_moves_nothing_that_is_drawn(desk):
    desk.body.caret.choose_object(TABLE.uid)
    before = seen(desk)
    desk.click(1, 0)
    field = QApplication.focusWidget()
    field.setCursorWidth(0)
    field.moveCursor(field.textCursor().MoveOperation.End)
    after, cell = seen(desk), area(desk, 1, 0)
    assert after.copy(cell.adjusted(3, 3, -3, -3)) == before.copy(cell.adjusted(3, 3, -3, -3))
    for picture in (before, after):
        painter = QPainter(picture)
        painter.fillRect(cell.adjusted(0, 0, 1, 1), Qt.GlobalColor.white)
        painter.end()
    assert after == before


def test_a_table_that_is_only_read_is_chosen_as_a_whole(desk):
    desk.body.setReadOnly(True)
    desk.click(1, 0)
    assert desk.open is None
    assert desk.body.caret.chosen_object() == TABLE


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2])
@pytest.mark.parametrize("columns", [2, 5, 12])
def test_the_frame_is_whole_at_every_width(qtbot, theme, columns, ratio):
    wide = Table(head=tuple(text_of(f"第{n}列的名称" * (n % 3 + 1)) for n in range(columns)), uid=TABLE.uid)
    body = BodyEditor(theme)
    qtbot.addWidget(body)
    edge = theme.colour("line.strong").name()
    for measure in range(320, 577, 16):
        body.show_body((wide,), {}, theme, measure, other=True)
        body.resize(body.sizeHint())
        picture = QPixmap(body.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        body.render(picture)
        image = picture.toImage()
        y = round((body.objects.drawing(wide.uid).places[cell_location(wide, 0, 0)].area.top() + 8) * ratio)
        for x in (range(round(3 * ratio)), range(image.width() - round(3 * ratio), image.width())):
            assert edge in {image.pixelColor(at, y).name() for at in x}, measure


def test_a_table_put_in_at_the_end_opens_where_its_cell_is_drawn(desk, qtbot):
    desk.window.resize(1280, 500)
    desk.caret(desk.body.document().blockCount() - 1)
    desk.do("insert.table")
    texts = desk.body.editing.texts

    def cell():
        uid = texts.location.block
        corner = object_corner(desk.body.document(), uid)
        return desk.body.objects.drawing(uid).places[texts.location].rect.translated(corner).toRect()

    # the body grows to its new height in the meantime
    qtbot.waitUntil(lambda: desk.body.verticalScrollBar().value() == 0)
    qtbot.waitUntil(lambda: texts.field.geometry().topLeft() == cell().topLeft())


def test_a_press_on_chosen_words_begins_anew_so_that_no_drag_takes_them_out_of_the_cell(desk):
    desk.click(1, 0)
    desk.press(Qt.Key.Key_A, held=CTRL)
    field = desk.body.editing.texts.field
    assert field.textCursor().selectedText() == "登记"
    middle = field.textCursor()
    middle.setPosition(1)
    QTest.mousePress(field.viewport(), Qt.MouseButton.LeftButton, NONE, field.cursorRect(middle).center())
    assert not field.textCursor().hasSelection()
