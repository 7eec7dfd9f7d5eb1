"""The tags as a tree: dragged or stepped to another parent, renamed in place."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from editor.model.language import tr
from editor.model.registers import Registers, Tag
from editor.text.pinyin import sort_key
from editor.ui.kit.widgets import application
from editor.ui.registers.cells import CellDelegate
from editor.ui.theme.apply import current_theme

_UID = Qt.ItemDataRole.UserRole
# said, since Qt would ask which keys are held
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_COUNT_WIDTH = 72


class TagTree(QTreeWidget):
    """moved: tags (uids) under another parent, empty for the root. written: a tag got another name."""

    moved = Signal(tuple, str)
    written = Signal(str, str)
    chosen_changed = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("标签"))
        self.writable, self._filling = True, False
        self._names: dict[str, str] = {}
        self._registers = Registers()
        self._folded: set[str] = set()
        self.setColumnCount(2)
        self.setHeaderLabels([tr("标签"), tr("文章")])
        self.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.header().setStretchLastSection(False)
        self.header().setSectionsClickable(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(1, _COUNT_WIDTH)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setItemDelegate(CellDelegate(self, lambda column: self.writable and column == 0))
        self.itemChanged.connect(self._on_item_changed)
        self.itemSelectionChanged.connect(self.chosen_changed)
        self.itemCollapsed.connect(lambda item: self._folded.add(item.data(0, _UID)))
        self.itemExpanded.connect(lambda item: self._folded.discard(item.data(0, _UID)))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The identities of the selected tags; the one chosen last stands last."""
        current = self.currentItem()
        items = sorted(self.selectedItems(), key=lambda item: item is current)
        return tuple(item.data(0, _UID) for item in items)

    @property
    def lines(self) -> tuple[str, ...]:
        """The tags as shown, two blanks a level, with their counts."""
        return tuple(
            f"{'  ' * depth}{item.text(0)} {item.text(1)}" for item, depth in self._items(self.invisibleRootItem(), 0)
        )

    def show_tags(self, registers: Registers, wanted: frozenset[str], counts: Mapping[str, int]) -> None:
        """Show the tags wanted (uids), with those above them. counts: articles by name."""
        chosen = self.chosen
        self._filling, self._registers = True, registers
        self._names = {tag.uid: tag.name for tag in registers.tags}
        self.clear()
        self._fill(self.invisibleRootItem(), registers.children(""), _with_parents(registers, wanted), counts)
        for item, _ in self._items(self.invisibleRootItem(), 0):
            item.setExpanded(item.data(0, _UID) not in self._folded)
        self._filling = False
        for uid in chosen:
            self.choose(uid, keep=True)
        first = self.topLevelItem(0)
        if not self.chosen and first:
            self.setCurrentItem(first, 0, _ALONE)
        self.chosen_changed.emit()

    def choose(self, uid: str, *, keep: bool = False) -> None:
        """Make a tag the current one. keep: others stay selected."""
        item = self._item(uid)
        if item is None:
            return
        if not keep:
            self.clearSelection()
        selected = self.selectedItems()
        self.setCurrentItem(item, 0, _ALONE)
        for one in selected:
            one.setSelected(True)
        self.scrollToItem(item)

    def edit_chosen(self) -> None:
        """Let the user write the current tag's name."""
        item = self.currentItem()
        if item and self.writable:
            self.editItem(item, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_wanted.emit()
        elif control and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._step(inward=event.key() == Qt.Key.Key_Right)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit_chosen()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the chosen tags were dropped; they stay where they are until new ones are shown."""
        target, chosen = self.itemAt(event.position().toPoint()), self._chosen_tops()
        parent = ""
        if target is not None:
            on = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.OnItem
            above = target if on else target.parent()
            parent = above.data(0, _UID) if above else ""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        # the view's own drag has to end before rows change
        QTimer.singleShot(0, self, lambda: self.moved.emit(chosen, parent))

    def _step(self, *, inward: bool) -> None:
        """Tell that the current tag goes below the one above it, or out of its parent."""
        item = self.currentItem()
        if item is None or not self.writable:
            return
        siblings = item.parent() or self.invisibleRootItem()
        before = siblings.child(siblings.indexOfChild(item) - 1)
        parent = item.parent()
        if inward and before:
            self.moved.emit((item.data(0, _UID),), before.data(0, _UID))
        elif not inward and parent:
            above = parent.parent()
            self.moved.emit((item.data(0, _UID),), above.data(0, _UID) if above else "")

    def _fill(
        self, parent: QTreeWidgetItem, tags: Sequence[Tag], wanted: frozenset[str], counts: Mapping[str, int]
    ) -> None:
        for tag in sorted((tag for tag in tags if tag.uid in wanted), key=lambda tag: sort_key(tag.name)):
            item = QTreeWidgetItem(parent)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
            item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled)
            item.setData(0, _UID, tag.uid)
            item.setText(0, tag.name)
            many = counts.get(tag.name, 0)
            item.setText(1, tr("{n} 篇", n=many) if many else "—")
            item.setForeground(1, current_theme(application()).colour("text3"))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._fill(item, self._registers.children(tag.uid), wanted, counts)

    def _items(self, parent: QTreeWidgetItem, depth: int) -> Iterator[tuple[QTreeWidgetItem, int]]:
        for child in filter(None, map(parent.child, range(parent.childCount()))):
            yield child, depth
            yield from self._items(child, depth + 1)

    def _item(self, uid: str) -> QTreeWidgetItem | None:
        items = (item for item, _ in self._items(self.invisibleRootItem(), 0))
        return next((item for item in items if item.data(0, _UID) == uid), None)

    def _chosen_tops(self) -> tuple[str, ...]:
        """Return the chosen tags without those that go with a chosen one above them."""
        chosen = frozenset(self.chosen)
        below = {tag.uid for uid in chosen for tag in self._registers.below(uid)}
        return tuple(uid for uid in self.chosen if uid not in below)

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        uid, text = item.data(0, _UID), item.text(0)
        if not self._filling and column == 0 and text != self._names.get(uid, text):
            # once the editor that wrote it has gone: the owner shows new tags
            QTimer.singleShot(0, self, lambda: self.written.emit(uid, text))


def _with_parents(registers: Registers, wanted: frozenset[str]) -> frozenset[str]:
    parents = {tag.uid: tag.parent for tag in registers.tags}
    shown = set(wanted)
    for uid in wanted:
        above = parents[uid]
        while above and above not in shown:
            shown.add(above)
            above = parents[above]
    return frozenset(shown)
