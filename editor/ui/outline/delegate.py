"""Paints the outline's rows: folio, title, fill of the last page."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.ui.kit.progress_mark import draw_standing
from editor.ui.outline.model import ROW_ROLE
from editor.ui.outline.rows import GROUPS, OutlineRow, OutlineRowKind
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.icons import icon
from editor.ui.theme.tokens import Theme

_EDGE, _ICON, _GAP = 8, 16, 10
_TITLE_LEFT, _FOLIO_WIDTH = 44, 20
_FILL_WIDTH, _FILL_HEIGHT = 24, 4
_NEARLY_EMPTY = 15
# px that a shortened text at the right is worth
_LEAST_TRAILING = 12
_NARROW = 280
_FINDINGS = {
    "error": ("check.error", "error"),
    "warning": ("check.warning", "warn.mark"),
    "info": ("check.hint", "text3"),
}
_Index = QModelIndex | QPersistentModelIndex


class OutlineDelegate(QStyledItemDelegate):
    """One rounded ground a row, in the theme in force."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(_TITLE_LEFT - 10, 0, -_EDGE, 0))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        sizes = _theme().size
        row: OutlineRow = index.data(ROW_ROLE)
        return QSize(option.rect.width(), sizes["row.section" if row.kind in GROUPS else "row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _RowDrawing(painter, option, index.data(ROW_ROLE), _theme()).draw()
        finally:
            painter.restore()


class _RowDrawing:
    """One row being painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, row: OutlineRow, theme: Theme) -> None:
        self._painter, self._option, self._row, self._theme = painter, option, row, theme
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        self._rect = QRect(0, option.rect.top(), width, option.rect.height())
        self._selected = bool(option.state & QStyle.StateFlag.State_Selected)

    def draw(self) -> None:
        if self._row.kind is OutlineRowKind.HINT:
            self._hint()
            return
        self._ground()
        right = self._rect.right() - _EDGE - 8
        if self._row.trailing:
            right = self._trailing(right)
        right = self._marks(right)
        if self._row.kind is OutlineRowKind.ARTICLE:
            self._text(self._row.leading, font("digit"), "text3", QRect(_EDGE + 14, 0, _FOLIO_WIDTH, 0))
        elif self._row.kind is OutlineRowKind.DISCARDED:
            pass
        elif self._row.kind is OutlineRowKind.PART:
            self._icon()
        else:
            self._chevron()
        group = self._row.kind in GROUPS
        left, role = (_TITLE_LEFT - 12, "strong") if group else (_TITLE_LEFT, "base")
        ink = "text3" if self._row.kind is OutlineRowKind.DISCARDED else "text"
        self._text(self._row.title, font(role), ink, QRect(left, 0, right - left, 0))

    def _hint(self) -> None:
        """Draw a dashed place for the first article of a section."""
        box = QRectF(self._rect).adjusted(_TITLE_LEFT - 12, 1, -_EDGE - 8, -3)
        self._painter.setPen(QPen(self._theme.colour("line.field"), 1, Qt.PenStyle.DashLine))
        self._painter.setBrush(self._theme.colour("hover") if self._selected else Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, 4, 4)
        self._painter.setFont(font("small"))
        self._painter.setPen(self._theme.colour("text3"))
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._row.title)

    def _marks(self, right: int) -> int:
        """Draw state, finding and fill from the right; a narrow outline shows the finding in place of the rest."""
        narrow = self._rect.width() < _NARROW
        finding, standing = self._row.finding, self._row.standing
        if standing and not (narrow and finding):
            draw_standing(self._painter, self._square(right), standing, self._theme)
            right -= _ICON + _GAP // 2
        if finding:
            right = self._mark(right, *_FINDINGS[finding], filled=True)
        if self._row.fill is not None and not narrow and not finding:
            right = self._fill(right, self._row.fill)
        return right

    def _mark(self, right: int, name: str, token: str, *, filled: bool) -> int:
        drawn = icon(name, self._theme, size=_ICON, token=token, filled=filled)
        drawn.paint(self._painter, self._square(right))
        return right - _ICON - _GAP // 2

    def _square(self, right: int) -> QRect:
        return QRect(right - _ICON, self._rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)

    def _ground(self) -> None:
        state = self._option.state
        over = state & QStyle.StateFlag.State_MouseOver
        if not self._selected and not over:
            return
        chosen = "accent.soft" if state & QStyle.StateFlag.State_Active else "selected.idle"
        edged = self._theme.name == "contrast" and self._selected
        self._painter.setPen(QPen(self._theme.colour("accent"), 2) if edged else Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour(chosen if self._selected else "hover"))
        radius = self._theme.radius["button"]
        self._painter.drawRoundedRect(QRectF(self._rect).adjusted(_EDGE, 1, -_EDGE, -1), radius, radius)

    def _trailing(self, right: int) -> int:
        """Draw the text at the right, which gives way to the name of a section."""
        width = QFontMetrics(font("small")).horizontalAdvance(self._row.trailing)
        if self._row.kind in GROUPS:
            name = QFontMetrics(font("strong")).horizontalAdvance(self._row.title)
            width = min(width, max(0, right - _GAP - name - _TITLE_LEFT + 12))
        if width < _LEAST_TRAILING:
            return right
        self._text(self._row.trailing, font("small"), "text3", QRect(right - width, 0, width + 2, 0))
        return right - width - _GAP

    def _fill(self, right: int, fill: int) -> int:
        """Draw a little bar: how far the last page is filled, amber where it is nearly empty."""
        bar = QRectF(right - _FILL_WIDTH, self._rect.center().y() - 1, _FILL_WIDTH, _FILL_HEIGHT)
        self._bar(bar, self._theme.colour("line.strong"))
        done = QRectF(bar.left(), bar.top(), max(2.0, _FILL_WIDTH * fill / 100), _FILL_HEIGHT)
        self._bar(done, self._theme.colour("warn.mark" if fill < _NEARLY_EMPTY else "text3"))
        return right - _FILL_WIDTH - _GAP

    def _bar(self, rect: QRectF, colour: QColor) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(rect, 2, 2)

    def _icon(self) -> None:
        top = self._rect.center().y() - _ICON // 2 + 1
        picture = icon(self._row.icon, self._theme, size=_ICON)
        picture.paint(self._painter, QRect(_EDGE + 8, top, _ICON, _ICON))

    def _chevron(self) -> None:
        opened = bool(self._option.state & QStyle.StateFlag.State_Open)
        middle = QPointF(_EDGE + 13, self._rect.center().y() + 1)
        self._painter.setPen(QPen(self._theme.colour("text3"), 1.2))
        steps = ((-4, -2), (0, 2), (4, -2)) if opened else ((-2, -4), (2, 0), (-2, 4))
        points = [middle + QPointF(*step) for step in steps]
        self._painter.drawPolyline(points)

    def _text(self, text: str, face: object, token: str, place: QRect) -> None:
        self._painter.setFont(face)  # type: ignore[arg-type]
        self._painter.setPen(self._theme.colour(token))
        box = QRect(place.left(), self._rect.top(), place.width(), self._rect.height())
        metrics = self._painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _theme() -> Theme:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "rows are painted in an application"  # noqa: S101
    return current_theme(app)
