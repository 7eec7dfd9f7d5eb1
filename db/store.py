"""The library's reads and writes: one short session per call, every write one transaction."""

from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from db import clock, entries, queries, rows
from db.arriving import make_issue, take_in
from db.checkpoint_store import CheckpointStore
from db.closed import refuse_rules
from db.engine import rows_of
from db.file_store import FileStore
from db.kept_entries import KeptEntries
from db.reading import ReadingStore
from db.register_store import RegisterStore
from db.repairs import MendingStore
from db.review import ReviewStore
from db.saving import save_issue, save_workspace
from db.sessions import Access, Sessions
from db.tables import PublicationRow
from db.version_store import VersionStore
from db.watching import FileWatch
from editor.desk.issue_entry import IssueEntry
from editor.desk.ports import Arrival
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.workspace import Workspace


class Store:
    """An open library: its publications and issues; everything else of it in stores of its own.

    place: where its file lies; holder: who has it for writing, empty when it is this program; notices: what was found
    and done at the opening that its user should know; watch: makes what tells that another program has written here.
    """

    def __init__(self, engine: Engine, place: Path, access: Access) -> None:
        """Take an engine on a library of the head revision, where its file lies, and what may be done with it."""
        self.place, self.holder, self.notices = place, access.holder, access.notices
        self.watch = partial(FileWatch, place)
        self._sessions, self._entries = Sessions(engine, place, access), KeptEntries()
        reading, writing = self._reading, self._writing = self._sessions.reading, self._sessions.writing
        self.review = ReviewStore(reading=reading, writing=writing)
        self.readings = ReadingStore(reading=reading, writing=writing)
        self.mending = MendingStore(reading=reading, writing=writing)
        self.files = FileStore(reading=reading, writing=writing)
        self.registers = RegisterStore(reading=reading, writing=writing)
        self.versions = VersionStore(reading=reading, writing=writing)
        self.checkpoints = CheckpointStore(reading=reading, writing=writing)

    @property
    def read_only(self) -> bool:
        """Whether another program has the library for writing, or its file cannot be written."""
        return bool(self.why_read_only)

    @property
    def why_read_only(self) -> str:
        """Why nothing can be written, and what to do; empty where it can."""
        return self._sessions.why_read_only

    def close(self) -> None:
        """Close the file; a file that has replaced it is not changed."""
        self._sessions.close()

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
            return self._entries.read(session)

    def find(self, wanted: str) -> IssueEntry:
        """Return the issue named by total number, 2024-50 or latest. Raises UserError when there is none."""
        return entries.named_entry(self.issues(), wanted)

    def issue(self, uid: str) -> Issue:
        """Return a whole issue. Raises UserError when it is not there."""
        with self._reading() as session:
            return queries.issue(rows_of(session), uid)

    def add_issue(self, issue: Issue, *, author: str = "") -> None:
        """Add an issue that author made. Raises UserError when its number is taken or it is there already."""
        with self._writing() as session:
            make_issue(session, issue, author=author, at=clock.utc_now())

    def take_in(self, arrival: Arrival) -> None:
        """Add an issue and what belongs to it in one transaction; an existing publication is not changed."""
        with self._writing() as session:
            take_in(session, arrival, clock.utc_now())

    def save_issue(self, issue: Issue, *, author: str) -> None:
        """Replace the library's value of an issue; articles that are no longer in it are removed."""
        with self._writing() as session:
            save_issue(session, issue, author=author, at=clock.utc_now())

    def workspace(self, issue: str) -> Workspace:
        """Return an issue with its publication's drawer. Raises UserError when it is not there."""
        with self._reading() as session:
            value = queries.issue(rows_of(session), issue)
            return Workspace(issue=value, drawer=queries.drawer(rows_of(session), value.publication))

    def save_workspace(self, before: Workspace, after: Workspace, *, author: str) -> None:
        """Write what differs from before, the value that the library holds, in one transaction."""
        with self._writing() as session:
            save_workspace(session, before, after, author=author, at=clock.utc_now())
