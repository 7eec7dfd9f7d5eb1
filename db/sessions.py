"""Sessions of an open library: reading, writing, and the messages where either is refused."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.engine import WRITING, driver
from db.own_file import OwnFile
from db.refusals import refused
from editor.interchange.codec import half_character
from editor.model.errors import UserError
from editor.model.language import tr


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
    """Begins sessions of one library, and closes its file."""

    def __init__(self, engine: Engine, place: Path, access: Access) -> None:
        """Take an engine on a library of the head revision, the path of its file, and how it was opened."""
        self._engine, self._place, self._own, self._access = engine, place, access.own, access

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
            self._own.close(self._engine)
        else:
            self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Begin to read. Raises UserError."""
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
    def writing(self) -> Iterator[Session]:
        """Begin to write: one transaction. Raises UserError, also where the library is only read."""
        if self._own is None:
            raise UserError(self.why_read_only)
        try:
            with (
                self._own.turn(self._engine),
                Session(self._engine.execution_options(**{WRITING: True})) as session,
                session.begin(),
                self._own.change(driver(session.connection())),
            ):
                yield session
                session.flush()
        except UnicodeEncodeError as error:
            raise half_character(error) from error
        except (DBAPIError, sqlite3.Error) as error:
            self._check()
            raise refused(tr("没有写进刊库"), self._place, getattr(error, "orig", error)) from error

    def _check(self) -> None:
        if self._own:
            self._own.check(self._engine)
