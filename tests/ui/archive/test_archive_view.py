"""总库检索 as it is used: typed, filtered, walked through, opened, quoted, taken up again, kept."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.desk.archive.ports import IndexState
from editor.desk.archive.values import SearchField, SearchOrder
from editor.desk.printable_issue import add_sample
from editor.model.body import plain
from editor.ui.archive.commands import ArchiveCommands
from editor.ui.archive.side_rows import FacetRow, MoreRow, SavedRow
from tests.ui.archive.fake_archive import FakeArchive, entries_of
from tests.ui.composing import check_entry, commit

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORD = "数据"


@pytest.fixture
def window(open_window, library):
    """A window on the sample; nothing here waits for its pages."""
    add_sample(library)
    return open_window(library)


@pytest.fixture
def archive(window):
    """The archive of the window, searched by the fake."""
    made = FakeArchive(entries_of(window.session.library))
    window.archive.archive = lambda: made
    window.archive.fake = made
    return window.archive


def begin(window, qtbot, words=""):
    first = next(window.context.opened.issue.articles())
    window.show_article(first.uid)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_H, CTRL | SHIFT)
    view = window.archive.view
    assert view is not None
    settle(window, qtbot)
    if words:
        seek(window, qtbot, words)
    return view


def settle(window, qtbot):
    """Wait until what is asked is answered, and the hit in hand is shown."""
    qtbot.waitUntil(lambda: not window.archive.shown.waiting)


def seek(window, qtbot, words):
    window.archive.view.bar.field.clear()
    commit(window.archive.view.bar.field, words)
    settle(window, qtbot)


def titles(view):
    return [hit.title.text for hit in view.hits.list.hits.hits]


def rows(view, kind):
    return [row for row in view.side.rows if isinstance(row, kind)]


def act(view, name):
    action = view.actions_by_name[name]
    assert action.isEnabled(), action.toolTip()
    action.trigger()


def test_the_key_opens_it_with_every_article_and_the_field_in_hand(archive, window, qtbot):
    view = begin(window, qtbot)
    assert len(titles(view)) == len(archive.fake.entries)
    assert view.bar.field.hasFocus()
    assert view.foot.state_words == "索引完好"
    assert archive.shown.hit is None
    assert view.preview.syntax.isVisible()


def test_what_is_typed_is_found_marked_and_shown(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    assert titles(view)
    assert len(titles(view)) < len(archive.fake.entries) or all(
        WORD in one.text + one.hit.title.text for one in archive.fake.entries
    )
    assert view.hits.count_words == f"{view.hits.list.hits.total} 篇"
    assert archive.shown.hit is view.hits.list.hits.hits[0]
    text, marks = view.preview.sheet.toPlainText(), view.preview.sheet.marks
    assert marks
    assert {text[start:end] for start, end in marks} == {WORD}


def test_arrows_walk_through_hits_while_one_types(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    QTest.keyClick(view.bar.field, Qt.Key.Key_Down)
    assert archive.shown.hit.title.text == titles(view)[1]
    commit(view.bar.field, "要")
    assert view.field_text == WORD + "要"
    settle(window, qtbot)
    qtbot.waitUntil(lambda: archive.shown.article is not None)


@pytest.mark.usefixtures("archive")
def test_nothing_found_says_what_to_do_and_shows_how_to_search(window, qtbot):
    view = begin(window, qtbot, "绝无此词")
    assert view.hits.nothing_words == "没有找到“绝无此词”"
    assert view.preview.syntax.isVisible()
    view.preview.syntax.examples["数据要素"].click()
    settle(window, qtbot)
    assert view.field_text == "数据要素"
    assert titles(view)


@pytest.mark.usefixtures("archive")
def test_a_ticked_value_narrows_and_stays_in_sight_with_the_others(window, qtbot):
    view = begin(window, qtbot, WORD)
    before = {row.value for row in rows(view, FacetRow) if row.field is SearchField.SECTION}
    assert len(before) > 1
    row = next(row for row in rows(view, FacetRow) if row.field is SearchField.SECTION)
    at = view.side.rows.index(row)
    view.side.setFocus()
    view.side.pick(at)
    QTest.keyClick(view.side, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.hits.list.hits.total == row.count)
    settle(window, qtbot)
    assert {hit.section for hit in view.hits.list.hits.hits} == {row.value}
    assert [chip.text() for chip in view.hits.chips.chips] == [row.value]
    qtbot.waitUntil(lambda: {one.value for one in rows(view, FacetRow) if one.field is SearchField.SECTION} == before)
    view.hits.chips.chips[0].click()
    qtbot.waitUntil(lambda: view.hits.list.hits.total > row.count)
    assert view.hits.chips.chips == []


def test_many_values_of_a_field_unfold(archive, window, qtbot):
    archive.fake.entries = tuple(
        replace(one, hit=replace(one.hit, source=f"来源{at}")) for at, one in enumerate(archive.fake.entries)
    )
    view = begin(window, qtbot)
    (more,) = rows(view, MoreRow)
    few = len(rows(view, FacetRow))
    view.side.pick(view.side.rows.index(more))
    QTest.keyClick(view.side, Qt.Key.Key_Space)
    assert len(rows(view, FacetRow)) == few + more.left


@pytest.mark.usefixtures("archive")
def test_a_dashed_chip_offers_values(window, qtbot):
    view = begin(window, qtbot, WORD)
    menu = view.hits.chips.menu_of(SearchField.SOURCE)
    first = menu.actions()[0]
    value, _, count = first.text().partition("\t")
    first.trigger()
    qtbot.waitUntil(lambda: view.hits.list.hits.total == int(count))
    assert [chip.text() for chip in view.hits.chips.chips] == [value]


def test_the_order_is_asked_for_and_rests_without_words(archive, window, qtbot):
    view = begin(window, qtbot)
    assert not view.hits.order.isEnabled()
    seek(window, qtbot, WORD)
    assert archive.fake.asked[-1][1] is SearchOrder.RANKED
    view.hits.order.segments[SearchOrder.DATE].click()
    qtbot.waitUntil(lambda: archive.fake.asked[-1][1] is SearchOrder.DATE)


def test_more_hits_come_while_one_scrolls(archive, window, qtbot):
    archive.fake.entries = archive.fake.entries * 20
    view = begin(window, qtbot)
    hits = view.hits.list.hits
    assert len(hits.hits) < hits.total == len(archive.fake.entries)
    while len(hits.hits) < hits.total:
        had = len(hits.hits)
        view.hits.list.verticalScrollBar().setValue(view.hits.list.verticalScrollBar().maximum())
        qtbot.waitUntil(lambda had=had: len(hits.hits) > had)
    assert [hit.title.text for hit in hits.hits] == [one.hit.title.text for one in archive.fake.entries]


@pytest.mark.usefixtures("archive")
def test_marks_are_walked_through_by_key(window, qtbot):
    view = begin(window, qtbot, WORD)
    many = len(view.preview.sheet.marks)
    QTest.keyClick(view.bar.field, Qt.Key.Key_F3)
    assert view.preview.place_words == f"1/{many}"
    QTest.keyClick(view.bar.field, Qt.Key.Key_F3, SHIFT)
    assert view.preview.place_words == f"{many}/{many}"


def test_enter_opens_the_hit_in_its_issue(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    QTest.keyClick(view.bar.field, Qt.Key.Key_Down)
    hit = archive.shown.hit
    QTest.keyClick(view.bar.field, Qt.Key.Key_Return)
    assert archive.view is None
    assert window.context.article.article.uid == hit.article
    assert window.rooms.currentIndex() == 0


def test_escape_leads_back_and_the_archive_comes_back_as_it_was(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    before = window.context.article.article.uid
    QTest.keyClick(view.bar.field, Qt.Key.Key_Down)
    hit = archive.shown.hit
    QTest.keyClick(view.bar.field, Qt.Key.Key_Escape)
    assert archive.view is None
    assert window.context.article.article.uid == before
    again = begin(window, qtbot)
    assert again.field_text == WORD
    assert archive.shown.hit.article == hit.article


def test_a_quotation_goes_in_where_the_caret_is_and_is_one_step(archive, window, qtbot):
    first = next(window.context.opened.issue.articles())
    window.show_article(first.uid)
    body = window.context.article.body
    cursor = body.textCursor()
    cursor.setPosition(2)
    body.setTextCursor(cursor)
    view = begin(window, qtbot, WORD)
    hit = archive.shown.hit
    QTest.keyClick(view.bar.field, Qt.Key.Key_Return, CTRL)
    masthead = window.context.opened.issue.profile.masthead
    title = hit.title.text.replace("\n", "")
    words = f"”（《{masthead}》{hit.label}，第{hit.folio}页）"
    after = window.context.opened.value.article(first.uid)
    assert words in plain(after.blocks[0].runs)
    assert title[:4] in plain(after.blocks[0].runs)
    assert view.foot.done_words.startswith("已插进《")
    archive.leave()
    window.actions_by_name["undo"].trigger()
    assert window.context.opened.value.article(first.uid) == first


def test_a_page_that_is_not_known_is_looked_up_before_quoting(archive, window, qtbot):
    archive.fake.entries = tuple(replace(one, hit=replace(one.hit, folio=None)) for one in archive.fake.entries)
    view = begin(window, qtbot, WORD)
    hit = archive.shown.hit
    act(view, "quote")
    qtbot.waitUntil(lambda: view.foot.done_words.startswith("已插进《"))
    folio = view.hits.list.current.folio
    assert folio
    body = window.context.article.body.toPlainText()
    assert f"{hit.label}，第{folio}页）" in body


def test_without_an_open_article_quoting_says_why_not(archive, window, qtbot):
    window.outline.part_chosen.emit("credits")
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_H, CTRL | SHIFT)
    settle(window, qtbot)
    seek(window, qtbot, WORD)
    quote = archive.view.actions_by_name["quote"]
    assert not quote.isEnabled()
    assert quote.toolTip() == "先打开一篇文章，引用才有地方插"


def test_reuse_makes_a_draft_with_its_origin(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    act(view, "reuse")
    draft = window.context.opened.value.drawer.pending[-1]
    hit = archive.shown.hit
    assert draft.title.text == hit.title.text
    assert draft.uid != hit.article
    assert draft.archive.origin is not None
    window.context.opened.save()
    kept = window.session.library.files.originals([draft.archive.origin.sha256])
    name, data = kept[draft.archive.origin.sha256]
    assert hit.label in name
    assert hit.title.text.splitlines()[0] in data.decode()


def test_a_hit_is_compared_with_the_open_article(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    here = window.context.article.article.uid
    view.hits.list.step(1 if archive.shown.hit.article == here else 0)
    act(view, "compare")
    dialog = archive.acts.dialog
    assert dialog.columns.count > 0
    dialog.reject()


def test_a_search_is_kept_found_again_renamed_and_removed(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    act(view, "save")
    asked = archive.shelf.dialog
    assert asked.field.text() == WORD
    asked.field.setText("关于数据")
    asked.accept()
    assert [row.saved.name for row in rows(view, SavedRow)] == ["关于数据"]
    seek(window, qtbot, "绝无此词")
    view.side.setFocus()
    view.side.pick(next(at for at, row in enumerate(view.side.rows) if isinstance(row, SavedRow)))
    QTest.keyClick(view.side, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(titles(view)))
    assert view.field_text == WORD
    view.side.pick(next(at for at, row in enumerate(view.side.rows) if isinstance(row, SavedRow)))
    QTest.keyClick(view.side, Qt.Key.Key_F2)
    archive.shelf.dialog.field.setText("数据专题")
    archive.shelf.dialog.accept()
    assert ArchiveCommands(window.context).shelf.saved[0].name == "数据专题"
    QTest.keyClick(view.side, Qt.Key.Key_Delete)
    assert rows(view, SavedRow) == []


def test_a_missing_index_is_built_and_then_searched(archive, window, qtbot):
    archive.fake.state = IndexState.TO_BUILD
    view = begin_without_waiting(window)
    qtbot.waitUntil(lambda: view.foot.state_words == "索引完好")
    assert archive.fake.built == 1
    qtbot.waitUntil(lambda: bool(titles(view)))


def test_a_damaged_index_is_repaired_on_demand(archive, window, qtbot):
    archive.fake.state = IndexState.DAMAGED
    view = begin_without_waiting(window)
    qtbot.waitUntil(lambda: view.foot.state_words == "索引损坏")
    qtbot.waitUntil(lambda: bool(view.hits.nothing_words))
    assert archive.fake.built == 0
    view.foot.act.click()
    qtbot.waitUntil(lambda: view.foot.state_words == "索引完好")
    qtbot.waitUntil(lambda: bool(titles(view)))


def begin_without_waiting(window):
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_H, CTRL | SHIFT)
    return window.archive.view


def test_the_printed_page_is_set_when_it_is_wanted(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    view.preview.face.segments["page"].click()
    qtbot.waitUntil(view.preview.pages.isVisible)
    pages = view.preview.pages.facts.of(archive.shown.hit.article)
    qtbot.waitUntil(lambda: bool(view.preview.pages.areas))
    assert {area.sheet for area in view.preview.pages.areas} <= set(range(pages.start.sheet, pages.end.sheet + 1))
    view.preview.face.segments["text"].click()
    assert view.preview.sheet.isVisible()


def test_the_palette_leads_here(archive, window, qtbot):
    window.palettes.search_wanted.emit(WORD)
    settle(window, qtbot)
    assert archive.view.field_text == WORD
    assert titles(archive.view)


def test_tab_leads_from_the_field_through_the_columns(archive, window, qtbot):
    view = begin(window, qtbot, WORD)
    seen = []
    for _ in range(40):
        QTest.keyClick(view.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(view.window().focusWidget())
        if seen[-1] is view.bar.field:
            break
    wanted = [view.side, view.keep, *view.hits.chips.offers.values(), view.hits.list, view.preview.sheet]
    assert [one for one in seen if one in wanted] == wanted
    assert archive.view is view


@pytest.mark.usefixtures("input_method")
def test_letters_being_composed_are_not_sought(archive, window, qtbot):
    view = begin(window, qtbot)
    asked = len(archive.fake.asked)
    check_entry(view.bar.field, WORD, qtbot)
    settle(window, qtbot)
    sought = [query.wanted[0][0].text for query, *_ in archive.fake.asked[asked:] if query.wanted]
    assert set(sought) == {WORD}


def test_the_librarys_own_index_answers(window, qtbot):
    view = begin(window, qtbot, WORD)
    qtbot.waitUntil(lambda: bool(titles(view)))
    expected = [
        one.hit.title.text for one in entries_of(window.session.library) if WORD in one.hit.title.text + one.text
    ]
    assert sorted(titles(view)) == sorted(expected)
    assert {view.preview.sheet.toPlainText()[start:end] for start, end in view.preview.sheet.marks} == {WORD}
    qtbot.waitUntil(lambda: view.foot.state_words == "索引完好")
