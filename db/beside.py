"""The files that SQLite keeps beside a database."""

from pathlib import Path

WAL, SHM, JOURNAL = "-wal", "-shm", "-journal"


def beside(place: Path, suffix: str) -> Path:
    """Return the name SQLite gives to a file beside a database."""
    return Path(f"{place}{suffix}")


def is_alone(place: Path) -> bool:
    """Return whether neither a log nor a journal is beside a file. Raises OSError."""
    return not (beside(place, WAL).exists() or beside(place, JOURNAL).exists())
