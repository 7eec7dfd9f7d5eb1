#!/usr/bin/env python3
"""window_gallery.py FOLDER [SCALE]: every control and icon of the window in the three themes, as PNG files to look at.

Run with the environment's Python and QT_QPA_PLATFORM=offscreen; SCALE 1 to 2 is the screen's pixel ratio.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QSize, Qt  # noqa: E402
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTabWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor.ui.theme.apply import apply_theme, set_style  # noqa: E402
from editor.ui.theme.fonts import font, install_fonts  # noqa: E402
from editor.ui.theme.icons import icon, icon_names  # noqa: E402
from editor.ui.theme.tokens import THEMES, Theme, load_theme, read_tokens  # noqa: E402

SPECIMEN = "数据要素市场化配置改革 2024"
BUTTONS = (
    ("primary", "送审", "review.submit", "accent.on"),
    ("", "更改…", "", ""),
    ("quiet", "查看", "", ""),
    ("tool", "新建文章", "article.new", "text2"),
    ("danger", "移到回收站", "trash", "error"),
)
STATES = (("", "平常"), ("disabled", "不可用"), ("checked", "选中"), ("small", "小"))


def main(arguments: list[str]) -> int:
    """Draw one picture a theme. Returns 2 for wrong use."""
    if not arguments:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    if len(arguments) > 1:
        os.environ["QT_SCALE_FACTOR"] = arguments[1]
    app = QApplication(["gallery"])
    install_fonts()
    for name in THEMES:
        theme = load_theme(name)
        apply_theme(app, theme)
        shoot(app, controls(theme), folder / f"controls-{name}.png")
        shoot(app, icons(theme), folder / f"icons-{name}.png")
        shoot(app, combo_list(), folder / f"list-{name}.png")
        shoot(app, menu(theme), folder / f"menu-{name}.png")
    return 0


def shoot(app: QApplication, widget: QWidget, file: Path) -> None:
    """Show a widget, process events, save its picture."""
    widget.show()
    app.processEvents()
    widget.grab().save(str(file))
    widget.hide()
    widget.deleteLater()


def controls(theme: Theme) -> QWidget:
    """Return buttons, fields, choices, lists, type and colours."""
    page = QWidget()
    set_style(page, ground="window")
    columns = QHBoxLayout(page)
    columns.setContentsMargins(32, 24, 32, 24)
    columns.setSpacing(32)
    columns.addLayout(column(buttons(theme), fields(), choices()), 4)
    columns.addLayout(column(rows(), tabs(), scrolled()), 3)
    columns.addLayout(column(specimens(), grounds(theme), bars()), 4)
    page.resize(1440, 900)
    return page


def column(*parts: QWidget) -> QVBoxLayout:
    """Return parts below one another."""
    layout = QVBoxLayout()
    layout.setSpacing(24)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return layout


def buttons(theme: Theme) -> QWidget:
    """Return each kind in each state that can be set."""
    box, grid = gridded()
    for across, (_, title) in enumerate(STATES):
        grid.addWidget(label(title, "small", "text2"), 0, across)
    for down, (kind, text, name, token) in enumerate(BUTTONS, start=1):
        for across, (state, _) in enumerate(STATES):
            button = QPushButton(text)
            if name:
                button.setIcon(icon(name, theme, size=16, token=token))
            set_state(button, state)
            set_style(button, kind=kind)
            grid.addWidget(button, down, across, Qt.AlignmentFlag.AlignLeft)
    for across, (state, _) in enumerate(STATES):
        tool = QToolButton()
        tool.setIcon(icon("text.bold", theme))
        tool.setIconSize(QSize(20, 20))
        tool.setFixedSize(32, 32)
        set_state(tool, state)
        grid.addWidget(tool, len(BUTTONS) + 1, across)
    return box


def set_state(button: QPushButton | QToolButton, state: str) -> None:
    """Put a button into a state by its name."""
    button.setEnabled(state != "disabled")
    button.setCheckable(state == "checked")
    button.setChecked(state == "checked")
    button.setProperty("small", state == "small")


def fields() -> QWidget:
    """Return every field, with one in error and one disabled."""
    box, grid = gridded()
    plain, wrong, off, quiet = (
        QLineEdit("国家数据局"),
        QLineEdit("2024-13-01"),
        QLineEdit("不可用"),
        QLineEdit("静字段"),
    )
    empty, combo, number, text = QLineEdit(), QComboBox(), QSpinBox(), QPlainTextEdit("多行文字\n第二行")
    empty.setPlaceholderText("键入姓名或拼音")
    combo.addItems(["接排（栏目默认）", "另起一页", "另起右页"])
    number.setRange(0, 99)
    number.setValue(12)
    text.setFixedHeight(64)
    off.setEnabled(False)
    set_style(wrong, state="error")
    set_style(quiet, kind="quiet")
    set_style(text, kind="field")
    for place, widget in enumerate((plain, empty, wrong, off, quiet, combo, number, text)):
        grid.addWidget(widget, place // 2, place % 2)
    return box


def choices() -> QWidget:
    """Return check boxes and radio buttons in their states."""
    box, grid = gridded()
    for across, kind in enumerate((QCheckBox, QRadioButton)):
        for down, (text, on, enabled) in enumerate(
            (("未选", False, True), ("已选", True, True), ("不可用", True, False))
        ):
            widget = kind(text)
            widget.setAutoExclusive(False)
            widget.setChecked(on)
            widget.setEnabled(enabled)
            grid.addWidget(widget, down, across)
    part = QCheckBox("部分")
    part.setTristate(True)
    part.setCheckState(Qt.CheckState.PartiallyChecked)
    grid.addWidget(part, 0, 2)
    return box


def rows() -> QWidget:
    """Return a tree on the sidebar's ground and a list."""
    box = QFrame()
    set_style(box, ground="sidebar")
    layout = QVBoxLayout(box)
    tree, model = QTreeView(), QStandardItemModel()
    for section in ("国策要论", "地方新政"):
        head = QStandardItem(section)
        for number in range(3):
            article = QStandardItem(f"0{number + 1}  国家数据局等部门关于促进企业数据")
            article.setCheckable(number == 2)
            head.appendRow(article)
        model.appendRow(head)
    tree.setModel(model)
    tree.setHeaderHidden(True)
    tree.expandAll()
    tree.setCurrentIndex(model.index(1, 0, model.index(0, 0)))
    tree.setFixedHeight(250)
    tree.viewport().setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    listed = QListWidget()
    listed.addItems(["责任编辑", "版面", "校对"])
    listed.setCurrentRow(1)
    listed.setFixedHeight(110)
    layout.addWidget(tree)
    layout.addWidget(listed)
    return box


def tabs() -> QWidget:
    """Return tabs."""
    widget = QTabWidget()
    for text in ("目录", "检查", "批注"):
        widget.addTab(label("内容", "base", "text2"), text)
    return widget


def scrolled() -> QWidget:
    """Return an area with both scroll bars."""
    area = QScrollArea()
    set_style(area, ground="sunken")
    inner = QLabel("\n".join([SPECIMEN * 4] * 12))
    area.setWidget(inner)
    area.setFixedHeight(140)
    return area


def specimens() -> QWidget:
    """Return every type role."""
    box, grid = gridded()
    for down, role in enumerate(read_tokens()["type"]):
        grid.addWidget(label(role, "small", "text3"), down, 0)
        text = "2024-12 Ctrl+K" if role == "digit" else SPECIMEN
        grid.addWidget(label(text, role, "text"), down, 1, Qt.AlignmentFlag.AlignRight)
    return box


def grounds(theme: Theme) -> QWidget:
    """Return the inks on each ground and the tinted cards."""
    box, grid = gridded()
    for place, ground in enumerate(("window", "sidebar", "surface", "sunken", "card", "accent", "warn", "error")):
        frame = QFrame()
        set_style(frame, ground=ground)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(8, 6, 8, 6)
        inner.setSpacing(0)
        for ink in ("text", "text2", "text3", "accent"):
            inner.addWidget(label(f"{ground} {ink}", "small", ink))
        grid.addWidget(frame, place // 4, place % 4)
    dots = QWidget()
    layout = QHBoxLayout(dots)
    layout.setContentsMargins(0, 0, 0, 0)
    for name, token in (("error", "error"), ("warning", "warn.mark"), ("info", "text3"), ("ok", "ok")):
        dot = QLabel()
        dot.setPixmap(
            icon(name, theme, size=16, token=token, filled=True).pixmap(QSize(16, 16), dot.devicePixelRatio())
        )
        layout.addWidget(dot)
    grid.addWidget(dots, 2, 0)
    return box


def bars() -> QWidget:
    """Return progress and slider."""
    box, grid = gridded()
    for down, state in enumerate(("", "warn", "error")):
        bar = QProgressBar()
        bar.setValue(86 - 20 * down)
        bar.setTextVisible(False)
        set_style(bar, state=state)
        grid.addWidget(bar, down, 0)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    grid.addWidget(slider, 3, 0)
    return box


def icons(theme: Theme) -> QWidget:
    """Return every icon at 16 and 20 px with its name."""
    page, grid = gridded()
    set_style(page, ground="surface")
    for place, name in enumerate(icon_names()):
        down, across = place // 8, place % 8 * 3
        for offset, size in enumerate((16, 20)):
            picture = QLabel()
            picture.setPixmap(icon(name, theme, size=size).pixmap(QSize(size, size), picture.devicePixelRatio()))
            grid.addWidget(picture, down, across + offset)
        grid.addWidget(label(name, "small", "text2"), down, across + 2)
    return page


def menu(theme: Theme) -> QWidget:
    """Return a menu with icons, keys, a submenu and a disabled line."""
    shown = QMenu()
    for name, text, key in (("undo", "撤销", "Ctrl+Z"), ("redo", "重做", "Ctrl+Y"), ("trash", "移到回收站", "Del")):
        action = QAction(icon(name, theme, size=16), text, shown)
        action.setShortcut(key)
        action.setEnabled(name != "redo")
        shown.addAction(action)
    shown.addSeparator()
    shown.addMenu("移到栏目").addAction("国策要论")
    chosen = QAction("显示目录", shown)
    chosen.setCheckable(True)
    chosen.setChecked(True)
    shown.addAction(chosen)
    shown.setActiveAction(shown.actions()[0])
    return shown


def combo_list() -> QWidget:
    """Return the opened list of a combo box."""
    combo = QComboBox()
    combo.addItems(["接排（栏目默认）", "另起一页", "另起右页"])
    view = combo.view()
    view.setMinimumWidth(180)
    combo.show()
    combo.showPopup()
    shown = view.window()
    shown.combo = combo
    return shown


def gridded() -> tuple[QWidget, QGridLayout]:
    """Return an empty box with a grid."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    return box, grid


def label(text: str, role: str, ink: str) -> QLabel:
    """Return a label in a type role and an ink."""
    made = QLabel(text)
    made.setFont(font(role))
    set_style(made, ink=ink)
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
