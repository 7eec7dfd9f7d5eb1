"""Files handed to the system's viewer: each in a temporary folder, which is removed when it is old."""

import os
import shutil
import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from editor.system.scratch import lasting_folder

_WHAT = "view"
_DAY_S = 24 * 60 * 60


def folder_to_view_from() -> Path:
    """Return a new folder for a file that is looked at once. Those of more than a day ago are removed.

    A viewer may hold its file open for long, and tells nobody when it is done; what this program leaves at its end goes
    with the next start.
    """
    made = lasting_folder(_WHAT)
    for place in made.parent.glob(f"bulletin-{_WHAT}-{os.getpid()}-*"):
        # what is gone meanwhile, or another user's, stays out of it
        try:
            old = time.time() - place.lstat().st_mtime > _DAY_S
        except OSError:
            continue
        if old and not place.is_symlink():
            shutil.rmtree(place, ignore_errors=True)
    return made


def view(path: Path) -> bool:
    """Open a file, or a folder, in what the system opens it with. Returns whether that was found."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
