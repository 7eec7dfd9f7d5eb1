"""The filters as chips: each goes at a click, and dashed ones offer others."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QWidget

from editor.desk.archive.asking import Asked
from editor.desk.archive.values import SearchField
from editor.model.language import tr
from editor.ui.archive.search import Facets
from editor.ui.archive.side_rows import heading
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.fonts import font

_GAP, _HEIGHT, _PAD, _MOST, _CROSS, _OFFERED = 8, 24, 8, 140, 12, 24
_DASHED = (SearchField.YEAR, SearchField.SOURCE, SearchField.SECTION)


class Chip(QAbstractButton):
    """A filter; a click, Delete or Backspace takes it away. dashed: one that is offered."""

    def __init__(self, words: str, name: str, *, dashed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dashed = dashed
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFont(font("small"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        advance = min(self.fontMetrics().horizontalAdvance(self.text()), _MOST)
        return QSize(advance + 2 * _PAD + (0 if self._dashed else _CROSS + 4), _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._dashed:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(application()), QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box, strong = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.name == "contrast"
            radius = theme.radius["field"]
            if self._dashed:
                painter.setPen(QPen(theme.colour("line.field"), 1, Qt.PenStyle.DashLine))
                painter.setBrush(theme.colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
            else:
                painter.setPen(QPen(theme.colour("accent"), 1) if strong or self.underMouse() else Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent.soft"))
            painter.drawRoundedRect(box, radius, radius)
            painter.setPen(theme.colour("text2" if self._dashed else "accent"))
            words = self.rect().adjusted(_PAD, 0, -_PAD if self._dashed else -_PAD - _CROSS - 2, 0)
            shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() + 1)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            if not self._dashed:
                cross = draw_icon("close", _CROSS, theme.colour("accent"), ratio=self.devicePixelRatioF())
                painter.drawPixmap(self.width() - _CROSS - 6, (_HEIGHT - _CROSS) // 2, cross)
        finally:
            painter.end()


class Chips(QWidget):
    """toggled: a value of a field."""

    toggled = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("筛选条件"))
        self._asked = Asked()
        self._facets: Facets = {}
        self.chips: list[Chip] = []
        self.offers: dict[SearchField, Chip] = {}
        # never seen: Tab leads to the chips from here, whenever they are made
        self.place = QWidget(self)
        self.place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.place.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)

    def show_filters(self, asked: Asked, facets: Facets) -> None:
        """Show what is filtered by, and offer what could be."""
        same = asked.filters == self._asked.filters and set(facets) == set(self._facets)
        self._asked, self._facets = asked, facets
        if same and self.offers:
            return
        focused = any(one.hasFocus() for one in self.chips)
        for old in (*self.chips, *self.offers.values()):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips = [self._chip(field, value) for field, value in asked.filters]
        self.offers = {field: self._offer(field) for field in _DASHED if field not in asked.fields}
        for one in self._every():
            self._row.addWidget(one)
        for chip, after in pairwise((self.place, *self.chips, *self.offers.values())):
            QWidget.setTabOrder(chip, after)
        self.updateGeometry()
        self._fit()
        if focused:
            (self.chips[-1] if self.chips else next(iter(self.offers.values()))).setFocus()

    def sizeHint(self) -> QSize:
        every = self._every()
        return QSize(sum(one.width() for one in every) + _GAP * max(0, len(every) - 1), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _every(self) -> tuple[Chip, ...]:
        return (*self.chips, *self.offers.values())

    def _fit(self) -> None:
        """Leave out what has no room; the left column has it all."""
        end = 0
        for one in self._every():
            end += one.width()
            one.setVisible(end <= self.width())
            end += _GAP

    def menu_of(self, field: SearchField) -> QMenu:
        """Return the values of a field to choose from."""
        menu = QMenu(self)
        values = self._facets.get(field, ())
        for one in values[:_OFFERED]:
            if one.value:
                menu.addAction(f"{one.value}\t{one.count}", partial(self.toggled.emit, field, one.value))
        if not values:
            menu.addAction(tr("没有可选的")).setEnabled(False)
        return menu

    def _chip(self, field: SearchField, value: str) -> Chip:
        made = Chip(value, tr("{field}：{value}，点一下去掉", field=heading(field), value=value), parent=self)
        made.clicked.connect(lambda: self.toggled.emit(field, value))
        return made

    def _offer(self, field: SearchField) -> Chip:
        words = tr("{field}：…", field=heading(field))
        made = Chip(words, tr("按{field}筛选", field=heading(field)), dashed=True, parent=self)
        made.clicked.connect(lambda: self._open_menu(field, made))
        return made

    def _open_menu(self, field: SearchField, chip: Chip) -> None:
        menu = self.menu_of(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))
