"""Files that ship with the program: fonts, the page template, the Word reference, the sample."""

from importlib.resources import files
from importlib.resources.abc import Traversable

_ROOT = files(__name__)


def resource(name: str) -> Traversable:
    """Return the shipped file or folder of this name, with / between folders."""
    return _ROOT.joinpath(name)
