"""The chief editor's key: an Ed25519 key in a file encrypted with a passphrase.

The file is PKCS#8 in PEM, which other programs can read too. The lines before it name the holder and contain a
checksum, which tells a damaged file from a wrong passphrase. A forgotten passphrase or a lost file cannot be recovered:
a new key is made and introduced, see `introductions`.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.desk.files import PRIVATE, reason_of, write_new_file
from editor.desk.review.fingerprint import fingerprint
from editor.desk.review.passphrase import passphrase_fault
from editor.desk.review.pkcs8 import encrypted_pem, is_affordable
from editor.model.approval import Signed
from editor.model.errors import UserError
from editor.model.language import tr

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# cryptography is imported inside the functions: it takes a tenth of a second

_LARGEST = 64 * 1024
_TITLE = "简报编辑台签发密钥，请妥善保管，不要发给别人"
_PEM = re.compile(r"-----BEGIN ([A-Z0-9 ]+)-----\n.*?\n-----END \1-----", re.DOTALL)
_KIND = "ENCRYPTED PRIVATE KEY"
_FIELD = re.compile(r"^(姓名|指纹|校验)：(.*)$", re.MULTILINE)
_FOREIGN = tr("不是总编辑的签发密钥，请选用总编辑保管的 .key 文件。")
_DAMAGED = tr("已损坏，打不开了，请改用它的备份；没有备份就生成新密钥，再请对方重新确认指纹。")


@dataclass(frozen=True, slots=True, eq=False)
class SigningKey:
    """An open key. public: hexadecimal digits."""

    name: str
    public: str
    private: "Ed25519PrivateKey"

    def sign(self, statement: str) -> Signed:
        """Return the statement signed."""
        return Signed(statement=statement, key=self.public, signature=self.private.sign(statement.encode()).hex())


def make_key(path: Path, *, name: str, passphrase: str) -> SigningKey:
    """Make a key and write it to a new file. Raises UserError for a weak passphrase or where it cannot be written."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    fault = passphrase_fault(passphrase, name=name)
    if fault:
        raise UserError(fault)
    private = Ed25519PrivateKey.generate()
    plain = (serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    pem = encrypted_pem(private.private_bytes(*plain), passphrase)
    made = SigningKey(name=name, public=private.public_key().public_bytes_raw().hex(), private=private)
    printed = fingerprint(made.public)
    lines = (_TITLE, f"姓名：{name}", f"指纹：{printed}", f"校验：{_sum(name, printed, pem)}", pem)
    # readable only by its owner from the first byte on
    write_new_file(path, "\n".join(lines).encode(), mode=PRIVATE)
    return made


def open_key(path: Path, passphrase: str) -> SigningKey:
    """Return the key of a file. Raises UserError for a foreign or damaged file, or a wrong passphrase."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    pem, fields = _read(path)
    _check_cost(pem, path.name)
    try:
        private = load_pem_private_key(pem.encode(), passphrase.encode() or b"\0")
    except UnsupportedAlgorithm as error:
        raise UserError(f"“{path.name}”{_DAMAGED}") from error
    except (ValueError, TypeError) as error:
        raise UserError(
            tr("口令不对，“{name}”没有打开。请重新输入；大小写和输入法都会有影响。", name=path.name)
        ) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise UserError(f"“{path.name}”{_FOREIGN}")
    public = private.public_key().public_bytes_raw().hex()
    if fields["指纹"] != fingerprint(public):
        raise UserError(f"“{path.name}”{_DAMAGED}")
    return SigningKey(name=fields["姓名"], public=public, private=private)


def _check_cost(pem: str, name: str) -> None:
    """Raise UserError for a file whose key derivation would take far too long; this program makes none such."""
    try:
        affordable = is_affordable(pem)
    except ValueError as error:
        raise UserError(f"“{name}”{_DAMAGED}") from error
    if not affordable:
        raise UserError(
            tr(
                "“{name}”要用掉过多的内存和时间才能打开，不像本程序生成的密钥，没有打开。请改用原来的密钥文件。",
                name=name,
            )
        )


def describe_key(path: Path) -> tuple[str, str]:
    """Return holder and fingerprint of a key file, which are not encrypted. Raises UserError."""
    _, fields = _read(path)
    return fields["姓名"], fields["指纹"]


def _read(path: Path) -> tuple[str, dict[str, str]]:
    text = _text(path)
    found = _PEM.search(text)
    head = text[: found.start()] if found else ""
    fields = dict(_FIELD.findall(head))
    whole = found is not None and found[1] == _KIND and set(fields) == {"姓名", "指纹", "校验"}
    if not whole or found is None:
        raise UserError(f"“{path.name}”{_DAMAGED if _TITLE in text else _FOREIGN}")
    if fields["校验"] != _sum(fields["姓名"], fields["指纹"], found[0]):
        raise UserError(f"“{path.name}”{_DAMAGED}")
    return found[0] + "\n", fields


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
    except OSError as error:
        raise UserError(
            tr("无法读取密钥“{path}”：{reason}。", path=path, reason=reason_of(error, reading=True))
        ) from error
    # mail programs may change line ends and add a byte order mark
    return "\n".join(data.decode("utf-8-sig", errors="replace").splitlines())


def _sum(name: str, printed: str, pem: str) -> str:
    lines = (name, printed, *pem.split())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
