"""Files that ship with the program: fonts, the page template, the Word reference, the sample."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(name: str) -> Traversable:
    """Return the shipped file or folder of this name, with / between folders."""
    return files(__name__).joinpath(name)
