"""来稿 in the window: files are dropped, chosen or opened with the program, and become articles."""

import datetime as dt
import io
import threading
from dataclasses import replace

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from editor.desk.intake.reading import PLAIN, read_manuscripts
from editor.model.article import Article, ArticleArchive, title_of
from editor.model.block_texts import block_texts
from editor.model.edits import pending_and_inbox
from editor.model.guesses import open_guesses
from editor.model.origin import Receipt
from editor.model.uid import new_uid
from editor.text.person_names import is_person_name
from editor.ui.intake.batch import ReadingJob
from editor.ui.intake.report import IntakeReport
from editor.ui.kit.message_dialog import MessageDialog
from resources import resource
from tests.ui.composing import compose
from tests.ui.conftest import PATIENCE, open_facts
from tests.ui.review_desk import choose, click, drop, verdicts
from tests.word_kinds import packed

AT = dt.datetime(2026, 3, 2, 8, tzinfo=dt.UTC)
TEXT = "云州推进数据登记试点\n云州市数据局三月起在两个区试点数据登记。\n登记的结果全市通用。"


def word_file(path, text=TEXT):
    made, buffer = Document(), io.BytesIO()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.save(buffer)
    path.write_bytes(buffer.getvalue())
    return path


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "来稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def pending(window):
    return [one.title.text for one in window.context.opened.value.drawer.pending]


def report(window, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.intake.dialog, IntakeReport), timeout=PATIENCE)
    return window.intake.dialog


def question(window, qtbot):
    qtbot.waitUntil(lambda: isinstance(window.intake.dialog, MessageDialog), timeout=PATIENCE)
    return window.intake.dialog


def answer(dialog, words):
    click(next(one for one in dialog.buttons if one.text() == words))


def test_dropped_files_wait_in_pending_and_one_undo_takes_them_back(window, qtbot, text, tmp_path):
    drop(window, text, word_file(tmp_path / "二.docx", "第二篇来稿\n正文一段，说清来历。"))
    dialog = report(window, qtbot)
    assert pending(window) == ["云州推进数据登记试点", "第二篇来稿"]
    assert "标题是猜的" in dialog.lines[0]
    dialog.accept()
    window.context.opened.undo()
    assert pending(window) == []


def test_they_are_in_the_library_with_their_originals(window, qtbot, text):
    drop(window, text)
    report(window, qtbot).accept()
    assert window.context.opened.save()
    stored = window.session.library.workspace(window.context.opened.issue.uid).drawer.pending[0]
    digest = stored.archive.origin.sha256
    assert window.session.library.files.originals((digest,)) == {digest: ("来稿.txt", TEXT.encode())}


def test_the_article_is_shown_with_its_guess(window, qtbot, text):
    drop(window, text)
    report(window, qtbot).accept()
    assert window.article.article.title.text == "云州推进数据登记试点"
    assert open_guesses(window.article.article)


def over_row(window, key):
    view = window.outline
    return view.visualRect(view.model().find(key)).center()


def drop_on(widget, point, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    for kind, place in ((QDragEnterEvent, point), (QDragMoveEvent, point), (QDropEvent, point.toPointF())):
        event = kind(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)


def test_over_a_section_they_go_there(window, qtbot, text):
    section = window.context.opened.issue.sections[-1]
    drop_on(window.outline.viewport(), over_row(window, section.uid), text)
    report(window, qtbot).accept()
    assert "云州推进数据登记试点" in [one.title.text for one in window.context.opened.issue.sections[-1].articles]


def test_over_the_body_they_go_below_the_open_article(window, qtbot, text):
    first = window.context.opened.issue.sections[0].articles[0]
    window.show_article(first.uid)
    drop_on(window.article.body.viewport(), window.article.body.viewport().rect().center(), text)
    report(window, qtbot).accept()
    assert window.context.opened.issue.sections[0].articles[1].title.text == "云州推进数据登记试点"


def test_the_command_takes_several_at_once(window, qtbot, text, monkeypatch):
    chosen = lambda *_args: ([str(text)], "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    window.actions_by_name["article.intake"].trigger()
    report(window, qtbot).accept()
    assert pending(window) == ["云州推进数据登记试点"]


def test_what_reads_as_an_issue_is_offered_as_one(window, qtbot, tmp_path):
    path = tmp_path / "往期.txt"
    path.write_bytes(resource("sample/past-issue.txt").read_bytes())
    drop(window, path)
    dialog = question(window, qtbot)
    assert "读起来是一期简报" in dialog.what
    assert len(window.session.library.issues()) == 1
    answer(dialog, "收作文章")
    qtbot.waitUntil(lambda: len(pending(window)) == 1, timeout=PATIENCE)


def test_what_is_refused_says_what_to_do_and_the_rest_comes_in(window, qtbot, text, tmp_path):
    empty = tmp_path / "空.docx"
    empty.touch()
    drop(window, empty, text)
    dialog = report(window, qtbot)
    assert any("“空.docx”是空的" in line for line in dialog.lines)
    assert pending(window) == ["云州推进数据登记试点"]


def test_a_file_that_came_before_is_said(window, qtbot, text):
    drop(window, text)
    report(window, qtbot).accept()
    drop(window, text)
    qtbot.waitUntil(lambda: len(pending(window)) == 2, timeout=PATIENCE)
    assert "以前收过" in report(window, qtbot).lines[0]


def test_import_of_a_manuscript_leads_on(window, qtbot, text):
    window.issues.import_files((text,))
    box = next(one for one in window.findChildren(MessageDialog) if one.isVisible())
    next(one for one in box.buttons if one.text() == "收作文章").click()
    qtbot.waitUntil(lambda: pending(window) == ["云州推进数据登记试点"], timeout=PATIENCE)


def test_cancelled_nothing_comes_in(window, qtbot, text):
    window.intake.take((text, text))
    window.intake._progress.reject()
    qtbot.waitUntil(lambda: window.intake._progress is None, timeout=PATIENCE)
    assert pending(window) == []


def taken(window, qtbot, path):
    drop(window, path)
    report(window, qtbot).accept()
    return window.article.article


def test_a_guess_is_marked_and_one_click_accepts_it(window, qtbot, text):
    taken(window, qtbot, text)
    assert window.article.fold.line.guessed.startswith("标题是猜的")
    click(window.article.title_guess)
    assert not window.article.title_guess.isVisible()
    assert open_guesses(window.context.opened.value.drawer.pending[0]) == ()
    window.context.opened.undo()
    assert window.article.title_guess.isVisible()


def test_or_one_key_or_an_edit_of_the_field(window, qtbot, text):
    taken(window, qtbot, text)
    window.actions_by_name["article.accept"].trigger()
    assert not window.article.title_guess.isVisible()
    window.context.opened.undo()
    window.article.title.setFocus()
    QTest.keyClicks(window.article.title, "x")
    assert not window.article.title_guess.isVisible()


def test_the_original_stands_beside_the_text(window, qtbot, text, monkeypatch, tmp_path):
    taken(window, qtbot, text)
    window.actions_by_name["article.original"].trigger()
    panel = window.originals.panel
    qtbot.waitUntil(lambda: "登记的结果全市通用。" in panel.text.toPlainText(), timeout=PATIENCE)
    assert panel.facts["文件名"] == "来稿.txt"
    assert len(panel.facts["SHA-256"]) == 64
    assert not window.pages_column.isVisible()
    kept = tmp_path / "另存.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(kept), ""))
    click(panel.save)
    assert kept.read_bytes() == TEXT.encode()
    window.actions_by_name["article.original"].trigger()
    assert window.pages_column.isVisible()


def test_what_was_written_here_has_none(window):
    window.actions_by_name["article.original"].trigger()
    assert not window.originals.panel._none.isHidden()
    assert "没有原件" in window.originals.panel._none.text()


def inbox(window):
    return [one.title.text for one in pending_and_inbox(window.context.opened.value.drawer)[1]]


def test_pieces_wait_in_the_inbox_until_they_are_kept(window, qtbot, text):
    taken(window, qtbot, text)
    assert inbox(window) == ["云州推进数据登记试点"]
    assert window.outline.model().find("inbox").isValid()
    window.actions_by_name["inbox.keep"].trigger()
    assert inbox(window) == []
    assert pending(window) == ["云州推进数据登记试点"]
    assert not window.outline.model().find("inbox").isValid()


def test_a_rejected_piece_is_found_in_the_trash_and_the_register(window, qtbot, text):
    taken(window, qtbot, text)
    window.actions_by_name["inbox.reject"].trigger()
    asked = window.inbox.dialog
    asked.field.setText("已有同题报道")
    asked.accept()
    assert inbox(window) == []
    assert window.context.opened.value.drawer.trash[0].article.archive.receipt.reason == "已有同题报道"
    window.actions_by_name["inbox.register"].trigger()
    dialog = window.inbox.dialog
    assert dialog.table.item(0, 5).text() == "退稿：已有同题报道"
    click(dialog.copy)
    assert "没有采用。原因是：已有同题报道。" in QApplication.clipboard().text()
    dialog.accept()


def test_who_sent_it_is_written_into_the_register(window, qtbot, text):
    taken(window, qtbot, text)
    window.actions_by_name["inbox.register"].trigger()
    dialog = window.inbox.dialog
    dialog.unit.setFocus()
    dialog.unit.clear()
    QTest.keyClicks(dialog.unit, "Bureau")
    assert "Bureau：" in dialog.reply.toPlainText()
    dialog.accept()
    assert window.context.opened.value.drawer.pending[0].archive.receipt.unit == "Bureau"


def with_earlier_issue(window):
    """Put an issue before the open one, in which a piece was printed; return the piece."""
    opened = window.context.opened
    issue, receipt = opened.issue, Receipt(received=dt.date(2026, 1, 5), unit="澄江区委办")
    piece = Article(title=title_of("台账治理"), archive=ArticleArchive(receipt=receipt))
    sections = tuple(replace(one, uid=new_uid(), articles=()) for one in issue.sections)
    number = replace(issue.number, number=issue.number.number - 1, total=issue.number.total - 1)
    made = replace(issue, uid=new_uid(), sections=sections, number=number, date=issue.date - dt.timedelta(days=7))
    first = replace(sections[0], articles=(piece,))
    window.session.library.add_issue(replace(made, sections=(first, *sections[1:])))
    return piece


def test_the_register_has_earlier_issues_and_their_folios(window, qtbot, text):
    with_earlier_issue(window)
    taken(window, qtbot, text)
    window.actions_by_name["inbox.register"].trigger()
    dialog = window.inbox.dialog
    assert [dialog.table.item(row, 1).text() for row in range(2)] == ["云州推进数据登记试点", "台账治理"]
    dialog.table.setCurrentCell(1, 1)
    assert not dialog.unit.isEnabled()
    qtbot.waitUntil(lambda: "栏目第" in dialog.reply.toPlainText(), timeout=PATIENCE)
    assert "已刊登在" in dialog.reply.toPlainText()
    dialog.accept()


def test_the_register_is_filtered_counted_copied_and_saved(window, qtbot, text, tmp_path, monkeypatch):
    with_earlier_issue(window)
    taken(window, qtbot, text)
    window.actions_by_name["inbox.register"].trigger()
    dialog = window.inbox.dialog
    choose(dialog.filters.unit, "澄江区委办")
    assert dialog.table.rowCount() == 1
    click(dialog.copy_table)
    assert QApplication.clipboard().text().split("\n")[1].startswith("2026-01-05\t台账治理\t澄江区委办")
    dialog.view.segments["units"].click()
    assert dialog.grid[1] == ("澄江区委办", "1", "1", "0", "100%")
    path = tmp_path / "登记.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    click(dialog.save)
    assert "澄江区委办,1,1,0,100%" in path.read_text(encoding="utf-8-sig")
    dialog.accept()


# 责任编辑


def test_new_articles_have_who_is_at_the_machine_for_their_editor(window, qtbot, text):
    window.session.author = "沈知微"
    window.actions_by_name["article.new"].trigger()
    assert window.article.article.archive.editor == "沈知微"
    assert taken(window, qtbot, text).archive.editor == "沈知微"
    window.session.author = "root"
    window.actions_by_name["article.new"].trigger()
    assert window.article.article.archive.editor == ""


def test_an_editor_whom_nobody_knows_is_marked(window):
    facts = open_facts(window)
    names = [name.text for credit in window.context.opened.issue.credits for name in credit.names]
    assert names
    facts.editor.setFocus()
    facts.editor.write("钱不识")
    facts.source.setFocus()
    assert "没有“钱不识”" in facts.editor.toolTip()
    facts.editor.setFocus()
    facts.editor.write(next(one for one in names if is_person_name(one)))
    facts.source.setFocus()
    assert facts.editor.toolTip() == ""


def test_a_signed_file_is_verified_or_taken_as_the_user_says(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("editor.desk.intake.reading.names_approval", lambda *_args: True)
    path = word_file(tmp_path / "简报.docx")
    drop(window, path)
    dialog = question(window, qtbot)
    assert "像是这里签发过的文件" in dialog.what
    assert [one.text() for one in dialog.buttons] == ["取消", "收作文章", "核验"]
    answer(dialog, "收作文章")
    qtbot.waitUntil(lambda: pending(window) == ["云州推进数据登记试点"], timeout=PATIENCE)
    report(window, qtbot).accept()
    drop(window, path)
    answer(question(window, qtbot), "核验")
    assert verdicts(window, qtbot)["简报.docx"]
    assert len(pending(window)) == 1


# 修订


CHANGED = (
    "<w:p><w:r><w:t>云州推进数据登记试点</w:t></w:r></w:p><w:p><w:r><w:t>云州市数据局三月起</w:t></w:r>"
    '<w:del w:author="甲" w:date="2026-01-01T08:00:00Z"><w:r><w:delText>在一个区</w:delText></w:r></w:del>'
    '<w:ins w:author="甲" w:date="2026-01-01T08:00:00Z"><w:r><w:t>在两个区</w:t></w:r></w:ins>'
    "<w:r><w:t>试点数据登记。</w:t></w:r></w:p>"
)


@pytest.fixture
def changed(tmp_path):
    path = tmp_path / "改过.docx"
    path.write_bytes(packed(CHANGED))
    return path


@pytest.mark.parametrize(
    ("words", "said"), [("接受修订", "在两个区"), ("按修订前", "在一个区"), ("留作修订", "在两个区")]
)
def test_tracked_changes_are_read_as_answered(window, qtbot, changed, words, said):
    drop(window, changed)
    dialog = question(window, qtbot)
    assert "“改过.docx”里有 2 处修订" in dialog.what
    answer(dialog, words)
    report(window, qtbot).accept()
    (block,) = window.article.article.blocks
    assert block_texts(block)[0] == f"云州市数据局三月起{said}试点数据登记。"
    assert bool(window.article.article.archive.tracking) is (words == "留作修订")


def test_the_answer_is_kept_for_the_next_time(window, qtbot, changed, text, tmp_path):
    other = tmp_path / "也改过.docx"
    other.write_bytes(packed(CHANGED.replace("试点", "普查")))
    drop(window, changed, text, other)
    dialog = question(window, qtbot)
    assert "“改过.docx”、“也改过.docx”里有 4 处修订" in dialog.what
    answer(dialog, "留作修订")
    report(window, qtbot).accept()
    # in the order in which they were dropped
    assert pending(window) == ["云州推进数据登记试点", "云州推进数据登记试点", "云州推进数据登记普查"]
    space = window.context.opened.value
    assert [bool(one.archive.tracking) for one in space.drawer.pending] == [True, False, True]
    drop(window, changed)
    dialog = question(window, qtbot)
    assert next(one for one in dialog.buttons if one.isDefault()).text() == "留作修订"
    answer(dialog, "不收")
    assert len(pending(window)) == 3


# how far, and a way out


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(2000)


def test_cancel_ends_libreoffice_in_the_midst_of_a_file(window, qtbot, tmp_path, monkeypatch):
    script, begun = tmp_path / "office", tmp_path / "begun"
    script.write_text(f"#!/bin/sh\ntouch {begun}\nsleep 600\n")
    script.chmod(0o700)
    monkeypatch.setattr("editor.intake.word.conversion.find_libreoffice", lambda: str(script))
    path = tmp_path / "来稿.doc"
    path.write_bytes(OLD_WORD)
    drop(window, path)
    qtbot.waitUntil(begun.exists, timeout=PATIENCE)
    progress = window.intake._progress
    qtbot.waitUntil(progress.isVisible, timeout=PATIENCE)
    click(progress.stop)
    qtbot.waitUntil(lambda: window.intake._progress is None, timeout=PATIENCE)
    assert window.status.message == "已取消，一篇也没有收"
    assert pending(window) == []


def test_the_bar_moves_within_a_long_word_file(qtbot, tmp_path):
    path = tmp_path / "长.docx"
    path.write_bytes(packed("".join(f"<w:p><w:r><w:t>第{n}段的话。</w:t></w:r></w:p>" for n in range(100))))
    job = ReadingJob(
        [path],
        lambda files, watch: read_manuscripts(files, at=AT, options=replace(PLAIN, watch=watch)),
        lambda call: threading.Thread(target=call, name="task").start(),
    )
    shares = []
    job.progressed.connect(lambda _name, _number, _total, share: shares.append(share))
    with qtbot.waitSignal(job.done, timeout=PATIENCE):
        job.start()
    assert shares == sorted(shares)
    assert len(set(shares)) >= 4


# what else is dropped, and when


def test_a_link_from_a_browser_is_said_and_never_fetched(window):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a")])
    for kind, place in ((QDragEnterEvent, QPoint(10, 10)), (QDropEvent, QPointF(10, 10))):
        event = kind(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, event)
    dialog = next(one for one in window.findChildren(MessageDialog) if one.isVisible())
    assert "“https://example.org/a”是网址，这个程序不联网" in dialog.reason
    dialog.accept()
    assert pending(window) == []


def test_fifty_files_come_in_as_one_step(window, qtbot, tmp_path):
    files = [tmp_path / f"来稿{number:02}.txt" for number in range(50)]
    for number, path in enumerate(files):
        path.write_text(TEXT.replace("试点", f"试点第{number}批", 1), encoding="utf-8")
    drop(window, *files)
    dialog = report(window, qtbot)
    assert pending(window) == [f"云州推进数据登记试点第{number}批" for number in range(50)]
    assert dialog.height() <= window.height()
    dialog.accept()
    window.context.opened.undo()
    assert pending(window) == []


def test_a_folder_of_manuscripts_is_taken_and_an_empty_one_said(window, qtbot, tmp_path):
    folder, empty = tmp_path / "来件", tmp_path / "空夹"
    folder.mkdir()
    empty.mkdir()
    word_file(folder / "甲.docx")
    word_file(folder / "~$甲.docx")
    drop(window, folder, empty)
    said = next(one for one in window.findChildren(MessageDialog) if one.isVisible())
    assert "文件夹“空夹”里没有能收的文件" in said.reason
    said.accept()
    report(window, qtbot).accept()
    assert pending(window) == ["云州推进数据登记试点"]


def test_what_is_being_composed_stays_where_it_was_written_when_a_piece_opens(window, qtbot, text):
    uid = window.article.article.uid
    window.article.title.setFocus()
    compose(window.article.title, "shuju")
    window.intake.take((text,))
    report(window, qtbot).accept()
    assert window.article.article.title.text == "云州推进数据登记试点"
    assert window.context.opened.value.article(uid).title.text.startswith("shuju")
