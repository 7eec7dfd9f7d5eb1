"""Buttons and choices whose words lose their end where there is no room; the whole stands in their tool tips."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_LEAST, _EDGE = 28, 7


class CutButton(QPushButton):
    """A button that can be narrower than its words. One that can be checked has room for bold letters at all times."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._tip = ""

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        self._show_tip()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._advance() - self.fontMetrics().horizontalAdvance(self.text()), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def setText(self, words: str) -> None:
        super().setText(words)
        self._show_tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        try:
            self.initStyleOption(option)
            option.text = self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room())
            self._draw(painter, option)
        finally:
            painter.end()

    def _draw(self, painter: QStylePainter, option: QStyleOptionButton) -> None:
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _room(self) -> int:
        """Return the width that the words have: what is not needed beside them."""
        # letters take parts of a px
        return max(0, self.width() - CutButton.sizeHint(self).width() + self._advance() + 1)

    def _advance(self) -> int:
        return self._metrics().horizontalAdvance(self.text())

    def _metrics(self) -> QFontMetrics:
        if not self.isCheckable():
            return self.fontMetrics()
        face = QFont(self.font())
        face.setBold(True)
        return QFontMetrics(face)

    def _show_tip(self) -> None:
        cut = self._advance() > self._room()
        super().setToolTip("\n".join(filter(None, (self.text(), self._tip))) if cut else self._tip)


class SteadyButton(CutButton):
    """As wide as the longest of its usual words, so that nothing beside it moves. among: returns them."""

    def __init__(self, words: str, among: Callable[[], list[str]], parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._among = among
        self.setProperty("steady", "true")

    def sizeHint(self) -> QSize:
        advance, hint = self.fontMetrics().horizontalAdvance, super().sizeHint()
        longest = max(map(advance, self._among()), default=advance(self.text()))
        return QSize(hint.width() + longest - advance(self.text()), hint.height())

    def _draw(self, painter: QStylePainter, option: QStyleOptionButton) -> None:
        if not self.property("opens"):
            super()._draw(painter, option)
            return
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        # the style sheet leaves nothing free before words at the left
        option.rect = option.rect.adjusted(_EDGE, 0, 0, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)


class CutChoice(QComboBox):
    """A choice that can be narrower than what is chosen."""

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        try:
            self.initStyleOption(option)
            option.currentText = self._shown(option)
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        finally:
            painter.end()
        self._show_tip()

    def _shown(self, option: QStyleOptionComboBox) -> str:
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def _show_tip(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        tip = self.currentText() if self._shown(option) != self.currentText() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
