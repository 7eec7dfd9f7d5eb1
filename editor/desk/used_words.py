"""Words that were used before, to complete what is being written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedWords:
    """Each list with the most used first."""

    sources: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
