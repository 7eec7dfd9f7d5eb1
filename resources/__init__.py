"""Files that ship with the program: fonts, the page template, the Word reference, the sample."""

from pathlib import Path

# installed and built they lie beside this module; to ask importlib.resources takes an export as long as a page
_FOLDER = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the shipped file or folder of this name, with / between folders."""
    return _FOLDER.joinpath(name)
