"""The bar above the left column: which list it shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.commands import left_lists as lists
from editor.ui.kit.widgets import bar_frame
from editor.ui.theme.apply import set_style


class OutlineBar(QWidget):
    """Segments: the outline, what the checks found, the notes, or tracked changes."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = bar_frame(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        for place, words in enumerate((tr("目录"), tr("检查"), tr("批注"), tr("修订"))):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("small", "true")
            set_style(button, kind="segment")
            self._group.addButton(button, place)
            row.addWidget(button, 1)
        self._group.button(lists.OUTLINE).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def show_list(self, place: int) -> None:
        """Mark which list is shown."""
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
            case _:
                text = tr("目录")
        self._group.button(place).setText(text)
