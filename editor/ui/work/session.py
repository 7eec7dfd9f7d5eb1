"""The issue that is open: where it comes from, its work, and its way back into the library."""

import datetime as dt
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from editor.desk.fonts import look_fonts
from editor.desk.open_issue import OpenIssue, open_issue
from editor.desk.past_issues import past_issues
from editor.desk.ports import Library
from editor.desk.rescue import Unsaved
from editor.desk.used_words import UsedWords
from editor.intake.pictures import take_picture
from editor.interchange.cleaning import cleaned_change
from editor.model.errors import UserError
from editor.model.issue import Article, Issue
from editor.model.language import tr
from editor.model.note_edits import without_notes
from editor.model.picture import Picture
from editor.model.publication import Publication
from editor.model.review import EDITABLE
from editor.model.revision import Reason
from editor.model.tracking import record_contributor
from editor.model.used_pictures import article_pictures
from editor.model.workspace import Workspace
from editor.text.anchors import follow_notes
from editor.ui.work.autosave import PATIENCE_S, Autosave
from editor.ui.work.open_work import OpenWork


class Session(QObject):
    """Holds one issue at a time; the history of each stays until something else changed what it stands on.

    opened: another issue is open. changed: its value is another one (before, after); stepped: by undo or redo.
    change_refused: somebody tried to change what is only read.
    """

    opened = Signal()
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

    def __init__(self, library: Library, author: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library, self.author = library, author
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")
        self._issue: OpenIssue | None = None
        self._work: OpenWork | None = None
        self._saving: Autosave[Workspace] | None = None
        self._kept: dict[str, tuple[OpenWork, Autosave[Workspace]]] = {}
        self._unlocked: set[str] = set()
        self._words: UsedWords | None = None
        self._past = False

    # what is open

    @property
    def open_issue(self) -> OpenIssue | None:
        """The open issue as it stands, with all that setting and exporting it needs."""
        if self._issue is None or self._work is None:
            return None
        before, issue = self._issue.issue, self._work.space.issue
        if before is not issue:
            fonts = self._issue.fonts if before.look == issue.look else look_fonts(issue, self.library)
            self._issue = replace(self._issue, issue=issue, fonts=fonts)
        return self._issue

    @property
    def space(self) -> Workspace | None:
        """The open workspace."""
        return self._work.space if self._work else None

    @property
    def issue(self) -> Issue | None:
        """The open issue's value."""
        return self._work.space.issue if self._work else None

    @property
    def work(self) -> OpenWork | None:
        """The open issue's work with its history."""
        return self._work

    @property
    def writable(self) -> bool:
        """Whether the open issue may be changed: this program has the library, and the issue is the one in hand."""
        issue = self.issue
        if issue is None or self.library.read_only or issue.archive.state not in EDITABLE:
            return False
        return not self._past or issue.uid in self._unlocked

    @property
    def past(self) -> bool:
        """Whether a later issue of the publication exists, so that this one is only read until it is unlocked."""
        return self._past

    def open(self, uid: str) -> None:
        """Open an issue in place of the one open now, which is saved first.

        Raises UserError where it is not there, or the one open now cannot be saved: it stays open then.
        """
        if not self.save():
            raise UserError(tr("这一期还有修改没有存上，先不换到别的期。{refused}", refused=self.refused))
        fresh = self.library.workspace(uid)
        self._issue = open_issue(self.library, uid)
        work, saving = self._kept_or_new(fresh)
        self._connect(work, saving)
        self._past = uid in past_issues(self.library.issues())
        self.opened.emit()
        self.history_changed.emit()

    def sign_as(self, author: str) -> None:
        """Let somebody else go on at this window: what is done from now on is theirs."""
        # what was done before is the other's
        self.save()
        self.author = author
        self.author_changed.emit()

    def unlock(self) -> None:
        """Let the open issue be changed though it is past, until the program ends."""
        if self.issue:
            self.unlock_issue(self.issue.uid)

    def unlock_issue(self, uid: str) -> None:
        """Let a past issue be changed after all, until the program ends."""
        self._unlocked.add(uid)
        if self.issue and self.issue.uid == uid:
            self.opened.emit()

    # changing

    def apply(self, label: str, change: Callable[[Workspace], Workspace], *, step: str = "") -> bool:
        """Change the work as one named step (see OpenWork.apply); a read-only issue stays as it is."""
        if not self.writable:
            self.change_refused.emit()
            return False
        return self._apply(label, change, step)

    def annotate(self, label: str, change: Callable[[Workspace], Workspace]) -> bool:
        """Change notes, as a reader may while nobody may write; a library that is only read stays as it is."""
        return not self.library.read_only and self._apply(label, change, "")

    def undo(self) -> None:
        """Take the last step back."""
        if self._work and self.can_step(-1):
            self._work.undo()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if self._work and self.can_step(1):
            self._work.redo()

    def can_step(self, by: int) -> bool:
        """Return whether undo (-1) or redo (1) would change what may be changed now: of a submitted issue its notes."""
        pair = self._work.pair(by) if self._work else None
        if pair is None or self.library.read_only:
            return False
        return self.writable or without_notes(pair[0]) == without_notes(pair[1])

    def close_step(self) -> None:
        """Let the next change begin a step of its own."""
        if self._work:
            self._work.close_step()

    def save(self) -> bool:
        """Write what is not in the library yet. Returns whether all of it is there now."""
        return self._saving.save() if self._saving else True

    def begin_save(self) -> None:
        """Begin to write what is not in the library yet; saved or save_failed tells how it went."""
        if self._saving:
            self._saving.begin()

    def save_all(self) -> bool:
        """Write what is not in the library yet of any issue that was open. Returns whether all of it is there now."""
        unsaved = [saving for _, saving in self._kept.values() if not saving.save()]
        return not unsaved

    def catch_up(self, label: str) -> None:
        """Show what was written to the open issue beside its history, as a step of it."""
        space = self.space
        if space is None or not self.save():
            return
        fresh = self.library.workspace(space.issue.uid)
        if fresh == space:
            return
        if self.writable and self.apply(label, lambda _space: fresh):
            self.save()
        else:
            self.open(fresh.issue.uid)

    def follow(self) -> bool:
        """Show what another program has written to the open issue; return whether that is another value.

        For a library that is only read: nothing here is lost by it. Raises UserError where the issue is gone.
        """
        work, saving, space = self._work, self._saving, self.space
        if work is None or saving is None or space is None:
            return False
        fresh = self.library.workspace(space.issue.uid)
        self._issue, self._words = open_issue(self.library, space.issue.uid), None
        if fresh == space:
            return False
        work.rebase(lambda _value: fresh)
        saving.rebased()
        self.changed.emit(space, fresh)
        return True

    @property
    def pending(self) -> bool:
        """Whether something is not in the library yet."""
        return bool(self._saving and self._saving.pending)

    @property
    def refused(self) -> str:
        """Why the last attempt to save failed, empty where it did not."""
        return self._saving.refused if self._saving else ""

    def unsaved(self, place: Path) -> Unsaved | None:
        """Return what is not in the library yet. place: of the library."""
        if self._saving is None or self._work is None or not self._saving.pending:
            return None
        return Unsaved(
            library=str(place),
            author=self.author,
            at=dt.datetime.now(tz=dt.UTC),
            stored=self._saving.stored,
            space=self._work.space,
        )

    def close(self) -> None:
        """End the thread that saves, after what it is doing now; a disk that does not answer is not waited for."""
        for _, saving in self._kept.values():
            saving.end()
        wait([self._thread.submit(bool)], timeout=PATIENCE_S)
        self._thread.shutdown(wait=False)

    def take_picture(self, data: bytes, name: str) -> tuple[Picture, bytes]:
        """Keep a picture and return it. Raises UserError for what is none, or where it cannot be written."""
        picture, stored = take_picture(data, name=name)
        self.library.files.add_picture(picture, stored)
        if self._issue:
            self._issue = replace(self._issue, pictures={**self._issue.pictures, picture.sha256: stored})
            self.pictures_changed.emit()
        return picture, stored

    def keep_versions(self, uids: Iterable[str], reason: Reason, *, name: str = "") -> None:
        """Keep articles as they stand now as versions. Raises UserError where that, or saving, fails."""
        if not self.save():
            raise UserError(tr("这一期还有修改没有存上。{refused}", refused=self.refused))
        self.library.versions.keep(uids, reason, author=self.author, name=name)

    def fetch_pictures(self, article: Article) -> None:
        """Have the pictures of an article at hand that comes back from elsewhere in the library."""
        if self._issue:
            used = (picture.sha256 for picture in article_pictures((article,)))
            missing = [digest for digest in used if digest not in self._issue.pictures]
            if missing:
                found = self.library.files.pictures(missing)
                self._issue = replace(self._issue, pictures={**self._issue.pictures, **found})
                self.pictures_changed.emit()

    def words(self) -> UsedWords:
        """Return words used before, looked up once an issue."""
        if self._words is None:
            self._words = self.library.registers.used_words()
        return self._words

    def take_registers(self) -> None:
        """Take the library's registers as they are now: for what is offered, and for the checks."""
        self._words = None
        if self._issue:
            self._issue = replace(self._issue, registers=self.library.registers.stored())
            self.registers_changed.emit()

    def later(self, call: Callable[..., None], *values: object) -> Future[None]:
        """Do something in the thread that saves, after what it is doing now."""
        return self._thread.submit(call, *values)

    @property
    def unlocked(self) -> frozenset[str]:
        """Past issues that may be changed after all."""
        return frozenset(self._unlocked)

    def publication_set(self, publication: Publication) -> None:
        """Take the open issue's publication as it is now."""
        if self._issue and self._issue.publication.uid == publication.uid:
            self._issue = replace(self._issue, publication=publication)

    # inside

    def _apply(self, label: str, change: Callable[[Workspace], Workspace], step: str) -> bool:
        work = self._work
        return bool(work and work.apply(label, lambda space: self._followed(space, change(space)), step=step))

    def _followed(self, before: Workspace, after: Workspace) -> Workspace:
        """Return a changed workspace with what goes along: notes follow their words, tracked changes have a maker."""
        now = dt.datetime.now(tz=dt.UTC)
        # cleaned before notes are measured by it
        cleaned = cleaned_change(before, after)
        return record_contributor(before, follow_notes(before, cleaned), author=self.author, at=now)

    def _kept_or_new(self, fresh: Workspace) -> tuple[OpenWork, Autosave[Workspace]]:
        kept = self._kept.get(fresh.issue.uid)
        if kept and kept[0].follow(fresh):
            kept[1].rebased()
            return kept
        work = OpenWork(fresh, self)
        made = (work, Autosave(work, self._writing, self.later, self))
        self._kept[fresh.issue.uid] = made
        return made

    def _writing(self, stored: Workspace, space: Workspace) -> Callable[[], None]:
        return partial(self.library.save_workspace, stored, space, author=self.author)

    def _connect(self, work: OpenWork, saving: Autosave[Workspace]) -> None:
        if self._work and self._saving:
            for signal, slot in self._wires(self._work, self._saving):
                signal.disconnect(slot)
        self._work, self._saving, self._words = work, saving, None
        for signal, slot in self._wires(work, saving):
            signal.connect(slot)

    def _wires(self, work: OpenWork, saving: Autosave[Workspace]) -> tuple[tuple[SignalInstance, SignalInstance], ...]:
        return (
            (work.changed, self.changed),
            (work.stepped, self.stepped),
            (work.stack.indexChanged, self.history_changed),
            (saving.saved, self.saved),
            (saving.waiting, self.waiting),
            (saving.failed, self.save_failed),
        )
