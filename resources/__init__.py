"""Files that ship with the program: fonts, the page template, the Word reference, the sample.

They lie beside this module, installed and built; importlib.resources would say the same for a twentieth of an export.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the shipped file or folder of this name, with / between folders."""
    return _FOLDER.joinpath(name)
