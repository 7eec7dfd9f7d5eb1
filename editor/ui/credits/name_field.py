"""The field among the chips: adds names or changes one, and completes it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.model.credits import Name, NameKind
from editor.model.language import tr
from editor.text.pinyin import reading
from editor.text.seeking import matches
from editor.ui.credits.names_text import typed_names
from editor.ui.credits.offers import Offers
from editor.ui.credits.services import KnownName
from editor.ui.kit.undo_keys import leave_undo_to_window

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOST = 30
_AWAY = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class NameField(QLineEdit):
    """One line. written: names, ready to be put in; new_written: a text to register first; closed: no more wanted.

    Enter takes the chosen offer, else what is typed; Ctrl+Enter registers it; Escape closes without a change.
    """

    written = Signal(tuple)
    new_written = Signal(str)
    closed = Signal()

    def __init__(self, known: Callable[[NameKind], tuple[KnownName, ...]], kind: NameKind, parent: QWidget) -> None:
        super().__init__(parent)
        # asked once: a register of hundreds takes longer than a key may
        self._entries, self._kind = known(kind), kind
        self._offers: Offers | None = None
        self.setProperty("small", "true")
        self.setPlaceholderText(tr("名字，Enter 添加"))
        leave_undo_to_window(self)
        self.textEdited.connect(lambda _text: self._offer())

    @property
    def offered(self) -> list[str]:
        """The names on offer."""
        return self._offers.names if self._offers else []

    def sizeHint(self) -> QSize:
        return QSize(max(132, self.fontMetrics().horizontalAdvance(self.text()) + 40), 28)

    def event(self, event: QEvent) -> bool:
        # Tab takes an offer before it goes on
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self._take_typed()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = event.key(), self._offers is not None and self._offers.isVisible()
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._register()
        elif key in _ENTER:
            self._take_typed(close=not self.text().strip())
        elif key == Qt.Key.Key_Escape:
            if shown:
                self._hide()
            else:
                self.closed.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._offers and shown:
            self._offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down:
            self._offer(everything=True)
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _AWAY:
            return
        self._hide()
        # what was typed is not lost by leaving
        names = self._names(self.text())
        if names and self.isModified():
            self.written.emit(names)
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide()

    def _take_typed(self, *, close: bool = False) -> None:
        if close:
            self.closed.emit()
        elif not (self._offers and self._offers.isVisible() and self._offers.pick()):
            names = self._names(self.text())
            self._hide()
            if names:
                self._write(names)

    def _write(self, names: tuple[Name, ...]) -> None:
        self.clear()
        self.written.emit(names)

    def _register(self) -> None:
        texts = typed_names(self.text(), self._kind)
        self._hide()
        if texts:
            self.clear()
            self.new_written.emit(texts[0])

    def _names(self, text: str) -> tuple[Name, ...]:
        """Return what is typed as names; a text that only one known name has means that one."""
        found = []
        for one in typed_names(text, self._kind):
            same = [entry.name for entry in self._entries if entry.name.text == one]
            found.append(same[0] if len(same) == 1 else Name(text=one))
        return tuple(found)

    def _offer(self, *, everything: bool = False) -> None:
        self.updateGeometry()
        typed = self.text().strip()
        if not typed and not everything:
            self._hide()
            return
        found = [one for one in self._entries if everything or matches(typed, one.name.text)]
        found.sort(key=lambda one: not one.name.text.startswith(typed))
        who = tr("人") if self._kind is NameKind.PERSON else tr("单位")
        new = (
            tr("登记新的{who}…", who=who)
            if everything or not typed or typed.isascii()
            else tr("登记“{typed}”", typed=typed)
        )
        offers = self._offers or self._made_offers()
        hints = tuple((one, one.remark or reading(one.name.text, person=True)) for one in found[:_MOST])
        # letters are no name, so they mean the first that they spell
        offers.offer(self, hints, new=new, first=typed.isascii() and bool(typed))

    def _made_offers(self) -> Offers:
        made = Offers(self.window())
        made.picked.connect(lambda known: self._write((known.name,)))
        made.new_picked.connect(self._register)
        self.destroyed.connect(made.deleteLater)
        self._offers = made
        return made

    def _hide(self) -> None:
        if self._offers:
            self._offers.hide()
