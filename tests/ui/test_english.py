"""The window in English."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.model.issue_state import STATE_NAMES, IssueState
from editor.model.language import in_chinese, speak, tr, tr_marked
from editor.ui.app.language import Language, catalogue, speak_language, written_language

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def english():
    speak_language(Language.ENGLISH)
    yield
    speak()


def test_every_command_opens_its_view_in_english():
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.english_walk"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("[General]\nlanguage=en\nzoom=100\n", Language.ENGLISH),
        ("[General]\nlanguage=zh\n", Language.CHINESE),
        ("[General]\nlanguage=de\n", Language.CHINESE),
        ("[General]\nzoom=100\n", Language.CHINESE),
        (None, Language.CHINESE),
    ],
)
def test_the_language_is_read_before_anything_is_loaded(tmp_path, written, language):
    place = tmp_path / "window.ini"
    if written is not None:
        place.write_text(written)
    assert written_language(place) is language


@pytest.mark.usefixtures("english")
def test_a_number_decides_between_one_and_many():
    assert tr("{n} 期已签发", n=1) == "1 issue is signed"
    assert tr("{n} 期已签发", n=3) == "3 issues are signed"


@pytest.mark.usefixtures("english")
def test_tables_are_said_where_they_are_shown():
    assert STATE_NAMES[IssueState.APPROVED] == "已签发"
    assert tr_marked(STATE_NAMES[IssueState.APPROVED]) == "Approved"


@pytest.mark.usefixtures("english")
def test_what_a_user_wrote_stays_as_it_is():
    assert tr_marked("云州观察") == "云州观察"
    assert tr_marked("") == ""


@pytest.mark.usefixtures("english")
def test_what_prints_is_said_in_chinese():
    with in_chinese():
        assert tr("标题") == "标题"
    assert tr("标题") == "Title"


def test_the_catalogue_answers_what_it_lacks_in_chinese():
    assert catalogue(Language.ENGLISH)("没有这一句", -1) == "没有这一句"


QT = """
import sys
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel
from editor.ui.app.application import make_application
from editor.ui.app.language import Language
app = make_application(Language(sys.argv[1]))
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
dialog = QFileDialog(None, "", ".")
print(box.buttons()[0].text(), *(one.text() for one in dialog.findChildren(QLabel) if one.text()), sep="|")
"""


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("zh", "取消|查找范围(&L)：|文件名称(&N)：|文件类型(&T)："),
        ("en", "Cancel|&Look in:|File &name:|Files of &type:"),
    ],
)
def test_qts_own_dialogs_speak_the_language(language, message):
    done = subprocess.run(
        [sys.executable, "-c", QT, language],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == message
