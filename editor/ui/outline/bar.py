"""The bar above the left column: which list it shows."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from editor.model.language import tr
from editor.ui.commands import left_lists as lists
from editor.ui.kit.cut_buttons import CutButton
from editor.ui.kit.widgets import bar_frame
from editor.ui.theme.apply import set_style
from editor.ui.theme.fonts import font

# px at the bar's ends, and between two
_EDGE, _GAP = 8, 2


class OutlineBar(QWidget):
    """Segments: the outline, what the checks found, the notes, tracked changes, or what changed since a galley."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row = bar_frame(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.setSpacing(_GAP)
        self._group = QButtonGroup(self)
        for place, words in enumerate((tr("目录"), tr("检查"), tr("批注"), tr("修订"), tr("核红"))):
            button = CutButton(words)
            button.setCheckable(True)
            button.setProperty("small", "true")
            button.setProperty("tight", "true")
            set_style(button, kind="segment")
            self._group.addButton(button, place)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self._group.button(lists.OUTLINE).setChecked(True)
        # there is nothing to compare before somebody asks for it
        self._group.button(lists.COLLATING).hide()
        self._group.idClicked.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            # once the style sheet is through as well: it takes fonts away
            QTimer.singleShot(0, self, self._fit)

    def show_list(self, place: int) -> None:
        """Mark which list is shown."""
        if place == lists.COLLATING:
            self._group.button(place).show()
            self._fit()
        self._group.button(place).setChecked(True)

    def show_count(self, place: int, count: int) -> None:
        """Say how much there is to be done in a list."""
        match place:
            case lists.CHECKS:
                text = tr("检查 {count}", count=count) if count else tr("检查")
            case lists.NOTES:
                text = tr("批注 {count}", count=count) if count else tr("批注")
            case lists.TRACKING:
                text = tr("修订 {n}", n=count) if count else tr("修订")
            case lists.COLLATING:
                text = tr("核红 {n}", n=count) if count else tr("核红")
            case _:
                text = tr("目录")
        self._group.button(place).setText(text)
        self._fit()

    def _fit(self) -> None:
        """Take small letters where the words have no room: a count is worth more than the size."""
        buttons = [one for one in self._group.buttons() if not one.isHidden()]
        for role in ("base", "small"):
            for button in buttons:
                button.setFont(font(role))
            widths = [button.sizeHint().width() for button in buttons]
            if sum(widths) + _GAP * len(widths) <= self.width() - 2 * _EDGE:
                break
        # as wide as each other while they have room: a count that comes moves nothing
        equal = (max(widths) + _GAP) * len(widths) <= self.width() - 2 * _EDGE
        for place in range(self._row.count()):
            self._row.setStretch(place, 1 if equal else 0)
