"""Errors that a user can act on."""


class UserError(Exception):
    """Bad input, a full disk, a locked file: said in plain Chinese, with what to do. Anything else is a bug."""
