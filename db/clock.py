"""The time that a write is put down with."""

import datetime as dt


def utc_now() -> dt.datetime:
    """Return the instant."""
    return dt.datetime.now(tz=dt.UTC)
