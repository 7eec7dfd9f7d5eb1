"""The bar above the article: what can be done to the text, or to the figure or table that is chosen."""

from typing import assert_never

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QWidget

from editor.model.block_kinds import ObjectBlock, as_figure
from editor.model.body import Figure, Table
from editor.model.language import tr
from editor.ui.body.shapes import Kind
from editor.ui.theme.apply import mark
from editor.ui.widgets import SIZES, bar_frame, bar_tool, hairline, label, tip_with_keys


def _kind_action(kind: Kind) -> str:
    """Return the action that makes a line of a kind; empty for an object, which is put in instead."""
    match kind:
        case Kind.PARAGRAPH | Kind.HEADING1 | Kind.HEADING2 | Kind.HEADING3 | Kind.BULLETS | Kind.NUMBERS | Kind.QUOTE:
            return f"kind.{kind.value}"
        case Kind.OBJECT:
            return ""
        case _:
            assert_never(kind)


KIND_ACTIONS = {kind: name for kind in Kind if (name := _kind_action(kind))}
_WIDTHS = (1000, 750, 620, 500, 330)
_GROUPS = (
    ("text.bold", "text.italic", "text.leadin", "text.link", "text.super", "text.sub"),
    ("kind.bullets", "kind.numbers", "kind.quote", "insert.figure", "insert.table"),
)
_RIGHT = ("text.clear", "find", "track.toggle", "article.versions", "article.previous", "article.next")
# the choice of a paragraph's kind grows by so much with its words
_SPARE = 8
# what a narrow column leaves out first; all of it is in the menu and the palette
_FOLDING = (
    ("text.super", "text.sub"),
    ("text.clear",),
    ("article.previous", "article.next"),
    ("article.versions",),
    ("text.leadin",),
)


class FormatBar(QWidget):
    """Contextual: figure and table tools stand in place of the text's."""

    width_chosen = Signal(int)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setFixedHeight(SIZES["subbar"])
        mark(self, ground="window")
        self._kind = _opener(tr("正文"), tr("段落样式"))
        self._kind.setMenu(_kind_menu(self, actions))
        self._width = _opener(tr("宽 100%"), tr("图的宽度"))
        self._width.setMenu(self._width_menu())
        self._object, self._print = label(role="strong"), label(role="small", ink="text2")
        self._folding: dict[str, QWidget] = {}
        self.stack = QStackedWidget(self)
        self._text = self._text_tools()
        self.stack.addWidget(self._text)
        self.stack.addWidget(self._object_tools())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.stack)

    def show_place(self, kind: Kind, chosen: ObjectBlock | None, resolution: int | None) -> None:
        """Show what the caret is in. resolution: of a chosen figure as printed (dpi), None without a picture."""
        self.stack.setCurrentIndex(0 if chosen is None else 1)
        if chosen is None:
            self._kind.setText(self._actions[KIND_ACTIONS[kind]].text() if kind in KIND_ACTIONS else tr("图表"))
            self._fold()
            return
        figure = as_figure(chosen)
        self._object.setText(_object_name(chosen))
        self._width.setVisible(figure is not None)
        self._actions["figure.replace"].setVisible(figure is not None)
        if figure:
            self._width.setText(tr("宽 {width:.0f}%", width=figure.width / 10))
        self._print.setText("" if resolution is None else tr("印刷 {resolution} dpi", resolution=resolution))
        mark(self._print, ink="warn" if resolution is not None and resolution < 150 else "text2")

    def minimumSizeHint(self) -> QSize:
        # what does not fit is left out: the bar asks for no room
        return QSize(0, SIZES["subbar"])

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fold()

    def _text_tools(self) -> QWidget:
        page = QWidget()
        self._row = row = bar_frame(page)
        row.addWidget(self._kind)
        for group in _GROUPS:
            row.addWidget(_gap())
            for name in group:
                row.addWidget(self._tool(name))
        row.addStretch()
        for name in _RIGHT:
            row.addWidget(self._tool(name))
        return page

    def _tool(self, name: str) -> QWidget:
        made = bar_tool(self._actions[name])
        if any(name in names for names in _FOLDING):
            self._folding[name] = made
        return made

    def _fold(self) -> None:
        # what was shown or hidden a moment ago is not reckoned with yet
        self._row.invalidate()
        hidden = sum(_room(one) for one in self._folding.values() if one.isHidden())
        over = self._row.sizeHint().width() + hidden + _SPARE - self.width()
        for names in _FOLDING:
            tools = [self._folding[name] for name in names]
            for tool in tools:
                tool.setVisible(over <= 0)
            over -= sum(map(_room, tools))

    def _object_tools(self) -> QWidget:
        page = QWidget()
        row = bar_frame(page)
        row.setSpacing(4)
        row.addWidget(self._object)
        row.addWidget(_gap())
        row.addWidget(self._width)
        for name, words in (("object.edit", tr("编辑…")), ("figure.replace", tr("换图…"))):
            row.addWidget(_worded(self._actions[name], words))
        for name in ("object.up", "object.down", "object.remove"):
            row.addWidget(bar_tool(self._actions[name]))
        row.addStretch()
        row.addWidget(self._print)
        row.addSpacing(8)
        return page

    def _width_menu(self) -> QMenu:
        menu = QMenu(self)
        for width in _WIDTHS:
            menu.addAction(f"{width / 10:.0f}%").triggered.connect(
                lambda _on=False, width=width: self.width_chosen.emit(width)
            )
        return menu


def _object_name(chosen: ObjectBlock) -> str:
    match chosen:
        case Figure():
            return tr("图")
        case Table():
            return tr("表")
        case _:
            assert_never(chosen)


def _kind_menu(parent: QWidget, actions: dict[str, QAction]) -> QMenu:
    menu = QMenu(parent)
    for name in KIND_ACTIONS.values():
        menu.addAction(actions[name])
    return menu


def _opener(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("small", "true")
    made.setProperty("opens", "true")
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    # a click leaves the caret where it is
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    mark(made, kind="tool")
    return made


def _worded(action: QAction, words: str) -> QPushButton:
    made = QPushButton(action.icon(), words)
    made.setProperty("small", "true")
    tip_with_keys(made, action)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    mark(made, kind="tool")
    made.clicked.connect(action.trigger)
    action.visibleChanged.connect(lambda: made.setVisible(action.isVisible()))
    action.enabledChanged.connect(made.setEnabled)
    return made


def _room(tool: QWidget) -> int:
    """Return the width that a tool takes, which is less than its hint."""
    return min(tool.sizeHint().width(), tool.maximumWidth())


def _gap() -> QWidget:
    made = QFrame()
    row = QHBoxLayout(made)
    row.setContentsMargins(6, 10, 6, 10)
    row.addWidget(hairline(upright=True))
    return made
