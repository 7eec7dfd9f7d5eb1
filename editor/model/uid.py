"""Identities that survive export, import, split and hand-over."""

import re
import uuid

_FORM = re.compile(r"[0-9a-f]{32}")


def new_uid() -> str:
    """Return a fresh random identity: 32 lower-case hexadecimal digits."""
    return uuid.uuid4().hex


def derived_uid(*parts: str) -> str:
    """Return the identity that belongs to these names: the same names give the same identity everywhere."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join(parts)).hex


def check_uid(value: str) -> None:
    """Raise ValueError unless value has the form of an identity."""
    if not _FORM.fullmatch(value):
        raise ValueError(f"not an identity of 32 hexadecimal digits: {value!r}")
