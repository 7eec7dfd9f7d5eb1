"""Exporting from the window."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from editor.desk.printable_issue import PrintableIssue
from editor.interchange.sample import sample_issue
from editor.ui.export.dialog import ExportDialog
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.tokens import load_theme
from tests.ui.conftest import PATIENCE


@pytest.fixture
def opened():
    issue, publication, pictures = sample_issue()
    return PrintableIssue(issue=issue, publication=publication, pictures=pictures)


@pytest.fixture
def dialog(qapp, qtbot, opened, tmp_path):
    apply_theme(qapp, load_theme("light"))
    made = ExportDialog(opened, tmp_path / "付印", sheets=0, released=lambda: None)
    made.form.open_after.setChecked(False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_both_forms_are_written_under_the_issues_name(dialog, qtbot, tmp_path):
    qtbot.mouseClick(dialog.start_button, Qt.MouseButton.LeftButton)
    assert dialog.running
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    names = sorted(path.suffix for path in (tmp_path / "付印").iterdir())
    assert names == [".docx", ".pdf"]
    assert "已写好" in dialog.status.message
    with pypdfium2.PdfDocument(dialog.form.targets["pdf"]) as pdf:
        assert len(pdf) > 10


def test_stopping_writes_nothing(dialog, qtbot, tmp_path):
    dialog.start()
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    assert dialog.status.message == "已停止，没有写任何文件。"
    assert not (tmp_path / "付印").exists()


def test_closing_during_an_export_stops_it(dialog, tmp_path):
    dialog.start()
    dialog.close()
    assert not (tmp_path / "付印").exists() or not list((tmp_path / "付印").iterdir())


def test_without_a_form_there_is_nothing_to_start(dialog):
    dialog.form.cards["pdf"].choose(on=False)
    dialog.form.cards["word"].choose(on=False)
    assert not dialog.start_button.isEnabled()
    assert "至少选一种" in dialog.status.message


def test_a_file_that_would_be_replaced_is_named_before(dialog, tmp_path):
    (tmp_path / "付印").mkdir()
    dialog.form.targets["pdf"].write_bytes(b"old")
    dialog.form.name.setText(dialog.form.name.text())
    dialog.form.cards["word"].choose(on=False)
    assert dialog.form.targets["pdf"].name in dialog.status.message


def test_the_dialog_grows_by_what_it_says(dialog, tmp_path):
    def squeezed():
        fields = (dialog.form.name, dialog.form.choices.number, dialog.start_button)
        return [one for one in fields if one.height() < one.sizeHint().height()]

    assert not squeezed()
    (tmp_path / "付印").mkdir()
    dialog.form.name.setText("一份名字很长的简报" * 6)
    for path in dialog.form.targets.values():
        path.write_bytes(b"old")
    dialog.form.name.setText(f"{dialog.form.name.text()} ")
    assert dialog.status.message.count("一份名字很长的简报") == 12
    QApplication.processEvents()
    assert not squeezed()


def test_a_place_that_cannot_be_used_is_said_plainly(dialog, qtbot, tmp_path):
    (tmp_path / "file").write_text("x")
    dialog.form.folder.setText(str(tmp_path / "file" / "inside"))
    dialog.form.cards["word"].choose(on=False)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    assert "inside" in dialog.status.message
    assert dialog.start_button.isVisible()


def test_the_name_is_made_legal(dialog):
    dialog.form.name.setText('a/b:c"')
    assert dialog.form.targets["pdf"].name == "abc.pdf"


def test_what_the_printer_and_the_proof_reader_asked_for_is_in_the_pdf(dialog, qtbot):
    dialog.form.cards["word"].choose(on=False)
    dialog.form.choices.of_four.click()
    dialog.form.choices.watermark.click()
    dialog.form.choices.proof.click()
    dialog.form.choices.number.setValue(3)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    with pypdfium2.PdfDocument(dialog.form.targets["pdf"]) as pdf:
        assert len(pdf) % 4 == 0
        text = pdf[0].get_textpage().get_text_bounded()
    assert "第 3 次" in text
    assert {"校", "样"} <= set(text)


def test_an_approved_issue_is_offered_no_watermark(qtbot, opened, tmp_path):
    approved = replace(opened.issue, archive=replace(opened.issue.archive, state="approved"))
    made = ExportDialog(replace(opened, issue=approved), tmp_path, sheets=0, released=lambda: None)
    qtbot.addWidget(made)
    made.show()
    assert made.form.choices.proof.isVisible()
    assert not made.form.choices.watermark.isVisible()


def test_without_a_pdf_there_is_nothing_to_print(dialog):
    dialog.form.cards["pdf"].choose(on=False)
    assert not dialog.form.choices.proof.isEnabled()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_does_not_leave_the_dialog_waiting(dialog, qtbot, monkeypatch):
    def burst(*_given, **_names):
        raise ZeroDivisionError

    monkeypatch.setattr("editor.ui.export.job.export_issue", burst)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    assert "程序出了错" in dialog.status.message


def test_the_cover_is_seen_wherever_the_pages_stand(window, qtbot):
    window.pages.navigator.go_to_sheet(9)
    dialog = window.exports.export_dialog()
    qtbot.waitUntil(lambda: not dialog.cover.pixmap().isNull(), timeout=PATIENCE)
