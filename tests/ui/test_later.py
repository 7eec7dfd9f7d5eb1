"""Pages whose view is made when it is first shown."""

import pytest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from editor.ui.kit.later import LaterPage


@pytest.fixture
def stands():
    return ["一"]


@pytest.fixture
def stack(qtbot):
    made = QStackedWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(stack, stands):
    """A page behind another one; its view is a field that says how things stand."""
    made = LaterPage(QLineEdit, lambda field: field.setText(stands[0]))
    for one in (QStackedWidget(), made):
        stack.addWidget(one)
    stack.show()
    return made


def fields(page):
    return page.findChildren(QLineEdit)


def test_nothing_is_made_before_a_page_is_shown(page):
    page.refresh()
    assert fields(page) == []


def test_shown_it_says_how_things_stand_by_then_and_goes_on_to_say_it(stack, page, stands):
    stands[0] = "二"
    page.refresh()
    stack.setCurrentWidget(page)
    (field,) = fields(page)
    assert field.isVisible()
    assert field.text() == "二"
    stands[0] = "三"
    page.refresh()
    assert field.text() == "三"


def test_asked_for_it_is_made_once_and_stays_hidden_with_its_page(page):
    assert page.view is page.view
    assert fields(page) == [page.view]
    assert not page.view.isVisible()


def test_the_keyboard_goes_to_the_view(stack, page, qtbot):
    with qtbot.waitExposed(page.window()):
        stack.setCurrentWidget(page)
    page.setFocus()
    qtbot.waitUntil(page.view.hasFocus)


def test_tab_leads_to_the_view_from_where_its_page_stands(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    first, last = QLineEdit(), QLineEdit()
    pages = [LaterPage(QLineEdit), LaterPage(QLineEdit)]
    for part in (first, *pages, last):
        rows.addWidget(part)
    # the last one is made first, before the window is seen
    views = [page.view for page in reversed(pages)]
    window.show()
    seen, one = [], first
    while one not in seen:
        seen.append(one)
        one = one.nextInFocusChain()
        while not (isinstance(one, QLineEdit) and one.isVisible()):
            one = one.nextInFocusChain()
    assert seen == [first, *reversed(views), last]
