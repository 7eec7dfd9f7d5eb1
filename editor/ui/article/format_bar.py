"""The bar above the article: what can be done to the text, or to the figure or table that is chosen."""

from typing import assert_never

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QWidget

from editor.model.block_kinds import ObjectBlock, as_figure
from editor.model.body import Figure, Table
from editor.model.language import tr
from editor.ui.body.shapes import Kind
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.places import CommandBar, CommandMenu, Placement
from editor.ui.kit.widgets import SIZES, bar_frame, bar_tool, hairline, label, tip_with_keys
from editor.ui.theme.apply import set_style

_WIDTHS = (1000, 750, 620, 500, 330)
# the choice of a paragraph's kind grows by so much with its words
_SPARE = 8


class FormatBar(QWidget):
    """Contextual: figure and table tools stand in place of the text's."""

    width_chosen = Signal(int)

    def __init__(self, actions: CommandActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setFixedHeight(SIZES["subbar"])
        set_style(self, ground="window")
        self._kind = _opener(tr("正文"), tr("段落样式"))
        self._kind.setMenu(self._kind_menu())
        self._width = _opener(tr("宽 100%"), tr("图的宽度"))
        self._width.setMenu(self._width_menu())
        self._table = QWidget()
        self._object, self._print = label(role="strong"), label(role="small", ink="text2")
        # what a narrow column leaves out, the lowest number first; all of it is in the menu and the palette
        self._folding: dict[int, list[QWidget]] = {}
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
            command = _kind_command(kind)
            self._kind.setText(self._actions[command].text() if command else tr("图表"))
            self._fold()
            return
        figure = as_figure(chosen)
        self._object.setText(_object_name(chosen))
        self._width.setVisible(figure is not None)
        self._table.setVisible(figure is None)
        for name in ("figure.replace", "object.edit"):
            self._actions[name].setVisible(figure is not None)
        if figure:
            self._width.setText(tr("宽 {width:.0f}%", width=figure.width / 10))
        self._print.setText("" if resolution is None else tr("印刷 {resolution} dpi", resolution=resolution))
        set_style(self._print, ink="warn" if resolution is not None and resolution < 150 else "text2")

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
        section = 0
        for action, at in self._actions.placed(CommandBar.TEXT):
            if at.section != section:
                section = at.section
                row.addWidget(_gap())
            row.addWidget(self._tool(action, at))
        row.addStretch()
        for action, at in self._actions.placed(CommandBar.TEXT_END):
            row.addWidget(self._tool(action, at))
        return page

    def _tool(self, action: QAction, at: Placement) -> QWidget:
        made = bar_tool(action)
        if at.folds:
            self._folding.setdefault(at.folds, []).append(made)
        return made

    def _fold(self) -> None:
        # what was shown or hidden a moment ago is not reckoned with yet
        self._row.invalidate()
        hidden = sum(_room(one) for tools in self._folding.values() for one in tools if one.isHidden())
        over = self._row.sizeHint().width() + hidden + _SPARE - self.width()
        for _, tools in sorted(self._folding.items()):
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
        row.addWidget(self._table)
        cells = bar_frame(self._table)
        cells.setContentsMargins(0, 0, 0, 0)
        for action, at in self._actions.placed(CommandBar.TABLE):
            cells.addWidget(_worded(action, at.text or action.text()))
        for action, at in self._actions.placed(CommandBar.OBJECT):
            row.addWidget(_worded(action, at.text) if at.text else bar_tool(action))
        row.addStretch()
        row.addWidget(self._print)
        row.addSpacing(8)
        return page

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        self._actions.fill(menu, CommandMenu.KINDS)
        return menu

    def _width_menu(self) -> QMenu:
        menu = QMenu(self)
        for width in _WIDTHS:
            menu.addAction(f"{width / 10:.0f}%").triggered.connect(
                lambda _on=False, width=width: self.width_chosen.emit(width)
            )
        return menu


def _kind_command(kind: Kind) -> str:
    """Return the command (`body/text_commands.py`) that makes a line of a kind; empty for an object: it is put in."""
    match kind:
        case Kind.PARAGRAPH | Kind.HEADING1 | Kind.HEADING2 | Kind.HEADING3 | Kind.BULLETS | Kind.NUMBERS | Kind.QUOTE:
            return f"kind.{kind.value}"
        case Kind.OBJECT | Kind.CELL | Kind.HEAD | Kind.CAPTION | Kind.SOURCE:
            return ""
        case _:
            assert_never(kind)


def _object_name(chosen: ObjectBlock) -> str:
    match chosen:
        case Figure():
            return tr("图")
        case Table():
            return tr("表")
        case _:
            assert_never(chosen)


def _opener(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("small", "true")
    made.setProperty("opens", "true")
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    # a click leaves the caret where it is
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_style(made, kind="tool")
    return made


def _worded(action: QAction, words: str) -> QPushButton:
    made = QPushButton(action.icon(), words)
    made.setProperty("small", "true")
    tip_with_keys(made, action)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_style(made, kind="tool")
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
