"""Which articles the cover names under its headline: ticked in a list, in the order in which they stand there."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.model.language import tr
from editor.ui.credits.tools import link_button
from editor.ui.kit.widgets import application, label
from editor.ui.theme.apply import current_theme, set_style

_MOST_ROWS = 9
_CHECKED, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_UID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article that the cover could name."""

    uid: str
    title: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverListShown:
    """What the list shows. articles: of the issue; named: uids of those on the cover, in order; fits: how many print.

    own: chosen by the editor, not by the sections.
    """

    articles: tuple[ListedArticle, ...]
    named: tuple[str, ...]
    fits: int
    own: bool


class CoverListForm(QWidget):
    """Shows the choice. chosen: uids in order, None for what the sections give."""

    chosen = Signal(object)
    _toggled = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CoverListShown | None = None
        self._writable = False
        self.list, self.note = _ArticleList(), label(role="small", ink="text2")
        self.back = link_button(tr("照栏目自动排"))
        self.back.setToolTip(tr("其余各栏目的第一篇，最多四篇"))
        self._build()
        self.list.itemChanged.connect(self._on_changed)
        # the rows are shown anew in answer, and the view is still at work with them while it tells
        self._toggled.connect(self._on_toggled, Qt.ConnectionType.QueuedConnection)
        self.list.model().rowsMoved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        self.list.stepped.connect(self._on_stepped)
        self.back.clicked.connect(lambda: self.chosen.emit(None))

    def show_list(self, shown: CoverListShown, *, writable: bool) -> None:
        """Show the articles: those on the cover first, then the others as they stand in the issue."""
        self._shown, self._writable = shown, writable
        rows = _rows(shown)
        if [row.uid for row in rows] != list(self.list.uids()):
            self._fill(rows)
        self.list.setDragEnabled(writable)
        for at, row in enumerate(rows):
            self._show_row(self.list.item(at), row, at)
        self._show_note(shown)
        self.back.setVisible(writable and shown.own)

    def _build(self) -> None:
        self.note.setWordWrap(True)
        frame = QFrame()
        set_style(frame, ground="card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.list)
        head = QHBoxLayout()
        head.addWidget(label(tr("导读"), role="head"))
        head.addStretch()
        head.addWidget(self.back)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(6)
        stack.addLayout(head)
        stack.addWidget(frame)
        stack.addWidget(self.note)

    def _fill(self, rows: tuple[ListedArticle, ...]) -> None:
        current = self.list.current_uid()
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(_UID, row.uid)
            item.setCheckState(_CHECKED if self._shown and row.uid in self._shown.named else _OFF)
            self.list.addItem(item)
        self.list.choose(current)
        self.list.fit(_MOST_ROWS)

    def _show_row(self, item: QListWidgetItem, row: ListedArticle, at: int) -> None:
        shown = self._shown
        named = bool(shown and row.uid in shown.named)
        # first, so that no change below shows a tick that differs from what is shown
        item.setCheckState(_CHECKED if named else _OFF)
        left_out = bool(shown and named and at >= shown.fits)
        words = tr("{title}（{section}）", title=row.title, section=row.section)
        item.setText(tr("{words} · 放不下", words=words) if left_out else words)
        item.setToolTip(words)
        item.setForeground(current_theme(application()).colour("text2" if left_out else "text"))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._writable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
        item.setFlags(flags)

    def _show_note(self, shown: CoverListShown) -> None:
        if not shown.articles:
            self.note.setText(tr("有了文章，就在这里选头条下面印哪几篇"))
            return
        left = len(shown.named) - shown.fits
        how = tr("勾选要印的，拖动或按 Ctrl+↑、Ctrl+↓ 排次序")
        room = (
            tr("封面放得下 {n} 条，后面 {left} 条不印", n=shown.fits, left=left)
            if left > 0
            else tr("封面印 {n} 条", n=shown.fits)
        )
        self.note.setText(tr("{room} · {how}", room=room, how=how) if self._writable else room)

    # what was done

    def _on_changed(self, item: QListWidgetItem) -> None:
        """Tell a tick of the user's from one that was shown: the latter agrees with what is shown."""
        uid, ticked = str(item.data(_UID)), item.checkState() is _CHECKED
        if self._shown and ticked != (uid in self._shown.named):
            self._toggled.emit(uid, ticked)

    def _on_toggled(self, uid: str, ticked: bool) -> None:  # noqa: FBT001 - a slot's
        others = tuple(one for one in (self._shown.named if self._shown else ()) if one != uid)
        self._tell((*others, uid) if ticked else others)

    def _on_moved(self, _parent: QModelIndex, first: int, _last: int, _to: QModelIndex, row: int) -> None:
        """Take the order after a drag; an article dragged between those on the cover joins them."""
        at = row - 1 if row > first else row
        ticked, uids = self.list.ticked(), self.list.uids()
        last = max((uids.index(uid) for uid in ticked), default=-1)
        joined = {*ticked, uids[at]} if at < last else set(ticked)
        named = tuple(uid for uid in uids if uid in joined)
        self._tell(named)
        if self._shown and self._shown.named == named:
            self.show_list(self._shown, writable=self._writable)

    def _on_stepped(self, by: int) -> None:
        uid, named = self.list.current_uid(), list(self.list.ticked())
        if self._writable and uid in named and 0 <= named.index(uid) + by < len(named):
            at = named.index(uid)
            named[at], named[at + by] = named[at + by], named[at]
            self._tell(tuple(named))

    def _tell(self, named: tuple[str, ...]) -> None:
        if self._shown and named != self._shown.named:
            self.chosen.emit(named)


class _ArticleList(QListWidget):
    """stepped: the row with the keyboard is to go up (-1) or down (1)."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("导读的文章"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def uids(self) -> tuple[str, ...]:
        """Return the uids of all rows as they stand."""
        return tuple(self.item(row).data(_UID) for row in range(self.count()))

    def ticked(self) -> tuple[str, ...]:
        """Return the uids of the ticked rows as they stand."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_UID) for item in items if item.checkState() is _CHECKED)

    def current_uid(self) -> str:
        """Return the uid of the row with the keyboard, empty for none."""
        item = self.currentItem()
        return str(item.data(_UID)) if item else ""

    def choose(self, uid: str) -> None:
        """Put the keyboard on a row; on the first where there is none of that uid."""
        rows = self.uids()
        self.setCurrentRow(rows.index(uid) if uid in rows else 0)

    def fit(self, most: int) -> None:
        """Be as high as the rows, at most so many."""
        row = max(1, self.sizeHintForRow(0))
        self.setFixedHeight(max(1, min(most, self.count())) * row)

    def event(self, event: QEvent) -> bool:
        # in the outline these keys move articles of the issue
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _step(event)
        if by:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> int:
    """Return -1 for Ctrl+Up, 1 for Ctrl+Down, else 0."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return 0
    return -1 if event.key() == Qt.Key.Key_Up else 1 if event.key() == Qt.Key.Key_Down else 0


def _rows(shown: CoverListShown) -> tuple[ListedArticle, ...]:
    by_uid = {one.uid: one for one in shown.articles}
    named = [by_uid[uid] for uid in shown.named if uid in by_uid]
    return (*named, *(one for one in shown.articles if one.uid not in shown.named))
