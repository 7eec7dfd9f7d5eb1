"""签发人与密钥: people, keys made and changed, fingerprints confirmed; who may approve a publication."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from editor.desk.review.keys import describe_key, open_key
from editor.model.review import Role
from editor.ui.app.settings import Settings
from editor.ui.pages.bridge import PagesBridge
from editor.ui.review.keys_dialog import KeysDialog
from editor.ui.work.review_context import ReviewContext
from editor.ui.work.session import Session
from tests.paper_desk import pages_of
from tests.review_desk import CHIEF, EDITOR, SECOND
from tests.ui.conftest import PATIENCE
from tests.ui.review_desk import WORDS, choose, click, make_board, take_in, write


@pytest.fixture
def keys(library, qtbot, theme, tmp_path):  # noqa: ARG001 - dialogs need a theme
    take_in(library)
    session = Session(library, EDITOR)
    bridge = PagesBridge()
    dialog = KeysDialog(ReviewContext(session, Settings(tmp_path / "window.ini"), bridge.run))
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    bridge.close()
    session.close()


def add(keys, name, role):
    write(keys.name, name)
    choose(keys.new_role, role)
    click(keys.add)


def fill(made, path, first=WORDS, second=WORDS):
    write(made.file, str(path))
    write(made.words.field, first)
    write(made.again.field, second)
    click(made.confirm)


def make(keys, qtbot, path):
    click(keys.tools.make)
    made = keys.tools.asking
    fill(made, path)
    qtbot.waitUntil(lambda: bool(made.printed) and made.card.leave.isEnabled(), timeout=PATIENCE)
    return made


def row(keys, name):
    return next(one for one in keys.table.rows if one.name == name)


def test_an_empty_list_says_what_to_do(keys):
    assert keys.empty.isVisible()
    assert "先把总编辑和编辑加进来" in keys.empty.text()


def test_a_chief_gets_a_key_and_sees_its_fingerprint(keys, qtbot, tmp_path):
    add(keys, CHIEF, "总编辑")
    made = make(keys, qtbot, tmp_path / "宋希贤.key")
    assert describe_key(tmp_path / "宋希贤.key") == (CHIEF, made.printed)
    assert open_key(tmp_path / "宋希贤.key", WORDS).name == CHIEF
    click(made.card.copy)
    assert QApplication.clipboard().text() == made.printed
    click(made.card.leave)
    assert row(keys, CHIEF).printed == made.printed
    assert row(keys, CHIEF).trusted


def test_the_card_of_a_new_key_is_saved_as_pdf(keys, qtbot, tmp_path, monkeypatch):
    add(keys, CHIEF, "总编辑")
    made = make(keys, qtbot, tmp_path / "a.key")
    path = tmp_path / "指纹.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    click(made.card.save)
    qtbot.waitUntil(lambda: "已存为" in made.card.message.text, timeout=PATIENCE)
    (text,) = pages_of(path.read_bytes())
    assert CHIEF in text
    assert all(group in text for group in made.printed.split())


def test_the_card_of_a_key_in_use_is_seen_and_saved(keys, qtbot, library, tmp_path):
    make_board(library, tmp_path)
    keys.refresh()
    keys.table.choose(CHIEF)
    click(keys.tools.card)
    paper = keys.tools.asking
    qtbot.waitUntil(paper.save.isEnabled, timeout=PATIENCE)
    assert paper.leaves.message == "1 页 · A4"
    assert paper.save_to(tmp_path / "card.pdf")
    assert CHIEF in pages_of((tmp_path / "card.pdf").read_bytes())[0]


@pytest.mark.parametrize(("words", "message"), [
    ((WORDS, "another one"), "两次输入的口令不同"),
    (("short", "short"), "口令至少 10 个字"),
], ids=["differ", "short"])  # fmt: skip
def test_a_passphrase_that_is_none(keys, qtbot, tmp_path, words, message):
    add(keys, CHIEF, "总编辑")
    click(keys.tools.make)
    made = keys.tools.asking
    fill(made, tmp_path / "a.key", *words)
    qtbot.waitUntil(lambda: message in made.message.text, timeout=PATIENCE)
    assert not (tmp_path / "a.key").exists()
    assert made.isVisible()


def test_a_file_that_is_there_is_not_replaced(keys, qtbot, tmp_path):
    (tmp_path / "a.key").write_text("something of mine")
    add(keys, CHIEF, "总编辑")
    click(keys.tools.make)
    made = keys.tools.asking
    fill(made, tmp_path / "a.key")
    qtbot.waitUntil(lambda: "已经有了，没有改动它" in made.message.text, timeout=PATIENCE)
    assert (tmp_path / "a.key").read_text() == "something of mine"


def test_a_key_is_changed_by_the_old_one(keys, qtbot, library, tmp_path):
    old = make_board(library, tmp_path)
    keys.refresh()
    keys.table.choose(CHIEF)
    before = row(keys, CHIEF).printed
    click(keys.tools.replace)
    made = keys.tools.asking
    write(made.signer.field, str(old))
    write(made.signer_words.field, WORDS)
    fill(made, tmp_path / "new.key")
    qtbot.waitUntil(lambda: bool(made.printed), timeout=PATIENCE)
    standing = {one.printed: one.trusted.until for one in keys.table.rows if one.printed}
    assert standing[before] is not None
    assert standing[made.printed] is None


def test_a_lost_key_is_changed_by_hand(keys, qtbot, library, tmp_path):
    make_board(library, tmp_path)
    keys.refresh()
    keys.table.choose(CHIEF)
    click(keys.tools.replace)
    made = keys.tools.asking
    choose(made.surety, "都没有")
    assert not made.signer.isVisible()
    fill(made, tmp_path / "new.key")
    qtbot.waitUntil(lambda: bool(made.printed), timeout=PATIENCE)
    (new,) = [one for one in keys.table.rows if one.printed == made.printed]
    assert new.trusted is None, "whoever makes a key under a chief's name does not confirm it with that"
    click(made.card.leave)
    keys.table.choose(CHIEF, made.printed)
    click(keys.tools.trust)
    write(keys.tools.asking.field, made.printed)
    click(keys.tools.asking.confirm)
    assert {one.printed: bool(one.trusted and not one.trusted.until) for one in keys.table.rows}[made.printed]


def test_a_fingerprint_is_confirmed_as_it_was_read_out(keys, library, tmp_path):
    make_board(library, tmp_path)
    keys.refresh()
    keys.table.choose(CHIEF)
    printed = row(keys, CHIEF).printed
    click(keys.tools.distrust)
    assert row(keys, CHIEF).trusted is None
    click(keys.tools.trust)
    asked = keys.tools.asking
    write(asked.field, "12345")
    click(asked.confirm)
    assert "8 组" in asked.message.text
    wrong = f"{(int(printed[0]) + 1) % 10}{printed[1:]}"
    write(asked.field, wrong)
    click(asked.confirm)
    assert "第 1 组" in asked.message.text
    write(asked.field, printed)
    click(asked.confirm)
    assert row(keys, CHIEF).trusted
    assert CHIEF in keys.message.text


@pytest.mark.parametrize("name", [CHIEF, SECOND, EDITOR])
def test_any_persons_role_is_changed(keys, library, name):
    for one in (CHIEF, SECOND, EDITOR):
        add(keys, one, "编辑")
    keys.table.setCurrentItem(keys.table.topLevelItem(keys.table.rows.index(row(keys, name))))
    choose(keys.tools.role, "发行")
    assert [one.name for one in library.review.members() if one.role is Role.STAFF] == [name]
    assert keys.table.row.name == name
    assert keys.tools.role.currentText() == "发行"


def test_people_come_change_and_leave(keys, library):
    add(keys, SECOND, "编辑")
    choose(keys.tools.role, "总编辑")
    assert {one.name: one.role for one in library.review.members()} == {SECOND: Role.CHIEF}
    click(keys.tools.remove)
    (member,) = library.review.members()
    assert member.retired
    write(keys.name, "　")
    click(keys.add)
    assert "请写下你的名字" in keys.message.text


def test_only_a_chief_gets_a_key(keys):
    add(keys, EDITOR, "编辑")
    assert not keys.tools.make.isEnabled()


def test_the_rules_of_a_publication_are_set_in_its_settings(open_window, library, qtbot, tmp_path):
    take_in(library)
    make_board(library, tmp_path)
    window = open_window(library)
    qtbot.waitUntil(lambda: window.pages.facts is not None, timeout=PATIENCE)
    window.actions_by_name["profile.edit"].trigger()
    view = window.profiles.view
    view.choose("review")
    box = view.form.approvers
    assert box.anyone.isChecked()
    click(box.named)
    click(box.second)
    (one,) = library.publications()
    assert (one.approvers, one.second_pair) == ((CHIEF,), True)
    # and what else is set is saved as ever, undone or not
    write(view.form.steps.review.field(0), "初稿")
    view.form.steps.review.field(0).clearFocus()
    assert window.profiles.leave()
    (one,) = library.publications()
    assert (one.approvers, one.second_pair, one.review_steps[0]) == ((CHIEF,), True, "初稿")
    assert any("由宋希贤签发，两人把关" in entry.event.detail for entry in library.review.log())


def test_undo_in_the_settings_leaves_the_rules(open_window, library, qtbot, tmp_path):
    take_in(library)
    make_board(library, tmp_path)
    window = open_window(library)
    qtbot.waitUntil(lambda: window.pages.facts is not None, timeout=PATIENCE)
    window.actions_by_name["profile.edit"].trigger()
    view = window.profiles.view
    view.choose("review")
    write(view.form.steps.review.field(0), "初稿")
    click(view.form.approvers.second)
    view.bar.undo_wanted.emit()
    assert window.profiles.leave()
    (one,) = library.publications()
    assert one.second_pair
    assert one.review_steps[0] != "初稿"


def test_a_key_file_is_named_by_its_ending(keys, qtbot, tmp_path):
    add(keys, CHIEF, "总编辑")
    make(keys, qtbot, tmp_path / "没有结尾")
    assert (tmp_path / "没有结尾.key").exists()
    assert Path(tmp_path / "没有结尾").exists() is False


def test_enter_adds_whom_the_field_names_and_leaves_the_list_open(keys, library):
    keys.name.setFocus()
    keys.name.setText("周敏")
    QTest.keyClick(keys.name, Qt.Key.Key_Return)
    assert "周敏" in [one.name for one in library.review.members()]
    assert keys.isVisible()
