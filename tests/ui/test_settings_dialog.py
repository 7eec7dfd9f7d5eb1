"""The settings as their user changes them."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from db import shelf
from editor.ui.app.desktop import Desktop
from editor.ui.app.language import Language
from editor.ui.app.settings import Settings
from editor.ui.keys.sheet import KeySheet
from editor.ui.kit.failures import FailureReports
from editor.ui.kit.message_dialog import MessageDialog
from editor.ui.settings_dialog.dialog import APPEARANCE, GENERAL, KEYS, SettingsDialog
from editor.ui.theme.apply import current_theme
from editor.ui.theme.scheme import SchemeChoice
from tests.ui.composing import check_entry

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def settings(tmp_path):
    made = Settings(tmp_path / "window.ini", data=tmp_path)
    made.author = "李雷"
    made.library_folder = tmp_path / "刊"
    made.export_folder = tmp_path
    return made


@pytest.fixture
def desktop(qapp, settings, tmp_path, qtbot):
    with Desktop(qapp, settings, shelf, FailureReports(qapp)) as made:
        made.open(tmp_path / "library.db", sample=True)
        made.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        yield made


def opened(desktop, kind):
    return next(one for one in desktop.window.findChildren(kind) if one.isVisible())


@pytest.fixture
def dialog(desktop, qtbot):
    qtbot.keyClick(desktop.window, Qt.Key.Key_Comma, CTRL)
    return opened(desktop, SettingsDialog)


@pytest.fixture
def keys(dialog):
    dialog.pages.setCurrentRow(KEYS)
    return dialog.keys


def choose(qtbot, keys, words):
    keys.query.setFocus()
    keys.query.clear()
    qtbot.keyClicks(keys.query, words)
    qtbot.keyClick(keys.query, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is keys.editor.field


def shortcuts(desktop, name):
    return [one.toString() for one in desktop.window.actions_by_name[name].shortcuts()]


def test_a_scheme_is_shown_at_once_and_kept(dialog, desktop, settings, qtbot):
    assert dialog.stack.currentIndex() == APPEARANCE
    qtbot.mouseClick(dialog.appearance.cards[SchemeChoice.DARK], Qt.MouseButton.LeftButton)
    assert current_theme(QApplication.instance()).name == "dark"
    assert settings.scheme is SchemeChoice.DARK
    assert desktop.window.actions_by_name["theme.dark"].isChecked()
    desktop.look.choose(SchemeChoice.LIGHT)


def test_another_scheme_leaves_caret_and_view_where_they_are(desktop, qtbot):
    window = desktop.window
    qtbot.waitUntil(lambda: window.pages.facts is not None)
    body, bars = window.article.body, (window.article.verticalScrollBar(), window.pages.verticalScrollBar())
    cursor = body.textCursor()
    cursor.setPosition(60)
    body.setTextCursor(cursor)
    bars[0].setValue(150)
    bars[1].setValue(900)
    QApplication.processEvents()
    places, sizes = [bar.value() for bar in bars], window.splitter.sizes()
    assert min(places) > 0
    for choice in (SchemeChoice.DARK, SchemeChoice.CONTRAST, SchemeChoice.LIGHT):
        desktop.look.choose(choice)
        QApplication.processEvents()
        assert body.textCursor().position() == 60
        assert [bar.value() for bar in bars] == places
        assert window.splitter.sizes() == sizes


def test_schemes_are_chosen_by_the_arrow_keys(dialog, settings, qtbot):
    cards = dialog.appearance.cards
    cards[SchemeChoice.SYSTEM].setFocus()
    qtbot.keyClick(cards[SchemeChoice.SYSTEM], Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert settings.scheme is SchemeChoice.LIGHT


def test_another_size_is_kept_and_said_to_come_with_the_next_start(dialog, settings, qtbot):
    page = dialog.appearance
    assert page.reopen.isHidden()
    page.zoom.setFocus()
    qtbot.keyClick(page.zoom, Qt.Key.Key_End)
    assert settings.zoom == 200
    assert "下次打开时按 200%" in page.message.text
    assert page.reopen.isVisible()
    qtbot.keyClick(page.zoom, Qt.Key.Key_Home)
    assert page.reopen.isHidden()
    assert settings.zoom == 100


def test_another_language_is_kept_and_said_to_come_with_the_next_start(dialog, settings, qtbot):
    page = dialog.appearance
    page.language.setFocus()
    qtbot.keyClick(page.language, Qt.Key.Key_End)
    assert settings.language is Language.ENGLISH
    assert page.message.text == "下次打开时用 English。"
    assert page.reopen.isVisible()
    qtbot.keyClick(page.language, Qt.Key.Key_Home)
    assert page.reopen.isHidden()


def test_reopening_lets_the_window_go(dialog, desktop, qtbot):
    dialog.appearance.zoom.setFocus()
    qtbot.keyClick(dialog.appearance.zoom, Qt.Key.Key_End)
    qtbot.mouseClick(dialog.appearance.reopen, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.again)
    assert not desktop.window.isVisible()


def test_new_keys_work_at_once_and_are_kept(keys, desktop, settings, qtbot):
    choose(qtbot, keys, "jiacu")
    assert keys.editor.command.text() == "加粗"
    qtbot.keyClick(keys.editor.field, Qt.Key.Key_J, CTRL)
    assert shortcuts(desktop, "text.bold") == ["Ctrl+J"]
    assert settings.chosen_keys == {"text.bold": ("Ctrl+J",)}
    assert "已改" in keys.message.text
    tips = [one.toolTip() for one in desktop.window.format_bar.findChildren(QToolButton)]
    assert any("Ctrl+J" in tip for tip in tips)
    assert not any("加粗（Ctrl+B" in tip for tip in tips)


def test_a_clash_names_the_other_command_and_can_be_taken_over(keys, desktop, qtbot):
    choose(qtbot, keys, "jiacu")
    qtbot.keyClick(keys.editor.field, Qt.Key.Key_N, CTRL)
    assert "Ctrl+N 现在是“新建文章”" in keys.message.text
    assert shortcuts(desktop, "text.bold") == ["Ctrl+B"]
    qtbot.mouseClick(keys.editor.take, Qt.MouseButton.LeftButton)
    assert shortcuts(desktop, "text.bold") == ["Ctrl+N"]
    assert shortcuts(desktop, "article.new") == []
    assert "“新建文章”不再用 Ctrl+N" in keys.message.text


@pytest.mark.parametrize(
    ("pressed", "why"),
    [
        ((Qt.Key.Key_Space, CTRL), "输入法用它开关中文输入"),
        ((Qt.Key.Key_Period, CTRL), "标点"),
        ((Qt.Key.Key_F, CTRL | SHIFT), "简体"),
        ((Qt.Key.Key_A,), "打字"),
        ((Qt.Key.Key_C, CTRL), "复制"),
    ],
)
def test_keys_of_input_methods_and_texts_are_refused(keys, desktop, qtbot, pressed, why):
    choose(qtbot, keys, "jiacu")
    qtbot.keyClick(keys.editor.field, *pressed)
    assert why in keys.message.text
    assert shortcuts(desktop, "text.bold") == ["Ctrl+B"]


def test_a_modifier_alone_changes_nothing_and_escape_goes_back(keys, desktop, dialog, qtbot):
    choose(qtbot, keys, "jiacu")
    qtbot.keyClick(keys.editor.field, Qt.Key.Key_Shift, SHIFT)
    qtbot.keyClick(keys.editor.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is keys.query
    assert shortcuts(desktop, "text.bold") == ["Ctrl+B"]
    assert dialog.isVisible()


def test_keys_are_taken_away_and_come_back_one_by_one_or_all(keys, desktop, settings, qtbot):
    choose(qtbot, keys, "jiacu")
    qtbot.keyClick(keys.editor.field, Qt.Key.Key_Backspace)
    assert shortcuts(desktop, "text.bold") == []
    qtbot.mouseClick(keys.editor.reset, Qt.MouseButton.LeftButton)
    assert shortcuts(desktop, "text.bold") == ["Ctrl+B"]
    qtbot.keyClick(keys.editor.field, Qt.Key.Key_F9)
    choose(qtbot, keys, "daochu")
    qtbot.keyClick(keys.editor.field, Qt.Key.Key_F13)
    assert shortcuts(desktop, "export") == ["F13"]
    qtbot.mouseClick(keys.editor.reset_all, Qt.MouseButton.LeftButton)
    assert (shortcuts(desktop, "export"), shortcuts(desktop, "text.bold")) == (["Ctrl+Shift+E"], ["Ctrl+B"])
    assert settings.chosen_keys == {}
    assert not keys.editor.reset_all.isEnabled()


def test_kept_keys_are_in_force_at_the_next_start_and_broken_ones_are_said(qapp, settings, tmp_path, qtbot):
    settings.chosen_keys = {"text.bold": ("Ctrl+J",), "text.fly": ("F9",), "text.link": ("Ctrl+Space",)}
    with Desktop(qapp, settings, shelf, FailureReports(qapp)) as made:
        made.open(tmp_path / "library.db", sample=True)
        assert shortcuts(made, "text.bold") == ["Ctrl+J"]
        assert shortcuts(made, "text.link") == ["Ctrl+Shift+K"]
        qtbot.waitUntil(lambda: any("2 条快捷键" in one.text() for one in made.window.status.findChildren(QLabel)))
        made.window.actions_by_name["settings"].trigger()
        dialog = opened(made, SettingsDialog)
        assert "text.fly" in dialog.keys.message.text
        dialog.accept()


def test_the_palette_leads_to_the_keys_of_a_command(desktop, qtbot):
    window = desktop.window
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    field = window.palettes.palette.field
    qtbot.keyClicks(field, "quanping")
    qtbot.keyClick(field, Qt.Key.Key_Comma, CTRL)
    dialog = opened(desktop, SettingsDialog)
    assert dialog.stack.currentIndex() == KEYS
    assert dialog.keys.chosen == "view.full"
    assert not window.palettes.palette.isVisible()


def test_name_folders_and_start_are_kept_as_they_are_written(dialog, settings, tmp_path, qtbot):
    dialog.pages.setCurrentRow(GENERAL)
    page = dialog.general
    page.author.selectAll()
    qtbot.keyClicks(page.author, "Han")
    assert settings.author == "Han"
    page.author.selectAll()
    qtbot.keyClick(page.author, Qt.Key.Key_Delete)
    assert settings.author == "Han"
    assert "请写下你的名字" in page.message.text
    qtbot.keyClick(page.reopen, Qt.Key.Key_Space)
    assert settings.reopen_last is False
    page.export.selectAll()
    qtbot.keyClicks(page.export, str(tmp_path / "out"))
    qtbot.keyClick(page.export, Qt.Key.Key_Tab)
    assert settings.export_folder == tmp_path / "out"


def test_the_sheet_names_all_keys_as_they_are_now(desktop, qtbot, tmp_path):
    desktop.window.actions_by_name["text.bold"].setShortcut("Ctrl+J")
    qtbot.keyClick(desktop.window, Qt.Key.Key_F1)
    sheet = opened(desktop, KeySheet)
    words = [one.text() for one in sheet.findChildren(QLabel)]
    for part in ("刊库与期", "程序", "固定的键", "加粗", "Ctrl+J", "Ctrl+Y", "Ctrl+Shift+Z", "F1", "Ctrl+/"):
        assert part in words
    sheet.write_pdf(tmp_path / "keys.pdf")
    assert "已存为" in sheet.message.text
    pages = pypdfium2.PdfDocument(tmp_path / "keys.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "Ctrl+J" in text
    assert "快捷键一览" in text
    sheet.accept()


def test_a_sheet_that_cannot_be_written_says_so(desktop, qtbot, tmp_path):
    qtbot.keyClick(desktop.window, Qt.Key.Key_Slash, CTRL)
    sheet = opened(desktop, KeySheet)
    sheet.write_pdf(tmp_path / "none" / "keys.pdf")
    box = opened(desktop, MessageDialog)
    assert "没有存成 PDF" in box.what
    box.close()
    sheet.accept()


@pytest.mark.usefixtures("input_method")
def test_an_input_method_writes_into_every_field(dialog, settings, qtbot):
    dialog.pages.setCurrentRow(KEYS)
    check_entry(dialog.keys.query, "导出", qtbot)
    dialog.pages.setCurrentRow(GENERAL)
    for field, words in ((dialog.general.author, "韩梅梅"), (dialog.general.export, "付印")):
        field.clear()
        check_entry(field, words, qtbot)
    assert settings.author == "韩梅梅"


def test_keys_are_pressed_and_never_composed(keys):
    assert not keys.editor.field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
