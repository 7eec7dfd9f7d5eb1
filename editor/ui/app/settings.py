"""What the window remembers between two starts; never anything of an issue."""

import contextlib
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from editor.system.lasting import sync_folder
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


class Settings:
    """Kept in an ini file of its own."""

    def __init__(self, path: Path, *, data: Path | None = None) -> None:
        """Open or begin the file. data: folder for what must not be lost, the file's own where nothing is said."""
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)
        self._data = data or path.parent

    @property
    def rescue_folder(self) -> Path:
        """Where work is kept that a library would not take."""
        return self._data / "未存上的修改"

    @property
    def trusted_keys(self) -> Path:
        """Where the fingerprints are kept that were confirmed on this machine: beside this file, as commands expect."""
        return Path(self._kept.fileName()).with_name("trusted-keys.json")

    def member_for(self, step: str) -> str:
        """Return who took a step of the review here last, empty for nobody."""
        return str(self._kept.value(f"member/{step}", ""))

    def keep_member(self, step: str, name: str) -> None:
        """Remember who took a step of the review."""
        self._kept.setValue(f"member/{step}", name)

    def forget_members(self) -> None:
        """Propose nobody who took steps here: somebody else sits here now."""
        self._kept.remove("member")

    @property
    def key_file(self) -> Path | None:
        """The chief editor's key file that was used here last."""
        kept = str(self._kept.value("key_file", ""))
        return Path(kept) if kept else None

    @key_file.setter
    def key_file(self, path: Path) -> None:
        self._kept.setValue("key_file", str(path))

    @property
    def scheme(self) -> SchemeChoice:
        """The scheme the user chose; the system's where nothing or something unknown is written."""
        name = str(self._kept.value("scheme", SchemeChoice.SYSTEM.name))
        return SchemeChoice[name] if name in SchemeChoice.__members__ else SchemeChoice.SYSTEM

    @scheme.setter
    def scheme(self, choice: SchemeChoice) -> None:
        self._kept.setValue("scheme", choice.name)

    @property
    def start(self) -> Start:
        """What counts from the next start on."""
        return Start(zoom=self.zoom, language=self.language)

    @property
    def language(self) -> Language:
        """The language of the window from the next start on; Chinese where nothing or something unknown is written."""
        kept = str(self._kept.value("language", Language.CHINESE.value))
        return Language(kept) if kept in tuple(Language) else Language.CHINESE

    @language.setter
    def language(self, language: Language) -> None:
        self._kept.setValue("language", language.value)

    @property
    def zoom(self) -> int:
        """The size of everything in per cent, 100 to 200; 100 where something else is written."""
        kept = str(self._kept.value("zoom", "100"))
        return int(kept) if kept.isdecimal() and 100 <= int(kept) <= 200 else 100

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._kept.setValue("zoom", percent)

    @property
    def system_font_px(self) -> int:
        """The height of the system's interface font as it was at the last start, 12 before."""
        kept = str(self._kept.value("system_font_px", "12"))
        return int(kept) if kept.isdecimal() else 12

    @system_font_px.setter
    def system_font_px(self, pixels: int) -> None:
        self._kept.setValue("system_font_px", pixels)

    @property
    def export_folder(self) -> Path:
        """Where the last export went; the documents folder at first."""
        return Path(str(self._kept.value("export_folder", str(_documents()))))

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._kept.setValue("export_folder", str(folder))

    @property
    def author(self) -> str:
        """The user's name as confirmed, empty before."""
        return str(self._kept.value("author", ""))

    @author.setter
    def author(self, name: str) -> None:
        self._kept.setValue("author", name)

    @property
    def library_folder(self) -> Path:
        """Where new libraries are put; a folder of our own among the documents at first."""
        return Path(str(self._kept.value("library_folder", str(_documents() / "简报编辑台"))))

    @library_folder.setter
    def library_folder(self, folder: Path) -> None:
        self._kept.setValue("library_folder", str(folder))

    @property
    def reopen_last(self) -> bool:
        """Whether the last library opens at the start, instead of the welcome view."""
        return str(self._kept.value("reopen_last", "true")) == "true"

    @reopen_last.setter
    def reopen_last(self, on: bool) -> None:
        self._kept.setValue("reopen_last", "true" if on else "false")

    @property
    def recent_commands(self) -> tuple[str, ...]:
        """Names of the commands chosen lately in the palette, the last one first."""
        return self._names("recent_commands")

    def add_recent_command(self, name: str) -> None:
        """Put a command first among those chosen lately."""
        others = [one for one in self.recent_commands if one != name]
        self._kept.setValue("recent_commands", [name, *others][:_RECENT_COMMANDS])

    @property
    def chosen_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys the user gave to commands, by name, as they stand in the file; none for a command without."""
        self._kept.beginGroup(_KEYS)
        names = self._kept.childKeys()
        self._kept.endGroup()
        kept = {name: self._names(f"{_KEYS}/{name}") for name in names}
        return {name: () if keys == (_NO_KEYS,) else keys for name, keys in kept.items()}

    @chosen_keys.setter
    def chosen_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        self._kept.remove(_KEYS)
        for name, keys in chosen.items():
            self._kept.setValue(f"{_KEYS}/{name}", list(keys) or _NO_KEYS)

    @property
    def recent(self) -> tuple[Recent, ...]:
        """Libraries opened lately, the last one first; also those that are no longer there."""
        return tuple(_recent(name) for name in self._names("recent"))

    def add_recent(self, library: Path, *, at: dt.datetime | None = None) -> None:
        """Put a library first among the recent ones. at: local time of opening, now where nothing is said."""
        opened = at or dt.datetime.now(tz=dt.UTC).astimezone().replace(tzinfo=None)
        self._keep_recent((Recent(path=library, at=opened), *self._recent_without(library)))

    def forget_recent(self, library: Path) -> None:
        """Take a library out of the recent ones; the file stays."""
        self._keep_recent(self._recent_without(library))

    def _recent_without(self, library: Path) -> tuple[Recent, ...]:
        return tuple(one for one in self.recent if one.path != library)

    def _keep_recent(self, recent: tuple[Recent, ...]) -> None:
        lines = [f"{one.at.isoformat(timespec='minutes') if one.at else ''}|{one.path}" for one in recent[:_RECENT]]
        self._kept.setValue("recent", lines)

    def _names(self, key: str) -> tuple[str, ...]:
        kept = self._kept.value(key, [])
        names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
        return tuple(str(name) for name in names if name)

    def bytes_of(self, name: str) -> QByteArray:
        """Return a widget's saved state, empty for none."""
        value = self._kept.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        """Keep a widget's state; an empty one forgets it."""
        self._kept.setValue(name, value)

    def save(self) -> None:
        """Write what has changed."""
        self._kept.sync()
        # Qt syncs the file it renames, not the folder
        with contextlib.suppress(OSError):
            sync_folder(Path(self._kept.fileName()).parent)


def _recent(line: str) -> Recent:
    match = _LINE.fullmatch(line)
    if match is None:
        return Recent(path=Path(line))
    return Recent(path=Path(match[2]), at=dt.datetime.fromisoformat(match[1]) if match[1] else None)


def _documents() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path()
