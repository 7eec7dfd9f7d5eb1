import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.ui.theme.apply import apply_theme
from editor.ui.theme.focus import install_focus_ring
from editor.ui.theme.tokens import load_theme


@pytest.fixture
def ring(qapp):
    apply_theme(qapp, load_theme("light"))
    ring = install_focus_ring(qapp)
    yield ring
    ring.deleteLater()


@pytest.fixture
def window(qtbot):
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in (QPushButton("甲"), QPushButton("乙"), QLineEdit()):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(200, 200)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def focus_colour_beside(window, button):
    corner = button.geometry().center()
    return window.grab().toImage().pixelColor(button.geometry().left() - 3, corner.y())


def test_tab_rings_a_button_two_pixels_away(ring, window, qtbot):
    first, second = window.findChildren(QPushButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target() is second
    assert focus_colour_beside(window, second) == load_theme("light").colour("focus")


def test_the_ring_takes_on_another_theme(ring, window, qtbot, qapp):
    first, second = window.findChildren(QPushButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    apply_theme(qapp, load_theme("dark"))
    assert ring.target() is second
    assert focus_colour_beside(window, second) == load_theme("dark").colour("focus")


def test_a_click_rings_nothing(ring, window, qtbot):
    first, second = window.findChildren(QPushButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert ring.target() is None
    assert focus_colour_beside(window, second) == load_theme("light").colour("window")


def test_a_text_field_shows_the_focus_itself(ring, window, qtbot):
    second = window.findChildren(QPushButton)[1]
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    assert window.findChild(QLineEdit).hasFocus()
    assert ring.target() is None


def test_the_ring_goes_with_its_button(ring, window, qtbot):
    first, second = window.findChildren(QPushButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second.hide()
    assert ring.target() is not second


def test_the_ring_stays_inside_what_scrolls(ring, window, qtbot):
    inner, area = QWidget(), QScrollArea(window)
    inner.resize(150, 400)
    low, high = QPushButton("低", inner), QPushButton("高", inner)
    low.setGeometry(10, 300, 80, 32)
    high.setGeometry(10, 10, 80, 32)
    area.setWidget(inner)
    area.setGeometry(20, 20, 160, 80)
    area.show()
    low.setFocus()
    qtbot.keyClick(low, Qt.Key.Key_Tab)
    assert ring.target() is high
    area.verticalScrollBar().setValue(300)
    assert window.grab().toImage().pixelColor(area.x() + 50, area.y() - 8) == load_theme("light").colour("window")
