"""What the window remembers between two starts; never anything of an issue."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from editor.ui.theme.scheme import SchemeChoice

_RECENT = 8


class Settings:
    """Kept in an ini file of its own."""

    def __init__(self, path: Path) -> None:
        """Open or begin the file."""
        self._kept = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> SchemeChoice:
        """The scheme the user chose; the system's where nothing or something unknown is written."""
        name = str(self._kept.value("scheme", SchemeChoice.SYSTEM.name))
        return SchemeChoice[name] if name in SchemeChoice.__members__ else SchemeChoice.SYSTEM

    @scheme.setter
    def scheme(self, choice: SchemeChoice) -> None:
        self._kept.setValue("scheme", choice.name)

    @property
    def export_folder(self) -> Path:
        """Where the last export went; the documents folder at first."""
        return Path(str(self._kept.value("export_folder", str(_documents()))))

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._kept.setValue("export_folder", str(folder))

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Libraries opened lately, the last one first; those that are gone are left out."""
        kept = self._kept.value("recent", [])
        names = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
        return tuple(Path(str(name)) for name in names if Path(str(name)).exists())

    def add_recent(self, library: Path) -> None:
        """Put a library first among the recent ones."""
        others = [str(path) for path in self.recent_files if path != library]
        self._kept.setValue("recent", [str(library), *others][:_RECENT])

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


def _documents() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path()
