"""Paints the rows: headings, findings, the fold; the open finding is a card of its own above its row."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.model.language import tr
from editor.ui.checks.model import OPEN_ROLE, ROW_ROLE
from editor.ui.checks.rows import FindingHeadRow, FindingRow, FoldRow, Row
from editor.ui.kit.levels import LOOKS
from editor.ui.theme.apply import current_theme
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_EDGE, _INSET, _ICON, _GAP = 8, 16, 16, 8
_LEAST_SHARE = 0.5
_Index = QModelIndex | QPersistentModelIndex


class FindingsDelegate(QStyledItemDelegate):
    """card_height: asked for the height of the open card."""

    def __init__(self, parent: QWidget, card_height: Callable[[], int]) -> None:
        super().__init__(parent)
        self._card_height = card_height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = self._card_height() if index.data(OPEN_ROLE) else theme().size["row.list"]
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.data(OPEN_ROLE):
            return
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _FindingDrawing(painter, option, theme()).draw(index.data(ROW_ROLE))
        finally:
            painter.restore()


class _FindingDrawing:
    """One row being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self._painter, self._theme, self._state = painter, theme, option.state
        self._rect = QRect(option.rect)

    def draw(self, row: Row) -> None:
        match row:
            case FindingHeadRow():
                self._heading(row)
            case FindingRow():
                self._ground()
                self._finding(row)
            case FoldRow():
                self._ground()
                self._icon("chevron.right" if row.folded else "chevron.down", "text3", filled=False)
                self._text(tr("已放行 {n} 条", n=row.count), "base", "text2", *self._beside_icon())

    def _heading(self, row: FindingHeadRow) -> None:
        left = self._rect.left() + _INSET
        if row.folio:
            width = QFontMetrics(font("small")).horizontalAdvance(row.folio)
            self._text(row.folio, "small", "text3", left, left + width + 1)
            left += width + _GAP
        right = self._rect.right() - _INSET
        if row.trailing:
            right = self._trailing(row.trailing, left, right)
        self._text(row.title, "small", "text2", left, right)

    def _finding(self, row: FindingRow) -> None:
        look = LOOKS[row.finding.level]
        if row.waived:
            self._icon("check.waive", "text3", filled=False)
        else:
            self._icon(look.icon, look.token, filled=True)
        left, right = self._beside_icon()
        if row.trailing:
            right = self._trailing(row.trailing, left, right)
        self._text(row.finding.message, "base", "text2" if row.waived else "text", left, right)

    def _trailing(self, text: str, left: int, right: int) -> int:
        width = QFontMetrics(font("small")).horizontalAdvance(text) + 1
        width = min(width, int((right - left) * _LEAST_SHARE))
        self._text(text, "small", "text3", right - width, right)
        return right - width - _GAP

    def _beside_icon(self) -> tuple[int, int]:
        return self._rect.left() + _INSET + _ICON + _GAP, self._rect.right() - _INSET

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

    def _icon(self, name: str, token: str, *, filled: bool) -> None:
        ratio = self._painter.device().devicePixelRatio()
        top = self._rect.center().y() - _ICON // 2 + 1
        drawn = draw_icon(name, _ICON, self._theme.colour(token), ratio=ratio, filled=filled)
        self._painter.drawPixmap(self._rect.left() + _INSET, top, drawn)

    def _text(self, text: str, role: str, token: str, left: int, right: int) -> None:
        face = font(role)
        self._painter.setFont(face)
        self._painter.setPen(self._theme.colour(token))
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, right - left)
        box = QRect(left, self._rect.top(), right - left, self._rect.height())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def theme() -> Theme:
    """Return the theme in force."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "rows are painted in an application"  # noqa: S101
    return current_theme(app)
