"""Where the open article stands on its way through review and proof, in the bar, and what leads on from there."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.model.article_review import Phase
from editor.model.language import tr
from editor.ui.article.way_panel import StepState, WayPanel, pass_words
from editor.ui.commands.actions import CommandActions
from editor.ui.kit.cut_buttons import SteadyButton
from editor.ui.kit.pieces import ContentButton, CutLabel, IconPicture
from editor.ui.kit.progress_mark import StandingMark, progress_words
from editor.ui.kit.widgets import with_keys
from editor.ui.theme.apply import set_style

# px that the name of a step may take
_MOST = 96


class WayBar(QObject):
    """state: the step, a button that opens the panel; next: takes the article on.

    place: holds next, and is as wide for every article; whoever lays out may leave it out. renamed: the steps have
    other names, so that both take another width.
    """

    step_wanted = Signal(str)
    back_wanted = Signal()
    renamed = Signal()

    def __init__(self, actions: CommandActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._on, self._back = actions["steps.on"], actions["steps.back"]
        self._way: StepState | None = None
        self._panel: WayPanel | None = None
        self.state, self.place = StepButton(), QWidget()
        self.next = SteadyButton("", self._pass_words)
        self.next.setProperty("small", "true")
        self.next.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        kept = self.next.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.next.setSizePolicy(kept)
        inner = QHBoxLayout(self.place)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.addWidget(self.next)
        self.next.clicked.connect(lambda: self.step_wanted.emit(self._way.on[0]) if self._way else None)
        self.state.clicked.connect(self._open_panel)
        for action in (self._on, self._back):
            action.changed.connect(self._show_tips)

    @property
    def panel(self) -> WayPanel:
        """What the button opens, made when it is asked for."""
        if self._panel is None:
            self._panel = WayPanel(self.state)
            self._panel.step_wanted.connect(self.step_wanted)
            self._panel.back_wanted.connect(self.back_wanted)
            self._show_tips()
        return self._panel

    def show_way(self, way: StepState | None) -> None:
        """Show where an article stands; None: there is none, and the bar is not seen."""
        if way is None or way == self._way:
            return
        other = self._way is None or self._way.names != way.names
        self._way = way
        self.state.show_way(way)
        self.next.setVisible(bool(way.on))
        self.next.setEnabled(bool(way.on) and not way.lacking)
        if way.on:
            self.next.setText(pass_words(way.on[0]))
        if self._panel:
            self._panel.show_way(way)
        self._show_tips()
        if other:
            self.renamed.emit()

    def _open_panel(self) -> None:
        if self._way is None:
            return
        self.panel.show_way(self._way)
        self.panel.adjustSize()
        corner = self.state.mapToGlobal(QPoint(self.state.width(), self.state.height() + 2))
        self.panel.move(corner - QPoint(self.panel.width(), 0))
        self.panel.show()
        self.panel.take_focus()

    def _show_tips(self) -> None:
        on, back = (with_keys(action.toolTip(), action) for action in (self._on, self._back))
        lacking = self._way.lacking if self._way else ""
        for button in (self.next, *((self._panel.next,) if self._panel else ())):
            button.setToolTip(lacking or on)
        if self._panel:
            self._panel.back.setToolTip(back)

    def _pass_words(self) -> list[str]:
        return [pass_words(name) for name in self._way.names] if self._way else []


class StepButton(ContentButton):
    """The mark and the name of the last step, as wide for all steps of an issue; its tool tip says the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("tool", tr("审稿和校对"), parent, small=True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._mark, self._name = StandingMark(), CutLabel(end=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 6, 0)
        row.setSpacing(5)
        for part in (self._mark, self._name, IconPicture("chevron.down", size=12)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)

    @property
    def whole(self) -> str:
        """The name of the step."""
        return self._name.whole

    def show_way(self, way: StepState) -> None:
        """Show where an article stands."""
        advance = self._name.fontMetrics().horizontalAdvance
        self._name.setFixedWidth(min(_MOST, max(map(advance, way.names)) + 2))
        self._mark.show_standing(way.standing)
        self._name.show_text(way.standing.step)
        set_style(self._name, ink="warn" if way.standing.phase is Phase.RETURNED else "text")
        words = progress_words(way.standing)
        self.setToolTip("\n".join(filter(None, (words, way.who, way.word, way.lacking))))
        self.setAccessibleName(tr("审稿和校对：{words}", words=words))
