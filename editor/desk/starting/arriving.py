"""Last week's issue as the beginning of a library: where that library lies follows from the issue's masthead."""

import tempfile
from pathlib import Path

from editor.desk.files import make_folder
from editor.desk.importing import import_file
from editor.desk.naming import legal
from editor.desk.ports import Shelf


def library_for(file: Path, folder: Path, shelf: Shelf) -> Path:
    """Return the library in the folder that an issue belongs to, there already or not.

    The file is read whole before anything is made. Raises UserError for a file that is no issue.
    """
    with (
        tempfile.TemporaryDirectory(prefix="bulletin-") as scratch,
        shelf.open_library(Path(scratch) / "scratch.db") as library,
    ):
        masthead = import_file(file, library).issue.profile.masthead
    make_folder(folder)
    return folder / f"{legal(masthead)}.db"
