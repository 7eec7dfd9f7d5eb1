"""The program's log, for whoever helps its user: what was done and what failed, never what is written in an issue.

A message names libraries, revisions, formats and identities. An exception is noted by its kind and where it came from:
its words may be the user's text.
"""

import errno
import logging
import os
import platform
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

import platformdirs

_MOST_BYTES = 1024 * 1024
# the one written and those of before
_FILES = 3
_LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"
_Raised: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def log_file() -> Path:
    """Return the file that this user's log is written to; it may not be there."""
    return platformdirs.user_data_path("bulletin-desk", appauthor=False) / "log" / "bulletin-desk.log"


def file_handler(place: Path) -> logging.Handler:
    """Return what writes notes into a file. One that cannot be written is no error: nothing is kept then."""
    handler = _QuietFile(place)
    handler.setFormatter(_WordlessFormatter(_LINE))
    return handler


def system_line(program: str) -> str:
    """Return what runs here, in a line. program: its version."""
    return f"{program}, Python {platform.python_version()}, {platform.platform()}, frozen {hasattr(sys, 'frozen')}"


class _QuietFile(RotatingFileHandler):
    """Three files of 1 MB at most. A disk that takes nothing, or a file that another program holds, is no error."""

    def __init__(self, place: Path) -> None:
        super().__init__(place, maxBytes=_MOST_BYTES, backupCount=_FILES - 1, encoding="utf-8", delay=True)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's
        """Tell nobody: what the user does has not failed."""

    def close(self) -> None:
        """Close the file; what a full disk did not take is lost."""
        with suppress(OSError):
            super().close()

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


class _WordlessFormatter(logging.Formatter):
    """Says of an exception what it is and where it came from, not what it says."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record's lines; what another formatter has kept of its exception in it holds the words."""
        record.exc_text = None
        try:
            return super().format(record)
        finally:
            record.exc_text = None

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - the standard library's
        """Return an exception and those that led to it, the first one first."""
        return "\n".join(_lines(ei[1])) if ei[1] else ""


def _lines(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before:
        yield from _lines(before)
    yield from (line.rstrip() for line in traceback.format_tb(error.__traceback__))
    yield type(error).__qualname__ + _system_reason(error)


def _system_reason(error: BaseException) -> str:
    code = error.errno if isinstance(error, OSError) else None
    return f": {errno.errorcode.get(code, code)} {os.strerror(code)}" if code else ""
