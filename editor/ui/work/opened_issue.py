"""The open issue: its value with one history, its way into the library, and what setting it needs."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.desk.ports import NO_FILES, BroughtFiles, Library, joined_files
from editor.desk.printable_issue import PrintableIssue
from editor.interchange.cleaning import cleaned_change
from editor.model.errors import UserError
from editor.model.issue import Issue
from editor.model.issue_state import EDITABLE
from editor.model.language import tr
from editor.model.note_edits import without_notes
from editor.model.tracking import record_contributor
from editor.model.workspace import Workspace
from editor.text.anchors import follow_notes
from editor.ui.work.autosave import Autosave
from editor.ui.work.issue_history import IssueHistory
from editor.ui.work.issue_resources import IssueResources
from editor.ui.work.library_thread import LibraryThread

Change = Callable[[Workspace], Workspace]


class OpenedIssue(QObject):
    """What commands act on; whether one is open, only the session knows.

    history: its value under edit; saving: keeps that in the library; resources: pictures, fonts, registers;
    author: returns who edits.
    past: a later issue of the publication exists, so that this one is only read, unless it is unlocked.
    change_refused: somebody tried to change what is only read. stepping: a step will be taken back or done again.
    """

    change_refused = Signal()
    stepping = Signal()

    def __init__(
        self, library: Library, space: Workspace, thread: LibraryThread, *, author: Callable[[], str], parent: QObject
    ) -> None:
        """Edit from now on. space: as the library holds it. Raises UserError where what belongs to it is not there."""
        super().__init__(parent)
        self.library, self.author = library, author
        self.past = self.unlocked = False
        self.resources = IssueResources(library, space, self)
        self.history = IssueHistory(space, self)
        # what comes with articles, until it is in the library; what is being written of it
        self._brought: tuple[BroughtFiles, ...] = ()
        self._in_flight: tuple[BroughtFiles, ...] = ()
        self.saving: Autosave[Workspace] = Autosave(self.history, self._writing, thread.later, self)
        self.saving.saved.connect(self._on_saved)

    @property
    def value(self) -> Workspace:
        """The issue and its drawer as they stand."""
        return self.history.value

    @property
    def issue(self) -> Issue:
        """The issue as it stands."""
        return self.history.value.issue

    @property
    def printable(self) -> PrintableIssue:
        """The issue as it stands, with all that setting and exporting it needs."""
        return self.resources.printable(self.issue)

    @property
    def unsaved_files(self) -> BroughtFiles:
        """What came with articles and is not in the library yet."""
        return joined_files(self._brought)

    @property
    def writable(self) -> bool:
        """Whether it may be changed: this program has the library, and the issue is the one in hand."""
        if self.library.read_only or self.issue.archive.state not in EDITABLE:
            return False
        return not self.past or self.unlocked

    # changing

    def apply(self, label: str, change: Change, *, step: str = "") -> bool:
        """Change the value as one named step (see History.apply); a read-only issue stays as it is."""
        if not self.writable:
            self.change_refused.emit()
            return False
        return self.history.apply(label, self._followed(change), step=step)

    def bring(self, label: str, change: Change, files: BroughtFiles) -> bool:
        """Change the value as `apply` does by articles that came in; with them their files are written, or nothing."""
        self._brought = (*self._brought, files)
        self.resources.add_pictures({picture.sha256: data for picture, data in files.pictures})
        done = self.apply(label, change)
        if not done:
            self._brought = self._brought[:-1]
        self.saving.begin()
        return done

    def receive(self, change: Change, files: BroughtFiles) -> None:
        """Carry in articles that came by themselves. No step: undo goes on with what the user has done.

        Raises UserError where the issue is only read.
        """
        if not self.writable:
            raise UserError(tr("打开的这一期不能改，来稿没有放进去。"))
        self._brought = (*self._brought, files)
        # quietly: what is open has none of these pictures, and somebody may be writing in it
        self.resources.keep_pictures({picture.sha256: data for picture, data in files.pictures})
        before = self.value
        self.history.rebase(change)
        self.history.changed.emit(before, self.value)
        self.saving.begin()

    def annotate(self, label: str, change: Change) -> bool:
        """Change notes, as a reader may while nobody may write; a library that is only read stays as it is."""
        return not self.library.read_only and self.history.apply(label, self._followed(change))

    def undo(self) -> None:
        """Take the last step back."""
        self.stepping.emit()
        if self.can_step(-1):
            self.history.undo()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self.stepping.emit()
        if self.can_step(1):
            self.history.redo()

    def can_step(self, by: int) -> bool:
        """Return whether undo (-1) or redo (1) would change what may be changed now: of a submitted issue its notes."""
        pair = self.history.pair(by)
        if pair is None or self.library.read_only:
            return False
        return self.writable or without_notes(pair[0]) == without_notes(pair[1])

    def close_step(self) -> None:
        """Let the next change begin a step of its own."""
        self.history.close_step()

    def save(self) -> bool:
        """Write what is not in the library yet. Returns whether all of it is there now."""
        return self.saving.save()

    # what others have written

    def reopen(self, fresh: Workspace) -> bool:
        """Go on with the history from what the library holds; False where that says more than another state.

        Raises UserError where what belongs to the issue is not there.
        """
        # first, since it may be refused
        self.resources.read(fresh)
        if not self.history.follow(fresh):
            return False
        self.saving.rebased()
        return True

    def follow(self, fresh: Workspace) -> bool:
        """Show what another program has written, in a library that is only read; return whether it is another value.

        Nothing here is lost by it. Nothing is told either: whoever calls shows the value.
        """
        self.resources.read(fresh)
        if fresh == self.value:
            return False
        self.history.rebase(lambda _value: fresh)
        self.saving.rebased()
        return True

    def _writing(self, stored: Workspace, space: Workspace) -> Callable[[], None]:
        self._in_flight = self._brought
        files = joined_files(self._in_flight)
        write = partial(self.library.save_workspace, stored, space, author=self.author())
        return write if files is NO_FILES else partial(write, files=files)

    def _on_saved(self, _at: object) -> None:
        self._brought = self._brought[len(self._in_flight) :]
        self._in_flight = ()

    def _followed(self, change: Change) -> Change:
        """Return a change with what goes along: notes follow their words, tracked changes have a maker."""

        def followed(before: Workspace) -> Workspace:
            now = dt.datetime.now(tz=dt.UTC)
            # cleaned before notes are measured by it
            cleaned = cleaned_change(before, change(before))
            return record_contributor(before, follow_notes(before, cleaned), author=self.author(), at=now)

        return followed
