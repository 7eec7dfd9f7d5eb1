"""What the welcome window leads to."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A library to open, and what follows: the sample put in, files imported, an issue begun, a word said."""

    place: Path
    sample: bool = False
    files: tuple[Path, ...] = ()
    begin_issue: bool = False
    message: str = ""
