"""What stands in the way of an approval is said in one sentence, in its place; nothing is lost or changed by it."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.desk.review.enrolling import distrust_fingerprint, set_rules
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.keys import make_key
from editor.desk.review.office import Office
from editor.desk.review.steps import By
from editor.desk.review.trust import TrustFile
from editor.model.article import Title
from editor.model.body import Paragraph, text_of
from editor.model.edits import put_article
from editor.model.issue_state import IssueState
from editor.ui.work import review_context as board
from tests.review_desk import CHIEF, EDITOR, SECOND
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import ISSUE, ONE, WORDS, button_of, choose, click, make_board, sign, take, take_in, write


@pytest.fixture
def desk(open_window, library, qtbot, tmp_path):
    take_in(library)
    key = make_board(library, tmp_path)
    made = open_window(library)
    made.session.author, made.key = EDITOR, key
    made.office = Office(library=library, trust=TrustFile(tmp_path / "trusted-keys.json"))
    qtbot.waitUntil(lambda: made.pages.facts is not None, timeout=PATIENCE)
    take(made, "review.submit", who=EDITOR)
    return made


def still_submitted(window):
    library = window.session.library
    return library.issue(ISSUE.uid).archive.state is IssueState.SUBMITTED and library.review.approvals() == ()


def rule(window, **fields):
    set_rules(window.office, replace(ONE, **fields), By(name=CHIEF, at=board.now()))


def test_a_wrong_passphrase(desk, qtbot):
    dialog = sign(desk, qtbot, desk.key, "something else entirely")
    assert "口令不对" in dialog.message.text
    assert dialog.isVisible()
    assert dialog.key.field.text() == str(desk.key)
    assert still_submitted(desk)
    # and the right one after it
    write(dialog.passphrase.field, WORDS)
    click(dialog.confirm)
    qtbot.waitUntil(lambda: not dialog.signing.running, timeout=PATIENCE)
    assert "已签发" in dialog.message.text


def test_a_foreign_file_for_a_key(desk, qtbot, tmp_path):
    foreign = tmp_path / "照片.key"
    foreign.write_bytes(b"no key at all")
    dialog = sign(desk, qtbot, foreign)
    assert "不是总编辑的签发密钥" in dialog.key.message.text
    assert not dialog.confirm.isEnabled()
    assert still_submitted(desk)


def test_a_key_that_this_machine_does_not_know(desk, qtbot):
    known = desk.office.trust.confirmed()[0]
    distrust_fingerprint(desk.office, fingerprint(known.key))
    dialog = sign(desk, qtbot, desk.key)
    assert "没有在这台电脑上确认过" in dialog.message.text
    assert still_submitted(desk)
    click(dialog.keys)
    assert dialog.asking.isVisible()
    assert dialog.isVisible()


def test_somebody_else_s_name_on_a_key(desk, qtbot, tmp_path):
    path = tmp_path / "other.key"
    make_key(path, name="外人", passphrase=WORDS)
    dialog = sign(desk, qtbot, path)
    assert "外人是编辑，不能签发" in dialog.message.text
    assert not dialog.confirm.isEnabled()


def test_a_chief_who_may_not_approve_this_publication(desk, qtbot):
    rule(desk, approvers=(SECOND,))
    dialog = sign(desk, qtbot, desk.key)
    assert f"由{SECOND}签发，{CHIEF}不能签发" in dialog.message.text
    assert not dialog.confirm.isEnabled()


def test_a_second_pair_of_eyes(desk, qtbot):
    take(desk, "review.return", who=CHIEF, words="我来改")
    rule(desk, second_pair=True)
    take(desk, "review.submit", who=CHIEF)
    dialog = sign(desk, qtbot, desk.key)
    assert "要求两人把关" in dialog.message.text
    assert not dialog.confirm.isEnabled()


def test_a_clock_set_back(desk, qtbot, monkeypatch):
    earlier = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    monkeypatch.setattr("editor.ui.review.signing.now", lambda: earlier)
    dialog = sign(desk, qtbot, desk.key)
    assert "已签发" in dialog.message.text
    assert "电脑现在的时间比刊库最后一条记录" in dialog.message.text


def test_an_error_that_nobody_let_stand(desk, qtbot):
    take(desk, "review.return", who=CHIEF, words="改标题")
    article = next(desk.context.opened.issue.articles())
    desk.context.opened.apply("改", lambda space: put_article(space, replace(article, title=Title(text=""))))
    take(desk, "review.submit", who=EDITOR)
    dialog = sign(desk, qtbot, desk.key)
    assert "错误未处理" in dialog.message.text
    assert not dialog.confirm.isEnabled()


def test_signing_can_be_stopped(desk, qtbot, monkeypatch):
    dialog = sign(desk, qtbot, desk.key, wait=False)
    dialog.signing.step_begun.connect(dialog.reject)
    begin = dialog.signing._begin

    def slowly(step):
        dialog.signing.stop()
        begin(step)

    monkeypatch.setattr(dialog.signing, "_begin", slowly)
    click(dialog.confirm)
    qtbot.waitUntil(lambda: not dialog.signing.running, timeout=PATIENCE)
    assert "已停止，没有签发" in dialog.message.text
    assert still_submitted(desk)
    assert dialog.isVisible()


def test_a_return_without_a_word(desk):
    dialog = take(desk, "review.return", who=CHIEF, done=False)
    click(dialog.confirm)
    assert "退回要写一句意见" in dialog.message.text
    assert still_submitted(desk)


def test_a_correction_without_a_reason(desk, qtbot):
    click(sign(desk, qtbot, desk.key).cancel)
    take(desk, "review.publish")
    dialog = take(desk, "review.correct", done=False)
    click(dialog.confirm)
    assert "更正要写一句原因" in dialog.message.text
    assert desk.top.state == "已印发"


def test_only_a_chief_takes_an_approval_back(desk, qtbot):
    click(sign(desk, qtbot, desk.key).cancel)
    click(desk.review_strip.buttons["review.return"])
    dialog = desk.decisions.dialog
    choose(dialog.who.who, EDITOR)
    assert "只有总编辑能退回" in dialog.message.text
    assert not dialog.confirm.isEnabled()


def test_a_correction_with_changes_cannot_be_given_up(desk, qtbot):
    click(sign(desk, qtbot, desk.key).cancel)
    take(desk, "review.publish")
    take(desk, "review.correct", words="有误")
    click(desk.review_strip.buttons["review.abandon"])
    click(desk.decisions.dialog.confirm)
    assert desk.top.state == "已印发"
    take(desk, "review.correct", words="有误")
    article = next(desk.context.opened.issue.articles())
    blocks = (Paragraph(runs=text_of("改过的一段。")),)
    desk.context.opened.apply("改", lambda space: put_article(space, replace(article, blocks=blocks)))
    desk.actions_by_name["review.abandon"].trigger()
    click(desk.decisions.dialog.confirm)
    assert "先改回原样才能放弃更正" in desk.decisions.dialog.message.text


def test_a_name_that_is_none(open_window, library):
    take_in(library)
    window = open_window(library)
    click(button_of(window, "review.submit"))
    dialog = window.decisions.dialog
    write(dialog.who.name, " ")
    click(dialog.confirm)
    assert "请写下你的名字" in dialog.message.text
    assert library.review.members() == ()


def test_escape_leaves_everything_as_it_was(desk):
    click(button_of(desk, "review.return"))
    dialog = desk.decisions.dialog
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert still_submitted(desk)
