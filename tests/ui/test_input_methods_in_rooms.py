"""A Chinese input method in what stands in the article's place: the front pages as forms, the settings."""

import pytest
from PySide6.QtWidgets import QAbstractSpinBox

from tests.ui.composing import POPUPS, candidates, commit, compose, enter, entries, seen, shown

pytestmark = pytest.mark.usefixtures("input_method")


def front(window, part):
    window.outline.part_chosen.emit(part)
    return window.stack.currentWidget()


def settings(window):
    window.actions_by_name["profile.edit"].trigger()
    return window.profiles.view


@pytest.mark.parametrize(("room", "least"), [("cover", 1), ("credits", 10), ("back", 3), ("settings", 5)])
def test_every_field_of_a_room_takes_what_is_committed(window, qtbot, room, least):
    opened = settings(window) if room == "settings" else front(window, room)
    fields = [one for one in entries(opened).values() if one.isVisible() and one.isEnabled()]
    assert len(fields) >= least
    for field in fields:
        if isinstance(field.parent(), QAbstractSpinBox):
            continue
        enter(field, qtbot)
        assert field.window().windowType() not in POPUPS
        before, space = shown(field), window.context.opened.value
        compose(field, "s")
        first = candidates()
        compose(field, "shu")
        assert (shown(field), window.context.opened.value) == (before, space), field.accessibleName()
        assert candidates() != first, f"{field.accessibleName()}: letters do not show"
        compose(field, "")
        commit(field, "数")
        assert "数" in shown(field), field.accessibleName()
        assert seen(opened).contains(candidates().center()), field.accessibleName()
