import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QStringListModel
from PySide6.QtGui import QCursor, QHoverEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTreeView,
    QWidget,
)

from editor.ui.theme.apply import apply_theme, set_style
from editor.ui.theme.tokens import THEMES, load_theme


@pytest.fixture(params=THEMES)
def theme(qapp, request):
    theme = load_theme(request.param)
    apply_theme(qapp, theme)
    return theme


def shown(qtbot, widget):
    """Show beside the pointer, which would light what lies under it."""
    qtbot.addWidget(widget)
    widget.move(QCursor.pos() + QPoint(20, 20))
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def pixel(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y)


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox, QDateEdit, QPushButton])
def test_controls_in_a_row_have_one_height(theme, qtbot, kind):
    assert shown(qtbot, kind()).sizeHint().height() == theme.size["button"]


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox])
def test_the_focus_does_not_make_a_field_grow(qtbot, kind):
    field = shown(qtbot, kind())
    field.clearFocus()
    before = field.sizeHint()
    field.setFocus()
    assert field.hasFocus()
    assert field.sizeHint() == before


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox, QPushButton])
def test_small_controls_have_one_height(theme, qtbot, kind):
    control = kind()
    control.setProperty("small", "true")
    assert shown(qtbot, control).sizeHint().height() == theme.size["button.small"]


def test_a_placeholder_is_not_paler_than_the_third_ink(theme, qtbot):
    field = shown(qtbot, QLineEdit())
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == theme.colour("text3")


def test_a_number_field_keeps_its_number_off_the_edge(theme, qtbot):
    field = shown(qtbot, QSpinBox())
    field.resize(120, 32)
    image = field.grab().toImage()
    inside = {image.pixelColor(x, y).name() for x in range(3, 9) for y in range(6, 26)}
    assert inside == {theme.colour("surface").name()}


def test_a_chosen_box_is_filled_with_the_accent(theme, qtbot):
    box = QCheckBox("水印")
    box.setChecked(True)
    shown(qtbot, box)
    assert pixel(box, 3, box.height() // 2 + 5) == theme.colour("accent.fill")
    box.setChecked(False)
    assert pixel(box, 9, box.height() // 2) == theme.colour("surface")


def test_rows_have_the_designs_heights(theme, qtbot):
    listed, tree = shown(qtbot, QListView()), shown(qtbot, QTreeView())
    for view in (listed, tree):
        view.setModel(QStringListModel(["责任编辑", "版面"], view))
    heights = [view.sizeHintForRow(0) for view in (listed, tree)]
    assert heights == [theme.size["row.list"], theme.size["row"]]


def test_a_list_in_a_window_of_its_own_has_a_ground(theme, qtbot):
    field = shown(qtbot, QLineEdit())
    field.setCompleter(QCompleter(["刊库一", "刊库二"], field))
    field.completer().complete()
    popup = field.completer().popup()
    assert pixel(popup, popup.width() - 12, popup.height() // 2) == theme.colour("raised")
    inside = QWidget()
    set_style(inside, ground="sunken")
    listed = QListView(inside)
    listed.resize(100, 100)
    inside.resize(100, 100)
    shown(qtbot, inside)
    assert pixel(inside, 50, 50) == theme.colour("sunken")


def test_a_selected_row_is_one_ground_from_edge_to_edge(theme, qtbot):
    tree, model = QTreeView(), QStandardItemModel()
    parent = QStandardItem("国策要论")
    parent.appendRow(QStandardItem("文"))
    model.appendRow(parent)
    tree.setModel(model)
    tree.setHeaderHidden(True)
    tree.expandAll()
    shown(qtbot, tree)
    child = model.index(0, 0, model.index(0, 0))
    tree.setCurrentIndex(child)
    row = tree.visualRect(child)
    places = (8, row.left() - 2, tree.viewport().width() - 8)
    grounds = {pixel(tree.viewport(), x, row.top() + 5).name() for x in places}
    assert len(grounds) == 1
    assert grounds <= {theme.colour(token).name() for token in ("accent.soft", "selected.idle")}


def test_a_menu_has_round_see_through_corners(theme, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("撤销")
    menu.popup(QPoint(0, 0))
    image = menu.grab().toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(image.width() // 2, 2) == theme.colour("raised")


def test_what_scrolls_shows_the_ground_of_its_area(theme, qtbot):
    area = QScrollArea()
    set_style(area, ground="sunken")
    inner = QWidget()
    inner.resize(40, 40)
    area.setWidget(inner)
    shown(qtbot, area)
    assert pixel(area, 10, 10) == theme.colour("sunken")


def test_a_field_put_right_loses_its_red_edge(theme, qtbot):
    field = shown(qtbot, QLineEdit("2024-13-01"))
    field.clearFocus()
    set_style(field, state="error")
    assert pixel(field, 60, 0) == theme.colour("error")
    set_style(field, state="")
    assert pixel(field, 60, 0) != theme.colour("error")


def test_a_disabled_kind_of_button_looks_disabled(theme, qtbot):
    button = QPushButton("送审")
    set_style(button, kind="primary")
    button.setEnabled(False)
    shown(qtbot, button)
    assert pixel(button, 6, 16) == theme.colour("selected.idle")


def test_hover_lights_the_row_under_the_pointer(theme, qtbot):
    listed = QListView()
    listed.setModel(QStringListModel(["责任编辑", "版面"], listed))
    shown(qtbot, listed)
    place = listed.visualRect(listed.model().index(1, 0))
    there, before = QPointF(place.center()), pixel(listed.viewport(), place.right() - 10, place.center().y())
    # an event and not the pointer itself, which would stay there for the tests that follow
    QApplication.sendEvent(listed.viewport(), QHoverEvent(QEvent.Type.HoverMove, there, there, QPointF()))
    assert before != theme.colour("hover")
    assert pixel(listed.viewport(), place.right() - 10, place.center().y()) == theme.colour("hover")


def test_every_button_has_an_edge_in_high_contrast(qapp, qtbot):
    apply_theme(qapp, load_theme("contrast"))
    for kind in ("", "tool", "danger"):
        button = QPushButton("更改")
        set_style(button, kind=kind)
        shown(qtbot, button)
        assert pixel(button, button.width() // 2, 0) != load_theme("contrast").colour("window"), kind
