"""The path of the library."""

import os
from pathlib import Path


def default_library() -> Path:
    """Return the default path of the library, in the user's data folder."""
    import platformdirs

    return platformdirs.user_data_path("bulletin-desk", appauthor=False) / "library.db"


def real_place(path: Path) -> Path:
    """Return the file that a link leads to, since lock, log and backups belong beside it; else the path itself."""
    # os.path: pathlib's is_symlink raises for a name that is too long
    return Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114 - see above
