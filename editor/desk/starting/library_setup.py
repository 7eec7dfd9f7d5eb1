"""The ways to a library: the sample, last week's issue, a new publication, one that moves to this computer.

Each returns where the library to open lies, or raises UserError and leaves nothing behind.
"""

from pathlib import Path

from editor.desk.files import make_folder
from editor.desk.formats import LIBRARY_FILES
from editor.desk.importing import import_file
from editor.desk.naming import legal
from editor.desk.ports import LibraryShelf
from editor.desk.starting.new_publication import NewPublication, found_publication
from editor.desk.starting.places import place_of
from editor.model.errors import UserError
from editor.model.language import tr
from editor.system.scratch import scratch_folder

_SAMPLE = "示例刊库.db"


def sample_library(folder: Path) -> Path:
    """Return where the sample's library lies, there already or not."""
    return folder / _SAMPLE


def library_for(file: Path, folder: Path, shelf: LibraryShelf) -> Path:
    """Return the library in the folder that an issue belongs to by its masthead, there already or not.

    The file is read whole before anything is made.
    """
    with (
        scratch_folder("import") as scratch,
        shelf.open_library(scratch / "scratch.db") as library,
    ):
        masthead = import_file(file, library).issue.profile.masthead
    make_folder(folder)
    return folder / f"{legal(masthead)}{LIBRARY_FILES.ending}"


def found_library(founding: NewPublication, path: Path, shelf: LibraryShelf) -> Path:
    """Make a library with one publication and no issue."""
    publication = found_publication(founding)
    if path.exists():
        raise UserError(tr("“{path}”已经有了，请换一个刊名或文件夹，或直接打开它。", path=path))
    with shelf.open_library(path) as library:
        library.save_publication(publication)
    return path


def moved_here(library: Path, folder: Path, shelf: LibraryShelf) -> Path:
    """Copy a library into a folder where it is safe; the file it was stays where it is."""
    place = place_of(folder)
    if not place.safe:
        raise UserError(
            tr(
                "“{folder}”也不合适：{verdict}先在“新刊库放在”里换一个本机的文件夹。",
                folder=folder,
                verdict=place.verdict,
            )
        )
    target = folder / library.name
    shelf.copy_library(library, target)
    return target
