"""Everything of a figure: picture, caption, source, alt text, width, and what it will be in print."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from editor.model.body import Figure
from editor.model.language import tr
from editor.model.picture import Picture
from editor.text.sanitise import sanitise
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import picture_words
from editor.ui.kit.widgets import dialog_buttons, label
from editor.ui.theme.apply import set_style

_PREVIEW = QSize(320, 220)
GOOD_DPI = 150
Chosen = tuple[Picture, bytes] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSource:
    """Where pictures come from. choose: asks the user; take: reads a file; measure: of the page's text, in mm."""

    choose: Callable[[], Chosen]
    take: Callable[[str], Chosen]
    measure: float


class FigureDialog(QDialog):
    """Edits one figure. data: of its picture, empty where that is missing."""

    def __init__(
        self,
        figure: Figure,
        data: bytes,
        source: PictureSource,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._figure, self._measure, self._from = figure, source.measure, source
        self.setWindowTitle(tr("图"))
        self.setAcceptDrops(True)
        DropCue(self, picture_words)
        set_style(self, ground="raised")
        self.caption, self.source = QLineEdit(figure.caption), QLineEdit(figure.source)
        self.alt = QPlainTextEdit(figure.alt)
        self.width_slider = QSlider(Qt.Orientation.Horizontal)
        self._percent, self._print = label(role="small"), label(role="small", ink="text2")
        self._preview = QLabel()
        self._build()
        self._show_picture(data)
        self._on_width_moved()

    @property
    def figure(self) -> Figure:
        """The figure as the dialog has it."""
        return replace(
            self._figure,
            caption=sanitise(self.caption.text()).strip(),
            source=sanitise(self.source.text()).strip(),
            alt=" ".join(sanitise(self.alt.toPlainText()).split("\n")).strip(),
            width=10 * self.width_slider.value(),
        )

    def put_picture(self, chosen: Chosen) -> None:
        """Take a picture in place of the one shown."""
        if chosen:
            self._figure = replace(self._figure, picture=chosen[0])
            self._show_picture(chosen[1])
            self._on_width_moved()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.put_picture(self._from.take(event.mimeData().urls()[0].toLocalFile()))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(24)
        left = QVBoxLayout()
        self._preview.setFixedSize(_PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_style(self._preview, ground="sunken")
        change = QPushButton(tr("换图…"))
        change.clicked.connect(lambda: self.put_picture(self._from.choose()))
        left.addWidget(self._preview)
        left.addWidget(change)
        left.addWidget(self._print)
        left.addStretch()
        row.addLayout(left)
        right = QVBoxLayout()
        right.addLayout(self._fields())
        right.addStretch()
        right.addLayout(dialog_buttons(self))
        row.addLayout(right, 1)
        # of a new picture this is what is still to be written
        self.caption.setFocus()

    def _fields(self) -> QGridLayout:
        self.width_slider.setRange(20, 100)
        self.width_slider.setValue(self._figure.width // 10)
        self.width_slider.valueChanged.connect(self._on_width_moved)
        self.alt.setFixedHeight(72)
        self.alt.setTabChangesFocus(True)
        self.alt.setPlaceholderText(tr("一句话说清图上有什么，给看不见图的读者"))
        set_style(self.alt, kind="field")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        fields = (
            (tr("图题"), self.caption),
            (tr("来源"), self.source),
            (tr("替代文字"), self.alt),
            (tr("宽度"), self.width_slider),
        )
        for place, (name, field) in enumerate(fields):
            field.setAccessibleName(name)
            field.setMinimumWidth(300)
            top = Qt.AlignmentFlag.AlignTop if field is self.alt else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label(name, ink="text2"), place, 0, top)
            grid.addWidget(field, place, 1)
        grid.addWidget(self._percent, len(fields), 1)
        return grid

    def _show_picture(self, data: bytes) -> None:
        image = QImage.fromData(data)
        if image.isNull():
            self._preview.setText(tr("图片缺失\n拖一张图进来，或点“换图…”"))
            return
        ratio = self.devicePixelRatioF()
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown = QPixmap.fromImage(image.scaled(_PREVIEW * ratio, kept, smooth))
        shown.setDevicePixelRatio(ratio)
        self._preview.setPixmap(shown)

    def _on_width_moved(self) -> None:
        figure = self.figure
        self._percent.setText(
            tr(
                "版心的 {value}%，约 {measure:.0f} 毫米",
                value=self.width_slider.value(),
                measure=self._measure * figure.width / 1000,
            )
        )
        dpi = print_resolution(figure, self._measure)
        if dpi is None or figure.picture is None:
            self._print.setText("")
            return
        size = tr("{width} × {height} 像素", width=figure.picture.width, height=figure.picture.height)
        message = tr("印刷 {dpi} dpi", dpi=dpi) + (tr("，偏低，印出来会发虚") if dpi < GOOD_DPI else "")
        self._print.setText(f"{size}\n{message}")
        set_style(self._print, ink="warn" if dpi < GOOD_DPI else "text2")


def print_resolution(figure: Figure, measure: float) -> int | None:
    """Return the dots an inch of a figure as printed, None without a picture. measure: of the text, in mm."""
    if figure.picture is None:
        return None
    return round(figure.picture.width / (measure * figure.width / 1000 / 25.4))
