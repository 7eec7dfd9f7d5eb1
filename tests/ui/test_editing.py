"""An editor's day at the window: writing, ordering, throwing away and taking back."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from db.library import open_library
from editor.model.block_texts import block_texts
from editor.model.body import Figure, Paragraph, Table, plain
from editor.model.edits import PENDING, ArticlePosition, place_of
from editor.model.errors import UserError
from editor.model.number import Number
from editor.model.uid import new_uid
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.kit.title_breaks import handles
from editor.ui.outline.model import ARTICLES_FORMAT, ROW_ROLE
from tests.fakes import picture
from tests.ui.composing import commit
from tests.ui.conftest import PATIENCE, at_work, open_facts

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def article(window):
    return window.context.opened.value.article(window.article.article.uid)


def text(window):
    return "\n".join(part for block in article(window).blocks for part in block_texts(block))


def section_titles(window):
    return [[one.title.text for one in section.articles] for section in window.context.opened.issue.sections]


def key(window, code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window, code, modifier)


def type_in_body(window, words):
    window.article.body.setFocus()
    window.article.body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(window.article.body, words)


def touch(window, words):
    """Return the place of words in the body, at the middle of their first letter."""
    body = window.article.body
    start = body.document().find(words)
    start.setPosition(start.selectionStart())
    place = body.cursorRect(start)
    return QPoint(place.x() + 6, place.center().y())


def index_of(window, uid):
    return window.outline.model().find(uid)


def click(window, uid, modifier=Qt.KeyboardModifier.NoModifier):
    rect = window.outline.visualRect(index_of(window, uid))
    QTest.mouseClick(window.outline.viewport(), Qt.MouseButton.LeftButton, modifier, rect.center())


def uids(window):
    return [one.uid for one in window.context.opened.issue.articles()]


def stored(window):
    return window.session.library.workspace(window.context.opened.issue.uid)


def test_what_is_typed_is_in_the_library_and_on_the_page_a_moment_later(window, qtbot):
    with qtbot.waitSignals([window.session.saved, window.bridge.pages_set], timeout=PATIENCE):
        type_in_body(window, "New line 2026")
    assert text(window).endswith("New line 2026")
    assert stored(window) == window.context.opened.value
    assert window.status.saving.startswith("✓ 已保存")


def test_closing_the_window_saves_what_was_typed_last(window, tmp_path):
    type_in_body(window, "last words")
    window.close()
    with open_library(tmp_path / "library.db") as again:
        first = next(again.issue(again.find("latest").uid).articles())
    assert plain(first.blocks[-1].runs).endswith("last words")


def test_ctrl_z_in_a_field_takes_back_the_last_change_wherever_it_was(window):
    before = article(window)
    type_in_body(window, "abc")
    open_facts(window).source.setFocus()
    QTest.keyClick(window.article.facts.source, Qt.Key.Key_Z, CTRL)
    assert article(window) == before
    assert window.article.body.blocks == before.blocks
    QTest.keyClick(window.article.facts.source, Qt.Key.Key_Y, CTRL)
    assert text(window).endswith("abc")


def test_undo_leads_back_to_the_article_it_changes(window):
    first, second = uids(window)[:2]
    type_in_body(window, "abc")
    window.show_article(second)
    window.context.opened.undo()
    assert window.article.article.uid == first
    assert window.outline.current_key() == first


def test_undo_and_redo_name_the_step(window):
    open_facts(window).source.setFocus()
    QTest.keyClicks(window.article.facts.source, "X")
    assert window.actions_by_name["undo"].text() == "撤销 改来源"


def test_facts_are_written_as_they_are_typed(window):
    facts = open_facts(window)
    for field, words in ((facts.source, "Daily"), (facts.link, "https://example.org/x"), (facts.editor, "Li")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
    facts.published.setFocus()
    facts.published.selectAll()
    QTest.keyClicks(facts.published, "3-5")
    now = article(window)
    assert (now.source, now.link, now.archive.editor) == ("Daily", "https://example.org/x", "Li")
    assert (now.archive.published.month, now.archive.published.day) == (3, 5)
    assert now.archive.published.year == window.context.opened.issue.date.year


def test_a_date_that_is_none_is_said_and_not_kept(window):
    facts = open_facts(window)
    facts.published.setFocus()
    QTest.keyClicks(facts.published, "soon")
    facts.source.setFocus()
    assert article(window).archive.published is None
    assert "不是日期" in window.status.message


def test_sources_used_before_complete_what_is_typed(window):
    used = sorted({one.source for one in window.context.opened.issue.articles() if one.source})
    field = open_facts(window).source
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert article(window).source == ""
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert article(window).source in used
    assert field.text() == article(window).source


def test_a_title_breaks_at_the_caret_and_joins_again(window):
    title = window.article.title
    window.article.title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "abcdef")
    cursor = title.textCursor()
    cursor.setPosition(2)
    title.setTextCursor(cursor)
    QTest.keyClick(title, Qt.Key.Key_Return, CTRL)
    assert article(window).title.lines == ("ab", "cdef")
    QTest.keyClick(title, Qt.Key.Key_Return, CTRL)
    assert article(window).title.lines == ("abcdef",)


def test_a_dragged_handle_moves_the_break_and_says_where_it_falls(window):
    title = window.article.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "abcdef")
    QTest.keyClick(title, Qt.Key.Key_Home)
    for _ in range(4):
        QTest.keyClick(title, Qt.Key.Key_Right)
    QTest.keyClick(title, Qt.Key.Key_Return, CTRL)
    assert article(window).title.lines == ("abcd", "ef")
    (handle,) = handles(title)
    cursor = title.textCursor()
    cursor.setPosition(2)
    target = title.cursorRect(cursor).center()
    QTest.mousePress(title.viewport(), Qt.MouseButton.LeftButton, pos=handle.center())
    QTest.mouseMove(title.viewport(), target)
    QTest.mouseRelease(title.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert article(window).title.lines == ("ab", "cdef")


def test_a_new_article_stands_below_the_open_one_with_the_caret_in_its_title(window):
    before = uids(window)
    key(window, Qt.Key.Key_N, CTRL)
    after = uids(window)
    assert after[0] == before[0]
    assert after[1] == window.article.article.uid
    QTest.keyClicks(QApplication.focusWidget(), "Fresh")
    assert article(window).title.text == "Fresh"
    QTest.keyClick(window.article.title, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(window.article.title, Qt.Key.Key_Z, CTRL)
    assert uids(window) == before


def test_articles_move_by_keys_over_the_border_of_a_section(window):
    first = window.context.opened.issue.sections[0].articles[-1]
    click(window, first.uid)
    window.outline.setFocus()
    QTest.keyClick(window.outline, Qt.Key.Key_Down, CTRL)
    assert window.context.opened.issue.sections[1].articles[0] == first
    assert window.outline.current_key() == first.uid
    QTest.keyClick(window.outline, Qt.Key.Key_Up, CTRL)
    assert window.context.opened.issue.sections[0].articles[-1] == first


def test_several_articles_are_dragged_together_and_stay_chosen(window):
    chosen = uids(window)[:2]
    click(window, chosen[0])
    click(window, chosen[1], CTRL)
    model = window.outline.model()
    assert window.outline.chosen.keys() == tuple(chosen)
    data = model.mimeData([index_of(window, uid) for uid in chosen])
    assert data.hasFormat(ARTICLES_FORMAT)
    last = window.context.opened.issue.sections[-1]
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, index_of(window, last.uid))
    moved = window.context.opened.issue.sections[-1].articles[-2:]
    assert [one.uid for one in moved] == chosen
    assert set(chosen) <= set(window.outline.chosen.keys())


def test_an_article_goes_to_pending_and_comes_back_by_the_section_field(window):
    uid, section = uids(window)[0], window.context.opened.issue.sections[0]
    choice = open_facts(window).section
    choice.setCurrentIndex(choice.findData(PENDING))
    choice.activated.emit(choice.currentIndex())
    assert place_of(window.context.opened.value, uid).section == PENDING
    assert window.article.article.uid == uid
    choice.setCurrentIndex(choice.findData(section.uid))
    choice.activated.emit(choice.currentIndex())
    assert place_of(window.context.opened.value, uid) == ArticlePosition(
        section=section.uid, position=len(section.articles) - 1
    )


def test_a_deleted_article_lies_in_the_trash_and_comes_back(window):
    uid = uids(window)[1]
    click(window, uid)
    before = section_titles(window)
    QTest.keyClick(window.outline, Qt.Key.Key_Delete)
    assert uid not in uids(window)
    assert window.article.article.uid in uids(window)
    assert "废稿箱" in window.status.message
    window.outline.expandAll()
    click(window, uid)
    window.actions_by_name["article.restore"].trigger()
    assert sorted(map(sorted, section_titles(window))) == sorted(map(sorted, before))
    window.context.opened.undo()
    window.context.opened.undo()
    assert section_titles(window) == before


def test_f2_renames_in_the_outline(window, qtbot):
    uid = uids(window)[1]
    click(window, uid)
    key(window, Qt.Key.Key_F2)
    field = window.outline.findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Renamed")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: article(window).title.text == "Renamed")
    assert window.article.title.title.text == "Renamed"


def clipboard(html="", words=""):
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)


def test_html_is_pasted_as_structure_and_ctrl_alt_v_as_text(window):
    clipboard("<p>one <b>bold</b></p><p>two</p>", "plain words")
    body = window.article.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(body, Qt.Key.Key_V, CTRL)
    pasted = article(window).blocks[-2:]
    assert isinstance(pasted[-1], Paragraph)
    assert plain(pasted[-1].runs) == "two"
    window.actions_by_name["paste.plain"].trigger()
    assert text(window).endswith("twoplain words")


def test_a_copied_article_becomes_an_article(window):
    clipboard(words="A title\nFirst paragraph.\nSecond paragraph.")
    window.actions_by_name["article.paste"].trigger()
    now = article(window)
    assert now.title.text == "A title"
    assert [plain(block.runs) for block in now.blocks] == ["First paragraph.", "Second paragraph."]


def test_an_empty_clipboard_is_said(window):
    QGuiApplication.clipboard().clear()
    before = window.context.opened.value
    window.actions_by_name["article.paste"].trigger()
    assert "剪贴板" in window.status.message
    assert window.context.opened.value is before


def test_markdown_is_pasted_as_structure_and_one_step_back_leads_to_its_text(window):
    before = text(window)
    type_in_body(window, "")
    data = QMimeData()
    data.setText("## 概况\n\n**甲**乙\n\n- 丙\n- 丁")
    window.article.body.paste_mime(data)
    assert [type(block).__name__ for block in article(window).blocks[-3:]] == ["Heading", "Paragraph", "ItemList"]
    window.context.opened.undo()
    assert text(window).endswith("## 概况\n**甲**乙\n- 丙\n- 丁")
    window.context.opened.undo()
    assert text(window) == before


def test_cut_and_pasted_figures_and_tables_are_the_same(window):
    uid = next(
        one.uid
        for one in window.context.opened.issue.articles()
        if any(isinstance(block, Table) for block in one.blocks)
    )
    window.show_article(uid)
    before = article(window)
    table = next(block for block in before.blocks if isinstance(block, Table))
    body = window.article.body
    body.setFocus()
    body.caret.choose_object(table.uid)
    QTest.keyClick(body, Qt.Key.Key_X, CTRL)
    assert table not in article(window).blocks
    QTest.keyClick(body, Qt.Key.Key_V, CTRL)
    assert table in article(window).blocks
    assert [part for block in article(window).blocks for part in block_texts(block)]


def test_a_dropped_picture_becomes_a_figure(window, tmp_path):
    _, stored_bytes = picture(30, 20)
    path = tmp_path / "chart.png"
    path.write_bytes(next(iter(stored_bytes.values())))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.article.body.insertFromMimeData(data)
    figure = next(block for block in article(window).blocks if isinstance(block, Figure))
    assert (figure.picture.width, figure.picture.height) == (30, 20)
    assert window.context.opened.printable.pictures[figure.picture.sha256]


def test_a_picture_that_is_none_is_refused_with_its_name(window, tmp_path):
    path = tmp_path / "damaged.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    before = window.context.opened.value
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.article.body.insertFromMimeData(data)
    box = window.findChild(MessageDialog)
    assert "damaged.png" in box.reason
    assert window.context.opened.value is before
    box.close()


def test_a_library_that_refuses_is_said_and_everything_stays(window, qtbot, monkeypatch):
    def refuse(*_args, **_names):
        raise UserError("磁盘已满")

    monkeypatch.setattr(window.session.library, "save_workspace", refuse)
    with qtbot.waitSignal(window.session.save_failed, timeout=PATIENCE):
        type_in_body(window, "kept")
    assert "磁盘已满" in window.status.saving
    assert text(window).endswith("kept")
    monkeypatch.undo()
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        pass
    assert stored(window) == window.context.opened.value


def test_a_past_issue_is_only_read_until_it_is_unlocked(window, library):
    issue = window.context.opened.issue
    empty = tuple(replace(section, articles=(), uid=new_uid()) for section in issue.sections)
    number = Number(year=issue.number.year, number=issue.number.number + 1, total=issue.number.total + 1)
    later = replace(issue, uid=new_uid(), sections=empty, number=number, date=issue.date.replace(day=28))
    library.add_issue(later)
    window.session.open(issue.uid)
    before = window.context.opened.value
    type_in_body(window, "nothing")
    window.outline.setFocus()
    QTest.keyClick(window.outline, Qt.Key.Key_Delete)
    assert window.context.opened.value is before
    assert window.top._state.text() == "往期 · 只读"
    listed = [one.text().split("　")[-1] for one in window.top._issues.actions() if one.isCheckable()]
    assert listed == ["编辑中", "往期"]
    window.actions_by_name["issue.unlock"].trigger()
    assert window.top._state.text() == "往期 · 可改"
    type_in_body(window, "x")
    assert text(window).endswith("x")


def test_the_history_survives_a_look_at_another_article_and_issue(window, library):
    before = article(window)
    type_in_body(window, "abc")
    issue = window.context.opened.issue
    empty = tuple(replace(section, articles=(), uid=new_uid()) for section in issue.sections)
    number = Number(year=2031, number=1, total=900)
    other = replace(issue, uid=new_uid(), sections=empty, number=number, date=issue.date.replace(year=2020))
    library.add_issue(other)
    window.session.open(other.uid)
    window.session.open(issue.uid)
    window.context.opened.undo()
    assert window.context.opened.value.article(before.uid) == before


def test_an_article_is_copied_as_html_and_as_text(window):
    window.actions_by_name["copy.html"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    first = plain(article(window).blocks[0].runs)
    assert first[:20] in data.html()
    window.actions_by_name["copy.text"].trigger()
    assert article(window).title.text in QGuiApplication.clipboard().text()


def test_no_row_of_the_outline_lies_about_its_article(window, qtbot):
    key(window, Qt.Key.Key_N, CTRL)
    QTest.keyClicks(window.article.title, "Named")
    model = window.outline.model()
    tops = [model.index(place, 0, QModelIndex()) for place in range(model.rowCount())]

    def shown():
        return [model.index(row, 0, top).data(ROW_ROLE).title for top in tops for row in range(model.rowCount(top))]

    qtbot.waitUntil(lambda: shown() == [one.title.text for one in window.context.opened.issue.articles()])


@pytest.mark.parametrize("name", ["text.bold", "kind.heading1", "kind.bullets", "text.clear"])
def test_formatting_is_one_step_that_is_taken_back_whole(window, name):
    before = article(window)
    window.article.body.setFocus()
    window.article.body.selectAll()
    window.actions_by_name[name].trigger()
    if article(window) != before:
        window.context.opened.undo()
    assert article(window) == before


def test_a_menu_offers_what_fits_the_row(window):
    click(window, uids(window)[0])
    window.articles.show_menu(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "删到废稿箱" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_fact_typed_after_title_and_body_keeps_both(window):
    title, source = window.article.title, window.article.facts.source
    title.setFocus()
    QTest.keyClicks(title, "Named ")
    type_in_body(window, "written")
    open_facts(window).source.setFocus()
    QTest.keyClicks(source, "Daily")
    assert article(window).title.text.startswith("Named ")
    assert text(window).endswith("written")
    assert "Daily" in article(window).source


def test_printing_hands_the_pdf_to_the_systems_viewer(window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    window.actions_by_name["print"].trigger()
    (made,) = opened
    assert made.read_bytes().startswith(b"%PDF")
    assert made.suffix == ".pdf"


def test_a_figure_of_a_pending_article_is_there_and_printed_once_it_is_placed(window, tmp_path):
    _, stored_bytes = picture(30, 20)
    path = tmp_path / "chart.png"
    path.write_bytes(next(iter(stored_bytes.values())))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.article.body.insertFromMimeData(data)
    figure = next(block for block in article(window).blocks if isinstance(block, Figure))
    window.actions_by_name["article.pending"].trigger()
    window.context.opened.save()
    window.session.open(window.context.opened.issue.uid)
    assert figure.picture.sha256 in window.context.opened.printable.pictures


def test_pages_follow_typing_that_never_pauses(window, qtbot):
    body = window.article.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    typist = QTimer()
    typist.timeout.connect(lambda: QTest.keyClick(body, Qt.Key.Key_A))
    typist.start(40)
    with qtbot.waitSignal(window.bridge.pages_set, timeout=PATIENCE):
        pass
    typist.stop()


def test_a_chosen_figure_keeps_its_colours(window):
    figure = next(
        block for one in window.context.opened.issue.articles() for block in one.blocks if isinstance(block, Figure)
    )
    window.show_article(next(one.uid for one in window.context.opened.issue.articles() if figure in one.blocks))
    body = window.article.body
    body.grab()
    place = body.objects.places[figure.uid].center().toPoint()
    plain = body.grab().toImage().pixelColor(place)
    body.caret.choose_object(figure.uid)
    assert body.grab().toImage().pixelColor(place) == plain


def test_a_double_click_takes_the_chinese_between_two_marks(window):
    body = window.article.body
    body.moveCursor(QTextCursor.MoveOperation.End)
    words = QInputMethodEvent("", [])
    words.setCommitString("。𠮷市有冷藏车，达标率99.4%以上。")
    QApplication.sendEvent(body, words)
    for touched, taken in (("冷藏", "𠮷市有冷藏车"), ("标率", "达标率"), ("4%", "99.4%"), ("，达", "，")):
        place = touch(window, touched)
        QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseRelease(body.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert body.textCursor().selectedText() == taken


def test_a_click_into_the_blank_below_the_text_writes_on_at_its_end(window):
    window.actions_by_name["article.new"].trigger()
    QTest.keyClicks(window.article.title, "Blank")
    window.article.ensureWidgetVisible(window.article.body)
    end = window.article.body.mapTo(window.article.viewport(), QPoint(40, window.article.body.height()))
    below = end + QPoint(0, 12)
    QTest.mouseClick(window.article.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert window.article.body.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "First words")
    assert text(window) == "First words"


def test_a_page_of_its_own_is_chosen_and_seen_on_the_pages(window, qtbot):
    run_on = next(two for one, two in pairwise(window.pages.facts.articles) if one.last == two.first)
    window.show_article(run_on.article)
    choice = open_facts(window).start
    choice.setFocus()
    with qtbot.waitSignal(window.bridge.pages_set, timeout=PATIENCE):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "另起一页"
    assert window.pages.facts.folio(run_on.article) == run_on.first + 1


def test_the_trash_is_led_to_and_said_to_be_empty(window):
    window.actions_by_name["article.trash"].trigger()
    assert "废稿箱是空的" in window.status.message
    title = article(window).title.text
    window.actions_by_name["article.discard"].trigger()
    window.actions_by_name["article.trash"].trigger()
    trash = window.outline.currentIndex()
    assert window.outline.isExpanded(trash)
    assert trash.model().index(0, 0, trash).data() == title


@pytest.mark.parametrize("name", ["editor", "proofreader"])
def test_only_a_name_is_taken_for_who_edited(window, name):
    field, body = getattr(window.article.facts, name), window.article.body
    field.setFocus()
    commit(field, "周明和郑言")
    body.setFocus()
    assert getattr(article(window).archive, name) == "周明、郑言"
    field.setFocus()
    field.selectAll()
    commit(field, "来源：云州日报")
    assert field.property("state") == "error"
    assert getattr(article(window).archive, name) == "周明、郑言"
    body.setFocus()
    assert field.text() == "周明、郑言"
    assert "“来源：云州日报”不像人名" in window.status.message


def test_a_name_outside_register_and_credits_page_is_seen_to_be(window):
    facts = open_facts(window)
    for words, marked in (("赵外人", True), (window.context.opened.issue.credits[-1].names[0].text, False)):
        facts.editor.setFocus()
        facts.editor.selectAll()
        commit(facts.editor, words)
        facts.source.setFocus()
        assert facts.editor.outside.isVisibleTo(facts) is marked
        assert ("名录和版权页里没有" in facts.editor.toolTip()) is marked


def test_half_a_name_is_given_up_with_its_article(window):
    field, first = window.article.facts.editor, window.article.article.uid
    field.setFocus()
    commit(field, "某")
    key(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.article.article.uid != first
    assert field.text() == ""
    assert "“某”不像人名" in window.status.message
    assert window.context.opened.value.article(first).archive.editor == ""


def test_a_pasted_page_keeps_its_origin_and_what_is_guessed(window):
    page = "<h1>Register opened in two districts</h1><p>The register was opened on Monday, first in two districts.</p>"
    data = QMimeData()
    data.setHtml(page)
    data.setText("Register")
    data.setData("chromium/x-source-url", b"https://example.org/a")
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_by_name["article.paste"].trigger()
    now, opened = article(window), window.context.opened
    assert now.archive.origin.address == now.link == "https://example.org/a"
    assert opened.save()
    kept = window.session.library.files.originals((now.archive.origin.sha256,))
    assert kept[now.archive.origin.sha256][0] == "剪贴板.html"
    assert b"first in two districts" in kept[now.archive.origin.sha256][1]
    opened.undo()
    assert opened.value.article(now.uid) is None


@pytest.fixture
def large(monkeypatch):
    """A page on the clipboard that is taken for a large one."""
    monkeypatch.setattr("editor.ui.outline.commands.LARGE", 50)
    data = QMimeData()
    data.setHtml("<h1>云州推进数据登记试点</h1><p>云州市数据局三月起在两个区试点数据登记，结果全市通用。</p>")
    data.setText("云州推进数据登记试点")
    QGuiApplication.clipboard().setMimeData(data)


@pytest.mark.usefixtures("large")
def test_a_large_copy_is_read_beside_the_window(window, qtbot):
    window.actions_by_name["article.paste"].trigger()
    assert window.articles.pasting.progress is not None
    qtbot.waitUntil(lambda: article(window).title.text == "云州推进数据登记试点", timeout=PATIENCE)
    assert window.articles.pasting.progress is None


@pytest.mark.usefixtures("large")
def test_and_stopped_nothing_comes_of_it(window, qtbot):
    before = window.context.opened.value
    window.actions_by_name["article.paste"].trigger()
    window.articles.pasting.progress.reject()
    assert window.status.message == "已取消，没有粘贴"
    qtbot.waitUntil(lambda: not any(one.name == "task" for one in at_work()), timeout=PATIENCE)
    assert window.context.opened.value is before
