"""What letting go of dragged files would do, said where they are held: a frame and a few words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.fonts import font

_INSET, _PAD, _LEAST = 8, 16, 72


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files on this machine among what is dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropCue(QObject):
    """Watches what is dragged over one widget. What to do with it stays the widget's own.

    words: what would be done with files, empty where they aren't taken: they are refused then, and nothing shows.
    area: where the cue lies, the widget itself where none is named.
    """

    def __init__(self, host: QWidget, words: Callable[[QMimeData], str], area: QWidget | None = None) -> None:
        super().__init__(host)
        self._words = words
        self.sheet = _CueSheet(area or host)
        host.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if not dropped_files(event.mimeData()):
                return False
            words = self._words(event.mimeData())
            if not words:
                event.ignore()
                return True
            self.sheet.show_words(words)
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop, QEvent.Type.Hide):
            self.sheet.hide()
        return False


class _CueSheet(QWidget):
    """Lies over a widget and lets everything through."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self.hide()

    def show_words(self, words: str) -> None:
        self.words = words
        area = self.parentWidget()
        if area:
            self.setGeometry(area.rect())
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme(application())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = self.height() < _LEAST
        inset = 1 if small else _INSET
        veil = theme.colour("accent")
        veil.setAlpha(20)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(veil)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        if not small:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme(application())
        painter.setFont(font("strong"))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(self.words) + 2 * _PAD, self.width() - 4 * _INSET)
        height = metrics.height() + _PAD
        pill = QRectF((self.width() - width) / 2, min(self.height() / 3, self.height() - 2 * height), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent.fill"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour("accent.on"))
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideMiddle, round(width - 2 * _PAD) + 1)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
