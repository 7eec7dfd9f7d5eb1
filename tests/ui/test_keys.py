"""Which keys commands have, may have, and keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QKeyCombination, Qt

from editor.ui.app.settings import Settings
from editor.ui.keys.keymap import Keymap, read_keymap
from editor.ui.keys.owned import doubt, input_method_keys, refusal
from editor.ui.keys.spelling import portable, pressed
from editor.ui.keys.use import default_keys
from editor.ui.window.command_table import COMMANDS

DEFAULTS = default_keys(COMMANDS)

SMALL = {"a": ("Ctrl+J", "Ctrl+L"), "b": ("Ctrl+M",), "c": ()}
KEYS = st.sampled_from(("Ctrl+J", "Ctrl+L", "Ctrl+M", "F9"))
CHANGES = st.lists(st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.lists(KEYS, unique=True, max_size=2))))


def test_no_command_sits_on_a_key_of_an_input_method():
    assert {keys for own in DEFAULTS.values() for keys in own} & input_method_keys() == set()


def test_every_default_is_a_key_a_command_may_have_and_no_two_commands_share_one():
    every = [keys for own in DEFAULTS.values() for keys in own]
    assert all(every)
    assert {keys: refusal(keys) for keys in every if refusal(keys)} == {}
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    "keys", ["Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Ctrl+;", "A", "Shift+A", "Return", "Esc", "Ctrl+C"]
)
def test_keys_of_input_methods_and_of_typing_are_refused_with_a_word(keys):
    assert refusal(portable(keys))


@pytest.mark.parametrize("keys", ["Ctrl+,", "F9", "Shift+F9", "Ctrl+Shift+J", "Alt+Up", "Ctrl+Alt+K"])
def test_other_keys_are_free(keys):
    assert refusal(portable(keys)) == ""
    assert doubt(portable(keys)) == ""


def test_input_methods_keys_are_written_as_qt_writes_them():
    assert {portable(keys) for keys in input_method_keys()} == input_method_keys()


@pytest.mark.parametrize("text", ["", "Ctrl+", "foo", "Shift", "Ctrl+K, Ctrl+L"])
def test_what_is_no_single_combination_is_none(text):
    assert portable(text) == ""


@pytest.mark.parametrize(
    ("key", "modifiers", "keys"),
    [
        (Qt.Key.Key_Asterisk, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "Ctrl+Shift+8"),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "Ctrl+K"),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "Ctrl+Shift+Tab"),
        (Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier, ""),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "F9"),
    ],
)
def test_a_key_press_has_the_name_of_the_menus(key, modifiers, keys):
    assert pressed(QKeyCombination(modifiers, key)) == keys


def test_a_key_is_taken_over():
    changed = Keymap(SMALL).give("b", ("Ctrl+J",))
    assert (changed.of("a"), changed.of("b")) == (("Ctrl+L",), ("Ctrl+J",))
    assert changed.owner("Ctrl+J") == "b"
    assert changed.owner("Ctrl+M") == ""
    back = changed.reset("a")
    assert back.of("a") == SMALL["a"]
    assert back.of("b") == ()
    assert back.reset("b") == Keymap(SMALL)


@given(CHANGES)
def test_no_key_has_two_commands_and_defaults_lead_back(changes):
    keymap = Keymap(SMALL)
    for name, keys in changes:
        keymap = keymap.reset(name) if keys is None else keymap.give(name, tuple(keys))
        every = [one for name in SMALL for one in keymap.of(name)]
        assert len(every) == len(set(every))
        assert keymap.of(name) == (SMALL[name] if keys is None else tuple(keys))
    again, message = read_keymap(SMALL, keymap.chosen)
    assert message == ()
    assert {name: again.of(name) for name in SMALL} == {name: keymap.of(name) for name in SMALL}


def test_keys_are_kept_by_the_name_of_the_command(tmp_path):
    place = tmp_path / "window.ini"
    settings = Settings(place)
    settings.chosen_keys = {"settings": ("Ctrl+J", "Ctrl+,"), "text.bold": ()}
    settings.save()
    assert Settings(place).chosen_keys == {"settings": ("Ctrl+J", "Ctrl+,"), "text.bold": ()}
    settings.chosen_keys = {}
    settings.save()
    assert Settings(place).chosen_keys == {}


def test_broken_entries_are_left_out_with_a_word(tmp_path):
    place = tmp_path / "window.ini"
    place.write_text(
        "[keys]\n"
        "text.bold=Ctrl+J\n"
        "text.fly=F9\n"
        "text.italic=Ctrl+Foo\n"
        "text.link=Ctrl+Space\n"
        "text.sub=Ctrl+J\n"
        "save=none\n"
        "undo=Ctrl+,\n"
    )
    keymap, message = read_keymap(DEFAULTS, Settings(place).chosen_keys)
    assert keymap.of("text.bold") == ("Ctrl+J",)
    assert keymap.of("save") == ()
    assert keymap.of("text.link") == DEFAULTS["text.link"]
    assert keymap.of("undo") == DEFAULTS["undo"]
    words = "；".join(message)
    for part in ("text.fly", "Ctrl+Foo", "Ctrl+Space 不能用", "Ctrl+J 写了两次", "“Ctrl+”"):
        assert part in words
