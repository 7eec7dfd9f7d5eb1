"""The backups as rows: when, how large, whether they can be read."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from editor.desk.ports import Backup, LibraryShelf
from editor.desk.starting.keeping import age_words
from editor.desk.starting.places import size_words
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.kit.widgets import application
from editor.ui.theme.apply import current_theme
from editor.ui.theme.icons import icon

_AT, _SIZE, _VERDICT = range(3)
_SOUND = (tr("完好"), "check.ok", "ok")
_SPOILT = (tr("已损坏"), "check.error", "error")
# of a library that was damaged when it was made
_DAMAGED = (tr("有损"), "check.warning", "warn.mark")
_REASON = Qt.ItemDataRole.UserRole


class BackupList(QTreeWidget):
    """Newest first. Each is read in the background, one after the other."""

    verdict_known = Signal()

    def __init__(self, shelf: LibraryShelf, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._library = shelf, library
        self._backups: tuple[Backup, ...] = ()
        self.setHeaderLabels([tr("时间"), tr("大小"), tr("检查")])
        # the text begins where the header's does
        self.setIndentation(8)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("备份"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._size_columns()

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The rows as shown."""
        return tuple(tuple(item.text(column) for column in range(3)) for item in self._items())

    @property
    def chosen(self) -> Backup | None:
        """The backup of the current row."""
        item = self.currentItem()
        return self._backups[self.indexOfTopLevelItem(item)] if item else None

    @property
    def fault(self) -> str:
        """What is wrong with the chosen backup, empty while nothing is known against it."""
        item = self.currentItem()
        return str(item.data(_VERDICT, _REASON) or "") if item else ""

    @property
    def warning(self) -> str:
        """What is to be known before the chosen backup is used, empty for nothing."""
        if self.fault or not (self.chosen and self.chosen.damaged):
            return ""
        return tr("做成这份备份时，刊库里已经有内容损坏。可以还原为副本，看看还能用多少。")

    def fill(self) -> None:
        """Read the folder again and check what lies there."""
        self._backups = self._shelf.backups_of(self._library)
        now = dt.datetime.now(tz=dt.UTC).astimezone().replace(tzinfo=None)
        self.clear()
        self.addTopLevelItems([_row(backup, now) for backup in self._backups])
        sound = (place for place, backup in enumerate(self._backups) if not backup.damaged)
        for item in self._items()[next(sound, 0) :][:1]:
            self.setCurrentItem(item)
        self._check(0)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in found if item]

    def _check(self, place: int) -> None:
        if place >= len(self._backups):
            return
        shelf, backup = self._shelf, self._backups[place]
        self._checking = Job(lambda _report: (backup, _fault(shelf, backup)))
        self._checking.done.connect(self._on_checked)
        self._checking.start()

    def _on_checked(self, checked: tuple[Backup, str]) -> None:
        backup, fault = checked
        if backup not in self._backups:
            return
        place = self._backups.index(backup)
        words, name, token = _SPOILT if fault else _DAMAGED if backup.damaged else _SOUND
        item = self._items()[place]
        item.setText(_VERDICT, words)
        item.setToolTip(_VERDICT, fault)
        item.setData(_VERDICT, _REASON, fault)
        item.setIcon(_VERDICT, icon(name, current_theme(application()), size=16, token=token, filled=True))
        self.verdict_known.emit()
        self._check(place + 1)

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(_AT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((_SIZE, 96), (_VERDICT, 120)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)


def _row(backup: Backup, now: dt.datetime) -> QTreeWidgetItem:
    words = age_words(backup.at, now)
    moment = words if ":" in words else f"{words} {backup.at:%H:%M}"
    item = QTreeWidgetItem([moment, size_words(backup.size), tr("正在检查…")])
    item.setToolTip(_AT, str(backup.path))
    return item


def _fault(shelf: LibraryShelf, backup: Backup) -> str:
    try:
        shelf.check_backup(backup)
    except UserError as error:
        return str(error)
    return ""
