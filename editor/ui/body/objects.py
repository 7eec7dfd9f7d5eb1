"""Figures and tables of a body: their values, and how Qt asks for their size and looks."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPyTextObject, QTextDocument, QTextFormat

from editor.model.block_kinds import ObjectBlock, is_object, pictures_of
from editor.model.body import Block
from editor.model.picture import Picture
from editor.ui.body.drawings import Drawing, ObjectLook, block_size, drawing_of
from editor.ui.body.shapes import OBJECT
from editor.ui.body.text_places import PLAIN, ObjectState, WordMark
from editor.ui.theme.tokens import Theme

_WIDEST = 1200


class BodyObjects(QPyTextObject):
    """The handler of one document. Values are looked up by identity; the document holds the identity only.

    places: where each was drawn last; theme and measure (px): in which the body is shown; states: of those that are
    not shown plainly; words: of them that are marked; tried: what is drawn in place of a value that is being changed,
    and is no value yet.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.values: dict[str, ObjectBlock] = {}
        self.places: dict[str, QRectF] = {}
        self.states: dict[str, ObjectState] = {}
        self.words: dict[str, tuple[ObjectBlock, tuple[WordMark, ...]]] = {}
        self.tried: dict[str, ObjectBlock] = {}
        self.theme, self.measure = theme, 0
        self._pictures: Mapping[str, bytes] = {}
        self._images: dict[str, QImage | None] = {}
        self._drawn: dict[str, tuple[ObjectBlock, Drawing]] = {}

    def set_looks(self, pictures: Mapping[str, bytes], theme: Theme, measure: int) -> None:
        """Draw from now on with these. measure: px."""
        if (theme.name, measure) != (self.theme.name, self.measure) or pictures is not self._pictures:
            self._drawn = {}
        missing = [digest for digest, image in self._images.items() if image is None and digest in pictures]
        for digest in missing:
            del self._images[digest]
        self._pictures, self.theme, self.measure = pictures, theme, measure

    def keep(self, blocks: tuple[Block, ...]) -> None:
        """Know the figures and tables among these blocks; older ones stay known, for undo and paste."""
        self.values |= {block.uid: block for block in blocks if is_object(block)}

    def at(self, point: QPointF, blocks: tuple[Block, ...]) -> str:
        """Return the uid of the figure or table of these blocks that is drawn at a point, empty for none."""
        present = {block.uid for block in blocks}
        return next((uid for uid, rect in self.places.items() if rect.contains(point) and uid in present), "")

    def intrinsicSize(self, _document: QTextDocument, _position: int, shape: QTextFormat) -> QSizeF:
        drawing = self.drawing(shape.stringProperty(OBJECT))
        return block_size(drawing, self.measure) if drawing else QSizeF(self.measure - 1, 8)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _document: QTextDocument, _position: int, shape: QTextFormat
    ) -> None:
        uid = shape.stringProperty(OBJECT)
        self.places[uid] = QRectF(rect)
        if uid not in self.states:
            # what is chosen is painted above Qt's veil
            self.paint(painter, uid)

    def paint(self, painter: QPainter, uid: str) -> None:
        """Paint a figure or table where it was drawn last."""
        drawing = self.drawing(uid)
        if drawing:
            painter.save()
            try:
                value, words = self.words.get(uid, (None, ()))
                state = self.states.get(uid, PLAIN)
                # of a text that is another one by now the places are no longer true
                shown = replace(state, words=words) if value is self.values.get(uid) else state
                drawing.paint(painter, self.places[uid].topLeft(), shown)
            finally:
                painter.restore()

    def drawing(self, uid: str) -> Drawing | None:
        """Return what is drawn of a figure or table, None for one that is not known."""
        value = self.tried.get(uid) or self.values.get(uid)
        if value is None:
            return None
        kept = self._drawn.get(uid)
        if kept is None or kept[0] is not value:
            image = next(map(self._image, pictures_of(value)), None)
            look, before = ObjectLook(self.theme, self.measure), kept[1] if kept else None
            kept = (value, drawing_of(value, image, look, before, still=uid in self.tried))
            self._drawn[uid] = kept
        return kept[1]

    def _image(self, picture: Picture) -> QImage | None:
        digest = picture.sha256
        if digest not in self._images:
            image = QImage.fromData(self._pictures.get(digest, b""))
            wide = image.width() > _WIDEST
            shown = image.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation) if wide else image
            self._images[digest] = None if image.isNull() else shown
        return self._images[digest]
