"""How the days of the calendar are drawn, and what the drawings mean."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from editor.model.language import tr
from editor.model.number import IssueKind, Number
from editor.model.year_plan import DayKind
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font
from editor.ui.theme.tokens import Theme

_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLook:
    """Tokens of a day's ground, edge and ink. struck: its date is struck through."""

    ground: str = ""
    edge: str = ""
    ink: str = "text2"
    struck: bool = False


LOOKS = {
    DayKind.NONE: DayLook(),
    DayKind.REGULAR: DayLook(ground="accent.soft", ink="accent"),
    DayKind.SKIPPED: DayLook(edge="line.field", ink="text3", struck=True),
    DayKind.EXTRA: DayLook(ground="ok.soft", edge="ok", ink="ok"),
    DayKind.COMBINED: DayLook(ground="accent.fill", ink="accent.on"),
}
MADE = DayLook(ground="selected.idle", ink="text")
_LEGEND = (
    (LOOKS[DayKind.REGULAR], tr("出刊")),
    (LOOKS[DayKind.SKIPPED], tr("停刊")),
    (LOOKS[DayKind.EXTRA], tr("补出")),
    (LOOKS[DayKind.COMBINED], tr("合刊")),
    (MADE, tr("已有")),
)


def draw_day(painter: QPainter, theme: Theme, place: QRect, look: DayLook, words: tuple[str, str]) -> None:
    """Draw a day. words: its date, and the number below it or nothing."""
    _draw_ground(painter, theme, QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5), look)
    date, number = words
    painter.setFont(font("digit"))
    painter.setPen(theme.colour(look.ink))
    painter.drawText(place.adjusted(0, 3, 0, -15) if number else place, _CENTRE, date)
    if look.struck:
        middle = place.center()
        painter.drawLine(middle.x() - 8, middle.y() + 1, middle.x() + 9, middle.y() + 1)
    if number:
        strong = font("digit")
        strong.setBold(True)
        painter.setFont(strong)
        painter.drawText(place.adjusted(0, 14, 0, -3), _CENTRE, number)


def draw_focus(painter: QPainter, theme: Theme, place: QRect) -> None:
    """Draw the ring of the day with the keyboard."""
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 5, 5)


def draw_heads(painter: QPainter, theme: Theme, name: QRect, heads: QRect, month: int) -> None:
    """Draw a month's name and the weekdays over its days."""
    painter.setFont(font("strong"))
    painter.setPen(theme.colour("text"))
    painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, tr("{month} 月", month=month))
    painter.setFont(font("small"))
    painter.setPen(theme.colour("text3"))
    cell = heads.width() // 7
    for place, weekday in enumerate(tr("一二三四五六日")):
        painter.drawText(QRect(heads.x() + place * cell, heads.y(), cell, heads.height()), _CENTRE, weekday)


def short_number(number: Number) -> str:
    """Return what fits into a day: 12, 12+ for a 合刊, 增 for what has none."""
    if number.number is None:
        return tr("增")
    return f"{number.number}+" if number.kind is IssueKind.COMBINED else str(number.number)


class Legend(QWidget):
    """What the days' drawings mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(24)
        self.setAccessibleName(tr("图例：") + tr("、").join(words for _, words in _LEGEND))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, x = QPainter(self), current_theme(application()), 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = font("small")
        for look, words in _LEGEND:
            _draw_ground(painter, theme, QRectF(x + 0.5, 4.5, 15, 15), look)
            if look.struck:
                painter.drawLine(QPoint(x + 3, 12), QPoint(x + 13, 12))
            wide = QFontMetrics(face).horizontalAdvance(words)
            painter.setFont(face)
            painter.setPen(theme.colour("text2"))
            painter.drawText(QRect(QPoint(x + 22, 0), QSize(wide + 2, 24)), Qt.AlignmentFlag.AlignVCenter, words)
            x += wide + 44
        painter.end()


def _draw_ground(painter: QPainter, theme: Theme, box: QRectF, look: DayLook) -> None:
    if not look.ground and not look.edge:
        return
    edge = look.edge or ("line.strong" if theme.name == "contrast" else "")
    painter.setPen(QPen(theme.colour(edge), 1) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(look.ground) if look.ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
