"""The strip of small pages beside the pages."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.model.language import tr
from editor.pages.reports import PagesSet, PictureMade
from editor.ui.kit.widgets import application
from editor.ui.pages.paint import paint_paper
from editor.ui.pages.pictures import PagePictures
from editor.ui.pages.words import sheet_name
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.fonts import font

_WIDTH, _PAGE, _CAPTION, _GAP = 88, 60, 22, 10
_POINTS_PER_INCH = 72
_Index = QModelIndex | QPersistentModelIndex


class PageStrip(QListView):
    """Small pages with their folios; only those in view are drawn. sheet_chosen: by the user, from 1."""

    wanted = Signal(tuple, float)
    sheet_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("缩略图"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDTH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        set_style(self, ground="sunken")
        self._pages, self._pictures = _Pages(self), PagePictures()
        self._asked: tuple[tuple[int, ...], float] = ((), 0.0)
        self.setModel(self._pages)
        self.setItemDelegate(_SmallPage(self._pictures, self))
        self.clicked.connect(lambda index: self.sheet_chosen.emit(index.row() + 1))
        self.verticalScrollBar().valueChanged.connect(self._look)

    def show_pages(self, edition: PagesSet | None) -> None:
        """Show an edition's pages, None for none; pictures stay until newer ones are there."""
        sheet = self.currentIndex().row() + 1
        if edition is None:
            self._pictures.keep_only(range(0))
        self._pages.show(edition)
        self.show_sheet(sheet)
        self._look()

    def show_picture(self, report: PictureMade) -> None:
        """Take in a small page's pixels."""
        self._pictures.keep(report)
        self.viewport().update()

    def show_sheet(self, sheet: int) -> None:
        """Mark the sheet that is in view beside the strip. sheet: from 1."""
        index = self._pages.index(sheet - 1, 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.sheet_chosen.emit(self.currentIndex().row() + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_sheet(self.currentIndex().row() + 1)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ask(())

    # inside

    def _look(self) -> None:
        """Ask for the pictures of what is seen."""
        height = self._pages.height + _CAPTION + _GAP
        first = self.verticalScrollBar().value() // height
        last = (self.verticalScrollBar().value() + self.viewport().height()) // height
        if self.isVisible():
            self._ask(tuple(range(first + 1, min(last + 1, self._pages.rowCount()) + 1)))

    def _ask(self, sheets: tuple[int, ...]) -> None:
        asked = (sheets, self._pages.resolution * self.devicePixelRatioF())
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(*asked)


class _Pages(QAbstractListModel):
    """One row a sheet. height: of a small page in px; resolution: pixels an inch at which it is that high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.height, self.resolution = round(_PAGE * 1.414), 7.7

    def show(self, edition: PagesSet | None) -> None:
        names = () if edition is None else tuple(sheet_name(edition.facts, at + 1) for at in range(len(edition.sizes)))
        if edition and edition.sizes:
            width, height = edition.sizes[0]
            self.height, self.resolution = round(_PAGE * height / width), _PAGE / width * _POINTS_PER_INCH
        if names != self._names:
            self.beginResetModel()
            self._names = names
            self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(_PAGE, self.height + _CAPTION + _GAP)
        return None


class _SmallPage(QStyledItemDelegate):
    def __init__(self, pictures: PagePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current_theme(application())
        rect: QRectF = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paper = QRectF(rect.center().x() - _PAGE / 2, rect.top() + _GAP, _PAGE, rect.height() - _GAP - _CAPTION)
        paper = QRectF(paper.toRect())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_paper(painter, paper, self._pictures.pixmap(index.row() + 1), theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(paper.adjusted(-3, -3, 3, 3), 3, 3)
        painter.setFont(font("small"))
        painter.setPen(theme.colour("accent" if chosen else "text2"))
        below = QRectF(rect.left(), paper.bottom() + 3, rect.width(), _CAPTION - 3)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()
