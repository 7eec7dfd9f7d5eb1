"""Finding and replacing at the window, as a user does."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.desk.replacing import Search
from editor.model.article import Article, Title
from editor.model.block_texts import block_texts
from editor.model.body import Figure, ItemList, Paragraph, text_of
from editor.model.edits import PENDING, ArticlePosition, move_articles, put_article, put_issue
from editor.model.errors import UserError
from editor.model.issue import IssueArchive
from editor.model.uid import new_uid
from editor.ui.checks.commands import CheckCommands
from editor.ui.find.checkpoints_dialog import CheckpointsDialog
from editor.ui.find.library_dialog import LibraryDialog
from editor.ui.find.results_model import HIT_ROLE
from editor.ui.kit.tints import Layer, MarkKind, TextMark
from tests.ui.conftest import PATIENCE

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ONE = Article(
    title=Title(text="云州发布办法", breaks=(4,)),
    source="云州日报",
    blocks=(
        Paragraph(runs=text_of("𠮷云州开会，Data 与ＤＡＴＡ。")),
        ItemList(items=(text_of("其他"), text_of("再访云州"))),
        Figure(caption="图1 云州", alt="地图"),
        Paragraph(runs=text_of("末段")),
    ),
)
TWO = Article(title=Title(text="澄江"), blocks=(Paragraph(runs=text_of("澄江学云州")),))


def fill(window, *articles):
    """Put these articles into the issue's first section in place of all others."""

    def change(space):
        sections = tuple(
            replace(section, articles=articles if not at else ()) for at, section in enumerate(space.issue.sections)
        )
        return put_issue(space, replace(space.issue, headline=Title(text=""), sections=sections))

    window.context.opened.apply("", change)
    window.show_article(articles[0].uid)
    window.activateWindow()


@pytest.fixture
def filled(window, monkeypatch):
    # the checks come in the next pause, and would mark what they find too
    monkeypatch.setattr(CheckCommands, "mark_article", lambda _self: None)
    fill(window, ONE, TWO)
    return window


def key(window, code, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, code, modifier)


def find(window, words, *, code=Qt.Key.Key_F):
    key(window, code, CTRL)
    QTest.keyClick(window.find_bar.query, Qt.Key.Key_A, CTRL)
    window.find_bar.query.setText(words)
    return window.find_bar


def text(window, uid=ONE.uid):
    article = window.context.opened.value.article(uid)
    lines = (article.title.text, article.source, *(part for one in article.blocks for part in block_texts(one)))
    return "\n".join(lines)


def marked(edit):
    """Return what is tinted, as a user sees it: words by kind."""
    edit.grab()
    shown = [one for layer in Layer for one in edit.marks._layers[layer] if one.stands]
    return [(one.cursor.selectedText(), one.mark.kind.value) for one in shown]


def test_ctrl_f_finds_what_is_selected_and_counts(filled):
    body = filled.article.body
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    key(filled, Qt.Key.Key_F, CTRL)
    bar = filled.find_bar
    assert bar.isVisible()
    assert bar.query.hasFocus()
    assert bar.query.text() == "云州"
    assert bar.count.text() == "3/5"


def test_hits_are_tinted_in_title_and_text_and_the_current_one_stands_out(filled):
    find(filled, "云州")
    assert marked(filled.article.title) == [("云州", "hit.current")]
    assert marked(filled.article.body) == [("云州", "hit"), ("云州", "hit"), ("\ufffc", "hit")]
    key(filled, Qt.Key.Key_Return)
    key(filled, Qt.Key.Key_Return)
    assert filled.find_bar.count.text() == "3/5"
    assert marked(filled.article.title) == [("云州", "hit")]
    assert marked(filled.article.body)[0] == ("云州", "hit.current")


def test_a_hit_is_tinted_on_the_screen_where_its_words_stand(filled, theme):
    find(filled, "末段")
    key(filled, Qt.Key.Key_Escape)
    key(filled, Qt.Key.Key_Left)
    body = filled.article.body
    place = body.marks.find([TextMark(ONE.blocks[3].uid, 0, 2, MarkKind.ERROR)])[0]
    body.marks.show(Layer.FINDINGS, [TextMark(ONE.blocks[3].uid, 0, 2, MarkKind.ERROR)])
    rect = body.cursorRect(place)
    picture = body.grab().toImage()
    ratio = picture.devicePixelRatio()
    seen = {
        picture.pixelColor(int((rect.x() - 6) * ratio), int(y * ratio)).name()
        for y in range(rect.y(), rect.bottom() + 4)
    }
    assert theme.colour("error.soft").name() in seen
    assert theme.colour("error").name() in seen


def test_enter_f3_and_shift_walk_over_the_end(filled):
    bar = find(filled, "云州")
    for code, modifier, count in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "2/5"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "3/5"),
        (Qt.Key.Key_Return, SHIFT, "2/5"),
        (Qt.Key.Key_F3, SHIFT, "1/5"),
        (Qt.Key.Key_F3, SHIFT, "5/5"),
    ):
        key(filled, code, modifier)
        assert bar.count.text() == count
    assert "末尾" in bar.message.whole


def test_a_hit_in_a_fact_is_selected_and_named(filled):
    bar = find(filled, "云州")
    key(filled, Qt.Key.Key_Return)
    assert filled.article.facts.source.selectedText() == "云州"
    assert bar.message.whole == "在来源"


def test_a_figure_whose_caption_has_the_words_is_chosen(filled):
    bar = find(filled, "图1")
    assert bar.count.text() == "1/1"
    assert filled.article.body.caret.chosen_object().uid == ONE.blocks[2].uid
    assert bar.query.hasFocus()


def test_the_current_hit_is_brought_into_view(filled):
    long = replace(ONE, blocks=tuple(Paragraph(runs=text_of("甲乙丙丁" * 60)) for _ in range(12)) + ONE.blocks)
    filled.context.opened.apply("", lambda space: put_article(space, long))
    find(filled, "末段")
    view, body = filled.article, filled.article.body
    caret = body.mapTo(view.viewport(), body.cursorRect().center())
    assert view.viewport().rect().contains(caret)


def test_words_that_are_nowhere_are_said_so(filled):
    bar = find(filled, "没有的词")
    assert bar.count.text() == "没有找到"
    assert not bar.next.isEnabled()
    bar.query.setText("")
    assert bar.count.text() == ""


def test_case_and_width_are_options(filled):
    bar = find(filled, "data")
    assert bar.count.text() == "1/1"
    bar.width_blind.click()
    assert bar.count.text() == "1/2"
    bar.case.click()
    assert bar.count.text() == "没有找到"


def test_the_issue_is_walked_from_article_to_article(filled):
    bar = find(filled, "云州")
    bar.scope.setCurrentIndex(1)
    assert bar.count.text() == "1/6"
    key(filled, Qt.Key.Key_F3, SHIFT)
    assert filled.article.article.uid == TWO.uid
    assert filled.outline.current_key() == TWO.uid
    assert bar.count.text() == "6/6"
    assert marked(filled.article.body) == [("云州", "hit.current")]
    key(filled, Qt.Key.Key_F3)
    assert filled.article.article.uid == ONE.uid
    assert "从头" in bar.message.whole


def test_going_to_another_article_goes_on_from_there(filled, qtbot):
    bar = find(filled, "云州")
    bar.scope.setCurrentIndex(1)
    filled.show_article(TWO.uid)
    qtbot.waitUntil(lambda: bar.count.text() == "6/6")


def test_escape_closes_and_leaves_the_hit_selected(filled):
    bar = find(filled, "末段")
    key(filled, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert filled.article.body.hasFocus()
    assert filled.article.body.textCursor().selectedText() == "末段"
    assert marked(filled.article.body) == []
    QTest.keyClicks(filled.article.body, "X")
    assert text(filled).endswith("\nX")


def test_f3_goes_on_after_the_bar_was_closed(filled):
    bar = find(filled, "云州")
    key(filled, Qt.Key.Key_Escape)
    key(filled, Qt.Key.Key_F3)
    assert bar.isVisible()
    assert bar.count.text() == "2/5"


def test_replacing_one_goes_on_to_the_next(filled):
    bar = find(filled, "云州", code=Qt.Key.Key_H)
    bar.replacing.field.setText("云州市")
    bar.replacing.one.click()
    assert text(filled).startswith("云州市发布办法\n云州日报")
    assert filled.context.opened.value.article(ONE.uid).title.lines == ("云州市发布", "办法")
    assert bar.count.text() == "2/5"
    bar.replacing.field.setFocus()
    key(filled, Qt.Key.Key_Return)
    assert "云州市日报" in text(filled)
    assert bar.count.text() == "3/5"
    assert filled.actions_by_name["undo"].text() == "撤销 替换 1 处“云州”为“云州市”"
    filled.context.opened.undo()
    filled.context.opened.undo()
    assert filled.context.opened.value.article(ONE.uid) == ONE


def test_replacing_all_in_the_article_is_one_named_step(filled):
    bar = find(filled, "云州", code=Qt.Key.Key_H)
    bar.replacing.field.setText("澄江")
    bar.replacing.all.click()
    assert "云州" not in text(filled)
    assert "云州" in text(filled, TWO.uid)
    assert bar.message.whole == "已替换 5 处“云州”为“澄江”，Ctrl+Z 撤销"
    assert bar.count.text() == ""
    key(filled, Qt.Key.Key_Z, CTRL)
    assert filled.context.opened.value.article(ONE.uid) == ONE


def test_replacing_all_in_the_issue_is_one_step_too(filled):
    bar = find(filled, "云州", code=Qt.Key.Key_H)
    bar.scope.setCurrentIndex(1)
    bar.replacing.field.setText("澄江")
    bar.replacing.all.click()
    assert "云州" not in text(filled) + text(filled, TWO.uid)
    filled.context.opened.undo()
    assert [filled.context.opened.value.article(one.uid) for one in (ONE, TWO)] == [ONE, TWO]


def test_articles_without_a_place_are_found_and_replaced_as_well(filled):
    filled.context.opened.apply(
        "", lambda space: move_articles(space, {TWO.uid}, ArticlePosition(section=PENDING, position=0))
    )
    bar = find(filled, "云州", code=Qt.Key.Key_H)
    bar.scope.setCurrentIndex(1)
    key(filled, Qt.Key.Key_F3, SHIFT)
    assert filled.article.article.uid == TWO.uid
    assert bar.count.text() == "6/6"
    bar.replacing.field.setText("澄江")
    bar.replacing.all.click()
    assert "云州" not in text(filled) + text(filled, TWO.uid)


def test_hits_follow_what_is_typed(filled, qtbot):
    bar = find(filled, "云州")
    body = filled.article.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(body, "abc")
    assert marked(body)[0] == ("云州", "hit")
    body.moveCursor(QTextCursor.MoveOperation.End)
    body.edits.insert_text("云州")
    qtbot.waitUntil(lambda: bar.count.text() == "1/6")
    assert len(marked(body)) == 4


def test_what_is_composed_in_the_query_counts_when_it_is_committed(filled):
    bar = find(filled, "")
    query = bar.query
    QApplication.sendEvent(query, QInputMethodEvent("yunzhou", []))
    assert query.text() == ""
    commit = QInputMethodEvent()
    commit.setCommitString("云州")
    QApplication.sendEvent(query, commit)
    assert bar.count.text() == "1/5"


def test_findings_and_hits_are_marked_apart_and_change_nothing(filled):
    body, title = filled.article.body, filled.article.title
    body.marks.show(
        Layer.FINDINGS,
        [TextMark(ONE.blocks[0].uid, 1, 5, MarkKind.WARNING), TextMark(ONE.blocks[1].uid, 5, 7, MarkKind.INFO)],
    )
    title.marks.show(Layer.FINDINGS, [TextMark("", 2, 6, MarkKind.ERROR)])
    find(filled, "云州")
    assert marked(title) == [("发布\u2029办法", "error"), ("云州", "hit.current")]
    assert marked(body)[:2] == [("云州开会", "warning"), ("云州", "info")]
    key(filled, Qt.Key.Key_Escape)
    assert [words for words, _ in marked(body)] == ["云州开会", "云州"]
    assert filled.context.opened.value.article(ONE.uid) == ONE


def test_a_mark_goes_with_its_words_and_comes_back_with_them(filled, qtbot):
    body = filled.article.body
    body.marks.show(Layer.FINDINGS, [TextMark(ONE.blocks[3].uid, 0, 2, MarkKind.ERROR)])
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert marked(body) == []
    filled.context.opened.undo()
    qtbot.waitUntil(lambda: marked(body) == [("末段", "error")])


def test_a_read_only_issue_is_searched_and_not_changed(filled):
    later = replace(filled.context.opened.issue, uid=new_uid(), sections=())
    number = replace(later.number, number=later.number.number + 1, total=later.number.total + 1)
    filled.context.opened.save()
    filled.session.library.add_issue(replace(later, number=number, date=later.date + dt.timedelta(weeks=1)))
    filled.session.open(filled.context.opened.issue.uid)
    bar = find(filled, "云州", code=Qt.Key.Key_H)
    assert bar.count.text() == "1/5"
    assert not bar.replacing.all.isEnabled()
    assert "只读" in bar.replacing.field.toolTip()


# the library


@pytest.fixture
def shelf(filled):
    """Return a window on a library with an older issue and a published one beside the open one."""
    filled.context.opened.save()
    now = filled.context.opened.issue
    for weeks, state in ((1, "editing"), (2, "published")):
        articles = (replace(TWO, uid=new_uid()),)
        sections = (replace(now.sections[0], articles=articles), *now.sections[1:])
        number = replace(now.number, number=now.number.number - weeks, total=now.number.total - weeks)
        filled.session.library.add_issue(
            replace(
                now,
                uid=new_uid(),
                number=number,
                date=now.date - dt.timedelta(weeks=weeks),
                sections=sections,
                archive=IssueArchive(state=state),
            )
        )
    return filled


def library(window):
    return [window.session.library.issue(entry.uid) for entry in window.session.library.issues()]


@pytest.fixture
def dialog(shelf, qtbot):
    return shown(shelf, qtbot, "澄江", replacing=True)


def shown(window, qtbot, words="", *, replacing=False):
    made = LibraryDialog(window.session, Search(query="云州"), words, window, replacing=replacing)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.work.running, timeout=PATIENCE)
    return made


def rows(dialog):
    """Return what is listed: text, count, and whether it is ticked, at every level."""
    found, model = [], dialog.results

    def walk(parent):
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            assert model.parent(index) == parent
            found.append((index.data(), index.data(Qt.ItemDataRole.CheckStateRole)))
            walk(index)

    walk(dialog.list.rootIndex())
    return found


def done(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=PATIENCE)


def test_the_library_is_listed_by_issue_and_article_with_what_is_skipped(dialog, shelf):
    on = Qt.CheckState.Checked
    listed = rows(dialog)
    assert [words for words, _ in listed if "期" in words] == [
        " ".join(
            (
                f"第{one.number.number}期",
                f"总第{one.number.total}期",
                f"{one.date.year}年{one.date.month}月{one.date.day}日",
            )
        )
        for one in library(shelf)
    ]
    assert listed[1] == ("云州发布办法", on)
    assert ("澄江学云州", None) in listed
    assert dialog.work.message.text == "3 期里有 8 处。其中 1 期已签发、1 期是往期，只列出，不会改动。"
    assert dialog.controls.replace.text() == "替换选中的 6 处"
    dialog.grab()


def changing(dialog):
    """Return the texts of what stands in the dialog and would change something."""
    buttons = [
        one
        for one in (dialog.controls.replace, dialog.controls.undo, dialog.controls.unlock, dialog.controls.every)
        if one.isVisible()
    ]
    return [one.text() for one in buttons if one.isEnabled()]


@pytest.mark.parametrize("words", ["", "澄江"])
def test_a_search_shows_what_there_is_and_nothing_that_would_change_it(shelf, qtbot, words):
    before = library(shelf)
    dialog = shown(shelf, qtbot, words)
    assert dialog.windowTitle() == "在刊库里查找"
    assert dialog.work.message.text == "3 期里有 8 处。"
    assert {ticked for _, ticked in rows(dialog)} == {None}
    assert changing(dialog) == []
    assert not dialog.form.replacement.isVisible()
    dialog.search.replace()
    for code in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(dialog.list, code)
    done(dialog, qtbot)
    assert library(shelf) == before


def test_a_search_in_a_past_issue_alone_changes_it_by_no_click(shelf, qtbot):
    past = shelf.session.library.issues()[1].uid
    shelf.session.library.save_issue(
        replace(shelf.session.library.issue(past), headline=Title(text="独有")), author="甲"
    )
    before = library(shelf)
    dialog = LibraryDialog(shelf.session, Search(query="独有"), "", shelf, replacing=True)
    qtbot.addWidget(dialog)
    dialog.show()
    done(dialog, qtbot)
    assert dialog.work.message.text == "1 期里有 1 处。其中 1 期是往期，只列出，不会改动。"
    dialog.form.deleting.click()
    for button in (dialog.controls.every, dialog.controls.replace):
        button.click()
    done(dialog, qtbot)
    assert dialog.controls.replace.text() == "删去"
    assert library(shelf) == before


def test_only_hits_of_the_open_issue_are_chosen_from_the_start_and_a_past_one_is_unlocked_on_purpose(
    dialog, shelf, qtbot
):
    before, model = library(shelf), dialog.results
    past = model.index(1, 0)
    assert model.data(past, Qt.ItemDataRole.CheckStateRole) is None
    assert not dialog.controls.unlock.isEnabled()
    dialog.list.setCurrentIndex(past)
    assert dialog.controls.unlock.isEnabled()
    dialog.controls.unlock.click()
    assert model.data(past, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert dialog.work.message.text == "3 期里有 8 处。其中 1 期已签发，只列出，不会改动。"
    assert dialog.controls.replace.text() == "替换选中的 6 处"
    model.setData(past, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    dialog.controls.replace.click()
    done(dialog, qtbot)
    assert [article.blocks[0].runs[0].text for article in library(shelf)[1].articles()] == ["澄江学澄江"]
    assert library(shelf)[2] == before[2]


def test_a_published_issue_is_never_unlocked(dialog):
    dialog.list.setCurrentIndex(dialog.results.index(2, 0))
    assert not dialog.controls.unlock.isEnabled()


def test_that_found_words_go_without_others_in_their_place_is_chosen(dialog, shelf, qtbot):
    dialog.form.replacement.clear()
    assert not dialog.controls.replace.isEnabled()
    assert "勾选“删去" in dialog.controls.replace.toolTip()
    dialog.form.deleting.click()
    assert dialog.controls.replace.text() == "删去选中的 6 处"
    dialog.controls.replace.click()
    done(dialog, qtbot)
    assert "云州" not in text(shelf)


def test_the_sides_of_the_dialog_show_the_same_hits(shelf, qtbot):
    dialog = shown(shelf, qtbot)
    dialog.side.segments[True].click()
    assert dialog.windowTitle() == "在刊库里替换"
    assert next(ticked for _, ticked in rows(dialog)) == Qt.CheckState.Checked
    dialog.side.segments[False].click()
    assert changing(dialog) == []


def test_replacing_in_the_library_changes_what_is_ticked_and_is_undone_by_name(dialog, shelf, qtbot):
    before = library(shelf)
    dialog.controls.replace.click()
    done(dialog, qtbot)
    now = library(shelf)
    assert "云州" not in text(shelf) + text(shelf, TWO.uid)
    assert now[1:] == before[1:]
    assert shelf.context.opened.value == shelf.session.library.workspace(now[0].uid)
    assert dialog.work.message.text.startswith("已替换 6 处“云州”为“澄江”，改了 1 期")
    assert shelf.actions_by_name["undo"].text() == "撤销 刊库替换 6 处“云州”为“澄江”"
    listed = CheckpointsDialog(shelf.session, dialog)
    qtbot.addWidget(listed)
    assert listed.lines[0].startswith("刊库替换 6 处“云州”为“澄江”　1 期 · 编辑甲")
    listed.undo.click()
    done(listed, qtbot)
    assert library(shelf) == before
    assert shelf.context.opened.issue == before[0]
    assert listed.work.message.text == "已撤销：刊库替换 6 处“云州”为“澄江”"
    assert listed.lines == ()


def test_only_ticked_hits_are_replaced(dialog, shelf, qtbot):
    dialog.controls.every.click()
    assert not dialog.controls.replace.isEnabled()
    model = dialog.results
    article = model.index(1, 0, model.index(0, 0))
    assert article.data() == "澄江"
    model.setData(article, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    assert dialog.controls.replace.text() == "替换选中的 1 处"
    dialog.controls.replace.click()
    done(dialog, qtbot)
    assert text(shelf, TWO.uid) == "澄江\n\n澄江学澄江"
    assert shelf.context.opened.value.article(ONE.uid) == ONE


def test_an_article_changed_since_refuses_the_undoing_with_a_sentence(dialog, shelf, qtbot):
    dialog.controls.replace.click()
    done(dialog, qtbot)
    shelf.context.opened.apply("", lambda space: put_article(space, replace(space.article(TWO.uid), source="又改")))
    held = shelf.context.opened.value
    listed = CheckpointsDialog(shelf.session, dialog)
    qtbot.addWidget(listed)
    listed.undo.click()
    done(listed, qtbot)
    number = shelf.context.opened.issue.number
    assert listed.work.message.text.startswith(
        f"没有撤销：第{number.number}期 总第{number.total}期 在这次替换之后又改过"
    )
    assert shelf.context.opened.value == held
    assert len(listed.lines) == 1


def test_undoing_the_open_issues_part_in_its_history_leaves_the_rest_to_be_undone(dialog, shelf, qtbot):
    before = library(shelf)
    dialog.controls.replace.click()
    done(dialog, qtbot)
    shelf.context.opened.undo()
    assert shelf.context.opened.value.article(ONE.uid) == ONE
    listed = CheckpointsDialog(shelf.session, dialog)
    qtbot.addWidget(listed)
    listed.undo.click()
    done(listed, qtbot)
    assert library(shelf) == before


def test_what_was_typed_last_is_saved_before_the_library_is_searched(shelf, qtbot):
    shelf.article.body.setFocus()
    shelf.article.body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(shelf.article.body, "fresh")
    dialog = LibraryDialog(shelf.session, Search(query="fresh"), "", shelf)
    qtbot.addWidget(dialog)
    done(dialog, qtbot)
    assert dialog.results.found.many == 1


def test_a_search_of_the_library_can_be_stopped(shelf, qtbot, monkeypatch):
    library, read = shelf.session.library, shelf.session.library.issue
    dialog = LibraryDialog(shelf.session, Search(query=""), "", shelf)
    qtbot.addWidget(dialog)

    def slow(uid):
        dialog.work.stop()
        return read(uid)

    monkeypatch.setattr(library, "issue", slow)
    dialog.form.query.setText("云州")
    dialog.search.search()
    done(dialog, qtbot)
    assert dialog.work.message.text == "已停止。到此为止找到 5 处。" or dialog.work.message.text.startswith("已停止")
    assert len(dialog.results.found.issues) == 1


def test_a_library_that_cannot_be_written_changes_nothing(dialog, shelf, qtbot, monkeypatch):
    before = library(shelf)

    def refuse(*_args, **_kwargs):
        raise UserError("没有写进刊库：磁盘满了。")

    monkeypatch.setattr(shelf.session.library.checkpoints, "save_issues", refuse)
    dialog.controls.replace.click()
    done(dialog, qtbot)
    assert dialog.work.message.text == "没有写进刊库：磁盘满了。"
    assert library(shelf) == before
    assert shelf.context.opened.issue == before[0]


def test_enter_in_the_bar_opens_the_library_and_a_double_click_leads_to_the_place(shelf, qtbot, monkeypatch):
    opened = []

    def look(dialog):
        opened.append(dialog.form.search.query)
        done(dialog, qtbot)
        model = dialog.results
        article = model.index(0, 0, model.index(1, 0))
        dialog.wanted = model.index(0, 0, article).data(HIT_ROLE)

    monkeypatch.setattr(LibraryDialog, "exec", look)
    bar = find(shelf, "云州")
    bar.scope.setCurrentIndex(2)
    assert not bar.next.isVisible()
    bar.query.setFocus()
    key(shelf, Qt.Key.Key_Return)
    assert opened == ["云州"]
    assert shelf.context.opened.issue == library(shelf)[1]
    assert shelf.article.body.textCursor().selectedText() == "云州"


def test_marks_stand_beside_what_is_being_composed(filled):
    body = filled.article.body
    words = TextMark(ONE.blocks[3].uid, 1, 2, MarkKind.ERROR)
    body.marks.show(Layer.FINDINGS, [words])
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(body.marks.find([words])[0].selectionStart())
    body.setTextCursor(cursor)
    number = cursor.blockNumber()

    def left():
        body.grab()
        return body.marks._tints[number][MarkKind.ERROR, 0][0].left()

    before = left()
    QApplication.sendEvent(body, QInputMethodEvent("zhong", []))
    assert left() > before
    assert filled.context.opened.value.article(ONE.uid) == ONE
    QApplication.sendEvent(body, QInputMethodEvent("", []))
    assert left() == before
