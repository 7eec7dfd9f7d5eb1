"""The command palette as its user works with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from editor.model.body import ItemList
from editor.ui.palette.entries import Answers, Group, PaletteEntry
from editor.ui.palette.rows import ANSWER_ROLE
from editor.ui.window.command_table import COMMANDS
from tests.ui.archive.fake_archive import FakeArchive


@pytest.fixture
def palette(window, qtbot):
    window.activateWindow()
    window.article.body.setFocus()
    qtbot.keyClick(window.article.body, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return window.palettes.palette


def type_in(qtbot, palette, words):
    """Type: Latin by keys, the rest as an input method hands it over."""
    if words.isascii():
        qtbot.keyClicks(palette.field, words)
        return
    done = QInputMethodEvent("", [])
    done.setCommitString(words)
    QApplication.sendEvent(palette.field, done)


def lines(palette):
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def row_of(palette, words):
    return palette.list.model().index(lines(palette).index(words), 0)


def titles(window):
    return [article.title.text for article in window.context.opened.issue.articles()]


def test_it_lies_over_the_window_as_its_child_with_the_keyboard_in_the_field(window, palette):
    assert palette.isVisible()
    assert palette.window() is window
    assert palette.windowType() == Qt.WindowType.Widget
    assert palette.geometry() == window.centralWidget().rect()
    assert QApplication.focusWidget() is palette.field


def test_initials_find_a_command_with_its_group_and_key(palette, qtbot):
    type_in(qtbot, palette, "dc")
    assert lines(palette) == ["命令", "导出…", "刊库", "在刊库里检索“dc”"]
    entry = palette.list.entry
    assert (entry.text, entry.trail, entry.keys) == ("导出…", "刊库与期", ("Ctrl+Shift+E",))


@pytest.mark.parametrize("typed", ["jiac", "加粗", "jc", "bold"])
def test_a_command_is_found_by_pinyin_hanzi_initials_and_english(palette, qtbot, typed):
    type_in(qtbot, palette, typed)
    assert "加粗" in lines(palette)


def test_letters_still_being_composed_are_sought(palette):
    QApplication.sendEvent(palette.field, QInputMethodEvent("dao'chu", []))
    assert "导出…" in lines(palette)
    assert palette.field.query == "daochu"
    QApplication.sendEvent(palette.field, QInputMethodEvent("", []))
    assert palette.field.query == ""


def test_enter_runs_the_command_where_the_caret_was(window, palette, qtbot):
    type_in(qtbot, palette, "xiangmulb")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    qtbot.waitUntil(window.context.opened.history.stack.canUndo)
    assert QApplication.focusWidget() is window.article.body
    assert isinstance(next(window.context.opened.issue.articles()).blocks[0], ItemList)


def test_an_article_of_the_issue_is_opened(window, palette, qtbot):
    wanted = titles(window)[4]
    type_in(qtbot, palette, wanted[:4])
    assert lines(palette)[:2] == ["文章", wanted.replace("\n", "")]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.article.title.title.text == wanted


def test_a_click_takes_a_line(window, palette, qtbot):
    wanted = titles(window)[2]
    type_in(qtbot, palette, wanted[:6])
    spot = palette.list.visualRect(row_of(palette, wanted.replace("\n", ""))).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.article.title.title.text == wanted


def test_arrows_pass_headings_and_go_round(palette, qtbot):
    type_in(qtbot, palette, "cz")
    model = palette.list.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    usable = [index for index in indexes if index.flags() & Qt.ItemFlag.ItemIsSelectable]
    assert 2 < len(usable) < len(indexes) - 2
    seen = [palette.list.entry.text]
    for _ in usable:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        seen.append(palette.list.entry.text)
    assert seen[0] == seen[-1]
    assert len(set(seen)) == len(seen) - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.entry.text == seen[-2]


@pytest.mark.parametrize("way", ["escape", "keys", "veil"])
def test_it_closes_and_gives_the_keyboard_back(window, palette, qtbot, way):
    if way == "escape":
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    elif way == "keys":
        qtbot.keyClick(palette.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    else:
        qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(20, 400))
    assert not palette.isVisible()
    assert QApplication.focusWidget() is window.article.body


def test_the_keys_of_the_window_wait(window, palette, qtbot):
    before = len(titles(window))
    qtbot.keyClick(palette.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(palette.field, Qt.Key.Key_F7)
    assert len(titles(window)) == before
    assert palette.isVisible()
    assert window.lists.current == 0


def test_it_follows_the_size_of_the_window(window, palette, qtbot):
    window.resize(1100, 640)
    qtbot.waitUntil(lambda: palette.width() == window.centralWidget().width())
    assert palette.rect().contains(palette.card.geometry())


def test_the_window_shows_through_dimmed_also_after_another_size(window, palette, qtbot):
    below = QPoint(200, 500)
    seen = palette.grab().toImage().pixelColor(below).lightness()
    palette.leave()
    plain = window.rooms.grab().toImage().pixelColor(below).lightness()
    window.actions_by_name["palette"].trigger()
    window.resize(1200, 700)
    qtbot.waitUntil(lambda: palette.width() == window.centralWidget().width())
    again = window.rooms.grab().toImage().pixelColor(below).lightness()
    assert 0 < seen < plain
    assert abs(again - seen) < 8


def test_what_cannot_be_used_says_why_and_is_not_chosen(palette, qtbot):
    type_in(qtbot, palette, "chongzuo")
    index = row_of(palette, "重做")
    assert index.data(ANSWER_ROLE).entry.reason == "没有可重做的"
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "没有可重做的" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert palette.list.entry.text == "在刊库里检索“chongzuo”"


def test_a_command_used_lately_comes_first_next_time(window, palette, qtbot):
    type_in(qtbot, palette, "quanping")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(window.actions_by_name["view.full"].isChecked)
    window.actions_by_name["palette"].trigger()
    assert lines(palette)[:2] == ["最近用过", "全屏"]
    assert palette.list.entry.key == "view.full"
    assert window._settings.recent_commands == ("view.full",)


def test_the_library_is_searched_for_what_was_typed(window, palette, qtbot):
    window.archive.archive = lambda: FakeArchive(())
    type_in(qtbot, palette, "no such thing")
    assert lines(palette) == ["刊库", "在刊库里检索“no such thing”"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.archive.view is not None)
    assert window.archive.view.field_text == "no such thing"


def test_the_box_in_the_top_bar_opens_it_and_names_its_key(window, qtbot):
    box = next(one for one in window.top.children() if getattr(one, "accessibleName", str)() == "搜索文章或命令")
    assert "Ctrl+K" in box.toolTip()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert window.palettes.palette.isVisible()


def test_every_command_has_an_english_name():
    assert [command.name for command in COMMANDS if not command.english.isascii() or not command.english.strip()] == []


def entry(key, text, **more):
    return PaletteEntry(key=key, group=more.pop("group", Group.COMMANDS), text=text, **more)


def keys(answers, query):
    return [answer.entry.key for answer in answers.to(query)]


def test_answers_are_ordered_by_group_use_and_place():
    entries = [
        entry("inside", "再导出"),
        entry("first", "导出"),
        entry("off", "导出图", reason="没有"),
        entry("read", "到此"),
        entry("english", "打印", english="Export dc"),
        entry("article", "导出试点", group=Group.ARTICLES),
    ]
    assert keys(Answers(entries), "dc") == ["first", "read", "inside", "english", "off", "article"]
    assert keys(Answers(entries, ["inside"]), "dc")[0] == "inside"
    assert keys(Answers(entries, ["inside", "off", "gone"]), "")[:2] == ["inside", "inside"]


def test_a_query_that_grows_and_shrinks_is_answered_as_if_typed_at_once():
    entries = [entry(command.name, command.text, english=command.english) for command in COMMANDS]
    grown = Answers(entries)
    for query in ("d", "dc", "d", "", "x", "xp", "xpo", "xpo w", "xpo", "图", "图 s", "tu", "t"):
        assert keys(grown, query) == keys(Answers(entries), query), query


@given(
    st.text("导出重做图表PDFdaochuzg (（'，", max_size=8),
    st.lists(st.sampled_from(list(COMMANDS)), max_size=12, unique=True),
)
def test_every_letter_typed_gives_what_the_whole_query_gives(query, commands):
    entries = [entry(command.name, command.text, english=command.english) for command in commands]
    typed = Answers(entries)
    for length in range(len(query) + 1):
        assert typed.to(query[:length]) == Answers(entries).to(query[:length])


@pytest.mark.parametrize(
    ("query", "name", "marked"),
    [
        ("pdf dc", "导出 PDF…", "导出PDF"),
        ("dcpdf", "导出 PDF…", "导出PDF"),
        ("ｄｃ", "导出", "导出"),
        ("出p", "导出 PDF", "出P"),
    ],
)
def test_what_was_sought_is_marked(query, name, marked):
    (answer,) = Answers([entry("a", name)]).to(query)
    assert "".join(name[place] for place in answer.places) == marked
