"""The field among the chips of a role: it adds names behind them, or stands for the chip whose name is written anew."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from editor.model.credits import Name, NameKind
from editor.model.language import tr
from editor.ui.credits.chip import NameChip
from editor.ui.credits.flow import FlowLayout
from editor.ui.credits.name_field import NameField
from editor.ui.credits.services import KnownName


class NamesWriting(QObject):
    """Opens and closes the field of one flow. chips: those shown, kept up to date by the flow. Signals as in NamesFlow.

    toggled: the field has come or gone. position: of the chip it stands for, -1 for none; kind: of the names written.
    """

    added = Signal(int, tuple)
    new_added = Signal(int, str)
    renamed = Signal(int, object)
    toggled = Signal()

    def __init__(
        self, lay: FlowLayout, chips: list[NameChip], known: Callable[[NameKind], tuple[KnownName, ...]], flow: QWidget
    ) -> None:
        super().__init__(flow)
        self._lay, self._chips, self._known, self._flow = lay, chips, known, flow
        self.field: NameField | None = None
        self.position = -1
        self.kind = NameKind.PERSON

    def open(self, position: int = -1, text: str = "") -> None:
        """Show the field in place of a chip, or behind the last (-1). text: what stands in it."""
        self.close()
        field = NameField(self._known, self.kind, self._flow)
        field.setAccessibleName(tr("改名") if position >= 0 else tr("添加名字"))
        field.setText(text)
        field.selectAll()
        field.written.connect(self._on_written)
        field.new_written.connect(self._on_new_written)
        field.closed.connect(lambda: self.close(focus=self._has_focus()))
        self.field, self.position = field, position
        self._lay.insert(position if position >= 0 else len(self._chips), field)
        if position >= 0:
            self._chips[position].hide()
        if self._chips:
            QWidget.setTabOrder(self._chips[position], field)
        self.toggled.emit()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self, *, focus: bool = False) -> None:
        """Take the field away; focus: back to the chip it stood for, or the last."""
        field, self.field = self.field, None
        if field is None:
            return
        position, self.position = self.position, -1
        self._lay.removeWidget(field)
        field.hide()
        field.deleteLater()
        for chip in self._chips:
            chip.show()
        if focus and self._chips:
            self._chips[position].setFocus(Qt.FocusReason.TabFocusReason)
        self.toggled.emit()

    def _on_written(self, names: tuple[Name, ...]) -> None:
        at = self.position
        if at < 0:
            self.added.emit(len(self._chips), names)
            return
        self.close(focus=self._has_focus())
        self.renamed.emit(at, names[0])
        if names[1:]:
            self.added.emit(at + 1, names[1:])

    def _on_new_written(self, text: str) -> None:
        at = self.position
        if at >= 0:
            self.close(focus=True)
        self.new_added.emit(at, text)

    def _has_focus(self) -> bool:
        return self.field is not None and self.field.hasFocus()
