"""Where the library lies unless told otherwise."""

from pathlib import Path

import platformdirs


def default_library() -> Path:
    """Return the library in the user's data folder."""
    return platformdirs.user_data_path("bulletin-desk", appauthor=False) / "library.db"
