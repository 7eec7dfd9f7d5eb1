"""What the window remembers between two starts; never anything of an issue."""

import contextlib
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from editor.intake.manuscript import TrackedChanges
from editor.system.lasting import sync_folder
from editor.ui.app.kept import Kept, names, number, text
from editor.ui.app.language import Language
from editor.ui.theme.scheme import SchemeChoice

_RECENT, _RECENT_COMMANDS = 8, 5
_KEYS, _NO_KEYS = "keys", "none"
_LINE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)?\|(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """A library opened lately. at: local time, None where an older version kept none."""

    path: Path
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What counts from a start on. zoom: per cent."""

    zoom: int
    language: Language


def _recent(line: str) -> Recent:
    match = _LINE.fullmatch(line)
    if match is None:
        return Recent(path=Path(line))
    return Recent(path=Path(match[2]), at=dt.datetime.fromisoformat(match[1]) if match[1] else None)


def _line(recent: Recent) -> str:
    return f"{recent.at.isoformat(timespec='minutes') if recent.at else ''}|{recent.path}"


def _scheme(kept: object) -> SchemeChoice:
    name = text(kept)
    return SchemeChoice[name] if name in SchemeChoice.__members__ else SchemeChoice.SYSTEM


def _language(kept: object) -> Language:
    return Language(text(kept)) if kept in tuple(Language) else Language.CHINESE


def _changes(kept: object) -> TrackedChanges:
    return TrackedChanges(text(kept)) if kept in tuple(TrackedChanges) else TrackedChanges.ACCEPTED


def _folder(kept: object) -> Path | None:
    return Path(str(kept)) if kept else None


def _documents() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path()


class Settings:
    """Kept in an ini file of its own. Said beside each: what it is; what counts where nothing usable stands."""

    # the scheme the user chose; the system's
    scheme = Kept(_scheme, lambda choice: choice.name)
    # of the window, from the next start on; Chinese
    language = Kept(_language, lambda language: language.value)
    # the size of everything in per cent from the next start on, 100 to 200; 100
    zoom = Kept(lambda kept: number(kept, otherwise=100, among=range(100, 201)), int)
    # the height of the system's interface font as it was at the last start; 12
    system_font_px = Kept(lambda kept: number(kept, otherwise=12), int)
    # the user's name as confirmed; empty
    author = Kept(text, str)
    # the libraries opened lately, the last one first, also those that are no longer there
    recent = Kept(lambda kept: tuple(map(_recent, names(kept))), lambda recent: [_line(one) for one in recent])
    # whether the last library opens at the start, instead of the welcome view; it does
    reopen_last = Kept(lambda kept: kept is None or str(kept) == "true", lambda on: "true" if on else "false")
    # whether the facts of an article stay open while its text is written; they fold
    facts_pinned = Kept(lambda kept: str(kept) == "true", lambda on: "true" if on else "false")
    # where new libraries are put; a folder of our own among the documents
    library_folder = Kept(lambda kept: _folder(kept) or _documents() / "简报编辑台", str)
    # where the last export went; the documents folder
    export_folder = Kept(lambda kept: _folder(kept) or _documents(), str)
    # the folder whose new files are collected while 收集 is on; None
    collect_folder = Kept(_folder, lambda folder: str(folder or ""))
    # how tracked changes of Word files were read last; accepted
    tracked_changes = Kept(_changes, lambda changes: changes.value)
    # the chief editor's key file that was used here last; None
    key_file = Kept(lambda kept: Path(text(kept)) if kept else None, str)
    # 字数 that an abridged article may have, 0 for any; 500
    abridging_limit = Kept(lambda kept: number(kept, otherwise=500, among=range(100_000)), int)
    # names of the commands chosen lately in the palette, the last one first
    recent_commands = Kept(names, list[str])
    # searches of the archive kept under names, each a line of `desk.archive.asking`
    saved_searches = Kept(names, list[str])

    def __init__(self, path: Path, *, data: Path | None = None) -> None:
        """Open or begin the file. data: folder for what must not be lost, the file's own where nothing is said."""
        self.kept = QSettings(str(path), QSettings.Format.IniFormat)
        self._data = data or path.parent

    @property
    def rescue_folder(self) -> Path:
        """Where work is kept that a library would not take."""
        return self._data / "未存上的修改"

    @property
    def trusted_keys(self) -> Path:
        """Where the fingerprints are kept that were confirmed on this machine: beside this file, as commands expect."""
        return Path(self.kept.fileName()).with_name("trusted-keys.json")

    @property
    def start(self) -> Start:
        """What counts from the next start on."""
        return Start(zoom=self.zoom, language=self.language)

    def member_for(self, step: str) -> str:
        """Return who took a step of the review here last, empty for nobody."""
        return str(self.kept.value(f"member/{step}", ""))

    def keep_member(self, step: str, name: str) -> None:
        """Remember who took a step of the review."""
        self.kept.setValue(f"member/{step}", name)

    def forget_members(self) -> None:
        """Propose nobody who took steps here: somebody else sits here now."""
        self.kept.remove("member")

    def add_recent(self, library: Path, *, at: dt.datetime | None = None) -> None:
        """Put a library first among the recent ones. at: local time of opening, now where nothing is said."""
        opened = at or dt.datetime.now(tz=dt.UTC).astimezone().replace(tzinfo=None)
        self.forget_recent(library)
        self.recent = (Recent(path=library, at=opened), *self.recent)[:_RECENT]

    def forget_recent(self, library: Path) -> None:
        """Take a library out of the recent ones; the file stays."""
        self.recent = tuple(one for one in self.recent if one.path != library)

    def add_recent_command(self, name: str) -> None:
        """Put a command first among those chosen lately."""
        others = [one for one in self.recent_commands if one != name]
        self.recent_commands = (name, *others)[:_RECENT_COMMANDS]

    @property
    def chosen_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys the user gave to commands, by name, as they stand in the file; none for a command without."""
        self.kept.beginGroup(_KEYS)
        commands = self.kept.childKeys()
        self.kept.endGroup()
        kept = {name: names(self.kept.value(f"{_KEYS}/{name}")) for name in commands}
        return {name: () if keys == (_NO_KEYS,) else keys for name, keys in kept.items()}

    @chosen_keys.setter
    def chosen_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        self.kept.remove(_KEYS)
        for name, keys in chosen.items():
            self.kept.setValue(f"{_KEYS}/{name}", list(keys) or _NO_KEYS)

    def bytes_of(self, name: str) -> QByteArray:
        """Return a widget's saved state, empty for none."""
        value = self.kept.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        """Keep a widget's state; an empty one forgets it."""
        self.kept.setValue(name, value)

    def save(self) -> None:
        """Write what has changed."""
        self.kept.sync()
        # Qt syncs the file it renames, not the folder
        with contextlib.suppress(OSError):
            sync_folder(Path(self.kept.fileName()).parent)
