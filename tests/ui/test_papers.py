"""签发单, 批注清单 and 指纹卡 at the window: seen, saved, handed to the viewer that prints."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from editor.desk.review.keys import open_key
from editor.model.issue_state import IssueState
from editor.model.note_edits import add_note
from editor.model.notes import Anchor, Note, NoteField
from editor.ui.papers.scan_panel import ScanPanel
from editor.ui.work.review_context import now
from tests.paper_desk import pages_of
from tests.review_desk import CHIEF, EDITOR, approve_plainly
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import ISSUE, WORDS, click, drop, open_desk, write


@pytest.fixture
def desk(open_window, library, qtbot, tmp_path):
    return open_desk(open_window, library, qtbot, tmp_path)


def paper(window, qtbot, name):
    window.actions_by_name[name].trigger()
    dialog = window.papers.dialog
    qtbot.waitUntil(dialog.save.isEnabled, timeout=PATIENCE)
    return dialog


def test_the_form_of_an_issue_that_nobody_signed(desk, qtbot, tmp_path, monkeypatch):
    dialog = paper(desk, qtbot, "review.form")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "a.pdf"), ""))
    click(dialog.save)
    assert "已存为“a.pdf”" in dialog.message.text
    text = pages_of((tmp_path / "a.pdf").read_bytes())[0]
    assert "签发单" in text
    assert "海州公布数据目录" in text
    assert "已签发" not in text


def test_what_was_just_written_is_in_the_form(desk, qtbot, tmp_path):
    desk.show_article(desk.context.opened.issue.sections[0].articles[0].uid)
    write(desk.article.title, "刚改的标题")
    dialog = paper(desk, qtbot, "review.form")
    assert dialog.save_to(tmp_path / "a.pdf")
    assert "刚改的标题" in pages_of((tmp_path / "a.pdf").read_bytes())[0]


def test_notes_are_printed_from_their_list(desk, qtbot, tmp_path):
    first = next(desk.context.opened.issue.articles())
    made = Note(author=CHIEF, at=now(), text="请再核。", anchor=Anchor(field=NoteField.TITLE))
    desk.context.opened.annotate("加批注", lambda space: add_note(space, first.uid, made))
    desk.actions_by_name["review.notes"].trigger()
    click(desk.notes.list.paper)
    dialog = desk.papers.dialog
    qtbot.waitUntil(dialog.save.isEnabled, timeout=PATIENCE)
    assert dialog.save_to(tmp_path / "a.pdf")
    text = pages_of((tmp_path / "a.pdf").read_bytes())[0]
    assert "批注清单" in text
    assert "请再核。" in text


def test_after_the_approval_the_form_says_who_signed(desk, qtbot, tmp_path):
    approve_plainly(desk.session.library, ISSUE.uid, at=now(), signer=open_key(desk.key, WORDS))
    desk.session.open(ISSUE.uid)
    dialog = paper(desk, qtbot, "review.form")
    assert dialog.save_to(tmp_path / "a.pdf")
    assert f"{CHIEF}已签发" in pages_of((tmp_path / "a.pdf").read_bytes())[0]


def test_printing_hands_the_paper_to_the_viewer(desk, qtbot, monkeypatch):
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    dialog = paper(desk, qtbot, "review.form")
    click(dialog.print)
    (url,) = opened
    assert "签发单" in url.fileName()
    assert pages_of(Path(url.toLocalFile()).read_bytes())
    assert "请在那里打印" in dialog.message.text


def test_without_a_viewer_the_file_is_named(desk, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog = paper(desk, qtbot, "review.form")
    click(dialog.print)
    assert "没能打开 PDF 阅读器" in dialog.message.text


def test_a_place_that_cannot_be_written_is_said(desk, qtbot, tmp_path):
    dialog = paper(desk, qtbot, "notes.paper")
    (tmp_path / "file").write_text("x")
    assert not dialog.save_to(tmp_path / "file" / "a.pdf")
    assert dialog.message.text


def test_a_paper_may_be_left_while_it_is_set(desk, qtbot):
    desk.actions_by_name["review.form"].trigger()
    gone = []
    desk.papers.dialog.destroyed.connect(lambda: gone.append(True))
    click(desk.papers.dialog.leave)
    qtbot.waitUntil(lambda: bool(gone))
    # set after the one that nobody waits for
    assert paper(desk, qtbot, "notes.paper").leaves.message == "1 页 · A4"


def test_without_an_open_issue_no_paper_is_offered(open_window, library):
    window = open_window(library)
    assert not window.actions_by_name["review.form"].isEnabled()
    assert not window.actions_by_name["notes.paper"].isEnabled()


# the form comes back, signed on paper


@pytest.fixture
def form(desk, qtbot):
    approve_plainly(desk.session.library, ISSUE.uid, at=now())
    desk.session.open(ISSUE.uid)
    return paper(desk, qtbot, "review.form")


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "签过的.png"
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    assert image.save(str(path))
    return path


def scans_of(panel):
    return [row.scan.title for row in panel.rows]


def test_a_scan_is_chosen_kept_and_looked_at(desk, form, photo, qtbot, monkeypatch):
    panel = form.findChild(ScanPanel)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(photo)], ""))
    click(panel.add)
    qtbot.waitUntil(lambda: scans_of(panel) == ["签过的.png"], timeout=PATIENCE)
    assert panel.message.text == "已存入 1 份，签发照旧。"
    assert panel.rows[0].words.startswith(f"{EDITOR} 存入")
    assert desk.session.library.issue(ISSUE.uid).archive.state is IssueState.APPROVED
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    qtbot.waitUntil(panel.rows[0].open.isVisible)
    click(panel.rows[0].open)
    assert QImage(opened[0].toLocalFile()).width() == 120


def test_a_scan_is_dropped(form, photo, qtbot):
    panel = form.findChild(ScanPanel)
    drop(panel, photo)
    qtbot.waitUntil(lambda: scans_of(panel) == ["签过的.png"], timeout=PATIENCE)


def test_a_wrong_scan_is_withdrawn_and_put_back(desk, form, photo, qtbot):
    panel = form.findChild(ScanPanel)
    drop(panel, photo)
    qtbot.waitUntil(lambda: scans_of(panel) == ["签过的.png"] and panel.rows[0].shift.isVisible(), timeout=PATIENCE)
    click(panel.rows[0].shift)
    assert panel.message.text == "已撤下“签过的.png”，签发照旧。"
    (row,) = panel.rows
    assert row.words.startswith("已撤下")
    assert desk.session.library.review.scans.listed(ISSUE.uid) == ()
    qtbot.waitUntil(row.shift.isVisible)
    assert row.shift.text() == "放回"
    click(row.shift)
    assert panel.message.text == "已放回“签过的.png”。"
    assert [one.title for one in desk.session.library.review.scans.listed(ISSUE.uid)] == ["签过的.png"]


def test_a_file_that_is_no_scan_is_refused(form, tmp_path, qtbot):
    panel = form.findChild(ScanPanel)
    (tmp_path / "a.txt").write_text("x")
    drop(panel, tmp_path / "a.txt")
    qtbot.waitUntil(lambda: "不是能用的图片" in panel.message.text, timeout=PATIENCE)
    assert panel.rows == ()


def test_before_the_approval_there_is_no_place_for_scans(desk, qtbot):
    assert paper(desk, qtbot, "review.form").findChild(ScanPanel) is None


def test_the_report_of_the_checks_is_saved_as_pdf_and_as_word(desk, qtbot, tmp_path, monkeypatch):
    dialog = paper(desk, qtbot, "check.report")
    assert dialog.save_to(tmp_path / "a.pdf")
    assert "检查报告" in "".join(pages_of((tmp_path / "a.pdf").read_bytes())).replace(" ", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(tmp_path / "a.docx"), ""))
    click(dialog.save_word)
    qtbot.waitUntil(lambda: "已存为“a.docx”" in dialog.message.text, timeout=PATIENCE)
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")
