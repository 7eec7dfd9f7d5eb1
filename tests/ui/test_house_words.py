"""用语表: words added, changed, deleted, sought, pasted, imported; what they do to the checks of the open issue."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.library import open_library
from editor.model.house_word_edits import put_house_words
from editor.model.house_words import NO_HOUSE_WORDS, HouseWord, HouseWordLevel, HouseWordScope
from editor.text.pinyin import prepare
from editor.ui.registers.house_book import HouseWordBook
from editor.ui.registers.house_dialog import HouseWordDialog
from editor.ui.registers.row_list import RowColumn, RowList
from editor.ui.registers.taking_dialog import TakingDialog

WORDS = (
    HouseWord(name="布署", instead=("部署",), level=HouseWordLevel.ERROR, reason="错字"),
    HouseWord(name="云州人", scope=HouseWordScope.BODY, exceptions=("云州人大",)),
    HouseWord(name="既使", instead=("即使", "即便")),
)


@pytest.fixture
def dialog(qtbot, theme, library):
    prepare()
    library.house_words.save(library.house_words.stored(), put_house_words(NO_HOUSE_WORDS, WORDS), author="甲")
    made = HouseWordDialog(HouseWordBook(library, "编辑甲"), theme)
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.fixture
def answer():
    """Answer the dialog that shows what would be taken; what it said is returned."""
    said = {}

    def give(accept, tries=200):
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, TakingDialog):
            if tries:
                QTimer.singleShot(5, lambda: give(accept, tries - 1))
            return
        said.update({key: rows.lines for key, rows in dialog.lists.items()})
        said["take"] = dialog.take.isEnabled()
        (dialog.take if accept and dialog.take.isEnabled() else dialog.leave).click()

    def prepared(*, accept=True):
        QTimer.singleShot(0, lambda: give(accept))
        return said

    return prepared


def kept(library):
    return {one.name: one for one in library.house_words.stored().words}


def names(dialog):
    return [line[0] for line in dialog.table.lines]


def seek(dialog, words):
    dialog.seek.field.setText(words)
    dialog.seek.field.textEdited.emit(words)


def write(dialog, key, text):
    field = dialog.form.fields[key]
    dialog.form.begin(key)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose(dialog, name):
    dialog.table.choose(names(dialog).index(name))


def test_words_are_listed_by_pinyin_with_what_is_to_be_written(dialog):
    assert dialog.table.lines == (
        ("布署", "部署", "错误", "全部", "错字"),
        ("既使", "即使、即便", "警告", "全部", ""),
        ("云州人", "禁用", "警告", "正文", ""),
    )
    assert dialog.count.text() == "3 条"


@pytest.mark.parametrize(
    ("sought", "found"),
    [("署", ["布署"]), ("即便", ["既使"]), ("错字", ["布署"]), ("yzr", ["云州人"]), ("bushu", ["布署"]), ("没有", [])],
)
def test_words_are_found_by_any_of_their_texts_and_by_pinyin(dialog, sought, found):
    seek(dialog, sought)
    assert names(dialog) == found
    assert dialog.empty.isVisible() == (not found)


def test_a_word_that_is_not_there_is_added_by_enter_and_taken_back(dialog, library):
    seek(dialog, "因该")
    QTest.keyClick(dialog.seek.field, Qt.Key.Key_Return)
    assert "因该" in kept(library)
    assert dialog.form.fields["name"].text() == "因该"
    assert dialog.focusWidget() is dialog.form.fields["instead"]
    dialog.bar.undo.click()
    assert set(kept(library)) == {"布署", "既使", "云州人"}
    QTest.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "因该" in kept(library)


def test_a_word_is_changed_beside_the_list(dialog, library):
    choose(dialog, "云州人")
    write(dialog, "instead", "云州市民、云州居民")
    write(dialog, "exceptions", "云州人大、《》")
    dialog.form.level.segments[HouseWordLevel.ERROR].click()
    dialog.form.scope.segments[HouseWordScope.TITLES].click()
    made = kept(library)["云州人"]
    assert (made.instead, made.exceptions) == (("云州市民", "云州居民"), ("云州人大", "《》"))
    assert (made.level, made.scope) == (HouseWordLevel.ERROR, HouseWordScope.TITLES)
    assert "改“云州人”的范围" in dialog.bar.message.text


@pytest.mark.parametrize(
    ("key", "text", "reason"),
    [("name", "布署", "已经有“布署”"), ("name", " ", "没有写用语"), ("exceptions", "安排", "例外“安排”里没有“云州人”")],
)
def test_what_cannot_be_is_refused_and_the_field_says_what_holds(dialog, library, key, text, reason):
    choose(dialog, "云州人")
    before = dialog.form.fields[key].text()
    write(dialog, key, text)
    assert reason in dialog.bar.message.text
    assert dialog.form.fields[key].text() == before
    assert kept(library)["云州人"] == WORDS[1]


def test_chosen_words_are_deleted_by_key_as_one_step(dialog, library):
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert kept(library) == {}
    assert dialog.empty.isVisible()
    dialog.bar.undo.click()
    assert len(kept(library)) == 3


def test_rows_of_a_spreadsheet_are_shown_before_they_are_taken(dialog, library, answer):
    QGuiApplication.clipboard().setText("布署\t安排\n因该\t应该\t\t\t\t错误\n既使\t即使、即便\n\t空\n")
    said = answer()
    QTest.keyClick(dialog.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [line[0] for line in said["new"]] == ["因该"]
    assert said["changed"] == (("布署", "改为“部署”→“安排”；理由“错字”→“”；级别“错误”→“警告”"),)
    assert said["refused"] == (("4", "空", "没有写用语，请写上要查的词。"),)
    assert kept(library)["因该"].level is HouseWordLevel.ERROR
    dialog.bar.undo.click()
    assert set(kept(library)) == {"布署", "既使", "云州人"}


def test_nothing_is_taken_where_the_user_does_not_want_it(dialog, library, answer):
    QGuiApplication.clipboard().setText("因该\t应该")
    answer(accept=False)
    dialog.paste.click()
    assert "因该" not in kept(library)


def test_a_table_where_no_row_is_good_cannot_be_taken(dialog, answer):
    QGuiApplication.clipboard().setText("\t应该")
    said = answer()
    dialog.paste.click()
    assert said["take"] is False


def test_chosen_rows_are_copied_for_a_spreadsheet(dialog):
    choose(dialog, "布署")
    QTest.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "布署\t部署\t全部\t\t\t错误\t错字\t\n"


def test_a_table_goes_to_a_file_and_comes_back(dialog, library, tmp_path, answer):
    path = tmp_path / "用语表.csv"
    dialog.export_to(path)
    assert "3 条用语" in dialog.bar.message.text
    before = kept(library)
    dialog.table.selectAll()
    dialog.remove.click()
    answer()
    dialog.import_from(path)
    assert {name: (one.instead, one.scope) for name, one in kept(library).items()} == {
        name: (one.instead, one.scope) for name, one in before.items()
    }
    dialog.import_from(path)
    assert "都有了" in dialog.bar.message.text


def test_a_file_that_is_no_table_is_refused_with_what_to_do(dialog, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01")
    dialog.import_from(path)
    assert "不是文本文件" in dialog.bar.message.text
    dialog.import_from(tmp_path / "none.csv")
    assert "无法读取" in dialog.bar.message.text


def test_a_library_that_is_only_read_shows_its_words_and_takes_none(qtbot, theme, library, dialog):
    dialog.accept()
    QGuiApplication.clipboard().setText("因该\t应该")
    with open_library(library.place) as other:
        made = HouseWordDialog(HouseWordBook(other, "乙"), theme)
        qtbot.addWidget(made)
        made.open()
        assert len(names(made)) == 3
        assert not any(one.isEnabled() for one in (made.form, made.remove, made.paste))
        QTest.keyClick(made.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(made.table, Qt.Key.Key_Delete)
        assert other.why_read_only in made.bar.message.text
        made.accept()
    assert set(kept(library)) == {"布署", "既使", "云州人"}


def test_of_many_rows_only_those_on_the_screen_are_drawn_up(qtbot, theme):  # noqa: ARG001 - it draws by the theme
    asked = set()
    rows = RowList("许多", (RowColumn("用语", 0, lambda number: asked.add(number) or str(number)),))
    qtbot.addWidget(rows)
    rows.resize(400, 300)
    rows.show()
    rows.show_values(range(20_000), current=0)
    qtbot.waitExposed(rows)
    rows.grab()
    assert len(asked) < 100
    rows.choose(19_999)
    rows.grab()
    assert rows.current == 19_999
    assert len(asked) < 200


def test_words_are_checked_in_the_open_issue_once_the_dialog_is_closed(window, qtbot):
    opened = window.session.opened_issue
    word = next(opened.issue.articles()).title.text[:2]
    window.checks.run()
    assert not [one for one in window.checks.findings if one.rule == "words.house"]

    def add(tries=200):
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, HouseWordDialog):
            if tries:
                QTimer.singleShot(5, lambda: add(tries - 1))
            return
        seek(dialog, word)
        dialog.seek.adds[0].click()
        write(dialog, "reason", "本刊不用")
        dialog.accept()

    QTimer.singleShot(0, add)
    with qtbot.waitSignal(window.checks.changed):
        window.actions_by_name["registers.house_words"].trigger()
    found = next(one for one in window.checks.findings if one.rule == "words.house")
    assert found.message == f"“{word}”禁用"
    assert found.detail == "本刊不用。"
