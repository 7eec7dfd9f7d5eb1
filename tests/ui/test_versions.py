"""Versions of an article in the window: seen, compared, named, restored."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import db.clock
from db.library import open_library
from editor.desk.printable_issue import add_sample
from editor.model.article import Article, Title
from editor.model.body import Figure, Paragraph, Run, Table, plain, text_of
from editor.model.edits import discard_articles, put_article
from editor.model.revision import Reason
from editor.text.comparing import PieceKind, compare_articles
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.tokens import load_theme
from editor.ui.versions.entries import NOW
from editor.ui.versions.lines import LineSpan, Shape, lines_of
from tests.ui.composing import check_entry

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ADDED = "新近补充的一段，说明登记的办法、时限和责任。"


@pytest.fixture
def clock(monkeypatch):
    now = [dt.datetime.now(tz=dt.UTC) - dt.timedelta(hours=30)]
    monkeypatch.setattr(db.clock, "utc_now", lambda: now[0])
    return now


@pytest.fixture
def window(open_window, library, clock, qtbot):
    add_sample(library)
    made = open_window(library)
    qtbot.waitUntil(lambda: made.article.article is not None)
    clock[0] += dt.timedelta(hours=1)
    return made


def article(window):
    return window.context.opened.value.article(window.article.article.uid)


def change(window, clock, *, title="改过的标题", minutes=0):
    """Give the open article another title, and a paragraph more; save."""
    clock[0] += dt.timedelta(minutes=minutes)
    now = article(window)
    blocks = (*now.blocks, Paragraph(runs=text_of(ADDED)))
    window.context.opened.apply(
        "改", lambda space: put_article(space, replace(now, title=Title(text=title), blocks=blocks))
    )
    assert window.context.opened.save()


@pytest.fixture
def opened(qtbot):
    def in_front(widget):
        # as a window manager would; off screen there is none
        widget.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)
        return widget

    def open_versions(window):
        QTest.keyClick(in_front(window), Qt.Key.Key_B, CTRL | ALT)
        return in_front(window.versions.dialog)

    return open_versions


def rows(dialog):
    return [(one.title, one.below) for one in dialog.list.entries]


def reasons(window, uid):
    return [one.reason for one in window.session.library.versions.listed(uid)]


def words(sheet):
    return sheet.toPlainText()


def test_a_change_after_a_pause_leaves_the_earlier_text_as_a_version(window, clock, opened):
    before = article(window)
    change(window, clock)
    dialog = opened(window)
    assert rows(dialog)[0][0] == NOW
    assert rows(dialog)[1][1] == "导入时"
    assert words(dialog.columns.left).startswith("\n".join(before.title.lines))
    assert ADDED not in words(dialog.columns.left)
    assert "改过的标题" in words(dialog.columns.right)
    assert f"新增\n　　{ADDED}" in words(dialog.columns.right)
    assert dialog.top.count_words == "2 处改动"


def test_restoring_is_one_step_that_keeps_what_stood(window, clock, opened):
    before = article(window)
    change(window, clock)
    later = article(window)
    dialog = opened(window)
    QTest.mouseClick(dialog.top.restore, Qt.MouseButton.LeftButton)
    assert window.versions.dialog is None
    assert article(window) == before
    assert window.session.library.workspace(window.context.opened.issue.uid) == window.context.opened.value
    assert reasons(window, before.uid)[:2] == [Reason.RESTORED, Reason.RESTORING]
    assert window.actions_by_name["undo"].text() == "撤销 恢复版本"
    window.context.opened.undo()
    assert article(window) == later
    kept = window.session.library.versions.listed(before.uid)
    assert window.session.library.versions.article(kept[1].key) == later


def test_what_is_known_of_the_work_stays_when_a_version_comes_back(window, clock, opened):
    change(window, clock)
    now = article(window)
    marked = replace(now, archive=replace(now.archive, state="edited", tags=("新标签",)))
    window.context.opened.apply("改", lambda space: put_article(space, marked))
    dialog = opened(window)
    assert "标签　新标签" in words(dialog.columns.right)
    dialog.top.restore.click()
    assert (article(window).archive.state, article(window).archive.tags) == ("edited", ())


def test_a_version_of_days_ago_brings_its_pictures_along(window, opened):
    uid = next(
        one.uid for one in window.context.opened.value.articles() for block in one.blocks if isinstance(block, Figure)
    )
    window.show_article(uid)
    before = article(window)
    bare = replace(before, blocks=tuple(one for one in before.blocks if not isinstance(one, Figure)))
    window.context.opened.apply("删图", lambda space: put_article(space, bare))
    assert window.context.opened.save()
    resources = window.context.opened.resources
    resources._printable = replace(window.context.opened.printable, pictures={})
    opened(window).top.restore.click()
    assert article(window) == before
    used = {one.picture.sha256 for one in before.blocks if isinstance(one, Figure)}
    assert used <= window.context.opened.printable.pictures.keys()


def test_a_name_is_given_to_what_stands_now(window, clock, opened):
    change(window, clock)
    dialog = opened(window)
    dialog.name.setFocus()
    composed = QInputMethodEvent("", [])
    composed.setCommitString("交主编前")
    QApplication.sendEvent(dialog.name, composed)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [title for title, _ in rows(dialog)][:2] == [NOW, "交主编前"]
    assert dialog.message.text == "已记下“交主编前”"
    assert dialog.name.text() == ""
    assert dialog.isVisible()


def test_a_name_is_asked_for_where_there_is_none(window, opened):
    dialog = opened(window)
    dialog.keep.click()
    assert "起个名字" in dialog.message.text
    assert len(rows(dialog)) == 1


def test_an_article_without_versions_says_how_they_come_about(window, opened):
    dialog = opened(window)
    assert rows(dialog)[0][0] == NOW
    assert dialog._empty.isVisible()
    assert not dialog.top.restore.isEnabled()


def test_any_two_versions_are_compared(window, clock, opened):
    for number in range(3):
        change(window, clock, title=f"第{number}稿", minutes=20)
    dialog = opened(window)
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.list.chosen.title == rows(dialog)[2][0]
    dialog.compared.other.setCurrentIndex(1)
    dialog.compared.other.activated.emit(1)
    assert words(dialog.columns.left).startswith("第0稿")
    assert words(dialog.columns.right).startswith("第1稿")


def test_the_same_text_is_said_to_be_the_same(window, clock, opened):
    change(window, clock)
    dialog = opened(window)
    dialog.choose(0)
    assert dialog._empty.isVisible()
    assert dialog.top.count_words == ""


def test_keys_lead_from_change_to_change_and_round(window, clock, opened):
    change(window, clock)
    dialog = opened(window)
    for key, modifier, message in (
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "第 1 处，共 2 处改动"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "第 2 处，共 2 处改动"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "第 1 处，共 2 处改动"),
        (Qt.Key.Key_F8, SHIFT, "第 2 处，共 2 处改动"),
    ):
        QTest.keyClick(dialog, key, modifier)
        assert dialog.top.count_words == message


def test_lines_stand_opposite_each_other_and_scroll_together(window, clock, opened):
    change(window, clock)
    dialog = opened(window)
    dialog.resize(1000, 560)
    columns = dialog.columns
    for width in (1000, 1300):
        dialog.resize(width, 560)
        QApplication.processEvents()
        lines = range(columns.left.document().blockCount())
        assert columns.right.document().blockCount() == len(lines)
        tops = [(columns.left.top_of(line), columns.right.top_of(line)) for line in lines]
        assert all(abs(one - other) < 1 for one, other in tops)
    QTest.keyClick(dialog, Qt.Key.Key_F8, SHIFT)
    assert columns.left.verticalScrollBar().value() == columns.right.verticalScrollBar().value() > 0


def test_only_what_differs_is_shown_on_demand(window, clock, opened):
    first = article(window).blocks[0]
    change(window, clock)
    dialog = opened(window)
    QTest.keyClick(dialog, Qt.Key.Key_D, CTRL)
    assert f"{len(article(window).blocks) - 1} 段相同" in words(dialog.columns.left)
    assert plain(first.runs) not in words(dialog.columns.left)
    assert ADDED in words(dialog.columns.right)


def test_a_read_only_library_shows_versions_and_says_why_none_is_restored(window, clock, open_window, tmp_path, opened):
    change(window, clock)
    with open_library(tmp_path / "library.db") as library:
        other = open_window(library)
        dialog = opened(other)
        assert len(rows(dialog)) == 2
        assert "改过的标题" in words(dialog.columns.right)
        assert not dialog.top.restore.isEnabled()
        assert "只能看" in dialog.top.restore.toolTip()
        assert dialog.top.restore.toolTip() == dialog.message.text
        assert not dialog.keep.isEnabled()
        other.close()


def test_the_versions_of_an_article_in_the_trash_can_be_seen(window, clock):
    change(window, clock)
    uid = article(window).uid
    window.context.opened.apply("删除", lambda space: discard_articles(space, {uid}, at=clock[0]))
    window.outline.choose(uid)
    assert [row.key for row in window.outline.chosen.rows()] == [uid]
    window.actions_by_name["article.versions"].trigger()
    dialog = window.versions.dialog
    assert "改过的标题" in words(dialog.columns.right)
    assert "先把它恢复到原处" in dialog.top.restore.toolTip()


def test_replacing_in_the_issue_keeps_what_it_changes(window, clock):
    change(window, clock, title="独一无二的词")
    bar = window.find_bar
    window.actions_by_name["find.replace"].trigger()
    bar.query.setText("独一无二")
    bar.replacing.field.setText("常见")
    window.finding.refresh()
    bar.replacing.all.click()
    assert article(window).title.text == "常见的词"
    newest = window.session.library.versions.listed(article(window).uid)[0]
    assert newest.reason is Reason.REPLACING
    assert window.session.library.versions.article(newest.key).title.text == "独一无二的词"


def test_what_was_exported_is_a_version(window, clock):
    change(window, clock)

    def export():
        dialog = QApplication.activeModalWidget()
        dialog.exported.emit(None)
        dialog.reject()

    QTimer.singleShot(0, export)
    window.actions_by_name["export"].trigger()
    assert reasons(window, article(window).uid)[0] is Reason.HANDED_OVER


def test_another_theme_is_followed_while_it_is_open(window, clock, qapp, theme, opened):
    change(window, clock)
    dialog = opened(window)
    apply_theme(qapp, load_theme("dark"))
    QApplication.processEvents()
    ink = dialog.columns.right.document().firstBlock().begin().fragment().charFormat().foreground().color()
    assert ink.lightness() > 128
    apply_theme(qapp, theme)


def test_every_control_has_a_name_and_the_tab_key_reaches_it(window, clock, opened):
    change(window, clock)
    dialog = opened(window)
    reached = set()
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        reached.add(focus.accessibleName() or (focus.text() if isinstance(focus, QPushButton) else ""))
    assert {"版本", "版本的名字", "记下", "恢复这个版本", "和哪个版本比较", "只看改动", "下一处改动"} <= reached
    assert "" not in reached


def test_bold_words_stay_bold_beside_marks():
    one = Paragraph(runs=(Run(text="一是强化。", bold=True), Run(text="要求企业建立制度。")))
    two = replace(one, runs=(Run(text="一是强化管理。", bold=True), Run(text="要求企业建立制度。")))
    before = Article(title=Title(text="甲"), blocks=(one,))
    lines = lines_of(compare_articles(before, replace(before, blocks=(two,))))
    assert lines[-1].right.spans == (
        LineSpan("一是强化", PieceKind.SAME, bold=True),
        LineSpan("管理", PieceKind.ADDED, bold=True),
        LineSpan("。", PieceKind.SAME, bold=True),
        LineSpan("要求企业建立制度。", PieceKind.SAME),
    )


def test_figures_and_tables_are_named_and_moves_say_from_where():
    figure, table = Figure(), Table(head=(text_of("事项"),), caption="表1　示意")
    before = Article(title=Title(text="甲"), blocks=(figure, table))
    lines = lines_of(compare_articles(before, replace(before, blocks=(table, figure))))
    assert [line.shape for line in lines] == [Shape.TITLE, *[Shape.OBJECT] * 3]
    sides = [side for line in lines[1:] for side in (line.left, line.right) if side]
    assert {side.label for side in sides} == {"图", ""}
    assert {"移到第 2 段", "从第 1 段移来"} <= {side.note for side in sides}


@pytest.mark.usefixtures("input_method")
def test_a_version_is_named_by_an_input_method(window, opened, qtbot):
    dialog = opened(window)
    check_entry(dialog.name, "送审稿", qtbot)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "送审稿" in [one.name for one in window.session.library.versions.listed(window.article.article.uid)]


def test_no_versions_are_shown_of_an_article_out_of_sight(window):
    window.outline.part_chosen.emit("credits")
    window.outline.choose("credits")
    window.actions_by_name["article.versions"].trigger()
    assert window.versions.dialog is None
