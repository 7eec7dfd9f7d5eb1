"""The bar above the left column: which list it shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from editor.model.language import tr
from editor.ui.theme.apply import mark
from editor.ui.widgets import bar_frame

OUTLINE, CHECKS, NOTES, TRACKING = range(4)


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
            mark(button, kind="segment")
            self._group.addButton(button, place)
            row.addWidget(button, 1)
        self._group.button(OUTLINE).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    def show_list(self, place: int) -> None:
        """Mark which list is shown."""
        self._group.button(place).setChecked(True)

    def show_findings(self, count: int) -> None:
        """Say how many findings there are."""
        self._group.button(CHECKS).setText(tr("检查 {count}", count=count) if count else tr("检查"))

    def show_notes(self, count: int) -> None:
        """Say how many notes are open."""
        self._group.button(NOTES).setText(tr("批注 {count}", count=count) if count else tr("批注"))

    def show_changes(self, count: int) -> None:
        """Say how many tracked changes are open."""
        self._group.button(TRACKING).setText(tr("修订 {n}", n=count) if count else tr("修订"))
