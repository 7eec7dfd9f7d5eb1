"""Addresses that a reader of a printed or pasted text can follow."""

from urllib.parse import urlsplit

_SCHEMES = ("http", "https", "mailto", "ftp")


def usable_address(address: str) -> str:
    """Return the address without blanks and control characters at its ends; empty for a relative or script one."""
    bare = address.strip()
    bare = f"https:{bare}" if bare.startswith("//") else bare
    try:
        parts = urlsplit(bare)
    except ValueError:
        return ""
    known = parts.scheme.lower() in _SCHEMES and (parts.netloc or parts.scheme.lower() == "mailto")
    return bare if known and not any(char.isspace() or ord(char) < 32 for char in bare) else ""
