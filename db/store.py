"""The library's reads and writes: one short session per call, every write one transaction."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from db import clock, entries, queries
from db.connections import Connections
from db.file_store import FileStore
from db.house_word_store import HouseWordStore
from db.kept_entries import KeptEntries
from db.mapped_stores import MappedStores
from db.register_store import RegisterStore
from db.review import ReviewStore
from db.sessions import Access, Sessions
from db.watching import FileWatch
from editor.desk.intake.received import ReceivedArticle
from editor.desk.issue_entry import IssueEntry
from editor.desk.ports import NO_FILES, Arrival, BroughtFiles
from editor.desk.statistics.facts import LibraryFacts
from editor.desk.statistics.period import Period
from editor.model.issue import Issue
from editor.model.publication import Publication
from editor.model.workspace import Workspace

if TYPE_CHECKING:
    from db.archive import ArchiveStore


class Store(MappedStores):
    """An open library: its publications and issues; everything else of it in stores of its own.

    place: where its file lies; holder: who has it for writing, empty when it is this program; notices: what was found
    and done at the opening that its user should know; watch: makes what tells that another program has written here.
    """

    def __init__(self, connections: Connections, place: Path, access: Access) -> None:
        """Take connections to a library of the head revision, where its file lies, and what may be done with it."""
        self.place, self.holder, self.notices = place, access.holder, access.notices
        self.watch = partial(FileWatch, place)
        self._sessions, self._entries = Sessions(connections, place, access), KeptEntries()
        super().__init__(self._sessions)
        asking, writing = self._asking, self._writing = self._sessions.asking, self._sessions.writing
        self.review = ReviewStore(asking=asking, writing=writing)
        self.files = FileStore(asking=asking, writing=writing)
        self.registers = RegisterStore(asking=asking, writing=writing)
        self.house_words = HouseWordStore(asking=asking, writing=writing)

    @property
    def read_only(self) -> bool:
        """Whether another program has the library for writing, or its file cannot be written."""
        return bool(self.why_read_only)

    @property
    def why_read_only(self) -> str:
        """Why nothing can be written, and what to do; empty where it can."""
        return self._sessions.why_read_only

    @cached_property
    def archive(self) -> "ArchiveStore":
        """Every article, searched by its words."""
        from db.archive import ArchiveStore

        sessions = self._sessions
        return ArchiveStore(connected=sessions.connected, entries=self._entries.read, writing=sessions.writing)

    def close(self) -> None:
        """Close the file; a file that has replaced it is not changed."""
        self._sessions.close()

    def publications(self) -> tuple[Publication, ...]:
        """Return every publication, by masthead."""
        with self._asking() as rows:
            return queries.publications(rows)

    def publication(self, uid: str) -> Publication:
        """Return one publication. Raises UserError when it is not there."""
        with self._asking() as rows:
            return queries.publication(rows, uid)

    def save_publication(self, publication: Publication) -> None:
        """Add or replace a publication."""
        from db.closed import refuse_rules
        from db.engine import rows_of
        from db.rows import publication_row
        from db.tables import PublicationRow

        with self._writing() as session:
            if session.get(PublicationRow, publication.uid) is not None:
                refuse_rules(queries.publication(rows_of(session), publication.uid), publication)
            session.merge(publication_row(publication))

    def issues(self) -> tuple[IssueEntry, ...]:
        """Return the issues, newest first."""
        with self._sessions.connected() as raw:
            return self._entries.read(raw)

    def find(self, wanted: str) -> IssueEntry:
        """Return the issue named by total number, 2024-50 or latest. Raises UserError when there is none."""
        return entries.named_entry(self.issues(), wanted)

    def issue(self, uid: str) -> Issue:
        """Return a whole issue. Raises UserError when it is not there."""
        with self._asking() as rows:
            return queries.issue(rows, uid)

    def add_issue(self, issue: Issue, *, author: str = "") -> None:
        """Add an issue that author made. Raises UserError when its number is taken or it is there already."""
        from db.arriving import make_issue

        with self._writing() as session:
            make_issue(session, issue, author=author, at=clock.utc_now())

    def take_in(self, arrival: Arrival) -> None:
        """Add an issue and what belongs to it in one transaction; an existing publication is not changed."""
        from db.arriving import take_in

        with self._writing() as session:
            take_in(session, arrival, clock.utc_now())

    def save_issue(self, issue: Issue, *, author: str) -> None:
        """Replace the library's value of an issue; articles that are no longer in it are removed."""
        from db.saving import save_issue

        with self._writing() as session:
            save_issue(session, issue, author=author, at=clock.utc_now())

    def workspace(self, issue: str) -> Workspace:
        """Return an issue with its publication's drawer. Raises UserError when it is not there."""
        with self._asking() as rows:
            value = queries.issue(rows, issue)
            return Workspace(issue=value, drawer=queries.drawer(rows, value.publication))

    def received(self, publication: str) -> tuple[ReceivedArticle, ...]:
        """Return what came in for the issues of a publication."""
        from db.received import received

        with self._asking() as rows:
            return received(rows, publication)

    def article_facts(self, publication: str, period: Period) -> LibraryFacts:
        """Return the facts of a publication's articles; characters are those of the period's issues."""
        from db.article_facts import article_facts

        with self._asking() as rows:
            return article_facts(rows, publication, period)

    def save_workspace(
        self, before: Workspace, after: Workspace, *, author: str, files: BroughtFiles = NO_FILES
    ) -> None:
        """Write what differs from before, the value that the library holds, in one transaction; files: with it."""
        from db.saving import save_workspace

        with self._writing() as session:
            at = clock.utc_now()
            save_workspace(session, before, after, author=author, at=at)
            if files is not NO_FILES:
                from db.arriving import add_files

                add_files(session, files, at)
