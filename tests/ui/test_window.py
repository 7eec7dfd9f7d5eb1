"""The window as its user works with it."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton

from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.ui.app.settings import Settings
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.outline.model import ROW_ROLE
from editor.ui.pages.layout import Fit
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.tokens import load_theme
from editor.ui.window.frame import fills_screen
from editor.ui.window.main_window import MainWindow
from tests.ui.conftest import PATIENCE, y_of


def rows(window):
    model = window.outline.model()
    tops = [model.index(place, 0) for place in range(model.rowCount())]
    inner = [model.index(place, 0, top) for top in tops for place in range(model.rowCount(top))]
    return [index.data(ROW_ROLE) for index in tops], [index.data(ROW_ROLE) for index in inner]


def titles(window):
    return [article.title.text for article in window.context.opened.issue.articles()]


def shown_title(window):
    return window.article.title.title.text


def test_the_outline_names_every_part_with_its_folio(window):
    tops, articles = rows(window)
    sections = [section.name for section in window.context.opened.issue.sections]
    assert [row.title for row in tops] == ["封面", "版权页", "本期要目", *sections, "主办单位简介", "待编"]
    assert [row.title for row in articles] == titles(window)
    facts = window.pages.facts
    assert [row.leading for row in articles] == [f"{pages.first:02}" for pages in facts.articles]
    assert all(0 <= row.fill <= 100 for row in articles)


def test_the_first_article_is_open_and_its_page_in_view(window):
    first = next(window.context.opened.issue.articles())
    assert shown_title(window) == first.title.text
    assert window.pages.sheet == window.pages.facts.of(first.uid).start.sheet


def test_tab_leads_through_bars_and_columns_as_they_are_seen(window):
    window.actions_by_name["check"].trigger()
    bars = [window.top, window.outline_bar, window.format_bar, window.article, window.pages_bar]
    # the lists behind the outline stand behind everything else
    parts = [*bars, window.pages, window.light, window.checks.view]
    seen, one = [], window.nextInFocusChain()
    while one is not window:
        here = [part for part in parts if part is one or part.isAncestorOf(one)]
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and here != seen[-1:]:
            seen += here
        one = one.nextInFocusChain()
    assert seen == parts


def test_choosing_an_article_brings_its_page_into_view(window, qtbot):
    last = list(window.context.opened.issue.articles())[-1]
    index = window.outline.model().find(last.uid)
    qtbot.mouseClick(
        window.outline.viewport(), Qt.MouseButton.LeftButton, pos=window.outline.visualRect(index).center()
    )
    assert shown_title(window) == last.title.text
    assert window.pages.sheet == window.pages.facts.of(last.uid).start.sheet


def test_a_click_on_a_page_opens_the_article_printed_there(window, qtbot):
    wanted = list(window.context.opened.issue.articles())[2]
    start = window.pages.facts.of(wanted.uid).start
    window.pages.navigator.go_to(start)
    point = QPointF(window.pages.position.rect_of(start.sheet).center().x(), y_of(window.pages, wanted.uid) + 8)
    qtbot.mouseClick(window.pages.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert shown_title(window) == wanted.title.text
    assert window.outline.current_key() == wanted.uid


def test_alt_and_arrows_walk_through_the_articles(window, qtbot):
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown_title(window) == titles(window)[2]
    qtbot.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown_title(window) == titles(window)[1]


def test_every_text_of_an_article_is_shown(window):
    for article in window.context.opened.issue.articles():
        window.show_article(article.uid)
        text = window.article.body.toPlainText()
        missing = [block for block in article.blocks for run in getattr(block, "runs", ()) if run.text not in text]
        assert missing == []


def test_zooming_keeps_to_the_keys_and_fits(window, qtbot):
    by_width = window.pages.position.layout.factor
    qtbot.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.position.layout.factor > by_width
    window.actions_by_name["view.fitpage"].trigger()
    assert window.pages.position.rect_of(1).height() < window.pages.viewport().height()
    window.actions_by_name["view.fitwidth"].trigger()
    assert window.pages.position.layout.factor == pytest.approx(by_width)
    assert window.pages.position.zoom.fit is Fit.WIDTH


def test_only_pages_in_view_and_their_neighbours_are_drawn(window, qtbot):
    with qtbot.waitSignal(window.pages.wanted) as asked:
        window.pages.navigator.go_to_sheet(6)
    sheets, _ = asked.args
    assert set(sheets) <= set(range(4, 10))


def test_old_pictures_stay_until_new_ones_are_there(window, qtbot):
    sheet = window.pages.sheet
    qtbot.waitUntil(lambda: window.pages.editions.pictures.pixmap(sheet) is not None, timeout=PATIENCE)
    old = window.pages.editions.pictures.pixmap(sheet).cacheKey()
    with qtbot.waitSignal(window.bridge.pages_set, timeout=PATIENCE):
        window.bridge.set_issue(window.context.opened.printable)
    assert window.pages.editions.pictures.pixmap(sheet) is not None
    qtbot.waitUntil(lambda: window.pages.editions.pictures.pixmap(sheet).cacheKey() != old, timeout=PATIENCE)


def test_new_facts_leave_the_choice_and_folded_sections(window, qtbot):
    model = window.outline.model()
    chosen = list(window.context.opened.issue.articles())[3].uid
    window.show_article(chosen)
    window.outline.collapse(model.index(3, 0))
    with qtbot.waitSignal(window.bridge.pages_set, timeout=PATIENCE):
        window.bridge.set_issue(window.context.opened.printable)
    assert window.outline.current_key() == chosen
    assert not window.outline.isExpanded(model.index(3, 0))


def test_an_empty_library_offers_the_sample(open_window, library):
    window = open_window(library)
    assert window.stack.currentWidget() is window.empty
    window.actions_by_name["library.sample"].trigger()
    assert window.stack.currentWidget() is window.article
    assert shown_title(window) == titles(window)[0]


def test_a_second_program_reads_and_says_who_writes(open_window, library, tmp_path):
    add_sample(library)
    with open_library(tmp_path / "library.db") as second:
        window = open_window(second)
        assert window.status._library.text().startswith("只读：")
        assert not window.actions_by_name["issue.import"].isEnabled()
        assert window.actions_by_name["export"].isEnabled()


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_a_dropped_issue_is_imported_and_opened(window, library, tmp_path):
    from dataclasses import replace

    from editor.interchange.issue_file import write_issue
    from editor.model.number import Number
    from editor.model.uid import new_uid

    issue, publication = window.context.opened.issue, window.context.opened.printable.publication
    empty = tuple(replace(section, articles=()) for section in issue.sections)
    other = replace(issue, uid=new_uid(), sections=empty, number=Number(year=2030, number=7, total=300))
    path = tmp_path / "next.json"
    path.write_bytes(write_issue(other, publication))
    drop(window, path)
    assert window.context.opened.issue.uid == other.uid
    assert "总第300期" in window.top._switch.text()
    assert {entry.uid for entry in library.issues()} == {issue.uid, other.uid}


def test_a_file_that_is_no_issue_is_refused_with_its_name(window, tmp_path):
    path = tmp_path / "照片.json"
    path.write_bytes(b"\x89PNG")
    before = window.context.opened.issue.uid
    drop(window, path)
    box = window.findChild(MessageDialog)
    assert "照片.json" in box.what
    assert box.reason
    assert window.context.opened.issue.uid == before
    box.close()


def test_the_columns_widths_are_remembered(window, open_window, library, qtbot, tmp_path):
    window.splitter.setSizes([300, 600, 540])
    kept = window.splitter.sizes()
    window.close()
    # the test's screen is smaller than the window: its place would be cut to fit
    Settings(tmp_path / "window.ini").keep_bytes("geometry", QByteArray())
    again = open_window(library)
    qtbot.waitUntil(lambda: again.splitter.sizes() == kept)


def test_widths_of_a_session_at_another_size_of_the_interface_are_its_own(window, open_window, library, monkeypatch):
    kept = window.splitter.sizes()
    with monkeypatch.context() as larger:
        larger.setattr(MainWindow, "devicePixelRatio", lambda _self: 1.5)
        window.splitter.setSizes([240, 480, 320])
        assert window.splitter.sizes() != kept
        window.close()
    again = open_window(library)
    assert again.splitter.sizes() == kept


def test_the_sample_is_there_to_be_seen_in_every_theme(window, qapp, qtbot):
    pictures = set()
    for name in ("light", "dark", "contrast"):
        apply_theme(qapp, load_theme(name))
        qtbot.waitUntil(lambda: window.article.body.height() > 300)
        image = window.grab().toImage()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == 3


def test_columns_can_be_hidden_and_found_again(window):
    window.actions_by_name["view.pages"].trigger()
    assert window.pages.isHidden() or not window.pages.isVisible()
    window.actions_by_name["go.pages"].trigger()
    assert window.pages.isVisible()


def test_parts_of_the_outline_lead_to_their_pages(window):
    facts = window.pages.facts
    for key, sheet in (("cover", 1), ("contents", 3), ("back", facts.sheets)):
        window.outline.setCurrentIndex(window.outline.model().find(key))
        last = window.pages.verticalScrollBar().maximum()
        assert window.pages.sheet == sheet or window.pages.verticalScrollBar().value() == last


def test_the_default_place_of_an_export_is_remembered(tmp_path):
    settings = Settings(tmp_path / "window.ini")
    settings.export_folder = tmp_path / "付印"
    settings.save()
    assert Settings(tmp_path / "window.ini").export_folder == Path(tmp_path / "付印")


@pytest.mark.parametrize(("room", "filled"), [((1366, 696), True), ((1440, 868), True), ((1920, 1008), False)])
def test_the_first_window_fills_a_screen_that_is_too_small_for_it(room, filled):
    assert fills_screen(QSize(*room)) is filled


@pytest.mark.parametrize("width", [1440, 1300, 1100])
def test_the_format_bar_leaves_out_what_has_no_room_and_cuts_nothing(window, qtbot, width):
    window.resize(width, 800)
    bar = window.format_bar

    def nothing_is_cut():
        tools = [one for one in bar.stack.widget(0).findChildren(QAbstractButton) if one.isVisible()]
        assert all(one.width() >= min(one.sizeHint().width(), one.maximumWidth()) for one in tools)
        assert max(one.geometry().right() for one in tools) < bar.width()

    qtbot.waitUntil(nothing_is_cut)


def test_nothing_is_looked_up_once_the_window_is_closed(open_window, library):
    add_sample(library)
    window = open_window(library)
    window.context.opened.apply(
        "改来源", lambda space: replace(space, issue=replace(space.issue, date=dt.date(2030, 1, 7)))
    )
    window.context.opened.save()
    assert any(timer.isActive() for timer in window.findChildren(QTimer))
    window.close()
    assert not any(timer.isActive() for timer in window.findChildren(QTimer))
