"""The list of versions: who and when, and why it was kept."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.model.language import tr
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.fonts import font, line_height
from editor.ui.theme.tokens import Theme
from editor.ui.versions.entries import VersionEntry

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_EDGE, _INSET, _ICON, _GAP, _ABOVE = 8, 16, 16, 8, 8
_HEIGHT = line_height("base") + line_height("small") + 2 * _ABOVE + 2


class VersionList(QListWidget):
    """One row is chosen. entry_chosen: by the user or from code."""

    entry_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("版本"))
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda _new, _old: self.entry_chosen.emit())

    @property
    def entries(self) -> tuple[VersionEntry, ...]:
        """The rows."""
        return tuple(self.item(row).data(ENTRY_ROLE) for row in range(self.count()))

    @property
    def chosen(self) -> VersionEntry | None:
        """The chosen row."""
        item = self.currentItem()
        return item.data(ENTRY_ROLE) if item else None

    def show_entries(self, entries: tuple[VersionEntry, ...], key: int) -> None:
        """Show rows and choose one by its key."""
        self.blockSignals(True)  # noqa: FBT003 - one answer once all rows are there
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.words)
            item.setData(ENTRY_ROLE, entry)
            item.setToolTip(entry.words)
            self.addItem(item)
            if entry.key == key:
                self.setCurrentItem(item)
        self.blockSignals(False)  # noqa: FBT003
        self.entry_chosen.emit()


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _VersionDrawing(painter, option, current_theme(application())).draw(index.data(ENTRY_ROLE))
        finally:
            painter.restore()


class _VersionDrawing:
    """One row being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self._painter, self._theme, self._state = painter, theme, option.state
        self._rect = QRect(option.rect)

    def draw(self, entry: VersionEntry) -> None:
        self._ground()
        top = self._rect.top() + _ABOVE + 1
        self._icon(entry, top)
        self._text(entry.title, "strong", "text", top)
        self._text(entry.below, "small", "text3", top + line_height("base"))

    def _ground(self) -> None:
        selected = bool(self._state & QStyle.StateFlag.State_Selected)
        if not selected and not self._state & QStyle.StateFlag.State_MouseOver:
            return
        chosen = "accent.soft" if self._state & QStyle.StateFlag.State_Active else "selected.idle"
        edged = selected and self._theme.name == "contrast"
        self._painter.setPen(QPen(self._theme.colour("accent"), 2) if edged else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour(chosen if selected else "hover"))
        radius = self._theme.radius["button"]
        self._painter.drawRoundedRect(QRectF(self._rect).adjusted(_EDGE, 1, -_EDGE, -1), radius, radius)

    def _icon(self, entry: VersionEntry, top: int) -> None:
        name, token = ("star", "accent") if entry.named else ("versions", "text3")
        if not entry.key:
            name, token = "article", "text2"
        ratio = self._painter.device().devicePixelRatio()
        drawn = draw_icon(name, _ICON, self._theme.colour(token), ratio=ratio, filled=entry.named)
        self._painter.drawPixmap(self._rect.left() + _INSET, top + 2, drawn)

    def _text(self, text: str, role: str, token: str, top: int) -> None:
        face, left = font(role), self._rect.left() + _INSET + _ICON + _GAP
        width = self._rect.right() - _INSET - left
        self._painter.setFont(face)
        self._painter.setPen(self._theme.colour(token))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
        box = QRect(left, top, width, line_height(role))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
