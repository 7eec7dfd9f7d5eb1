import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton, QStyle, QStyleFactory, QStyleOptionFrame, QWidget

from editor.ui.theme.apply import apply_theme, current_theme, set_style
from editor.ui.theme.colour import contrast
from editor.ui.theme.fonts import font, install_fonts
from editor.ui.theme.icons import icon, icon_names
from editor.ui.theme.scheme import SchemeChoice, theme_name
from editor.ui.theme.sheet import style_sheet
from editor.ui.theme.style import DeskStyle
from editor.ui.theme.tokens import THEMES, load_theme

GROUNDS = ("window", "sidebar", "surface", "raised", "sunken", "hover", "selected.idle", "accent.soft")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "text2", "text3") for ground in GROUNDS),
    *((ink, ground) for ink in ("text", "text2") for ground in ("pressed", "warn.soft", "error.soft", "ok.soft")),
    *(("accent", ground) for ground in ("window", "sidebar", "surface", "raised", "accent.soft", "accent.softer")),
    *((ink, ground) for ink in ("error", "warn") for ground in ("window", "surface", "sidebar", "accent.soft")),
    ("error", "error.soft"),
    ("warn", "warn.soft"),
    ("ok", "ok.soft"),
    ("ok", "surface"),
    ("ok", "window"),
    ("surface", "text"),
    ("accent.on", "accent.fill"),
    ("accent.on", "accent.fill.hover"),
]
EDGE_PAIRS = [("line.field", "surface"), ("line.field", "window"), ("warn.mark", "sidebar"), ("focus", "sunken")]
ACCENTS = ("#0B4A8F", "#B3261E", "#C8102E", "#E0A100", "#FFD400", "#00A676", "#7A3FF2", "#111111", "#FFFFFF")


@pytest.fixture
def desk(qapp):
    apply_theme(qapp, load_theme("light"))
    return qapp


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("name", THEMES)
def test_every_text_reads_on_every_ground_it_lies_on(name, accent):
    colours = load_theme(name, accent=accent).colours
    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT_PAIRS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("name", THEMES)
def test_every_edge_that_means_something_is_seen(name, accent):
    colours = load_theme(name, accent=accent).colours
    assert min(contrast(colours[ink], colours[ground]) for ink, ground in EDGE_PAIRS) >= 3


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(
    ("name", "accent", "soft"),
    [("light", "#0B4A8F", "#CFE0F6"), ("dark", "#629EEA", "#203550"), ("contrast", "#1AEBFF", "#003B40")],
)
def test_the_house_accent_is_the_designs(name, accent, soft):
    theme = load_theme(name)
    assert (theme.colour("accent").name().upper(), theme.colour("accent.soft").name().upper()) == (accent, soft)


def test_an_unknown_token_or_theme_is_refused():
    theme = load_theme("light")
    with pytest.raises(KeyError):
        theme.colour("text.9")
    with pytest.raises(KeyError):
        load_theme("sepia")
    with pytest.raises(KeyError):
        icon("undo", theme, token="inkiest")
    with pytest.raises(KeyError):
        icon("no such command", theme)


def test_measures_are_those_of_the_design():
    theme = load_theme("light")
    assert (theme.space[1], theme.radius["button"], theme.size["toolbar"], theme.motion["panel"]) == (8, 6, 48, 120)


def test_another_theme_changes_palette_and_sheet(desk):
    before = desk.palette().color(QPalette.ColorRole.Window), desk.styleSheet()
    apply_theme(desk, load_theme("dark"))
    after = desk.palette().color(QPalette.ColorRole.Window), desk.styleSheet()
    assert current_theme(desk).name == "dark"
    assert before[0] != after[0]
    assert before[1] != after[1]
    assert after[0] == load_theme("dark").colour("window")


@pytest.mark.parametrize("name", THEMES)
def test_the_sheet_leaves_no_placeholder_and_qt_reads_it(desk, qtbot, name):
    sheet = style_sheet(load_theme(name))
    assert "$" not in sheet
    apply_theme(desk, load_theme(name))
    button = QPushButton("送审")
    qtbot.addWidget(button)
    set_style(button, kind="primary")
    button.resize(80, 32)
    shown = button.grab().toImage().pixelColor(6, 16)
    assert shown == load_theme(name).colour("accent.fill")


def test_a_marked_widget_paints_its_ground(desk, qtbot):
    class Pane(QWidget):
        pass

    pane = Pane()
    qtbot.addWidget(pane)
    set_style(pane, ground="sunken")
    assert pane.grab().toImage().pixelColor(5, 5) == current_theme(desk).colour("sunken")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", THEMES)
def test_every_icon_is_drawn_in_its_colour(name, ratio):
    theme = load_theme(name)
    for command in icon_names():
        pixels = icon(command, theme).pixmap(QSize(20, 20), ratio)
        assert pixels.width() == round(20 * ratio), command
        assert strongest_ink(pixels.toImage(), theme.colour("text2")) > 0.3, command


def pixels_of(image):
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]


def inks_of(image):
    return {pixel.rgb() for pixel in pixels_of(image) if pixel.alpha() == 255}


def strongest_ink(image, colour):
    """How dense the drawing gets in this colour, 0 to 1; rounding of translucent pixels is let pass."""
    return max(
        (p.alphaF() for p in pixels_of(image) if p.alphaF() > 0.3 and abs(p.lightness() - colour.lightness()) < 9),
        default=0,
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("mode", "state", "token"),
    [
        (QIcon.Mode.Disabled, QIcon.State.Off, "text.off"),
        (QIcon.Mode.Selected, QIcon.State.Off, "text"),
        (QIcon.Mode.Normal, QIcon.State.On, "accent"),
    ],
)
def test_an_icon_shows_the_state_of_its_button(mode, state, token):
    theme = load_theme("light")
    image = icon("issue.switch", theme).pixmap(QSize(20, 20), 2.0, mode, state).toImage()
    assert inks_of(image) == {theme.colour(token).rgb()}


def test_an_icon_of_the_theme_in_force_follows_a_change(desk):
    shown = icon("add", current_theme(desk), token="text")
    apply_theme(desk, load_theme("dark"))
    image = shown.pixmap(QSize(20, 20), 2.0).toImage()
    assert load_theme("dark").colour("text").rgb() in inks_of(image)


def test_the_arrows_of_the_sheet_have_the_tokens_colours():
    from resources import resource

    for name in THEMES:
        colour = load_theme(name).colours["text2"]
        for way in ("up", "down", "right"):
            assert colour in resource(f"theme/chevron-{way}-{name}.svg").read_text()


@pytest.mark.usefixtures("qapp")
def test_the_interface_has_its_own_fonts():
    assert set(install_fonts()) == {"Bulletin Hei", "Bulletin Song", "Bulletin Kai"}
    assert font("head").pixelSize() == 16
    assert font("body").families()[0] == "Bulletin Song"
    with pytest.raises(KeyError):
        font("huge")


@pytest.mark.parametrize(
    ("choice", "system", "contrast_wanted", "shown"),
    [
        (SchemeChoice.SYSTEM, Qt.ColorScheme.Unknown, False, "light"),
        (SchemeChoice.SYSTEM, Qt.ColorScheme.Light, False, "light"),
        (SchemeChoice.SYSTEM, Qt.ColorScheme.Dark, False, "dark"),
        (SchemeChoice.SYSTEM, Qt.ColorScheme.Dark, True, "contrast"),
        (SchemeChoice.LIGHT, Qt.ColorScheme.Dark, True, "light"),
        (SchemeChoice.DARK, Qt.ColorScheme.Light, False, "dark"),
        (SchemeChoice.CONTRAST, Qt.ColorScheme.Light, False, "contrast"),
    ],
)
def test_the_users_choice_comes_before_the_systems(choice, system, contrast_wanted, shown):
    assert theme_name(choice, system, contrast=contrast_wanted) == shown


def test_what_the_style_answers_in_fusions_place_is_what_fusion_answers(qtbot):
    style, fusion = DeskStyle(), QStyleFactory.create("Fusion")
    widget = QLineEdit()
    qtbot.addWidget(widget)
    option = QStyleOptionFrame()
    for shown in (None, widget):
        hint, metric = QStyle.StyleHint.SH_Widget_ShareActivation, QStyle.PixelMetric.PM_DefaultFrameWidth
        assert style.styleHint(hint, option, shown) == fusion.styleHint(hint, option, shown)
        assert style.pixelMetric(metric, option, shown) == fusion.pixelMetric(metric, option, shown)


_IN_CIRCLES = """
import gc
from PySide6.QtWidgets import QApplication
from editor.ui.theme.apply import apply_theme
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import load_theme

application = QApplication([])
theme = load_theme("light")
apply_theme(application, theme)


class Widget:
    pass


for _ in range(20):
    # an icon older than what holds it: Python then looks at its engine first
    drawn = icon("part.back", theme, size=16)
    one, other = Widget(), Widget()
    one.icon, one.other, other.one = drawn, other, one
    del drawn, one, other
    gc.collect()
print("alive")
"""


def test_icons_of_closed_widgets_do_not_end_the_program():
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    ran = subprocess.run(
        [sys.executable, "-c", _IN_CIRCLES], env=environment, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "alive\n")
