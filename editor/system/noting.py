"""Begins to keep what the program notes. The log's file is opened with the first note: most commands note nothing."""

import logging
from collections.abc import Callable

# of this program alone: a library's messages may hold what it was given
_OWN = ("editor", "db")


def begin_noting(make: Callable[[], logging.Handler], *, debug: bool = False) -> logging.Handler:
    """Keep notes from now on, debug: all of them. Return what stops it (`end_noting`). make: opens what keeps them."""
    handler = _LateHandler(make)
    for name in _OWN:
        logging.getLogger(name).setLevel(logging.DEBUG if debug else logging.INFO)
        logging.getLogger(name).addHandler(handler)
    return handler


def end_noting(handler: logging.Handler) -> None:
    """Keep no more, and close what was opened."""
    for name in _OWN:
        logging.getLogger(name).removeHandler(handler)
    handler.close()


class _LateHandler(logging.Handler):
    def __init__(self, make: Callable[[], logging.Handler]) -> None:
        super().__init__()
        self._make = make
        self._made: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on."""
        if self._made is None:
            self._made = self._make()
        self._made.handle(record)

    def close(self) -> None:
        """Close what was opened."""
        if self._made:
            self._made.close()
        super().close()
