"""What this machine trusts and remembers, in two files beside its settings.

The confirmed fingerprints are few and important; what was seen of libraries changes with every step. Separate files,
so that the first is not written with the second, and older programs can still read it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import platformdirs

from editor.desk.files import make_folder, read_file, write_file
from editor.desk.review.introductions import Confirmation
from editor.desk.review.seen import Seen
from editor.interchange.codec import decode, encode
from editor.model.dataclass import dataclass
from editor.model.errors import UserError
from editor.model.language import tr

_LARGEST, _MOST_SEEN = 1024 * 1024, 64 * 1024 * 1024
_SEEN_NAME = "seen-libraries.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustContents:
    """The fields of the file of fingerprints."""

    format: Literal["bulletin-trust"]
    version: Literal[1]
    keys: tuple[Confirmation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenContents:
    """The fields of the file of what was seen."""

    format: Literal["bulletin-seen"]
    version: Literal[1]
    seen: Seen


class TrustFile:
    """Trust of this machine in two files; nothing is cached, so that changes by other programs are seen."""

    def __init__(self, path: Path | None = None) -> None:
        """Take the path of the fingerprints, None for the default one."""
        self._path = path or platformdirs.user_config_path("bulletin-desk", appauthor=False) / "trusted-keys.json"
        self._seen_path = self._path.with_name(_SEEN_NAME)

    def confirmed(self) -> tuple[Confirmation, ...]:
        """Return the confirmations, oldest first. Raises UserError where the file cannot be read."""
        if not self._path.exists():
            return ()
        try:
            return decode(TrustContents, read_file(self._path, most=_LARGEST)).keys
        except UserError as error:
            raise UserError(
                tr("“{path}”读不出来，请把它改名移开，再重新确认总编辑的指纹。", path=self._path)
            ) from error

    def confirm(self, confirmation: Confirmation) -> None:
        """Add a confirmation, replacing an older one of its key. Raises UserError."""
        others = (one for one in self.confirmed() if one.key != confirmation.key)
        self._write((*others, confirmation))

    def withdraw(self, key: str) -> None:
        """Remove a confirmation. Raises UserError."""
        self._write(tuple(one for one in self.confirmed() if one.key != key))

    def seen(self) -> Seen:
        """Return what is remembered of libraries. Raises UserError where the file cannot be read."""
        if not self._seen_path.exists():
            return Seen()
        try:
            return decode(SeenContents, read_file(self._seen_path, most=_MOST_SEEN)).seen
        except UserError as error:
            raise UserError(
                tr("“{path}”读不出来，这台电脑不知道上次看到的记录到哪里。请把它改名移开。", path=self._seen_path)
            ) from error

    def remember(self, change: Callable[[Seen], Seen]) -> None:
        """Change what is remembered; an unchanged value is not written. Raises UserError."""
        before = self.seen()
        after = change(before)
        if after == before:
            return
        make_folder(self._seen_path.parent)
        write_file(self._seen_path, encode(SeenContents(format="bulletin-seen", version=1, seen=after)) + b"\n")

    def _write(self, keys: tuple[Confirmation, ...]) -> None:
        make_folder(self._path.parent)
        write_file(
            self._path, encode(TrustContents(format="bulletin-trust", version=1, keys=keys)) + b"\n", private=True
        )
