"""A figure of the body is edited where it stands: its width by handles and keys, its caption and source below it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from editor.model.block_texts import TextField, TextLocation
from editor.model.body import Figure, Paragraph, plain, text_of
from editor.model.edits import put_article
from editor.ui.body.places import object_corner

LEFT = Qt.MouseButton.LeftButton
ABOVE, BELOW = Paragraph(runs=text_of("上文"), uid="b" * 32), Paragraph(runs=text_of("下文"), uid="c" * 32)
FIGURE = Figure(caption="图1", source="云州", width=600, uid="a" * 32)


class Desk:
    """An article with a figure in a window, and hands at its body."""

    def __init__(self, window):
        self.window, self.body = window, window.article.body
        article = replace(window.article.article, blocks=(ABOVE, FIGURE, BELOW))
        window.context.opened.apply("made", lambda space: put_article(space, article))
        window.context.opened.history.stack.clear()
        self.uid = article.uid
        self.body.setFocus()
        self.body.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def blocks(self):
        return self.window.context.opened.value.article(self.uid).blocks

    @property
    def figure(self):
        return next(block for block in self.blocks if isinstance(block, Figure))

    @property
    def picture(self):
        drawing = self.body.objects.drawing(FIGURE.uid)
        return drawing.grip.translated(object_corner(self.body.document(), FIGURE.uid))

    @property
    def open(self):
        at = self.body.editing.texts.location
        return at.field if at else None

    def text_place(self, field):
        drawing = self.body.objects.drawing(FIGURE.uid)
        place = drawing.places[TextLocation(field, FIGURE.uid)].area.center()
        return (place + object_corner(self.body.document(), FIGURE.uid)).toPoint()

    def choose(self):
        QTest.mouseClick(self.body.viewport(), LEFT, pos=self.picture.center().toPoint())

    def hold(self, *, right=True):
        side = self.picture.right() if right else self.picture.left()
        QTest.mousePress(self.body.viewport(), LEFT, pos=QPoint(round(side), round(self.picture.center().y())))

    def drag_to(self, share):
        """Go to where the right side of a figure of this share of the measure is."""
        at = self.body.objects.measure * (1 + share) / 2
        self.move(QPointF(at, self.picture.center().y()))

    def move(self, point):
        none, held = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        there = self.body.viewport().mapToGlobal(point)
        QApplication.sendEvent(self.body.viewport(), QMouseEvent(QEvent.Type.MouseMove, point, there, none, none, held))

    def let_go(self):
        QTest.mouseRelease(self.body.viewport(), LEFT, pos=self.picture.center().toPoint())

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    def do(self, name):
        self.window.actions_by_name[name].trigger()


@pytest.fixture
def desk(window):
    return Desk(window)


@pytest.mark.parametrize("right", [True, False])
def test_a_handle_changes_the_width_in_one_step_and_shows_it_meanwhile(desk, right):
    desk.choose()
    before = desk.picture
    desk.hold(right=right)
    desk.drag_to(0.7)
    desk.drag_to(0.8)
    assert desk.picture.width() == pytest.approx(before.width() * 8 / 6, abs=1)
    assert desk.figure == FIGURE
    desk.let_go()
    assert desk.figure.width == 800
    assert desk.figure.width % 10 == 0
    assert desk.window.actions_by_name["undo"].text() == "撤销 改图宽"
    desk.do("undo")
    assert desk.figure == FIGURE


def test_the_width_is_written_over_the_picture_while_it_is_dragged(desk):
    desk.choose()
    desk.hold()
    desk.drag_to(0.6)
    desk.drag_to(0.5)
    plate = (
        desk.body.grab().toImage().pixelColor(desk.picture.center().toPoint().x() - 40, round(desk.picture.top()) + 21)
    )
    assert plate == desk.body.objects.theme.colour("text")
    desk.let_go()


@pytest.mark.parametrize(("share", "width"), [(0.01, 200), (1.6, 1000)])
def test_a_figure_stays_between_a_fifth_and_the_whole_measure(desk, share, width):
    desk.choose()
    desk.hold()
    desk.drag_to(share)
    desk.let_go()
    assert desk.figure.width == width


def test_escape_gives_a_drag_up(desk):
    desk.choose()
    desk.hold()
    desk.drag_to(0.9)
    desk.press(Qt.Key.Key_Escape)
    desk.let_go()
    assert desk.figure == FIGURE
    assert desk.picture.width() == pytest.approx(0.6 * desk.body.objects.measure)


def test_the_pointer_tells_where_a_side_can_be_dragged(desk):
    desk.choose()
    desk.move(QPointF(desk.picture.right(), desk.picture.center().y()))
    assert desk.body.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    desk.move(desk.picture.center())
    assert desk.body.viewport().cursor().shape() is not Qt.CursorShape.SizeHorCursor


def test_keys_change_the_width_in_one_step(desk):
    desk.choose()
    for _ in range(2):
        QTest.keyClick(
            desk.body, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
    assert desk.figure.width == 700
    assert "70%" in desk.window.status.message
    assert desk.body.caret.chosen_object() == desk.figure
    desk.do("undo")
    assert desk.figure == FIGURE


def test_caption_and_source_are_written_below_the_picture(desk):
    QTest.mouseClick(desk.body.viewport(), LEFT, pos=desk.text_place(TextField.CAPTION))
    desk.press(Qt.Key.Key_End)
    QTest.keyClicks(QApplication.focusWidget(), "ab")
    desk.press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "cd")
    assert (desk.figure.caption, desk.figure.source) == ("图1ab", "cd")
    desk.do("undo")
    assert (desk.figure.caption, desk.figure.source) == ("图1ab", "云州")
    desk.do("undo")
    assert desk.figure == FIGURE


def test_arrows_lead_through_figure_caption_and_source(desk):
    body, fields = desk.body, []
    for _ in range(5):
        desk.press(Qt.Key.Key_Down)
        fields.append((body.caret.chosen_object() is not None, desk.open))
    assert fields[:4] == [(True, None), (True, TextField.CAPTION), (True, TextField.FIGURE_SOURCE), (False, None)]
    QTest.keyClicks(QApplication.focusWidget(), "x")
    assert [plain(block.runs) for block in desk.blocks if isinstance(block, Paragraph)] in (
        ["上文", "x下文"],
        ["上文", "下文x"],
    )


def test_enter_goes_from_the_caption_to_the_source_and_on(desk):
    QTest.mouseClick(desk.body.viewport(), LEFT, pos=desk.text_place(TextField.CAPTION))
    desk.press(Qt.Key.Key_Return)
    assert desk.open is TextField.FIGURE_SOURCE
    desk.press(Qt.Key.Key_Return)
    assert desk.body.caret.block() == BELOW.uid
    assert desk.body.hasFocus()


def test_a_figure_without_words_shows_where_they_go(desk):
    bare = replace(FIGURE, caption="", source="")
    desk.body.edits.put_object(bare, title="x")
    desk.choose()
    QTest.mouseClick(desk.body.viewport(), LEFT, pos=desk.text_place(TextField.CAPTION))
    QTest.keyClicks(QApplication.focusWidget(), "ab")
    QTest.mouseClick(desk.body.viewport(), LEFT, pos=desk.text_place(TextField.FIGURE_SOURCE))
    QTest.keyClicks(QApplication.focusWidget(), "cd")
    assert (desk.figure.caption, desk.figure.source) == ("ab", "cd")


def test_choosing_a_figure_moves_nothing_below_it(desk):
    for figure in (FIGURE, replace(FIGURE, caption="", source="")):
        desk.body.edits.put_object(figure, title="x")
        desk.body.moveCursor(QTextCursor.MoveOperation.Start)
        before = desk.body.height()
        desk.choose()
        assert desk.body.height() == before


def test_what_is_typed_on_a_chosen_figure_is_one_step(desk):
    desk.body.caret.choose_object(FIGURE.uid)
    QTest.keyClicks(desk.body, "ab")
    assert [plain(block.runs) for block in desk.blocks if isinstance(block, Paragraph)] == ["上文", "ab", "下文"]
    desk.window.actions_by_name["undo"].trigger()
    assert desk.blocks == (ABOVE, FIGURE, BELOW)


def test_the_bar_says_the_width_that_a_drag_has_given(desk, qtbot):
    desk.choose()
    desk.hold()
    desk.drag_to(0.4)
    desk.let_go()
    qtbot.waitUntil(lambda: "宽 40%" in [one.text() for one in desk.window.format_bar.findChildren(QPushButton)])
