"""A body goes into the editor and comes back the same, whatever is done to it in between."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.model.block_texts import block_texts
from editor.model.body import ANCHOR, Figure, Heading, ItemList, Paragraph, Quote, Run, Script, Table, plain, text_of
from editor.model.runs import normal
from editor.ui.body.cursor_edits import clear_marks, set_kind, toggle_bold
from editor.ui.body.editor import BodyEditor
from editor.ui.body.shapes import IN_OBJECTS, Kind
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.fonts import install_fonts
from editor.ui.theme.tokens import load_theme
from tests.strategies import uids

QUIET = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
texts = st.text(st.sampled_from("数据要素《办法》“”，。——……·①𠮷😀 AaZ09.%&<>"), min_size=1, max_size=8)


looks = {
    "bold": st.booleans(),
    "italic": st.booleans(),
    "script": st.sampled_from(Script),
    "link": st.sampled_from(("", "https://example.org/a?b=1&c=《》")),
}
footnotes = st.builds(Run, text=st.just(ANCHOR), footnote=texts, **looks)
runs = st.lists(st.builds(Run, text=texts, **looks) | footnotes, max_size=3).map(tuple).map(normal)
bodies = st.lists(
    st.one_of(
        st.builds(Paragraph, runs=runs, uid=uids),
        st.builds(Heading, level=st.integers(1, 3), runs=runs, uid=uids),
        st.builds(Quote, runs=runs, uid=uids),
        st.builds(ItemList, ordered=st.booleans(), items=st.lists(runs, max_size=3).map(tuple), uid=uids),
        st.builds(Figure, caption=texts, width=st.integers(50, 1000), uid=uids),
        st.builds(
            Table,
            head=st.tuples(runs, runs),
            rows=st.lists(st.tuples(runs, runs), max_size=2).map(tuple),
            caption=texts,
            uid=uids,
        ),
    ),
    max_size=6,
    unique_by=lambda block: block.uid,
).map(tuple)


@pytest.fixture(scope="module")
def theme():
    app = QApplication.instance() or QApplication([])
    install_fonts()
    made = load_theme("light")
    apply_theme(app, made)
    return made


@pytest.fixture
def editor(qtbot, theme):
    made = BodyEditor(theme)
    qtbot.addWidget(made)
    made.resize(600, 800)
    return made


def show(editor, blocks, *, other=True):
    editor.show_body(blocks, {}, editor.objects.theme, 576, other=other)


def message(blocks):
    return [text for block in blocks for text in block_texts(block)]


@given(bodies)
@QUIET
def test_a_body_shown_is_read_back_the_same(editor, body):
    show(editor, body)
    editor.document().contentsChanged.emit()
    assert editor.blocks == body


@given(bodies, bodies)
@QUIET
def test_showing_another_state_gives_exactly_that_state(editor, one, two):
    show(editor, one)
    show(editor, two, other=False)
    editor._blocks = ()
    editor.document().contentsChanged.emit()
    assert editor.blocks == two


@given(bodies, st.data())
@QUIET
def test_taking_blocks_out_and_back_is_what_undo_needs(editor, body, data):
    show(editor, body)
    kept = tuple(block for block in body if data.draw(st.booleans()))
    show(editor, kept, other=False)
    show(editor, body, other=False)
    editor._blocks = ()
    editor.document().contentsChanged.emit()
    assert editor.blocks == body


def press(editor, key):
    QTest.keyClick(editor, key)


KEYS = {
    "enter": Qt.Key.Key_Return,
    "backspace": Qt.Key.Key_Backspace,
    "delete": Qt.Key.Key_Delete,
    "tab": Qt.Key.Key_Tab,
    "backtab": Qt.Key.Key_Backtab,
    "type": Qt.Key.Key_A,
    "space": Qt.Key.Key_Space,
}


@given(bodies, st.lists(st.tuples(st.sampled_from([*KEYS, "bold", "cut", "kind", "paste"]), st.data()), max_size=6))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_is_typed_every_state_can_be_shown_again(editor, body, acts):
    show(editor, body)
    for name, data in acts:
        last = editor.document().characterCount() - 1
        cursor = editor.textCursor()
        cursor.setPosition(data.draw(st.integers(0, last)))
        cursor.setPosition(data.draw(st.integers(0, last)), QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        before = editor.blocks
        if name == "bold":
            editor.edits.apply(toggle_bold)
        elif name == "cut":
            editor.edits.remove_selection()
        elif name == "kind":
            kind = data.draw(st.sampled_from([kind for kind in Kind if kind not in (Kind.OBJECT, *IN_OBJECTS)]))
            editor.edits.apply(lambda at, theme, kind=kind: set_kind(at, kind, theme))
        elif name == "paste":
            editor.edits.insert_blocks(data.draw(bodies))
        else:
            press(editor, KEYS[name])
        after = editor.blocks
        assert len({block.uid for block in after}) == len(after)
        show(editor, before, other=False)
        editor.document().contentsChanged.emit()
        assert editor.blocks == before
        show(editor, after, other=False)
        editor._blocks = ()
        editor.document().contentsChanged.emit()
        assert editor.blocks == after


def caret(editor, line, at=0):
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(line).position() + at)
    editor.setTextCursor(cursor)


def paragraph(text):
    return Paragraph(runs=text_of(text))


def test_enter_inside_a_paragraph_keeps_its_identity_and_gives_the_rest_a_new_one(editor):
    one = paragraph("数据要素")
    show(editor, (one,))
    caret(editor, 0, 2)
    press(editor, Qt.Key.Key_Return)
    first, second = editor.blocks
    assert (plain(first.runs), plain(second.runs)) == ("数据", "要素")
    assert first.uid == one.uid != second.uid


def test_enter_before_a_paragraph_leaves_it_its_identity(editor):
    one = paragraph("数据要素")
    show(editor, (one,))
    caret(editor, 0)
    press(editor, Qt.Key.Key_Return)
    first, second = editor.blocks
    assert (plain(first.runs), second) == ("", one)
    assert first.uid != one.uid


def test_enter_after_a_heading_goes_on_as_text(editor):
    show(editor, (Heading(level=1, runs=text_of("一、总则")),))
    caret(editor, 0, 4)
    press(editor, Qt.Key.Key_Return)
    assert isinstance(editor.blocks[1], Paragraph)


def test_enter_on_an_empty_item_ends_the_list(editor):
    show(editor, (ItemList(ordered=True, items=(text_of("一"), text_of("二"))),))
    caret(editor, 1, 1)
    for _ in range(2):
        press(editor, Qt.Key.Key_Return)
    items, after = editor.blocks
    assert [plain(item) for item in items.items] == ["一", "二"]
    assert after.runs == ()


def test_backspace_makes_a_heading_text_before_it_joins(editor):
    show(editor, (paragraph("甲"), Heading(level=1, runs=text_of("乙"))))
    caret(editor, 1)
    press(editor, Qt.Key.Key_Backspace)
    assert [type(block) for block in editor.blocks] == [Paragraph, Paragraph]
    press(editor, Qt.Key.Key_Backspace)
    assert message(editor.blocks) == ["甲乙"]


def test_backspace_below_a_figure_chooses_it_before_it_goes(editor):
    figure = Figure(caption="图1")
    show(editor, (paragraph("甲"), figure, paragraph("乙")))
    caret(editor, 2)
    press(editor, Qt.Key.Key_Backspace)
    assert editor.caret.chosen_object() == figure
    assert message(editor.blocks) == ["甲", "图1", "乙"]
    press(editor, Qt.Key.Key_Backspace)
    assert message(editor.blocks) == ["甲", "乙"]


def test_typing_on_a_chosen_figure_goes_below_it(editor, qtbot):
    figure = Figure(caption="图1")
    show(editor, (figure,))
    editor.caret.choose_object(figure.uid)
    qtbot.keyClicks(editor, "ab")
    assert editor.blocks[0] == figure
    assert message(editor.blocks) == ["图1", "ab"]


def test_an_input_method_shows_its_letters_and_commits_one_step(editor):
    show(editor, (paragraph("数据"),))
    caret(editor, 0, 2)
    steps = []
    editor.edited.connect(lambda blocks, step: steps.append((message(blocks), step)))
    QApplication.sendEvent(editor, QInputMethodEvent("yaosu", []))
    assert message(editor.blocks) == ["数据"]
    commit = QInputMethodEvent("", [])
    commit.setCommitString("要素")
    QApplication.sendEvent(editor, commit)
    assert steps == [(["数据要素"], "")]


def test_the_candidate_box_stands_at_the_caret(editor):
    editor.show()
    show(editor, tuple(paragraph("数据要素市场" * 6) for _ in range(6)))
    for line in (0, 5):
        caret(editor, line, 3)
        asked = editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        assert asked.toRect() == editor.cursorRect()


def test_bold_of_a_run_and_of_a_heading_are_told_apart(editor):
    show(editor, (Heading(level=1, runs=text_of("总则")), paragraph("总则")))
    editor.selectAll()
    editor.edits.apply(lambda at, theme: set_kind(at, Kind.PARAGRAPH, theme))
    assert all(run.bold is False for block in editor.blocks for run in block.runs)
    editor.edits.apply(toggle_bold)
    assert all(run.bold for block in editor.blocks for run in block.runs)


def test_a_list_takes_the_lines_below_it_by_tab_and_lets_them_go_again(editor):
    show(editor, (ItemList(items=(text_of("一"),)), paragraph("二")))
    caret(editor, 1)
    press(editor, Qt.Key.Key_Tab)
    (items,) = editor.blocks
    assert [plain(item) for item in items.items] == ["一", "二"]
    press(editor, Qt.Key.Key_Backtab)
    assert [type(block) for block in editor.blocks] == [ItemList, Paragraph]


def test_a_single_pasted_paragraph_goes_into_the_line(editor):
    show(editor, (paragraph("数素"),))
    caret(editor, 0, 1)
    editor.edits.insert_blocks((Paragraph(runs=(Run(text="据要", bold=True),)),))
    (one,) = editor.blocks
    assert [(run.text, run.bold) for run in one.runs] == [("数", False), ("据要", True), ("素", False)]


def test_pasted_blocks_part_the_paragraph_and_lose_nothing(editor):
    show(editor, (paragraph("前后"),))
    caret(editor, 0, 1)
    table = Table(head=(text_of("a"),))
    editor.edits.insert_blocks((paragraph("一"), table))
    assert message(editor.blocks) == ["前", "一", "a", "后"]
    assert editor.blocks[2] == table


def test_a_second_click_on_a_chosen_figure_leaves_it_chosen(editor):
    figure = Figure(caption="图1")
    show(editor, (paragraph("甲"), figure, paragraph("乙")))
    editor.grab()
    place = editor.objects.places[figure.uid].center().toPoint()
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    try:
        for _ in range(2):
            QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
            assert editor.caret.chosen_object() == figure
    finally:
        QApplication.setDoubleClickInterval(before)


def test_who_types_where_only_reading_is_possible_is_told(editor, qtbot):
    show(editor, (paragraph("甲"),))
    editor.setReadOnly(True)
    with qtbot.waitSignal(editor.message) as summary:
        press(editor, Qt.Key.Key_A)
    assert "只能看" in summary.args[0]
    assert message(editor.blocks) == ["甲"]


def test_text_typed_beside_a_footnote_is_no_footnote(editor):
    show(editor, (Paragraph(runs=(*text_of("先"), Run(text=ANCHOR, footnote="注文"))),))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "ab")
    assert [(run.text, run.footnote) for run in editor.blocks[0].runs] == [("先", ""), (ANCHOR, "注文"), ("ab", "")]


def test_a_footnote_goes_with_the_line_it_stands_in(editor):
    show(editor, (Paragraph(runs=(*text_of("先后"), Run(text=ANCHOR, footnote="注文"))),))
    cursor = editor.textCursor()
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    press(editor, Qt.Key.Key_Return)
    assert [block_texts(block) for block in editor.blocks] == [("先",), (f"后{ANCHOR}", "注文")]


def test_clearing_the_looks_of_a_text_leaves_its_footnotes(editor):
    show(editor, (Paragraph(runs=(Run(text="先", bold=True), Run(text=ANCHOR, footnote="注文", italic=True))),))
    editor.selectAll()
    clear_marks(editor.textCursor(), editor.objects.theme)
    assert editor.blocks[0].runs == (Run(text="先"), Run(text=ANCHOR, footnote="注文"))
