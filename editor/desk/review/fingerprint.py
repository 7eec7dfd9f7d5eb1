"""A public key's fingerprint for reading aloud: eight groups of five digits, the last of each a check digit.

The 32 other digits are from the key's sha256: 106 bits, too many to find a second key with the same ones. The check
digit is Damm's: it detects every single wrong digit and every exchange of neighbours.
"""

import functools
import hashlib
import unicodedata

from editor.model.errors import UserError
from editor.model.language import tr

_GROUPS, _DIGITS = 8, 4
_HEAD = b"bulletin-key-fingerprint\0"
# H. M. Damm, Total anti-symmetrische Quasigruppen (2004), order 10
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def fingerprint(key: str) -> str:
    """Return the fingerprint of a public key (hexadecimal digits)."""
    number = int.from_bytes(hashlib.sha256(_HEAD + bytes.fromhex(key)).digest()) % 10 ** (_GROUPS * _DIGITS)
    digits = f"{number:0{_GROUPS * _DIGITS}}"
    groups = (digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))
    return " ".join(group + _check(group) for group in groups)


def read_fingerprint(text: str) -> str:
    """Return a typed fingerprint in its usual form. Raises UserError that names the group with a typing error."""
    digits = "".join(
        char for char in unicodedata.normalize("NFKC", text) if not char.isspace() and char not in "-、，,"
    )
    if not (digits.isascii() and digits.isdecimal()) or len(digits) != _GROUPS * (_DIGITS + 1):
        raise UserError(
            tr("指纹是 {n} 组、每组 {digits} 个数字，请照对方念的重新输入。", n=_GROUPS, digits=_DIGITS + 1)
        )
    groups = [digits[at : at + _DIGITS + 1] for at in range(0, len(digits), _DIGITS + 1)]
    for number, group in enumerate(groups, 1):
        if _check(group):
            raise UserError(
                tr("指纹的第 {number} 组“{group}”抄错了，请对方把这一组再念一遍。", number=number, group=group)
            )
    return " ".join(groups)


def differing_groups(one: str, other: str) -> tuple[int, ...]:
    """Return the numbers (from 1) of the groups in which two fingerprints differ."""
    pairs = zip(one.split(), other.split(), strict=True)
    return tuple(number for number, (left, right) in enumerate(pairs, 1) if left != right)


def _check(digits: str) -> str:
    """Return the check digit, empty where digits end with the right one."""
    found = functools.reduce(lambda row, digit: _DAMM[int(row)][int(digit)], digits, "0")
    return "" if len(digits) > _DIGITS and found == "0" else found
