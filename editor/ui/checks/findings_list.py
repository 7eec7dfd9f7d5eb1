"""The list of findings; the open one is a card laid over its row, which keeps what is typed when rows change."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from editor.checks.finding import Finding
from editor.checks.waivers import WaiverScope
from editor.model.language import tr
from editor.ui.checks.card import FindingCard
from editor.ui.checks.delegate import FindingsDelegate
from editor.ui.checks.model import FindingsModel
from editor.ui.checks.rows import FindingRow, FoldRow, Row
from editor.ui.theme.apply import set_style

_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NONE = -1


class FindingsList(QListView):
    """Click or Enter opens a finding, Escape closes it. closed: no finding is open any more.

    last_reason: what the waiver before was given for.
    """

    finding_opened = Signal(Finding)
    fix_wanted = Signal(Finding)
    kind_wanted = Signal(Finding)
    waive_wanted = Signal(Finding, str, WaiverScope)
    waiver_dropped = Signal(object)
    lasting_wanted = Signal()
    fold_toggled = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("检查结果"))
        self._findings = FindingsModel(self)
        self._card: FindingCard | None = None
        self._resume = 0
        self.last_reason = ""
        self.setModel(self._findings)
        self.setItemDelegate(
            FindingsDelegate(self, lambda: self._card.fit(self.viewport().width()) if self._card else 0)
        )
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_style(self, ground="sidebar")
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the open finding stays open, and the list where it is, while it is among them."""
        if rows == self._findings.rows:
            return
        scrolled = self.verticalScrollBar().value()
        opened = self._findings.opened
        place = rows.index(opened) if opened in rows else _NONE
        if place == _NONE and self._card:
            self._drop_card()
            self.closed.emit()
        self._findings.show_rows(rows, place)
        self._lay_out()
        self.verticalScrollBar().setValue(scrolled)

    def open_finding(self, finding: Finding) -> None:
        """Open a finding without announcing it; nothing happens where the list does not show it."""
        for place in self._findings.standing():
            row = self._findings.rows[place]
            if isinstance(row, FindingRow) and row.finding == finding:
                self._open(place)

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) finding that stands and announce it; at the end nothing happens."""
        places = self._findings.standing()
        here = self._findings.open_row
        # after a fix the list has closed up: the next one stands where the last one was
        resumed = self._resume if by > 0 else self._resume - 1
        at = places.index(here) + by if here in places else resumed
        if 0 <= at < len(places):
            self.finding_opened.emit(self._open(places[at]))

    @property
    def opened(self) -> Finding | None:
        """The open finding that stands, None for none."""
        row = self._findings.opened
        return row.finding if row and row.waived is None else None

    def begin_waiving(self) -> None:
        """Ask in the open card why its finding may stand."""
        if self._card:
            self._card.begin_waiving()

    def close_card(self) -> None:
        """Close the open finding; the keyboard goes back to its row."""
        place = self._findings.open_row
        self._drop_card()
        self._findings.open_at(_NONE)
        self._lay_out()
        self.setCurrentIndex(self._findings.index(place, 0))
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _OPENING:
            self._on_clicked(self.currentIndex())
        elif key == Qt.Key.Key_Escape and self._card:
            self.close_card()
        elif key in _MOVES:
            place = self._findings.beside(self.currentIndex().row(), _MOVES[key])
            if place != _NONE:
                self.setCurrentIndex(self._findings.index(place, 0))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_card()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._card:
            self._open(self._findings.open_row)

    def _open(self, place: int) -> Finding:
        row = self._findings.rows[place]
        assert isinstance(row, FindingRow), "only findings open"  # noqa: S101
        self._drop_card()
        self._card = self._make_card(row)
        self._card.follow(self)
        self._findings.open_at(place)
        self._lay_out()
        self._card.show()
        index = self._findings.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._place_card()
        return row.finding

    def _make_card(self, row: FindingRow) -> FindingCard:
        finding = row.finding
        kind = sum(isinstance(one, FindingRow) and one.is_fixable_as(finding) for one in self._findings.rows)
        card = FindingCard(row, self.viewport(), kind=kind, reason=self.last_reason)
        card.fix_wanted.connect(lambda: self.fix_wanted.emit(finding))
        card.kind_wanted.connect(lambda: self.kind_wanted.emit(finding))
        card.waive_wanted.connect(lambda reason, scope: self._on_waive_wanted(finding, reason, scope))
        card.waiver_dropped.connect(lambda: self.waiver_dropped.emit(row.waived))
        card.lasting_wanted.connect(self.lasting_wanted)
        card.stepped.connect(self.step)
        card.closed.connect(self.close_card)
        card.resized.connect(self._on_card_resized)
        return card

    def _on_card_resized(self) -> None:
        self._lay_out()
        # what is asked now would be below the edge
        self.scrollTo(self._findings.index(self._findings.open_row, 0))
        self._place_card()

    def _on_waive_wanted(self, finding: Finding, reason: str, scope: WaiverScope) -> None:
        self.last_reason = reason
        self.waive_wanted.emit(finding, reason, scope)

    def _drop_card(self) -> None:
        if self._card is None:
            return
        places = self._findings.standing()
        if self._findings.open_row in places:
            self._resume = places.index(self._findings.open_row)
        focus = QApplication.focusWidget()
        if focus and self._card.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        # it may be the sender of the signal being served
        self._card.hide()
        self._card.deleteLater()
        self._card = None

    def _lay_out(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place_card()

    def _place_card(self) -> None:
        if self._card:
            place = self.visualRect(self._findings.index(self._findings.open_row, 0))
            self._card.setGeometry(QRect(0, place.top(), self.viewport().width(), place.height()))

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._findings.rows[index.row()] if index.isValid() else None
        if isinstance(row, FoldRow):
            self.fold_toggled.emit()
        elif isinstance(row, FindingRow) and index.row() != self._findings.open_row:
            self.finding_opened.emit(self._open(index.row()))
