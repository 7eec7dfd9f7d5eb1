"""Errors that a user can act on."""


class UserError(Exception):
    """Bad input, a full disk, a locked file: a plain message with what to do. Any other exception is a bug."""


class TakenError(UserError):
    """An issue cannot be added: the library has it, or another one of its number. uid: of the existing issue."""

    def __init__(self, words: str, uid: str) -> None:
        """Take the message and the uid."""
        super().__init__(words)
        self.uid = uid


class LostLibraryError(UserError):
    """A library is damaged, empty or gone: one of its backups can take its place."""
