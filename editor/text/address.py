"""Addresses that a reader of a printed or pasted text can follow: web pages and mails, nothing that a computer runs."""

import re
import unicodedata
from urllib.parse import parse_qsl, quote, urlsplit

_MAIL_FIELDS = frozenset(("subject", "body", "cc", "bcc"))
_MAIL = re.compile(r"[^\s@<>\",]+@[^\s@<>\",]+(?:,[^\s@<>\",]+@[^\s@<>\",]+)*")
# what a program may take for a scheme, WHATWG's URL Standard 4.4
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# ASCII without blanks, controls and backslashes
_PLAIN = re.compile(r"[!-\[\]-~]*")
_HOST_AND_PORT = re.compile(r"[\w.-]+:\d+(/|$)")


def usable_address(address: str) -> str:
    """Return the address without blanks at its ends; empty for one that is no http, https or mailto address.

    Addresses with blanks, controls, invisible characters or backslashes are refused: programs skip these, so that the
    address opened would differ from the one seen.
    """
    bare = address.strip()
    bare = f"https:{bare}" if bare.startswith("//") else bare
    if not _PLAIN.fullmatch(bare) and any(char == "\\" or unicodedata.category(char)[0] in "CZ" for char in bare):
        return ""
    try:
        parts = urlsplit(bare)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return bare if known or (parts.scheme == "mailto" and _is_mail(parts.path, parts.query)) else ""


def typed_address(words: str) -> str:
    """Return a typed address with its scheme, which may be left out when typing; empty for what is no address."""
    bare = words.strip()
    usable = usable_address(bare)
    if usable or _SCHEME.match(bare) or "." not in bare:
        return usable
    return usable_address(f"mailto:{bare}" if _MAIL.fullmatch(bare) else f"https://{bare}")


def has_foreign_scheme(address: str) -> bool:
    """Return whether an unusable address has a scheme that runs something: javascript:, file:, an office program's."""
    if usable_address(address):
        return False
    visible = "".join(char for char in address if unicodedata.category(char)[0] not in "CZ")
    return not _HOST_AND_PORT.match(visible) and bool(_SCHEME.match(visible) or visible.startswith("\\\\"))


def _is_mail(path: str, query: str) -> bool:
    """Return whether a mailto address has a recipient and no field, such as attach=, that sends local files."""
    return _MAIL.fullmatch(path) is not None and all(
        name.lower() in _MAIL_FIELDS for name, _ in parse_qsl(query, keep_blank_values=True)
    )


def uri_of(address: str) -> str:
    """Return an address in ASCII, as browsers send it: the host in Punycode, all else percent-encoded.

    What is encoded already stays (RFC 3987 3.1). An address that is ASCII is returned as it is.
    """
    if address.isascii():
        return address
    head, slashes, rest = address.partition("//")
    end = next((at for at, char in enumerate(rest) if char in "/?#"), len(rest))
    host = rest[:end] if slashes else ""
    return f"{_escaped(head)}{slashes}{_ascii_host(host)}{_escaped(rest[len(host) :])}"


def _ascii_host(host: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        # a label of over 63 letters, or a character that no host may have
        return _escaped(host)


def _escaped(part: str) -> str:
    return "".join(char if char.isascii() else quote(char, errors="replace") for char in part)
