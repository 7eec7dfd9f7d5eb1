"""Sets up a library: for the sample, last week's issue, a new publication, or one moved to this computer.

Each function returns the path of the library to open, or raises UserError and leaves no files.
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
    """Return the path of the sample's library, which may not exist yet."""
    return folder / _SAMPLE


def library_for(file: Path, folder: Path, shelf: LibraryShelf) -> Path:
    """Return the path in folder of the library for an issue, named by its masthead; it may not exist yet.

    The file is imported into a temporary library first, so that nothing is created for a faulty one.
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
    """Copy a library into a safe folder and return the copy's path; the old file is kept."""
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
