"""Errors that a user can act on."""


class UserError(Exception):
    """Bad input, a full disk, a locked file: said in plain Chinese, with what to do. Anything else is a bug."""


class TakenError(UserError):
    """An issue cannot come in, since there is one of its number, or itself. uid: of the one that is there."""

    def __init__(self, words: str, uid: str) -> None:
        """Say words about the issue that is there."""
        super().__init__(words)
        self.uid = uid


class LostLibraryError(UserError):
    """A library is damaged, empty or gone: one of its backups can take its place."""
