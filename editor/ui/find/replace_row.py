"""The row of the find bar that replaces: what takes the place of hits, of one or of all."""

from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.text.sanitise import sanitise
from editor.ui.find.pieces import button, field, head, row


class ReplaceRow(QWidget):
    """one, all: the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field(tr("替换为"))
        self.one, self.all = button(tr("替换")), button(tr("全部替换"))
        self._writable = True
        line = row()
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        line.addWidget(head(tr("替换"), self.field))
        line.addWidget(self.field, 1)
        line.addWidget(self.one)
        line.addWidget(self.all)

    @property
    def words(self) -> str:
        """What takes the place of hits."""
        return sanitise(self.field.text())

    def set_writable(self, *, writable: bool) -> None:
        """Offer to replace, or not."""
        self._writable = writable
        tip = "" if writable else tr("这一期只读，不能替换")
        for part in (self.field, self.one, self.all):
            part.setToolTip(tip)
            part.setEnabled(writable)

    def offer(self, many: int) -> None:
        """Offer to replace hits, if there are any."""
        for act in (self.one, self.all):
            act.setEnabled(many > 0 and self._writable)
