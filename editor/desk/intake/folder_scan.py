"""A folder that manuscripts are saved into: which of its files are new, and written to their end.

Nothing is asked of the system but lists and sizes, so that network folders and Windows are seen as well.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.desk.formats import HTML, MANUSCRIPT_FILES
from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.reasons import reason_of

# a download under way: Chromium, Firefox, Safari, Edge, Opera, 迅雷, 百度网盘, aria2
_UNFINISHED = (
    *(".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp", ".temp"),
    *(".xltd", ".td", ".downloading", ".aria2"),
)
_SYSTEM = frozenset(("desktop.ini", "thumbs.db"))
# Word and WPS lock a document by ~$ before its name, two letters of a longer one left out; LibreOffice by .~lock.NAME#
_LOCKED_BY_WORD, _LOCKED_BY_OFFICE = "~$", re.compile(r"\.~lock\.(.+)#")
# pictures of a saved page, as Chromium, Firefox and Internet Explorer name their folder
_BESIDE = ("{stem}_files", "{stem}.files", "{stem}_文件")
# an empty file is the place of one to come; one that stays empty for so many looks is said to be
_EMPTY_LOOKS = 8


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file at one look. size: bytes, with those of its folder of pictures; modified: ns; looks: when it was so."""

    size: int
    modified: int
    looks: int = 1


def manuscripts_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that may be manuscripts, by name; not those of folders inside it.

    Raises UserError where it cannot be listed, and where it holds none.
    """
    try:
        files = sorted(path for path in folder.iterdir() if MANUSCRIPT_FILES.matches(path) and path.is_file())
    except OSError as error:
        words = tr("打不开文件夹“{name}”：{reason}。", name=folder.name, reason=reason_of(error))
        raise UserError(words) from error
    found = tuple(path for path in files if not _is_left_alone(path.name))
    if not found:
        raise UserError(
            tr(
                "文件夹“{name}”里没有能收的文件（Word、WPS、PDF、网页、文本）。它里面的文件夹不看，请把里面的文件拖进来。",
                name=folder.name,
            )
        )
    return found


class FolderScan:
    """Of one folder. What lies in it at the first look was there before and is left alone."""

    def __init__(self, folder: Path) -> None:
        """Nothing is looked at yet."""
        self.folder = folder
        self._taken: dict[str, _Seen] | None = None
        self._waiting: dict[str, _Seen] = {}

    def look(self) -> tuple[Path, ...]:
        """Return the files that came or were saved anew since, and did not change from the last look to this one.

        Each is returned once. Raises UserError where the folder cannot be seen now; it may be again.
        """
        try:
            found = dict(_files(self.folder))
        except OSError as error:
            raise UserError(
                tr(
                    "看不到收集的文件夹“{folder}”：{reason}。接上以后会接着看。",
                    folder=self.folder,
                    reason=reason_of(error),
                )
            ) from error
        if self._taken is None:
            self._taken = found
            return ()
        new = {name: seen for name, seen in found.items() if not _same(seen, self._taken.get(name))}
        self._waiting = {name: _again(seen, self._waiting.get(name)) for name, seen in new.items()}
        ready = [name for name, seen in self._waiting.items() if _is_whole(seen) and _opens(self.folder / name)]
        for name in ready:
            self._taken[name] = self._waiting.pop(name)
        return tuple(self.folder / name for name in sorted(ready))


def _same(one: _Seen, other: _Seen | None) -> bool:
    return other is not None and (one.size, one.modified) == (other.size, other.modified)


def _again(seen: _Seen, before: _Seen | None) -> _Seen:
    if before is None or not _same(seen, before):
        return seen
    return _Seen(seen.size, seen.modified, before.looks + 1)


def _is_whole(seen: _Seen) -> bool:
    return seen.looks > (1 if seen.size else _EMPTY_LOOKS)


def _opens(path: Path) -> bool:
    """Return whether a file may be read: on Windows not while another program writes it."""
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


def _files(folder: Path) -> Iterator[tuple[str, _Seen]]:
    """Yield the files that may be manuscripts. Raises OSError where the folder cannot be listed."""
    with os.scandir(folder) as listed:
        entries = {entry.name: entry for entry in listed}
    locks = _Locks(entries)
    for name, entry in entries.items():
        if _is_left_alone(name) or locks.hold(name):
            continue
        try:
            if entry.is_file():
                # the entry's own numbers are those of the listing, on Windows old ones
                status = (folder / name).stat()
                yield name, _Seen(status.st_size + _beside(folder, name, entries), status.st_mtime_ns)
        except OSError:
            # gone since the list was made
            continue


def _is_left_alone(name: str) -> bool:
    small = name.lower()
    return small.startswith((".", _LOCKED_BY_WORD)) or small.endswith(_UNFINISHED) or small in _SYSTEM


class _Locks:
    """What says in a folder that a file is being downloaded, or is open in a word processor."""

    def __init__(self, there: Iterable[str]) -> None:
        names = tuple(there)
        self._begun = {name[: -len(ending)] for name in names for ending in _UNFINISHED if name.endswith(ending)}
        self._word = tuple(one.removeprefix(_LOCKED_BY_WORD) for one in names if one.startswith(_LOCKED_BY_WORD))
        self._office = {match[1] for match in map(_LOCKED_BY_OFFICE.fullmatch, names) if match}

    def hold(self, name: str) -> bool:
        """Return whether a file is not to be read yet."""
        if name in self._begun or name in self._office:
            return True
        short = len(_LOCKED_BY_WORD)
        return any(name.endswith(left) and len(name) - len(left) <= short for left in self._word)


def _beside(folder: Path, name: str, there: Mapping[str, object]) -> int:
    """Return how many bytes the pictures of a saved page have by now."""
    path = Path(name)
    if not HTML.matches(path):
        return 0
    folders = (form.format(stem=path.stem) for form in _BESIDE)
    return sum(one.stat().st_size for part in folders if part in there for one in (folder / part).iterdir())
