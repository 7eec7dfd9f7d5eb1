"""The readings of one go: which is open, what was said about its lines, what was taken in."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from editor.desk.importing import Import
from editor.desk.past_reading import PastReading, Refused, corrected, take_past, uncorrected
from editor.desk.ports import Library
from editor.intake.past_issue import Correction
from editor.model.errors import UserError
from editor.model.language import tr
from editor.ui.importing.past_taking import PastTaking


@dataclass(slots=True)
class PastFile:
    """A file. reading: None where it was refused; before: what it was read as before each change; taken: once it is in.

    refused: why it could not be read or taken in, empty while it can.
    """

    name: str
    reading: PastReading | None
    refused: str = ""
    before: list[PastReading] = field(default_factory=list)
    taken: Import | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can still be taken in."""
        return self.reading is not None and self.taken is None

    @property
    def is_second(self) -> bool:
        """Whether a file before is the same issue; it is taken in only where somebody says so."""
        return bool(self.reading and self.reading.same)

    @property
    def remark(self) -> str:
        """What is to be known before it is taken in, empty for nothing."""
        if self.reading is None or self.taken:
            return ""
        if self.reading.same:
            return tr("和“{name}”是同一期，收一份就够了：请收更完整的那一份。", name=self.reading.same)
        if self.reading.own:
            return tr("这是本程序自己排出的文件，按原样读回，没有逐行的原文可看。")
        return ""

    def state(self) -> tuple[str, str]:
        """Return the state, ok, warn or error, and its words."""
        if self.taken:
            return "ok", tr("已收下")
        if self.reading is None or self.refused:
            return "error", self.refused
        if self.reading.same:
            return "warn", tr("和“{name}”是同一期", name=self.reading.same)
        many, points = sum(1 for _ in self.reading.parsed.issue.articles()), self.reading.open_points
        if points:
            return "warn", tr("{n} 篇，{points} 处要看", n=many, points=points)
        return "ok", tr("{n} 篇，都有把握", n=many)


class PastReadings(QObject):
    """changed: the open file's reading is another one; file_changed: the state of the file at a place is."""

    changed = Signal()
    file_changed = Signal(int)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.files: list[PastFile] = []
        self.at = 0

    @property
    def file(self) -> PastFile | None:
        """The open file."""
        return self.files[self.at] if self.at < len(self.files) else None

    @property
    def reading(self) -> PastReading | None:
        """The open file's reading, None where it was refused."""
        return self.file.reading if self.file else None

    @property
    def taken(self) -> tuple[tuple[str, Import], ...]:
        """What was taken in, by names of files."""
        return tuple((one.name, one.taken) for one in self.files if one.taken)

    def add(self, found: PastReading | Refused) -> None:
        """Add a file that was looked at."""
        if isinstance(found, Refused):
            self.files.append(PastFile(name=found.name, reading=None, refused=found.reason))
        else:
            self.files.append(PastFile(name=found.name, reading=found))
        self.file_changed.emit(len(self.files) - 1)

    def open(self, at: int) -> None:
        """Open the file at a place."""
        if 0 <= at < len(self.files):
            self.at = at
            self.changed.emit()

    def correct(self, *corrections: Correction) -> None:
        """Read the open file again with what is said about its lines."""
        if self.reading and self.file and self.file.is_open:
            self._replace(corrected(self.reading, *corrections))

    def restore(self, line: int) -> None:
        """Forget what was said about a line."""
        if self.reading and self.file and self.file.is_open:
            self._replace(uncorrected(self.reading, line))

    def undo(self) -> None:
        """Take the last change of the open file back."""
        file = self.file
        if file and file.before and file.is_open:
            file.reading = file.before.pop()
            self._tell()

    def take(self, at: int) -> bool:
        """Take a file in; return whether it is in. Why not stands in its row."""
        file = self.files[at]
        if file.reading is None or file.taken:
            return file.taken is not None
        try:
            file.taken = take_past(file.reading, self._library)
            file.refused = ""
        except UserError as error:
            file.refused = str(error)
        self.file_changed.emit(at)
        return file.taken is not None

    def taking(self) -> PastTaking:
        """Return what takes in all files that are open, but no second file of one issue."""
        open_ones = ((at, one) for at, one in enumerate(self.files) if one.is_open and not one.is_second)
        taking = PastTaking([(at, one.reading) for at, one in open_ones if one.reading], self._library, self)
        taking.taken.connect(self._on_taken)
        return taking

    def _on_taken(self, at: int, outcome: Import | str) -> None:
        file = self.files[at]
        if isinstance(outcome, Import):
            file.taken, file.refused = outcome, ""
        else:
            file.refused = outcome
        self.file_changed.emit(at)

    def next_open(self) -> int:
        """Return the place of the next file that can be taken in, -1 for none."""
        order = (*range(self.at, len(self.files)), *range(self.at))
        files = ((at, self.files[at]) for at in order)
        return next((at for at, one in files if one.is_open and not one.refused and not one.is_second), -1)

    def _replace(self, reading: PastReading) -> None:
        assert self.file is not None, "one is open"  # noqa: S101
        assert self.file.reading is not None, "it can be read"  # noqa: S101
        self.file.before.append(self.file.reading)
        self.file.reading, self.file.refused = reading, ""
        self._tell()

    def _tell(self) -> None:
        self.file_changed.emit(self.at)
        self.changed.emit()
