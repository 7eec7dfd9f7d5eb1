"""The palette itself: a card over the veiled window. A child of it, never a popup: popups get no input method."""

from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.palette.card import PaletteCard
from editor.ui.palette.entries import Answers
from editor.ui.palette.ground import PaletteGround, with_shadow


class Palette(QWidget):
    """chosen: the key of an entry; settings_wanted: the key of the entry whose keys are to be changed, or empty."""

    chosen = Signal(str)
    settings_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Lie over a widget that fills its window."""
        super().__init__(parent)
        self.hide()
        self._answers, self._close_keys, self._settings_keys = Answers(()), "", ""
        self._back: QWidget | None = None
        self._ground = PaletteGround(self)
        self.card = PaletteCard(self)
        self.field, self.list = self.card.field, self.card.list
        self._connect()

    def open(self, answers: Answers, *, keys: str, settings: str) -> None:
        """Offer answers and take the keyboard. keys: that close it again; settings: that lead to the settings."""
        self._answers, self._close_keys, self._settings_keys = answers, keys, settings
        self.card.settings_cap.setText(settings)
        self.card.count.setText(tr("共 {n} 条命令", n=answers.commands))
        # while the hand goes to the next key
        QThreadPool.globalInstance().start(answers.make_ready)
        self._back = application().focusWidget()
        parent = self.parentWidget()
        if parent and not self.isVisible():
            parent.installEventFilter(self)
            self._ground.take(parent)
        self.field.clear()
        self._seek("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close, with the keyboard where it was."""
        parent = self.parentWidget()
        if parent:
            parent.removeEventFilter(self)
        self._ground.forget()
        self.hide()
        # what had it may be gone: the list of findings is made anew at every check
        if self._back and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    # acting

    def _seek(self, query: str) -> None:
        self.list.show_answers(self._answers.to(query))
        self.list.scrollToTop()
        self._place()

    def _take(self) -> None:
        entry = self.list.entry
        if entry:
            self.leave()
            self.chosen.emit(entry.key)

    def _on_pressed(self, keys: str) -> None:
        if keys == self._close_keys:
            self.leave()
        elif keys == self._settings_keys:
            entry = self.list.entry
            self.leave()
            self.settings_wanted.emit(entry.key if entry else "")

    # Qt's events

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._ground.forget()
            self._place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._ground.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground.paint(painter, event.rect(), self.card.geometry())
        painter.end()

    # inside

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        before = self.card.geometry()
        self.card.setGeometry(self.card.geometry_in(self.size()))
        if self.card.geometry() != before:
            self.update(with_shadow(before | self.card.geometry()))

    def _connect(self) -> None:
        self.list.clicked.connect(lambda _index: self._take())
        self.field.sought.connect(self._seek)
        self.field.stepped.connect(self.list.step)
        self.field.accepted.connect(self._take)
        self.field.left.connect(self.leave)
        self.field.pressed.connect(self._on_pressed)
