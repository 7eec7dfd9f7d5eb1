"""Writes a private key as PKCS#8 with scrypt, in PEM, as `cryptography` reads it; checks the cost before reading one.

Not written by `cryptography`, which derives the key with only 2,048 rounds of PBKDF2: too few for a stolen file.
Structure: RFC 5958 section 3, RFC 8018 appendix A (PBES2, PBKDF2), RFC 7914 section 7 (scrypt).
"""

import base64
import os
from collections.abc import Iterator

_SEQUENCE, _INTEGER, _OCTETS, _OBJECT = 0x30, 0x02, 0x04, 0x06
_PBES2 = bytes.fromhex("2a864886f70d01050d")
_SCRYPT = bytes.fromhex("2b06010401da47040b")
_PBKDF2 = bytes.fromhex("2a864886f70d01050c")
_AES_256_CBC = bytes.fromhex("60864801650304012a")
# 128 MB and 0.3 s per guess; keys from before 2026-12 have 1 << 14
_COST, _BLOCK, _PARALLEL = 1 << 17, 8, 1
# four times what is written here, and more than any writer of PBKDF2 uses: above that, a file is meant to block us
_MOST_MEMORY, _MOST_PARALLEL, _MOST_ROUNDS = 512 * 1024 * 1024, 4, 5_000_000
_KEY_LENGTH, _CIPHER_BLOCK, _COLUMNS = 32, 16, 64


def encrypted_pem(private: bytes, passphrase: str, *, cost: int = _COST) -> str:
    """Return a private key (PKCS#8, DER) encrypted under a passphrase. cost: of scrypt, a power of two."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
    from cryptography.hazmat.primitives.padding import PKCS7

    salt, start = os.urandom(_CIPHER_BLOCK), os.urandom(_CIPHER_BLOCK)
    key = Scrypt(salt=salt, length=_KEY_LENGTH, n=cost, r=_BLOCK, p=_PARALLEL).derive(passphrase.encode())
    padder, cipher = PKCS7(8 * _CIPHER_BLOCK).padder(), Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    padded = padder.update(private) + padder.finalize()
    return _pem(_info(cost, salt, start, cipher.update(padded) + cipher.finalize()))


def is_affordable(pem: str) -> bool:
    """Return whether deriving the key takes no more memory and time than for honest files.

    Raises ValueError for anything but a private key encrypted by scrypt or PBKDF2.
    """
    der = base64.b64decode("".join(pem.splitlines()[1:-1]), validate=True)
    _, scheme = next(_values(_inside(der, _SEQUENCE)))
    scheme_name, parameters = _pair(scheme)
    derivation, _ = _pair(parameters)
    name, costs = _pair(derivation)
    _, *numbers = [int.from_bytes(value) for tag, value in _values(costs) if tag in (_OCTETS, _INTEGER)]
    if scheme_name == _PBES2 and name == _SCRYPT and len(numbers) >= 3:
        cost, block, parallel = numbers[:3]
        return 128 * cost * block <= _MOST_MEMORY and parallel <= _MOST_PARALLEL
    if scheme_name == _PBES2 and name == _PBKDF2 and numbers:
        return numbers[0] <= _MOST_ROUNDS
    raise ValueError("no way to stretch a passphrase that is known")


def _pair(data: bytes) -> tuple[bytes, bytes]:
    """Return the first two values. Raises ValueError for fewer."""
    values = [value for _, value in _values(data)]
    if len(values) < 2:
        raise ValueError("a value is missing")
    return values[0], values[1]


def _inside(data: bytes, tag: int) -> bytes:
    found, value = next(_values(data), (0, b""))
    if found != tag:
        raise ValueError("another value is expected")
    return value


def _values(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield tags and values in order. Raises ValueError for a length beyond the end or of over two bytes."""
    at = 0
    while at < len(data):
        head = data[at : at + 2]
        if len(head) < 2 or head[1] > 0x82 or head[1] == 0x80:
            raise ValueError("no length")
        more = max(0, head[1] - 0x80)
        start = at + 2 + more
        length = int.from_bytes(data[at + 2 : start]) if more else head[1]
        if start + length > len(data):
            raise ValueError("a value is cut off")
        yield head[0], data[start : start + length]
        at = start + length


def _info(cost: int, salt: bytes, start: bytes, encrypted: bytes) -> bytes:
    """Return an EncryptedPrivateKeyInfo."""
    numbers = (_der(_INTEGER, _whole(number)) for number in (cost, _BLOCK, _PARALLEL))
    derivation = _der(_SEQUENCE, _der(_OBJECT, _SCRYPT), _der(_SEQUENCE, _der(_OCTETS, salt), *numbers))
    encryption = _der(_SEQUENCE, _der(_OBJECT, _AES_256_CBC), _der(_OCTETS, start))
    scheme = _der(_SEQUENCE, _der(_OBJECT, _PBES2), _der(_SEQUENCE, derivation, encryption))
    return _der(_SEQUENCE, scheme, _der(_OCTETS, encrypted))


def _der(tag: int, *parts: bytes) -> bytes:
    """Return a value of fewer than 256 bytes."""
    body = b"".join(parts)
    head = bytes([tag, len(body)]) if len(body) < 128 else bytes([tag, 0x81, len(body)])
    return head + body


def _whole(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1)


def _pem(der: bytes) -> str:
    text = base64.b64encode(der).decode()
    lines = (text[at : at + _COLUMNS] for at in range(0, len(text), _COLUMNS))
    return "\n".join(("-----BEGIN ENCRYPTED PRIVATE KEY-----", *lines, "-----END ENCRYPTED PRIVATE KEY-----", ""))
