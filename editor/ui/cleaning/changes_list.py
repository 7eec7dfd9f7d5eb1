"""What cleaning would change: the rules with their changes, each ticked or not."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from editor.desk.cleaning import Choice, IssueCleaning
from editor.model.language import tr
from editor.text.cleaning import RULES, Change, PieceKind
from editor.ui.kit.row_drawing import Index, RowDrawing, room_of_text
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme

_CHANGE, _CHOICE, _TRAIL, _WHY = (Qt.ItemDataRole.UserRole + place for place in range(4))
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
# rules with more changes than this begin closed, so that all rules are seen
_OPEN = 12
_SIGNS = str.maketrans({" ": "␣", "\u3000": "␣␣", "\u00a0": "␣", "\n": "⏎", "\t": "⇥"})


class ChangesList(QTreeWidget):
    """Two levels: rules, in the order in which they are applied, and their changes. A rule's box ticks all of them."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_ChangeDelegate(self))
        self.setAccessibleName(tr("会改的地方"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item: self.ticks_changed.emit())

    def show_changes(self, cleaning: IssueCleaning) -> None:
        """List what would change, all of it ticked; titles of articles stand beside where there are several."""
        titles = {one.article.uid: one.article.title.text.strip() or tr("（无标题）") for one in cleaning.plans}
        by_rule: dict[str, list[tuple[Choice, Change]]] = {}
        for choice, change in cleaning.changes():
            by_rule.setdefault(change.rule, []).append((choice, change))
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        self.clear()
        for rule in RULES:
            found = by_rule.get(rule.id)
            if found:
                top = _top(rule.name, rule.why, len(found))
                top.addChildren([_row(*one, titles if len(titles) > 1 else {}) for one in found])
                self.addTopLevelItem(top)
                top.setExpanded(len(found) <= _OPEN)
        self.blockSignals(False)  # noqa: FBT003 - Qt's
        self.ticks_changed.emit()

    @property
    def rows(self) -> tuple[QTreeWidgetItem, ...]:
        """The changes as rows."""
        tops = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        found = (top.child(place) for top in tops if top for place in range(top.childCount()))
        return tuple(row for row in found if row)

    @property
    def chosen(self) -> frozenset[Choice]:
        """What is ticked."""
        return frozenset(row.data(0, _CHOICE) for row in self.rows if row.checkState(0) == _ON)

    def tick_all(self, *, on: bool) -> None:
        """Tick every change, or none."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        for row in self.rows:
            row.setCheckState(0, _ON if on else _OFF)
        self.blockSignals(False)  # noqa: FBT003 - Qt's
        self.viewport().update()
        self.ticks_changed.emit()


def _top(name: str, why: str, many: int) -> QTreeWidgetItem:
    made = QTreeWidgetItem([name])
    made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
    made.setData(0, _TRAIL, tr("{n} 处", n=many))
    made.setData(0, _WHY, why)
    made.setToolTip(0, why)
    return made


def _row(choice: Choice, change: Change, titles: dict[str, str]) -> QTreeWidgetItem:
    made = QTreeWidgetItem([_said(change)])
    made.setFlags(made.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(0, _ON)
    made.setData(0, _CHANGE, change)
    made.setData(0, _CHOICE, choice)
    made.setData(0, _TRAIL, _cut(titles.get(change.article, "")))
    return made


def _said(change: Change) -> str:
    """Return a change in words, for those who do not see its colours."""
    notes = [one.text for one in change.pieces if one.kind is PieceKind.NOTE]
    return tr(
        "{before} 改为 {after}", before=change.before, after=" ".join((change.after, *notes)).strip() or tr("删去")
    )


def _cut(title: str, longest: int = 12) -> str:
    return title if len(title) <= longest else f"{title[:longest]}…"


class _ChangeDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), current_theme(application()).size["row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text = shown.text
        room = room_of_text(painter, shown)
        painter.save()
        line = RowDrawing(painter, room, current_theme(application()))
        line.trail(index.data(_TRAIL) or "")
        change = index.data(_CHANGE)
        if change:
            _draw(line, change)
        else:
            line.draw_text(text, role="strong")
            line.skip()
            line.draw_text(index.data(_WHY) or "", role="small", ink="text3")
        painter.restore()


def _draw(line: RowDrawing, change: Change) -> None:
    for text, kind in _signed(change):
        match kind:
            case PieceKind.SAME:
                line.draw_text(text, ink="text2")
            case PieceKind.REMOVED:
                # signs for blanks would not be read under a stroke
                line.tinted(text, "error.soft", struck=bool(text.strip("␣⏎⇥¶")))
            case PieceKind.ADDED:
                line.tinted(text, "ok.soft")
            case PieceKind.NOTE:
                line.skip()
                line.draw_text(text, role="small", ink="text3")


def _signed(change: Change) -> Iterable[tuple[str, PieceKind]]:
    """Yield the pieces; blanks that come or go are signs, since nobody sees them."""
    for place, (words, kind) in enumerate(change.pieces):
        text = words if place else words.lstrip() if kind is PieceKind.SAME else words
        same = kind in (PieceKind.SAME, PieceKind.NOTE)
        blank = not text.strip()
        yield (text.replace("\n", "⏎") if same else text.translate(_SIGNS) if blank else text.replace("\n", "⏎")), kind
