"""Copies of an approved issue from the export dialog: numbered, stamped, counted while they are made, stopped."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editor.desk.printable_issue import printable_issue
from editor.desk.review.approving import approve
from editor.desk.review.keys import open_key
from editor.desk.review.office import Office
from editor.desk.review.released import released_files
from editor.desk.review.steps import By, submit
from editor.desk.review.trust import TrustFile
from editor.desk.review.verifying import verify_file
from editor.ui.export.dialog import ExportDialog
from editor.ui.work.review_context import now
from tests.paper_desk import pages_of
from tests.review_desk import EDITOR
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import ISSUE, WORDS, click, make_board, take_in, write


@pytest.fixture
def office(library, tmp_path):
    take_in(library)
    key = make_board(library, tmp_path)
    return Office(library=library, trust=TrustFile(tmp_path / "trusted-keys.json")), key


@pytest.fixture
def signed(office):
    made, key = office
    submit(made.library, ISSUE.uid, By(name=EDITOR, at=now()))
    approve(made, ISSUE.uid, open_key(key, WORDS), now())
    return made


def dialog_on(office, qtbot, folder):
    library, opened = office.library, printable_issue(office.library, ISSUE.uid)
    made = ExportDialog(opened, folder, sheets=0, released=lambda: released_files(office, library.issue(ISSUE.uid)))
    made.form.open_after.setChecked(False)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(signed, qtbot, theme, tmp_path):  # noqa: ARG001 - cards need a theme
    made = dialog_on(signed, qtbot, tmp_path / "副本")
    made.form.cards["pdf"].choose(on=False)
    made.form.cards["word"].choose(on=False)
    made.form.copies.card.choose(on=True)
    return made


def files(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def finish(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)


@pytest.mark.usefixtures("theme")
def test_only_an_approved_issue_has_copies(office, qtbot, tmp_path):
    made, _ = office
    assert dialog_on(made, qtbot, tmp_path).form.copies is None


def test_three_copies_are_numbered_stamped_and_known_again(dialog, signed, qtbot, tmp_path):
    dialog.form.copies.first.setValue(8)
    dialog.form.copies.last.setValue(10)
    write(dialog.form.copies.stamp, "内部资料 注意保存")
    click(dialog.start_button)
    finish(dialog, qtbot)
    assert [name[-11:] for name in files(tmp_path / "副本")] == [f"（编号{n}）.pdf" for n in ("008", "009", "010")]
    assert dialog.status.message.count("已写好") == 3
    for path in (tmp_path / "副本").iterdir():
        assert "内部资料注意保存" in pages_of(path.read_bytes())[1]
        verdict = verify_file(signed, path)
        assert verdict.holds
        assert "戳记“内部资料 注意保存”" in verdict.copy


def test_a_stamp_is_taken_by_a_click_and_needs_no_numbers(dialog, qtbot, tmp_path):
    click(dialog.form.copies.numbered)
    assert "要有编号或戳记" in dialog.status.message
    assert not dialog.start_button.isEnabled()
    click(next(one for one in dialog.findChildren(type(dialog.start_button)) if one.text() == "样稿"))
    click(dialog.start_button)
    finish(dialog, qtbot)
    assert [name[-8:] for name in files(tmp_path / "副本")] == ["（样稿）.pdf"]


def test_the_number_stands_in_the_name_where_the_user_wants_it(dialog, qtbot, tmp_path):
    dialog.form.copies.last.setValue(2)
    dialog.form.copies.serial.click()
    dialog.form.cards["pdf"].choose(on=True)
    write(dialog.form.name, "观察〔份号〕号")
    click(dialog.start_button)
    finish(dialog, qtbot)
    assert files(tmp_path / "副本") == ["观察000001号.pdf", "观察000002号.pdf", "观察号.pdf"]


def test_numbers_run_upwards(dialog):
    dialog.form.copies.first.setValue(20)
    assert "从小到大" in dialog.status.message
    assert not dialog.start_button.isEnabled()


def test_too_many_at_once_are_refused_before(dialog):
    dialog.form.copies.last.setValue(1000)
    assert "一次最多做 999 份" in dialog.status.message


def test_copies_that_would_be_replaced_are_counted_before(dialog, tmp_path):
    (tmp_path / "副本").mkdir()
    for path in dialog.form.copies.paths(tmp_path / "副本" / dialog.form.name.text()):
        path.write_bytes(b"old")
    dialog.form.copies.last.setValue(9)
    assert "等 9 个文件" in dialog.status.message


def test_stopping_keeps_the_copies_that_are_written(dialog, qtbot, tmp_path):
    dialog.form.copies.last.setValue(900)
    dialog.start()
    qtbot.waitUntil(lambda: len(files(tmp_path / "副本")) > 1, timeout=PATIENCE)
    dialog.close_button.click()
    finish(dialog, qtbot)
    written = files(tmp_path / "副本")
    assert 1 < len(written) < 900
    assert dialog.status.message == f"已停止，写好了 {len(written)} 个文件。"


def test_many_are_said_in_one_line(dialog, qtbot, monkeypatch):
    seen: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url) or True)
    dialog.form.open_after.setChecked(True)
    click(dialog.start_button)
    finish(dialog, qtbot)
    assert dialog.status.message.startswith("已写好 10 个文件")
    assert seen
