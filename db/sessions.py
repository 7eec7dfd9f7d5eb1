"""Sessions of an open library: reading, writing, and the messages where either is refused."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db.connections import Connections, rows_by
from db.entries import Rows
from db.own_file import OwnFile
from db.refusals import refused
from editor.interchange.codec import half_character
from editor.model.errors import UserError
from editor.model.language import tr

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How a library's file is opened.

    own: the file to write into, None where it is only read; holder: who has it for writing, empty when this program
    does; closed: why it cannot be written; notices: messages for the user about the opening.
    """

    own: OwnFile | None = None
    holder: str = ""
    closed: str = ""
    notices: tuple[str, ...] = ()


class Sessions:
    """Begins sessions of one library, and closes its file.

    SQLAlchemy is imported by the first session: a window is drawn, and most of a library read, without it.
    """

    def __init__(self, connections: Connections, place: Path, access: Access) -> None:
        """Take connections to a library of the head revision, the path of its file, and how it was opened."""
        self._connections, self._place, self._own, self._access = connections, place, access.own, access

    @property
    def why_read_only(self) -> str:
        """Why nothing can be written, and what to do; empty where it can."""
        holder, closed = self._access.holder, self._access.closed
        if holder and not closed:
            return tr("刊库由 {holder} 打开着，这里只能看。请在那边关闭后再试。", holder=holder)
        return closed

    def close(self) -> None:
        """Close the file; a file that has replaced it is not changed."""
        if self._own:
            self._own.close(self._connections)
        else:
            self._connections.dispose()

    @contextmanager
    def asking(self) -> Iterator[Rows]:
        """Begin to read past the mapping. Raises UserError."""
        with self.connected() as raw:
            yield rows_by(raw)

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """Begin to read by SQLite's own connection. Raises UserError."""
        self._check()
        try:
            with self._connections.reading() as raw:
                yield raw
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # an error caused by a replaced file must not be reported as damage
            self._check()
            raise refused(tr("读不出刊库"), self._place, error) from error

    @contextmanager
    def reading(self) -> Iterator["Session"]:
        """Begin to read. Raises UserError."""
        from sqlalchemy.exc import DBAPIError
        from sqlalchemy.orm import Session

        self._check()
        try:
            with Session(self._engine) as session:
                yield session
        except (DBAPIError, sqlite3.Error) as error:
            # an error caused by a replaced file must not be reported as damage
            self._check()
            raise refused(tr("读不出刊库"), self._place, getattr(error, "orig", error)) from error
        except UnicodeDecodeError as error:
            raise refused(tr("读不出刊库"), self._place, error) from error

    @contextmanager
    def writing(self) -> Iterator["Session"]:
        """Begin to write: one transaction. Raises UserError, also where the library is only read."""
        from sqlalchemy.exc import DBAPIError
        from sqlalchemy.orm import Session

        from db.engine import WRITING, driver
        from db.search_index import index_changes

        if self._own is None:
            raise UserError(self.why_read_only)
        try:
            with (
                self._own.turn(self._connections),
                Session(self._engine.execution_options(**{WRITING: True})) as session,
                session.begin(),
                self._own.change(driver(session.connection())),
            ):
                yield session
                session.flush()
                index_changes(driver(session.connection()))
        except UnicodeEncodeError as error:
            raise half_character(error) from error
        except (DBAPIError, sqlite3.Error) as error:
            self._check()
            raise refused(tr("没有写进刊库"), self._place, getattr(error, "orig", error)) from error

    @cached_property
    def _engine(self) -> "Engine":
        from db.engine import engine_on

        return engine_on(self._connections)

    def _check(self) -> None:
        if self._own:
            self._own.check(self._connections)
