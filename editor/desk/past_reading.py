"""A past issue's text as it was read, put right line by line, and taken in only then. Nothing changes before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editor.desk.files import read_file
from editor.desk.formats import TEXT
from editor.desk.importing import Import, take_in
from editor.desk.issue_readers import incoming_text, own_text, parse_text
from editor.desk.ports import Library
from editor.intake.past_issue import Correction, ParsedIssue
from editor.model.errors import UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReading:
    """A file's reading with what an editor said about its lines."""

    name: str
    data: bytes
    parsed: ParsedIssue
    corrections: tuple[Correction, ...] = ()

    @property
    def open_points(self) -> int:
        """How many lines are to be looked at."""
        return len(self.parsed.doubts) + len(self.parsed.unplaced)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that could not be read. reason: a sentence with what to do."""

    name: str
    reason: str


def is_past_text(path: Path) -> bool:
    """Return whether a file is the text of a past issue that is to be looked at; our own PDF's is no such text."""
    return TEXT.matches(path) and not _is_own(path)


def shown_first(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the texts that are looked at before they are taken; a single one only where it reads as a past issue."""
    texts = tuple(path for path in files if is_past_text(path))
    return () if len(texts) == 1 and isinstance(next(read_all(texts)), Refused) else texts


def with_folders(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return files, and in place of a folder the texts in it."""
    return tuple(file for path in paths for file in (past_texts(path) if path.is_dir() else (path,)))


def past_texts(folder: Path) -> tuple[Path, ...]:
    """Return the texts that lie in a folder, by name; not those of folders inside it."""
    return tuple(sorted(path for path in folder.iterdir() if path.is_file() and TEXT.matches(path)))


def read_past(path: Path) -> PastReading:
    """Read a file. Raises UserError for one that is no past issue's text."""
    data = read_file(path, most=TEXT.most_bytes)
    return PastReading(name=path.name, data=data, parsed=parse_text(path.name, data))


def read_all(paths: Iterable[Path]) -> Iterator[PastReading | Refused]:
    """Yield every file's reading, or why there is none."""
    for path in paths:
        try:
            yield read_past(path)
        except UserError as error:
            yield Refused(name=path.name, reason=str(error))


def corrected(reading: PastReading, *corrections: Correction) -> PastReading:
    """Return the file read again with what an editor says; the last word about a line counts."""
    lines = {one.line for one in corrections}
    said = (*(one for one in reading.corrections if one.line not in lines), *corrections)
    return _read_again(reading, said)


def uncorrected(reading: PastReading, line: int) -> PastReading:
    """Return the file read again without what was said about a line."""
    return _read_again(reading, tuple(one for one in reading.corrections if one.line != line))


def take_past(reading: PastReading, library: Library) -> Import:
    """Add the issue, as it was put right, with its original bytes. Raises UserError where it can't be."""
    return take_in(reading.name, incoming_text(reading.name, reading.data, reading.parsed), library)


def _is_own(path: Path) -> bool:
    try:
        return own_text(path.name, read_file(path, most=TEXT.most_bytes)) is not None
    except UserError:
        # said when it is read
        return False


def _read_again(reading: PastReading, corrections: tuple[Correction, ...]) -> PastReading:
    parsed = parse_text(reading.name, reading.data, corrections)
    return replace(reading, parsed=parsed, corrections=corrections)
