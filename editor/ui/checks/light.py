"""The light in the status bar: how many errors, warnings and hints there are, or that there are none."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.checks.finding import Finding, Level
from editor.model.language import tr
from editor.ui.checks.delegate import theme
from editor.ui.checks.levels import LOOKS
from editor.ui.kit.widgets import SIZES
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.fonts import font

_ICON, _BESIDE, _BETWEEN = 16, 4, 10
_Item = tuple[str, str, str]


class CheckLight(QAbstractButton):
    """Icons with counts; a click asks for the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[_Item, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(font("small"))
        self.show_findings(())

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Count findings by level."""
        counts = Counter(finding.level for finding in findings)
        self._items = tuple(_counted(level, counts[level]) for level in Level if counts[level])
        words = tr("，").join(
            tr("{word} {n} 条", word=LOOKS[level].word, n=counts[level]) for level in Level if counts[level]
        )
        if not self._items:
            self._items = (("check.ok", "ok", tr("没有问题")),)
        self.setAccessibleName(tr("检查：{words}", words=words or tr("没有问题")))
        self.setToolTip(tr("{words}（F7 打开检查）", words=words or tr("没有问题")))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widths = [_ICON + _BESIDE + metrics.horizontalAdvance(text) for _, _, text in self._items]
        return QSize(sum(widths) + _BETWEEN * (len(widths) - 1), SIZES["status"])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        left = 0
        for name, token, text in self._items:
            left = self._draw(painter, left, name, token, text)
        painter.end()

    def _draw(self, painter: QPainter, left: int, name: str, token: str, text: str) -> int:
        top = (self.height() - _ICON) // 2
        ink = theme().colour(token)
        painter.drawPixmap(left, top, draw_icon(name, _ICON, ink, ratio=self.devicePixelRatioF(), filled=True))
        left += _ICON + _BESIDE
        width = QFontMetrics(self.font()).horizontalAdvance(text)
        painter.setPen(theme().colour("text" if self.underMouse() else "text2"))
        painter.drawText(left, 0, width + 1, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
        return left + width + _BETWEEN


def _counted(level: Level, count: int) -> _Item:
    look = LOOKS[level]
    return look.icon, look.token, str(count)
