"""Where new libraries are put, with what the disk says of it."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.desk.starting.places import StorageKind, StorageLocation, named_place, place_of
from editor.model.language import tr
from editor.ui.kit.job import Job
from editor.ui.kit.pieces import StateLine

_QUIET_MS = 250


class FolderField(QWidget):
    """A folder's path to type or to choose. The disk is asked in the background, once the typing rests."""

    folder_changed = Signal(Path)
    judged = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.change, self.verdict = QLineEdit(str(folder)), QPushButton(tr("更改…")), StateLine()
        self.field.setAccessibleName(tr("新刊库放在"))
        self.place: StorageLocation | None = None
        self._asked: Path | None = None
        self._rest = QTimer(self, singleShot=True, interval=_QUIET_MS)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.change)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(4)
        stack.addLayout(row)
        stack.addWidget(self.verdict)
        self.field.textChanged.connect(self._rest.start)
        self.field.editingFinished.connect(self._judge)
        self._rest.timeout.connect(self._judge)
        self.change.clicked.connect(self._on_change_clicked)
        self._judge()

    @property
    def folder(self) -> Path:
        """The folder as it stands in the field."""
        return Path(self.field.text().strip() or ".").expanduser()

    def show_folder(self, folder: Path) -> None:
        """Put a folder into the field."""
        self.field.setText(str(folder))
        self._judge()

    def _judge(self) -> None:
        folder = self.folder
        if folder == self._asked:
            return
        first, self._asked = self._asked is None, folder
        self._show(named_place(folder))
        self._task = Job(lambda _report: (folder, place_of(folder)))
        self._task.done.connect(self._on_judged)
        self._task.start()
        if not first:
            self.folder_changed.emit(folder)

    def _on_judged(self, found: tuple[Path, StorageLocation]) -> None:
        folder, place = found
        if folder == self._asked:
            self._show(place)
            self.judged.emit()

    def _show(self, place: StorageLocation | None) -> None:
        self.place = place
        if place is None:
            self.verdict.show_message(tr("正在看这个位置…"))
        elif not place.writable:
            self.verdict.show_message(place.verdict, state="error")
        else:
            doubtful = place.tight or place.kind is not StorageKind.LOCAL
            self.verdict.show_message(place.verdict, state="warn" if doubtful else "ok")

    def _on_change_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("新刊库放在哪个文件夹"), str(self.folder))
        if chosen:
            self.show_folder(Path(chosen))
