"""The window says over the columns and in the export dialog that an approval does not count on this machine."""

import pytest

from editor.desk.review.anchors import with_head
from editor.desk.review.introductions import Confirmation
from editor.desk.review.seen import Head
from editor.desk.review.trust import TrustFile
from editor.model.approval import LogAction
from editor.ui.work.review_context import now
from tests.review_desk import CHIEF, approve_plainly, key_of
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import ISSUE, click, take_in


@pytest.fixture
def trust(tmp_path):
    return TrustFile(tmp_path / "trusted-keys.json")


def confirm(trust):
    trust.confirm(Confirmation(key=key_of(CHIEF).public, name=CHIEF, at=now()))


@pytest.fixture
def approved(library):
    take_in(library)
    approve_plainly(library, ISSUE.uid, at=now())
    return library


def exported(window, qtbot, folder):
    dialog = window.exports.export_dialog()
    dialog.form.folder.setText(str(folder))
    dialog.form.open_after.setChecked(False)
    if dialog.start_button.isEnabled():
        dialog.start()
        qtbot.waitUntil(lambda: not dialog.running, timeout=PATIENCE)
    return dialog


def test_a_key_from_elsewhere_is_told_until_its_fingerprint_is_confirmed(approved, trust, open_window, qtbot, tmp_path):
    window = open_window(approved)
    window.session.open(ISSUE.uid)
    assert "签发在这台电脑上不作数" in window.review_strip.message
    assert f"请{CHIEF}念指纹" in window.review_strip.message
    assert window.review_strip.buttons["review.keys"].isVisible()
    dialog = exported(window, qtbot, tmp_path / "out")
    assert not dialog.start_button.isEnabled()
    assert f"请{CHIEF}念指纹" in dialog.status.message
    dialog.form.cards["word"].choose(on=False)
    dialog.form.choices.proof.setChecked(True)
    assert dialog.start_button.isEnabled(), "a proof says of itself that it is none of the signed files"
    dialog.close()
    confirm(trust)
    window.session.open(ISSUE.uid)
    assert "导出的就是签发的那一份" in window.review_strip.message
    dialog = exported(window, qtbot, tmp_path / "out")
    assert dialog.form.targets["pdf"].exists()
    dialog.close()


def test_a_library_that_was_rolled_back_is_told_and_accepted_by_name(approved, trust, open_window, tmp_path):
    confirm(trust)
    seen = Head(origin="0" * 64, place=str(tmp_path / "library.db"), number=9, hash="0" * 64)
    trust.remember(lambda before: with_head(before, seen))
    window = open_window(approved)
    window.session.open(ISSUE.uid)
    assert "记录从第 1 条起就不是这台电脑上次看到的" in window.review_strip.message
    click(window.review_strip.buttons["review.log"])
    dialog = window.proofs.dialog
    assert "刊库被换过，或记录被重写过" in dialog.message.text
    click(dialog.accept_log)
    assert approved.review.log()[-1].event.action is LogAction.ACCEPTED
    assert "前后相接，没有改动" in dialog.message.text
    assert not dialog.accept_log.isVisible()
    assert "导出的就是签发的那一份" in window.review_strip.message
