"""The list of changes: arrows and clicks lead to a change, Enter accepts it, Delete rejects it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.text.tracked import ChangeDecision
from editor.ui.kit.headed_list import HeadedList
from editor.ui.tracking.delegate import ChangesDelegate
from editor.ui.tracking.rows import ChangeHeadRow, ChangeRow

_VERDICTS = {
    Qt.Key.Key_Return: ChangeDecision.ACCEPTED,
    Qt.Key.Key_Enter: ChangeDecision.ACCEPTED,
    Qt.Key.Key_Delete: ChangeDecision.REJECTED,
    Qt.Key.Key_Backspace: ChangeDecision.REJECTED,
}


class ChangesList(HeadedList[ChangeHeadRow, ChangeRow]):
    """decided: what becomes of the change in hand."""

    decided = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("修订列表"), ChangeRow, ChangesDelegate(), parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in _VERDICTS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif self.current:
            self.decided.emit(_VERDICTS[key])
