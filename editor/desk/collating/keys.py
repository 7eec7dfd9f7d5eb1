"""Keys of changes, by which ticks are kept."""

import hashlib


def key_of(*parts: str) -> str:
    """Return the sha256 of what makes a change what it is."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
