"""Whether a signature is right; making keys and signing is in `keys`."""

from editor.model.approval import Signed


def is_signed(signed: Signed) -> bool:
    """Return whether the signature is that of the key over the statement."""
    # imported here, as everywhere: it takes a tenth of a second
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.key))
        key.verify(bytes.fromhex(signed.signature), signed.statement.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
