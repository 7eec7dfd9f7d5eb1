"""Whether a signature is right; making keys and signing is in `keys`."""

import functools
from typing import TYPE_CHECKING

from editor.model.approval import Signed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def is_signed(signed: Signed) -> bool:
    """Return whether the signature is that of the key over the statement."""
    # imported here, as everywhere: it takes a tenth of a second
    from cryptography.exceptions import InvalidSignature

    try:
        _public_key(signed.key).verify(bytes.fromhex(signed.signature), signed.statement.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


@functools.lru_cache(maxsize=64)
def _public_key(key: str) -> "Ed25519PublicKey":
    """Return a key by its hexadecimal digits. Raises ValueError. A library's issues are signed with few."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
