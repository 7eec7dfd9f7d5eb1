"""Words offered below a field. A child of the window, never a popup: popups do not get the input method."""

import functools
from collections.abc import Callable, Mapping
from threading import Thread

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView

from editor.model.language import tr
from editor.text.pinyin import prepare
from editor.text.seeking import Spans, matches
from editor.ui.kit.offer_delegate import DETAIL_ROLE, SPANS_ROLE, OfferDelegate
from editor.ui.theme.apply import set_style

_MOST, _ROW = 8, 32
_Found = tuple[str, Spans, str]
Aliases = Callable[[], Mapping[str, tuple[str, ...]]]


class Completion(QObject):
    """Offers words to one field by characters, pinyin or initials; words are asked for when they are wanted.

    chosen is called with a word that was picked. detail: what tells a word from others; aliases: by which a word is
    found too. Down opens the list with nothing typed.
    """

    def __init__(
        self,
        field: QLineEdit,
        words: Callable[[], tuple[str, ...]],
        chosen: Callable[[str], None],
        *,
        detail: Callable[[str], str] | None = None,
        aliases: Aliases = dict,
    ) -> None:
        super().__init__(field)
        self._field, self._words, self._chosen, self._detail, self._aliases = field, words, chosen, detail, aliases
        self._model = QStandardItemModel(self)
        self._list: QListView | None = None
        field.textEdited.connect(lambda _text: self._offer())
        field.installEventFilter(self)

    @property
    def offered(self) -> list[str]:
        """The words on offer, none while the list is hidden."""
        shown = bool(self._list and self._list.isVisible())
        return [self._model.item(row).text() for row in range(self._model.rowCount())] if shown else []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            prepare_pinyin()
        if event.type() == QEvent.Type.FocusOut:
            self._hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), bool(self.offered)
        if key == Qt.Key.Key_Down and not shown and not event.modifiers():
            self._offer(everything=True)
        elif shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif shown and key == Qt.Key.Key_Escape:
            self._hide()
        elif shown and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and self._row() >= 0:
            self._pick(self._row())
            return key != Qt.Key.Key_Tab
        else:
            return False
        return True

    def _offer(self, *, everything: bool = False) -> None:
        typed = "" if everything else self._field.text().strip()
        found = self._found(typed) if typed or everything else []
        if not found:
            self._hide()
            return
        self._model.clear()
        for one in found:
            self._model.appendRow(self._item(*one))
        self._show(min(len(found), _MOST))

    def _found(self, typed: str) -> list[_Found]:
        """Return the words that have what was typed, those that begin with it first, and by which alias if by one."""
        words = (word for word in self._words() if word != self._field.text())
        if not typed:
            return [(word, (), "") for word in words]
        aliases = self._aliases()
        found = (_met(typed, word, aliases.get(word, ())) for word in words)
        return sorted(filter(None, found), key=lambda one: not one[1] or one[1][0][0] > 0)

    def _item(self, word: str, spans: Spans, alias: str) -> QStandardItem:
        item = QStandardItem(word)
        item.setData(spans, SPANS_ROLE)
        item.setData(alias or (self._detail(word) if self._detail else ""), DETAIL_ROLE)
        return item

    def _show(self, rows: int) -> None:
        shown = self._list or self._made()
        self._list = shown
        corner = self._field.mapTo(self._field.window(), QPoint(0, self._field.height() + 2))
        shown.setGeometry(corner.x(), corner.y(), max(220, self._field.width()), rows * _ROW + 10)
        shown.clearSelection()
        shown.setCurrentIndex(self._model.index(-1, 0))
        shown.show()
        shown.raise_()

    def _made(self) -> QListView:
        made = QListView(self._field.window())
        made.setModel(self._model)
        made.setItemDelegate(OfferDelegate(made))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(tr("可选的词"))
        set_style(made, kind="offer")
        made.clicked.connect(lambda index: self._pick(index.row()))
        return made

    def _step(self, by: int) -> None:
        if self._list:
            row = max(0, min(self._model.rowCount() - 1, self._row() + by))
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _row(self) -> int:
        return self._list.currentIndex().row() if self._list else -1

    def _pick(self, row: int) -> None:
        word = self._model.item(row).text()
        self._hide()
        self._chosen(word)

    def _hide(self) -> None:
        if self._list:
            self._list.hide()


@functools.cache
def prepare_pinyin() -> None:
    """Read the tables while the first field is being written in; no daemon, since it may be at it when all ends."""
    Thread(target=prepare, name="pinyin").start()


def _met(typed: str, word: str, aliases: tuple[str, ...]) -> _Found | None:
    """Return a word that has what was typed, itself or by an alias."""
    spans = matches(typed, word)
    if spans:
        return word, spans, ""
    alias = next((one for one in aliases if matches(typed, one)), "")
    return (word, (), alias) if alias else None
