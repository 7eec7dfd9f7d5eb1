"""One window's work in its library: which issue is open, in whose name, and which past ones may be changed."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, SignalInstance

from editor.desk.past_issues import past_issues
from editor.desk.ports import Library
from editor.desk.used_words import UsedWords
from editor.model.errors import UserError
from editor.model.language import tr
from editor.model.picture import Picture
from editor.ui.work.library_thread import LibraryThread
from editor.ui.work.opened_issue import OpenedIssue


class Session(QObject):
    """Holds one issue at a time; the history of each stays until something else changed what it stands on.

    library_thread: writes the library.
    exchanging: another text will be shown for editing: what is being typed has to be written now.
    issue_opened: another issue is open, or the open one may be changed now. The others are told by whichever is open:
    changed: its value is another one (before, after); stepped: by undo or redo; saved, waiting, save_failed: see
    Autosave; change_refused: somebody tried to change what is only read.
    picture_converted: a picture was taken in that is not as it came; sentences.
    """

    exchanging = Signal()
    issue_opened = Signal()
    changed = Signal(object, object)
    stepped = Signal(object, object)
    saved = Signal(object)
    waiting = Signal()
    save_failed = Signal(str)
    pictures_changed = Signal()
    registers_changed = Signal()
    history_changed = Signal()
    change_refused = Signal()
    author_changed = Signal()
    picture_converted = Signal(str)

    def __init__(self, library: Library, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library, self.author = library, author
        self.library_thread = LibraryThread()
        self._opened: OpenedIssue | None = None
        self._kept: dict[str, OpenedIssue] = {}
        self._unlocked: set[str] = set()
        self._words: UsedWords | None = None

    @property
    def opened_issue(self) -> OpenedIssue | None:
        """The open issue, None where none is: for what may run then. Commands ask `WindowContext.opened`."""
        return self._opened

    @property
    def unlocked(self) -> frozenset[str]:
        """Past issues that may be changed after all."""
        return frozenset(self._unlocked)

    def open(self, uid: str) -> None:
        """Open an issue in place of the one open now, which is saved first.

        Raises UserError where it is not there, or the one open now cannot be saved: it stays open then.
        """
        self.exchanging.emit()
        before = self._opened
        if before and not before.save():
            raise UserError(tr("这一期还有修改没有存上，先不换到别的期。{refused}", refused=before.saving.refused))
        after = self._kept_or_new(uid)
        after.past = uid in past_issues(self.library.issues())
        after.unlocked = uid in self._unlocked
        for signal, told in self._wires(before) if before else ():
            signal.disconnect(told)
        self._opened, self._words = after, None
        for signal, told in self._wires(after):
            signal.connect(told)
        self.issue_opened.emit()
        self.history_changed.emit()

    def sign_as(self, author: str) -> None:
        """Let somebody else go on at this window: what is done from now on is theirs."""
        if self._opened:
            # what was done before is the other's
            self._opened.save()
        self.author = author
        self.author_changed.emit()

    def unlock(self, uid: str) -> None:
        """Let a past issue be changed after all, until the program ends."""
        self._unlocked.add(uid)
        if self._opened and self._opened.issue.uid == uid:
            self._opened.unlocked = True
            self.issue_opened.emit()

    def save_all(self) -> bool:
        """Write what is not in the library yet of any issue that was open. Returns whether all of it is there now."""
        unsaved = [one for one in self._kept.values() if not one.save()]
        return not unsaved

    def catch_up(self, label: str) -> None:
        """Show what was written to the open issue beside its history, as a step of it."""
        opened = self._opened
        if opened is None or not opened.save():
            return
        fresh = self.library.workspace(opened.issue.uid)
        if fresh == opened.value:
            return
        if opened.writable and opened.apply(label, lambda _space: fresh):
            opened.save()
        else:
            self.open(fresh.issue.uid)

    def follow(self) -> None:
        """Show what another program has written to the open issue. Raises UserError where the issue is gone."""
        opened, self._words = self._opened, None
        if opened is None:
            return
        before = opened.value
        if opened.follow(self.library.workspace(before.issue.uid)):
            self.changed.emit(before, opened.value)

    def close(self) -> None:
        """End the thread that saves, after what it is doing now."""
        for one in self._kept.values():
            one.saving.end()
        self.library_thread.close()

    # what is of the library

    def take_picture(self, data: bytes, name: str) -> tuple[Picture, bytes]:
        """Keep a picture and return it. Raises UserError for what is none, or where it cannot be written."""
        from editor.intake.pictures import taken_picture

        taken = taken_picture(data, name=name)
        self.library.files.add_picture(taken.picture, taken.data)
        if self._opened:
            self._opened.resources.add_pictures({taken.picture.sha256: taken.data})
        if taken.changes:
            self.picture_converted.emit("".join(taken.changes))
        return taken.picture, taken.data

    def words(self) -> UsedWords:
        """Return words used before, looked up once an issue."""
        if self._words is None:
            self._words = self.library.registers.used_words()
        return self._words

    def take_registers(self) -> None:
        """Take the library's registers as they are now: for what is offered, and for the checks."""
        self._words = None
        if self._opened:
            self._opened.resources.take_registers()

    # inside

    def _kept_or_new(self, uid: str) -> OpenedIssue:
        fresh, kept = self.library.workspace(uid), self._kept.get(uid)
        if kept and kept.reopen(fresh):
            return kept
        made = OpenedIssue(self.library, fresh, self.library_thread, author=lambda: self.author, parent=self)
        self._kept[uid] = made
        return made

    def _wires(self, opened: OpenedIssue) -> Iterator[tuple[SignalInstance, SignalInstance]]:
        """Yield what an open issue tells, and how that is told on to whoever listens to the session."""
        history, saving, resources = opened.history, opened.saving, opened.resources
        yield history.changed, self.changed
        yield history.stepped, self.stepped
        yield history.stack.indexChanged, self.history_changed
        yield saving.saved, self.saved
        yield saving.waiting, self.waiting
        yield saving.failed, self.save_failed
        yield resources.pictures_changed, self.pictures_changed
        yield resources.registers_changed, self.registers_changed
        yield opened.change_refused, self.change_refused
        yield opened.stepping, self.exchanging
