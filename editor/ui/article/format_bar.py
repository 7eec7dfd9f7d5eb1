"""The bar above the article: what can be done to the text, or to the figure or table that is chosen."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QWidget

from editor.model.block_kinds import ObjectBlock, as_figure
from editor.model.language import tr
from editor.ui.article.object_tools import EDGES, ObjectTools, bar_gap
from editor.ui.article.tool_folding import ToolFolding
from editor.ui.article.way import WayBar
from editor.ui.body.shapes import Kind
from editor.ui.commands.actions import CommandActions
from editor.ui.commands.places import CommandBar, CommandMenu
from editor.ui.kit.cut_buttons import SteadyButton
from editor.ui.kit.widgets import SIZES, application, bar_frame, bar_tool, label
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

_TEXT, _FIGURE, _TABLE = range(3)
_WIDTHS = (1000, 750, 620, 500, 330)
# the button that takes the article on goes first where there is little room: the panel has it as well
_NEXT_FOLDS = 1


class FormatBar(QWidget):
    """Contextual: figure and table tools stand in place of the text's; what is at its right end stays where it is.

    end: the tools there; steps: where the article stands; more: opens what has no room.
    """

    width_chosen = Signal(int)

    def __init__(self, actions: CommandActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setFixedHeight(SIZES["subbar"])
        set_style(self, ground="window")
        self._kind = _opener(tr("正文"), tr("段落样式"), self._kinds)
        self._kind.setMenu(self._kind_menu())
        self._width = _opener(_width_words(1000), tr("图的宽度"), lambda: [_width_words(one) for one in _WIDTHS])
        self._width.setMenu(self._width_menu())
        self._print = label(role="small", ink="text2")
        self.more, self.end, self.steps = self._more_tool(), QWidget(), WayBar(actions, self)
        text = QWidget()
        text_row, end_row = bar_frame(text), bar_frame(self.end)
        end_row.setContentsMargins(0, 0, 8, 0)
        self._end_row = end_row
        self._text = ToolFolding(edges=EDGES, gap=text_row.spacing(), more=self.more)
        self._figure = ObjectTools(tr("图"), actions, (CommandBar.OBJECT,), first=self._width, last=self._print)
        self._table = ObjectTools(tr("表"), actions, (CommandBar.TABLE, CommandBar.OBJECT))
        self._fill_text(text_row)
        self._fill_end(end_row)
        self.stack = QStackedWidget()
        for page in (text, self._figure, self._table):
            self.stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stack, 1)
        row.addWidget(self.end)
        self.steps.renamed.connect(self.fold)

    def show_place(self, kind: Kind, chosen: ObjectBlock | None, resolution: int | None) -> None:
        """Show what the caret is in. resolution: of a chosen figure as printed (dpi), None without a picture."""
        if chosen is None:
            self.stack.setCurrentIndex(_TEXT)
            command = _kind_command(kind)
            self._kind.setText(self._actions[command].text() if command else tr("图表"))
            return
        figure = as_figure(chosen)
        self.stack.setCurrentIndex(_FIGURE if figure else _TABLE)
        for name in ("figure.replace", "object.edit"):
            self._actions[name].setVisible(figure is not None)
        if figure:
            self._width.setText(_width_words(figure.width))
        self._print.setText("" if resolution is None else tr("印刷 {resolution} dpi", resolution=resolution))
        set_style(self._print, ink="warn" if resolution is not None and resolution < 150 else "text2")
        self._fold_objects()

    def minimumSizeHint(self) -> QSize:
        # what does not fit is left out: the bar asks for no room
        return QSize(0, SIZES["subbar"])

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # the style has given every tool its width
        self.fold()

    def fold(self) -> None:
        """Leave out what has no room, and offer it in a menu."""
        self._text.fold(self.width())
        self._fold_objects()

    def _fold_objects(self) -> None:
        # what was shown or hidden there a moment ago is not reckoned with yet
        self._end_row.invalidate()
        room = self.width() - self._end_row.sizeHint().width()
        self._figure.tools.fold(room)
        self._table.tools.fold(room)

    def _fill_text(self, row: QHBoxLayout) -> None:
        row.addWidget(self._text.add(self._kind))
        section = 0
        for action, at in self._actions.placed(CommandBar.TEXT):
            if at.section != section:
                section = at.section
                row.addWidget(self._text.add(bar_gap()))
            row.addWidget(self._text.add(bar_tool(action), at.folds, action))
        row.addStretch()

    def _fill_end(self, row: QHBoxLayout) -> None:
        for action, at in self._actions.placed(CommandBar.TEXT_END):
            row.addWidget(self._text.add(bar_tool(action), at.folds, action))
        row.addWidget(self.more)
        row.addWidget(self._text.add(bar_gap()))
        row.addWidget(self._text.add(self.steps.place, _NEXT_FOLDS))
        row.addWidget(self._text.add(self.steps.state))

    def _more_tool(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon("more", current_theme(application())))
        made.setIconSize(QSize(20, 20))
        made.setFixedSize(28, 28)
        made.setToolTip(tr("更多工具"))
        made.setAccessibleName(tr("更多工具"))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        made.setMenu(menu)
        menu.aboutToShow.connect(self._fill_more)
        return made

    def _fill_more(self) -> None:
        menu = self.more.menu()
        menu.clear()
        shown = (None, self._figure, self._table)[self.stack.currentIndex()]
        menu.addActions([*(shown.tools.folded() if shown else ()), *self._text.folded()])

    def _kinds(self) -> list[str]:
        return [action.text() for action, _ in self._actions.placed(CommandMenu.KINDS)]

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


def _width_words(width: int) -> str:
    """Return what the bar says of a figure's width, in thousandths of the measure."""
    return tr("宽 {width:.0f}%", width=width / 10)


def _kind_command(kind: Kind) -> str:
    """Return the command (`body/text_commands.py`) that makes a line of a kind; empty for an object: it is put in."""
    match kind:
        case Kind.PARAGRAPH | Kind.HEADING1 | Kind.HEADING2 | Kind.HEADING3 | Kind.BULLETS | Kind.NUMBERS | Kind.QUOTE:
            return f"kind.{kind.value}"
        case Kind.OBJECT | Kind.CELL | Kind.HEAD | Kind.CAPTION | Kind.SOURCE:
            return ""
        case _:
            assert_never(kind)


def _opener(text: str, tip: str, among: Callable[[], list[str]]) -> SteadyButton:
    made = SteadyButton(text, among)
    made.setProperty("small", "true")
    made.setProperty("opens", "true")
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    # a click leaves the caret where it is
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_style(made, kind="tool")
    return made
