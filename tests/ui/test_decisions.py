"""Three people play an issue through at the window, as they would by hand."""

import datetime as dt
import io
import sqlite3
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db.library import open_library
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.trust import TrustFile
from editor.model.edits import put_article
from editor.model.issue_state import IssueState
from editor.model.revision import Reason
from editor.ui.commands.places import CommandMenu
from editor.ui.work.review_context import now
from tests.review_desk import CHIEF, EDITOR, STAFF, approve_plainly
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import (
    ISSUE,
    button_of,
    click,
    decisions,
    drop,
    offered,
    open_desk,
    sign,
    take,
    take_in,
    verdicts,
    write,
)

SEEN_WIDTH = 794
"""A4 at 96 dpi."""


@pytest.fixture
def desk(open_window, library, qtbot, tmp_path):
    return open_desk(open_window, library, qtbot, tmp_path)


def edit(window, **fields):
    article = next(window.context.opened.issue.articles())
    window.context.opened.apply("改", lambda space: put_article(space, replace(article, **fields)))
    assert window.context.opened.save()
    window.decisions.standing.show()


def seen(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_three_people_play_it_through(desk, qtbot, tmp_path):
    assert (desk.top.state, offered(desk), desk.review_strip.message) == ("编辑中", {"review.submit"}, "")
    submit_and_return(desk)
    approve(desk, qtbot)
    tamper_and_verify(desk, qtbot, tmp_path)
    take(desk, "review.publish", who=STAFF)
    assert desk.top.state == "已印发"
    assert offered(desk) == {"review.correct"}
    correct(desk, qtbot)


def submit_and_return(desk):
    take(desk, "review.submit", who=EDITOR, words="数字请再核")
    assert desk.context.opened.issue.archive.state is IssueState.SUBMITTED
    assert desk.top.state == "已送审"
    assert EDITOR in desk.review_strip.message
    assert f"请{CHIEF}审读。数字请再核" in desk.review_strip.message
    assert not desk.context.opened.writable
    take(desk, "review.return", who=CHIEF, words="来源写全称")
    assert CHIEF in desk.review_strip.message
    assert "退回：来源写全称" in desk.review_strip.message
    assert desk.context.opened.writable
    edit(desk, source="云州日报社")
    take(desk, "review.submit", who=EDITOR)
    assert "第 2 次送审" in desk.review_strip.message


def approve(desk, qtbot):
    dialog = sign(desk, qtbot, desk.key)
    assert "已签发" in dialog.message.text
    approval = desk.decisions.standing.position.approval
    assert dialog.facts.pdf.text().replace(" ", "") == approval.pdf[:12]
    assert approval.name == CHIEF
    click(dialog.cancel)
    assert desk.top.state == "已签发"
    assert offered(desk) == {"review.publish", "export"}
    assert CHIEF in desk.review_strip.message


def office_of(desk, folder):
    return Office(library=desk.session.library, trust=TrustFile(folder / "trusted-keys.json"))


def tamper_and_verify(desk, qtbot, folder):
    files = released_files(office_of(desk, folder), desk.context.opened.issue)
    word, pdf = folder / "改过.docx", folder / "另存.pdf"
    document = Document(io.BytesIO(files.word))
    document.paragraphs[0].add_run("改")
    document.save(str(word))
    opened = pypdfium2.PdfDocument(files.pdf)
    opened.save(str(pdf))
    opened.close()
    drop(desk, word, pdf)
    dialog = desk.proofs.dialog
    found = verdicts(desk, qtbot)
    assert not found["改过.docx"].holds
    assert "第 1 段不同" in seen(dialog)
    assert "没有看出不同" in seen(dialog)
    click(dialog.issue)
    qtbot.waitUntil(lambda: [one.holds for one in dialog.verdicts] == [True], timeout=PATIENCE)
    click(dialog.leave)


def correct(desk, qtbot):
    take(desk, "review.correct", who=EDITOR, words="机构名称有误")
    assert "正在更正：机构名称有误" in desk.review_strip.message
    edit(desk, source="云州日报")
    assert "和印发的一版不同" in desk.review_strip.message
    assert "印发的那一版仍算数" in desk.review_strip.message
    click(desk.review_strip.buttons["review.notice"])
    notice = desk.decisions.dialog
    assert "“云州日报社”应为“云州日报”" in notice.text.toPlainText()
    click(notice.leave)
    take(desk, "review.submit", who=EDITOR)
    dialog = sign(desk, qtbot, desk.key)
    assert "修订版，第 2 版" in seen(dialog)
    click(dialog.publish)
    click(desk.decisions.dialog.confirm)
    assert desk.top.state == "已印发"
    assert desk.exports.export_dialog().form.name.text().endswith("（修订版）")
    assert "已印发（修订版，第 2 版）" in desk.review_strip.message
    assert desk.decisions.standing.position.approval.revision == 2


def test_what_was_replaced_says_so(desk, qtbot, tmp_path):
    take(desk, "review.submit")
    click(sign(desk, qtbot, desk.key).cancel)
    first = tmp_path / "第一版.pdf"
    first.write_bytes(released_files(office_of(desk, tmp_path), desk.context.opened.issue).pdf)
    take(desk, "review.publish")
    take(desk, "review.correct", words="日期有误")
    edit(desk, source="云州日报社")
    take(desk, "review.submit")
    click(sign(desk, qtbot, desk.key).cancel)
    drop(desk, first)
    verdicts(desk, qtbot)
    assert "取代" in seen(desk.proofs.dialog)


def test_the_article_stays_after_a_step(desk):
    second = [one.uid for one in desk.context.opened.issue.articles()][1]
    desk.show_article(second)
    take(desk, "review.submit")
    assert desk.article.article.uid == second


def test_the_line_stays_in_view_after_a_step(window, qtbot):
    bar = window.article.verticalScrollBar()
    window.resize(1280, 640)
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    take(window, "review.submit")
    qtbot.waitUntil(lambda: bar.value() == 100)


def test_a_submitted_issue_cannot_be_written_in(desk):
    take(desk, "review.submit")
    before = desk.context.opened.value
    QTest.keyClicks(desk.article.body, "more")
    assert desk.context.opened.value == before
    assert not desk.actions_by_name["article.new"].isEnabled()


def test_every_step_can_be_taken_by_the_palette(desk, qtbot):
    take(desk, "review.submit")
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    QTest.keyClick(desk.outline, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = desk.palettes.palette.field
    QTest.keyClicks(field, "send back")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.decisions.dialog is not None)
    assert "退回" in desk.decisions.dialog.windowTitle()
    assert desk.decisions.dialog.isVisible()


def test_the_menu_offers_what_leads_on(desk):
    shown = [one.text() for one in desk.menus[CommandMenu.REVIEW].actions() if one.isVisible()]
    assert "送审…" in shown
    assert not {"签发…", "印发…", "更正…"} & set(shown)


def test_what_is_lacking_leads_to_its_place(desk):
    click(button_of(desk, "review.submit"))
    dialog = desk.decisions.dialog
    where = next(one for one in dialog.before.buttons if "终审" in one.accessibleName())
    desk.show_article([one.uid for one in desk.context.opened.issue.articles()][1])
    click(where)
    assert not dialog.isVisible()
    assert desk.article.article.uid == next(ISSUE.articles()).uid


def test_an_issue_without_articles_cannot_be_submitted(open_window, library):
    from editor.desk.ports import Arrival
    from tests.ui.review_desk import ONE

    empty = replace(ISSUE, sections=(replace(ISSUE.sections[0], articles=()),))
    library.take_in(Arrival(issue=empty, publication=ONE))
    window = open_window(library)
    assert not button_of(window, "review.submit").isEnabled()


def test_whoever_is_the_first_says_name_and_duty(open_window, library):
    take_in(library)
    window = open_window(library)
    click(button_of(window, "review.submit"))
    dialog = window.decisions.dialog
    assert not dialog.who.who.isVisible()
    assert dialog.who.name.text() == "编辑甲"
    write(dialog.who.name, "杨婷")
    click(dialog.confirm)
    (member,) = library.review.members()
    assert (member.name, member.role) == ("杨婷", "editor")
    assert "杨婷" in window.review_strip.message


def test_tags_and_notes_leave_an_approval_as_it_is(desk, qtbot):
    take(desk, "review.submit")
    click(sign(desk, qtbot, desk.key).cancel)
    message = desk.review_strip.message
    article = next(desk.context.opened.issue.articles())
    tagged = replace(article, archive=replace(article.archive, tags=("数据",)))
    space = desk.context.opened.value
    desk.session.library.save_workspace(space, put_article(space, tagged), author=EDITOR)
    desk.session.open(ISSUE.uid)
    assert desk.review_strip.message == message


def test_what_was_done_before_a_submission_can_be_undone_after_the_return(desk):
    source = next(desk.context.opened.issue.articles()).source
    edit(desk, source="云州日报社")
    take(desk, "review.submit", who=EDITOR)
    assert not desk.actions_by_name["undo"].isEnabled()
    take(desk, "review.return", who=CHIEF, words="来源照旧")
    undo = desk.actions_by_name["undo"]
    assert undo.text() == "撤销 改"
    undo.trigger()
    assert next(desk.context.opened.issue.articles()).source == source
    assert desk.context.opened.save()
    stored = desk.session.library.issue(ISSUE.uid)
    assert (next(stored.articles()).source, stored.archive.state) == (source, IssueState.RETURNED)


@pytest.fixture
def withdrawn(desk, qtbot):
    """A window on an issue whose approval was withdrawn and whose source was changed."""
    take(desk, "review.submit")
    click(sign(desk, qtbot, desk.key).cancel)
    click(desk.review_strip.buttons["review.return"])
    dialog = desk.decisions.dialog
    assert "签发作废" in seen(dialog)
    choose_chief(dialog)
    write(dialog.note, "来源写全称")
    click(dialog.confirm)
    edit(desk, source="云州日报社编辑部")
    assert "签发已经作废：《" in desk.review_strip.message
    assert "》改过" in desk.review_strip.message, "one article, not 等 1 处"
    return desk


def test_after_a_withdrawal_the_changed_pages_stand_beside_the_approved_ones(withdrawn, qtbot):
    click(withdrawn.review_strip.buttons["review.compare"])
    compare = withdrawn.proofs.dialog
    qtbot.waitUntil(lambda: compare.pairs is not None, timeout=PATIENCE)
    assert compare.list.count() >= 1
    pair = compare.pairs.differing[-1]
    assert compare.pairs.before.areas(pair.before)
    assert compare.pairs.after.areas(pair.after)
    QTest.keyClick(compare, Qt.Key.Key_F8)
    click(compare.leave)


def shown_pages(dialog, qtbot):
    """Return the widths of the pictures of both sides."""
    sheets = dialog.before, dialog.after
    qtbot.waitUntil(lambda: all(sheet.picture_width for sheet in sheets), timeout=PATIENCE)
    return tuple(sheet.picture_width for sheet in sheets)


def test_the_pages_are_shown_as_they_were_seen_when_they_were_approved(withdrawn, qtbot):
    click(withdrawn.review_strip.buttons["review.compare"])
    compare = withdrawn.proofs.dialog
    qtbot.waitUntil(compare.kept.isVisible, timeout=PATIENCE)
    drawn, now_ = shown_pages(compare, qtbot)
    assert drawn == now_
    assert not compare.kept.isChecked()
    assert "PDFium" in compare.kept.toolTip()
    click(compare.kept)
    qtbot.waitUntil(lambda: compare.before.picture_width == SEEN_WIDTH, timeout=PATIENCE)
    assert compare.after.picture_width == now_
    click(compare.kept)
    qtbot.waitUntil(lambda: compare.before.picture_width == drawn, timeout=PATIENCE)
    click(compare.leave)


@pytest.mark.parametrize("change", ["DELETE FROM released_files", "UPDATE released_files SET data = X'25504446'"])
def test_where_the_approved_pdf_is_lost_the_kept_pictures_are_shown(withdrawn, qtbot, tmp_path, change):
    approval = withdrawn.decisions.standing.position.approval
    spoil(tmp_path / "library.db", change, approval.pdf)
    click(withdrawn.review_strip.buttons["review.compare"])
    compare = withdrawn.proofs.dialog
    qtbot.waitUntil(lambda: compare.before.picture_width == SEEN_WIDTH, timeout=PATIENCE)
    assert compare.kept.isChecked()
    assert "签发的 PDF 不在刊库里或已损坏" in compare.message.whole
    click(compare.leave)


def spoil(path, change, sha256):
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(f"{change} WHERE sha256 = ?", (sha256,)).rowcount == 1
        connection.commit()


def choose_chief(dialog):
    from tests.ui.review_desk import choose

    choose(dialog.who.who, CHIEF)


def test_an_editor_takes_back_and_reads_a_chief_signs(desk):
    take(desk, "review.submit")
    assert offered(desk) == {"review.return", "review.read"}
    assert button_of(desk, "review.return").text() == "撤回"
    assert not desk.actions_by_name["review.approve"].isVisible()
    desk.session.author = CHIEF
    desk.decisions.standing.show()
    assert offered(desk) == {"review.return", "review.approve"}
    assert button_of(desk, "review.return").text() == "退回"


def test_staff_hands_out_what_is_approved_and_nothing_else(desk, qtbot):
    take(desk, "review.submit")
    click(sign(desk, qtbot, desk.key).cancel)
    desk.session.author = STAFF
    desk.decisions.standing.show()
    assert offered(desk) == {"review.publish", "export"}
    assert not desk.actions_by_name["review.return"].isVisible()


def test_the_pages_are_seen_before_they_are_signed(desk):
    take(desk, "review.submit")
    click(button_of(desk, "review.read"))
    view = desk.reading.view
    assert desk.rooms.currentWidget() is view
    assert "第 1 次送审" in seen(view.bar)
    assert [one.text() for one in decisions(view)] == ["退回…", "签发这些页…"]


def test_a_past_issue_offers_its_files_and_says_where_it_stands(open_window, library):
    take_in(library)
    later = replace(ISSUE, date=dt.date(2025, 1, 27), number=replace(ISSUE.number, number=4, total=31), uid="1" * 32)
    later = replace(later, sections=tuple(replace(one, articles=(), uid="2" * 32) for one in later.sections))
    library.add_issue(later)
    window = open_window(library)
    window.session.open(ISSUE.uid)
    assert (window.top.state, offered(window)) == ("往期 · 只读", {"export"})
    approve_plainly(library, ISSUE.uid, at=now())
    window.session.open(ISSUE.uid)
    assert (window.top.state, offered(window)) == ("已签发", {"review.publish", "export"})


def test_who_only_looks_is_offered_nothing_to_decide(open_window, library, tmp_path):
    take_in(library)
    with open_library(tmp_path / "library.db") as reader:
        assert reader.read_only
        window = open_window(reader)
        assert offered(window) == {"export"}
        assert not window.actions_by_name["review.submit"].isVisible()
        window.close()


def test_what_was_handed_in_is_kept_as_a_version(desk):
    edit(desk, source="云州日报社")
    take(desk, "review.submit")
    uid = next(ISSUE.articles()).uid
    kept = [one for one in desk.session.library.versions.listed(uid) if one.name == "送审"]
    assert [one.reason for one in kept] == [Reason.HANDED_OVER]
