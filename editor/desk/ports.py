"""Ports: what the desk needs of a library."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from editor.desk.archive.ports import ArchiveLibrary
from editor.desk.collating.ports import GalleyLibrary
from editor.desk.instructions.ports import InstructionLibrary
from editor.desk.intake.received import ReceivedArticle
from editor.desk.issue_entry import IssueEntry
from editor.desk.mending.ports import MendingLibrary
from editor.desk.reading.ports import ReadingLibrary
from editor.desk.registers.usage import Usage
from editor.desk.review.ports import ReviewLibrary, ReviewReader
from editor.desk.statistics.facts import LibraryFacts
from editor.desk.statistics.period import Period
from editor.desk.used_words import UsedWords
from editor.model.approval import LogEvent, Signed
from editor.model.article import Article
from editor.model.font import Font, FontFile
from editor.model.house_words import HouseWords
from editor.model.issue import Issue
from editor.model.picture import StoredPicture
from editor.model.publication import Publication
from editor.model.registers import Registers
from editor.model.revision import Reason, Revision, Version
from editor.model.signed_scan import SignedScan
from editor.model.workspace import Workspace

# imported where articles are compared: a list needs none of it
if TYPE_CHECKING:
    from editor.desk.archive.kept_texts import KeptTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An issue to be added with all that belongs to it. originals: name and bytes of imported files.

    event: to be logged with approvals, the keys of those who signed them and the files they name; None without any.
    rules: to be logged with a new publication that has rules of approval; None without any.
    """

    issue: Issue
    publication: Publication
    pictures: tuple[tuple[StoredPicture, bytes], ...] = ()
    originals: tuple[tuple[str, bytes], ...] = ()
    introductions: tuple[Signed, ...] = ()
    approvals: tuple[Signed, ...] = ()
    released: tuple[bytes, ...] = ()
    scans: tuple[tuple[SignedScan, bytes], ...] = ()
    event: LogEvent | None = None
    rules: LogEvent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtFiles:
    """What comes with articles. originals: name and bytes of the files that they were read from."""

    pictures: tuple[tuple[StoredPicture, bytes], ...] = ()
    originals: tuple[tuple[str, bytes], ...] = ()


NO_FILES = BroughtFiles()


def joined_files(files: Iterable[BroughtFiles]) -> BroughtFiles:
    """Return what comes with several articles as one; NO_FILES where nothing does."""
    known = tuple(files)
    pictures = tuple(pair for one in known for pair in one.pictures)
    originals = tuple(pair for one in known for pair in one.originals)
    return BroughtFiles(pictures=pictures, originals=originals) if pictures or originals else NO_FILES


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A change of several issues that can be undone as a whole. at: UTC; issues: how many."""

    uid: str
    name: str
    author: str
    at: dt.datetime
    issues: int


Shares = Callable[[int, int], None]


class LibraryWatch(Protocol):
    """Watches a library that another program has for writing; for one thread at a time."""

    def changes(self) -> int:
        """Return a number that changes with every write."""

    def holder(self) -> str:
        """Return who has the library for writing, empty once nobody has."""

    def close(self) -> None:
        """Close the file."""


class FileReader(Protocol):
    """Pictures and fonts of a library."""

    def pictures(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of those pictures that are there, by sha256."""

    def originals(self, digests: Iterable[str]) -> dict[str, tuple[str, bytes]]:
        """Return name and bytes of those files as they came in that are there and whole, by sha256."""

    def fonts(self) -> tuple[Font, ...]:
        """Return the fonts that the office added, by file name."""

    def font_data(self, sha256: str) -> bytes:
        """Return a font file's bytes. Raises UserError when they are not there."""


class FileLibrary(FileReader, Protocol):
    """Pictures, fonts, and files as they came in: each is kept once, by what is in it."""

    def add_picture(self, picture: StoredPicture, data: bytes) -> None:
        """Store a picture once."""

    def picture(self, sha256: str) -> bytes:
        """Return a picture's bytes. Raises UserError when they are not there."""

    def add_original(self, name: str, data: bytes) -> str:
        """Keep a file as it came in; return its sha256."""

    def add_font(self, file: FontFile) -> None:
        """Store a font file once."""

    def remove_font(self, sha256: str) -> None:
        """Take a font file out."""


class VersionLibrary(Protocol):
    """What articles were before: every revision of who changed them when, and versions to go back to."""

    def revisions(self, article: str) -> tuple[Revision, ...]:
        """Return the revisions of an article, or of an issue besides its articles, oldest first."""

    def listed(self, article: str) -> tuple[Version, ...]:
        """Return the versions of an article, the newest first; one with key 0 still stands."""

    def article(self, key: int) -> Article:
        """Return a version's article. Raises UserError when it is not there."""

    def keep(self, articles: Iterable[str], reason: Reason, *, author: str, name: str = "") -> None:
        """Keep articles as they stand in the library, before something is done to them or under the user's name."""


class CheckpointLibrary(Protocol):
    """Issues changed together, and changes that can be taken back together."""

    def save_issues(
        self, name: str, changes: Iterable[tuple[Issue, Issue]], *, author: str, progress: Shares | None = None
    ) -> Checkpoint:
        """Write issues changed together (before, after) in one transaction, to be taken back under a name.

        The same articles stand in the same sections before and after; sections may come, and empty ones go. progress:
        issues done, issues in all; what it raises stops the work and nothing is written. Raises UserError where the
        library holds another value than before, or an issue is approved or published.
        """

    def listed(self) -> tuple[Checkpoint, ...]:
        """Return what can be taken back, the newest first."""

    def undo(self, uid: str, *, author: str, progress: Shares | None = None) -> None:
        """Take a checkpoint back, all or nothing. Raises UserError where what it changed was changed since."""


class RegisterLibrary(Protocol):
    """People, organisations, tags, issuing bodies, sources and documents, and where they are used."""

    def stored(self) -> Registers:
        """Return the registers."""

    def save(self, before: Registers, after: Registers, *, author: str) -> None:
        """Write what differs from before. Raises UserError where the library holds another value than before."""

    def retag(
        self, name: str, names: Mapping[str, str], *, registers: tuple[Registers, Registers], author: str
    ) -> Checkpoint:
        """Write registers (before, after), and their tags' new names in every article, to be taken back under a name.

        names: new names by old, empty to take a tag away. Closed issues are changed too: tags are archive metadata.
        """

    def usage(self) -> Usage:
        """Return where the registers' entries are used."""

    def used_words(self) -> UsedWords:
        """Return words of the registers, then what articles and credits use, the most used first."""


class HouseWordLibrary(Protocol):
    """House words: wordings that the office forbids or prefers."""

    def stored(self) -> HouseWords:
        """Return them; the same object until there are others."""

    def save(self, before: HouseWords, after: HouseWords, *, author: str) -> None:
        """Write what differs from before. Raises UserError where the library holds another value than before."""


class LibraryReader(Protocol):
    """A library that is read for an export or a list."""

    @property
    def read_only(self) -> bool:
        """Whether another program has the library for writing, or its file cannot be written."""

    @property
    def why_read_only(self) -> str:
        """Why nothing can be written, and what to do, in whole sentences; empty where it can."""

    @property
    def holder(self) -> str:
        """Who has it for writing, empty when it is this program."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Messages for the user about the opening, in sentences."""

    @property
    def place(self) -> Path:
        """The path of the library's file."""

    @property
    def review(self) -> ReviewReader:
        """The review's data, for reading: members, keys, approvals, the log."""

    @property
    def files(self) -> FileReader:
        """Pictures and fonts."""

    def issues(self) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first."""

    def find(self, reference: str) -> IssueEntry:
        """Return the issue named by total number, 2024-50 or latest. Raises UserError when there is none."""

    def issue(self, uid: str) -> Issue:
        """Return a whole issue. Raises UserError when it is not there."""

    def publication(self, uid: str) -> Publication:
        """Return one publication. Raises UserError when it is not there."""


class Library(LibraryReader, Protocol):
    """A library of publications and issues. Every write is one transaction; a read-only one refuses it (UserError)."""

    def watch(self) -> LibraryWatch:
        """Return a watch that tells whether another program has written here, or has ended."""

    @property
    def review(self) -> ReviewLibrary:
        """The review's data: members, keys, approvals, the log."""

    @property
    def mending(self) -> MendingLibrary:
        """Damaged records and their remedies."""

    @property
    def readings(self) -> ReadingLibrary:
        """The read marks."""

    @property
    def archive(self) -> ArchiveLibrary:
        """Every article, searched by its words."""

    @property
    def galleys(self) -> GalleyLibrary:
        """The galleys that were made."""

    @property
    def instructions(self) -> InstructionLibrary:
        """What leaders wrote about printed articles."""

    @property
    def likeness(self) -> "KeptTexts":
        """Its articles, found by their likeness."""

    @property
    def files(self) -> FileLibrary:
        """Pictures, fonts, files as they came in."""

    @property
    def registers(self) -> RegisterLibrary:
        """The registers, and where their entries are used."""

    @property
    def house_words(self) -> HouseWordLibrary:
        """The house words."""

    @property
    def versions(self) -> VersionLibrary:
        """What articles were before."""

    @property
    def checkpoints(self) -> CheckpointLibrary:
        """Changes of many issues that can be taken back."""

    def publications(self) -> tuple[Publication, ...]:
        """Return every publication."""

    def save_publication(self, publication: Publication) -> None:
        """Add or replace a publication. Raises UserError for other rules of approval than the library has."""

    def add_issue(self, issue: Issue, *, author: str = "") -> None:
        """Add an issue; all of it counts as the author's change, of nobody where the name is empty.

        Raises UserError when its number is taken.
        """

    def take_in(self, arrival: Arrival) -> None:
        """Add an issue and what belongs to it, all or nothing; an existing publication is not changed.

        Raises UserError when its number is taken, ValueError for bytes that do not fit their picture.
        """

    def save_issue(self, issue: Issue, *, author: str) -> None:
        """Replace the library's value of an issue; only what differs is written, as the author's change.

        This and the other writes of an issue raise UserError where it is approved or published and printed content
        would change, or where the library has another state.
        """

    def workspace(self, issue: str) -> Workspace:
        """Return an issue with its publication's drawer. Raises UserError when it is not there."""

    def received(self, publication: str) -> tuple[ReceivedArticle, ...]:
        """Return what came in for the issues of a publication, in no order; what is damaged is left out."""

    def article_facts(self, publication: str, period: Period) -> LibraryFacts:
        """Return the facts of a publication's articles; those of damaged rows are left out and counted.

        period: of the issues whose characters are counted; those of all others are 0.
        """

    def save_workspace(
        self, before: Workspace, after: Workspace, *, author: str, files: BroughtFiles = NO_FILES
    ) -> None:
        """Write what differs from before, the value that the library holds, in one transaction; files: with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup, described by its file's name. at: local time when it was made; size: bytes.

    turn: how often the clock had been set back before; damaged: made of a library whose rows were damaged already.
    """

    path: Path
    at: dt.datetime
    size: int
    turn: int = 1
    damaged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A library's newest masthead and number of issues. message: why it cannot be read, empty where it can."""

    masthead: str = ""
    issues: int = 0
    message: str = ""


class LibraryShelf(Protocol):
    """Libraries as files, open or not, and the backups in the folder beside each."""

    def open_library(self, path: Path) -> AbstractContextManager[Library]:
        """Open a library, making it where there is none. Raises UserError."""

    def default_library(self) -> Path:
        """Return the default path of the library."""

    def glance(self, path: Path) -> Glance:
        """Look into a library without opening, upgrading or locking it."""

    def backups_of(self, library: Path) -> tuple[Backup, ...]:
        """Return the backups of a library, newest first; it may be damaged or gone."""

    def back_up(self, library: Path, *, progress: Shares | None = None) -> Backup | None:
        """Make a checked backup, None where nothing has changed since the last; old ones are thinned out.

        progress: done and whole, of copying and checking. Raises UserError where no trustworthy backup can be made;
        library and earlier backups are not changed then.
        """

    def check_backup(self, backup: Backup, *, progress: Shares | None = None) -> None:
        """Read a backup whole, its rows too. Raises UserError when it is damaged or gone."""

    def restore_copy(self, backup: Backup, target: Path) -> None:
        """Write a checked copy of a backup to a new file. Raises UserError; nothing is replaced."""

    def restore_library(self, backup: Backup, library: Path) -> Path | None:
        """Replace a library by a checked copy of a backup; return the new path of the old file, None for none.

        Raises UserError, also while a program has the library open; then nothing is changed.
        """

    def copy_library(self, library: Path, target: Path) -> None:
        """Write a checked copy of a library to a new file. Raises UserError, also while another program has it open."""
