"""The rules of the checks as a list: group by group, each with the level that counts for the publication."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.checks.finding import Level
from editor.checks.registry import RULES
from editor.checks.rule import GROUPS, Rule
from editor.checks.rule_sets import rule_level, set_level
from editor.model.language import tr
from editor.model.rule_levels import RuleLevel, RuleLevels, RuleSet
from editor.ui.kit.levels import LOOKS
from editor.ui.kit.row_drawing import Index, RowDrawing, room_of_text
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme, set_style
from editor.ui.theme.icons import icon

LEVEL_WORDS = {
    RuleLevel.ERROR: LOOKS[Level.ERROR].word,
    RuleLevel.WARNING: LOOKS[Level.WARNING].word,
    RuleLevel.INFO: LOOKS[Level.INFO].word,
    RuleLevel.OFF: tr("不查"),
}
_KEYS = {
    Qt.Key.Key_1: RuleLevel.ERROR,
    Qt.Key.Key_2: RuleLevel.WARNING,
    Qt.Key.Key_3: RuleLevel.INFO,
    Qt.Key.Key_0: RuleLevel.OFF,
    Qt.Key.Key_Backspace: None,
    Qt.Key.Key_Delete: None,
}
_ROW = Qt.ItemDataRole.UserRole
_MARK, _LEVEL_WIDTH, _INSET = 16, 56, 8
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule. level: what counts; own: it is the publication's, not the set's."""

    rule: Rule
    level: RuleLevel
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _GroupRow:
    name: str
    rules: int


class RuleList(QListView):
    """level_wanted: a rule and its level, None for the set's; current_changed: the row that is current, or None."""

    level_wanted = Signal(object, object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RuleDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("检查的规则"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_style(self, kind="field")
        self.doubleClicked.connect(lambda index: self._open_menu(self.visualRect(index).bottomLeft()))

    @property
    def current(self) -> RuleRow | None:
        """The rule that is current."""
        row = self.currentIndex().data(_ROW)
        return row if isinstance(row, RuleRow) else None

    def show_levels(self, rule_set: RuleSet, levels: RuleLevels) -> None:
        """Show what counts for a publication; the current rule stays."""
        self._keeping(lambda: self._rows.show_levels(rule_set, levels))

    def seek(self, words: str) -> None:
        """Show only the rules whose name, id, group or reason has these words, in any order."""
        self._keeping(lambda: self._rows.seek(words))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.current
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row and plain and key in _KEYS:
            self._want(row, _KEYS[key])
        elif row and plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu):
            self._open_menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        near_level = event.position().x() > self.viewport().width() - _LEVEL_WIDTH - _MARK
        if event.button() == Qt.MouseButton.LeftButton and near_level and index == self.currentIndex():
            self._open_menu(self.visualRect(index).bottomRight() - QPoint(_LEVEL_WIDTH + _MARK, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.pos())

    def level_menu(self, row: RuleRow) -> QMenu:
        """Return the menu of a rule's levels, the present one ticked."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        keys = {level: key for key, level in _KEYS.items() if level}
        for level, word in LEVEL_WORDS.items():
            action = menu.addAction(f"{word}\t{chr(keys[level])}", partial(self._want, row, level))
            action.setCheckable(True)
            action.setChecked(row.level is level)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("照规则集"), lambda: self._want(row, None)).setEnabled(row.own)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _want(self, row: RuleRow, level: RuleLevel | None) -> None:
        wanted = None if level is self._rows.set_level(row.rule) else level
        if wanted or row.own:
            self.level_wanted.emit(row.rule, wanted)

    def _open_menu(self, at: QPoint) -> None:
        row = self.current
        if row and self.isEnabled():
            self.level_menu(row).popup(self.viewport().mapToGlobal(at))

    def _keeping(self, change: Callable[[], None]) -> None:
        kept, place = self.current, self.verticalScrollBar().value()
        change()
        index = self._rows.index_of(kept.rule.id if kept else "")
        if index.isValid():
            self.setCurrentIndex(index)
            self.verticalScrollBar().setValue(place)
        self.current_changed.emit(self.current)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._set, self._levels, self._words = RuleSet.BULLETIN, RuleLevels(), ""
        self._shown: list[RuleRow | _GroupRow] = []

    def show_levels(self, rule_set: RuleSet, levels: RuleLevels) -> None:
        if self._shown and (rule_set, levels) == (self._set, self._levels):
            return
        self._set, self._levels = rule_set, levels
        self._fill()

    def seek(self, words: str) -> None:
        self._words = words
        self._fill()

    def set_level(self, rule: Rule) -> RuleLevel:
        return set_level(rule, self._set)

    def index_of(self, rule: str) -> QModelIndex:
        for place, row in enumerate(self._shown):
            if isinstance(row, RuleRow) and (row.rule.id == rule or not rule):
                return self.index(place)
        return QModelIndex()

    def rowCount(self, _parent: Index = _NOWHERE) -> int:
        return len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._shown[index.row()], RuleRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._shown[index.row()]
        if role == _ROW:
            return row
        if isinstance(row, _GroupRow):
            return f"{row.name} {row.rules}" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.rule.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            changed = tr("，与规则集不同") if row.own else ""
            return tr("{title}，{level}{changed}", title=row.rule.title, level=LEVEL_WORDS[row.level], changed=changed)
        return row.rule.why or None if role == Qt.ItemDataRole.ToolTipRole else None

    def _fill(self) -> None:
        self.beginResetModel()
        own, self._shown = dict(self._levels), []
        for group, name in GROUPS.items():
            rows: list[RuleRow | _GroupRow] = [
                RuleRow(rule=rule, level=rule_level(rule, self._set, self._levels), own=rule.id in own)
                for rule in RULES
                if rule.group == group and self._is_sought(rule, name)
            ]
            if rows:
                self._shown += [_GroupRow(name=name, rules=len(rows)), *rows]
        self.endResetModel()

    def _is_sought(self, rule: Rule, group: str) -> bool:
        text = f"{rule.title} {rule.id} {rule.why} {group}".casefold()
        return all(word in text for word in self._words.casefold().split())


class _RuleDelegate(QStyledItemDelegate):
    """A rule in a line: the mark of its level, its name, the level in words; in bold where it is the publication's."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), current_theme(application()).size["row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        row, theme = index.data(_ROW), current_theme(application())
        room = room_of_text(painter, shown).adjusted(_INSET, 0, 0, 0)
        painter.save()
        if isinstance(row, _GroupRow):
            line = RowDrawing(painter, room, theme)
            line.trail(tr("{n} 条", n=row.rules))
            line.draw_text(row.name, role="head")
        else:
            self._paint_rule(painter, room, row)
        painter.restore()

    def _paint_rule(self, painter: QPainter, room: QRect, row: RuleRow) -> None:
        theme = current_theme(application())
        off = row.level is RuleLevel.OFF
        if not off:
            look = LOOKS[Level(row.level.value)]
            at = QRect(room.left(), room.center().y() - _MARK // 2 + 1, _MARK, _MARK)
            icon(look.icon, theme, size=_MARK, token=look.token).paint(painter, at)
        line = RowDrawing(painter, room, theme)
        line.trail(LEVEL_WORDS[row.level])
        if row.own:
            line.trail(tr("已改"))
        line.skip(_MARK + 8)
        line.draw_text(row.rule.title, ink="text3" if off else "text")
