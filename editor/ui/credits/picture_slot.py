"""A small picture that can be chosen, dropped, pasted and taken away."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from editor.model.language import tr
from editor.model.picture import Picture
from editor.ui.body.clipboard import clipboard_data
from editor.ui.credits.services import Services
from editor.ui.kit.drop_cue import DropCue
from editor.ui.kit.drop_words import picture_words


class PictureSlot(QPushButton):
    """Shows a picture, or says what to do. chosen: another one, None for none."""

    chosen = Signal(object)

    def __init__(self, words: str, services: Services, *, side: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._services, self._side = words, services, side
        self._picture: Picture | None = None
        self.setProperty("small", "true")
        self.setAcceptDrops(True)
        DropCue(self, picture_words)
        self.setAutoDefault(True)
        self.clicked.connect(self._on_clicked)

    def show_picture(self, picture: Picture | None, pictures: Mapping[str, bytes], *, writable: bool) -> None:
        """Show a picture of these bytes, by sha256."""
        self._picture = picture
        self.setEnabled(writable)
        image = QImage.fromData(pictures.get(picture.sha256, b"")) if picture else QImage()
        self.setIcon(QIcon(_fitted(image, self._side)) if not image.isNull() else QIcon())
        self.setIconSize(QSize(self._side, self._side))
        self.setText(
            "" if not image.isNull() else tr("图片缺失，重新放入…") if picture else tr("放{words}…", words=self._words)
        )
        self.setAccessibleName(
            tr("{words}，{more}", words=self._words, more=tr("换或去掉") if picture else tr("还没有，按下选择"))
        )
        self.setToolTip(
            tr("{words}\n选文件，拖进来，或复制后按 Ctrl+V", words=self._words)
            + (tr("；Delete 去掉") if picture else "")
        )

    @property
    def takes_pictures(self) -> bool:
        """Whether a picture may be put in here now."""
        return self.isVisible() and self.isEnabled()

    def sizeHint(self) -> QSize:
        if self.icon().isNull():
            return super().sizeHint()
        return QSize(self._side + 10, self._side + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(clipboard_data())
        elif event.key() == Qt.Key.Key_Delete and self._picture:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(event.mimeData())

    def take(self, data: QMimeData) -> None:
        """Take the picture that was dropped or pasted."""
        picture = self._services.take_picture(data)
        if picture:
            self.chosen.emit(picture)

    def _on_clicked(self) -> None:
        if self._picture is None:
            self._choose()
            return
        menu = QMenu(self)
        menu.addAction(tr("换图片…"), self._choose)
        menu.addAction(tr("粘贴图片\tCtrl+V"), lambda: self.take(clipboard_data()))
        menu.addAction(tr("去掉图片\tDelete"), lambda: self.chosen.emit(None))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self) -> None:
        picture = self._services.choose_picture()
        if picture:
            self.chosen.emit(picture)


def is_picture(data: QMimeData) -> bool:
    """Return whether what is dragged may be a picture."""
    return data.hasUrls() or data.hasImage()


def _fitted(image: QImage, side: int) -> QPixmap:
    """Return an image no larger than a square, sharp on screens of twice the pixels."""
    ratio = 2
    scaled = image.scaled(
        QSize(side, side) * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    scaled.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(scaled)
