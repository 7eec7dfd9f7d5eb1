"""Whatever is done in texts of figures and tables, the body is read back as it is shown, and every state returns."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from editor.model.block_kinds import is_object
from editor.model.body import Paragraph, Table, text_of
from editor.ui.body.editor import BodyEditor
from tests.strategies import spanned, uids
from tests.ui.test_body import bodies as plain_bodies
from tests.ui.test_body import runs, texts

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
KEYS = [
    *((key, NONE) for key in (Qt.Key.Key_A, Qt.Key.Key_QuoteDbl, Qt.Key.Key_Space, Qt.Key.Key_Delete)),
    *((key, NONE) for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape)),
    *(
        (key, held)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        for held in (NONE, SHIFT)
    ),
    *((key, CTRL) for key in (Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_Return)),
    (Qt.Key.Key_Backtab, SHIFT),
]
# with cells over several rows and columns
tables = st.builds(
    Table,
    head=st.tuples(runs, runs, runs),
    rows=st.lists(st.tuples(runs, runs, runs), max_size=3).map(tuple),
    caption=texts,
    uid=uids,
).flatmap(spanned)
bodies = st.tuples(plain_bodies, tables).map(lambda both: (*both[0], both[1]))


@pytest.fixture
def editor(qtbot, theme):
    made = BodyEditor(theme)
    qtbot.addWidget(made)
    made.resize(600, 800)
    made.show()
    return made


def show(editor, body, *, other=False):
    editor.show_body(body, {}, editor.objects.theme, 576, other=other)


def read_again(editor):
    editor._blocks = ()
    editor.document().contentsChanged.emit()
    return editor.blocks


@given(bodies, st.lists(st.sampled_from(KEYS), max_size=12), st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_every_state_of_texts_in_place_can_be_shown_again(editor, body, keys, data):
    body = (*body, Paragraph(runs=text_of("末")))
    show(editor, body, other=True)
    editor.setFocus()
    QGuiApplication.clipboard().setText("x\ty\nz")
    objects = [block for block in editor.blocks if is_object(block)]
    if objects:
        uid = data.draw(st.sampled_from(objects)).uid
        places = list(editor.objects.drawing(uid).places)
        editor.editing.texts.open(data.draw(st.sampled_from(places)))
    states = [editor.blocks]
    for key, held in keys:
        QTest.keyClick(editor.editing.texts.field or editor, key, held)
        states.append(editor.blocks)
        assert read_again(editor) == states[-1]
        at = editor.editing.texts.location
        assert at is None or editor.caret.chosen_object().uid == at.block
    for state in reversed(states):
        show(editor, state)
        assert read_again(editor) == state
