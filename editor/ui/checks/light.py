"""The light in the status bar: how many errors, warnings and hints there are, or that there are none."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.checks.finding import Finding, Level
from editor.model.language import tr
from editor.ui.checks.delegate import theme
from editor.ui.kit.levels import LOOKS
from editor.ui.kit.widgets import SIZES
from editor.ui.theme.drawing import draw_icon
from editor.ui.theme.fonts import font

_ICON, _BESIDE, _BETWEEN = 16, 4, 10
_Item = tuple[str, str, str]
"""Icon, empty for none, its token, words."""


class CheckLight(QAbstractButton):
    """Icons with counts; a click asks for the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[_Item, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(font("small"))
        self.show_findings(())

    def show_running(self) -> None:
        """Say that nothing is known yet."""
        self._show((("", "", tr("正在检查…")),), tr("正在检查…"))

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Count findings by level."""
        counts = Counter(finding.level for finding in findings)
        items = tuple(_counted(level, counts[level]) for level in Level if counts[level])
        words = tr("，").join(
            tr("{word} {n} 条", word=LOOKS[level].word, n=counts[level]) for level in Level if counts[level]
        )
        none = tr("没有问题")
        self._show(items or (("check.ok", "ok", none),), words or none)

    def _show(self, items: tuple[_Item, ...], words: str) -> None:
        self._items = items
        self.setAccessibleName(tr("检查：{words}", words=words))
        self.setToolTip(tr("{words}（F7 打开检查）", words=words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        widths = [_before(name) + metrics.horizontalAdvance(text) for name, _, text in self._items]
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
        if name:
            top, ink = (self.height() - _ICON) // 2, theme().colour(token)
            painter.drawPixmap(left, top, draw_icon(name, _ICON, ink, ratio=self.devicePixelRatioF(), filled=True))
        left += _before(name)
        width = QFontMetrics(self.font()).horizontalAdvance(text)
        painter.setPen(theme().colour("text" if self.underMouse() else "text2"))
        painter.drawText(left, 0, width + 1, self.height(), Qt.AlignmentFlag.AlignVCenter, text)
        return left + width + _BETWEEN


def _before(name: str) -> int:
    """Return the room that an icon takes, 0 without one."""
    return _ICON + _BESIDE if name else 0


def _counted(level: Level, count: int) -> _Item:
    look = LOOKS[level]
    return look.icon, look.token, str(count)
