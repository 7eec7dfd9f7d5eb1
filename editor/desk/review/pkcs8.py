"""A private key as PKCS#8 under scrypt, in PEM: what `openssl pkcs8 -topk8 -scrypt` writes and `cryptography` reads.

Written here since the library's own writer stretches a passphrase 2,048 times only, which a lost file does not survive.
Structure: RFC 5958 section 3, RFC 8018 appendix A.4 (PBES2), RFC 7914 section 7 (scrypt).
"""

import base64
import os

_SEQUENCE, _INTEGER, _OCTETS, _OBJECT = 0x30, 0x02, 0x04, 0x06
_PBES2 = bytes.fromhex("2a864886f70d01050d")
_SCRYPT = bytes.fromhex("2b06010401da47040b")
_AES_256_CBC = bytes.fromhex("60864801650304012a")
# OpenSSL's own: 16 MB and 30 ms a guess
_COST, _BLOCK, _PARALLEL = 1 << 14, 8, 1
_KEY_LENGTH, _CIPHER_BLOCK, _COLUMNS = 32, 16, 64


def encrypted_pem(private: bytes, passphrase: str) -> str:
    """Return a private key (PKCS#8, DER) encrypted under a passphrase."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
    from cryptography.hazmat.primitives.padding import PKCS7

    salt, start = os.urandom(_CIPHER_BLOCK), os.urandom(_CIPHER_BLOCK)
    key = Scrypt(salt=salt, length=_KEY_LENGTH, n=_COST, r=_BLOCK, p=_PARALLEL).derive(passphrase.encode())
    padder, cipher = PKCS7(8 * _CIPHER_BLOCK).padder(), Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    padded = padder.update(private) + padder.finalize()
    return _pem(_info(salt, start, cipher.update(padded) + cipher.finalize()))


def _info(salt: bytes, start: bytes, encrypted: bytes) -> bytes:
    """Return an EncryptedPrivateKeyInfo."""
    numbers = (_der(_INTEGER, _whole(number)) for number in (_COST, _BLOCK, _PARALLEL))
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
