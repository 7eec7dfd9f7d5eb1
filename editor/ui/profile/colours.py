"""Colours to choose from, and a field for any other."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QToolButton, QWidget

from editor.desk.profile.faults import colour_fault
from editor.model.language import tr
from editor.ui.kit.choice_field import WordsField
from editor.ui.kit.pieces import StateLine
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.colour import contrast

# each reads on paper as it is
NAMED = (
    ("#00587F", tr("湖蓝")),
    ("#A01C15", tr("红")),
    ("#135E4E", tr("青")),
    ("#7A4900", tr("赭")),
    ("#553C80", tr("紫")),
)
# what the page darkens a colour to (resources/typeset/parts/tokens.typ)
_PRINTED = 7.0
_PAPER = "#FFFFFF"


class ColourField(QWidget):
    """Swatches, the colour as text, and how it reads on paper.

    chosen: #RRGGBB, empty for the look's own; refused: why the text is no colour.
    """

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.own = Swatch(_PAPER, tr("版式自带"))
        self.swatches = {colour: Swatch(colour, word) for colour, word in NAMED}
        self.code = WordsField(tr("{name}的代码", name=name), "#RRGGBB", fault=_code_fault)
        self.code.setFixedWidth(96)
        self.reads = StateLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.own.clicked.connect(lambda: self.chosen.emit(""))
        row.addWidget(self.own)
        for colour, swatch in self.swatches.items():
            swatch.clicked.connect(lambda _on=False, colour=colour: self.chosen.emit(colour))
            row.addWidget(swatch)
        row.addSpacing(8)
        row.addWidget(self.code)
        row.addSpacing(12)
        row.addWidget(self.reads, 1, Qt.AlignmentFlag.AlignVCenter)
        self.code.written.connect(lambda text: self.chosen.emit(text.upper()))
        self.code.refused.connect(self.refused)

    def show_colour(self, accent: str, own: str) -> None:
        """Show a colour; empty for the look's own."""
        colour = accent or own
        self.own.show_colour(own)
        self.own.setChecked(not accent)
        for one, swatch in self.swatches.items():
            swatch.setChecked(one.upper() == accent.upper())
        if self.code.text().upper() != colour.upper():
            self.code.show_text(colour.upper())
        ratio = contrast(_PAPER, colour)
        dark = ratio >= _PRINTED
        self.reads.show_message(
            tr("白底 {ratio:.1f} : 1", ratio=ratio) if dark else tr("白底 {ratio:.1f} : 1，印时加深", ratio=ratio),
            state="ok" if dark else "warn",
        )


class Swatch(QAbstractButton):
    """A colour to click; ringed when it is the one."""

    def __init__(self, colour: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self.setCheckable(True)
        self.setFixedSize(32, 32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_colour(colour)

    def show_colour(self, colour: str) -> None:
        """Show another colour."""
        self._colour = QColor(colour)
        self.setAccessibleName(f"{self._word} {colour}")
        self.setToolTip(f"{self._word} {colour}")
        self.update()

    def nextCheckState(self) -> None:
        """Leave it to what is shown: a click only asks."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme(application())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect())
        painter.setPen(QPen(theme.colour("line.field"), 1) if theme.dark else Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(middle.adjusted(5, 5, -5, -5))
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawEllipse(middle.adjusted(2, 2, -2, -2))
        painter.end()


class SectionColour(QToolButton):
    """A section's colour, chosen from a menu. chosen: #RRGGBB, empty for the publication's."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(28, 28)
        self.setIconSize(QSize(14, 14))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.addAction(tr("随主色")).triggered.connect(lambda: self.chosen.emit(""))
        for colour, word in NAMED:
            menu.addAction(_square(colour), word).triggered.connect(
                lambda _on=False, colour=colour: self.chosen.emit(colour)
            )
        self.setMenu(menu)

    def show_colour(self, colour: str, accent: str) -> None:
        """Show a colour; the accent where the section has none of its own."""
        words = next((word for one, word in NAMED if one == colour), colour) or tr("随主色")
        self.setIcon(_square(colour or accent))
        self.setAccessibleName(tr("颜色 {words}", words=words))
        self.setToolTip(tr("栏目颜色：{words}", words=words))


def _code_fault(text: str) -> str:
    return colour_fault(text) if text else tr("请写颜色代码，例如 #0B4A8F。")


def _square(colour: str) -> QIcon:
    """Return a rounded square, sharp up to 200 %."""
    pixmap = QPixmap(28, 28)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # an edge that is seen on light and dark grounds
    painter.setPen(QPen(QColor(128, 128, 128, 160), 2))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(1, 1, 26, 26), 6, 6)
    painter.end()
    return QIcon(pixmap)
