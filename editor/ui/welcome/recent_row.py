"""A library opened lately, as a row: name, where, how many issues, when; what is wrong with its place."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.desk.ports import Glance, LibraryShelf
from editor.desk.starting.keeping import age_words
from editor.desk.starting.places import StorageLocation, named_place, place_of
from editor.model.language import tr
from editor.ui.app.settings import Recent
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import ContentButton, CutLabel, IconPicture, StateLine
from editor.ui.kit.widgets import label
from editor.ui.theme.apply import set_style


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    there: bool
    backups: int
    glance: Glance
    place: StorageLocation | None


class RecentRow(ContentButton):
    """Shows at once what the path says; the disk is asked in the background."""

    open_wanted = Signal(Path)
    move_wanted = Signal(Path)
    forget_wanted = Signal(Path)
    restore_wanted = Signal(Path)

    def __init__(self, recent: Recent, shelf: LibraryShelf, *, now: dt.datetime, parent: QWidget | None = None) -> None:
        super().__init__("row", recent.path.stem, parent)
        self.path = recent.path
        self._picture = IconPicture("library")
        self._name, self._where = CutLabel(), CutLabel(role="small", ink="text2")
        self._warning = StateLine()
        self._remedy, self.restore = QPushButton(), QPushButton(tr("从备份还原…"))
        for button in (self._remedy, self.restore):
            set_style(button, kind="link")
        self.restore.hide()
        self._lost = False
        self._time = label(age_words(recent.at, now) if recent.at else "", role="small", ink="text2")
        self._name.show_text(recent.path.stem)
        self._where.show_text(str(recent.path))
        self._lay_out()
        self.clicked.connect(self._on_clicked)
        self._remedy.clicked.connect(self._on_remedy_clicked)
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self.path))
        self._warn(named_place(recent.path.parent))
        self._ask(shelf)

    @property
    def words(self) -> str:
        """Name, place and warning as shown."""
        parts = (self._name.whole, self._where.whole, self._warning.text, self._time.text())
        return " ".join(part for part in parts if part)

    @property
    def remedy(self) -> QPushButton:
        """The button beside a warning."""
        return self._remedy

    @property
    def gone(self) -> bool:
        """Whether the file is no longer there."""
        return not self._name.isEnabled()

    def _lay_out(self) -> None:
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._warning, 1, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.restore)
        below.addWidget(self._remedy)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._name)
        text.addWidget(self._where)
        upper.addLayout(text, 1)
        upper.addWidget(self._time)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(upper)
        right.addWidget(self._below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(right, 1)
        self._below.hide()

    def _ask(self, shelf: LibraryShelf) -> None:
        path = self.path
        self._task = Job(lambda _report: _look_at(path, shelf))
        self._task.done.connect(self._on_seen)
        self._task.start()

    def _on_seen(self, seen: _Look) -> None:
        self._lost = not seen.there or bool(seen.glance.message)
        self.restore.setVisible(self._lost and bool(seen.backups))
        if not seen.there:
            self._show_gone()
            return
        if seen.glance.message:
            self._show_message(seen.glance.message, "error", tr("移除"))
            return
        self._name.show_text(seen.glance.masthead or self.path.stem)
        self._where.show_text(str(self.path), tr(" · {n} 期", n=seen.glance.issues))
        self._warn(seen.place)

    def _show_gone(self) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor)
        for part in (self._name, self._where, self._time, self._picture):
            part.setEnabled(False)
        self._show_message(tr("文件不在这里了：可能已移走、改名，或磁盘没有接上"), "", tr("移除"))

    def _warn(self, place: StorageLocation | None) -> None:
        if place and place.warning:
            self._show_message(place.warning, "warn", place.remedy)

    def _show_message(self, words: str, state: str, remedy: str) -> None:
        self._warning.show_message(words, state=state)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._below.show()
        self.updateGeometry()

    def _on_clicked(self) -> None:
        # to open a file that is gone would make an empty library in its place
        if not self.gone:
            self.open_wanted.emit(self.path)

    def _on_remedy_clicked(self) -> None:
        wanted = self.forget_wanted if self._lost else self.move_wanted
        wanted.emit(self.path)


def _look_at(path: Path, shelf: LibraryShelf) -> _Look:
    try:
        there = path.is_file()
    except OSError:
        there = False
    return _Look(
        there=there,
        backups=len(shelf.backups_of(path)),
        glance=shelf.glance(path) if there else Glance(),
        place=place_of(path.parent) if there else None,
    )
