"""The rows of the list: the article as it stands, then its versions, the newest first."""

import datetime as dt
from dataclasses import dataclass

from editor.desk.versioning import moment_words, reason_words
from editor.model.language import tr
from editor.model.revision import Reason, Version

NOW = tr("现在的稿子")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionEntry:
    """A row. key: of the version, 0 for the article as it stands; named: the user gave it its title."""

    key: int
    title: str
    below: str
    named: bool = False

    @property
    def words(self) -> str:
        """The row in one line."""
        return f"{self.title}　{self.below}" if self.below else self.title


def entries_of(versions: tuple[Version, ...], now: dt.datetime) -> tuple[VersionEntry, ...]:
    """Return the rows of an article's versions (newest first). now: UTC."""
    standing = next((one for one in versions if not one.key), None)
    below = " · ".join(part for part in (moment_words(standing.at, now), standing.author) if part) if standing else ""
    return (VersionEntry(key=0, title=NOW, below=below), *(_entry(one, now) for one in versions if one.key))


def _entry(version: Version, now: dt.datetime) -> VersionEntry:
    moment, named = moment_words(version.at, now), version.reason is Reason.NAMED
    below = (moment, version.author) if named else (version.author, reason_words(version))
    return VersionEntry(
        key=version.key,
        title=version.name if named else moment,
        below=" · ".join(part for part in below if part),
        named=named,
    )
