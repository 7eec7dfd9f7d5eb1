"""The confirmed fingerprints in a file beside the machine's settings."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import platformdirs

from editor.desk.files import make_folder, read_file, write_file
from editor.desk.review.introductions import Confirmation
from editor.interchange.codec import decode, encode
from editor.model.errors import UserError
from editor.model.language import tr

_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustContents:
    """The whole file."""

    format: Literal["bulletin-trust"]
    version: Literal[1]
    keys: tuple[Confirmation, ...]


class TrustFile:
    """The machine's own; another program's change is seen, since nothing is kept in memory."""

    def __init__(self, path: Path | None = None) -> None:
        """path: None for the default place."""
        self._path = path or platformdirs.user_config_path("bulletin-desk", appauthor=False) / "trusted-keys.json"

    def confirmed(self) -> tuple[Confirmation, ...]:
        """Return what was confirmed, in that order. Raises UserError where the file cannot be read."""
        if not self._path.exists():
            return ()
        try:
            return decode(TrustContents, read_file(self._path, most=_LARGEST)).keys
        except UserError as error:
            raise UserError(
                tr("“{path}”读不出来，请把它改名移开，再重新确认总编辑的指纹。", path=self._path)
            ) from error

    def confirm(self, confirmation: Confirmation) -> None:
        """Add one, in place of an older one of its key. Raises UserError."""
        others = (one for one in self.confirmed() if one.key != confirmation.key)
        self._write((*others, confirmation))

    def withdraw(self, key: str) -> None:
        """Take one away. Raises UserError."""
        self._write(tuple(one for one in self.confirmed() if one.key != key))

    def _write(self, keys: tuple[Confirmation, ...]) -> None:
        make_folder(self._path.parent)
        write_file(
            self._path, encode(TrustContents(format="bulletin-trust", version=1, keys=keys)) + b"\n", private=True
        )
