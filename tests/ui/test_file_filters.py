"""Which files the window's dialogs offer: all that is read and nothing else."""

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.review_desk import click

PICTURES = "图片 (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff)"


@pytest.fixture
def offered(monkeypatch):
    """The filters of the dialogs that were opened; none is answered."""
    seen = []

    def ask(_parent, _title, _start, forms, empty):
        seen.append(forms)
        return empty, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ask(*asked, []))
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *asked: ask(*asked, ""))
    return seen


@pytest.mark.parametrize(
    ("command", "forms"),
    [
        ("issue.import", "一期简报 (*.txt *.pdf *.docx *.json *.bulletin)"),
        ("library.open", "刊库 (*.db)"),
        ("insert.figure", PICTURES),
    ],
)
def test_a_command_offers_the_files_that_it_reads(window, offered, command, forms):
    window.actions_by_name[command].trigger()
    assert offered == [forms]


def test_verifying_offers_what_can_be_verified(window, offered, qtbot):
    window.actions_by_name["review.verify"].trigger()
    dialog = window.proofs.dialog
    qtbot.waitUntil(dialog.file.isEnabled)
    click(dialog.file)
    dialog.accept()
    assert offered == ["签发的文件 (*.pdf *.docx *.bulletin)"]


def test_the_welcome_offers_issues_and_libraries(qtbot, tmp_path, offered):
    from db import shelf
    from editor.ui.welcome.view import WelcomeView

    view = WelcomeView(shelf, tmp_path)
    qtbot.addWidget(view)
    view.show()
    click(view.past)
    click(view.other)
    assert offered == ["一期简报 (*.txt *.pdf *.docx *.json *.bulletin)", "刊库 (*.db)"]
