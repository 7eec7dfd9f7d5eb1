"""Where the library lies."""

import os
from pathlib import Path

import platformdirs


def default_library() -> Path:
    """Return the library in the user's data folder, where it lies unless told otherwise."""
    return platformdirs.user_data_path("bulletin-desk", appauthor=False) / "library.db"


def real_place(path: Path) -> Path:
    """Return the file that a link leads to, since lock, log and backups must lie beside that; else the path itself."""
    # is_symlink of pathlib raises for a name that is too long
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114 - see above
