"""Charts in the window: numbers typed, pasted and read from files, the drawing beside them, one step to undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from editor.model.body import ChartKind, Figure, Paragraph, Table, plain, text_of
from editor.model.edits import put_article
from editor.ui.charts.dialog import ChartDialog
from editor.ui.kit.drop_words import grid_words
from editor.ui.kit.message_dialog import MessageDialog
from tests.fakes import picture

ABOVE = Paragraph(runs=text_of("上文"), uid="b" * 32)
GRID = (("亿元", "产值"), ("2022年", "12"), ("2023年", "15"))
CHART = Figure(chart=GRID, caption="图1 产值", uid="a" * 32)


class Desk:
    """An article in a window; what a dialog is to be answered with is told before it opens."""

    def __init__(self, window, *blocks):
        self.window, self.body = window, window.article.body
        article = replace(window.article.article, blocks=(ABOVE, *blocks))
        window.context.opened.apply("made", lambda space: put_article(space, article))
        window.context.opened.history.stack.clear()
        self.uid = article.uid
        self.body.setFocus()

    @property
    def blocks(self):
        return self.window.context.opened.value.article(self.uid).blocks

    def charts(self):
        return [block for block in self.blocks if isinstance(block, Figure)]

    def do(self, name, *answers):
        """Run a command; each answer takes the dialog that is open by then."""
        self.answer(*answers)
        self.window.actions_by_name[name].trigger()

    def answer(self, *answers):
        waiting = list(answers)

        def look():
            dialog = QApplication.activeModalWidget()
            if dialog is not None and waiting:
                try:
                    waiting.pop(0)(dialog)
                finally:
                    if dialog.isVisible():
                        # nobody else would ever close it
                        dialog.reject()
            if waiting:
                QTimer.singleShot(0, look)

        QTimer.singleShot(0, look)

    def drop(self, path):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        self.body.paste_mime(data)


@pytest.fixture
def desk(window):
    return Desk(window)


def accept(dialog):
    next(one for one in dialog.findChildren(QPushButton) if one.isDefault()).click()


def named(dialog, name):
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def type_in(grid, row, column, words):
    grid.setCurrentCell(row, column)
    # the first key opens a field, which is no window's focus before the dialog has been activated
    QTest.keyClicks(grid, words[0])
    [field] = [one for one in grid.findChildren(QLineEdit) if one.isVisible()]
    QTest.keyClicks(field, words[1:])
    QTest.keyClick(field, Qt.Key.Key_Return)
    # Qt takes the field's words in after the key
    QApplication.processEvents()
    assert grid.currentRow() == row + 1


def paste(dialog, text):
    QApplication.clipboard().setText(text)
    dialog.grid.setCurrentCell(0, 0)
    QTest.keyClick(dialog.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_chart_is_typed_and_put_in_as_one_step(desk):
    def write(dialog):
        assert isinstance(dialog, ChartDialog)
        for row, column, words in ((0, 1, "A"), (1, 0, "B"), (1, 1, "12")):
            type_in(dialog.grid, row, column, words)
        named(dialog, "计量单位").setText("%")
        named(dialog, "图题").setText("图1 占比")
        dialog.kinds.segments[ChartKind.LINE].click()
        accept(dialog)

    desk.do("insert.chart", write)
    [made] = desk.charts()
    assert made.chart == (("%", "A"), ("B", "12"))
    assert (made.chart_kind, made.caption) == (ChartKind.LINE, "图1 占比")
    desk.window.actions_by_name["undo"].trigger()
    assert desk.blocks == (ABOVE,)


def test_an_empty_grid_cannot_be_put_in(desk):
    def look(dialog):
        assert not next(one for one in dialog.findChildren(QPushButton) if one.isDefault()).isEnabled()
        dialog.reject()

    desk.do("insert.chart", look)
    assert desk.blocks == (ABOVE,)


@pytest.mark.parametrize(
    ("text", "unit", "cells"),
    [
        ("单位：亿元\t产值\n2022年\t12\n2023年\t15", "亿元", (("", "产值"), ("2022年", "12"), ("2023年", "15"))),
        ("年份\t产值\n2022\t12", "", (("", "产值"), ("2022", "12"))),
        ("甲\t12\n乙\t15", "", (("", ""), ("甲", "12"), ("乙", "15"))),
    ],
)
def test_cells_of_a_spreadsheet_are_pasted_with_unit_and_headings(desk, text, unit, cells):
    seen = []

    def look(dialog):
        paste(dialog, text)
        seen.append((named(dialog, "计量单位").text(), dialog.figure.chart[0][1:], dialog.figure.chart[1:]))
        dialog.reject()

    desk.do("insert.chart", look)
    assert seen == [(unit, cells[0][1:], cells[1:])]


def test_what_is_no_number_is_named_while_one_writes(desk):
    seen = []

    def look(dialog):
        paste(dialog, "\t产值\n甲\t约5\n乙\t3")
        seen.append(dialog.faults)
        dialog.reject()

    desk.do("insert.chart", look)
    assert seen == ["“约5”不是数，图上留空"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_file_is_read_in_its_encoding(desk, tmp_path, monkeypatch, encoding):
    path = tmp_path / "各地产值.csv"
    path.write_bytes('地区,产值（亿元）\n云州市,"1,234.5"\n望海县,96\n'.encode(encoding))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    seen = []

    def look(dialog):
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "读入文件…").click()
        seen.append((dialog.figure.chart, dialog.figure.caption))
        dialog.reject()

    desk.do("insert.chart", look)
    assert seen == [((("", "产值（亿元）"), ("云州市", "1,234.5"), ("望海县", "96")), "各地产值")]


def test_a_file_that_is_none_says_so(desk, tmp_path, monkeypatch):
    path = tmp_path / "坏.csv"
    path.write_bytes(b"\0\1\2")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    seen = []

    def look(dialog):
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "读入文件…").click()
        seen.append(dialog.faults)
        dialog.reject()

    desk.do("insert.chart", look)
    assert "坏.csv" in seen[0]


def test_the_drawing_beside_the_numbers_is_the_printed_one(window, qtbot):
    desk, seen = Desk(window, CHART), []

    def look(dialog):
        qtbot.waitUntil(lambda: not dialog.preview.pixmap().isNull())
        before = dialog.preview.pixmap().toImage()
        dialog.kinds.segments[ChartKind.SHARE].click()
        qtbot.waitUntil(lambda: dialog.preview.pixmap().toImage() != before)
        seen.append(True)
        dialog.reject()

    desk.answer(look)
    window.article.object_opened.emit(CHART.uid)
    assert seen


def test_a_double_click_opens_a_chart_and_its_change_is_one_step(window):
    desk = Desk(window, CHART)

    def change(dialog):
        assert dialog.grid.cells == (("", "产值"), ("2022年", "12"), ("2023年", "15"))
        type_in(dialog.grid, 2, 1, "18")
        accept(dialog)

    desk.answer(change)
    window.article.object_opened.emit(CHART.uid)
    assert desk.charts() == [replace(CHART, chart=(*GRID[:2], ("2023年", "18")))]
    assert window.actions_by_name["undo"].text() == "撤销 改统计图"
    window.actions_by_name["undo"].trigger()
    assert desk.charts() == [CHART]


def test_keys_empty_cells_copy_them_and_go_down(desk):
    seen = []

    def look(dialog):
        paste(dialog, "\t产值\n甲\t12\n乙\t15")
        dialog.grid.setCurrentCell(1, 1)
        QTest.keyClick(dialog.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
        seen.append((QApplication.clipboard().text(), dialog.grid.currentRow()))
        QTest.keyClick(dialog.grid, Qt.Key.Key_Delete)
        seen.append(dialog.grid.cells)
        dialog.reject()

    desk.do("insert.chart", look)
    assert seen == [("12", 2), (("", "产值"), ("甲", "12"), ("乙", ""))]


def test_the_grid_grows_with_what_is_written(desk):
    def look(dialog):
        rows, columns = dialog.grid.rowCount(), dialog.grid.columnCount()
        type_in(dialog.grid, rows - 1, columns - 1, "7")
        assert (dialog.grid.rowCount(), dialog.grid.columnCount()) == (rows + 1, columns + 1)
        assert dialog.grid.cells[-1][-1] == "7"
        dialog.reject()

    desk.do("insert.chart", look)


def answering(words):
    def click(dialog):
        assert isinstance(dialog, MessageDialog)
        next(button for button in dialog.buttons if button.text() == words).click()

    return click


@pytest.fixture
def values(tmp_path):
    path = tmp_path / "产值.csv"
    path.write_text("亿元,产值\n2022年,12\n", encoding="utf-8")
    return path


def test_a_dropped_file_becomes_a_chart(desk, values):
    desk.answer(answering("统计图…"), accept)
    desk.drop(values)
    [made] = desk.charts()
    assert (made.chart, made.caption) == ((("亿元", "产值"), ("2022年", "12")), "产值")


def test_a_dropped_file_becomes_a_table(desk, values):
    desk.answer(answering("表格"))
    desk.drop(values)
    [table] = [block for block in desk.blocks if isinstance(block, Table)]
    assert [[plain(cell) for cell in row] for row in table.grid()] == [["亿元", "产值"], ["2022年", "12"]]


def test_a_dropped_file_may_be_left_out(desk, values):
    desk.answer(answering("取消"))
    desk.drop(values)
    assert desk.blocks == (ABOVE,)


def test_what_is_dragged_over_the_text_says_what_it_will_be(values):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(values))])
    assert grid_words(data) == "松开后读入“产值.csv”的数据"


@pytest.mark.parametrize("kind", list(ChartKind))
def test_the_text_shows_a_sketch_of_the_numbers(window, kind):
    desk = Desk(window, replace(CHART, chart_kind=kind))
    theme = desk.body.objects.theme
    shown = desk.body.grab().toImage()
    ratio = shown.devicePixelRatio()
    rect = desk.body.objects.places[CHART.uid]
    accent = theme.colour("accent").rgb()
    columns = range(int(rect.left() * ratio), int(rect.right() * ratio))
    rows = range(int(rect.top() * ratio), int(rect.bottom() * ratio))
    assert any(shown.pixelColor(x, y).rgb() == accent for x in columns for y in rows)


def test_a_picture_in_place_of_a_chart_takes_its_numbers_away(window, tmp_path, monkeypatch):
    desk = Desk(window, CHART)
    _, data = picture()
    path = tmp_path / "图.png"
    path.write_bytes(next(iter(data.values())))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    desk.body.caret.choose_object(CHART.uid)
    desk.do("figure.replace")
    [made] = desk.charts()
    assert made.picture is not None
    assert made.chart == ()
