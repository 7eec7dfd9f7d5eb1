"""Fusion with the design's measures and small marks: what a style sheet cannot say."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from editor.ui.theme.current import theme_in_force
from editor.ui.theme.marks import Mark

_METRICS = {
    QStyle.PixelMetric.PM_SmallIconSize: 16,
    QStyle.PixelMetric.PM_ToolBarIconSize: 20,
    QStyle.PixelMetric.PM_ButtonIconSize: 16,
    QStyle.PixelMetric.PM_SplitterWidth: 1,
    QStyle.PixelMetric.PM_MenuPanelWidth: 0,
    QStyle.PixelMetric.PM_IndicatorWidth: 16,
    QStyle.PixelMetric.PM_IndicatorHeight: 16,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 16,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 16,
}
_HINTS = {
    QStyle.StyleHint.SH_EtchDisabledText: 0,
    QStyle.StyleHint.SH_ToolTip_WakeUpDelay: 500,
}
_MARKS = {
    QStyle.PrimitiveElement.PE_IndicatorCheckBox: Mark.box,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck: Mark.box,
    QStyle.PrimitiveElement.PE_IndicatorRadioButton: Mark.radio,
    QStyle.PrimitiveElement.PE_IndicatorBranch: Mark.branch,
}


class DeskStyle(QProxyStyle):
    """Check boxes, radio buttons and tree branches in tokens; no dotted focus rectangle, no etched text."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        known = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if known is None else known

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        known = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returned) if known is None else known

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        theme, draw = theme_in_force(QCoreApplication.instance()), _MARKS.get(element)
        if theme and draw:
            draw(Mark(theme, painter, option))
        else:
            super().drawPrimitive(element, option, painter, widget)
