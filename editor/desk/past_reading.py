"""A past issue's file as it was read, put right line by line, and taken in only then. Nothing changes before."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editor.desk.files import read_file
from editor.desk.formats import OFFICE, PDF, TEXT, WORD
from editor.desk.importing import Import, take_in
from editor.desk.issue_readers import Incoming, incoming_text, own_text, parse_text, text_issue
from editor.desk.ports import Library
from editor.intake.past_issue import Correction, FormedText, ParsedIssue, read_formed_issue
from editor.model.errors import UserError
from editor.model.language import tr

PAST_FORMATS = (TEXT, WORD, PDF, OFFICE)
"""What past issues lie on disks as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReading:
    """A file's reading with what an editor said about its lines.

    text: the lines of a file with structure, None of a text; own: what one of our own files says, which is read back
    as it was and has no lines; same: name of the file before that is the same issue, empty for none.
    """

    name: str
    data: bytes
    parsed: ParsedIssue
    corrections: tuple[Correction, ...] = ()
    text: FormedText | None = None
    own: Incoming | None = None
    same: str = ""

    @property
    def open_points(self) -> int:
        """How many lines are to be looked at."""
        return len(self.parsed.doubts) + len(self.parsed.unplaced)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that could not be read. reason: a sentence with what to do."""

    name: str
    reason: str


def is_past_file(path: Path) -> bool:
    """Return whether a file may be a past issue, by its ending."""
    return any(one.matches(path) for one in PAST_FORMATS)


def shown_first(files: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[PastReading, ...]]:
    """Return the files that are looked at before they are taken, and readings of them that are there already.

    A single one only where it reads as a past issue of another program: our own is read back as it was. That one has
    been read then, and is not read a second time to be shown.
    """
    past = tuple(path for path in files if is_past_file(path))
    if len(past) != 1:
        return past, ()
    found = next(read_all(past))
    return (past, (found,)) if isinstance(found, PastReading) and found.own is None else ((), ())


def with_folders(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return files, and in place of a folder the past issues in it."""
    return tuple(file for path in paths for file in (past_files(path) if path.is_dir() else (path,)))


def past_files(folder: Path) -> tuple[Path, ...]:
    """Return the past issues that lie in a folder, by name; not those of folders inside it."""
    # Word's own marks of an open file begin with ~$
    own = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith(("~$", ".")))
    return tuple(sorted(path for path in own if is_past_file(path)))


def read_past(path: Path) -> PastReading:
    """Read a file. Raises UserError for one that is no past issue."""
    from editor.desk.intake.kinds import kind_of_file

    data = read_file(path, most=TEXT.most_bytes)
    name, kind = path.name, kind_of_file(path, data)
    if kind in (WORD, OFFICE):
        from editor.desk.formed_issues import word_text

        return _formed(name, data, word_text(name, data))
    if kind is PDF:
        from editor.desk.pdf_reading import read_pdf_pages

        found = read_pdf_pages(name, data)
        return _own(name, data, found) if isinstance(found, Incoming) else _formed(name, data, found)
    own = own_text(name, data)
    if own:
        return _own(name, data, text_issue(name, data, own))
    return PastReading(name=name, data=data, parsed=parse_text(name, data))


def read_all(paths: Iterable[Path]) -> Iterator[PastReading | Refused]:
    """Yield every file's reading, or why there is none; who stops asking has the rest unread.

    The same file twice is refused; another file of the same issue says so.
    """
    bytes_of: dict[str, Path] = {}
    issues: dict[str, Path] = {}
    for path in paths:
        yield _read_once(path, bytes_of, issues)


def _read_once(path: Path, bytes_of: dict[str, Path], issues: dict[str, Path]) -> PastReading | Refused:
    try:
        digest = hashlib.sha256(read_file(path, most=TEXT.most_bytes)).hexdigest()
        first = bytes_of.setdefault(digest, path)
        if first != path:
            return Refused(name=path.name, reason=tr("和“{name}”是同一个文件，只读一次。", name=first.name))
        reading = read_past(path)
    except UserError as error:
        return Refused(name=path.name, reason=str(error))
    same = issues.setdefault(_issue_key(reading), path)
    return replace(reading, same=same.name) if same != path else reading


def _issue_key(reading: PastReading) -> str:
    issue = reading.parsed.issue
    return f"{issue.profile.masthead}/{issue.number}/{issue.date}"


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
    return take_in(reading.name, _incoming(reading), library)


def _incoming(reading: PastReading) -> Incoming:
    if reading.own:
        return reading.own
    if reading.text is None:
        return incoming_text(reading.name, reading.data, reading.parsed)
    from editor.desk.formed_issues import formed_incoming

    return formed_incoming(reading.name, reading.data, reading.parsed)


def _formed(name: str, data: bytes, text: FormedText) -> PastReading:
    return PastReading(name=name, data=data, text=text, parsed=read_formed_issue(text, name=name))


def _own(name: str, data: bytes, own: Incoming) -> PastReading:
    parsed = ParsedIssue(
        issue=own.arrival.issue, publication=own.arrival.publication, unplaced=own.unplaced, report=own.report
    )
    return PastReading(name=name, data=data, own=own, parsed=parsed)


def _read_again(reading: PastReading, corrections: tuple[Correction, ...]) -> PastReading:
    if reading.text is None:
        parsed = parse_text(reading.name, reading.data, corrections)
    else:
        parsed = read_formed_issue(reading.text, name=reading.name, corrections=corrections)
    return replace(reading, parsed=parsed, corrections=corrections)
