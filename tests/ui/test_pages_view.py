"""The pages beside the text: they follow the caret, lead to it, and hold still."""

import subprocess
import sys
import threading
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QByteArray, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.desk.printable_issue import add_sample
from editor.model.body import ItemList, Paragraph, Table, plain, text_of
from editor.model.edits import put_article
from editor.ui.app.settings import Settings
from editor.ui.pages.layout import Fit, Zoom
from editor.ui.pages.screens import first_place, on_screens
from editor.ui.window.main_window import MainWindow
from tests.ui.conftest import PATIENCE, y_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pages(window, qtbot):
    qtbot.waitUntil(lambda: window.pages.editions.pictures.pixmap(window.pages.sheet) is not None, timeout=PATIENCE)
    return window.pages


def articles(window):
    return list(window.context.opened.issue.articles())


def click_block(window, article, block):
    """Click on a block's first line on the page, brought into view before."""
    pages = window.pages
    place = next(one for one in pages.facts.of(article.uid).blocks if one.block == block.uid)
    pages.navigator.go_to(place.start)
    point = QPointF(pages.position.rect_of(place.start.sheet).center().x(), y_of(pages, block.uid) + 4)
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def caret_line(window):
    return window.article.body.textCursor().block().text()


def edit(window, qtbot, change):
    """Change the issue and wait until the pages show it."""
    with qtbot.waitSignal(window.pages.edition_shown, timeout=PATIENCE):
        window.context.opened.apply("改", change)


def with_lines_before(article, count):
    def change(space):
        lines = tuple(Paragraph(runs=text_of("数据登记的要义在于让同一份数据说得清来历。" * 4)) for _ in range(count))
        now = space.article(article.uid)
        return put_article(space, replace(now, blocks=(*lines, *now.blocks)))

    return change


def focus_body(window):
    window.article.body.setFocus()


# a click leads to the text


def test_a_click_on_a_block_opens_its_article_with_the_caret_there(window):
    article = articles(window)[3]
    block = next(one for one in reversed(article.blocks) if isinstance(one, Paragraph))
    click_block(window, article, block)
    assert window.article.article.uid == article.uid
    assert caret_line(window) == plain(block.runs)
    assert QApplication.focusWidget() is window.article.body


def test_the_block_clicked_is_in_view_in_the_article(window, qtbot):
    article = max(articles(window), key=lambda one: len(one.blocks))
    click_block(window, article, article.blocks[-1])
    body, view = window.article.body, window.article

    def seen():
        y = body.mapTo(view.viewport(), body.cursorRect().center()).y()
        return 0 < y < view.viewport().height()

    qtbot.waitUntil(seen)


def test_a_click_on_a_list_or_a_table_leads_to_it(window):
    for kind in (ItemList, Table):
        article, block = next(
            (one, block) for one in articles(window) for block in one.blocks if isinstance(block, kind)
        )
        click_block(window, article, block)
        assert window.article.body.caret.block() == block.uid
    assert window.article.body.caret.chosen_object() == block


def test_a_click_on_a_title_leads_to_the_title(window, pages):
    article = articles(window)[2]
    pages.navigator.go_to(pages.facts.of(article.uid).start)
    point = QPointF(pages.position.rect_of(pages.sheet).center().x(), y_of(pages, article.uid) + 4)
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert window.article.article.uid == article.uid
    assert QApplication.focusWidget() is window.article.title


def test_a_click_does_not_move_the_page(window, pages):
    article = articles(window)[3]
    pages.navigator.go_to(pages.facts.of(article.uid).start)
    before = pages.verticalScrollBar().value()
    click_block(window, article, article.blocks[1])
    assert pages.verticalScrollBar().value() == before


def test_the_block_flashes_and_stops(window, qtbot):
    article = articles(window)[0]
    window.show_article(article.uid)
    still = window.article.body.viewport().grab().toImage()
    window.article.body.caret.go_to_block(article.blocks[1].uid)
    assert differs(window.article.body.viewport().grab().toImage(), still)
    qtbot.waitUntil(lambda: not window.article.body.caret.flashed)


def differs(one, other):
    return one.convertToFormat(QImage.Format.Format_RGB32) != other.convertToFormat(QImage.Format.Format_RGB32)


# the caret leads to the page


def test_the_caret_in_another_block_brings_it_into_view(window, pages, qtbot):
    article = max(articles(window), key=lambda one: len(one.blocks))
    window.show_article(article.uid)
    pages.navigator.go_to_sheet(1)
    focus_body(window)
    window.article.body.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: 0 <= y_of(pages, article.blocks[-1].uid) < pages.viewport().height())


def test_a_caret_that_stays_in_view_moves_nothing(window, pages, qtbot):
    article = articles(window)[0]
    window.show_article(article.uid)
    focus_body(window)
    before = pages.verticalScrollBar().value()
    with qtbot.waitSignal(window.article.place_changed):
        QTest.keyClick(window.article.body, Qt.Key.Key_Down)
    assert pages.verticalScrollBar().value() == before


def test_typing_where_the_pages_do_not_look_moves_nothing(window, pages, qtbot):
    focus_body(window)
    other = articles(window)[-1]
    pages.navigator.go_to(pages.facts.of(other.uid).start)
    before = y_of(pages, other.uid)
    with qtbot.waitSignal(pages.edition_shown, timeout=PATIENCE):
        QTest.keyClicks(window.article.body, "abc")
    assert y_of(pages, other.uid) == pytest.approx(before, abs=2)


def test_a_new_paragraph_comes_into_view_when_it_is_printed(window, pages, qtbot):
    pages.navigator.go_to_sheet(1)
    focus_body(window)
    window.article.body.moveCursor(QTextCursor.MoveOperation.End)
    pages.navigator.go_to_sheet(1)
    with qtbot.waitSignal(pages.edition_shown, timeout=PATIENCE):
        QTest.keyClick(window.article.body, Qt.Key.Key_Return)
        QTest.keyClicks(window.article.body, "Next")
    last = window.article.article.blocks[-1]
    assert plain(last.runs) == "Next"
    assert 0 <= y_of(pages, last.uid) < pages.viewport().height()


def test_the_block_with_the_caret_has_a_mark_beside_it(window, pages, qtbot):
    article = articles(window)[0]
    window.show_article(article.uid)
    focus_body(window)
    beside = QRect(0, 0, int(pages.position.rect_of(pages.sheet).left()), pages.viewport().height())
    first = pages.viewport().grab(beside).toImage()
    QTest.keyClick(window.article.body, Qt.Key.Key_End, CTRL)
    qtbot.waitUntil(lambda: differs(pages.viewport().grab(beside).toImage(), first))


# setting again


def topmost(pages):
    """The first title or block that begins in view, with how far down."""
    uids = [uid for one in pages.facts.articles for uid in (one.article, *(place.block for place in one.blocks))]
    return min((y, uid) for uid in uids if (y := y_of(pages, uid)) >= 0)


@pytest.mark.parametrize("count", [1, 3, 9, 40])
def test_lines_in_an_earlier_article_leave_the_view_where_it_is(window, pages, qtbot, count):
    watched = articles(window)[4]
    pages.navigator.go_to(pages.facts.of(watched.uid).start)
    before, uid = topmost(pages)
    sheet = pages.facts.of(watched.uid).start.sheet
    edit(window, qtbot, with_lines_before(articles(window)[0], count))
    assert y_of(pages, uid) == pytest.approx(before, abs=2)
    assert (pages.facts.of(watched.uid).start.sheet > sheet) is (count > 1)


def test_the_block_in_hand_stays_at_its_height_whatever_else_moves(window, pages, qtbot):
    article = articles(window)[1]
    window.show_article(article.uid)
    focus_body(window)
    for _ in article.blocks[1:]:
        window.article.body.moveCursor(QTextCursor.MoveOperation.NextBlock)
    block = window.article.body.caret.block()
    before = y_of(pages, block)
    assert topmost(pages)[0] < before < pages.viewport().height()
    edit(window, qtbot, with_lines_before(articles(window)[0], 5))
    assert window.article.body.caret.block() == block
    assert y_of(pages, block) == pytest.approx(before, abs=2)


def test_nothing_is_shown_before_it_is_drawn(window, pages, qtbot):
    seen = []

    def look():
        paper = pages.position.rect_of(pages.sheet)
        image = pages.viewport().grab(paper.toRect().intersected(pages.viewport().rect())).toImage()
        seen.append(len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 3)}))

    window.bridge.pages_set.connect(lambda _report: look())
    pages.edition_shown.connect(lambda _edition: look())
    edit(window, qtbot, with_lines_before(articles(window)[0], 30))
    look()
    assert len(seen) >= 3
    assert min(seen) > 2, "the paper was never blank"


def test_a_title_in_view_stays_when_all_blocks_are_others(window, pages, qtbot):
    article = articles(window)[4]
    pages.navigator.go_to(pages.facts.of(article.uid).start)
    pages.navigator.scroll_by(round(y_of(pages, article.uid)) - 20)
    before = y_of(pages, article.uid)

    def empty(space):
        for one in articles(window)[1:]:
            space = put_article(space, replace(one, blocks=(Paragraph(runs=text_of("短。")),)))
        return space

    edit(window, qtbot, empty)
    assert y_of(pages, article.uid) == pytest.approx(before, abs=2)


# keys


def test_keys_walk_through_the_pages(pages):
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Home)
    assert pages.sheet == 1
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert pages.verticalScrollBar().value() == pages.verticalScrollBar().maximum()
    QTest.keyClick(pages, Qt.Key.Key_Home)
    pages.set_zoom(Zoom(fit=Fit.PAGE))
    for key, sheet in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Space, 4),
        (Qt.Key.Key_PageUp, 3),
        (Qt.Key.Key_Left, 2),
    ):
        QTest.keyClick(pages, key)
        assert pages.sheet == sheet


def test_plus_and_minus_zoom_without_ctrl(pages):
    pages.setFocus()
    factor = pages.position.layout.factor
    QTest.keyClick(pages, Qt.Key.Key_Plus, SHIFT)
    assert pages.position.layout.factor > factor
    QTest.keyClick(pages, Qt.Key.Key_Minus)
    QTest.keyClick(pages, Qt.Key.Key_Minus)
    assert pages.position.layout.factor < factor


def test_f5_goes_to_the_pages_and_says_where_they_stand(window, pages):
    focus_body(window)
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert QApplication.focusWidget() is pages
    pages.navigator.go_to_sheet(1)
    assert pages.accessibleDescription() == "封面"


# small pages


def test_small_pages_are_drawn_where_they_are_seen_and_lead_to_their_page(window, pages, qtbot):
    with qtbot.waitSignal(window.strip.wanted) as asked:
        QTest.keyClick(window, Qt.Key.Key_F5, SHIFT)
    assert window.strip.isVisible()
    sheets, resolution = asked.args
    assert 0 < len(sheets) < pages.facts.sheets
    assert resolution < 20
    qtbot.waitUntil(lambda: all(window.strip._pictures.pixmap(sheet) for sheet in sheets), timeout=PATIENCE)
    model = window.strip.model()
    assert [model.index(row, 0).data() for row in range(4)] == ["封面", "版权页", "要目", "01"]
    index = model.index(1, 0)
    window.strip.scrollTo(index)
    QTest.mouseClick(window.strip.viewport(), Qt.MouseButton.LeftButton, pos=window.strip.visualRect(index).center())
    assert pages.sheet == 2
    window.strip.setFocus()
    QTest.keyClick(window.strip, Qt.Key.Key_Down)
    assert pages.sheet == 3


def test_the_strip_follows_the_pages_and_is_remembered(window, pages, open_window, library):
    window.actions_by_name["view.thumbs"].trigger()
    pages.navigator.go_to_sheet(7)
    assert window.strip.currentIndex().row() == 6
    assert window.strip.viewport().rect().intersects(window.strip.visualRect(window.strip.currentIndex()))
    window.close()
    again = open_window(library)
    assert again.strip.isVisible()
    assert again.actions_by_name["view.thumbs"].isChecked()


def test_a_hidden_strip_asks_for_nothing(window, qtbot):
    window.actions_by_name["view.thumbs"].trigger()
    with qtbot.waitSignal(window.strip.wanted) as asked:
        window.actions_by_name["view.thumbs"].trigger()
    assert asked.args[0] == ()


# a window of their own


def test_the_pages_go_into_a_window_of_their_own_and_come_back(window, pages, qtbot):
    sizes = window.splitter.sizes()
    QTest.keyClick(window, Qt.Key.Key_F5, CTRL | SHIFT)
    own = window.pages_place.own
    assert own.isVisible()
    assert own.isWindow()
    assert pages.window() is own
    assert window.pages_bar.window() is own
    assert window.windowTitle() in own.windowTitle()
    assert not window.pages_place.isVisible()
    own.close()
    assert pages.window() is window
    assert pages.isVisible()
    assert not window.actions_by_name["view.window"].isChecked()
    qtbot.waitUntil(lambda: window.splitter.sizes() == sizes)


def test_the_same_command_brings_the_pages_back(window, pages):
    window.actions_by_name["view.window"].trigger()
    own = window.pages_place.own
    QTest.keyClick(own, Qt.Key.Key_F5, CTRL | SHIFT)
    assert pages.window() is window
    assert window.pages_place.own is None


def test_a_click_in_the_own_window_leads_to_the_text(window, qtbot):
    window.actions_by_name["view.window"].trigger()
    article = articles(window)[3]
    qtbot.waitExposed(window.pages_place.own)
    click_block(window, article, article.blocks[1])
    assert window.article.body.caret.block() == article.blocks[1].uid
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.article.body)


def test_commands_find_the_pages_wherever_they_are(window, pages, qtbot):
    window.actions_by_name["view.window"].trigger()
    own = window.pages_place.own
    window.actions_by_name["view.focus"].trigger()
    window.actions_by_name["view.focus"].trigger()
    assert not window.pages_place.isVisible()
    window.actions_by_name["go.pages"].trigger()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is pages)
    assert own.isVisible()
    window.actions_by_name["view.reset"].trigger()
    assert pages.window() is window


def test_full_screen_is_for_the_window_that_is_active(window, qtbot):
    window.actions_by_name["view.window"].trigger()
    own, full = window.pages_place.own, window.actions_by_name["view.full"]
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    QTest.keyClick(own, Qt.Key.Key_F11)
    assert own.isFullScreen()
    assert not window.isFullScreen()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: not full.isChecked())
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    qtbot.waitUntil(full.isChecked)
    QTest.keyClick(own, Qt.Key.Key_Escape)
    assert not own.isFullScreen()


@pytest.mark.parametrize("where", ["body", "title"])
def test_escape_gives_the_window_its_size_back(window, qtbot, where):
    full, field = window.actions_by_name["view.full"], getattr(window.article, where)
    full.trigger()
    assert window.isFullScreen()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    qtbot.waitUntil(lambda: not full.isChecked())
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_the_own_window_is_there_again_after_a_restart(window, open_window, library, qtbot, tmp_path):
    window.splitter.setSizes([260, 400, 388])
    width = window.splitter.sizes()[-1]
    window.actions_by_name["view.window"].trigger()
    window.pages_place.own.setGeometry(60, 50, 420, 500)
    window.close()
    assert window.pages.window() is window
    # the test's screen is smaller than the window: its place would be cut to fit
    Settings(tmp_path / "window.ini").keep_bytes("geometry", QByteArray())
    again = open_window(library)
    qtbot.waitUntil(lambda: again.pages_place.own is not None)
    assert again.pages_place.own.geometry() == QRect(60, 50, 420, 500)
    again.actions_by_name["view.window"].trigger()
    qtbot.waitUntil(lambda: again.splitter.sizes()[-1] == width)
    again.close()
    assert again.pages_place.own is None


def test_a_window_whose_screen_is_gone_opens_on_one_that_is_there(window, qapp):
    window.actions_by_name["view.window"].trigger()
    window.pages_place.own.setGeometry(9000, 7000, 500, 400)
    window.actions_by_name["view.window"].trigger()
    window.actions_by_name["view.window"].trigger()
    assert qapp.primaryScreen().availableGeometry().contains(window.pages_place.own.geometry().center())


def test_a_window_moves_when_its_screen_is_unplugged(window, qapp):
    window.actions_by_name["view.window"].trigger()
    own = window.pages_place.own
    own.setGeometry(-5000, 100, 500, 400)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert qapp.primaryScreen().availableGeometry().contains(own.geometry().center())


@pytest.mark.parametrize(
    ("window", "kept"),
    [
        (QRect(100, 100, 600, 800), True),
        (QRect(2000, 100, 600, 800), True),
        (QRect(-500, 100, 600, 800), False),
        (QRect(100, -100, 600, 800), False),
        (QRect(5000, 100, 600, 800), False),
        (QRect(5000, 100, 6000, 8000), False),
    ],
)
def test_a_window_lies_where_it_can_be_taken_hold_of(window, kept):
    screens = [QRect(0, 0, 1440, 900), QRect(1440, 0, 1920, 1080)]
    placed = on_screens(window, screens)
    assert (placed == window) is kept
    assert any(screen.contains(placed) for screen in screens) or kept


def test_the_first_place_is_the_other_screen():
    main = QRect(0, 0, 1440, 900)
    assert QRect(1440, 0, 1920, 1080).contains(first_place(main, [main, QRect(1440, 0, 1920, 1080)]))
    assert main.contains(first_place(main, [main]))


# the end


def page_threads():
    return [thread for thread in threading.enumerate() if thread.name == "pages" and thread.is_alive()]


def test_a_window_that_is_destroyed_without_being_closed_ends_its_thread(theme, library, tmp_path):
    add_sample(library)
    before = page_threads()
    place = tmp_path / "library.db"
    window = MainWindow(library, place, settings=Settings(tmp_path / "window.ini"), theme=theme)
    window.show()
    assert len(page_threads()) == len(before) + 1
    shiboken6.delete(window)
    assert page_threads() == before


ABANDONED = """
import sys
from pathlib import Path

from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.ui.app.application import make_application
from editor.ui.app.settings import Settings
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.tokens import load_theme
from editor.ui.window.main_window import MainWindow

app, theme, folder = make_application(), load_theme("light"), Path(sys.argv[1])
apply_theme(app, theme)
with open_library(folder / "other.db") as library:
    add_sample(library)
    window = MainWindow(library, folder / "other.db", settings=Settings(folder / "other.ini"), theme=theme)
    window.show()
    window.pages_place.set_apart(True)
    window.bridge.pages_set.connect(lambda _report: app.exit(3))
    code = app.exec()
sys.exit(code)
"""


def test_a_program_that_ends_with_its_windows_open_ends_in_peace(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", ABANDONED, str(tmp_path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (3, "")
