"""Fusion with the design's measures and small marks: what a style sheet cannot say."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QDialog,
    QLineEdit,
    QListView,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from editor.ui.kit.screen_room import screen_room
from editor.ui.theme.current import theme_in_force
from editor.ui.theme.marks import SIDE, Indicator
from editor.ui.theme.rows import draw_row, row_height

_METRICS = {
    # Fusion's own, asked 3,000 times while a window is made: answering here saves its call
    QStyle.PixelMetric.PM_DefaultFrameWidth: 1,
    QStyle.PixelMetric.PM_SmallIconSize: 16,
    QStyle.PixelMetric.PM_ToolBarIconSize: 20,
    QStyle.PixelMetric.PM_ButtonIconSize: 16,
    QStyle.PixelMetric.PM_SplitterWidth: 1,
    QStyle.PixelMetric.PM_MenuPanelWidth: 0,
    QStyle.PixelMetric.PM_IndicatorWidth: SIDE,
    QStyle.PixelMetric.PM_IndicatorHeight: SIDE,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: SIDE,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: SIDE,
}
_LIST_MARGIN = 7  # Qt adds 1 before the text of a row
_NUMBER_MARGIN = 9
_HINTS = {
    # Fusion's own, asked 7,000 times while a window is made
    QStyle.StyleHint.SH_Widget_ShareActivation: 0,
    QStyle.StyleHint.SH_EtchDisabledText: 0,
    QStyle.StyleHint.SH_ToolTip_WakeUpDelay: 500,
    QStyle.StyleHint.SH_ComboBox_Popup: 0,
    QStyle.StyleHint.SH_ComboBox_AllowWheelScrolling: 0,
    QStyle.StyleHint.SH_ItemView_ShowDecorationSelected: 1,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
}
_MARKS = {
    QStyle.PrimitiveElement.PE_IndicatorCheckBox: Indicator.box,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck: Indicator.box,
    QStyle.PrimitiveElement.PE_IndicatorRadioButton: Indicator.radio,
    QStyle.PrimitiveElement.PE_IndicatorBranch: Indicator.branch,
    QStyle.PrimitiveElement.PE_IndicatorMenuCheckMark: Indicator.tick,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemDrop: Indicator.drop,
}
_ROWS = (QStyle.PrimitiveElement.PE_PanelItemViewRow, QStyle.PrimitiveElement.PE_PanelItemViewItem)


class DeskStyle(QProxyStyle):
    """Check boxes, radio buttons and rows and menus in tokens; no dotted focus rectangle, no etched text."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric == QStyle.PixelMetric.PM_FocusFrameHMargin and isinstance(widget, QListView):
            return _LIST_MARGIN
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
            draw(Indicator(theme, painter, option))
        elif theme and element in _ROWS:
            draw_row(theme, painter, option, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def sizeFromContents(
        self,
        contents: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        asked: QSize = super().sizeFromContents(contents, option, size, widget)  # type: ignore[arg-type]
        theme = theme_in_force(QCoreApplication.instance())
        if theme and contents == QStyle.ContentsType.CT_ItemViewItem:
            asked.setHeight(max(asked.height(), row_height(theme, widget)))
        return asked

    def polish(self, polished: Any, /) -> None:  # noqa: ANN401 - three overloads in one
        super().polish(polished)
        if isinstance(polished, QAbstractItemView):
            # Fusion asks for no hover events of a view's rows
            polished.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        if isinstance(polished, QMenu):
            # round corners show what lies below them, without the square shadow of the system
            polished.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
            bare = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
            polished.setWindowFlags(polished.windowFlags() | bare)
        elif isinstance(polished, QDialog):
            polished.resize(polished.size().boundedTo(screen_room(polished)))
        elif isinstance(polished, QLineEdit) and isinstance(polished.parent(), QAbstractSpinBox):
            # the style sheet's padding does not reach the text of a number field
            polished.setTextMargins(_NUMBER_MARGIN, 0, 0, 0)
