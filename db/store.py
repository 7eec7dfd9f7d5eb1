"""The library's reads and writes: one short session per call, every write one transaction."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import Engine

from db import checkpoints, queries, registers, rows, versions
from db.arriving import add_original, add_picture, make_issue, take_in
from db.closed import refuse_rules
from db.engine import rows_of
from db.reading import ReadingStore
from db.repairs import MendingStore
from db.review import ReviewStore
from db.saving import save_issue, save_workspace
from db.sessions import Access, Sessions
from db.tables import FontRow, PublicationRow
from db.values import named_entry
from db.watching import FileWatch
from editor.desk.ports import Arrival, Checkpoint, IssueEntry, Shares
from editor.desk.registers.usage import Usage
from editor.desk.used_words import UsedWords, registered_first
from editor.model.errors import UserError
from editor.model.font import Font, FontFile
from editor.model.issue import Article, Issue
from editor.model.language import tr
from editor.model.picture import Picture
from editor.model.publication import Publication
from editor.model.registers import Registers
from editor.model.revision import Reason, Revision, Version
from editor.model.workspace import Workspace


class Store:
    """An open library."""

    def __init__(self, engine: Engine, place: Path, access: Access) -> None:
        """Take an engine on a library of the head revision, the path of its file, and how it was opened."""
        self._place, self._access, self._sessions = place, access, Sessions(engine, place, access)
        self._reading, self._writing = self._sessions.reading, self._sessions.writing
        self._review = ReviewStore(reading=self._reading, writing=self._writing)
        self._readings = ReadingStore(reading=self._reading, writing=self._writing)
        self._mending = MendingStore(reading=self._reading, writing=self._writing)

    @property
    def read_only(self) -> bool:
        """Whether another program has the library for writing, or its file cannot be written."""
        return bool(self.why_read_only)

    @property
    def why_read_only(self) -> str:
        """Why nothing can be written, and what to do; empty where it can."""
        return self._sessions.why_read_only

    def watch(self) -> FileWatch:
        """Return a watch that tells whether another program has written here, or has ended."""
        return FileWatch(self._place)

    @property
    def holder(self) -> str:
        """Who has it for writing, empty when it is this program."""
        return self._access.holder

    @property
    def notices(self) -> tuple[str, ...]:
        """Messages for the user about the opening."""
        return self._access.notices

    def close(self) -> None:
        """Close the file; a file that has replaced it is not changed."""
        self._sessions.close()

    @property
    def place(self) -> Path:
        """The path of the library's file."""
        return self._place

    @property
    def readings(self) -> ReadingStore:
        """The read marks."""
        return self._readings

    @property
    def mending(self) -> MendingStore:
        """Damaged records and their remedies."""
        return self._mending

    @property
    def review(self) -> ReviewStore:
        """The review's data: members, keys, approvals, the log."""
        return self._review

    def publications(self) -> tuple[Publication, ...]:
        """Return every publication, by masthead."""
        with self._reading() as session:
            return queries.publications(rows_of(session))

    def publication(self, uid: str) -> Publication:
        """Return one publication. Raises UserError when it is not there."""
        with self._reading() as session:
            return queries.publication(rows_of(session), uid)

    def save_publication(self, publication: Publication) -> None:
        """Add or replace a publication."""
        with self._writing() as session:
            if session.get(PublicationRow, publication.uid) is not None:
                refuse_rules(queries.publication(rows_of(session), publication.uid), publication)
            session.merge(rows.publication_row(publication))

    def issues(self) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first."""
        with self._reading() as session:
            return queries.issues(rows_of(session))

    def find(self, wanted: str) -> IssueEntry:
        """Return the issue named by total number, 2024-50 or latest. Raises UserError when there is none."""
        return named_entry(self.issues(), wanted)

    def issue(self, uid: str) -> Issue:
        """Return a whole issue. Raises UserError when it is not there."""
        with self._reading() as session:
            return queries.issue(rows_of(session), uid)

    def add_issue(self, issue: Issue, *, author: str = "") -> None:
        """Add an issue that author made. Raises UserError when its number is taken or it is there already."""
        with self._writing() as session:
            make_issue(session, issue, author=author, at=_now())

    def take_in(self, arrival: Arrival) -> None:
        """Add an issue and what belongs to it in one transaction; an existing publication is not changed."""
        with self._writing() as session:
            take_in(session, arrival, _now())

    def save_issue(self, issue: Issue, *, author: str) -> None:
        """Replace the library's value of an issue; articles that are no longer in it are removed."""
        with self._writing() as session:
            save_issue(session, issue, author=author, at=_now())

    def workspace(self, issue: str) -> Workspace:
        """Return an issue with its publication's drawer. Raises UserError when it is not there."""
        with self._reading() as session:
            value = queries.issue(rows_of(session), issue)
            return Workspace(issue=value, drawer=queries.drawer(rows_of(session), value.publication))

    def save_workspace(self, before: Workspace, after: Workspace, *, author: str) -> None:
        """Write what differs from before, the value that the library holds, in one transaction."""
        with self._writing() as session:
            save_workspace(session, before, after, author=author, at=_now())

    def save_issues(
        self, name: str, changes: Iterable[tuple[Issue, Issue]], *, author: str, progress: Shares | None = None
    ) -> Checkpoint:
        """Write issues changed together in one transaction, which can be undone under a name (see the port)."""
        with self._writing() as session:
            writer = checkpoints.Writer(session, author=author, at=_now(), progress=progress)
            return writer.save(name, tuple(changes))

    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """Return what can be undone, the newest first."""
        with self._reading() as session:
            return checkpoints.listed(session)

    def undo_checkpoint(self, uid: str, *, author: str, progress: Shares | None = None) -> None:
        """Undo a checkpoint, all or nothing. Raises UserError where what it changed was changed since."""
        with self._writing() as session:
            checkpoints.Writer(session, author=author, at=_now(), progress=progress).undo(uid)

    def registers(self) -> Registers:
        """Return the registers."""
        with self._reading() as session:
            return registers.stored(session)

    def save_registers(self, before: Registers, after: Registers, *, author: str) -> None:
        """Write what differs from before in one transaction. Raises UserError where the library holds another value."""
        with self._writing() as session:
            registers.save(session, before, after, author=author, at=_now())

    def retag(
        self, name: str, names: Mapping[str, str], *, registers: tuple[Registers, Registers], author: str
    ) -> Checkpoint:
        """Write registers and their tags' new names in every article in one transaction (see the port)."""
        with self._writing() as session:
            return checkpoints.Writer(session, author=author, at=_now(), progress=None).retag(name, names, registers)

    def usage(self) -> Usage:
        """Return where the registers' entries are used."""
        with self._reading() as session:
            return registers.usage(session)

    def used_words(self) -> UsedWords:
        """Return words of the registers, then what articles and credits use, the most used first."""
        with self._reading() as session:
            return registered_first(registers.used_words(session), registers.stored(session))

    def revisions(self, article: str) -> tuple[Revision, ...]:
        """Return the revisions of an article, oldest first."""
        with self._reading() as session:
            return queries.revisions(rows_of(session), article)

    def versions(self, article: str) -> tuple[Version, ...]:
        """Return the versions of an article, the newest first; key 0 is its present state."""
        with self._reading() as session:
            return versions.listed(session, article)

    def version(self, key: int) -> Article:
        """Return a version's article. Raises UserError when it is not there."""
        with self._reading() as session:
            article = versions.words_of(session, key)
        if article is None:
            raise UserError(tr("刊库里没有这个版本了，请关闭后重新打开版本列表。"))
        return article

    def keep_versions(self, articles: Iterable[str], reason: Reason, *, author: str, name: str = "") -> None:
        """Keep versions of articles as the library has them, before a change or under a name of the user."""
        occasion = versions.Occasion(reason=reason, author=author, at=_now(), name=name)
        with self._writing() as session:
            for uid in articles:
                versions.keep_version(session, uid, occasion)

    def add_picture(self, picture: Picture, data: bytes) -> None:
        """Store a picture once. Raises ValueError when the bytes are not the picture's."""
        with self._writing() as session:
            add_picture(session, picture, data)

    def pictures(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of those pictures that exist undamaged, by sha256."""
        with self._reading() as session:
            return queries.pictures(rows_of(session), digests)

    def picture(self, sha256: str) -> bytes:
        """Return a picture's bytes. Raises UserError when they are not there."""
        with self._reading() as session:
            found = queries.pictures(rows_of(session), (sha256,))
        if sha256 not in found:
            raise UserError(tr("刊库里有一张图片的数据缺失或已损坏，请重新放入这张图片。"))
        return found[sha256]

    def add_original(self, name: str, data: bytes) -> str:
        """Store an imported file unchanged; return its sha256."""
        with self._writing() as session:
            return add_original(session, name, data, _now())

    def fonts(self) -> tuple[Font, ...]:
        """Return the fonts that the office added, by file name."""
        with self._reading() as session:
            return queries.fonts(rows_of(session))

    def font_data(self, sha256: str) -> bytes:
        """Return a font file's bytes. Raises UserError when they are not there."""
        with self._reading() as session:
            return queries.font_data(rows_of(session), sha256)

    def add_font(self, file: FontFile) -> None:
        """Store a font file once. Raises ValueError when the bytes are not the font's."""
        if hashlib.sha256(file.data).hexdigest() != file.font.sha256:
            raise ValueError("the bytes are not those of the font")
        with self._writing() as session:
            # adding a damaged font again repairs it
            session.merge(rows.font_row(file))

    def remove_font(self, sha256: str) -> None:
        """Remove a font file; a missing one is no error."""
        with self._writing() as session:
            row = session.get(FontRow, sha256)
            if row is not None:
                session.delete(row)


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC)
